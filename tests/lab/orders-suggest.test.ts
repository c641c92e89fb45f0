import {beforeEach, describe, expect, it} from 'vitest';
import {amendOrder} from '../../lab/admin-api/orders/repository.ts';
import {back, type Bag, cushions, euros, openShop, paid, type SeenOrder, type Shop} from './orders-lab.ts';

let shop: Shop;
beforeEach(() => {
  shop = openShop();
});

const MONEY = '{presentmentMoney {amount}}';

interface Suggested {
  lines: {nodes: never[]};
  amountSet: Bag;
  subtotalSet: Bag;
  discountedSubtotalSet: Bag;
  totalCartDiscountAmountSet: Bag;
  totalTaxSet: Bag;
  totalDutiesSet: Bag;
  maximumRefundableSet: Bag;
  shipping: {amountSet: Bag; taxSet: Bag; maximumRefundableSet: Bag};
  refundLineItems: {quantity: number; restockType: string; subtotalSet: Bag; totalTaxSet: Bag}[];
}

async function suggest(order: SeenOrder, args: string): Promise<Suggested> {
  const {order: found} = await shop.ask<{order: {suggestedRefund: Suggested}}>(
    `query ($id: ID!) {order(id: $id) {suggestedRefund(${args}) {
      amountSet ${MONEY} subtotalSet ${MONEY} discountedSubtotalSet ${MONEY} totalCartDiscountAmountSet ${MONEY} totalTaxSet ${MONEY}
      totalDutiesSet ${MONEY} maximumRefundableSet ${MONEY} shipping {amountSet ${MONEY} taxSet ${MONEY} maximumRefundableSet ${MONEY}}
      refundLineItems {quantity restockType subtotalSet ${MONEY} totalTaxSet ${MONEY}}
    }}}`,
    {id: order.id},
  );
  return found.suggestedRefund;
}

const lines = (order: SeenOrder, quantity: number, more = ''): string =>
  `refundLineItems: [{lineItemId: "${order.lineItems.nodes[0]?.id}", quantity: ${quantity}${more}}]`;

