import {withRetry} from './admin/retry.ts';
import {ClaimLost, ClaimUnwritten, writeClaim} from './claim/write.ts';
import {recordOf, writeEvidence} from './evidence.ts';
import type {Claim, ClaimedCall, Environment, Problem, ReadClaim} from './types.ts';

export type DecisionOutcome =
  | {readonly state: 'recorded'; readonly claim: Claim; readonly digest: string}
  /** Someone else wrote in between: read again. */
  | {readonly state: 'stale'; readonly problem: Problem}
  | {readonly state: 'refused'; readonly problem: Problem};

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
  if (problem || !claim || !call) return {state: 'refused', problem: problem ?? {code: 'noSuchCall', call: callId}};
  const admin = withRetry(env.admin, env.wait.bind(env));
  const decided = decidedCall(call, answer, env, reference);
  const calls = claim.calls.map((other) => (other.id === callId ? decided : other));
  const finished = calls.every(({state}) => state === 'done');
  const {nonce: _nonce, at: _at, seal: _seal, ...rest} = claim;
  try {
    const draft = {...rest, calls, state: finished ? ('done' as const) : ('stopped' as const)};
    const written = await writeClaim(admin, draft, read.digest, env);
    await writeEvidence(admin, [recordOf({...claim, staff: env.staff}, decided)]);
    return {state: 'recorded', claim: written.claim, digest: written.digest};
  } catch (error) {
    if (error instanceof ClaimLost) return {state: 'stale', problem: {code: 'claimTaken'}};
    if (error instanceof ClaimUnwritten) return {state: 'refused', problem: error.problem};
    throw error;
  }
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
