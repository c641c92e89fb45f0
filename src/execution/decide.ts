import {amend, withCall} from './claim/amend.ts';
import type {DecisionOutcome} from './claim/amend.ts';
import {recordOf} from './evidence.ts';
import type {ClaimedCall, Environment, Problem, ReadClaim} from './types.ts';

/**
 * Records what a person answers to a call that nothing could settle: store credit whose outcome is unknown, or a refund that
 * was carried out in part. `happened`: it is done. `didNotHappen`: it counts as failed and a resumption does it again, after
 * looking once more. Only for an execution that rests (`stopped`): an open one
 * may still have an executor, and is resumed first.
 * @param reference how a call that was carried out in part was settled, or where it was seen
 */
export async function decide(
  read: ReadClaim,
  callId: string,
  answer: 'happened' | 'didNotHappen',
  env: Environment,
  reference?: string,
): Promise<DecisionOutcome> {
  const {claim} = read;
  const call = claim?.calls.find(({id}) => id === callId);
  const problem = refusal(read, call, answer);
  if (problem || !claim || !call) return {state: 'refused', problem: problem || {code: 'noSuchCall', call: callId}};
  const decided = decidedCall(call, answer, env, reference);
  const {calls} = withCall(claim, decided);
  const state = calls.every((other) => other.state === 'done') ? 'done' : 'stopped';
  return amend(claim, read.digest, {calls, state}, [recordOf({...claim, staff: env.staff}, decided)], env);
}

function refusal(read: ReadClaim, call: ClaimedCall | undefined, answer: string): Problem | null {
  if (read.problem) return read.problem;
  if (!read.claim || !call) return null;
  if (read.claim.state !== 'stopped') return {code: 'notStopped', state: read.claim.state};
  // A keyed call is repeated under its key and finds itself; a person's word can't rule out that it still lands.
  if (call.state === 'unknown' && call.kind !== 'storeCreditAccountCredit')
    return {code: 'resumeInstead', call: call.id};
  if (call.state === 'unknown') return null;
  // A refund that exists with a failed payment did happen: it can only be settled, never sent again.
  return call.state === 'partlyDone' && answer === 'happened' ? null : {code: 'nothingToDecide', state: call.state};
}

function decidedCall(
  call: ClaimedCall,
  answer: 'happened' | 'didNotHappen',
  env: Environment,
  reference: string | undefined,
): ClaimedCall {
  const at = new Date(env.now()).toISOString();
  const evidence = {
    ...call.evidence,
    decision: {answer, staff: env.staff, at},
    ...(reference === undefined ? {} : {reference}),
  };
  if (answer === 'didNotHappen') return {...call, state: 'failed', at, evidence};
  const {act: _sent, ...rest} = call;
  return {...rest, state: 'done', at, evidence};
}
