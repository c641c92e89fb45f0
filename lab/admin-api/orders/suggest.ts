/** `Order.suggestedRefund`: what Shopify would refund, and over which payments. */
import {lineBeforeOrderDiscounts, lineNet, lineTax, share, unitsOf} from './lines.ts';
import type {LineRecord, OrderRecord, Pair, RestockType, TransactionRecord} from './model.ts';
import {atRatioOf, minus, plus, portion, portionOf, spreadPair, sum, sumOf, ZERO} from './pair.ts';
import {maximumRefundable, refundablePayments} from './payments.ts';
import {dutyRefunded, shippingLeft, shippingNet, shippingTax} from './totals.ts';

export interface LineRequest {
  lineItemId: string;
  quantity: number;
  restockType: RestockType | null;
  locationId: string | null;
}

export interface DutyRequest {
  dutyId: string;
  refundType: 'FULL' | 'PROPORTIONAL' | null;
}

export interface PricedLine {
  line: LineRecord;
  quantity: number;
  restockType: RestockType;
  locationId: string | null;
  /** Before the order's discounts. */
  before: Pair;
  subtotal: Pair;
  tax: Pair;
}

export interface PricedShipping {
  /** Over all shipping lines; without tax where tax stands beside the price. */
  amount: Pair;
  tax: Pair;
  maximum: Pair;
  parts: {shippingLineId: string; subtotal: Pair; tax: Pair}[];
}

/** Units of a line that earlier refunds priced, and their worth: what the last units' remainder is measured from. */
function pricedEarlier(
  order: OrderRecord,
  line: LineRecord,
  amount: 'subtotal' | 'tax',
): {quantity: number; amount: Pair} {
  const lines = order.refunds
    .flatMap((refund) => refund.lines)
    .filter((entry) => entry.lineItemId === line.id && entry.removed);
  return {
    quantity: lines.reduce((total, {quantity}) => total + quantity, 0),
    amount: sumOf(lines, (entry) => entry[amount]),
  };
}

/** What `quantity` units of a line are worth now. */
function priceLine(order: OrderRecord, line: LineRecord, request: Omit<LineRequest, 'lineItemId'>): PricedLine {
  const before = lineBeforeOrderDiscounts(line);
  return {
    line,
    quantity: request.quantity,
    restockType: request.restockType ?? 'NO_RESTOCK',
    locationId: request.locationId,
    before: portionOf(before, request.quantity, line.quantity),
    subtotal: share(lineNet(line), line, request.quantity, pricedEarlier(order, line, 'subtotal')),
    tax: share(lineTax(line), line, request.quantity, pricedEarlier(order, line, 'tax')),
  };
}

/** What is left of the shipping, over all lines, in the customer's currency and the shop's. */
export const shippingMaximum = (order: OrderRecord): Pair => sumOf(order.shipping, (line) => shippingLeft(order, line));

/**
 * Shares a shipping amount out over the shipping lines (assumption 3).
 * @param amount minor units of the customer's currency, at most what is left
 */
export function priceShipping(order: OrderRecord, amount: number): PricedShipping {
  let rest = amount;
  const parts: PricedShipping['parts'] = [];
  for (const line of order.shipping) {
    const left = shippingLeft(order, line);
    const take = Math.min(rest, left.customer);
    if (take <= 0) continue;
    rest -= take;
    const net = shippingNet(line);
    const earlier = order.refunds
      .flatMap(({shipping}) => shipping)
      .filter(({shippingLineId}) => shippingLineId === line.id);
    const last = take === left.customer;
    const whole = shippingTax(line);
    parts.push({
      shippingLineId: line.id,
      subtotal: last ? left : {shop: portion(net.shop, take, net.customer), customer: take},
      tax: last
        ? minus(
            whole,
            sumOf(earlier, ({tax}) => tax),
          )
        : portionOf(whole, take, net.customer),
    });
  }
  return {
    amount: sumOf(parts, ({subtotal}) => subtotal),
    tax: sumOf(parts, ({tax}) => tax),
    maximum: shippingMaximum(order),
    parts,
  };
}

/** Duties to give back (assumption 7). Duties that the order doesn't have are left out. */
export function priceDuties(
  order: OrderRecord,
  requests: readonly DutyRequest[],
  lines: readonly PricedLine[],
): {dutyId: string; amount: Pair}[] {
  return requests.flatMap(({dutyId, refundType}) => {
    const line = order.lines.find(({duties}) => duties.some(({id}) => id === dutyId));
    const duty = line?.duties.find(({id}) => id === dutyId);
    if (!line || !duty) return [];
    const left = minus(duty.amount, dutyRefunded(order, dutyId));
    if (refundType !== 'PROPORTIONAL') return [{dutyId, amount: left}];
    const units = lines.filter((entry) => entry.line.id === line.id).reduce((total, {quantity}) => total + quantity, 0);
    const part = portionOf(duty.amount, units, line.quantity);
    return [{dutyId, amount: part.customer > left.customer ? left : part}];
  });
}

