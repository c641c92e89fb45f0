/** What a line cost, what is left of it, and what some of its units are worth. */
import type {LineRecord, OrderRecord, Pair} from './model.ts';
import {minus, portionOf, sumOf, times} from './pair.ts';

export const lineGross = (line: LineRecord): Pair => times(line.unitPrice, line.quantity);

export const lineDiscount = (line: LineRecord, scopes?: readonly string[]): Pair =>
  sumOf(
    line.discounts.filter(({scope}) => !scopes || scopes.includes(scope)),
    ({amount}) => amount,
  );

/** After every discount. Contains the tax where the order's prices include it. */
export const lineNet = (line: LineRecord): Pair => minus(lineGross(line), lineDiscount(line));

/** After the line's own discounts, before its share of order discounts. */
export const lineBeforeOrderDiscounts = (line: LineRecord): Pair =>
  minus(lineGross(line), lineDiscount(line, ['line']));

export const lineTax = (line: LineRecord): Pair => sumOf(line.taxes, ({amount}) => amount);

export interface LineUnits {
  sold: number;
  shipped: number;
  /** Shipped, and not refunded: what NO_RESTOCK takes first (assumption 4). */
  shippedLeft: number;
  /** On any refund, whatever its restock type. */
  refunded: number;
  refundable: number;
  /** Refunded with CANCEL: taken off the order before they were shipped. */
  cancelled: number;
  /** Neither shipped nor taken off. */
  unshipped: number;
  current: number;
}

/** How many units of a line stand where. */
export function unitsOf(order: OrderRecord, line: LineRecord): LineUnits {
  const onRefunds = order.refunds.flatMap(({lines}) => lines).filter(({lineItemId}) => lineItemId === line.id);
  const count = (lines: typeof onRefunds): number => lines.reduce((total, {quantity}) => total + quantity, 0);
  const shipped = order.fulfillments
    .flatMap(({lines}) => lines)
    .filter(({lineItemId}) => lineItemId === line.id)
    .reduce((total, {quantity}) => total + quantity, 0);
  const refunded = count(onRefunds);
  const removed = count(onRefunds.filter((entry) => entry.removed));
  const cancelled = count(onRefunds.filter(({restockType}) => restockType === 'CANCEL'));
  return {
    sold: line.quantity,
    shipped,
    shippedLeft: Math.max(0, shipped - (removed - cancelled)),
    refunded,
    refundable: line.quantity - refunded,
    cancelled,
    unshipped: Math.max(0, line.quantity - shipped - cancelled),
    current: line.quantity - removed,
  };
}

/**
 * The price (after all discounts) or the tax of `quantity` units: rounded on its own, half up, and when they are the last
 * units of the line, all that is left (assumption 1).
 */
export function share(
  whole: Pair,
  line: LineRecord,
  quantity: number,
  already: {quantity: number; amount: Pair},
): Pair {
  const remaining = line.quantity - already.quantity;
  return quantity >= remaining ? minus(whole, already.amount) : portionOf(whole, quantity, line.quantity);
}
