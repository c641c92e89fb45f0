/** The merchant: a small Dutch maker of linen and stoneware, with a warehouse and a shop. */
import type {Lab} from '../admin-api/lab.ts';
import {putCompanyLocation, putLocation, putShop} from '../admin-api/shop/things.ts';
import {ask} from './ask.ts';

/** Who buys. The keys are how the orders name them. */
const CUSTOMERS = {
  sanne: {firstName: 'Sanne', lastName: 'de Vries', email: 'sanne.devries@voorbeeld.nl', locale: 'nl'},
  thijs: {firstName: 'Thijs', lastName: 'Bakker', email: 'thijs.bakker@voorbeeld.nl', locale: 'nl'},
  noor: {firstName: 'Noor', lastName: 'van den Berg', email: 'noor.vandenberg@voorbeeld.nl', locale: 'nl'},
  youssef: {firstName: 'Youssef', lastName: 'El Amrani', email: 'youssef.elamrani@voorbeeld.nl', locale: 'nl'},
  femke: {firstName: 'Femke', lastName: 'Hoekstra', email: 'femke.hoekstra@voorbeeld.nl', locale: 'nl'},
  daan: {firstName: 'Daan', lastName: 'Visser', email: 'daan.visser@voorbeeld.nl', locale: 'nl'},
  lotte: {firstName: 'Lotte', lastName: 'Janssens', email: 'lotte.janssens@voorbeeld.be', locale: 'nl'},
  emily: {firstName: 'Emily', lastName: 'Carter', email: 'emily.carter@example.com', locale: 'en'},
  haruka: {firstName: 'Haruka', lastName: 'Mori', email: 'haruka.mori@example.jp', locale: 'ja'},
  fahad: {firstName: 'Fahad', lastName: 'Al-Salem', email: 'fahad.alsalem@example.com', locale: 'en'},
  urs: {firstName: 'Urs', lastName: 'Gerber', email: 'urs.gerber@example.ch', locale: 'de'},
  mila: {firstName: 'Mila', lastName: 'Dekker', email: 'mila.dekker@zeezicht.voorbeeld.nl', locale: 'nl'},
} as const;

export type CustomerKey = keyof typeof CUSTOMERS;

export interface SeededShop {
  readonly customers: Readonly<Record<CustomerKey, string>>;
  readonly warehouse: string;
  readonly store: string;
  readonly companyLocation: string;
}

const CREATE_CUSTOMER =
  'mutation ($input: CustomerInput!) {customerCreate(input: $input) {customer {id} userErrors {field message}}}';

/** Makes shop, locations, customers and the company. */
export function seedShop(lab: Lab): SeededShop {
  const {store} = lab;
  putShop(store, {
    name: 'Duin & Draad',
    email: 'hallo@duinendraad.voorbeeld.nl',
    myshopifyDomain: 'duin-en-draad.myshopify.com',
    presentmentCurrencies: ['USD', 'JPY', 'KWD', 'CHF'],
  });
  const warehouse = putLocation(store, {name: 'Magazijn Utrecht'});
  const shop = putLocation(store, {name: 'Winkel Haarlem'});
  const company = putCompanyLocation(store, {name: 'Hotel Zeezicht, Zandvoort', company: {name: 'Hotel Zeezicht'}});
  const customers: Partial<Record<CustomerKey, string>> = {};
  for (const [key, input] of Object.entries(CUSTOMERS)) {
    const made = ask(lab, CREATE_CUSTOMER, {input}) as {customerCreate: {customer: {id: string}}};
    customers[key as CustomerKey] = made.customerCreate.customer.id;
  }
  return {
    customers: customers as Record<CustomerKey, string>,
    warehouse: warehouse.id,
    store: shop.id,
    companyLocation: company.id,
  };
}
