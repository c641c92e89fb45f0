import {payableNow} from '../../order/index.ts';
import type {OrderSnapshot, SnapshotPayment} from '../../order/types.ts';

/** What the order's payments can still give; the settling takes out of it. Minor units of the customer's currency. */
export interface Room {
  /** Shopify's ceiling for cash and refunds to store credit together. */
  net: number;
  /**
   * Went to store credit before: cash may go beyond the ceiling by as much (Shopify's changelog of 2025-05-20), but not beside a
   * new refund to store credit, which may not.
   */
  over: number;
  overUsed: boolean;
  readonly payments: readonly {readonly payment: SnapshotPayment; left: number}[];
}

/**
 * @param maxima Shopify's own maximum per payment id, where it was asked
 */
export function openRoom(order: OrderSnapshot, maxima: ReadonlyMap<string, number> = new Map()): Room {
  return {
    net: payableNow(order).minor,
    over: creditedBefore(order),
    overUsed: false,
    payments: sorted(order.payments).map((payment) => {
      const own = Math.max(0, payment.refundable.presentment.minor);
      return {payment, left: Math.min(own, maxima.get(payment.id) ?? own)};
    }),
  };
}

/** Gift cards first, then the one that can take most; equal ones stay in the order's own order (facts/refund-rules R8). */
function sorted(payments: readonly SnapshotPayment[]): readonly SnapshotPayment[] {
  const first = (payment: SnapshotPayment) => (payment.kind === 'giftCard' ? 0 : 1);
  return [...payments].sort(
    (a, b) =>
      first(a) - first(b) || (first(a) === 0 ? 0 : b.refundable.presentment.minor - a.refundable.presentment.minor),
  );
}

/** What earlier refunds put on store credit instead of back on a payment. */
function creditedBefore(order: OrderSnapshot): number {
  const known = new Set(order.payments.map((payment) => payment.id));
  let minor = 0;
  for (const refund of order.refunds) {
    for (const transaction of refund.transactions) {
      const back = transaction.parentId !== null && known.has(transaction.parentId);
      if (!back && transaction.status === 'SUCCESS' && transaction.gateway.includes('store_credit')) {
        minor += transaction.amount.presentment.minor;
      }
    }
  }
  return minor;
}
