import {cumulativeShare, type Money} from '../money/index.ts';
import type {SnapshotLine} from './types.ts';

/** Units of a line that can be refunded now: what Shopify lets be refunded, without those on an open return (design §4.7). */
export function availableUnits(line: SnapshotLine): number {
  return Math.max(0, line.refundable - line.onOpenReturn);
}

/**
 * What `units` more units of a line bring, in the customer's currency: the cumulative share of all units that are then gone,
 * less what went before (facts/refund-rules R5), so that units refunded one by one come to exactly what they come to at once.
 * What went before is what earlier refunds report; where they report nothing (Shopify reports zero for units that were not
 * restocked), and for units that an edit removed, it is their share.
 * @param units at most `line.refundable`
 * @param of `subtotal` is the price after discounts (tax in it where the order's prices include tax), `tax` the tax alone
 * @returns never below zero
 * @throws InputError for more units than the line has left
 */
export function lineEntitlement(line: SnapshotLine, units: number, of: 'subtotal' | 'tax'): Money {
  const total = (of === 'subtotal' ? line.discounted : line.tax).presentment;
  if (units === 0) return {minor: 0, currency: total.currency};
  const share = (part: number) => cumulativeShare(total.minor, part, line.quantity);
  const gone = line.quantity - line.refundable;
  const reported = line.refunded[of].presentment.minor;
  const before =
    reported === 0 ? share(gone) : reported + Math.max(0, share(gone) - share(Math.min(gone, line.refunded.quantity)));
  return {minor: Math.max(0, share(gone + units) - before), currency: total.currency};
}

/**
 * What `units` more units of a line bring with the tax, in the customer's currency.
 * @throws InputError for more units than the line has left
 */
export function lineWorth(line: SnapshotLine, units: number, taxesIncluded: boolean): Money {
  const price = lineEntitlement(line, units, 'subtotal');
  if (taxesIncluded) return price;
  return {minor: price.minor + lineEntitlement(line, units, 'tax').minor, currency: price.currency};
}
