/** Makes the shop and what stands in it. Seeds and replays use these directly; ids may be given, else they are new. */
import {legacyId} from '../gid.ts';
import type {Store} from '../store.ts';
import {getRecord, putRecord, recordsOf, type Stored, textOf} from './records.ts';

const SHOP_ID = 'gid://shopify/Shop/1';

export interface ShopInput {
  readonly name?: string;
  readonly email?: string;
  readonly myshopifyDomain?: string;
  readonly ianaTimezone?: string;
  readonly taxesIncluded?: boolean;
  /** Currencies that customers can pay in besides the shop's own. */
  readonly presentmentCurrencies?: readonly string[];
  /** Default: the new ones. Store credit can't be spent by customers with classic accounts. */
  readonly customerAccounts?: 'CLASSIC' | 'NEW_CUSTOMER_ACCOUNTS';
}

export function putShop(store: Store, input: ShopInput): Stored {
  const name = input.name ?? 'Lab shop';
  const domain = input.myshopifyDomain ?? 'lab-shop.myshopify.com';
  return putRecord(store, {
    id: SHOP_ID,
    name,
    email: input.email ?? 'owner@example.com',
    contactEmail: input.email ?? 'owner@example.com',
    myshopifyDomain: domain,
    url: `https://${domain}`,
    ianaTimezone: input.ianaTimezone ?? 'Europe/Amsterdam',
    taxesIncluded: input.taxesIncluded ?? true,
    presentmentCurrencies: input.presentmentCurrencies ?? [],
    customerAccountsV2: {customerAccountsVersion: input.customerAccounts ?? 'NEW_CUSTOMER_ACCOUNTS'},
    createdAt: store.clock.iso(),
    updatedAt: store.clock.iso(),
  });
}

export function getShop(store: Store): Stored {
  return getRecord(store, SHOP_ID) ?? putShop(store, {});
}

export function putLocation(
  store: Store,
  input: {readonly id?: string; readonly name: string; readonly isActive?: boolean},
): Stored {
  const id = input.id ?? store.newGid('Location');
  return putRecord(store, {
    __typename: 'Location',
    id,
    legacyResourceId: legacyId(id),
    name: input.name,
    isActive: input.isActive ?? true,
    isPrimary: recordsOf(store, 'Location').length === 0,
    fulfillsOnlineOrders: true,
    shipsInventory: true,
    isFulfillmentService: false,
    createdAt: store.clock.iso(),
    updatedAt: store.clock.iso(),
  });
}

export interface CustomerInput {
  readonly id?: string | null;
  readonly email?: string | null;
  readonly firstName?: string | null;
  readonly lastName?: string | null;
  readonly phone?: string | null;
  readonly locale?: string | null;
  readonly note?: string | null;
  readonly tags?: readonly string[] | null;
  readonly taxExempt?: boolean | null;
}

export function putCustomer(store: Store, input: CustomerInput): Stored {
  const id = input.id ?? store.newGid('Customer');
  const email = input.email ?? null;
  const name = [input.firstName, input.lastName].filter(Boolean).join(' ');
  return putRecord(store, {
    __typename: 'Customer',
    id,
    legacyResourceId: legacyId(id),
    email,
    defaultEmailAddress:
      email === null ? null : {emailAddress: email, validFormat: true, marketingState: 'NOT_SUBSCRIBED'},
    firstName: input.firstName ?? null,
    lastName: input.lastName ?? null,
    displayName: name || (email ?? input.phone ?? ''),
    phone: input.phone ?? null,
    locale: input.locale ?? 'nl',
    note: input.note ?? null,
    tags: (input.tags ?? []).toSorted((a, b) => a.localeCompare(b)),
    taxExempt: input.taxExempt ?? false,
    taxExemptions: [],
    state: 'DISABLED',
    verifiedEmail: true,
    createdAt: store.clock.iso(),
    updatedAt: store.clock.iso(),
  });
}

export function findCustomerByEmail(store: Store, email: string): Stored | undefined {
  return recordsOf(store, 'Customer').find((one) => textOf(one, 'email')?.toLowerCase() === email.toLowerCase());
}

export function putCompanyLocation(
  store: Store,
  input: {
    readonly id?: string;
    readonly name: string;
    readonly company: {readonly id?: string; readonly name: string};
    readonly currency?: string;
  },
): Stored {
  const company = putRecord(store, {
    __typename: 'Company',
    id: input.company.id ?? store.newGid('Company'),
    name: input.company.name,
    note: null,
    externalId: null,
    createdAt: store.clock.iso(),
    updatedAt: store.clock.iso(),
  });
  return putRecord(store, {
    __typename: 'CompanyLocation',
    id: input.id ?? store.newGid('CompanyLocation'),
    name: input.name,
    companyId: company.id,
    currency: input.currency ?? 'EUR',
    locale: 'nl',
    note: null,
    phone: null,
    externalId: null,
    createdAt: store.clock.iso(),
    updatedAt: store.clock.iso(),
  });
}

export function putProduct(
  store: Store,
  input: {readonly id?: string; readonly title: string; readonly handle?: string},
): Stored {
  const id = input.id ?? store.newGid('Product');
  return putRecord(store, {
    __typename: 'Product',
    id,
    legacyResourceId: legacyId(id),
    title: input.title,
    handle: input.handle ?? input.title.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
    status: 'ACTIVE',
    tags: [],
    createdAt: store.clock.iso(),
    updatedAt: store.clock.iso(),
  });
}
