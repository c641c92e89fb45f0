/** Order as the API shows it: stored facts as they are, everything derived computed when it is asked for. */
import type {Source} from '../resolvers.ts';
import {lineDiscount} from './lines.ts';
import {bag, money} from './minor.ts';
import type {AddressRecord, OrderRecord, Pair} from './model.ts';
import {portionOf, sumOf, ZERO} from './pair.ts';
import {canMarkAsPaid} from './pay.ts';
import {capturable, maximumRefundable, netPayment, received, refunded} from './payments.ts';
import {shippingSource, taxSource} from './line-source.ts';
import {financialStatus, fulfillmentStatus, returnStatus} from './status.ts';
import * as totals from './totals.ts';
import {unitsOf} from './lines.ts';

export interface OrderSource extends Source {
  readonly record: OrderRecord;
}

function addressSource(address: AddressRecord | null): Source | null {
  if (!address) return null;
  const name = [address.firstName, address.lastName].filter((part) => part !== null).join(' ');
  const country =
    address.countryCode === null
      ? null
      : (new Intl.DisplayNames(['en'], {type: 'region'}).of(address.countryCode) ?? null);
  return {
    ...address,
    name: name === '' ? null : name,
    countryCodeV2: address.countryCode,
    country,
    formattedArea: [address.city, address.provinceCode, country].filter((part) => part !== null).join(', '),
  };
}

