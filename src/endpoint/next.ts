import type {Claim, ClaimedCall, EarlierExecution, ReadClaim, RefundRequest} from '../execution/index.ts';
import type {Problem} from '../execution/index.ts';

/** What the order's record says about one run of an action, and so what is to be done about it. */
export type Next =
  /** Nothing of this run has begun. */
  | {readonly do: 'begin'}
  /** This run is carried out. */
  | {readonly do: 'answer'; readonly claim: Claim}
  /** It was, and a later refund has begun since. */
  | {readonly do: 'answerEarlier'; readonly earlier: EarlierExecution; readonly outside: Claim['outside']}
  /** It waits for, or was refused by, a person. */
  | {readonly do: 'answerRequest'; readonly request: RefundRequest}
  /** Unfinished, and the engine's rules allow to go on without a person. */
  | {readonly do: 'resume'; readonly problem: Problem | null}
  /** Somebody else is at it right now. */
  | {readonly do: 'later'}
  | {
      readonly do: 'person';
      readonly problem: Problem;
      readonly of: 'thisRun' | 'forgotten' | 'uncertain' | 'otherRefund' | 'record';
    };

/**
 * Reads off the claim what one run has come to. The run's intent decides; a claim that another intent began is somebody else's.
 * @param requests of the order, as read together with the claim
 */
export function nextFor(intentId: string, {claim, problem}: ReadClaim, requests: readonly RefundRequest[]): Next {
  if (problem) return {do: 'person', problem, of: 'record'};
  if (claim?.intentId === intentId) {
    if (claim.state === 'done') return {do: 'answer', claim};
    if (claim.state === 'open') return {do: 'resume', problem: null};
    return stopped(claim);
  }
  const earlier = claim?.earlier.find((execution) => execution.intentId === intentId);
  if (claim && earlier) return earlierOne(earlier, claim);
  if (claim?.state === 'open') return {do: 'later'};
  if (claim?.state === 'stopped') return {do: 'person', problem: {code: 'partlyDone'}, of: 'otherRefund'};
  const request = requests.find((one) => one.intentId === intentId);
  return request ? {do: 'answerRequest', request} : {do: 'begin'};
}

/** An execution without amounts has lost them: the record was set aside by a person, or became too long. */
function earlierOne(earlier: EarlierExecution, {outside}: Claim): Next {
  const {legs, unpaid = []} = earlier;
  if (unpaid.length > 0) return {do: 'person', problem: {code: 'partlyDone'}, of: 'thisRun'};
  if (legs.length === 0) return {do: 'person', problem: {code: 'alreadyExecuted'}, of: 'forgotten'};
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
