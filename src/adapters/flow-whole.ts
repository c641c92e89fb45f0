import {InputError, type MoneyPair} from '../core/index.ts';
import {moneyPair, sumOfPairs, type Currencies} from './money.ts';
import {child, children, count, flag, isAbsent, nodes, optionalText, pathOf, text, type Node} from './read.ts';

/** Flow never says whether a list goes on. Of its lists whose length is known, none is longer than this (UNCONFIRMED 24). */
const LIST_LIMIT = 100;

const BY_HAND = 'Refund this order with the action on the order page: the workflow may not have been given all of it.';

/**
 * Holds the order's lists against its own figures (lines by their units, refunds by their total): a list that was cut, or payments that are missing, are a stop, never a
 * smaller or larger amount.
 * @throws InputError
 */
export function checkWhole(order: Node, currencies: Currencies): void {
  const lines = nodes(order, 'lineItems');
  const refunds = children(order, 'refunds');
  const transactions = children(order, 'transactions');
  const returns = nodes(order, 'returns');
  shortEnough(pathOf(order, 'transactions'), transactions);
  shortEnough(pathOf(order, 'returns'), returns);
  for (const refund of refunds) {
    for (const key of ['refundLineItems', 'transactions']) shortEnough(pathOf(refund, key), nodes(refund, key));
  }
  const units = lines.reduce((all, line) => all + count(line, 'quantity'), 0);
  if (units < count(order, 'subtotalLineItemsQuantity')) {
    throw new InputError(pathOf(order, 'lineItems'), units, BY_HAND);
  }
  checkPaid(order, transactions, currencies);
  checkRefunded(order, lines, refunds, currencies);
  const open = returns.some((entry) => ['OPEN', 'REQUESTED'].includes(text(entry, 'status')));
  const status = optionalText(order, 'returnStatus') ?? '';
  if (!open && ['IN_PROGRESS', 'RETURN_REQUESTED'].includes(status)) {
    throw new InputError(pathOf(order, 'returnStatus'), status, BY_HAND);
  }
}

function shortEnough(path: string, list: readonly Node[]): void {
  if (list.length >= LIST_LIMIT) throw new InputError(path, list.length, BY_HAND);
}

/** The payments that are listed come to what the order says was received. */
function checkPaid(order: Node, transactions: readonly Node[], currencies: Currencies): void {
  const paid = transactions.filter(
    (entry) => text(entry, 'status') === 'SUCCESS' && ['SALE', 'CAPTURE'].includes(text(entry, 'kind')),
  );
  const listed = sumOfPairs(paid, 'amountSet', currencies);
  atLeast(pathOf(order, 'transactions'), listed, moneyPair(order, 'totalReceivedSet', currencies));
}

/** The refunds that are listed come to what the order says was refunded, and their lines to the units that are gone. */
function checkRefunded(order: Node, lines: readonly Node[], refunds: readonly Node[], currencies: Currencies): void {
  const listed = sumOfPairs(refunds, 'totalRefundedSet', currencies);
  atLeast(pathOf(order, 'refunds'), listed, moneyPair(order, 'totalRefundedSet', currencies));
  // An edit takes units away without a refund.
  if (flag(order, 'edited')) return;
  const refunded = new Map<string, number>();
  for (const entry of refunds.flatMap((refund) => nodes(refund, 'refundLineItems'))) {
    const id = text(child(entry, 'lineItem'), 'id');
    refunded.set(id, (refunded.get(id) ?? 0) + count(entry, 'quantity'));
  }
  for (const line of lines) {
    const gone = count(line, 'quantity') - count(line, 'refundableQuantity');
    const known = refunded.get(text(line, 'id')) ?? 0;
    if (known < gone) throw new InputError(pathOf(line, 'refundableQuantity'), gone, BY_HAND);
  }
}

function atLeast(path: string, listed: MoneyPair, told: MoneyPair): void {
  if (listed.presentment.minor < told.presentment.minor) {
    throw new InputError(path, listed.presentment.minor, BY_HAND);
  }
}

/** A metafield that a workflow aliased, as a compare-and-set needs it; null where the order hasn't it. */
export function aliasedMetafield(
  order: Node,
  alias: string,
): {readonly value: string; readonly compareDigest: string; readonly updatedAt: string} | null {
  if (order.value[alias] === undefined) {
    throw new InputError(pathOf(order, alias), undefined, 'Register the metafield’s alias in the workflow.');
  }
  if (isAbsent(order, alias)) return null;
  const metafield = child(order, alias);
  return {
    value: text(metafield, 'value'),
    compareDigest: text(metafield, 'compareDigest'),
    updatedAt: text(metafield, 'updatedAt'),
  };
}
