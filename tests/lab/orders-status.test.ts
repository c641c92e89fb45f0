import {describe, expect, it} from 'vitest';
import type {ReturnRecord, ReturnStatus} from '../../lab/admin-api/orders/model.ts';
import {returnStatus} from '../../lab/admin-api/orders/status.ts';
import {amendOrder} from '../../lab/admin-api/orders/repository.ts';
import {putCompanyLocation} from '../../lab/admin-api/shop/things.ts';
import {blankOrder} from './blank-order.ts';
import {cushions, openShop, paid} from './orders-lab.ts';

const withStatus = (status: ReturnStatus, index: number): ReturnRecord => ({
  id: `gid://shopify/Return/${index}`,
  name: `#1001-R${index}`,
  status,
  createdAt: '2026-11-22T10:00:00Z',
  closedAt: null,
  lines: [],
  shippingFee: null,
  reverseFulfillmentOrder: {id: `gid://shopify/ReverseFulfillmentOrder/${index}`, lines: []},
});

describe('returnStatus', () => {
  const of = (...statuses: ReturnStatus[]): string =>
    returnStatus(blankOrder({id: 'gid://shopify/Order/1', returns: statuses.map(withStatus)}));

  it('puts requested before open before closed, and leaves declined and cancelled out (recorded precedence)', () => {
    expect(of('CLOSED', 'OPEN', 'REQUESTED')).toBe('RETURN_REQUESTED');
    expect(of('CLOSED', 'OPEN', 'DECLINED')).toBe('IN_PROGRESS');
    expect(of('CLOSED', 'CANCELED')).toBe('RETURNED');
    expect(of('DECLINED', 'CANCELED')).toBe('NO_RETURN');
    expect(of()).toBe('NO_RETURN');
  });
});

describe('a B2B order', () => {
  it('belongs to a company location, which gets the store credit', async () => {
    const shop = openShop();
    const location = putCompanyLocation(shop.lab.store, {name: 'Zandvoort', company: {name: 'Hotel Zeezicht'}});
    const order = await shop.create(
      cushions({companyLocationId: location.id, customer: {toAssociate: {id: shop.customer}}}),
    );
    const {userErrors} = await shop.refund({
      orderId: order.id,
      refundMethods: [{storeCreditRefund: {amount: {amount: '6.95', currencyCode: 'EUR'}}}],
    });
    expect(userErrors).toEqual([]);
    const answer = await shop.ask(
      `query ($id: ID!) {order(id: $id) {purchasingEntity {... on PurchasingCompany {company {name} location {name
        storeCreditAccounts(first: 1) {nodes {balance {amount}}}}}}}}`,
      {id: order.id},
    );
    expect(answer).toEqual({
      order: {
        purchasingEntity: {
          company: {name: 'Hotel Zeezicht'},
          location: {name: 'Zandvoort', storeCreditAccounts: {nodes: [{balance: {amount: '6.95'}}]}},
        },
      },
    });
  });
});

describe('a tip', () => {
  it('is part of the total and of what is held, but of no suggestion', async () => {
    const shop = openShop();
    const order = await shop.create(
      cushions({
        transactions: [{gateway: 'shopify_payments', amountSet: {shopMoney: {amount: '59.95', currencyCode: 'EUR'}}}],
      }),
    );
    amendOrder(shop.lab.store, order.id, (record) => {
      record.tip = {shop: 300, customer: 300};
    });
    const {order: seen} = await shop.ask<{order: {suggestedRefund: Record<string, never>; totalPriceSet: never}}>(
      'query ($id: ID!) {order(id: $id) {totalPriceSet {presentmentMoney {amount}} suggestedRefund(suggestFullRefund: true) {amountSet {presentmentMoney {amount}} maximumRefundableSet {presentmentMoney {amount}}}}}',
      {id: order.id},
    );
    expect(
      [seen.totalPriceSet, seen.suggestedRefund.amountSet, seen.suggestedRefund.maximumRefundableSet].map(paid),
    ).toEqual(['59.95', '56.95', '59.95']);
  });
});
