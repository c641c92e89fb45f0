import {moneyOf} from '../money-state.ts';
import type {OrderRefund} from '../money-state.ts';
import type {CallAct, CallEvidence, Problem, RefundTransaction} from '../types.ts';

type RefundAct = Extract<CallAct, {kind: 'refundCreate'}>;

/** A refund as the mutation or a later read brings it. */
export type Refund = Pick<OrderRefund, 'id' | 'transactions'>;

/** What a refund that is there says of its call: done (PENDING payments count as done, and are named), or done in part. */
export function refundEvidence(
  act: RefundAct,
  refund: Refund,
): {readonly state: 'done' | 'partlyDone'; readonly evidence: CallEvidence} {
  const transactions = withParents(
    act,
    refund.transactions.nodes.filter(({kind}) => kind === 'REFUND'),
  );
  const evidence = {refundId: refund.id, transactions};
  const problem = shortfall(act, transactions);
  return problem ? {state: 'partlyDone', evidence: {...evidence, problem}} : {state: 'done', evidence};
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

/** A transaction that doesn't name its payment belongs to the one that was asked for by this gateway and amount. */
function withParents(act: RefundAct, nodes: readonly Node[]): RefundTransaction[] {
  const named = new Set(nodes.map(({parentTransaction}) => parentTransaction?.id));
  const open = act.transactions.filter(({parent}) => !named.has(parent));
  return nodes.map((node) => {
    const transaction = transactionOf(node);
    if (transaction.parentId !== undefined) return transaction;
    const index = open.findIndex(
      ({gateway, amount}) => gateway === node.gateway && amount.minor === transaction.amount.minor,
    );
    const [own] = index < 0 ? [] : open.splice(index, 1);
    return own ? {...transaction, parentId: own.parent} : transaction;
  });
}

type Node = Refund['transactions']['nodes'][number];

function transactionOf(node: Node): RefundTransaction {
  return {
    id: node.id,
    status: node.status,
    amount: moneyOf(node.amountSet.presentmentMoney, 'transaction.amountSet'),
    ...(node.parentTransaction ? {parentId: node.parentTransaction.id} : {}),
  };
}