describe('suggestedRefund', () => {
  it('prices units after the order discount, each refund on its own, the last with what is left', async () => {
    const order = await shop.create({
      currency: 'EUR',
      taxesIncluded: true,
      lineItems: [{title: 'Mok', quantity: 3, priceSet: euros('10.00')}],
      discountCode: {itemFixedDiscountCode: {code: 'EEN', amountSet: euros('1.00')}},
      transactions: [{gateway: 'shopify_payments', amountSet: euros('29.00')}],
    });
    const seen: (string | undefined)[] = [];
    for (const _ of [1, 2, 3]) {
      const suggestion = await suggest(order, lines(order, 1));
      const amount = paid(suggestion.amountSet) ?? '';
      seen.push(amount);
      await shop.refund({
        orderId: order.id,
        refundLineItems: [{lineItemId: order.lineItems.nodes[0]?.id, quantity: 1, restockType: 'CANCEL'}],
        transactions: [back(order, amount)],
      });
    }
    expect(seen).toEqual(['9.67', '9.67', '9.66']);
    expect((await shop.read(order.id)).displayFinancialStatus).toBe('REFUNDED');
  });

  it('tells what is before and after the order discount', async () => {
    const order = await shop.create(
      cushions({
        discountCode: {itemPercentageDiscountCode: {code: 'TIEN', percentage: 10}},
        transactions: [{gateway: 'manual', amountSet: euros('51.95')}],
      }),
    );
    const suggestion = await suggest(order, lines(order, 1));
    expect(
      [suggestion.subtotalSet, suggestion.discountedSubtotalSet, suggestion.totalCartDiscountAmountSet].map(paid),
    ).toEqual(['22.5', '25.0', '2.5']);
  });

  it('stays within the shipping that is left; an amount wins over the whole', async () => {
    const order = await shop.create(cushions());
    expect(paid((await suggest(order, 'refundShipping: true')).shipping.amountSet)).toBe('6.95');
    expect(paid((await suggest(order, 'refundShipping: true, shippingAmount: "2.50"')).shipping.amountSet)).toBe('2.5');
    expect(paid((await suggest(order, 'shippingAmount: "9.00"')).shipping.amountSet)).toBe('6.95');
    await shop.refund({orderId: order.id, shipping: {amount: '2.50'}, transactions: [back(order, '2.50')]});
    const {shipping, maximumRefundableSet} = await suggest(order, 'refundShipping: true');
    expect([shipping.amountSet, shipping.maximumRefundableSet, maximumRefundableSet].map(paid)).toEqual([
      '4.45',
      '4.45',
      '54.45',
    ]);
  });

  it('adds tax where prices do not hold it, also on a part of the shipping', async () => {
    const taxed = (amount: string): object[] => [{title: 'State tax', rate: '0.0625', priceSet: euros(amount)}];
    const order = await shop.create({
      currency: 'EUR',
      taxesIncluded: false,
      lineItems: [{title: 'Throw', quantity: 2, priceSet: euros('80.00'), taxLines: taxed('10.00')}],
      shippingLines: [{title: 'Standard', priceSet: euros('15.00'), taxLines: taxed('0.94')}],
      transactions: [{gateway: 'shopify_payments', amountSet: euros('185.94')}],
    });
    const suggestion = await suggest(order, `${lines(order, 1)}, shippingAmount: "5.00"`);
    expect(
      [
        suggestion.subtotalSet,
        suggestion.totalTaxSet,
        suggestion.shipping.amountSet,
        suggestion.shipping.taxSet,
        suggestion.amountSet,
      ].map(paid),
    ).toEqual(['80.0', '5.31', '5.0', '0.31', '90.31']);
    const {refund} = await shop.refund({
      orderId: order.id,
      refundLineItems: [{lineItemId: order.lineItems.nodes[0]?.id, quantity: 1, restockType: 'CANCEL'}],
      shipping: {amount: '5.00'},
      transactions: [back(order, '90.31')],
    });
    expect(refund?.orderAdjustments.nodes).toEqual([]);
    const full = await suggest(order, 'suggestFullRefund: true');
    expect([full.amountSet, full.shipping.taxSet, full.maximumRefundableSet].map(paid)).toEqual([
      '95.63',
      '0.63',
      '95.63',
    ]);
  });

  it('gives duties back whole, or by the units that come back', async () => {
    const order = await shop.create({
      currency: 'EUR',
      taxesIncluded: true,
      lineItems: [{title: 'Bettwäsche', quantity: 3, priceSet: euros('100.00')}],
      transactions: [{gateway: 'shopify_payments', amountSet: euros('310.00')}],
    });
    const id = 'gid://shopify/Duty/77';
    amendOrder(shop.lab.store, order.id, (record) => {
      record.lines[0]?.duties.push({
        id,
        amount: {shop: 1000, customer: 1000},
        harmonizedSystemCode: null,
        countryCodeOfOrigin: null,
      });
    });
    const part = `${lines(order, 1)}, refundDuties: [{dutyId: "${id}", refundType: PROPORTIONAL}]`;
    expect([(await suggest(order, part)).totalDutiesSet, (await suggest(order, part)).amountSet].map(paid)).toEqual([
      '3.33',
      '103.33',
    ]);
    expect(paid((await suggest(order, `refundDuties: [{dutyId: "${id}", refundType: FULL}]`)).amountSet)).toBe('10.0');
    const {refund} = await shop.refund({
      orderId: order.id,
      refundLineItems: [{lineItemId: order.lineItems.nodes[0]?.id, quantity: 1, restockType: 'CANCEL'}],
      refundDuties: [{dutyId: id, refundType: 'PROPORTIONAL'}],
      transactions: [back(order, '103.33')],
    });
    expect(refund?.duties.map(({amountSet, originalDuty}) => [paid(amountSet), originalDuty?.id])).toEqual([
      ['3.33', id],
    ]);
    expect(paid((await suggest(order, 'suggestFullRefund: true')).totalDutiesSet)).toBe('6.67');
  });

  it('proposes to cancel what was not shipped and to return what was', async () => {
    const order = await shop.create(cushions());
    const {order: found} = await shop.ask<{
      order: {fulfillmentOrders: {nodes: {id: string; lineItems: {nodes: {id: string}[]}}[]}};
    }>(
      'query ($id: ID!) {order(id: $id) {fulfillmentOrders(first: 1) {nodes {id lineItems(first: 1) {nodes {id}}}}}}',
      {id: order.id},
    );
    const [planned] = found.fulfillmentOrders.nodes;
    await shop.ask(
      'mutation ($fulfillment: FulfillmentInput!) {fulfillmentCreate(fulfillment: $fulfillment) {userErrors {message}}}',
      {
        fulfillment: {
          lineItemsByFulfillmentOrder: [
            {
              fulfillmentOrderId: planned?.id,
              fulfillmentOrderLineItems: [{id: planned?.lineItems.nodes[0]?.id, quantity: 1}],
            },
          ],
        },
      },
    );
    const {refundLineItems} = await suggest(order, 'suggestFullRefund: true');
    expect(
      refundLineItems.map(({quantity, restockType, subtotalSet}) => [quantity, restockType, paid(subtotalSet)]),
    ).toEqual([
      [1, 'CANCEL', '25.0'],
      [1, 'RETURN', '25.0'],
    ]);
    expect((await shop.read(order.id)).displayFulfillmentStatus).toBe('PARTIALLY_FULFILLED');
  });

  it('suggests nothing for an order without payments', async () => {
    const order = await shop.create(cushions({transactions: [], financialStatus: 'PENDING'}));
    const {amountSet, maximumRefundableSet} = await suggest(order, 'suggestFullRefund: true');
    expect([amountSet, maximumRefundableSet].map(paid)).toEqual(['0.0', '0.0']);
  });
});
