import {describe, expect, it} from 'vitest';
import type {Claim, ClaimedCall, Problem, ReadClaim, RefundRequest} from '../execution/index.ts';
import {nextFor} from './next.ts';

const RUN = 'flow-run-0123456789abcdef-fedcba9876543210';
const EUR = (minor: number) => ({minor, currency: 'EUR'});

function claimOf(state: Claim['state'], more: Partial<Claim> = {}, call: Partial<ClaimedCall> = {}): ReadClaim {
  const claim = {
    state,
    intentId: RUN,
    planId: 'plan-1',
    calls: [{id: 'call-1', kind: 'refundCreate', state: 'done', legs: [], generation: 1, at: '', ...call}],
    earlier: [],
    outside: [],
    ...more,
  } as unknown as Claim;
  return {claim, digest: 'd', updatedAt: '2026-11-22T12:00:00Z'};
}

const NOTHING: ReadClaim = {claim: null, digest: null};
const request = (intentId: string) => ({intentId, state: 'waiting'}) as unknown as RefundRequest;
const PAID = [{kind: 'storeCredit' as const, amount: EUR(745)}];
const earlier = (unpaid?: Claim['earlier'][number]['legs'], legs = PAID): Claim['earlier'] => [
  {planId: 'plan-0', intentId: RUN, at: '', legs, ...(unpaid ? {unpaid} : {})},
];

