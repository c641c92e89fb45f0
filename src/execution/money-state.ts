import type {ExecutionStateQuery} from '../../graphql/generated/admin.generated.d.ts';
import {parseSigned} from '../core/index.ts';
import type {Money} from '../core/index.ts';
import type {MoneyState, Problem} from './types.ts';

export type OrderMoney = Omit<NonNullable<ExecutionStateQuery['order']>, 'claim' | 'request' | 'tags'>;
export type OrderRefund = OrderMoney['refunds'][number];

/** An amount as the API writes it, exact. */
export function moneyOf(amount: {readonly amount: string; readonly currencyCode: string}, field = 'amount'): Money {
  return parseSigned(amount.amount, amount.currencyCode, field);
}

/** What a person sees of the order's money: to be confirmed, and compared right before each act. */
export function moneyStateOf(order: OrderMoney): MoneyState {
  return {
    netPayment: moneyOf(order.netPaymentSet.presentmentMoney, 'order.netPaymentSet'),
    refundedShipping: moneyOf(order.totalRefundedShippingSet.presentmentMoney, 'order.totalRefundedShippingSet'),
    refundIds: order.refunds.map(({id}) => id),
  };
}

/** The text in a refund's note by which it can be found again after its idempotency key is forgotten. */
export function planReference(planId: string, callId: string): string {
  return `Refund Recipes ${planId} ${callId}`;
}

/**
 * Whether the order's money still stands as it was confirmed, apart from what this plan did itself. Shopify's own refund
 * screen ignores our claim, so this is read right before each act; a window of about a second stays.
 * @param before what a person confirmed; refunds of this plan that it lists already are part of it
 */
export function orderChanged(before: MoneyState, order: OrderMoney, planId: string): Problem | null {
  const known = new Set(before.refundIds);
  const added = order.refunds.filter(({id}) => !known.has(id));
  const own = added.filter(({note}) => note?.startsWith(`Refund Recipes ${planId} `));
  if (own.length < added.length) {
    return {code: 'orderChanged', what: 'refund'};
  }
  const net = moneyOf(order.netPaymentSet.presentmentMoney);
  const range = own.reduce(
    ({least, most}, refund) => ({least: least - mostPaid(refund), most: most - leastPaid(refund)}),
    {least: before.netPayment.minor, most: before.netPayment.minor},
  );
  if (net.currency !== before.netPayment.currency || net.minor < range.least || net.minor > range.most) {
    return {code: 'orderChanged', what: 'netPayment'};
  }
  const shipping = moneyOf(order.totalRefundedShippingSet.presentmentMoney);
  if (own.length === 0 && shipping.minor !== before.refundedShipping.minor) {
    return {code: 'orderChanged', what: 'shipping'};
  }
  return null;
}

/** Whether the net payment counts pending refunds and refunds to store credit is not confirmed: either is accepted. */
function mostPaid(refund: OrderRefund): number {
  return Math.max(totalOf(refund), paidOf(refund, ['SUCCESS', 'PENDING', 'AWAITING_RESPONSE', 'UNKNOWN']));
}

function leastPaid(refund: OrderRefund): number {
  return Math.min(totalOf(refund), paidOf(refund, ['SUCCESS']));
}

function totalOf(refund: OrderRefund): number {
  return moneyOf(refund.totalRefundedSet.presentmentMoney).minor;
}

function paidOf(refund: OrderRefund, statuses: readonly string[]): number {
  return refund.transactions.nodes
    .filter(({kind, status}) => kind === 'REFUND' && statuses.includes(status))
    .reduce((total, {amountSet}) => total + moneyOf(amountSet.presentmentMoney).minor, 0);
}
