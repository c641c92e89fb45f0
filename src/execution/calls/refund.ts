import {RefundCreate} from '../../../graphql/generated/operations.ts';
import {AdminError} from '../admin/error.ts';
import {canonicalJson} from '../canonical.ts';
import {moneyOf, planReference} from '../money-state.ts';
import type {OrderMoney, OrderRefund} from '../money-state.ts';
import {problemOf, refusedBy} from '../problem.ts';
import type {Run} from '../run.ts';
import type {CallAct, ClaimedCall, Problem, RefundTransaction} from '../types.ts';
import {refundVariables} from './refund-variables.ts';

type RefundAct = Extract<CallAct, {kind: 'refundCreate'}>;
type RefundCall = ClaimedCall & {readonly act: RefundAct};
/** A refund as the mutation or a later read brings it. */
type Refund = Pick<OrderRefund, 'id' | 'note' | 'transactions'>;

/** Shopify remembers an idempotency key for 24 hours; an hour less leaves room for two clocks. */
const KEY_KEPT_MS = 23 * 3_600_000;

/**
 * A keyed refund. It looks first whether a refund with this call's note is there already; then the same key is sent as often
 * as it takes, and a new generation only after a definitive failure, or when the key is forgotten and no refund is there.
 * @param now Shopify's clock where it is known, milliseconds since 1970
 * @returns what stops the execution, or null when the call is done (PENDING payments count as done, and are named)
 * @throws Halt, AdminError before the act; ClaimLost, ClaimUnwritten
 */
export async function refundStep(run: Run, call: RefundCall, now: number): Promise<Problem | null> {
  const order = await run.look();
  const present = refundOf(order, run, call);
  if (present) return settled(run, call, present);
  const sentBefore = call.state !== 'planned';
  const forgotten = sentBefore && now - Date.parse(call.at) > KEY_KEPT_MS;
  const current = forgotten ? {...call, generation: call.generation + 1} : call;
  const variables = refundVariables(run.draft, current, run.draft.before.netPayment.currency);
  const variablesHash = run.env.hash(canonicalJson(variables));
  if (sentBefore && !forgotten && call.variablesHash !== variablesHash) {
    return stay(run, call, {code: 'claimAltered', call: call.id});
  }
  run.move(call.id, 'intended', {generation: current.generation, variablesHash});
  await run.commit();
  // A "no" to this request says nothing about a former one under the same key that may still be on its way.
  const firstSend = !sentBefore || forgotten;
  try {
    const payload = (await run.env.admin.request(RefundCreate, variables)).data.refundCreate;
    if (payload?.refund) return settled(run, current, payload.refund);
    const problem = refusedBy('refundRefused', payload?.userErrors ?? []);
    return await unsettled(run, current, problem, firstSend ? 'failed' : 'unknown');
  } catch (error) {
    if (!(error instanceof AdminError)) throw error;
    const problem = problemOf(error);
    const definitive = error.kind === 'keyFailed' || (error.landed === 'no' && firstSend);
    return definitive ? fail(run, current, problem) : unsettled(run, current, problem, 'unknown');
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
  const transactions = refund.transactions.nodes.filter(({kind}) => kind === 'REFUND').map(transactionOf);
  const evidence = {refundId: refund.id, transactions};
  const problem = shortfall(call.act, transactions);
  if (problem) {
    run.move(call.id, 'partlyDone', {evidence: {...evidence, problem}});
    return problem;
  }
  run.move(call.id, 'done', {evidence});
  return null;
}

function shortfall(act: RefundAct, transactions: readonly RefundTransaction[]): Problem | null {
  const failed = transactions.filter(({status}) => status === 'FAILURE' || status === 'ERROR');
  if (failed.length > 0) {
    return {code: 'paymentFailed', transactions: failed.map(({id}) => id).join(' '), failed: failed.length};
  }
  const total = (list: readonly {amount: {minor: number}}[]) => list.reduce((sum, {amount}) => sum + amount.minor, 0);
  const asked = total(act.transactions);
  const parents = new Set<string | undefined>(act.transactions.map(({parent}) => parent));
  // A refund to store credit may have a transaction too: it doesn't make up for a missing card payment.
  const moving = total(transactions.filter(({parentId}) => parents.has(parentId)));
  return moving < asked ? {code: 'lessThanAsked', asked, moving} : null;
}

function transactionOf(node: Refund['transactions']['nodes'][number]): RefundTransaction {
  return {
    id: node.id,
    status: node.status,
    amount: moneyOf(node.amountSet.presentmentMoney, 'transaction.amountSet'),
    ...(node.parentTransaction ? {parentId: node.parentTransaction.id} : {}),
  };
}
