import type {SnapshotRefund} from '../core/index.ts';
import {moneyPair, type Currencies} from './money.ts';
import {STATUSES} from './payments.ts';
import {child, nodes, oneOf, optionalChild, optionalText, text, wholeList, type Node} from './read.ts';

/** The transactions of a refund. @throws InputError where one page may not be all of them */
export function refundTransactions(refund: Node): readonly Node[] {
  return wholeList(child(refund, 'transactions'), 'nodes', 50, nodes(refund, 'transactions'));
}

/** An earlier refund. @throws InputError that names the field of anything missing or malformed */
export function snapshotRefund(refund: Node, currencies: Currencies): SnapshotRefund {
  return {
    total: moneyPair(refund, 'totalRefundedSet', currencies),
    transactions: refundTransactions(refund).map((entry) => {
      const parent = optionalChild(entry, 'parentTransaction');
      return {
        gateway: optionalText(entry, 'gateway') ?? 'unknown',
        status: oneOf(entry, 'status', STATUSES),
        amount: moneyPair(entry, 'amountSet', currencies),
        parentId: parent && text(parent, 'id'),
      };
    }),
  };
}
