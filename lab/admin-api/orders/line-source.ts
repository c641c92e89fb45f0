/** LineItem, TaxLine, Duty and ShippingLine as the API shows them. */
import type {LabContext, Source} from '../resolvers.ts';
import {lineDiscount, lineGross, lineNet, lineTax, unitsOf} from './lines.ts';
import {bag, money} from './minor.ts';
import type {DutyRecord, LineRecord, OrderRecord, Pair, ShippingRecord, TaxRecord} from './model.ts';
import {minus, portionOf} from './pair.ts';
import {shippingLeft, shippingNet} from './totals.ts';

export function taxSource(order: OrderRecord, tax: TaxRecord): Source {
  const rate = Number(tax.rate);
  return {
    title: tax.title,
    rate,
    ratePercentage: Number((rate * 100).toFixed(6)),
    priceSet: bag(order, tax.amount),
    price: money(tax.amount.shop, order.currency).amount,
    source: null,
    channelLiable: false,
  };
}

const dutySource = (order: OrderRecord, duty: DutyRecord): Source => ({
  id: duty.id,
  price: bag(order, duty.amount),
  taxLines: [],
  harmonizedSystemCode: duty.harmonizedSystemCode,
  countryCodeOfOrigin: duty.countryCodeOfOrigin,
});

const allocation = (order: OrderRecord, amount: Pair): Source => ({
  allocatedAmountSet: bag(order, amount),
  allocatedAmount: money(amount.shop, order.currency),
});

export interface LineSource extends Source {
  readonly order: OrderRecord;
  readonly line: LineRecord;
}

export function lineSource(order: OrderRecord, line: LineRecord): LineSource {
  const set = (amount: Pair): unknown => bag(order, amount);
  const units = unitsOf(order, line);
  return {
    __typename: 'LineItem',
    order,
    line,
    id: line.id,
    title: line.title,
    variantTitle: line.variantTitle,
    name: line.variantTitle ? `${line.title} - ${line.variantTitle}` : line.title,
    sku: line.sku,
    vendor: line.vendor,
    quantity: units.sold,
    currentQuantity: units.current,
    refundableQuantity: units.refundable,
    unfulfilledQuantity: units.unshipped,
    fulfillableQuantity: units.unshipped,
    nonFulfillableQuantity: 0,
    fulfillmentStatus: units.unshipped === 0 ? 'fulfilled' : units.shipped > 0 ? 'partial' : 'unfulfilled',
    restockable: !line.giftCard,
    canRestock: !line.giftCard,
    requiresShipping: line.requiresShipping,
    taxable: line.taxable,
    isGiftCard: line.giftCard,
    merchantEditable: order.refunds.length === 0,
    customAttributes: line.properties,
    // The lab has no catalogue: every line stands for itself, as on an order whose product was deleted.
    product: null,
    variant: null,
    staffMember: null,
    get originalUnitPriceSet() {
      return set(line.unitPrice);
    },
    get originalTotalSet() {
      return set(lineGross(line));
    },
    get totalDiscountSet() {
      return set(lineDiscount(line, ['line']));
    },
    get discountedUnitPriceSet() {
      return set(portionOf(minus(lineGross(line), lineDiscount(line, ['line'])), 1, line.quantity));
    },
    get discountedUnitPriceAfterAllDiscountsSet() {
      return set(portionOf(lineNet(line), 1, line.quantity));
    },
    get priceAfterAllDiscountsBeforeTaxesSet() {
      return set(order.taxesIncluded ? minus(lineNet(line), lineTax(line)) : lineNet(line));
    },
    get unfulfilledOriginalTotalSet() {
      return set(portionOf(lineGross(line), units.unshipped, line.quantity));
    },
    get unfulfilledDiscountedTotalSet() {
      return set(portionOf(minus(lineGross(line), lineDiscount(line, ['line'])), units.unshipped, line.quantity));
    },
    get discountAllocations() {
      return line.discounts.map(({amount}) => allocation(order, amount));
    },
    get duties() {
      return line.duties.map((duty) => dutySource(order, duty));
    },
  };
}

export const lineResolvers = {
  LineItem: {
    taxLines: ({order, line}: LineSource, {first}: {first?: number | null}) =>
      line.taxes.slice(0, first ?? line.taxes.length).map((tax) => taxSource(order, tax)),
    discountedTotalSet: ({order, line}: LineSource, {withCodeDiscounts}: {withCodeDiscounts?: boolean | null}) =>
      bag(order, minus(lineGross(line), lineDiscount(line, withCodeDiscounts ? ['line', 'code'] : ['line']))),
  },
};

export function shippingSource(order: OrderRecord, line: ShippingRecord): Source {
  return {
    id: line.id,
    title: line.title,
    code: line.code,
    source: line.source,
    custom: line.code === null,
    isRemoved: false,
    carrierIdentifier: null,
    deliveryCategory: null,
    phone: null,
    shippingRateHandle: null,
    originalPriceSet: bag(order, line.price),
    discountedPriceSet: bag(order, shippingNet(line)),
    currentDiscountedPriceSet: bag(order, shippingLeft(order, line)),
    discountAllocations: line.discount.customer === 0 ? [] : [allocation(order, line.discount)],
    taxLines: line.taxes.map((tax) => taxSource(order, tax)),
  };
}

/** A stored location, or nothing. */
export const locationOf = (context: LabContext, id: string | null): Source | null =>
  id === null ? null : (context.load(id) ?? null);
