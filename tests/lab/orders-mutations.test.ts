import {beforeEach, describe, expect, it} from 'vitest';
import {cushions, euros, openShop, paid, type SeenOrder, type Shop} from './orders-lab.ts';

let shop: Shop;
beforeEach(() => {
  shop = openShop();
});

interface Refused {
  field: string[];
  message: string;
  code: string;
}

async function refused(order: Record<string, unknown>): Promise<Refused | undefined> {
  const {orderCreate} = await shop.ask<{orderCreate: {order: null; userErrors: Refused[]}}>(
    'mutation ($order: OrderCreateOrderInput!) {orderCreate(order: $order) {order {id} userErrors {field message code}}}',
    {order},
  );
  expect(orderCreate.order).toBeNull();
  return orderCreate.userErrors[0];
}

describe('orderCreate', () => {
  it('numbers orders, and shows no financial status while nothing was paid or said', async () => {
    const order = await shop.create(cushions({transactions: []}));
    expect(order.displayFinancialStatus).toBeNull();
    expect(paid(order.totalOutstandingSet)).toBe('56.95');
    expect((await shop.create(cushions({transactions: [], financialStatus: 'PENDING'}))).displayFinancialStatus).toBe(
      'PENDING',
    );
  });

  it('knows authorized, partly paid and paid', async () => {
    const payment = (amount: string, more: object = {}): object => ({
      gateway: 'shopify_payments',
      amountSet: euros(amount),
      ...more,
    });
    const authorized = await shop.create(cushions({transactions: [payment('56.95', {kind: 'AUTHORIZATION'})]}));
    expect(authorized.displayFinancialStatus).toBe('AUTHORIZED');
    const captured = await shop.create(
      cushions({transactions: [payment('56.95', {kind: 'AUTHORIZATION'}), payment('56.95', {kind: 'CAPTURE'})]}),
    );
    expect(captured.displayFinancialStatus).toBe('PAID');
    expect(captured.transactions.map(({maximumRefundableV2}) => maximumRefundableV2?.amount)).toEqual([
      undefined,
      '56.95',
    ]);
    expect((await shop.create(cushions({transactions: [payment('10.00')]}))).displayFinancialStatus).toBe(
      'PARTIALLY_PAID',
    );
    expect(
      (await shop.create(cushions({transactions: [payment('56.95', {status: 'PENDING'})]}))).displayFinancialStatus,
    ).toBe('PENDING');
  });

  it('names the input field that it does not take, and makes no order', async () => {
    expect(await refused(cushions({userId: 'gid://shopify/StaffMember/1'}))).toEqual({
      field: ['order', 'userId'],
      message: 'The local lab does not take userId',
      code: 'INVALID',
    });
    expect((await refused({currency: 'EUR', lineItems: []}))?.field).toEqual(['order', 'lineItems']);
    expect((await refused({currency: 'EUR', lineItems: [{title: 'Mok', quantity: 1}]}))?.field).toEqual([
      'order',
      'lineItems',
      '0',
      'priceSet',
    ]);
    expect(
      (await refused({currency: 'EUR', lineItems: [{title: 'Mok', quantity: 0, priceSet: euros('1.00')}]}))?.field,
    ).toEqual(['order', 'lineItems', '0', 'quantity']);
    expect(
      (await refused({currency: 'EUR', lineItems: [{title: 'Mok', quantity: 1, priceSet: euros('1.005')}]}))?.field,
    ).toEqual(['order', 'lineItems', '0', 'priceSet', 'shopMoney', 'amount']);
    expect((await refused(cushions({presentmentCurrency: 'USD'})))?.field).toEqual([
      'order',
      'lineItems',
      '0',
      'priceSet',
      'presentmentMoney',
    ]);
    expect((await refused(cushions({processedAt: '2026-11-23T12:00:00Z'})))?.code).toBe('PROCESSED_AT_INVALID');
    expect((await refused(cushions({customer: {toAssociate: {id: 'gid://shopify/Customer/9'}}})))?.field).toEqual([
      'order',
      'customer',
      'toAssociate',
      'id',
    ]);
    const {orders} = await shop.ask<{orders: {nodes: unknown[]}}>('{orders(first: 5) {nodes {id}}}');
    expect(orders.nodes).toEqual([]);
  });

  it('makes or finds the customer', async () => {
    const upsert = {toUpsert: {email: 'SANNE@voorbeeld.nl', firstName: 'Sanne', lastName: 'Vos'}};
    const order = await shop.create(cushions({customer: upsert}));
    const {order: found} = await shop.ask<{order: {customer: object; purchasingEntity: object}}>(
      'query ($id: ID!) {order(id: $id) {customer {id displayName numberOfOrders} purchasingEntity {__typename}}}',
      {id: order.id},
    );
    expect(found).toEqual({
      customer: {id: shop.customer, displayName: 'Sanne Vos', numberOfOrders: '1'},
      purchasingEntity: {__typename: 'Customer'},
    });
  });
});

