import {InputError} from '../errors.ts';
import {digitsOf, parseMoney, parseRatio} from '../money/index.ts';
import type {Limit, LimitedClass, Limits, Settings, TypedRate} from './types.ts';

/** What a shop has before anybody set anything: no limits, no typed rates, approvals for a week. */
export const DEFAULT_SETTINGS: Settings = {
  format: 1,
  limits: {shop: {}, recipes: {}},
  approvalExpiresAfterDays: 7,
  rates: {},
};

const CLASSES: readonly LimitedClass[] = ['policy', 'goodwill'];
const MOST_DAYS = 3650;

type Fields = Readonly<Record<string, unknown>>;

/**
 * Checks settings as they were stored or typed.
 * @param shopCurrency the currency of all limits
 * @throws InputError that names the field, its value and the fix
 */
export function checkSettings(value: unknown, shopCurrency: string): Settings {
  const all = fields(value, 'settings', ['format', 'limits', 'approvalExpiresAfterDays', 'rates']);
  if (all.format !== 1) throw new InputError('settings.format', all.format, 'Write 1.');
  const limits = fields(all.limits ?? {}, 'settings.limits', ['shop', 'recipes']);
  const recipes = fields(limits.recipes ?? {}, 'settings.limits.recipes');
  const rates = fields(all.rates ?? {}, 'settings.rates');
  return {
    format: 1,
    limits: {
      shop: checkLimits(limits.shop ?? {}, 'settings.limits.shop', shopCurrency),
      recipes: mapped(recipes, (entry, handle) =>
        checkLimits(entry, `settings.limits.recipes.${handle}`, shopCurrency),
      ),
    },
    approvalExpiresAfterDays: checkDays(
      all.approvalExpiresAfterDays ?? DEFAULT_SETTINGS.approvalExpiresAfterDays,
      'settings.approvalExpiresAfterDays',
    ),
    rates: mapped(rates, (entry, currency) => checkRate(entry, currency)),
  };
}

function checkLimits(value: unknown, field: string, currency: string): Limits {
  const classes = fields(value, field, CLASSES);
  return mapped(classes, (entry, name) => checkLimit(entry, `${field}.${name}`, currency));
}

function checkLimit(value: unknown, field: string, currency: string): Limit {
  const limit = fields(value, field, ['perRefund', 'perCustomer']);
  const perRefund =
    limit.perRefund === undefined ? {} : {perRefund: amount(limit.perRefund, `${field}.perRefund`, currency)};
  if (limit.perCustomer === undefined) return perRefund;
  const per = fields(limit.perCustomer, `${field}.perCustomer`, ['amount', 'days']);
  return {
    ...perRefund,
    perCustomer: {
      amount: amount(per.amount, `${field}.perCustomer.amount`, currency),
      days: checkDays(per.days, `${field}.perCustomer.days`),
    },
  };
}

function checkRate(value: unknown, currency: string): TypedRate {
  const field = `settings.rates.${currency}`;
  digitsOf(currency);
  const rate = fields(value, field, ['value', 'source', 'at']);
  if (parseRatio(rate.value, `${field}.value`).numerator === 0) {
    throw new InputError(`${field}.value`, rate.value, 'Write a rate above zero.');
  }
  if (typeof rate.source !== 'string' || rate.source.trim() === '') {
    throw new InputError(`${field}.source`, rate.source, 'Say where the rate was read, for example "ECB".');
  }
  if (typeof rate.at !== 'string' || Number.isNaN(Date.parse(rate.at))) {
    throw new InputError(`${field}.at`, rate.at, 'Write a date, for example "2026-11-22".');
  }
  return {value: rate.value as string, source: rate.source, at: rate.at};
}

function amount(value: unknown, field: string, currency: string): string {
  parseMoney(value, currency, field);
  return value as string;
}

function checkDays(value: unknown, field: string): number {
  if (!Number.isInteger(value) || (value as number) < 1 || (value as number) > MOST_DAYS) {
    throw new InputError(field, value, `Write a whole number of days from 1 to ${MOST_DAYS}.`);
  }
  return value as number;
}

function fields(value: unknown, field: string, known?: readonly string[]): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new InputError(field, value, 'Write an object.');
  }
  const unknown = known ? Object.keys(value).find((key) => !known.includes(key)) : undefined;
  if (unknown !== undefined) {
    throw new InputError(
      `${field}.${unknown}`,
      (value as Fields)[unknown],
      `Leave it out; known are ${known?.join(', ')}.`,
    );
  }
  return value as Fields;
}

function mapped<T>(from: Fields, each: (value: unknown, key: string) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(from).map(([key, value]) => [key, each(value, key)]));
}
