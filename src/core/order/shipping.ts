import {cumulativeShare, sum, type Money} from '../money/index.ts';
import type {OrderSnapshot} from './types.ts';

/**
 * Original shipping that can still be refunded, in the customer's currency: `price` after discounts less what went before
 * (the tax in it where the order's prices include tax), and `tax` on that price where they don't (else zero).
 */
export function shippingLeft(order: OrderSnapshot): {readonly price: Money; readonly tax: Money} {
  const paid = sum(
    order.shipping.map((line) => line.discounted.presentment),
    order.currency,
  ).minor;
  const price = Math.max(0, paid - order.shippingRefunded.presentment.minor);
  return {price: {minor: price, currency: order.currency}, tax: shippingTaxOn(order, price)};
}

/**
 * The tax that goes back with `price` of the shipping where prices don't include it; zero where they do. Cumulative, less what
 * went before: so all that is left of the price brings all that is left of the tax, also where shipping lines have several rates.
 * @param price minor units of the customer's currency, at most what is left
 */
export function shippingTaxOn(order: OrderSnapshot, price: number): Money {
  const paid = sum(
    order.shipping.map((line) => line.discounted.presentment),
    order.currency,
  ).minor;
  const tax = sum(
    order.shipping.map((line) => line.tax.presentment),
    order.currency,
  ).minor;
  const gone = Math.min(paid, order.shippingRefunded.presentment.minor);
  if (order.taxesIncluded || paid === 0) return {minor: 0, currency: order.currency};
  const before = order.shippingTaxRefunded?.presentment.minor ?? cumulativeShare(tax, gone, paid);
  const minor = Math.max(0, cumulativeShare(tax, Math.min(paid, gone + price), paid) - before);
  return {minor, currency: order.currency};
}
