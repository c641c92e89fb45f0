import {RefundCreate} from '../../../graphql/generated/operations.ts';
import {AdminError} from '../admin/error.ts';
import {canonicalJson} from '../canonical.ts';
import {planReference} from '../money-state.ts';
import type {OrderMoney, OrderRefund} from '../money-state.ts';
import {problemOf, refusedBy} from '../problem.ts';
import type {Run} from '../run.ts';
import type {CallAct, ClaimedCall, Problem} from '../types.ts';
import {refundEvidence} from './refund-evidence.ts';
import type {Refund} from './refund-evidence.ts';
import {refundVariables} from './refund-variables.ts';

type RefundAct = Extract<CallAct, {kind: 'refundCreate'}>;
type RefundCall = ClaimedCall & {readonly act: RefundAct};

/** After a day no request is still on its way; what Shopify answers then is the last word. */
const SETTLED_MS = 24 * 3_600_000;

/**
 * A keyed refund. It looks first whether a refund with this call's note is there already; then the same key is sent as often
 * as it takes, and a new generation only after a definitive failure.
 * @param rested milliseconds since the claim's last transition, by Shopify's clock
 * @returns what stops the execution, or null when the call is done (PENDING payments count as done, and are named)
 * @throws Halt, AdminError before the act; ClaimLost, ClaimUnwritten
 */
export async function refundStep(run: Run, call: RefundCall, rested: number): Promise<Problem | null> {
  const order = await run.look();
  const present = refundOf(order, run, call);
  if (present) return settled(run, call, present);
  const sentBefore = call.state !== 'planned';
  const alone = !sentBefore || rested > SETTLED_MS;
  const variables = refundVariables(run.draft, call, run.draft.before.netPayment.currency);
  const variablesHash = run.env.hash(canonicalJson(variables));
  if (!alone && call.variablesHash !== variablesHash) {
    return stay(run, call, {code: 'claimAltered', call: call.id});
  }
  run.move(call.id, 'intended', {variablesHash});
  await run.commit();
  // A "no" to this request says nothing about a former one under the same key that may still be on its way.
  const otherwise = alone ? 'failed' : 'unknown';
  try {
    const {refund, userErrors = []} = (await run.act(RefundCreate, variables)).data.refundCreate || {};
    if (refund) return settled(run, call, refund);
    const problem = refusedBy('refundRefused', userErrors);
    return await unsettled(run, call, problem, otherwise);
  } catch (error) {
    if (!(error instanceof AdminError)) throw error;
    const problem = problemOf(error);
    if (error.kind === 'keyFailed') return unsettled(run, call, problem, 'failed');
    return unsettled(run, call, problem, error.landed === 'no' ? otherwise : 'unknown');
  }
}

/** No refund came back. It is looked for once by its note: an answer that got lost may have left one. */
async function unsettled(run: Run, call: RefundCall, problem: Problem, otherwise: 'failed' | 'unknown') {
  let order: OrderMoney;
  try {
    order = await run.look();
  } catch {
    return stay(run, call, problem);
  }
  const present = refundOf(order, run, call);
  if (present) return settled(run, call, present);
  return otherwise === 'failed' ? fail(run, call, problem) : stay(run, call, problem);
}

function refundOf(order: OrderMoney, run: Run, call: ClaimedCall): OrderRefund | undefined {
  const reference = planReference(run.draft.planId, call.id);
  return order.refunds.find(({note}) => note === reference);
}

function fail(run: Run, call: RefundCall, problem: Problem): Problem {
  run.move(call.id, 'failed', {evidence: {...call.evidence, problem}});
  return problem;
}

function stay(run: Run, call: RefundCall, problem: Problem): Problem {
  run.move(call.id, 'unknown', {evidence: {...call.evidence, problem}});
  return {...problem, code: 'outcomeUnknown', cause: problem.code};
}

/** A refund is there; that it exists doesn't mean that its money moved. */
function settled(run: Run, call: RefundCall, refund: Refund): Problem | null {
  const {state, evidence} = refundEvidence(call.act, refund);
  run.move(call.id, state, {evidence});
  return evidence.problem ?? null;
}
