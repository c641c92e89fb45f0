import {InputError} from '../errors.ts';
import {safe} from './safe.ts';
import type {CurrencyCode, Money} from './types.ts';

/** Nothing, in a currency. */
export function zero(currency: CurrencyCode): Money {
  return {minor: 0, currency};
}

/**
 * The currency that all amounts share.
 * @throws InputError when they don't: amounts of two currencies are never added or compared
 */
export function sameCurrency(first: Money, ...others: readonly Money[]): CurrencyCode {
  for (const other of others) {
    if (other.currency !== first.currency) {
      throw new InputError(
        'currency',
        `${first.currency} and ${other.currency}`,
        'Use one currency, or convert first.',
      );
    }
  }
  return first.currency;
}

/** @throws InputError for two currencies, or a result beyond the safe range */
export function add(a: Money, b: Money): Money {
  return {currency: sameCurrency(a, b), minor: safe(a.minor + b.minor)};
}

/** @throws InputError for two currencies, or a result beyond the safe range */
export function subtract(a: Money, b: Money): Money {
  return {currency: sameCurrency(a, b), minor: safe(a.minor - b.minor)};
}

/** The same amount with the other sign; zero stays zero. */
export function negate(money: Money): Money {
  return {currency: money.currency, minor: safe(-money.minor)};
}

/** @throws InputError when an amount is in another currency than `currency` */
export function sum(list: readonly Money[], currency: CurrencyCode): Money {
  return list.reduce(add, zero(currency));
}

/** Below zero when `a` is less, zero when equal, above zero when `a` is more. @throws InputError for two currencies */
export function compare(a: Money, b: Money): number {
  sameCurrency(a, b);
  return Math.sign(a.minor - b.minor);
}

/** @throws InputError for two currencies */
export function smaller(a: Money, b: Money): Money {
  return compare(a, b) <= 0 ? a : b;
}

/** @throws InputError for two currencies */
export function larger(a: Money, b: Money): Money {
  return compare(a, b) >= 0 ? a : b;
}

export function isZero(money: Money): boolean {
  return money.minor === 0;
}
