/** Fills an empty lab with a believable shop. The same lab time gives the same ids, names, amounts and moments. */
import type {Lab} from '../admin-api/lab.ts';
import {amendOrder} from '../admin-api/orders/repository.ts';
import {setTodaysRate} from '../admin-api/orders/rates.ts';
import {ask, minutesAgo} from './ask.ts';
import {HISTORIES, runHistory} from './histories.ts';
import {lineInput, paymentInput, type SeedPayment, shippingInput} from './order-input.ts';
import {ORDERS, type SeedOrder} from './orders.ts';
import {type SeededShop, seedShop} from './shop.ts';

/** What one unit is worth in euros today; the sales of last week had other rates. */
const TODAYS_RATES: Readonly<Record<string, string>> = {USD: '0.86', JPY: '0.00588', KWD: '2.81', CHF: '1.0652'};

const CREATE_ORDER =
  'mutation ($order: OrderCreateOrderInput!) {orderCreate(order: $order) {order {id} userErrors {message}}}';
const CREATE_CARD =
  'mutation ($input: GiftCardCreateInput!) {giftCardCreate(input: $input) {giftCard {id} userErrors {message}}}';

const DAY_MINUTES = 24 * 60;

/** Orders of one day come in at different moments; the newest is under an hour old. */
const minutesOf = (order: SeedOrder, index: number): number =>
  order.daysAgo * DAY_MINUTES + (ORDERS.length - index) * 47;

/** A gift card that pays needs to exist, with something left on it. */
function withCards(lab: Lab, payments: readonly SeedPayment[]): SeedPayment[] {
  return payments.map((payment) => {
    if (payment.gateway !== 'gift_card') return payment;
    const input = {
      initialAmount: {amount: '25.00', currencyCode: lab.settings.currency},
      code: 'duinendraad2026a',
      note: 'Cadeaubon',
    };
    const made = ask(lab, CREATE_CARD, {input}) as {giftCardCreate: {giftCard: {id: string}}};
    return {...payment, giftCardId: made.giftCardCreate.giftCard.id};
  });
}

function create(lab: Lab, order: SeedOrder, shop: SeededShop): string {
  const currencies = {shop: lab.settings.currency, customer: order.currency ?? lab.settings.currency};
  const [zip, city, address1, countryCode] = order.city;
  const known = typeof order.customer === 'string' ? shop.customers[order.customer] : null;
  const person = typeof order.customer === 'string' ? null : order.customer;
  const made = ask(lab, CREATE_ORDER, {
    order: {
      currency: currencies.shop,
      presentmentCurrency: currencies.customer,
      taxesIncluded: !order.taxesExcluded,
      ...(known === null ? {email: person?.guest} : {customer: {toAssociate: {id: known}}}),
      ...(order.b2b ? {companyLocationId: shop.companyLocation} : {}),
      ...(order.note ? {note: order.note} : {}),
      ...(order.tags ? {tags: order.tags} : {}),
      ...(order.status ? {financialStatus: order.status} : {}),
      sourceName: 'web',
      shippingAddress: {
        ...(person ? {firstName: person.firstName, lastName: person.lastName} : nameOf(lab, known)),
        address1,
        zip,
        city,
        countryCode,
      },
      lineItems: order.lines.map((line) => lineInput(line, currencies)),
      shippingLines: order.shipping.map((line) => shippingInput(line, currencies)),
      transactions: withCards(lab, order.payments).map((payment) => paymentInput(payment, currencies)),
    },
  }) as {orderCreate: {order: {id: string}}};
  const {id} = made.orderCreate.order;
  amendOrder(lab.store, id, (record) => {
    // A checkout knows the card; orderCreate has no field for it.
    order.payments.forEach(({card}, index) => {
      const payment = record.transactions[index];
      if (card && payment) payment.accountNumber = `•••• •••• •••• ${card}`;
    });
  });
  return id;
}

function nameOf(lab: Lab, customer: string | null): {firstName: string; lastName: string} {
  const query = 'query ($id: ID!) {customer(id: $id) {firstName lastName}}';
  return (ask(lab, query, {id: customer}) as {customer: {firstName: string; lastName: string}}).customer;
}

/**
 * Seeds the shop, oldest things first.
 * @throws Error when a step of it fails, or a history belongs to no order
 */
export function seed(lab: Lab): void {
  const orphan = Object.keys(HISTORIES).find((key) => !ORDERS.some((order) => order.key === key));
  if (orphan) throw new Error(`No order is called ${orphan}`);
  lab.store.transaction(() => {
    const shop = minutesAgo(lab, 400 * DAY_MINUTES, () => seedShop(lab));
    for (const [currency, rate] of Object.entries(TODAYS_RATES))
      setTodaysRate(lab.store, currency, lab.settings.currency, rate);
    ORDERS.forEach((order, index) => {
      const id = minutesAgo(lab, minutesOf(order, index), () => create(lab, order, shop));
      runHistory(lab, order.key, id, shop);
    });
  });
}
