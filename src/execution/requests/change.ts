import type {Breach, Choices, RefundPlan} from '../../core/index.ts';
import {withRetry} from '../admin/retry.ts';
import {ClaimLost, ClaimUnwritten} from '../claim/write.ts';
import {refreshTag, syncTag} from '../tags.ts';
import type {Environment} from '../types.ts';
import {tellApproval} from '../triggers/opening.ts';
import {requestIdOf} from './id.ts';
import type {ReadRequests, RefundRequest, RequestOutcome} from './types.ts';
import {writeRequests} from './write.ts';

const DAY_MS = 86_400_000;

export interface Asked {
  /** What the plan was made with. Who gave consent is kept as `customer`: requests hold no names. */
  readonly choices: Choices;
  readonly reason: string;
  /** From the `needsApproval` outcome; left out, the refund is asked for and anybody who may refund releases it. */
  readonly breaches?: readonly Breach[];
  /** `settings.approvalExpiresAfterDays`. */
  readonly expiresAfterDays: number;
}

/**
 * Writes down a plan for somebody else to carry out. An intent has one open request: asking again replaces what waited,
 * asking the same again changes nothing.
 * @param read the order's requests, read just now
 */
export async function askForApproval(
  read: ReadRequests,
  plan: RefundPlan,
  asked: Asked,
  env: Environment,
): Promise<RequestOutcome> {
  if (env.staff === null) return {state: 'refused', problem: {code: 'staffUnknown'}};
  if (plan.orderId !== read.orderId) {
    return {state: 'refused', problem: {code: 'otherOrder', plan: plan.orderId, order: read.orderId}};
  }
  const {consent, ...rest} = asked.choices;
  const choices: Choices = consent ? {...rest, consent: {...consent, by: 'customer'}} : rest;
  const {recipe, intentId} = plan;
  const now = env.now();
  const request: RefundRequest = {
    id: requestIdOf(plan.orderId, recipe, choices, intentId),
    state: 'waiting',
    kind: asked.breaches ? 'approval' : 'request',
    recipe,
    choices,
    reason: asked.reason,
    by: env.staff,
    at: new Date(now).toISOString(),
    expiresAt: new Date(now + asked.expiresAfterDays * DAY_MS).toISOString(),
    intentId,
    planId: plan.planId,
    planTotals: plan.totals,
    ground: plan.ground,
    ...(asked.breaches ? {breaches: asked.breaches, flow: 1} : {}),
  };
  const same = read.requests.find(({id, state, planId, kind}) => {
    return id === request.id && state === 'waiting' && planId === plan.planId && kind === request.kind;
  });
  if (same) return {state: 'recorded', requests: read, request: same};
  const others = read.requests.filter((other) => {
    return other.id !== request.id && !(other.state === 'waiting' && other.intentId === intentId);
  });
  const outcome = await write(read, [request, ...others], request, env);
  if (outcome.state !== 'recorded') return outcome;
  await syncTag(env.admin, plan.orderId, undefined, true);
  if (!asked.breaches) return outcome;
  const admin = withRetry(env.admin, env.wait.bind(env), env.now.bind(env));
  const requests = await tellApproval(outcome.requests, request, false, {...env, admin});
  return {...outcome, requests, request: requests.requests.find(({id}) => id === request.id) || request};
}

/** Declines a request that waits: it stays on record, with who, when and why. */
export async function declineRequest(
  read: ReadRequests,
  requestId: string,
  reason: string,
  env: Environment,
): Promise<RequestOutcome> {
  const request = read.requests.find(({id}) => id === requestId);
  if (request?.state !== 'waiting') {
    return {state: 'refused', problem: {code: 'requestNotWaiting', state: request?.state || 'gone'}};
  }
  const declined = decided(request, 'declined', reason, env);
  const outcome = await write(read, replaced(read, declined), declined, env);
  if (outcome.state === 'recorded') await refreshTag(env, read.orderId);
  return outcome;
}

/** A request with a decision on it. */
export function decided(
  request: RefundRequest,
  state: 'approved' | 'declined' | 'released',
  reason: string,
  env: Pick<Environment, 'now' | 'staff'>,
): RefundRequest {
  return {...request, state, decision: {by: env.staff, at: new Date(env.now()).toISOString(), reason}};
}

export function replaced(read: ReadRequests, request: RefundRequest): readonly RefundRequest[] {
  return read.requests.map((other) => (other.id === request.id ? request : other));
}

async function write(
  read: ReadRequests,
  requests: readonly RefundRequest[],
  request: RefundRequest,
  env: Environment,
): Promise<RequestOutcome> {
  try {
    const admin = withRetry(env.admin, env.wait.bind(env));
    return {state: 'recorded', requests: await writeRequests(admin, read, requests, env), request};
  } catch (error) {
    if (error instanceof ClaimLost) return {state: 'stale', problem: {code: 'requestChanged'}};
    if (error instanceof ClaimUnwritten) return {state: 'refused', problem: error.problem};
    throw error;
  }
}
