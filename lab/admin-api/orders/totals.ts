/** The order's totals, each derived from the document. */
import {lineBeforeOrderDiscounts, lineDiscount, lineNet, lineTax, unitsOf} from './lines.ts';
import type {OrderRecord, Pair, RefundRecord, ShippingRecord} from './model.ts';
import {atRatioOf, minus, plus, portionOf, sum, sumOf, ZERO} from './pair.ts';
import {netPayment} from './payments.ts';

export const subtotal = (order: OrderRecord): Pair => sumOf(order.lines, lineNet);

export const shippingTax = (line: ShippingRecord): Pair => sumOf(line.taxes, ({amount}) => amount);
export const shippingNet = (line: ShippingRecord): Pair => minus(line.price, line.discount);

const itemTax = (order: OrderRecord): Pair => sumOf(order.lines, lineTax);

export const totalTax = (order: OrderRecord): Pair => plus(itemTax(order), sumOf(order.shipping, shippingTax));

export const totalShipping = (order: OrderRecord): Pair => sumOf(order.shipping, shippingNet);

export const totalDuties = (order: OrderRecord): Pair =>
  sumOf(
    order.lines.flatMap(({duties}) => duties),
    ({amount}) => amount,
  );

export const totalDiscounts = (order: OrderRecord): Pair =>
  plus(
    sumOf(order.lines, (line) => lineDiscount(line)),
    sumOf(order.shipping, ({discount}) => discount),
  );

export const cartDiscounts = (order: OrderRecord): Pair =>
  sumOf(order.lines, (line) => minus(lineBeforeOrderDiscounts(line), lineNet(line)));

/** What the customer had to pay: goods, shipping, duties and tip, and the tax where prices don't hold it. */
export function total(order: OrderRecord): Pair {
  const parts = [subtotal(order), totalShipping(order), order.tip];
  if (!order.taxesIncluded) parts.push(totalTax(order));
  if (!order.dutiesIncluded) parts.push(totalDuties(order));
  return sum(parts);
}

/** Tax where it stands beside the price; nothing where the price holds it. */
const onTop = (order: OrderRecord, tax: Pair): Pair => (order.taxesIncluded ? ZERO : tax);

/** What a refund takes back by its own parts, before any adjustment. */
export function calculatedValue(order: OrderRecord, refund: Pick<RefundRecord, 'lines' | 'shipping' | 'duties'>): Pair {
  return sum([
    sumOf(refund.lines, (line) => plus(line.subtotal, onTop(order, line.tax))),
    sumOf(refund.shipping, (line) => plus(line.subtotal, onTop(order, line.tax))),
    sumOf(refund.duties, ({amount}) => amount),
  ]);
}

const adjustments = (refund: RefundRecord): Pair => sumOf(refund.adjustments, ({amount}) => amount);

/** Assumption 9. */
export function currentTotal(order: OrderRecord): Pair {
  const taken = sumOf(order.refunds, (refund) => minus(calculatedValue(order, refund), adjustments(refund)));
  return minus(total(order), taken);
}

/** Assumption 9: decided in the customer's currency, so an order that is paid owes nothing however the rate moved. */
export const outstanding = (order: OrderRecord): Pair =>
  atRatioOf(total(order), currentTotal(order).customer - netPayment(order).customer);

/** Calculated minus paid over all refunds; positive is in the merchant's favour. Money still pending isn't a discrepancy. */
export const refundDiscrepancy = (order: OrderRecord): Pair =>
  sumOf(
    order.refunds.flatMap((refund) => refund.adjustments).filter(({reason}) => reason !== 'PENDING_REFUND_DISCREPANCY'),
    ({amount}) => amount,
  );

/** Shipping that went back; the tax is part of it where prices hold the tax. */
export const refundedShipping = (order: OrderRecord): Pair =>
  sumOf(
    order.refunds.flatMap(({shipping}) => shipping),
    (line) => plus(line.subtotal, onTop(order, line.tax)),
  );

/** What is left of one shipping line, without tax where tax stands beside the price. */
export function shippingLeft(order: OrderRecord, line: ShippingRecord): Pair {
  const back = order.refunds.flatMap(({shipping}) => shipping).filter(({shippingLineId}) => shippingLineId === line.id);
  return minus(
    shippingNet(line),
    sumOf(back, ({subtotal: amount}) => amount),
  );
}

/** Price after discounts of the units that are still on the order. */
export const currentSubtotal = (order: OrderRecord): Pair =>
  sumOf(order.lines, (line) => {
    const back = order.refunds
      .flatMap(({lines}) => lines)
      .filter(({lineItemId, removed}) => lineItemId === line.id && removed);
    return minus(
      lineNet(line),
      sumOf(back, ({subtotal: amount}) => amount),
    );
  });

export const currentTax = (order: OrderRecord): Pair =>
  minus(
    totalTax(order),
    sumOf(order.refunds, (refund) =>
      plus(
        sumOf(refund.lines, ({tax}) => tax),
        sumOf(refund.shipping, ({tax}) => tax),
      ),
    ),
  );

export const currentShipping = (order: OrderRecord): Pair => sumOf(order.shipping, (line) => shippingLeft(order, line));

export const currentDiscounts = (order: OrderRecord): Pair =>
  plus(
    sumOf(order.lines, (line) => portionOf(lineDiscount(line), unitsOf(order, line).current, line.quantity)),
    sumOf(order.shipping, ({discount}) => discount),
  );

/** What went back of one duty. */
export const dutyRefunded = (order: OrderRecord, dutyId: string): Pair =>
  sumOf(
    order.refunds.flatMap(({duties}) => duties).filter((entry) => entry.dutyId === dutyId),
    ({amount}) => amount,
  );