export function orderSource(order: OrderRecord): OrderSource {
  const set = (amount: Pair): unknown => bag(order, amount);
  const shop = (amount: Pair): string => money(amount.shop, order.currency).amount;
  const units = (count: (line: ReturnType<typeof unitsOf>) => number): number =>
    order.lines.reduce((total, line) => total + count(unitsOf(order, line)), 0);
  return {
    __typename: 'Order',
    record: order,
    id: order.id,
    legacyResourceId: order.id.split('/').at(-1),
    name: order.name,
    number: order.number,
    email: order.email,
    phone: order.phone,
    note: order.note,
    poNumber: order.poNumber,
    sourceName: order.sourceName,
    sourceIdentifier: null,
    tags: order.tags.toSorted(),
    customAttributes: order.attributes,
    test: order.test,
    createdAt: order.createdAt,
    processedAt: order.processedAt,
    updatedAt: order.updatedAt,
    closed: order.closedAt !== null,
    closedAt: order.closedAt,
    cancelledAt: order.cancelledAt,
    cancelReason: order.cancelReason,
    cancellation: order.cancelledAt === null ? null : {staffNote: order.cancelNote},
    confirmed: true,
    edited: false,
    currencyCode: order.currency,
    presentmentCurrencyCode: order.presentmentCurrency,
    taxesIncluded: order.taxesIncluded,
    dutiesIncluded: order.dutiesIncluded,
    taxExempt: false,
    estimatedTaxes: false,
    customerLocale: order.customerLocale,
    discountCode: order.discountCodes[0] ?? null,
    discountCodes: order.discountCodes,
    shippingAddress: addressSource(order.shippingAddress),
    billingAddress: addressSource(order.billingAddress),
    displayAddress: addressSource(order.shippingAddress ?? order.billingAddress),
    paymentGatewayNames: [
      ...new Set(order.transactions.filter(({kind}) => kind !== 'REFUND').map(({gateway}) => gateway)),
    ],
    disputes: order.disputes.map((dispute) => ({__typename: 'OrderDisputeSummary', ...dispute})),
    retailLocation: null,
    staffMember: null,
    requiresShipping: order.lines.some(({requiresShipping}) => requiresShipping),

    get displayFinancialStatus() {
      return financialStatus(order);
    },
    get displayFulfillmentStatus() {
      return fulfillmentStatus(order);
    },
    get returnStatus() {
      return returnStatus(order);
    },
    get refundable() {
      return maximumRefundable(order).customer > 0 || units(({refundable}) => refundable) > 0;
    },
    get restockable() {
      return units(({refundable}) => refundable) > 0;
    },
    get capturable() {
      return capturable(order).customer > 0;
    },
    get canMarkAsPaid() {
      return canMarkAsPaid(order);
    },
    get fulfillable() {
      return order.cancelledAt === null && units(({unshipped}) => unshipped) > 0;
    },
    get fullyPaid() {
      return totals.outstanding(order).customer <= 0;
    },
    get unpaid() {
      return received(order).customer === 0;
    },
    get subtotalLineItemsQuantity() {
      return units(({sold}) => sold);
    },
    get currentSubtotalLineItemsQuantity() {
      return units(({current}) => current);
    },
    transactionsCount: {count: order.transactions.length, precision: 'EXACT'},
    fulfillmentsCount: {count: order.fulfillments.length, precision: 'EXACT'},

    get subtotalPriceSet() {
      return set(totals.subtotal(order));
    },
    get currentSubtotalPriceSet() {
      return set(totals.currentSubtotal(order));
    },
    get totalPriceSet() {
      return set(totals.total(order));
    },
    get totalPrice() {
      return shop(totals.total(order));
    },
    get originalTotalPriceSet() {
      return set(totals.total(order));
    },
    get currentTotalPriceSet() {
      return set(totals.currentTotal(order));
    },
    get totalTaxSet() {
      return set(totals.totalTax(order));
    },
    get currentTotalTaxSet() {
      return set(totals.currentTax(order));
    },
    get totalDiscountsSet() {
      return set(totals.totalDiscounts(order));
    },
    get currentTotalDiscountsSet() {
      return set(totals.currentDiscounts(order));
    },
    get cartDiscountAmountSet() {
      return set(totals.cartDiscounts(order));
    },
    get currentCartDiscountAmountSet() {
      return set(
        sumOf(order.lines, (line) =>
          portionOf(lineDiscount(line, ['code', 'cart']), unitsOf(order, line).current, line.quantity),
        ),
      );
    },
    get totalShippingPriceSet() {
      return set(totals.totalShipping(order));
    },
    get currentShippingPriceSet() {
      return set(totals.currentShipping(order));
    },
    get originalTotalDutiesSet() {
      return totals.totalDuties(order).customer === 0 ? null : set(totals.totalDuties(order));
    },
    get currentTotalDutiesSet() {
      const all = totals.totalDuties(order);
      if (all.customer === 0) return null;
      const back = sumOf(
        order.refunds.flatMap(({duties}) => duties),
        ({amount}) => amount,
      );
      return set({shop: all.shop - back.shop, customer: all.customer - back.customer});
    },
    originalTotalAdditionalFeesSet: null,
    currentTotalAdditionalFeesSet: null,
    totalTipReceivedSet: set(order.tip),
    get totalReceivedSet() {
      return set(received(order));
    },
    get totalRefundedSet() {
      return set(refunded(order));
    },
    get totalRefundedShippingSet() {
      return set(totals.refundedShipping(order));
    },
    get netPaymentSet() {
      return set(netPayment(order));
    },
    get netPayment() {
      return shop(netPayment(order));
    },
    get totalOutstandingSet() {
      return set(totals.outstanding(order));
    },
    get totalCapturableSet() {
      return set(capturable(order));
    },
    get refundDiscrepancySet() {
      return set(totals.refundDiscrepancy(order));
    },
    get totalCashRoundingAdjustment() {
      const rounded = (kind: string): Pair =>
        sumOf(
          order.transactions.filter((entry) => (entry.kind === 'REFUND') === (kind === 'REFUND')),
          ({rounding}) => rounding ?? ZERO,
        );
      return {paymentSet: set(rounded('SALE')), refundSet: set(rounded('REFUND'))};
    },
    get shippingLine() {
      const [first] = order.shipping;
      return first ? shippingSource(order, first) : null;
    },
    get taxLines() {
      return [...order.lines.flatMap(({taxes}) => taxes), ...order.shipping.flatMap(({taxes}) => taxes)].map((tax) =>
        taxSource(order, tax),
      );
    },
  };
}
