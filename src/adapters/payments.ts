import {InputError, mulDiv, subtract, zero, type Money, type MoneyPair, type SnapshotPayment} from '../core/index.ts';
import {moneyPair, moneyV2, type Currencies} from './money.ts';
import {flag, oneOf, optionalChild, optionalText, pathOf, present, text, type Node} from './read.ts';

const KINDS = [
  'AUTHORIZATION',
  'CAPTURE',
  'CHANGE',
  'EMV_AUTHORIZATION',
  'REFUND',
  'SALE',
  'SUGGESTED_REFUND',
  'VOID',
] as const;

export const STATUSES = ['SUCCESS', 'PENDING', 'FAILURE', 'ERROR', 'AWAITING_RESPONSE', 'UNKNOWN'] as const;

/** Statuses under which the money of a refund is gone or may still go: only a definite failure gives it back. */
const NOT_GONE = new Set(['FAILURE', 'ERROR']);

/**
 * The payments that money can go back to: successful sales and captures (an authorization is no parent, a void moves nothing),
 * each with what is left of it. A refund counts against its parent; against the captures of the authorization that it names; or,
 * where it names none, against the payments of its gateway. Change given at a till never was the shop's.
 * @param transactions the order's transactions, and those of its refunds
 * @throws InputError that names the field of anything missing or malformed
 */
export function snapshotPayments(transactions: readonly Node[], currencies: Currencies): readonly SnapshotPayment[] {
  for (const entry of transactions) {
    present(entry, 'parentTransaction', 'gateway');
    oneOf(entry, 'kind', KINDS);
    oneOf(entry, 'status', STATUSES);
  }
  const unique = [...new Map(transactions.map((entry) => [text(entry, 'id'), entry] as const)).values()];
  const succeeded = unique.filter((entry) => text(entry, 'status') === 'SUCCESS');
  const parents = succeeded.filter((entry) => ['SALE', 'CAPTURE'].includes(text(entry, 'kind')));
  const change = succeeded.filter((entry) => text(entry, 'kind') === 'CHANGE');
  const refunds = unique.filter((entry) => text(entry, 'kind') === 'REFUND' && !NOT_GONE.has(text(entry, 'status')));

  const captured = takenFrom(parents, change, currencies);
  const left = takenFrom(parents, [...change, ...refunds], currencies);
  return parents.map((entry, index) => {
    const paid = atSaleRate(entry, captured[index] || zero(currencies.presentment), currencies);
    const maximum = maximumOf(entry, currencies);
    const rest = left[index] || zero(currencies.presentment);
    const gateway = optionalText(entry, 'gateway') ?? optionalText(entry, 'formattedGateway') ?? 'unknown';
    return {
      id: text(entry, 'id'),
      gateway,
      label: labelOf(entry, gateway),
      kind: kindOf(entry, gateway),
      captured: paid,
      refundable: atSaleRate(entry, maximum && maximum.minor < rest.minor ? maximum : rest, currencies),
    };
  });
}

/** What is left of each parent (presentment) after the takers took their amounts, the closest parent first. */
function takenFrom(parents: readonly Node[], takers: readonly Node[], currencies: Currencies): readonly Money[] {
  const left = parents.map((parent) => moneyPair(parent, 'amountSet', currencies).presentment);
  for (const taker of takers) {
    let open = moneyPair(taker, 'amountSet', currencies).presentment;
    for (const index of parentsOf(taker, parents)) {
      const here = left[index] || zero(currencies.presentment);
      const taken = here.minor < open.minor ? here : open;
      left[index] = subtract(here, taken);
      open = subtract(open, taken);
    }
  }
  return left;
}

function parentsOf(taker: Node, parents: readonly Node[]): readonly number[] {
  const parentId = parentIdOf(taker);
  const matching = (fits: (parent: Node) => boolean) =>
    parents.flatMap((parent, index) => (fits(parent) ? [index] : []));
  const named = matching((parent) => text(parent, 'id') === parentId);
  if (named.length > 0) return named;
  const captures = parentId === null ? [] : matching((parent) => parentIdOf(parent) === parentId);
  if (captures.length > 0) return captures;
  return matching((parent) => optionalText(parent, 'gateway') === optionalText(taker, 'gateway'));
}

function parentIdOf(entry: Node): string | null {
  const parent = optionalChild(entry, 'parentTransaction');
  return parent && text(parent, 'id');
}

/** Shopify's own maximum in the customer's currency; one in the shop's is taken at the payment's own rate, rounded down. */
function maximumOf(entry: Node, currencies: Currencies): Money | null {
  present(entry, 'maximumRefundableV2');
  const found = optionalChild(entry, 'maximumRefundableV2');
  if (!found) return null;
  const maximum = moneyV2(found);
  if (maximum.currency === currencies.presentment) return maximum;
  if (maximum.currency !== currencies.shop) {
    throw new InputError(pathOf(found, 'currencyCode'), maximum.currency, `Give ${currencies.presentment}.`);
  }
  const paid = moneyPair(entry, 'amountSet', currencies);
  if (paid.shop.minor === 0) return null;
  return {
    minor: mulDiv(paid.presentment.minor, maximum.minor, paid.shop.minor, 'down'),
    currency: currencies.presentment,
  };
}

/** Both currencies of a part of a payment, at the rate at which it was paid: what the sale was worth, not what a refund costs today. */
function atSaleRate(entry: Node, presentment: Money, currencies: Currencies): MoneyPair {
  const paid = moneyPair(entry, 'amountSet', currencies);
  const whole = paid.presentment.minor;
  const minor = whole === 0 ? 0 : mulDiv(paid.shop.minor, presentment.minor, whole, 'halfUp');
  return {shop: {minor, currency: currencies.shop}, presentment};
}

function kindOf(entry: Node, gateway: string): SnapshotPayment['kind'] {
  if (gateway === 'gift_card') return 'giftCard';
  if (gateway === 'shopify_store_credit') return 'storeCredit';
  // Cash in a till: Shopify can only book it, whatever it calls the gateway.
  return flag(entry, 'manualPaymentGateway') || gateway === 'cash' ? 'manual' : 'card';
}

/** `•••• 4242` where the account number shows its last four digits, else the gateway's name. */
function labelOf(entry: Node, gateway: string): string {
  const lastFour = /(\d{4})\D*$/.exec(optionalText(entry, 'accountNumber') || '')?.[1];
  return lastFour ? `•••• ${lastFour}` : (optionalText(entry, 'formattedGateway') ?? gateway);
}
