/** `orders(query:, sortKey:)`: the part of Shopify's search that the lab knows. What it doesn't know is an error, not an empty page. */
import {GraphQLError} from 'graphql';
import {fits, matches, parseSearch, type Term} from '../search-syntax.ts';
import type {OrderRecord} from './model.ts';
import {financialStatus, fulfillmentStatus, returnStatus} from './status.ts';
import {currentTotal, total} from './totals.ts';

export interface OrderFacts {
  order: OrderRecord;
  /** Name and address of whoever bought, for words without a field. */
  customer: string;
}

type Values = (facts: OrderFacts) => readonly (string | null)[];

const one =
  (read: (order: OrderRecord) => string | null): Values =>
  ({order}) => [read(order)];

const number = (id: string): string => id.split('/').at(-1) ?? id;

const FULFILLMENT_WORDS: Readonly<Record<string, string>> = {
  FULFILLED: 'shipped',
  PARTIALLY_FULFILLED: 'partial',
  UNFULFILLED: 'unshipped',
};

function states({cancelledAt, closedAt}: OrderRecord): string[] {
  if (cancelledAt !== null) return ['any', 'cancelled'];
  return ['any', closedAt === null ? 'open' : 'closed'];
}

/** What an order says under each search field. */
const FIELDS: Readonly<Record<string, Values>> = {
  id: one(({id}) => number(id)),
  name: ({order}) => [order.name, order.name.replace('#', '')],
  tag: ({order}) => order.tags,
  email: one(({email}) => email),
  customer_id: one(({customerId}) => (customerId === null ? null : number(customerId))),
  discount_code: ({order}) => order.discountCodes,
  gateway: ({order}) => order.transactions.map(({gateway}) => gateway),
  test: one(({test}) => String(test)),
  status: ({order}) => states(order),
  financial_status: ({order}) => ['any', financialStatus(order)],
  fulfillment_status: ({order}) => [
    'any',
    fulfillmentStatus(order),
    FULFILLMENT_WORDS[fulfillmentStatus(order)] ?? null,
  ],
  return_status: one(returnStatus),
  created_at: one(({createdAt}) => createdAt),
  processed_at: one(({processedAt}) => processedAt),
  updated_at: one(({updatedAt}) => updatedAt),
};

/** A word without a field stands anywhere in name, address or tags. */
const mentions = ({order, customer}: OrderFacts, word: string): boolean =>
  [order.name, order.email, customer, ...order.tags].some((text) =>
    (text ?? '').toLowerCase().includes(word.toLowerCase()),
  );

function holds(facts: OrderFacts, term: Term): boolean {
  if (term.field === null) return mentions(facts, term.value);
  if (term.field === 'tag_not') return !facts.order.tags.some((tag) => fits(term, tag));
  const values = FIELDS[term.field];
  if (!values) {
    throw new GraphQLError(`The local lab does not search orders by ${term.field}.`, {
      extensions: {code: 'LAB_NOT_IMPLEMENTED'},
    });
  }
  return values(facts).some((value) => fits(term, value));
}

/**
 * @returns whether an order answers to the query
 * @throws GraphQLError, when it is asked about an order, for a search field that the lab doesn't know
 */
export function matcher(query: string): (facts: OrderFacts) => boolean {
  const search = parseSearch(query);
  return (facts) => matches(search, (term) => holds(facts, term));
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const ORDERINGS: Readonly<Record<string, (a: OrderFacts, b: OrderFacts) => number>> = {
  CREATED_AT: (a, b) => byText(a.order.createdAt, b.order.createdAt),
  PROCESSED_AT: (a, b) => byText(a.order.processedAt, b.order.processedAt),
  UPDATED_AT: (a, b) => byText(a.order.updatedAt, b.order.updatedAt),
  ID: (a, b) => a.order.number - b.order.number,
  ORDER_NUMBER: (a, b) => a.order.number - b.order.number,
  CUSTOMER_NAME: (a, b) => byText(a.customer, b.customer),
  TOTAL_PRICE: (a, b) => total(a.order).shop - total(b.order).shop,
  CURRENT_TOTAL_PRICE: (a, b) => currentTotal(a.order).shop - currentTotal(b.order).shop,
};

/** @throws GraphQLError for a sort key that the lab doesn't know */
export function ordering(sortKey: string): (a: OrderFacts, b: OrderFacts) => number {
  const compare = ORDERINGS[sortKey];
  if (!compare)
    throw new GraphQLError(`The local lab does not sort orders by ${sortKey}.`, {
      extensions: {code: 'LAB_NOT_IMPLEMENTED'},
    });
  return (a, b) => compare(a, b) || a.order.number - b.order.number;
}