export interface SuggestArguments {
  refundLineItems: readonly LineRequest[];
  refundShipping: boolean;
  /** Minor units of the customer's currency; wins over `refundShipping`. */
  shippingAmount: number | null;
  refundDuties: readonly DutyRequest[];
  suggestFullRefund: boolean;
  storeCredit: boolean;
}

export interface Suggestion {
  amount: Pair;
  maximum: Pair;
  subtotal: Pair;
  discountedSubtotal: Pair;
  cartDiscount: Pair;
  tax: Pair;
  duties: {dutyId: string; amount: Pair}[];
  lines: PricedLine[];
  shipping: PricedShipping;
  transactions: {payment: TransactionRecord; amount: Pair; maximum: Pair}[];
  storeCredit: {amount: Pair; maximum: Pair} | null;
}

/** Everything that can still be refunded: unshipped units cancelled, shipped ones returned (assumption 6). */
function everything(order: OrderRecord): LineRequest[] {
  return order.lines.flatMap((line) => {
    const {refundable, unshipped} = unitsOf(order, line);
    const cancel = Math.min(refundable, unshipped);
    const parts: [RestockType, number][] = [
      ['CANCEL', cancel],
      ['RETURN', refundable - cancel],
    ];
    return parts
      .filter(([, quantity]) => quantity > 0)
      .map(([restockType, quantity]) => ({lineItemId: line.id, quantity, restockType, locationId: null}));
  });
}

/** Two entries of one line are priced as one and then shared, so that together they are exact. */
export function priceLines(order: OrderRecord, requests: readonly LineRequest[]): PricedLine[] {
  const byLine = Map.groupBy(requests, ({lineItemId}) => lineItemId);
  return requests.flatMap((request) => {
    const line = order.lines.find(({id}) => id === request.lineItemId);
    const same = byLine.get(request.lineItemId) ?? [];
    if (!line) return [];
    if (same.length === 1) return [priceLine(order, line, request)];
    const together = priceLine(order, line, {
      ...request,
      quantity: same.reduce((total, {quantity}) => total + quantity, 0),
    });
    const at = same.indexOf(request);
    const weights = same.map(({quantity}) => ({shop: quantity, customer: quantity}));
    const part = (amount: Pair): Pair => spreadPair(amount, weights)[at] ?? ZERO;
    return [
      {
        ...together,
        quantity: request.quantity,
        restockType: request.restockType ?? 'NO_RESTOCK',
        locationId: request.locationId,
        before: part(together.before),
        subtotal: part(together.subtotal),
        tax: part(together.tax),
      },
    ];
  });
}

/** What the priced parts are worth together, tax on top where prices don't hold it. */
function worth(
  order: OrderRecord,
  lines: readonly PricedLine[],
  shipping: PricedShipping,
  duties: readonly {amount: Pair}[],
): Pair {
  const parts = [sumOf(lines, ({subtotal}) => subtotal), shipping.amount, sumOf(duties, ({amount}) => amount)];
  if (!order.taxesIncluded)
    parts.push(
      sumOf(lines, ({tax}) => tax),
      shipping.tax,
    );
  return sum(parts);
}

export function suggest(order: OrderRecord, args: SuggestArguments): Suggestion {
  const lines = priceLines(order, args.suggestFullRefund ? everything(order) : args.refundLineItems);
  const left = shippingMaximum(order).customer;
  const asked = args.shippingAmount ?? (args.refundShipping || args.suggestFullRefund ? left : 0);
  const shipping = priceShipping(order, Math.max(0, Math.min(asked, left)));
  const everyDuty = order.lines.flatMap(({duties}) =>
    duties.map(({id}): DutyRequest => ({dutyId: id, refundType: 'FULL'})),
  );
  const duties = priceDuties(order, args.suggestFullRefund ? everyDuty : args.refundDuties, lines).filter(
    ({amount}) => amount.customer > 0,
  );

  const value = worth(order, lines, shipping, duties);
  const maximum = maximumRefundable(order);
  const amount = value.customer > maximum.customer ? maximum : value;

  let rest = amount.customer;
  const transactions = refundablePayments(order).map(({payment, remaining}) => {
    const take = Math.min(rest, remaining.customer);
    rest -= take;
    return {payment, amount: atRatioOf(payment.amount, take), maximum: remaining};
  });
  const subtotal = sumOf(lines, (line) => line.subtotal);
  const before = sumOf(lines, (line) => line.before);
  return {
    amount,
    maximum,
    subtotal,
    discountedSubtotal: before,
    cartDiscount: minus(before, subtotal),
    tax: plus(
      sumOf(lines, ({tax}) => tax),
      shipping.tax,
    ),
    duties,
    lines,
    shipping,
    transactions: args.storeCredit ? [] : transactions,
    storeCredit:
      args.storeCredit && (order.customerId !== null || order.companyLocationId !== null) ? {amount, maximum} : null,
  };
}
