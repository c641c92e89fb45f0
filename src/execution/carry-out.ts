import {AdminError} from './admin/error.ts';
import {creditStep} from './calls/credit.ts';
import {giftCardStep} from './calls/gift-card.ts';
import {outsideStep} from './calls/outside.ts';
import {refundStep} from './calls/refund.ts';
import {ClaimLost, ClaimUnwritten} from './claim/write.ts';
import type {Written} from './claim/write.ts';
import {recordOf, writeEvidence} from './evidence.ts';
import {Halt, problemOf} from './problem.ts';
import type {Run} from './run.ts';
import {syncTag} from './tags.ts';
import {tellFlow} from './triggers/tell.ts';
import type {CallAct, ClaimedCall, ExecutionOutcome, Problem} from './types.ts';
import {waitingOn} from './waiting.ts';

/**
 * Call by call: look, intend, act, confirm. Stops at the first call that isn't done; refunds can't be undone, so what is
 * done stays, and what isn't stays visible.
 * @param rested milliseconds since the claim's last transition, by Shopify's clock; 0 for a claim that is only begun
 */
export async function carryOut(run: Run, rested: number): Promise<ExecutionOutcome> {
  let current = run.draft.calls[0]?.id || '';
  try {
    for (const {id} of run.draft.calls) {
      current = id;
      const call = run.call(id);
      if (call.state === 'done') continue;
      const problem = await attempt(run, call, rested);
      if (run.written !== null || problem === null) run.evidence.push(recordOf(run.draft, run.call(id)));
      if (problem) return await stop(run, id, problem);
    }
    const {claim, digest} = await record(run, await run.conclude('done'));
    return {state: 'done', claim, digest};
  } catch (error) {
    return failedWrite(run, current, error);
  }
}

/** One call; faults before its act become a problem. Confirms an unkeyed act before anything else is read. */
async function attempt(run: Run, call: ClaimedCall, rested: number): Promise<Problem | null> {
  try {
    const problem = await step(run, call, rested);
    const last = run.draft.calls.at(-1)?.id === call.id;
    if (problem === null && call.kind === 'storeCreditAccountCredit' && !last) await run.commit();
    return problem;
  } catch (error) {
    if (!(error instanceof Halt) && !(error instanceof AdminError)) throw error;
    const problem = error instanceof Halt ? error.problem : problemOf(error);
    const {state, evidence} = run.call(call.id);
    run.move(call.id, state, {at: call.at, evidence: {...evidence, problem}});
    return problem;
  }
}

type With<Kind> = ClaimedCall & {readonly act: Extract<CallAct, {kind: Kind}>};

async function step(run: Run, call: ClaimedCall, rested: number): Promise<Problem | null> {
  if (call.state === 'partlyDone' || call.state === 'failed') {
    return call.evidence?.problem || {code: call.state, call: call.id};
  }
  if (call.kind === 'refundCreate') return refundStep(run, call as With<'refundCreate'>, rested);
  if (call.kind === 'storeCreditAccountCredit') return creditStep(run, call as With<'storeCreditAccountCredit'>);
  if (call.kind === 'giftCardCreate') return giftCardStep(run, call as With<'giftCardCreate'>);
  return outsideStep(run, call as With<'outsidePayment'>);
}

/** Nothing claimed yet: nothing moved. Else the claim says where it stopped. */
async function stop(run: Run, callId: string, problem: Problem): Promise<ExecutionOutcome> {
  if (run.breaches) return {state: 'needsApproval', problem, breaches: run.breaches};
  if (run.written === null) return {state: STALE.has(problem.code) ? 'stale' : 'refused', problem};
  const {claim} = await record(run, await run.conclude('stopped'));
  return {state: 'stopped', claim, problem, callId};
}

/** Evidence, tag, triggers, in this order: none of them stops what has been carried out. */
async function record(run: Run, written: Written): Promise<Written> {
  const {claim, digest} = written;
  const {admin} = run.env;
  if (!(await writeEvidence(admin, run.evidence))) run.tell({type: 'evidenceMissing', claim});
  await run.tagging;
  await syncTag(admin, claim.orderId, run.tags || [], waitingOn({claim}, run.requests()).anything);
  return (await tellFlow(claim, digest, run.keys, run.env)) || written;
}

const STALE: ReadonlySet<string> = new Set(['orderChanged', 'claimTaken', 'orderGone']);

/**
 * The claim could not be written. Before the first write nothing moved; later, what Shopify shows is the last write, and
 * whoever resumes finds out what became of the call.
 */
function failedWrite(run: Run, callId: string, error: unknown): ExecutionOutcome {
  if (error instanceof ClaimLost) {
    return run.written === null
      ? {state: 'stale', problem: {code: 'claimTaken'}}
      : {state: 'superseded', problem: {code: 'superseded'}};
  }
  if (error instanceof ClaimUnwritten) {
    if (run.written !== null) return {state: 'stopped', claim: run.written.claim, problem: error.problem, callId};
    const problem = error.landed === 'no' ? error.problem : {...error.problem, code: 'claimUnknown'};
    return {state: 'refused', problem};
  }
  throw error;
}
