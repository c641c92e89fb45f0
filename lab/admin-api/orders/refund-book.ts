/** Writes a refund that passed every check into the order: lines, shipping, duties, payments, and the adjustment that balances them. */
import type {Store} from '../store.ts';
import {gatewayAnswer} from './gateways.ts';
import {unitsOf} from './lines.ts';
import {parseMinor} from './minor.ts';
import type {AdjustmentRecord, OrderRecord, RefundLineRecord, RefundRecord, TransactionRecord} from './model.ts';
import {atRatioOf, ZERO} from './pair.ts';
import {STORE_CREDIT_GATEWAY} from './payments.ts';
import {today} from './rates.ts';
import {dutyRequests, lineRequests, type RefundInput} from './refund-input.ts';
import {type PricedLine, priceDuties, priceLines, priceShipping, shippingMaximum} from './suggest.ts';
import {calculatedValue, total} from './totals.ts';

function bookLine(store: Store, order: OrderRecord, priced: PricedLine): RefundLineRecord {
  const stays = priced.restockType === 'NO_RESTOCK' && priced.quantity > unitsOf(order, priced.line).shippedLeft;
  return {
    id: store.newGid('RefundLineItem'),
    lineItemId: priced.line.id,
    quantity: priced.quantity,
    restockType: priced.restockType,
    restocked: priced.restockType === 'CANCEL' || (priced.restockType === 'RETURN' && priced.locationId !== null),
    locationId: priced.restockType === 'NO_RESTOCK' ? null : priced.locationId,
    removed: !stays,
    subtotal: stays ? ZERO : priced.subtotal,
    tax: stays ? ZERO : priced.tax,
  };
}

function transaction(
  store: Store,
  order: OrderRecord,
  customer: number,
  at: string,
  own: Partial<TransactionRecord>,
): TransactionRecord {
  return {
    id: store.newGid('OrderTransaction'),
    kind: 'REFUND',
    status: 'SUCCESS',
    errorCode: null,
    gateway: '',
    parentId: null,
    amount: today(store, order, customer),
    rounding: null,
    accountNumber: null,
    giftCardId: null,
    createdAt: store.clock.iso(),
    processedAt: at,
    test: order.test,
    ...own,
  };
}

function bookTransactions(store: Store, order: OrderRecord, input: RefundInput, at: string): TransactionRecord[] {
  const minor = (amount: string): number => parseMinor(amount, order.presentmentCurrency) ?? 0;
  const toPayments = (input.transactions ?? []).flatMap(({amount, parentId}) => {
    const parent = order.transactions.find(({id}) => id === parentId);
    // The gateway that was sent is ignored: recorded, the parent's is used.
    return parent
      ? [
          transaction(store, order, minor(amount), at, {
            ...gatewayAnswer(store, parent),
            gateway: parent.gateway,
            parentId: parent.id,
            accountNumber: parent.accountNumber,
            giftCardId: parent.giftCardId,
          }),
        ]
      : [];
  });
  const toCredit = (input.refundMethods ?? []).flatMap(({storeCreditRefund: method}) =>
    method ? [transaction(store, order, minor(method.amount.amount), at, {gateway: STORE_CREDIT_GATEWAY})] : [],
  );
  return [...toPayments, ...toCredit];
}

/** Assumption 8: what the refund should have paid less what it paid, in the customer's currency; the shop side at the order's own ratio. */
function balance(store: Store, order: OrderRecord, refund: RefundRecord): AdjustmentRecord[] {
  const own = order.transactions.filter(({id}) => refund.transactionIds.includes(id));
  if (own.length === 0) return [];
  const of = (...statuses: string[]): number =>
    own.filter(({status}) => statuses.includes(status)).reduce((paid, {amount}) => paid + amount.customer, 0);
  const pending = of('PENDING', 'AWAITING_RESPONSE');
  const gap = calculatedValue(order, refund).customer - of('SUCCESS') - pending;
  const entries: [AdjustmentRecord['reason'], number][] = [
    [refund.discrepancyReason, gap],
    ['PENDING_REFUND_DISCREPANCY', pending],
  ];
  return entries
    .filter(([, amount]) => amount !== 0)
    .map(([reason, amount]) => ({
      id: store.newGid('OrderAdjustment'),
      reason,
      amount: atRatioOf(total(order), amount),
    }));
}

/** Changes `order`; the caller keeps it. @returns the refund, which stands last in `order.refunds` */
export function bookRefund(store: Store, order: OrderRecord, input: RefundInput): RefundRecord {
  const now = store.clock.iso();
  const at = input.processedAt ?? now;
  const lines = priceLines(order, lineRequests(input.refundLineItems));
  const left = shippingMaximum(order).customer;
  const asked = input.shipping?.fullRefund
    ? left
    : (parseMinor(input.shipping?.amount ?? '0', order.presentmentCurrency) ?? 0);
  const reason = input.discrepancyReason ?? 'OTHER';
  const refund: RefundRecord = {
    id: store.newGid('Refund'),
    note: input.note ?? null,
    createdAt: now,
    processedAt: at,
    updatedAt: now,
    lines: lines.map((line) => bookLine(store, order, line)),
    shipping: priceShipping(order, asked).parts.map((part) => ({id: store.newGid('RefundShippingLine'), ...part})),
    duties: priceDuties(order, dutyRequests(input.refundDuties), lines),
    discrepancyReason: reason === 'OTHER' ? 'REFUND_DISCREPANCY' : reason,
    adjustments: [],
    transactionIds: [],
  };
  const transactions = bookTransactions(store, order, input, at);
  refund.transactionIds = transactions.map(({id}) => id);
  order.transactions.push(...transactions);
  order.refunds.push(refund);
  refund.adjustments = balance(store, order, refund);
  order.updatedAt = now;
  return refund;
}

/**
 * Writes down how a refund that was on its way ended; the caller keeps the order.
 * @returns the refund's transaction
 * @throws Error when the order has no such transaction on its way
 */
export function settle(
  store: Store,
  order: OrderRecord,
  transactionId: string,
  status: 'FAILURE' | 'SUCCESS',
  errorCode: string | null,
): TransactionRecord {
  const entry = order.transactions.find(({id}) => id === transactionId);
  const refund = order.refunds.find(({transactionIds}) => transactionIds.includes(transactionId));
  if (!entry || !refund || (entry.status !== 'PENDING' && entry.status !== 'AWAITING_RESPONSE')) {
    throw new Error(`${transactionId} is not a refund on its way on order ${order.name}`);
  }
  entry.status = status;
  entry.errorCode = errorCode;
  refund.adjustments = balance(store, order, refund);
  refund.updatedAt = store.clock.iso();
  order.updatedAt = store.clock.iso();
  return entry;
}
