/**
 * What happened to the orders after they were sold. Through the Admin API where it has a mutation for it; what no API can do
 * (a dispute, duties and tips of a checkout, masked card numbers, a gateway that takes its time) is put into the order itself.
 */
import type {Lab} from '../admin-api/lab.ts';
import {discountLines} from '../admin-api/orders/create-discounts.ts';
import {setGatewayAnswer} from '../admin-api/orders/gateways.ts';
import type {OrderRecord} from '../admin-api/orders/model.ts';
import {amendOrder, findOrder} from '../admin-api/orders/repository.ts';
import {ask, daysAgo} from './ask.ts';
import type {SeededShop} from './shop.ts';

export interface History {
  /** Days before now; what happens to an order happens after it was sold. */
  readonly daysAgo: number;
  readonly happens: (lab: Lab, order: OrderRecord, shop: SeededShop) => void;
}

const FULFILL =
  'mutation ($fulfillment: FulfillmentInput!) {fulfillmentCreate(fulfillment: $fulfillment) {fulfillment {id} userErrors {message}}}';
const REFUND =
  'mutation ($input: RefundInput!, $key: String!) {refundCreate(input: $input) @idempotent(key: $key) {refund {id} userErrors {message}}}';
const RETURN =
  'mutation ($returnInput: ReturnInput!) {returnCreate(returnInput: $returnInput) {return {id} userErrors {message}}}';

/** Ships units of the lines, by their place on the order; everything when left out. */
const ship = (days: number, units?: readonly (readonly [line: number, quantity: number])[]): History => ({
  daysAgo: days,
  happens(lab, order) {
    const [planned] = order.fulfillmentOrders;
    const lines = units?.map(([line, quantity]) => ({id: planned?.lines[line]?.id, quantity}));
    ask(lab, FULFILL, {
      fulfillment: {
        lineItemsByFulfillmentOrder: [
          {fulfillmentOrderId: planned?.id, ...(lines ? {fulfillmentOrderLineItems: lines} : {})},
        ],
      },
    });
  },
});

/** Something no API does: changes the order as Shopify would show it. */
const shows = (days: number, change: (order: OrderRecord, lab: Lab) => void): History => ({
  daysAgo: days,
  happens: (lab, order) => {
    amendOrder(lab.store, order.id, (record) => {
      change(record, lab);
    });
  },
});

const refund = (days: number, input: (order: OrderRecord, shop: SeededShop) => object): History => ({
  daysAgo: days,
  happens: (lab, order, shop) => {
    ask(lab, REFUND, {
      input: {orderId: order.id, ...input(order, shop)},
      key: `seed-${order.name}-${order.refunds.length}`,
    });
  },
});

const toPayment = (order: OrderRecord, amount: string): object => ({
  orderId: order.id,
  gateway: order.transactions[0]?.gateway,
  kind: 'REFUND',
  amount,
  parentId: order.transactions[0]?.id,
});

/** Per order, in the order in which it happened. */
export const HISTORIES: Readonly<Record<string, readonly History[]>> = {
  'label-credit': [ship(11)],
  guest: [ship(10)],
  'split-payment': [ship(9)],
  'cart-discount': [
    shows(10, (order) => {
      discountLines(order, 'cart', 'Najaarskorting', {amount: {shop: 100, customer: 100}});
    }),
    ship(9),
  ],
  'line-and-code-discount': [
    shows(9, (order) => {
      order.lines[0]?.discounts.push({scope: 'line', title: 'Tweede keus', amount: {shop: 1000, customer: 1000}});
      discountLines(order, 'code', 'HERFST10', {percentage: '10'});
      order.discountCodes.push('HERFST10');
    }),
    ship(8),
  ],
  'bank-transfer': [ship(7)],
  'partly-shipped': [ship(6, [[1, 4]])],
  'us-dollars': [ship(7)],
  yen: [
    shows(7, (order) => {
      discountLines(order, 'cart', 'Autumn discount', {amount: {shop: 61, customer: 100}});
    }),
    ship(6),
  ],
  dinar: [ship(6)],
  'refunded-before': [
    ship(6),
    refund(3, (order, shop) => ({
      note: 'Eén mok kwam gebarsten aan',
      refundLineItems: [
        {lineItemId: order.lines[1]?.id, quantity: 1, restockType: 'RETURN', locationId: shop.warehouse},
      ],
      shipping: {amount: '2.50'},
      transactions: [toPayment(order, '15.00')],
    })),
  ],
  'credit-before': [
    ship(5),
    refund(2, (order) => ({
      note: 'Vouw in de plaid: tegemoetkoming als winkeltegoed',
      discrepancyReason: 'DAMAGE',
      refundMethods: [{storeCreditRefund: {amount: {amount: '30.00', currencyCode: order.presentmentCurrency}}}],
    })),
  ],
  'open-return': [
    ship(5),
    {
      daysAgo: 1,
      happens(lab, order) {
        const shipped = order.fulfillments[0]?.lines[1];
        ask(lab, RETURN, {
          returnInput: {
            orderId: order.id,
            returnLineItems: [
              {
                fulfillmentLineItemId: shipped?.id,
                quantity: 1,
                returnReasonDefinitionId: 'gid://shopify/ReturnReasonDefinition/2',
                returnReasonNote: 'Kleur valt anders uit',
              },
            ],
          },
        });
      },
    },
  ],
  b2b: [ship(4)],
  long: [ship(2)],
  dispute: [
    ship(2),
    shows(1, (order, lab) => {
      order.disputes.push({
        id: lab.store.newGid('ShopifyPaymentsDispute'),
        status: 'NEEDS_RESPONSE',
        initiatedAs: 'CHARGEBACK',
      });
    }),
  ],
  'refund-pending': [
    ship(1),
    {
      daysAgo: 0,
      happens(lab, order, shop) {
        const payment = order.transactions[0];
        if (payment) setGatewayAnswer(lab.store, payment.id, {status: 'PENDING', errorCode: null}, 1);
        ask(lab, REFUND, {
          input: {
            orderId: order.id,
            note: 'Eén kaarsenhouder retour',
            refundLineItems: [
              {lineItemId: order.lines[0]?.id, quantity: 1, restockType: 'RETURN', locationId: shop.store},
            ],
            transactions: [toPayment(order, '19.99')],
          },
          key: `seed-${order.name}`,
        });
      },
    },
  ],
  'duties-and-two-shipments': [
    shows(1, (order, lab) => {
      const duty = (shop: number, customer: number): OrderRecord['lines'][number]['duties'][number] => ({
        id: lab.store.newGid('Duty'),
        amount: {shop, customer},
        harmonizedSystemCode: '630221',
        countryCodeOfOrigin: 'NL',
      });
      order.lines[0]?.duties.push(duty(2040, 1920));
      order.lines[1]?.duties.push(duty(341, 320));
    }),
  ],
  tip: [
    shows(0, (order) => {
      order.tip = {shop: 300, customer: 300};
    }),
  ],
};

/** Runs what happened to one order. */
export function runHistory(lab: Lab, key: string, orderId: string, shop: SeededShop): void {
  for (const entry of HISTORIES[key] ?? []) {
    daysAgo(lab, entry.daysAgo, () => {
      const order = findOrder(lab.store, orderId);
      if (!order) throw new Error(`No order ${orderId}`);
      entry.happens(lab, order, shop);
    });
  }
}
