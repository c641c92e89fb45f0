import {toDecimal, type Money, type MoneyPair, type OrderSnapshot} from '../../src/core/index.ts';

const money = (amount: Money) => ({amount: toDecimal(amount), currencyCode: amount.currency});
const bag = ({shop, presentment}: MoneyPair) => ({shopMoney: money(shop), presentmentMoney: money(presentment)});

const GATEWAYS = {giftCard: 'gift_card', storeCredit: 'shopify_store_credit', manual: 'bank', card: 'shopify_payments'};

/** A snapshot without refunds and returns, as Flow's environment would have held it. */
export function environmentOf(order: OrderSnapshot): Record<string, unknown> {
  const nothing = bag({
    shop: {minor: 0, currency: order.shopCurrency},
    presentment: {minor: 0, currency: order.currency},
  });
  const received = order.payments.reduce((all, {captured}) => all + captured.presentment.minor, 0);
  const customer = order.creditOwner && {
    id: order.creditOwner.id,
    locale: order.customerLocale,
    storeCreditAccounts: [],
  };
  return {
    id: order.id,
    name: order.name,
    createdAt: order.createdAt,
    updatedAt: order.updatedAt,
    cancelledAt: null,
    currencyCode: order.shopCurrency,
    presentmentCurrencyCode: order.currency,
    taxesIncluded: order.taxesIncluded,
    dutiesIncluded: false,
    displayFinancialStatus: order.financialStatus,
    returnStatus: 'NO_RETURN',
    // Units that are gone were taken away by an edit: there are no refunds.
    edited: true,
    tags: order.tags,
    subtotalLineItemsQuantity: order.lines.reduce((all, {quantity}) => all + quantity, 0),
    customer,
    purchasingEntity: customer && {__typename: 'Customer'},
    disputes: [],
    totalPriceSet: bag(order.total),
    totalReceivedSet: bag({
      shop: {minor: received, currency: order.shopCurrency},
      presentment: {minor: received, currency: order.currency},
    }),
    netPaymentSet: bag(order.netPayment),
    totalRefundedSet: nothing,
    totalRefundedShippingSet: bag(order.shippingRefunded),
    totalTipReceivedSet: bag(order.tip),
    totalCashRoundingAdjustment: {paymentSet: nothing},
    refunds: [],
    returns: [],
    transactions: order.payments.map(({id, kind, captured, refundable, label}) => ({
      id,
      kind: 'SALE',
      status: 'SUCCESS',
      gateway: GATEWAYS[kind],
      formattedGateway: label,
      accountNumber: null,
      manualPaymentGateway: kind === 'manual',
      amountSet: bag(captured),
      maximumRefundableV2: money(refundable.presentment),
      parentTransaction: null,
    })),
    shippingLines: order.shipping.map(({discounted, tax}) => ({
      isRemoved: false,
      discountedPriceSet: bag(discounted),
      taxLines: [{priceSet: bag(tax)}],
    })),
    lineItems: order.lines.map((line) => ({
      id: line.id,
      name: line.name,
      sku: line.sku,
      quantity: line.quantity,
      refundableQuantity: line.refundable,
      unfulfilledQuantity: line.unfulfilled,
      restockable: line.restockable,
      originalTotalSet: bag(line.discounted),
      discountAllocations: [],
      taxLines: [{priceSet: bag(line.tax)}],
      duties: line.duties.map(({id, amount}) => ({id, price: bag(amount), taxLines: []})),
    })),
  };
}
