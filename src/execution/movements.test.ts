import {describe, expect, it} from 'vitest';
import {executedMovements} from './movements.ts';
import {CALLS, CLAIM} from './triggers/example.fixture.ts';
import type {Claim} from './types.ts';

/** 6.95 owed and 7.45 of policy to one card, for which Shopify has one transaction. */
function shared(minor: number, state: 'done' | 'partlyDone'): Claim {
  const [refund] = CALLS;
  const [owed] = refund?.legs ?? [];
  const [transaction] = refund?.evidence?.transactions ?? [];
  if (!refund || !owed || !transaction) throw new Error('The fixture has no refund.');
  const policy = {...owed, amount: {minor: 745, currency: 'EUR'}, components: ['returnLabel'], amounts: [745]};
  const own = {...transaction, status: 'SUCCESS', amount: {minor, currency: 'EUR'}};
  const call = {...refund, state, legs: [owed, policy], evidence: {refundId: 'r', transactions: [own]}};
  return {...CLAIM, calls: [call]};
}

const amounts = (claim: Claim) => executedMovements(claim).map(({amount, status}) => [amount.minor, status]);

describe('legs that share one transaction', () => {
  it('are told as what each brought', () => {
    expect(amounts(shared(1440, 'done'))).toEqual([
      [695, 'done'],
      [745, 'done'],
    ]);
  });

  it('never add up to more than Shopify paid', () => {
    expect(amounts(shared(1000, 'partlyDone'))).toEqual([
      [695, 'done'],
      [305, 'done'],
    ]);
    expect(amounts(shared(500, 'partlyDone'))).toEqual([
      [500, 'done'],
      [0, 'done'],
    ]);
  });
});

describe('a payment that failed', () => {
  const failed = (state: 'done' | 'partlyDone'): Claim => {
    const {calls, ...claim} = shared(1440, state);
    const [refund] = calls;
    const [transaction] = refund?.evidence?.transactions ?? [];
    if (!refund || !transaction) throw new Error('The fixture has no refund.');
    return {...claim, calls: [{...refund, evidence: {transactions: [{...transaction, status: 'FAILURE'}]}}]};
  };

  it('is still to come, until a person has settled it otherwise', () => {
    expect(amounts(failed('partlyDone'))).toEqual([
      [695, 'open'],
      [745, 'open'],
    ]);
    expect(amounts(failed('done'))).toEqual([]);
  });
});

describe('an outside payment', () => {
  const owed = {minor: 745, currency: 'EUR'};
  const claim = (state: 'owed' | 'paid' | 'cancelled'): Claim => {
    const [refund] = CALLS;
    const [leg] = refund?.legs ?? [];
    if (!refund || !leg) throw new Error('The fixture has no refund.');
    const outside = {...leg, kind: 'outsidePayment', amount: owed, components: ['returnLabel'], amounts: [745]};
    const call = {...refund, id: 'out', kind: 'outsidePayment', state: 'done', legs: [outside]} as Claim['calls'][0];
    const entry = {planId: CLAIM.planId, callId: 'out', amount: owed, state} as Claim['outside'][0];
    return {...CLAIM, calls: [call], outside: [entry]};
  };

  it.each([
    ['owed', [[745, 'owed']]],
    ['paid', [[745, 'done']]],
    // The shop has said that it won’t pay it: neither the customer nor Flow is told of it.
    ['cancelled', []],
  ] as const)('that is %s', (state, expected) => {
    expect(amounts(claim(state))).toEqual(expected);
  });
});
