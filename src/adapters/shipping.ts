import type {OrderSnapshot, SnapshotShipping} from '../core/index.ts';
import {addPairs, moneyPair, sumOfPairs, type Currencies} from './money.ts';
import {child, children, flag, isAbsent, nodes, wholeList, type Node} from './read.ts';

/** The shipping lines that an order still has. @throws InputError that names the field of anything missing or malformed */
export function snapshotShipping(order: Node, currencies: Currencies): readonly SnapshotShipping[] {
  return wholeList(child(order, 'shippingLines'), 'nodes', 25, nodes(order, 'shippingLines'))
    .filter((line) => !flag(line, 'isRemoved'))
    .map((line) => ({
      discounted: moneyPair(line, 'discountedPriceSet', currencies),
      tax: sumOfPairs(children(line, 'taxLines'), 'priceSet', currencies),
    }));
}

/**
 * The shipping that went back before, as the shipping's own prices are meant: without tax where prices don't include it. Shopify's
 * total doesn't say whether the tax is in it; the refunds' own shipping lines do, where they add up to that total with their tax.
 * Where nothing tells, the total stands: too little shipping is then offered, never too much.
 * @throws InputError that names the field of anything missing or malformed
 */
export function shippingRefunded(
  order: Node,
  currencies: Currencies,
  taxesIncluded: boolean,
): Pick<OrderSnapshot, 'shippingRefunded' | 'shippingTaxRefunded'> {
  const all = moneyPair(order, 'totalRefundedShippingSet', currencies);
  if (taxesIncluded || all.presentment.minor === 0) return {shippingRefunded: all};
  const lines = children(order, 'refundLines').flatMap((refund) =>
    isAbsent(refund, 'refundShippingLines') ? [] : nodes(refund, 'refundShippingLines'),
  );
  const net = sumOfPairs(lines, 'subtotalAmountSet', currencies);
  const tax = sumOfPairs(lines, 'taxAmountSet', currencies);
  const {minor} = all.presentment;
  const whole = addPairs(net, tax).presentment.minor === minor || net.presentment.minor === minor;
  return whole ? {shippingRefunded: net, shippingTaxRefunded: tax} : {shippingRefunded: all};
}
