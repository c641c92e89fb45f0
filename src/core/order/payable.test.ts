import {describe, expect, it} from 'vitest';
import {ALL_ITEMS, CONSENT, eur, order, pair, plan, recipe, short} from '../plan/order.fixture.ts';
import {payableNow} from './payable.ts';
import type {SnapshotRefund} from './types.ts';

type Status = SnapshotRefund['transactions'][number]['status'];

function refund(total: number, ...transactions: readonly (readonly [Status, number])[]): SnapshotRefund {
  return {
    total: pair(total),
    transactions: transactions.map(([status, minor]) => ({
      gateway: 'shopify_payments',
      status,
      amount: pair(minor),
      parentId: 'gid://shopify/OrderTransaction/1',
    })),
  };
}

describe('what can still be paid back', () => {
  it('is the net payment, never below zero', () => {
    expect(payableNow(order())).toEqual(eur(5695));
    expect(payableNow(order({netPayment: pair(-5)}))).toEqual(eur(0));
  });

  it('leaves out what is under way, not what failed or is counted already', () => {
    const left = (...refunds: readonly SnapshotRefund[]) => payableNow(order({refunds})).minor;
    expect(left(refund(0, ['PENDING', 1999]))).toBe(3696);
    expect(left(refund(0, ['UNKNOWN', 1000]), refund(0, ['AWAITING_RESPONSE', 500]))).toBe(4195);
    expect(left(refund(0, ['FAILURE', 1999]))).toBe(5695);
    expect(left(refund(1000, ['SUCCESS', 1000], ['PENDING', 500]))).toBe(5195);
    expect(left(refund(1500, ['SUCCESS', 1000], ['PENDING', 500]))).toBe(5695);
  });

  it('keeps a refund that is under way from being paid again as store credit', () => {
    const pending = order({refunds: [refund(0, ['PENDING', 5695])]});
    const credit = recipe([ALL_ITEMS], {
      destinations: {owed: ['storeCredit'], policy: ['storeCredit'], goodwill: ['storeCredit']},
    });
    const result = plan(pending, credit, {consent: CONSENT});
    expect([result.stops, short(result.legs)]).toEqual([[{code: 'nothingPaid'}], []]);
    const partly = order({refunds: [refund(0, ['PENDING', 4695])]});
    expect(short(plan(partly, credit, {consent: CONSENT}).legs)).toEqual(['refundToStoreCredit 1000']);
    expect(() => plan(partly, 'chosen-amount', {amounts: {amount: '10.01'}})).toThrow('Write at most 10.00 EUR');
  });
});
