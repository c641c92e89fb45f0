/** `orderCancel`: takes the order's units off it, gives the money back where that was asked, closes the order (recorded). */
import {type UserError, userError} from '../errors.ts';
import type {Store} from '../store.ts';
import {decimalOf} from './minor.ts';
import {fixed} from '../decimal.ts';
import {digitsOf} from '../money.ts';
import {unitsOf} from './lines.ts';
import type {OrderRecord, RefundRecord} from './model.ts';
import {maximumRefundable, received, refundablePayments} from './payments.ts';
import {bookRefund} from './refund-book.ts';
import type {LineInput, RefundInput} from './refund-input.ts';

export interface CancelArguments {
  orderId: string;
  reason: string;
  restock: boolean;
  notifyCustomer?: boolean | null;
  staffNote?: string | null;
  refund?: boolean | null;
  refundMethod?: {
    originalPaymentMethodsRefund?: boolean | null;
    storeCreditRefund?: {expiresAt?: string | null} | null;
  } | null;
}

export function cancelErrors(order: OrderRecord, args: CancelArguments, now: number): UserError[] {
  if (order.cancelledAt !== null) return [userError(['orderId'], 'Order has already been cancelled', 'INVALID')];
  const credit = args.refundMethod?.storeCreditRefund;
  if (!credit) return [];
  const field = ['refundMethod', 'storeCreditRefund'];
  if (order.companyLocationId !== null) {
    return [
      userError(
        field,
        'Refunding to store credit is not supported for B2B orders',
        'STORE_CREDIT_REFUND_B2B_NOT_SUPPORTED',
      ),
    ];
  }
  if (order.customerId === null)
    return [
      userError(field, 'The order has no customer to give store credit to', 'STORE_CREDIT_REFUND_MISSING_CUSTOMER'),
    ];
  if (credit.expiresAt && Date.parse(credit.expiresAt) <= now) {
    return [
      userError(
        [...field, 'expiresAt'],
        'The expiry date must be in the future',
        'STORE_CREDIT_REFUND_EXPIRATION_IN_PAST',
      ),
    ];
  }
  return [];
}

/** Everything that isn't refunded yet as one refund; the payments that are asked for pay back all they hold. */
function wholeRefund(order: OrderRecord, args: CancelArguments): RefundInput {
  const amount = (minor: number): string =>
    fixed(decimalOf(minor, order.presentmentCurrency), digitsOf(order.presentmentCurrency));
  const credit = args.refundMethod?.storeCreditRefund;
  const toPayments = args.refundMethod?.originalPaymentMethodsRefund ?? (!credit && args.refund) ?? false;
  const movesMoney = toPayments || (credit !== null && credit !== undefined);
  const maximum = maximumRefundable(order).customer;
  let rest = maximum;
  const units = order.lines.flatMap((line): LineInput[] => {
    const {refundable, unshipped} = unitsOf(order, line);
    const cancelled = Math.min(refundable, unshipped);
    const entries: LineInput[] = [{lineItemId: line.id, quantity: cancelled, restockType: 'CANCEL'}];
    // Shipped units stay with the customer; they only leave the order when their money goes back.
    if (movesMoney) entries.push({lineItemId: line.id, quantity: refundable - cancelled, restockType: 'NO_RESTOCK'});
    return entries.filter(({quantity}) => quantity > 0);
  });
  return {
    orderId: order.id,
    note: args.staffNote ?? null,
    refundLineItems: units,
    shipping: {fullRefund: movesMoney || received(order).customer === 0},
    transactions: toPayments
      ? refundablePayments(order).flatMap(({payment, remaining}) => {
          const take = Math.min(rest, remaining.customer);
          rest -= take;
          return take > 0
            ? [
                {
                  orderId: order.id,
                  gateway: payment.gateway,
                  kind: 'REFUND',
                  amount: amount(take),
                  parentId: payment.id,
                },
              ]
            : [];
        })
      : [],
    refundMethods:
      credit && maximum > 0
        ? [
            {
              storeCreditRefund: {
                amount: {amount: amount(maximum), currencyCode: order.presentmentCurrency},
                expiresAt: credit.expiresAt ?? null,
              },
            },
          ]
        : [],
  };
}

/** Changes `order` after `cancelErrors` found nothing. @returns the refund with its input, to move money where a refund has to */
export function cancelOrder(
  store: Store,
  order: OrderRecord,
  args: CancelArguments,
): {refund: RefundRecord; input: RefundInput} {
  const input = wholeRefund(order, args);
  const refund = bookRefund(store, order, input);
  if (!args.restock) for (const line of refund.lines) line.restocked = false;
  const now = store.clock.iso();
  order.cancelledAt = now;
  order.closedAt = now;
  order.cancelReason = args.reason;
  order.cancelNote = args.staffNote ?? null;
  order.updatedAt = now;
  return {refund, input};
}
