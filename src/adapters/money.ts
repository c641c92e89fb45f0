import {
  InputError,
  add,
  digitsOf,
  parseMoney,
  parseSigned,
  subtract,
  zero,
  type CurrencyCode,
  type Money,
  type MoneyPair,
} from '../core/index.ts';
import {child, pathOf, text, type Node} from './read.ts';

/** The two currencies that every amount of an order is in. */
export interface Currencies {
  readonly shop: CurrencyCode;
  readonly presentment: CurrencyCode;
}

type Parse = (value: unknown, currency: CurrencyCode, field: string) => Money;

/** A MoneyV2. @throws InputError that names the amount, or an unknown currency */
export function moneyV2(parent: Node, parse: Parse = parseMoney): Money {
  const currency = text(parent, 'currencyCode');
  digitsOf(currency, pathOf(parent, 'currencyCode'));
  return parse(parent.value['amount'], currency, pathOf(parent, 'amount'));
}

function inCurrency(parent: Node, currency: CurrencyCode, parse: Parse): Money {
  const found = text(parent, 'currencyCode');
  if (found !== currency) {
    throw new InputError(
      pathOf(parent, 'currencyCode'),
      found,
      `Give ${currency}, the currency of the order's other amounts.`,
    );
  }
  return parse(parent.value['amount'], currency, pathOf(parent, 'amount'));
}

function pair(parent: Node, key: string, currencies: Currencies, parse: Parse): MoneyPair {
  const bag = child(parent, key);
  return {
    shop: inCurrency(child(bag, 'shopMoney'), currencies.shop, parse),
    presentment: inCurrency(child(bag, 'presentmentMoney'), currencies.presentment, parse),
  };
}

/** A MoneyBag of zero or more. @throws InputError for a malformed amount, or one in another currency than the order's */
export function moneyPair(parent: Node, key: string, currencies: Currencies): MoneyPair {
  return pair(parent, key, currencies, parseMoney);
}

/** A MoneyBag that may be below zero: net payment, a rounding. @throws InputError as `moneyPair` */
export function signedPair(parent: Node, key: string, currencies: Currencies): MoneyPair {
  return pair(parent, key, currencies, parseSigned);
}

export function noMoney(currencies: Currencies): MoneyPair {
  return {shop: zero(currencies.shop), presentment: zero(currencies.presentment)};
}

export function addPairs(a: MoneyPair, b: MoneyPair): MoneyPair {
  return {shop: add(a.shop, b.shop), presentment: add(a.presentment, b.presentment)};
}

export function subtractPairs(a: MoneyPair, b: MoneyPair): MoneyPair {
  return {shop: subtract(a.shop, b.shop), presentment: subtract(a.presentment, b.presentment)};
}

/** The MoneyBags of a list's nodes, added up. */
export function sumOfPairs(list: readonly Node[], key: string, currencies: Currencies): MoneyPair {
  return list.reduce((all, item) => addPairs(all, moneyPair(item, key, currencies)), noMoney(currencies));
}

/** `pair` with each amount turned into another by its minor units. */
export function mapPair(source: MoneyPair, change: (minor: number) => number): MoneyPair {
  return {
    shop: {minor: change(source.shop.minor), currency: source.shop.currency},
    presentment: {minor: change(source.presentment.minor), currency: source.presentment.currency},
  };
}
