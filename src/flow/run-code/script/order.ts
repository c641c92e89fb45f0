import {aliasedMetafield} from '../../../adapters/flow-whole.ts';
import {currenciesOf} from '../../../adapters/admin-order.ts';
import {moneyPair, signedPair} from '../../../adapters/money.ts';
import {children, text, type Node} from '../../../adapters/read.ts';
import {readClaim} from '../../../execution/claim/read.ts';
import type {MoneyState, ReadClaim} from '../../../execution/types.ts';

/** What the order has paid out, as a claim notes it. */
export function moneyOfOrder(order: Node): MoneyState {
  const currencies = currenciesOf(order);
  return {
    netPayment: signedPair(order, 'netPaymentSet', currencies).presentment,
    refundedShipping: moneyPair(order, 'totalRefundedShippingSet', currencies).presentment,
    refundIds: children(order, 'refunds').map((refund) => text(refund, 'id')),
  };
}

export function claimOfOrder(order: Node): ReadClaim {
  return readClaim(aliasedMetafield(order, 'refundRecipesClaim'), text(order, 'id'));
}
