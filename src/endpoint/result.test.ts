import {describe, expect, it} from 'vitest';
import type {Claim, EarlierExecution} from '../execution/index.ts';
import {figuresOfEarlier} from './result.ts';

const eur = (minor: number) => ({minor, currency: 'EUR'});
const card = (minor: number) => ({kind: 'refundToOriginalPayment' as const, amount: eur(minor)});

function told(legs: EarlierExecution['legs'], onTheirWay: readonly number[]) {
  const pending = onTheirWay.map((minor, at) => ({
    id: String(at),
    status: 'PENDING',
    amount: eur(minor),
    callId: 'call-1',
  }));
  const earlier = {planId: 'plan-0', intentId: 'intent-0', at: '', legs, pending};
  const {isOnItsWay, movements} = figuresOfEarlier(earlier, [], 'full-refund', 'EUR');
  return {isOnItsWay, statuses: movements.map(({status}) => status)};
}

describe('an earlier execution', () => {
  it('with two payments of the same amount, of which one is on its way, says so of one', () => {
    expect(told([card(500), card(500)], [500])).toEqual({isOnItsWay: true, statuses: ['ON_ITS_WAY', 'DONE']});
    expect(told([card(500), card(500)], [])).toEqual({isOnItsWay: false, statuses: ['DONE', 'DONE']});
  });

  const standing = (earlier: Partial<EarlierExecution>, outside: readonly (readonly [string, number, string])[]) => {
    const entries = outside.map(([callId, minor, state]) => ({
      planId: 'plan-0',
      callId,
      amount: eur(minor),
      at: '',
      state,
    }));
    const {total, owedOutside, movements} = figuresOfEarlier(
      {planId: 'plan-0', intentId: 'intent-0', at: '', legs: [], ...earlier},
      entries as Claim['outside'],
      'full-refund',
      'EUR',
    );
    return [total, owedOutside, movements.map(({destination, status}) => `${destination} ${status}`).join()];
  };

  it.each([
    ['owed', '12.00', '5.00', 'ORIGINAL_PAYMENT DONE,OUTSIDE_PAYMENT OWED'],
    ['paid', '12.00', '0.00', 'ORIGINAL_PAYMENT DONE,OUTSIDE_PAYMENT DONE'],
    ['cancelled', '7.00', '0.00', 'ORIGINAL_PAYMENT DONE'],
  ])('of which one payment failed since is told by what stands in its place: %s', (state, ...expected) => {
    expect(standing({legs: [card(700), card(500)]}, [['payment-9', 500, state]])).toEqual(expected);
  });

  it('with legs that share a payment which failed since owes them all', () => {
    const expected = ['14.40', '14.40', 'OUTSIDE_PAYMENT OWED,OUTSIDE_PAYMENT OWED'];
    expect(standing({legs: [card(695), card(745)]}, [['payment-9', 1440, 'owed']])).toEqual(expected);
  });

  it('with legs that were left unpaid is told by how each was settled', () => {
    const expected = ['12.00', '0.00', 'ORIGINAL_PAYMENT DONE,OUTSIDE_PAYMENT DONE'];
    const left = {legs: [card(700)], unpaid: [card(300), card(500)]};
    const settled = [
      ['unpaid-2', 500, 'paid'],
      ['unpaid-1', 300, 'cancelled'],
    ] as const;
    expect(standing(left, settled)).toEqual(expected);
  });

  it('is on its way, too, where one payment carries several of its legs', () => {
    expect(told([card(695), card(745)], [1440]).isOnItsWay).toBe(true);
  });
});
