/** OrderTransaction as the API shows it. */
import type {Source} from '../resolvers.ts';
import {bag, money} from './minor.ts';
import type {OrderRecord, TransactionRecord} from './model.ts';
import {atRatioOf} from './pair.ts';
import {capturable, gatewayName, isManual, isRefundable, remainingOn} from './payments.ts';

export interface PaymentSource extends Source {
  readonly record: OrderRecord;
}

/** What the shop gained or lost since the payment, in its own currency; only refunds in another currency have one. */
function exchange(order: OrderRecord, payment: TransactionRecord): Source | null {
  const parent = order.transactions.find(({id}) => id === payment.parentId);
  if (payment.kind !== 'REFUND' || !parent || order.currency === order.presentmentCurrency) return null;
  const before = atRatioOf(parent.amount, payment.amount.customer).shop;
  return {
    __typename: 'CurrencyExchangeAdjustment',
    id: payment.id.replace('OrderTransaction', 'CurrencyExchangeAdjustment'),
    originalAmountSet: money(before, order.currency),
    finalAmountSet: money(payment.amount.shop, order.currency),
    adjustment: money(payment.amount.shop - before, order.currency),
  };
}

export function paymentSource(order: OrderRecord, payment: TransactionRecord): PaymentSource {
  const {amount} = payment;
  const authorizes = payment.kind === 'AUTHORIZATION' && payment.status === 'SUCCESS' && capturable(order).customer > 0;
  return {
    __typename: 'OrderTransaction',
    record: order,
    id: payment.id,
    kind: payment.kind,
    status: payment.status,
    errorCode: payment.errorCode,
    gateway: payment.gateway,
    formattedGateway: gatewayName(payment.gateway),
    accountNumber: payment.accountNumber,
    manualPaymentGateway: isManual(payment.gateway),
    manuallyCapturable: authorizes,
    multiCapturable: false,
    createdAt: payment.createdAt,
    processedAt: payment.processedAt,
    test: payment.test,
    amountSet: bag(order, amount),
    amountV2: money(amount.customer, order.presentmentCurrency),
    amount: money(amount.shop, order.currency).amount,
    amountRoundingSet: payment.rounding && bag(order, payment.rounding),
    fees: [],
    location: null,
    user: null,
    paymentId: null,
    authorizationCode: null,
    authorizationExpiresAt: null,
    receiptJson: null,
    get maximumRefundableV2() {
      return isRefundable(payment) ? money(remainingOn(order, payment), order.presentmentCurrency) : null;
    },
    get currencyExchangeAdjustment() {
      return exchange(order, payment);
    },
    get parentTransaction() {
      const parent = order.transactions.find(({id}) => id === payment.parentId);
      return parent ? paymentSource(order, parent) : null;
    },
  };
}
