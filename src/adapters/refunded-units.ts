import {InputError, cumulativeShare, type MoneyPair, type SnapshotLine} from '../core/index.ts';
import {addPairs, mapPair, moneyPair, subtractPairs, type Currencies} from './money.ts';
import {child, count, hasNextPage, nodes, text, type Node} from './read.ts';

/** One entry of one earlier refund: units of a line and what Shopify reports for them. */
interface RefundedEntry {
  readonly quantity: number;
  readonly subtotal: MoneyPair;
  readonly tax: MoneyPair;
}

/** What earlier refunds took of each line, oldest first, by line id. */
export type RefundedUnits = ReadonlyMap<string, readonly RefundedEntry[]>;

/**
 * Gathers the units of all earlier refunds.
 * @param linesAfter the lines of further pages, by refund id
 * @throws InputError where a refund has more lines than were given
 */
export function refundedUnits(
  refunds: readonly Node[],
  currencies: Currencies,
  linesAfter: ReadonlyMap<string, readonly Node[]>,
): RefundedUnits {
  const units = new Map<string, RefundedEntry[]>();
  for (const refund of refunds) {
    const further = linesAfter.get(text(refund, 'id')) || [];
    if (hasNextPage(refund, 'refundLineItems') && further.length === 0) {
      throw new InputError(
        `${refund.path}.refundLineItems.pageInfo.hasNextPage`,
        true,
        'Read the further lines with RefundLinesPage.graphql and give them along.',
      );
    }
    for (const entry of [...nodes(refund, 'refundLineItems'), ...further]) {
      const lineId = text(child(entry, 'lineItem'), 'id');
      const list = units.get(lineId) || [];
      list.push({
        quantity: count(entry, 'quantity'),
        subtotal: moneyPair(entry, 'subtotalSet', currencies),
        tax: moneyPair(entry, 'totalTaxSet', currencies),
      });
      units.set(lineId, list);
    }
  }
  return units;
}

/**
 * What earlier refunds brought for a line. Shopify reports zero for units that it did not restock (recorded on a real store), so
 * such an entry counts for the share of its units; otherwise a second refund would pay for the first one's units again.
 */
export function refundedOf(
  entries: readonly RefundedEntry[],
  line: Pick<SnapshotLine, 'quantity' | 'discounted' | 'tax'>,
  nothing: MoneyPair,
): SnapshotLine['refunded'] {
  let gone = 0;
  let subtotal = nothing;
  let tax = nothing;
  for (const entry of entries) {
    const before = Math.min(gone, line.quantity);
    gone += entry.quantity;
    const after = Math.min(gone, line.quantity);
    const share = (total: MoneyPair) =>
      subtractPairs(
        mapPair(total, (minor) => cumulativeShare(minor, after, line.quantity)),
        mapPair(total, (minor) => cumulativeShare(minor, before, line.quantity)),
      );
    const unreported = entry.subtotal.presentment.minor === 0 && line.quantity > 0;
    subtotal = addPairs(subtotal, unreported ? share(line.discounted) : entry.subtotal);
    tax = addPairs(tax, unreported && entry.tax.presentment.minor === 0 ? share(line.tax) : entry.tax);
  }
  return {quantity: gone, subtotal, tax};
}
