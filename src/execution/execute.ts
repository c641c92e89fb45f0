import type {RefundPlan} from '../core/index.ts';
import {withRetry} from './admin/retry.ts';
import {gate} from './approval/gate.ts';
import type {From} from './approval/gate.ts';
import {carryOut} from './carry-out.ts';
import {startClaim} from './claim/start.ts';
import {Run} from './run.ts';
import type {Claim, Confirmed, Environment, ExecutionEvent, ExecutionOutcome, Problem} from './types.ts';

/** What a person confirmed is good for half an hour; then the figures are asked again. */
const CONFIRMED_FOR_MS = 30 * 60_000;

/**
 * Carries out a plan that a person confirmed. Claims the order with the digest that was read together with what the person
 * saw, then each call: look, intend, act, confirm.
 * @param confirmed from `readOrderForRefund`, the reading that the plan was made from
 * @param env everything outside; the same environment gives the same run
 * @param onEvent told after each write of the claim; must not throw
 * @param from the request of this order that the plan carries out. It is settled in the same write as the claim; above a
 *   limit it has to be an approval for exactly this plan that somebody else asked for
 * @returns `needsApproval` when the plan is above a limit that is in force right now: see `askForApproval`
 */
export async function executePlan(
  plan: RefundPlan,
  confirmed: Confirmed,
  env: Environment,
  onEvent: (event: ExecutionEvent) => void = () => undefined,
  from?: From,
): Promise<ExecutionOutcome> {
  const problem = refusal(plan, confirmed, env.now());
  if (problem) return {state: 'refused', problem};
  if (countsOnMore(plan, confirmed)) return {state: 'stale', problem: {code: 'orderChanged', what: 'plan'}};
  const guarded = {...env, admin: withRetry(env.admin, env.wait.bind(env), env.now.bind(env))};
  const {claim, digest} = confirmed.claim;
  const draft = startClaim(plan, confirmed, {at: new Date(env.now()).toISOString(), staff: env.staff});
  const run = new Run(guarded, draft, digest, plan.orderUpdatedAt, onEvent, (looked) =>
    gate(plan, claim, from, looked, guarded),
  );
  return carryOut(run, 0);
}

/** Why a plan is not carried out at all: nothing is read or written. */
function refusal(plan: RefundPlan, confirmed: Confirmed, now: number): Problem | null {
  const [stop] = plan.stops;
  if (stop) return {code: 'planStopped', stop: stop.code};
  if (plan.figures !== 'shopify') return {code: 'planIsEstimate'};
  if (plan.calls.length === 0) return {code: 'nothingToDo'};
  if (plan.orderId !== confirmed.orderId) return {code: 'otherOrder', plan: plan.orderId, order: confirmed.orderId};
  if (now - confirmed.at > CONFIRMED_FOR_MS) return {code: 'planExpired', minutes: CONFIRMED_FOR_MS / 60_000};
  if (confirmed.claim.problem) return confirmed.claim.problem;
  return confirmed.claim.claim ? occupied(confirmed.claim.claim, plan) : null;
}

/**
 * Whether the plan refunds from payments that are no longer there: it was made from an older reading than the confirmed one. Cash
 * after an earlier refund to store credit goes beyond the net payment on purpose.
 */
function countsOnMore({calls, effects}: RefundPlan, {money}: Confirmed): boolean {
  if (calls.some((call) => call.kind === 'refundCreate' && call.allowOverRefunding)) return false;
  const booked = calls.flatMap((call) =>
    call.kind === 'refundCreate'
      ? [...call.transactions.map(({amount}) => amount), ...(call.storeCredit ? [call.storeCredit] : [])]
      : [],
  );
  const refunded = booked.reduce((sum, {minor}) => sum + minor, 0);
  return refunded > 0 && refunded + effects.remaining.presentment.minor > money.netPayment.minor;
}

/** A former execution that is still open stands in the way, and the same plan is carried out once only. */
function occupied(claim: Claim, plan: RefundPlan): Problem | null {
  if (claim.state === 'open') return {code: 'claimOpen', planId: claim.planId, since: claim.startedAt};
  if (claim.state === 'stopped' && claim.planId === plan.planId) return {code: 'resumeInstead', planId: plan.planId};
  const executed = [claim, ...claim.earlier].some(({planId}) => planId === plan.planId);
  if (executed) return {code: 'alreadyExecuted', planId: plan.planId};
  const open = claim.calls.find(({state}) => state === 'intended' || state === 'unknown');
  return open ? {code: 'outcomeUnknown', planId: claim.planId, call: open.id} : null;
}
