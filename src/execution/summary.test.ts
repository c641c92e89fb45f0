import {describe, expect, it} from 'vitest';
import {summaryOf} from './summary.ts';
import {CLAIM} from './triggers/example.fixture.ts';
import type {Claim} from './types.ts';

const eur = (minor: number) => ({minor, currency: 'EUR'});
const leg = (minor: number) => ({kind: 'outsidePayment' as const, class: 'goodwill', amount: eur(minor)});
const entry = (planId: string, callId: string, minor: number, state: 'owed' | 'paid' | 'cancelled') =>
  ({planId, callId, amount: eur(minor), at: '2026-11-22T12:00:00Z', state}) as Claim['outside'][number];

describe('outside payments in the summary', () => {
  const refunded = (outside: Claim['outside']) => {
    const earlier = {planId: 'plan-0', intentId: 'i', at: '', legs: [leg(500), leg(500)], unpaid: [leg(500)]};
    return summaryOf({...CLAIM, calls: [], earlier: [earlier], outside}).refunded;
  };
  const [whole, half] = ['10.00', '5.00'].map((amount) => [
    {class: 'goodwill', destination: 'outsidePayment', amount, currency: 'EUR'},
  ]);

  it('count without those that were cancelled, each for one leg', () => {
    const paid = entry('plan-0', 'call-1', 500, 'paid');
    expect(refunded([paid, entry('plan-0', 'call-2', 500, 'owed')])).toEqual(whole);
    expect(refunded([paid, entry('plan-0', 'call-2', 500, 'cancelled')])).toEqual(half);
    expect(refunded([paid, entry('plan-1', 'call-2', 500, 'cancelled')])).toEqual(whole);
  });

  it('do not stand for what was left unpaid and isn’t owed', () => {
    expect(refunded([entry('plan-0', 'unpaid-1', 500, 'cancelled')])).toEqual(whole);
  });

  it('count where they were made for what was left unpaid', () => {
    const [all] = whole ?? [];
    expect(refunded([entry('plan-0', 'unpaid-1', 500, 'paid')])).toEqual([{...all, amount: '15.00'}]);
  });
});

describe('a payment of an earlier refund that failed since', () => {
  const refunded = (state: 'owed' | 'paid' | 'cancelled') => {
    const card = (minor: number) => ({kind: 'refundToOriginalPayment' as const, class: 'owed', amount: eur(minor)});
    const earlier = {planId: 'plan-0', intentId: 'i', at: '', legs: [card(700), card(500)]};
    const outside = [entry('plan-0', 'payment-9', 500, state)];
    return summaryOf({...CLAIM, calls: [], earlier: [earlier], outside}).refunded.map(
      ({destination, amount}) => `${destination} ${amount}`,
    );
  };

  it('is none to the payment any more', () => {
    expect(refunded('owed')).toEqual(['refundToOriginalPayment 7.00', 'outsidePayment 5.00']);
    expect(refunded('paid')).toEqual(['refundToOriginalPayment 7.00', 'outsidePayment 5.00']);
    expect(refunded('cancelled')).toEqual(['refundToOriginalPayment 7.00']);
  });
});
