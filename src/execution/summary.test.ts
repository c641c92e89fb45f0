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

  it('do not stand for what was left unpaid and settled otherwise', () => {
    expect(refunded([entry('plan-0', 'unpaid-1', 500, 'cancelled')])).toEqual(whole);
  });
});
