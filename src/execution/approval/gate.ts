import type {ExecutionStateQuery} from '../../../graphql/generated/admin.generated.d.ts';
import type {Breach, RefundPlan} from '../../core/index.ts';
import type {MetafieldInput} from '../claim/write.ts';
import {Halt} from '../problem.ts';
import {decided, replaced} from '../requests/change.ts';
import {readRequests, waitingRequest} from '../requests/read.ts';
import type {ReadRequests, RefundRequest} from '../requests/types.ts';
import {requestsInput} from '../requests/write.ts';
import type {Claim, ClaimedRequest, Environment, Problem} from '../types.ts';
import {breachesOf} from './limits.ts';

/** The request of this order that a plan carries out, and why whoever carries it out approves it. */
export interface From {
  readonly requestId: string;
  readonly reason?: string;
}

/** What the claim keeps of the reason that somebody asked with; the request has the whole. */
const REASON_LENGTH = 200;

/** What was read right before the claim is written. */
export interface LookedAt {
  readonly order: NonNullable<ExecutionStateQuery['order']>;
  readonly settings: ExecutionStateQuery['settings'] | undefined;
}

/** What the gate lets through goes into the first write of the claim: the request is settled in the same piece. */
export type Passage =
  | {readonly problem: null; readonly request?: ClaimedRequest; readonly alongside: readonly MetafieldInput[]}
  | {readonly problem: Problem; readonly breaches: readonly Breach[]};

/**
 * Limits and approvals, held by the engine whatever a screen says: they are read right before the claim. Above a limit a plan
 * passes only as the approval that is still waiting on this order, for exactly this plan, asked by another member of staff.
 * @param claim the order's former claim
 * @throws Halt when the request that is to be carried out can't be (decided, lapsed, changed, carried out already) or the
 *   limits can't be read; AdminError, ClaimUnwritten
 */
export async function gate(
  plan: RefundPlan,
  claim: Claim | null,
  from: From | undefined,
  looked: LookedAt,
  env: Environment,
): Promise<Passage> {
  const read = readRequests(looked.order, plan.orderId, env.now());
  const request = from ? chosen(read, from.requestId, plan, claim) : undefined;
  const breaches = await breachesOf(plan, looked, env);
  const problem = breaches.length > 0 ? unapproved(request, plan, env.staff) : null;
  if (problem) return {problem, breaches};
  if (!request) return {problem: null, alongside: []};
  const {id, kind, by: askedBy} = request;
  const reason = from?.reason || '';
  const settled = decided(request, kind === 'approval' ? 'approved' : 'released', reason, env);
  const at = new Date(env.now()).toISOString();
  return {
    problem: null,
    request: {
      id,
      kind,
      askedBy,
      by: env.staff,
      at,
      reason: reason || Array.from(request.reason).slice(0, REASON_LENGTH).join(''),
    },
    alongside: [requestsInput(read, replaced(read, settled), env)],
  };
}

function chosen(read: ReadRequests, id: string, plan: RefundPlan, claim: Claim | null): RefundRequest {
  const request = waitingRequest(read, id);
  if (request.intentId !== plan.intentId || request.recipe.handle !== plan.recipe.handle) {
    throw new Halt({code: 'requestOther', request: id});
  }
  // A workflow that writes the same request again, over the record that it was carried out.
  if (claim && [claim, ...claim.earlier].some(({intentId}) => intentId === request.intentId)) {
    throw new Halt({code: 'requestExecuted', request: id});
  }
  return request;
}

/** Why a plan above a limit is not approved, or null. Nobody approves what they asked for, and nobody unknown approves. */
function unapproved(request: RefundRequest | undefined, plan: RefundPlan, staff: string | null): Problem | null {
  if (request?.kind !== 'approval') return {code: 'needsApproval'};
  if (request.planId !== plan.planId) return {code: 'approvalOtherPlan'};
  if (staff === null) return {code: 'staffUnknown'};
  if (request.by === null || request.by === 'flow') return {code: 'approvalAskerUnknown'};
  return request.by === staff ? {code: 'approvalOwn'} : null;
}
