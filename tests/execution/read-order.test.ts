import {describe, expect, it} from 'vitest';
import type {Operation} from '../../graphql/generated/operations.ts';
import {readOrderForRefund} from '../../src/execution/index.ts';
import type {AdminApi, ReadingProgress} from '../../src/execution/index.ts';

const ORDER = 'gid://shopify/Order/1';
const money = {amount: '56.95', currencyCode: 'EUR'};
const bag = {shopMoney: money, presentmentMoney: money};
const more = (endCursor: string) => ({hasNextPage: true, endCursor});
const last = {hasNextPage: false, endCursor: null};
const refundLine = (id: string) => ({quantity: 1, lineItem: {id}});

/** An order of three lines on three pages, and a refund of two lines on two; `moments` is `updatedAt` at each request. */
function paged(moments: string[]): AdminApi & {names: string[]} {
  const names: string[] = [];
  const admin = (name: string): unknown => {
    const updatedAt = moments.length > 1 ? moments.shift() : moments[0];
    if (name === 'RefundLinesPage') {
      return {refund: {id: 'refund', refundLineItems: {nodes: [refundLine('line-2')], pageInfo: last}}};
    }
    if (name === 'OrderLinesPage') {
      const nth = names.filter((one) => one === name).length % 2;
      const nodes = [{id: nth === 1 ? 'line-2' : 'line-3'}];
      return {order: {id: ORDER, updatedAt, lineItems: {nodes, pageInfo: nth === 1 ? more('b') : last}}};
    }
    const order = {
      id: ORDER,
      updatedAt,
      netPaymentSet: bag,
      totalRefundedShippingSet: bag,
      refunds: [{id: 'refund'}],
      refundLines: [{id: 'refund', refundLineItems: {nodes: [refundLine('line-1')], pageInfo: more('r')}}],
      lineItems: {nodes: [{id: 'line-1'}], pageInfo: more('a')},
    };
    return {order};
  };
  return {
    names,
    request<Result, Variables>(operation: Operation<Result, Variables>, _variables: Variables) {
      const name = /^query (\w+)/.exec(operation)?.[1] ?? '';
      names.push(name);
      return Promise.resolve({data: admin(name) as Result, cost: null});
    },
  };
}

describe('readOrderForRefund', () => {
  it('reads every page of lines and refund lines, and what a person confirms', async () => {
    const progress: ReadingProgress[] = [];
    const reading = await readOrderForRefund(
      paged(['t1']),
      ORDER,
      () => 42,
      (step) => progress.push(step),
    );
    expect(reading.raw.order.lineItems.nodes.map(({id}) => id)).toEqual(['line-1', 'line-2', 'line-3']);
    expect(reading.raw.order.lineItems.pageInfo.hasNextPage).toBe(false);
    expect(reading.raw.order.refundLines[0]?.refundLineItems.nodes).toHaveLength(2);
    expect(reading.confirmed).toEqual({
      orderId: ORDER,
      claim: {claim: null, digest: null, updatedAt: null},
      money: {
        netPayment: {minor: 5695, currency: 'EUR'},
        refundedShipping: {minor: 5695, currency: 'EUR'},
        refundIds: ['refund'],
      },
      at: 42,
    });
    expect(progress.map(({lines}) => lines)).toEqual([1, 2, 3]);
  });

  it('starts again when the order changes between two pages', async () => {
    const admin = paged(['t1', 't1', 't2', 't2']);
    const reading = await readOrderForRefund(admin, ORDER, () => 0);
    expect(reading.raw.order.updatedAt).toBe('t2');
    expect(admin.names.filter((name) => name === 'OrderForRefund')).toHaveLength(2);
  });

  it('gives up on an order that never rests', async () => {
    const moments = Array.from({length: 40}, (_, index) => `t${index}`);
    await expect(readOrderForRefund(paged(moments), ORDER, () => 0)).rejects.toMatchObject({
      problem: {code: 'orderRestless'},
    });
  });

  it('says when there is no such order', async () => {
    const admin: AdminApi = {
      request: <Result, Variables>(_operation: Operation<Result, Variables>, _variables: Variables) =>
        Promise.resolve({data: {order: null} as Result, cost: null}),
    };
    await expect(readOrderForRefund(admin, ORDER, () => 0)).rejects.toMatchObject({problem: {code: 'orderGone'}});
  });
});
