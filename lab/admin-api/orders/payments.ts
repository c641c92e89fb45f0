/** Money in, money out, and what each payment can still give back. */
import type {OrderRecord, Pair, TransactionRecord} from './model.ts';
import {atRatioOf, minus, plus, sumOf, ZERO} from './pair.ts';

export const STORE_CREDIT_GATEWAY = 'shopify_store_credit';
const GIFT_CARD_GATEWAY = 'gift_card';

const MANUAL_GATEWAYS = new Set(['manual', 'bank deposit', 'money order', 'cash on delivery (cod)']);

/** Whether Shopify only books the payment, and no money moves through it. */
export const isManual = (gateway: string): boolean => MANUAL_GATEWAYS.has(gateway.toLowerCase());

const isPayment = ({kind}: TransactionRecord): boolean => kind === 'SALE' || kind === 'CAPTURE';
const succeeded = ({status}: TransactionRecord): boolean => status === 'SUCCESS';
/** Sent and not refused: gone, as far as what is left is concerned (assumption 15). */
const gone = ({status}: TransactionRecord): boolean =>
  status === 'SUCCESS' || status === 'PENDING' || status === 'AWAITING_RESPONSE';
const amountOf = ({amount}: TransactionRecord): Pair => amount;

const refunds = (order: OrderRecord): TransactionRecord[] => order.transactions.filter(({kind}) => kind === 'REFUND');

export function received(order: OrderRecord): Pair {
  const paid = order.transactions.filter((entry) => isPayment(entry) && succeeded(entry));
  const change = order.transactions.filter((entry) => entry.kind === 'CHANGE' && succeeded(entry));
  return minus(sumOf(paid, amountOf), sumOf(change, amountOf));
}

/** Refunds that arrived (assumption 19). */
export const refunded = (order: OrderRecord): Pair => sumOf(refunds(order).filter(succeeded), amountOf);

export const netPayment = (order: OrderRecord): Pair => minus(received(order), refunded(order));

/** Net payment less what is on its way, in the customer's currency: what refunds are measured against. */
export const stillHeld = (order: OrderRecord): number =>
  received(order).customer - sumOf(refunds(order).filter(gone), amountOf).customer;

/** What went, or is going, to store credit. */
export const refundedToStoreCredit = (order: OrderRecord): number =>
  sumOf(
    refunds(order).filter((entry) => gone(entry) && entry.gateway === STORE_CREDIT_GATEWAY),
    amountOf,
  ).customer;

export const isRefundable = (entry: TransactionRecord): boolean => isPayment(entry) && succeeded(entry);

/** What one payment can still give back, in the customer's currency. */
export function remainingOn(order: OrderRecord, payment: TransactionRecord): number {
  if (!isRefundable(payment)) return 0;
  const back = refunds(order).filter((entry) => entry.parentId === payment.id && gone(entry));
  return Math.max(0, payment.amount.customer - sumOf(back, amountOf).customer);
}

/** Payments that can give something back: gift cards first, then in the order of payment (assumption 6). */
export function refundablePayments(order: OrderRecord): {payment: TransactionRecord; remaining: Pair}[] {
  const rank = (entry: TransactionRecord): number => (entry.gateway === GIFT_CARD_GATEWAY ? 0 : 1);
  return order.transactions
    .filter((entry) => remainingOn(order, entry) > 0)
    .toSorted((a, b) => rank(a) - rank(b))
    .map((payment) => ({payment, remaining: atRatioOf(payment.amount, remainingOn(order, payment))}));
}

/** The most that a refund can pay out: what the payments hold, within the net payment. */
export function maximumRefundable(order: OrderRecord): Pair {
  const held = refundablePayments(order).reduce((total, {remaining}) => plus(total, remaining), ZERO);
  const limit = Math.max(0, Math.min(held.customer, stillHeld(order)));
  return limit === held.customer ? held : atRatioOf(received(order), limit);
}

/** The order's authorization that isn't captured yet. */
export function capturable(order: OrderRecord): Pair {
  const authorized = order.transactions.filter((entry) => entry.kind === 'AUTHORIZATION' && succeeded(entry));
  const used = order.transactions.filter(
    (entry) => (entry.kind === 'CAPTURE' || entry.kind === 'VOID') && succeeded(entry),
  );
  const rest = minus(sumOf(authorized, amountOf), sumOf(used, amountOf));
  return rest.customer > 0 ? rest : ZERO;
}

const GATEWAY_NAMES: Record<string, string> = {
  shopify_payments: 'Shopify Payments',
  paypal: 'PayPal Express Checkout',
  gift_card: 'Gift Card',
  shopify_store_credit: 'Store Credit',
  manual: 'Manual',
};

/** What staff read; a gateway without a name of its own keeps the string it came with. */
export const gatewayName = (gateway: string): string => GATEWAY_NAMES[gateway] ?? gateway;
