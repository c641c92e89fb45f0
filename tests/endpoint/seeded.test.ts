/** The actions on the believable shop's orders: guests, split payments, other currencies, taxes apart, 300 lines. */
import {beforeAll, describe, expect, it} from 'vitest';
import type {Lab} from '../../lab/admin-api/lab.ts';
import {openShop} from '../../lab/index.ts';
import {ask} from '../execution/lab-client.ts';
import {call, functionOn, numberOf} from './shop.ts';
import type {Answered} from './shop.ts';

const DOMAIN = 'duin-en-draad.myshopify.com';

interface SeededOrder {
  readonly id: string;
  readonly name: string;
}

let lab: Lab;
let orders: readonly SeededOrder[];

beforeAll(async () => {
  lab = openShop({database: ':memory:', now: new Date('2026-11-22T12:00:00Z')});
  const answer = await ask(lab, '{orders(first: 50) {nodes {id name}}}');
  orders = (answer as {orders: {nodes: SeededOrder[]}}).orders.nodes;
});

/** Order; then currency, to the payments, store credit, owed outside: first of shipping and a label of 7, then of what is left. */
const ROWS: readonly [name: string, label: string, rest: string, booked: string][] = [
  ['#1001', 'EUR 6.95 7.00 0.00', 'EUR 50.00 0.00 0.00', '56.95'],
  // A guest: no store credit.
  ['#1002', 'EUR 6.95 0.00 7.00', 'EUR 50.00 0.00 0.00', '56.95'],
  ['#1003', 'EUR 6.95 7.00 0.00', 'EUR 50.00 0.00 0.00', '56.95'],
  ['#1004', 'EUR 0.00 7.00 0.00', 'EUR 29.00 0.00 0.00', '29.00'],
  ['#1005', 'EUR 4.95 7.00 0.00', 'EUR 96.30 0.00 0.00', '101.25'],
  // Paid by hand: Shopify books a refund, the money is still owed.
  ['#1006', 'EUR 0.00 7.00 0.00', 'EUR 0.00 0.00 19.99', '19.99'],
  ['#1007', 'EUR 0.00 7.00 0.00', 'EUR 247.00 0.00 0.00', '247.00'],
  ['#1008', 'USD 5.50 7.00 0.00', 'USD 38.50 0.00 0.00', '44.00'],
  ['#1009', 'JPY 0 7 0', 'JPY 2900 0 0', '2900.00'],
  ['#1010', 'KWD 0.000 7.000 0.000', 'KWD 10.000 0.000 0.000', '10.00'],
  ['#1011', 'EUR 7.45 7.00 0.00', 'EUR 77.45 0.00 0.00', '84.90'],
  ['#1012', 'EUR 6.95 7.00 0.00', 'EUR 49.00 0.00 0.00', '55.95'],
  ['#1013', 'EUR 6.95 7.00 0.00', 'stopItemsOnOpenReturn', '6.95'],
  ['#1014', 'EUR 45.00 7.00 0.00', 'EUR 1008.00 0.00 0.00', '1053.00'],
  // 300 lines.
  ['#1015', 'EUR 0.00 7.00 0.00', 'EUR 300.00 0.00 0.00', '300.00'],
  ['#1016', 'EUR 0.00 7.00 0.00', 'stopNothingPaid', '0.00'],
  ['#1017', 'EUR 6.95 0.00 7.00', 'EUR 96.00 0.00 0.00', '102.95'],
  ['#1018', 'EUR 6.95 7.00 0.00', 'EUR 39.98 0.00 0.00', '46.93'],
  // Taxes apart.
  ['#1019', 'USD 15.94 7.00 0.00', 'USD 173.20 0.00 0.00', '189.14'],
  ['#1020', 'CHF 18.00 7.00 0.00', 'CHF 284.00 0.00 0.00', '302.00'],
  ['#1021', 'EUR 5.50 7.00 0.00', 'EUR 29.00 0.00 0.00', '34.50'],
];

describe('each order of the shop', () => {
  it('is in the table', () => {
    expect(orders.map(({name}) => name).toSorted()).toEqual(ROWS.map(([name]) => name));
  });

  it.each(ROWS)('%s: %s, then %s; Shopify books %s', async (name, label, rest, booked) => {
    const shop = functionOn(lab, DOMAIN);
    const id = orders.find((order) => order.name === name)?.id ?? '';
    const order_id = numberOf(id);
    const before = await refunded(id);
    const labelCall = {
      handle: 'refund-shipping-plus-label',
      properties: {order_id, label_credit: '7'},
      runId: `1${name}`,
    };
    const restCall = {handle: 'run-refund-recipe', properties: {order_id, recipe: 'full-refund'}, runId: `2${name}`};
    for (const [given, wanted] of [
      [labelCall, label],
      [restCall, rest],
    ] as const) {
      const dry = {...given, properties: {...given.properties, dry_run: 'true'}, runId: `dry${name}`};
      const rehearsed = await call(shop, dry, {shopify_domain: DOMAIN});
      const first = await call(shop, given, {shopify_domain: DOMAIN});
      expect([shortly(rehearsed), shortly(first)]).toEqual([wanted, wanted]);
      expect(await call(shop, given, {shopify_domain: DOMAIN})).toEqual(first);
    }
    expect(((await refunded(id)) - before).toFixed(2)).toBe(booked);
  });
});

function shortly({body: {code, return_value: result}}: Answered): string {
  if (!result) return code ?? '';
  return [result.currency, result.toOriginalPayment, result.toStoreCredit, result.owedOutside].join(' ');
}

/** What Shopify has booked as refunded, in the customer's currency. */
async function refunded(id: string): Promise<number> {
  const query = 'query($id: ID!) {order(id: $id) {totalRefundedSet {presentmentMoney {amount}}}}';
  const {order} = (await ask(lab, query, {id})) as {order: {totalRefundedSet: {presentmentMoney: {amount: string}}}};
  return Number(order.totalRefundedSet.presentmentMoney.amount);
}