describe('what is to be done about a run', () => {
  it('begins on an order without a record, and after others that are done', () => {
    expect(nextFor(RUN, NOTHING, [])).toEqual({do: 'begin'});
    expect(nextFor(RUN, claimOf('done', {intentId: 'another'}), [request('another')])).toEqual({do: 'begin'});
  });

  it('answers what is done, here or before a later refund', () => {
    expect(nextFor(RUN, claimOf('done'), [])).toMatchObject({do: 'answer'});
    expect(nextFor(RUN, claimOf('done', {intentId: 'another', earlier: earlier()}), [])).toMatchObject({
      do: 'answerEarlier',
    });
  });

  it('answers with its request, but only while it was not carried out', () => {
    expect(nextFor(RUN, NOTHING, [request('another'), request(RUN)])).toMatchObject({
      do: 'answerRequest',
      request: request(RUN),
    });
    expect(nextFor(RUN, claimOf('done'), [request(RUN)])).toMatchObject({do: 'answer'});
  });

  it('leaves to a person what a later refund has left behind', () => {
    const unpaid = [{kind: 'storeCredit' as const, amount: EUR(745)}];
    const left = claimOf('done', {intentId: 'another', earlier: earlier(unpaid)});
    expect(nextFor(RUN, left, [])).toMatchObject({do: 'person', of: 'thisRun'});
  });

  it.each(['paid', 'cancelled'] as const)(
    'answers what a later refund has left behind once a person says: %s',
    (state) => {
      const outside = [{planId: 'plan-0', callId: 'unpaid-1', amount: EUR(745), at: '', state}];
      const settled = claimOf('done', {intentId: 'another', earlier: earlier(PAID, []), outside});
      expect(nextFor(RUN, settled, [])).toMatchObject({do: 'answerEarlier', outside});
    },
  );

  it('leaves to a person what was done, but how much nobody knows any more', () => {
    const lost = claimOf('done', {intentId: 'another', earlier: earlier(undefined, [])});
    expect(nextFor(RUN, lost, [])).toMatchObject({do: 'person', of: 'forgotten'});
  });

  it('waits for others at work, and leaves what they left to a person', () => {
    expect(nextFor(RUN, claimOf('open', {intentId: 'another'}), [])).toEqual({do: 'later'});
    expect(nextFor(RUN, claimOf('stopped', {intentId: 'another'}), [])).toMatchObject({
      do: 'person',
      of: 'otherRefund',
    });
  });

  it('of another run that did the same, tells what became of it, and never begins', () => {
    const intentId = 'flow-run-1111111111111111-fedcba9876543210';
    const told = (next: unknown) => ({do: 'answerAnother', told: next});
    expect(nextFor(RUN, claimOf('done', {intentId}), [])).toMatchObject(told({do: 'answer'}));
    const later = (execution: Partial<Claim['earlier'][number]>, state: Claim['state'] = 'done') =>
      claimOf(state, {intentId: 'another', earlier: earlier().map((one) => ({...one, intentId, ...execution}))});
    expect(nextFor(RUN, later({}), [])).toMatchObject(told({do: 'answerEarlier'}));
    expect(nextFor(RUN, later({}, 'open'), [])).toMatchObject(told({do: 'answerEarlier'}));
    expect(nextFor(RUN, later({unpaid: PAID}), [])).toMatchObject(told({do: 'person', of: 'thisRun'}));
    expect(nextFor(RUN, later({legs: []}), [])).toMatchObject(told({do: 'person', of: 'forgotten'}));
    expect(nextFor(RUN, claimOf('open', {intentId}), [])).toEqual({do: 'later'});
    expect(nextFor(RUN, claimOf('stopped', {intentId}), [])).toMatchObject({do: 'person', of: 'otherRefund'});
    for (const state of ['waiting', 'declined'] as const) {
      expect(nextFor(RUN, NOTHING, [{...request(intentId), state}])).toMatchObject(told({request: {state}}));
    }
    expect(nextFor(RUN, NOTHING, [{...request(intentId), state: 'expired'}])).toEqual({do: 'begin'});
    const lapsedFirst = [{...request(intentId), state: 'expired' as const}, request(intentId)];
    expect(nextFor(RUN, NOTHING, lapsedFirst)).toMatchObject(told({request: {state: 'waiting'}}));
  });

  it('puts the run’s own record before another’s', () => {
    const before = earlier().map((one) => ({...one, intentId: 'flow-run-1111111111111111-fedcba9876543210'}));
    expect(nextFor(RUN, claimOf('done', {earlier: before}), [])).toMatchObject({do: 'answer'});
    expect(nextFor(RUN, claimOf('open', {earlier: before}), [])).toMatchObject({do: 'resume'});
    const [another] = before;
    const both = another ? [another, ...earlier()] : [];
    expect(nextFor(RUN, claimOf('done', {intentId: 'another', earlier: both}), [])).toMatchObject({
      do: 'answerEarlier',
      earlier: {intentId: RUN},
    });
  });

  it('knows its run in an intent of before deeds were told apart, and no deed', () => {
    const former = (run: string) => claimOf('done', {intentId: `flow-run-${run}`});
    expect(nextFor(RUN, former('0123456789abcdef'), [])).toMatchObject({do: 'answer'});
    expect(nextFor(RUN, former('1111111111111111'), [])).toEqual({do: 'begin'});
    expect(nextFor(RUN, NOTHING, [request('flow-run-0123456789abcdef')])).toMatchObject({do: 'answerRequest'});
  });

  it('trusts no record that was altered', () => {
    const altered: ReadClaim = {claim: null, digest: 'd', problem: {code: 'claimAltered'}};
    expect(nextFor(RUN, altered, [])).toEqual({do: 'person', problem: {code: 'claimAltered'}, of: 'record'});
  });

  it('goes on with what is open', () => {
    expect(nextFor(RUN, claimOf('open'), [])).toEqual({do: 'resume', problem: null});
  });

  const stopped: [string, Partial<ClaimedCall>, string, 'resume' | 'person'][] = [
    ['a refund whose answer got lost', {state: 'unknown'}, 'timeout', 'resume'],
    ['a gift card whose answer got lost', {kind: 'giftCardCreate', state: 'unknown'}, 'network', 'resume'],
    ['store credit whose answer got lost', {kind: 'storeCreditAccountCredit', state: 'unknown'}, 'timeout', 'person'],
    ['store credit that was never sent', {kind: 'storeCreditAccountCredit', state: 'failed'}, 'throttled', 'resume'],
    [
      'store credit that Shopify refused',
      {kind: 'storeCreditAccountCredit', state: 'failed'},
      'creditRefused',
      'person',
    ],
    ['a refund that Shopify refused', {state: 'failed'}, 'refundRefused', 'person'],
    ['a refund whose payment failed', {state: 'partlyDone'}, 'network', 'person'],
    ['an order that changed meanwhile', {state: 'planned'}, 'orderChanged', 'person'],
    ['an order that couldn’t be read', {state: 'planned'}, 'server', 'resume'],
    ['a key that belongs to another refund', {state: 'unknown'}, 'keyMismatch', 'person'],
    ['a right that is missing', {state: 'failed'}, 'accessDenied', 'person'],
  ];
  it('tells what is uncertain from what is refused', () => {
    const uncertain = claimOf('stopped', {}, {kind: 'storeCreditAccountCredit', state: 'unknown'});
    expect(nextFor(RUN, uncertain, [])).toMatchObject({do: 'person', of: 'uncertain'});
    const refused = claimOf('stopped', {}, {state: 'failed', evidence: {problem: {code: 'refundRefused'}}});
    expect(nextFor(RUN, refused, [])).toMatchObject({do: 'person', of: 'thisRun'});
  });

  it.each(stopped)('%s: %o, %s → %s', (_name, call, code, wanted) => {
    const problem: Problem = {code};
    const claim = claimOf('stopped', {}, {...call, evidence: {problem}});
    expect(nextFor(RUN, claim, [])).toMatchObject({do: wanted, problem});
  });
});
