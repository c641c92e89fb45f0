/** A lab with one order on it, made through the real API, and short ways to refund and read it. */
import {createLab, type Lab} from '../../lab/admin-api/lab.ts';
import {putCustomer, putLocation} from '../../lab/admin-api/shop/things.ts';

const VERSION = '2026-07';

export type Answer = Record<string, unknown>;

const MONEY = '{shopMoney {amount currencyCode} presentmentMoney {amount currencyCode}}';

const ORDER_FIELDS = `{
  id updatedAt displayFinancialStatus displayFulfillmentStatus
  totalReceivedSet ${MONEY} totalRefundedSet ${MONEY} totalRefundedShippingSet ${MONEY} netPaymentSet ${MONEY}
  refundDiscrepancySet ${MONEY} currentTotalPriceSet ${MONEY} totalOutstandingSet ${MONEY}
  lineItems(first: 10) {nodes {id quantity currentQuantity refundableQuantity unfulfilledQuantity}}
  shippingLines(first: 5) {nodes {id}}
  transactions {id kind status gateway errorCode amountSet ${MONEY} maximumRefundableV2 {amount currencyCode} parentTransaction {id}}
  refunds {id note}
}`;

const REFUND_FIELDS = `{
  id note totalRefundedSet ${MONEY}
  refundLineItems(first: 10) {nodes {quantity restockType restocked location {id} subtotalSet ${MONEY} totalTaxSet ${MONEY}}}
  refundShippingLines(first: 10) {nodes {shippingLine {id} subtotalAmountSet ${MONEY} taxAmountSet ${MONEY}}}
  duties {amountSet ${MONEY} originalDuty {id}}
  orderAdjustments(first: 5) {nodes {reason amountSet ${MONEY}}}
  transactions(first: 10) {nodes {id kind status gateway errorCode amountSet ${MONEY} parentTransaction {id}}}
}`;

/** What tests read; amounts in the customer's currency as the API writes them. */
export interface SeenOrder {
  id: string;
  updatedAt: string;
  displayFinancialStatus: string | null;
  displayFulfillmentStatus: string;
  lineItems: {
    nodes: {
      id: string;
      quantity: number;
      currentQuantity: number;
      refundableQuantity: number;
      unfulfilledQuantity: number;
    }[];
  };
  shippingLines: {nodes: {id: string}[]};
  transactions: {
    id: string;
    kind: string;
    status: string;
    gateway: string;
    maximumRefundableV2: {amount: string} | null;
  }[];
  refunds: {id: string; note: string | null}[];
  [money: `${string}Set`]: Bag;
}

export interface Bag {
  shopMoney: {amount: string; currencyCode: string};
  presentmentMoney: {amount: string; currencyCode: string};
}

export interface SeenRefund {
  id: string;
  note: string | null;
  totalRefundedSet: Bag;
  refundLineItems: {
    nodes: {
      quantity: number;
      restockType: string;
      restocked: boolean;
      location: {id: string} | null;
      subtotalSet: Bag;
      totalTaxSet: Bag;
    }[];
  };
  refundShippingLines: {nodes: {shippingLine: {id: string}; subtotalAmountSet: Bag; taxAmountSet: Bag}[]};
  duties: {amountSet: Bag; originalDuty: {id: string} | null}[];
  orderAdjustments: {nodes: {reason: string; amountSet: Bag}[]};
  transactions: {
    nodes: {
      id: string;
      kind: string;
      status: string;
      gateway: string;
      errorCode: string | null;
      amountSet: Bag;
      parentTransaction: {id: string} | null;
    }[];
  };
}

export interface RefundAnswer {
  refund: SeenRefund | null;
  order: SeenOrder | null;
  userErrors: {field: string[] | null; message: string}[];
}

export const paid = (bag: Bag | undefined): string | undefined => bag?.presentmentMoney.amount;

export interface Shop {
  lab: Lab;
  warehouse: string;
  customer: string;
  ask: <T = Answer>(query: string, variables?: Answer) => Promise<T>;
  create: (order: Answer) => Promise<SeenOrder>;
  read: (id: string) => Promise<SeenOrder>;
  refund: (input: Answer, key?: string) => Promise<RefundAnswer>;
}

/** A shop in euros that stands still at noon on 22 November 2026. */
export function openShop(): Shop {
  const lab = createLab({now: new Date('2026-11-22T12:00:00Z'), settings: {throttling: false}});
  const warehouse = putLocation(lab.store, {name: 'Magazijn'}).id;
  const customer = putCustomer(lab.store, {firstName: 'Sanne', lastName: 'de Vries', email: 'sanne@voorbeeld.nl'}).id;
  let keys = 0;

  const ask = async <T>(query: string, variables: Answer = {}): Promise<T> => {
    const {body} = await lab.handle({version: VERSION, query, variables});
    if (typeof body === 'string' || body.errors) throw new Error(JSON.stringify(body));
    return body.data as T;
  };
  return {
    lab,
    warehouse,
    customer,
    ask,
    async create(order) {
      const query = `mutation ($order: OrderCreateOrderInput!) {orderCreate(order: $order) {order ${ORDER_FIELDS} userErrors {field message code}}}`;
      const {orderCreate} = await ask<{orderCreate: {order: SeenOrder | null; userErrors: unknown[]}}>(query, {order});
      if (!orderCreate.order) throw new Error(JSON.stringify(orderCreate.userErrors));
      return orderCreate.order;
    },
    async read(id) {
      return (await ask<{order: SeenOrder}>(`query ($id: ID!) {order(id: $id) ${ORDER_FIELDS}}`, {id})).order;
    },
    async refund(input, key) {
      keys += 1;
      const query = `mutation ($input: RefundInput!, $key: String!) {refundCreate(input: $input) @idempotent(key: $key) {refund ${REFUND_FIELDS} order ${ORDER_FIELDS} userErrors {field message}}}`;
      return (await ask<{refundCreate: RefundAnswer}>(query, {input, key: key ?? `key-${keys}`})).refundCreate;
    },
  };
}

export const euros = (amount: string): Answer => ({shopMoney: {amount, currencyCode: 'EUR'}});

/** Two cushions of 25.00 and shipping of 6.95, paid 56.95 by card. */
export const cushions = (more: Answer = {}): Answer => ({
  currency: 'EUR',
  taxesIncluded: true,
  lineItems: [{title: 'Kussenhoes', quantity: 2, requiresShipping: true, priceSet: euros('25.00')}],
  shippingLines: [{title: 'PostNL', priceSet: euros('6.95')}],
  transactions: [{kind: 'SALE', status: 'SUCCESS', gateway: 'shopify_payments', amountSet: euros('56.95')}],
  ...more,
});

/** A refund transaction onto one of the order's payments. */
export const back = (order: SeenOrder, amount: string, payment = 0): Answer => ({
  orderId: order.id,
  gateway: order.transactions[payment]?.gateway,
  kind: 'REFUND',
  amount,
  parentId: order.transactions[payment]?.id,
});
