import {InputError} from '../errors.ts';
import {digitsOf} from './currencies.ts';
import {mulDiv} from './mul-div.ts';
import {safe} from './safe.ts';
import type {CurrencyCode, Money, MoneyPair, Ratio, Rounding} from './types.ts';

/** The same ratio in lowest terms, with the denominator above zero. */
function reduced(numerator: number, denominator: number): Ratio {
  const divisor = greatestCommonDivisor(Math.abs(numerator), denominator);
  return {numerator: numerator / divisor, denominator: denominator / divisor};
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

/** `ratio · 10^exponent`, exact: reduces before it multiplies, so that it leaves the safe range as late as possible. */
function shifted({numerator, denominator}: Ratio, exponent: number): Ratio {
  const power = 10 ** Math.abs(exponent);
  const [top, bottom] = exponent >= 0 ? [power, 1] : [1, power];
  const upper = reduced(top, denominator);
  const lower = reduced(numerator, bottom);
  return {
    numerator: safe(upper.numerator * lower.numerator, 'rate'),
    denominator: safe(upper.denominator * lower.denominator, 'rate'),
  };
}

/**
 * Reads a decimal string of zero or more ("1.1", "12.5", "0.00613") into an exact ratio.
 * @throws InputError for anything else, or with more than 15 digits
 */
export function parseRatio(text: unknown, field = 'rate'): Ratio {
  const parts = typeof text === 'string' ? /^(\d+)(?:\.(\d+))?$/.exec(text) : null;
  const decimals = (parts?.[2] || '').replace(/0+$/, '');
  const digits = (parts?.[1] || '').replace(/^0+/, '') + decimals;
  if (!parts || digits.length > 15 || decimals.length > 15) {
    throw new InputError(
      field,
      text,
      'Write a number of zero or more with a point before the decimals, for example "12.5".',
    );
  }
  return reduced(Number(digits), 10 ** decimals.length);
}

/** The other way round. @throws InputError for a ratio of zero */
export function invert(ratio: Ratio): Ratio {
  if (ratio.numerator <= 0) throw new InputError('rate', ratio.numerator, 'Use a rate above zero.');
  return {numerator: ratio.denominator, denominator: ratio.numerator};
}

/**
 * Units of the customer's currency for one unit of the shop's, as the pair has it: exact, in whole units (euros, not cents) of
 * both, so that the digits of the currencies are accounted for. The larger the pair, the more precise (facts/refund-rules R11).
 * @throws InputError when either amount is not above zero
 */
export function ratioOf(pair: MoneyPair): Ratio {
  const {shop, presentment} = pair;
  if (shop.minor <= 0 || presentment.minor <= 0) {
    throw new InputError('rate', `${presentment.minor}/${shop.minor}`, 'Take the rate from amounts above zero.');
  }
  return shifted(reduced(presentment.minor, shop.minor), digitsOf(shop.currency) - digitsOf(presentment.currency));
}

/** An amount in another currency, at `ratio` units of `toCurrency` for one unit of its own; rounded once. */
export function convert(money: Money, ratio: Ratio, toCurrency: CurrencyCode, rounding: Rounding): Money {
  const {numerator, denominator} = shifted(ratio, digitsOf(toCurrency) - digitsOf(money.currency));
  return {minor: mulDiv(money.minor, numerator, denominator, rounding), currency: toCurrency};
}

/**
 * A percentage of an amount: exact, then rounded once.
 * @param percentText a decimal string, "12.5" for an eighth
 * @throws InputError when the text is no such number
 */
export function percentOf(money: Money, percentText: string, rounding: Rounding, field = 'percent'): Money {
  const {numerator, denominator} = shifted(parseRatio(percentText, field), -2);
  return {minor: mulDiv(money.minor, numerator, denominator, rounding), currency: money.currency};
}
