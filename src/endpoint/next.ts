import type {Claim, ClaimedCall, EarlierExecution, ReadClaim, RefundRequest} from '../execution/index.ts';
import type {Problem} from '../execution/index.ts';
import {earlierMovements} from '../execution/index.ts';
import {isSameDeed, isSameRun} from './intent.ts';

/** What the record tells of a run that nothing is to be done about any more, or only by a person. */
export type Told =
  /** It is carried out. */
  | {readonly do: 'answer'; readonly claim: Claim}
  /** It was, and a later refund has begun since. */
  | {readonly do: 'answerEarlier'; readonly earlier: EarlierExecution; readonly outside: Claim['outside']}
  /** It waits for, or was refused by, a person. */
  | {readonly do: 'answerRequest'; readonly request: RefundRequest}
  | {
      readonly do: 'person';
      readonly problem: Problem;
      readonly of: 'thisRun' | 'forgotten' | 'uncertain' | 'otherRefund' | 'record';
    };

/** What the order's record says about one run of an action, and so what is to be done about it. */
export type Next =
  /** Nothing of this run has begun. */
  | {readonly do: 'begin'}
  | Told
  /** Nothing of this run has begun, and nothing may: another run asked for the same, and this became of it. */
  | {readonly do: 'answerAnother'; readonly told: Told}
  /** Unfinished, and the engine's rules allow to go on without a person. */
  | {readonly do: 'resume'; readonly problem: Problem | null}
  /** Somebody else is at it right now. */
  | {readonly do: 'later'};

/**
 * Reads off the claim what one run has come to. The run's intent decides; then whether another run did the same deed. A claim that
 * any other intent began is somebody else's.
 * @param requests of the order, as read together with the claim
 */
export function nextFor(intentId: string, {claim, problem}: ReadClaim, requests: readonly RefundRequest[]): Next {
  if (problem) return {do: 'person', problem, of: 'record'};
  const isOurs: Fits = (one) => isSameRun(intentId, one.intentId);
  const isAnother: Fits = (one) => isSameDeed(intentId, one.intentId);
  if (claim && isOurs(claim) && claim.state !== 'done') {
    return claim.state === 'open' ? {do: 'resume', problem: null} : stopped(claim);
  }
  const ours = claim && executed(claim, isOurs);
  if (ours) return ours;
  const another = claim && executed(claim, isAnother);
  if (another) return {do: 'answerAnother', told: another};
  if (claim?.state === 'open') return {do: 'later'};
  if (claim?.state === 'stopped') return {do: 'person', problem: {code: 'partlyDone'}, of: 'otherRefund'};
  const own = requests.find(isOurs);
  if (own) return {do: 'answerRequest', request: own};
  // Nobody has decided about one that lapsed: another run may ask again.
  const asked = requests.find((one) => isAnother(one) && one.state !== 'expired');
  return asked ? {do: 'answerAnother', told: {do: 'answerRequest', request: asked}} : {do: 'begin'};
}

type Fits = (one: {readonly intentId: string}) => boolean;

/** What was carried out by an intent that fits, last or earlier. */
function executed(claim: Claim, fits: Fits): Told | null {
  if (fits(claim) && claim.state === 'done') return {do: 'answer', claim};
  const earlier = claim.earlier.find(fits);
  return earlier ? earlierOne(earlier, claim) : null;
}

/**
 * What was left behind is for a person until they have settled it. An execution without amounts has lost them: the record was set
 * aside by a person, or became too long.
 */
function earlierOne(earlier: EarlierExecution, {outside}: Claim): Told {
  const {legs, unpaid = []} = earlier;
  const isOpen = earlierMovements(earlier, outside).some(({status}) => status === 'open');
  if (isOpen) return {do: 'person', problem: {code: 'partlyDone'}, of: 'thisRun'};
  if (legs.length + unpaid.length === 0) return {do: 'person', problem: {code: 'alreadyExecuted'}, of: 'forgotten'};
  return {do: 'answerEarlier', earlier, outside};
}

/** Faults of the moment: what failed because of them may be tried again. */
export const OF_THE_MOMENT: ReadonlySet<string> = new Set([
  'network',
  'timeout',
  'server',
  'malformed',
  'internal',
  'throttled',
  'inProgress',
]);

/**
 * An execution that stopped. A refund under its key and a gift card under its code are safe to go on with after a fault of the
 * moment; store credit whose outcome is open, a payment that failed, a "no" of Shopify, and an order that changed meanwhile are
 * for a person.
 */
export function stopped(claim: Claim): Next {
  const call = claim.calls.find(({state}) => state !== 'done');
  const problem: Problem = call?.evidence?.problem ?? {code: call?.state ?? 'stopped'};
  if (call && mayGoOn(call, problem)) return {do: 'resume', problem};
  return {do: 'person', problem, of: call?.state === 'unknown' ? 'uncertain' : 'thisRun'};
}

function mayGoOn({kind, state}: ClaimedCall, {code}: Problem): boolean {
  if (state === 'partlyDone') return false;
  if (state === 'unknown' && kind === 'storeCreditAccountCredit') return false;
  return OF_THE_MOMENT.has(code) || state === 'intended';
}
