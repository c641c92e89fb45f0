/** Discounts on a new order (assumption 2). */
import {dec, multiply, round} from '../decimal.ts';
import {lineNet} from './lines.ts';
import type {DiscountRecord, OrderRecord, Pair} from './model.ts';
import {spreadPair, sumOf} from './pair.ts';

const percent = (amount: number, percentage: string): number => {
  const exact = multiply({units: BigInt(amount), scale: 0}, dec(percentage));
  return Number(round({units: exact.units, scale: exact.scale + 2}, 0).units);
};

/** Spreads an order discount, an amount or a percentage, over all lines; never more than the lines cost. */
export function discountLines(
  order: OrderRecord,
  scope: DiscountRecord['scope'],
  title: string,
  value: {amount: Pair} | {percentage: string},
): void {
  const prices = order.lines.map(lineNet);
  const all = sumOf(prices, (price) => price);
  const wanted =
    'amount' in value
      ? value.amount
      : {shop: percent(all.shop, value.percentage), customer: percent(all.customer, value.percentage)};
  const amount = {shop: Math.min(wanted.shop, all.shop), customer: Math.min(wanted.customer, all.customer)};
  spreadPair(amount, prices).forEach((share, index) => {
    if (share.shop !== 0 || share.customer !== 0) order.lines[index]?.discounts.push({scope, title, amount: share});
  });
}

/** Makes the shipping free. */
export function discountShipping(order: OrderRecord): void {
  for (const line of order.shipping) line.discount = line.price;
}
