import type {OrderSnapshot} from '../../order/types.ts';
import type {Notice} from '../types.ts';

/** Tags by which other refund apps mark an order that they work on. */
const FOREIGN_TAG = /^(refund[-_ ]?id|refund[-_ ]?(pending|processing|in[-_ ]?progress))\b/i;
const OPEN_DISPUTE = /^(needs_response|under_review)$/i;
const UNDER_WAY: ReadonlySet<string> = new Set(['PENDING', 'AWAITING_RESPONSE']);

/** What makes an order one to be careful with, whatever is refunded. */
export function orderWarnings(order: OrderSnapshot): readonly Notice[] {
  const warnings: Notice[] = [];
  const dispute = order.disputes.find(({status}) => OPEN_DISPUTE.test(status));
  if (dispute) warnings.push({code: 'disputeOpen'});
  const pending = order.refunds
    .flatMap((refund) => refund.transactions)
    .filter((transaction) => UNDER_WAY.has(transaction.status))
    .reduce((sum, transaction) => sum + transaction.amount.presentment.minor, 0);
  if (pending > 0) warnings.push({code: 'refundPending', amount: {minor: pending, currency: order.currency}});
  const tag = order.tags.find((candidate) => FOREIGN_TAG.test(candidate.trim()));
  if (tag !== undefined) warnings.push({code: 'foreignGuardTag', tag});
  if (order.cancelled) warnings.push({code: 'orderCancelled'});
  return warnings;
}
