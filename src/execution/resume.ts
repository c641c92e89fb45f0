import {withRetry} from './admin/retry.ts';
import {carryOut} from './carry-out.ts';
import {ClaimLost, ClaimUnwritten} from './claim/write.ts';
import {shopifyTime} from './claim/clock.ts';
import {Run} from './run.ts';
import type {Claim, Confirmed, Environment, ExecutionEvent, ExecutionOutcome, Problem} from './types.ts';

/** Longer than any request of the former executor can still be on its way. */
export const QUIET_MS = 120_000;

/**
 * Goes on with an unfinished execution, by the same or another person. It raises the epoch, so the former executor ends at
 * its next write; and not before the last transition is two minutes old by Shopify's clock (the claim's `updatedAt` against
 * the time at which Shopify stores a note beside it). Then every open call is reconciled before anything is sent.
 * @param confirmed read just now: what the person sees counts as confirmed from here on
 */
export async function resume(
  confirmed: Confirmed,
  env: Environment,
  onEvent: (event: ExecutionEvent) => void = () => undefined,
): Promise<ExecutionOutcome> {
  const {claim} = confirmed.claim;
  const problem = refusal(confirmed);
  if (problem || !claim) return {state: 'refused', problem: problem || {code: 'nothingToResume'}};
  const admin = withRetry(env.admin, env.wait.bind(env), env.now.bind(env));
  let now: number;
  try {
    now = await shopifyTime(admin, claim.orderId, env);
  } catch (error) {
    if (error instanceof ClaimUnwritten) return {state: 'refused', problem: error.problem};
    throw error;
  }
  if (Number.isNaN(now)) return {state: 'refused', problem: {code: 'noServerTime'}};
  // A writer's own clock proves nothing.
  const quiet = confirmed.claim.updatedAt ? now - Date.parse(confirmed.claim.updatedAt) : 0;
  if (quiet < QUIET_MS) {
    return {state: 'refused', problem: {code: 'tooEarly', seconds: Math.ceil((QUIET_MS - quiet) / 1000)}};
  }
  const run = new Run({...env, admin}, raised(claim, confirmed, env), confirmed.claim.digest, null, onEvent);
  run.evidence.push({
    handle: `${claim.planId}-resume-${claim.epoch + 1}`.toLowerCase(),
    orderId: claim.orderId,
    evidence: {planId: claim.planId, epoch: claim.epoch + 1, staff: env.staff, at: new Date(now).toISOString()},
  });
  try {
    await run.commit();
  } catch (error) {
    if (error instanceof ClaimLost) return {state: 'stale', problem: {code: 'claimTaken'}};
    if (error instanceof ClaimUnwritten) return {state: 'refused', problem: error.problem};
    throw error;
  }
  return carryOut(run, quiet);
}

function refusal(confirmed: Confirmed): Problem | null {
  const {claim, problem} = confirmed.claim;
  if (problem) return problem;
  if (!claim) return {code: 'nothingToResume'};
  if (claim.orderId !== confirmed.orderId) return {code: 'claimForeign', other: claim.orderId};
  return claim.state === 'done' ? {code: 'alreadyExecuted', planId: claim.planId} : null;
}

/** The same execution under the next epoch; what failed for certain is planned again under the next generation. */
function raised(claim: Claim, confirmed: Confirmed, env: Environment) {
  const {nonce: _nonce, at: _at, seal: _seal, ...rest} = claim;
  return {
    ...rest,
    epoch: claim.epoch + 1,
    state: 'open' as const,
    staff: env.staff,
    before: confirmed.money,
    calls: claim.calls.map((call) =>
      call.state === 'failed' ? {...call, state: 'planned' as const, generation: call.generation + 1} : call,
    ),
  };
}
