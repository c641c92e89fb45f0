import {InputError} from '../errors.ts';
import {digitsOf} from './currencies.ts';
import type {CurrencyCode, Money} from './types.ts';

/**
 * Reads a decimal string as Shopify writes it ("7.45", "12.0", "1200.0" for JPY) into exact minor units.
 * Zeros beyond the currency's digits are accepted, other digits are not: nothing is ever rounded here.
 * @param field what the message names when the text can't be used
 * @throws InputError for signs, exponents, spaces, commas, digits beyond the minor unit, and amounts beyond the safe range
 */
export function parseMoney(text: unknown, currency: CurrencyCode, field = 'amount'): Money {
  const digits = digitsOf(currency);
  const parts = typeof text === 'string' ? /^(\d+)(?:\.(\d+))?$/.exec(text) : null;
  if (!parts) throw new InputError(field, text, adviceFor(text, digits));
  const decimals = (parts[2] || '').replace(/0+$/, '');
  if (decimals.length > digits) {
    const limit = digits === 0 ? 'a whole number' : `at most ${digits} digits after the point`;
    throw new InputError(field, text, `Write ${limit}: ${currency} has no smaller unit.`);
  }
  const minor = Number(parts[1] + decimals.padEnd(digits, '0'));
  if (!Number.isSafeInteger(minor))
    throw new InputError(field, text, `Write an amount below ${Number.MAX_SAFE_INTEGER} minor units.`);
  return {minor, currency};
}

function adviceFor(text: unknown, digits: number): string {
  const example = digits === 0 ? '7' : `7.${'450'.slice(0, digits).padEnd(digits, '0')}`;
  if (typeof text !== 'string') return `Write it as text, for example "${example}".`;
  return /^-\d/.test(text)
    ? `Write an amount of zero or more, for example ${example}.`
    : `Write digits with a point before the decimals and nothing else, for example ${example}.`;
}

/**
 * The same with a leading minus allowed, for figures that can be negative (a balance, a rounding).
 * @throws InputError as `parseMoney`
 */
export function parseSigned(text: unknown, currency: CurrencyCode, field = 'amount'): Money {
  const negative = typeof text === 'string' && /^-\d/.test(text);
  const money = parseMoney(negative ? text.slice(1) : text, currency, field);
  return negative && money.minor !== 0 ? {minor: -money.minor, currency} : money;
}

/** The decimal string that the Admin API takes: always with all of the currency's digits ("7.45", JPY "967", KWD "10.000"). */
export function toDecimal(money: Money): string {
  const digits = digitsOf(money.currency);
  const text = String(Math.abs(money.minor)).padStart(digits + 1, '0');
  const sign = money.minor < 0 ? '-' : '';
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