describe('orderMarkAsPaid', () => {
  const pay = async (order: SeenOrder): Promise<{order: SeenOrder | null; userErrors: unknown[]}> =>
    (
      await shop.ask<{orderMarkAsPaid: {order: SeenOrder | null; userErrors: unknown[]}}>(
        'mutation ($id: ID!) {orderMarkAsPaid(input: {id: $id}) {order {displayFinancialStatus transactions {gateway manualPaymentGateway}} userErrors {field message}}}',
        {id: order.id},
      )
    ).orderMarkAsPaid;

  it('books what is outstanding by hand, once', async () => {
    const order = await shop.create(cushions({transactions: []}));
    const {order: after} = await pay(order);
    expect(after).toEqual({
      displayFinancialStatus: 'PAID',
      transactions: [{gateway: 'manual', manualPaymentGateway: true}],
    });
    expect((await pay(order)).userErrors).toHaveLength(1);
  });
});

describe('orderCancel', () => {
  const cancel = async (order: SeenOrder, more: string): Promise<unknown[]> =>
    (
      await shop.ask<{orderCancel: {orderCancelUserErrors: unknown[]}}>(
        `mutation ($id: ID!) {orderCancel(orderId: $id, reason: CUSTOMER, restock: true${more}) {orderCancelUserErrors {field message code}}}`,
        {id: order.id},
      )
    ).orderCancel.orderCancelUserErrors;

  it('pays back as store credit when that is asked, which a guest cannot have', async () => {
    const guest = await shop.create(cushions());
    expect(await cancel(guest, ', refundMethod: {storeCreditRefund: {}}')).toEqual([
      expect.objectContaining({code: 'STORE_CREDIT_REFUND_MISSING_CUSTOMER'}),
    ]);
    const order = await shop.create(cushions({customer: {toAssociate: {id: shop.customer}}}));
    expect(await cancel(order, ', refundMethod: {storeCreditRefund: {}}')).toEqual([]);
    const after = await shop.read(order.id);
    expect([after.displayFinancialStatus, paid(after.netPaymentSet), paid(after.currentTotalPriceSet)]).toEqual([
      'REFUNDED',
      '0.0',
      '0.0',
    ]);
    const {customer} = await shop.ask<{customer: {storeCreditAccounts: {nodes: object[]}}}>(
      'query ($id: ID!) {customer(id: $id) {storeCreditAccounts(first: 1) {nodes {balance {amount} transactions(first: 1) {nodes {event}}}}}}',
      {id: shop.customer},
    );
    expect(customer.storeCreditAccounts.nodes).toEqual([
      {balance: {amount: '56.95'}, transactions: {nodes: [{event: 'ORDER_CANCELLATION'}]}},
    ]);
  });

  it('keeps the money without a refund method, is done once, and needs an order', async () => {
    const order = await shop.create(cushions());
    expect(await cancel(order, '')).toEqual([]);
    expect(paid((await shop.read(order.id)).netPaymentSet)).toBe('56.95');
    expect(await cancel(order, '')).toEqual([expect.objectContaining({code: 'INVALID', field: ['orderId']})]);
    expect(await cancel({...order, id: 'gid://shopify/Order/9'}, '')).toEqual([
      expect.objectContaining({code: 'NOT_FOUND'}),
    ]);
  });

  it('voids an order that nobody paid', async () => {
    const order = await shop.create(cushions({transactions: [], financialStatus: 'PENDING'}));
    await cancel(order, '');
    const after = await shop.read(order.id);
    expect([after.displayFinancialStatus, paid(after.totalOutstandingSet)]).toEqual(['VOIDED', '0.0']);
  });
});

describe('orderUpdate, tags and search', () => {
  it('changes note and tags, and finds orders by name, tag, status and words', async () => {
    const [first, second] = [
      await shop.create(cushions({tags: ['haast']})),
      await shop.create(cushions({transactions: []})),
    ];
    await shop.ask('mutation ($input: OrderInput!) {orderUpdate(input: $input) {userErrors {message}}}', {
      input: {id: second.id, note: 'belt morgen terug', tags: ['bellen', 'cadeau']},
    });
    await shop.ask('mutation ($id: ID!) {tagsAdd(id: $id, tags: ["cadeau"]) {userErrors {message}}}', {id: first.id});
    const found = async (query: string): Promise<string[]> =>
      (
        await shop.ask<{orders: {nodes: {name: string}[]}}>(
          'query ($query: String) {orders(first: 10, query: $query, sortKey: ORDER_NUMBER) {nodes {name}}}',
          {query},
        )
      ).orders.nodes.map(({name}) => name);
    expect(await found('name:#1001')).toEqual(['#1001']);
    expect(await found('name:1002')).toEqual(['#1002']);
    expect(await found('tag:cadeau')).toEqual(['#1001', '#1002']);
    expect(await found('tag:cadeau -tag:haast')).toEqual(['#1002']);
    expect(await found('tag:haast OR tag:bellen')).toEqual(['#1001', '#1002']);
    expect(await found('financial_status:paid')).toEqual(['#1001']);
    expect(await found('status:open fulfillment_status:unshipped')).toEqual(['#1001', '#1002']);
    expect(await found('created_at:>2026-11-23')).toEqual([]);
    expect(await found('bellen')).toEqual(['#1002']);
    await expect(found('colour:blue')).rejects.toThrow('does not search orders by colour');
  });
});
