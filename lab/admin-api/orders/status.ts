/** The statuses that Shopify shows: money, shipping, returns. */
import {unitsOf} from './lines.ts';
import type {FulfillmentOrderRecord, OrderRecord} from './model.ts';
import {capturable, received, refunded} from './payments.ts';
import {currentTotal} from './totals.ts';

/** OrderDisplayFinancialStatus, or null (assumption 20). */
export function financialStatus(order: OrderRecord): string | null {
  const paid = received(order).customer;
  const back = refunded(order).customer;
  if (paid > 0) {
    if (back >= paid) return 'REFUNDED';
    if (back > 0) return 'PARTIALLY_REFUNDED';
    return paid >= currentTotal(order).customer ? 'PAID' : 'PARTIALLY_PAID';
  }
  const open = capturable(order).customer > 0;
  if (open) return 'AUTHORIZED';
  const pending = order.transactions.some(
    ({kind, status}) => (kind === 'SALE' || kind === 'CAPTURE') && status === 'PENDING',
  );
  const told = order.transactions.length === 0 ? order.financialStatus : pending ? 'PENDING' : 'VOIDED';
  return told !== null && order.cancelledAt !== null ? 'VOIDED' : told;
}

/** OrderDisplayFulfillmentStatus: nothing shipped is UNFULFILLED, also when all units were taken off (recorded). */
export function fulfillmentStatus(order: OrderRecord): 'FULFILLED' | 'PARTIALLY_FULFILLED' | 'UNFULFILLED' {
  const units = order.lines.map((line) => unitsOf(order, line));
  if (!units.some(({shipped}) => shipped > 0)) return 'UNFULFILLED';
  return units.some(({unshipped}) => unshipped > 0) ? 'PARTIALLY_FULFILLED' : 'FULFILLED';
}

/** Requested before open before closed; declined and cancelled returns don't count (recorded precedence). */
export function returnStatus(order: OrderRecord): 'IN_PROGRESS' | 'NO_RETURN' | 'RETURNED' | 'RETURN_REQUESTED' {
  const has = (status: string): boolean => order.returns.some((entry) => entry.status === status);
  if (has('REQUESTED')) return 'RETURN_REQUESTED';
  if (has('OPEN')) return 'IN_PROGRESS';
  return has('CLOSED') ? 'RETURNED' : 'NO_RETURN';
}

/** Assumption 21. `remaining` and `total` are without the units that were taken off the order. */
export function fulfillmentOrderState(
  order: OrderRecord,
  entry: FulfillmentOrderRecord,
): {
  status: 'CLOSED' | 'IN_PROGRESS' | 'OPEN';
  lines: {id: string; lineItemId: string; total: number; remaining: number}[];
} {
  const lines = entry.lines.map((line) => {
    const record = order.lines.find(({id}) => id === line.lineItemId);
    const cancelled = record ? unitsOf(order, record).cancelled : 0;
    const total = Math.max(line.fulfilled, line.total - cancelled);
    return {id: line.id, lineItemId: line.lineItemId, total, remaining: total - line.fulfilled};
  });
  const remains = lines.some(({remaining}) => remaining > 0);
  const begun = entry.lines.some(({fulfilled}) => fulfilled > 0);
  return {status: remains ? (begun ? 'IN_PROGRESS' : 'OPEN') : 'CLOSED', lines};
}
