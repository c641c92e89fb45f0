import {InputError, type MoneyPair, type SnapshotLine} from '../core/index.ts';
import {moneyPair, subtractPairs, addPairs, sumOfPairs, noMoney, type Currencies} from './money.ts';
import {refundedOf, type RefundedUnits} from './refunded-units.ts';
import {children, count, flag, hasNextPage, nodes, optionalText, pathOf, text, type Node} from './read.ts';

/** What stands outside the lines themselves but belongs to them, by line id. */
export interface LineSurroundings {
  readonly refundedUnits: RefundedUnits;
  readonly refundedDuties: ReadonlySet<string>;
  readonly onOpenReturn: ReadonlyMap<string, number>;
  /** Duties that the prices include come back with the prices. */
  readonly dutiesIncluded: boolean;
  readonly taxesIncluded: boolean;
}

/**
 * All line nodes of an order, those of further pages included.
 * @throws InputError where there are more pages than were given, or a line stands in them twice
 */
export function lineNodes(order: Node, linesAfter: readonly Node[]): readonly Node[] {
  const all = [...nodes(order, 'lineItems'), ...linesAfter];
  if (hasNextPage(order, 'lineItems') && linesAfter.length === 0) {
    throw new InputError(
      `${order.path}.lineItems.pageInfo.hasNextPage`,
      true,
      'Read the further lines with OrderLinesPage.graphql and give them along.',
    );
  }
  const seen = new Set<string>();
  for (const line of all) {
    const id = text(line, 'id');
    if (seen.has(id)) throw new InputError(pathOf(line, 'id'), id, 'Give every line once.');
    seen.add(id);
  }
  return all;
}

/** One line. @throws InputError that names the field of anything missing, malformed or contradictory */
export function snapshotLine(line: Node, currencies: Currencies, around: LineSurroundings): SnapshotLine {
  const id = text(line, 'id');
  const quantity = count(line, 'quantity');
  const refundable = atMost(line, 'refundableQuantity', quantity);
  const discounted = lessDiscounts(line, currencies);
  const tax = sumOfPairs(children(line, 'taxLines'), 'priceSet', currencies);
  return {
    id,
    name: text(line, 'name'),
    sku: optionalText(line, 'sku'),
    quantity,
    refundable,
    unfulfilled: atMost(line, 'unfulfilledQuantity', quantity),
    restockable: flag(line, 'restockable'),
    discounted,
    tax,
    duties: around.dutiesIncluded ? [] : children(line, 'duties').map((duty) => snapshotDuty(duty, currencies, around)),
    refunded: refundedOf(around.refundedUnits.get(id) || [], {quantity, discounted, tax}, noMoney(currencies)),
    onOpenReturn: around.onOpenReturn.get(id) || 0,
  };
}

function snapshotDuty(duty: Node, currencies: Currencies, around: LineSurroundings): SnapshotLine['duties'][number] {
  const id = text(duty, 'id');
  const price = moneyPair(duty, 'price', currencies);
  const tax = sumOfPairs(children(duty, 'taxLines'), 'priceSet', currencies);
  return {id, amount: around.taxesIncluded ? price : addPairs(price, tax), refunded: around.refundedDuties.has(id)};
}

function atMost(line: Node, key: string, quantity: number): number {
  const value = count(line, key);
  if (value > quantity)
    throw new InputError(pathOf(line, key), value, `Give at most the ${quantity} units that were sold.`);
  return value;
}

/** Each discount is rounded on its own in the shop's currency, so that side may pass zero by a cent; the customer's never does. */
function lessDiscounts(line: Node, currencies: Currencies): MoneyPair {
  const discounts = sumOfPairs(children(line, 'discountAllocations'), 'allocatedAmountSet', currencies);
  const {shop, presentment} = subtractPairs(moneyPair(line, 'originalTotalSet', currencies), discounts);
  if (presentment.minor < 0) {
    const value = discounts.presentment.minor;
    throw new InputError(`${line.path}.discountAllocations`, value, 'Discount a line by at most its price.');
  }
  return {shop: {minor: Math.max(0, shop.minor), currency: shop.currency}, presentment};
}
