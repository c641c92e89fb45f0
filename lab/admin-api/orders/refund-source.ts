/** Refund and SuggestedRefund as the API shows them. */
import {connection, type PageArgs} from '../connections.ts';
import type {LabContext, Source} from '../resolvers.ts';
import {lineSource, locationOf, shippingSource} from './line-source.ts';
import {bag, money} from './minor.ts';
import type {LineRecord, OrderRecord, Pair, RefundRecord} from './model.ts';
import {sumOf, ZERO} from './pair.ts';
import {gatewayName} from './payments.ts';
import {paymentSource} from './payment-source.ts';
import type {Suggestion} from './suggest.ts';

export interface RefundSource extends Source {
  readonly record: OrderRecord;
  readonly refund: RefundRecord;
}

interface RefundLineParts {
  id: string | null;
  line: LineRecord;
  quantity: number;
  restockType: string;
  restocked: boolean;
  locationId: string | null;
  subtotal: Pair;
  tax: Pair;
}

const refundLineSource = (order: OrderRecord, parts: RefundLineParts): Source => ({
  id: parts.id,
  quantity: parts.quantity,
  restockType: parts.restockType,
  restocked: parts.restocked,
  locationId: parts.locationId,
  get lineItem() {
    return lineSource(order, parts.line);
  },
  priceSet: bag(order, parts.line.unitPrice),
  price: money(parts.line.unitPrice.shop, order.currency).amount,
  subtotalSet: bag(order, parts.subtotal),
  subtotal: money(parts.subtotal.shop, order.currency).amount,
  totalTaxSet: bag(order, parts.tax),
  totalTax: money(parts.tax.shop, order.currency).amount,
});

const dutySource = (order: OrderRecord, {dutyId, amount}: {dutyId: string; amount: Pair}): Source => {
  const duty = order.lines.flatMap(({duties}) => duties).find(({id}) => id === dutyId);
  return {
    amountSet: bag(order, amount),
    originalDuty: duty ? {__typename: 'Duty', id: duty.id, price: bag(order, duty.amount), taxLines: []} : null,
  };
};

export function refundSource(order: OrderRecord, refund: RefundRecord): RefundSource {
  const own = order.transactions.filter(({id}) => refund.transactionIds.includes(id));
  const paid = sumOf(
    own.filter(({status}) => status === 'SUCCESS'),
    ({amount}) => amount,
  );
  return {
    __typename: 'Refund',
    record: order,
    refund,
    id: refund.id,
    legacyResourceId: refund.id.split('/').at(-1),
    note: refund.note,
    createdAt: refund.createdAt,
    processedAt: refund.processedAt,
    updatedAt: refund.updatedAt,
    totalRefundedSet: bag(order, paid),
    totalRefunded: money(paid.shop, order.currency),
    return: null,
    staffMember: null,
    get duties() {
      return refund.duties.map((duty) => dutySource(order, duty));
    },
  };
}

const paged = (items: readonly Source[], args: PageArgs) => connection(items, args, ({id}) => String(id));

export const refundResolvers = {
  RefundLineItem: {
    location: ({locationId}: {locationId: string | null}, _args: unknown, context: LabContext) =>
      locationOf(context, locationId),
  },
  Refund: {
    refundLineItems: ({record, refund}: RefundSource, args: PageArgs) =>
      paged(
        refund.lines.flatMap((entry) => {
          const line = record.lines.find(({id}) => id === entry.lineItemId);
          return line ? [refundLineSource(record, {...entry, line})] : [];
        }),
        args,
      ),
    refundShippingLines: ({record, refund}: RefundSource, args: PageArgs) =>
      paged(
        refund.shipping.flatMap((entry) => {
          const line = record.shipping.find(({id}) => id === entry.shippingLineId);
          if (!line) return [];
          const {id, subtotal, tax} = entry;
          return [
            {
              id,
              shippingLine: shippingSource(record, line),
              subtotalAmountSet: bag(record, subtotal),
              taxAmountSet: bag(record, tax),
            },
          ];
        }),
        args,
      ),
    orderAdjustments: ({record, refund}: RefundSource, args: PageArgs) =>
      paged(
        refund.adjustments.map(({id, reason, amount}) => ({
          id,
          reason,
          amountSet: bag(record, amount),
          taxAmountSet: bag(record, ZERO),
        })),
        args,
      ),
    transactions: ({record, refund}: RefundSource, args: PageArgs) =>
      paged(
        record.transactions
          .filter(({id}) => refund.transactionIds.includes(id))
          .map((payment) => paymentSource(record, payment)),
        args,
      ),
  },
};

export function suggestionSource(order: OrderRecord, suggestion: Suggestion): Source {
  const set = (amount: Pair): unknown => bag(order, amount);
  const plain = (amount: Pair): string => money(amount.shop, order.currency).amount;
  const {shipping} = suggestion;
  return {
    amountSet: set(suggestion.amount),
    amount: plain(suggestion.amount),
    maximumRefundableSet: set(suggestion.maximum),
    maximumRefundable: plain(suggestion.maximum),
    subtotalSet: set(suggestion.subtotal),
    subtotal: plain(suggestion.subtotal),
    discountedSubtotalSet: set(suggestion.discountedSubtotal),
    totalCartDiscountAmountSet: set(suggestion.cartDiscount),
    totalTaxSet: set(suggestion.tax),
    totalTaxes: plain(suggestion.tax),
    totalDutiesSet: set(sumOf(suggestion.duties, ({amount}) => amount)),
    refundDuties: suggestion.duties.map((duty) => dutySource(order, duty)),
    refundLineItems: suggestion.lines.map((line) => refundLineSource(order, {...line, id: null, restocked: false})),
    shipping: {
      amountSet: set(shipping.amount),
      amount: plain(shipping.amount),
      maximumRefundableSet: set(shipping.maximum),
      maximumRefundable: plain(shipping.maximum),
      taxSet: set(shipping.tax),
      tax: plain(shipping.tax),
    },
    suggestedTransactions: suggestion.transactions.map(({payment, amount, maximum}) => ({
      kind: 'SUGGESTED_REFUND',
      gateway: payment.gateway,
      formattedGateway: gatewayName(payment.gateway),
      accountNumber: payment.accountNumber,
      amountSet: set(amount),
      amount: plain(amount),
      maximumRefundableSet: set(maximum),
      maximumRefundable: plain(maximum),
      parentTransaction: paymentSource(order, payment),
    })),
    suggestedRefundMethods: suggestion.storeCredit
      ? [
          {
            __typename: 'SuggestedStoreCreditRefund',
            amount: set(suggestion.storeCredit.amount),
            maximumRefundable: set(suggestion.storeCredit.maximum),
            expiresAt: null,
          },
        ]
      : [],
  };
}
