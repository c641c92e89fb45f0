import {describe, expect, it} from 'vitest';
import type {EarlierExecution} from '../execution/index.ts';
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

  it('is on its way, too, where one payment carries several of its legs', () => {
    expect(told([card(695), card(745)], [1440]).isOnItsWay).toBe(true);
  });
});
