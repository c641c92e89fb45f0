import {checkSettings, DEFAULT_SETTINGS, InputError, type Settings} from '../../../core/index.ts';
import {digitsOf} from '../../../core/money/currencies.ts';
import {amountFault, decimalText, typedText} from '../../words/amount-text.ts';

/** The settings as they stand in the fields, by their path: `limits.shop.goodwill.perRefund`, `rates.USD.value`. */
export type TypedSettings = Readonly<Record<string, string>>;

export const LIMITED = ['policy', 'goodwill'] as const;
export const DAYS = 'approvalExpiresAfterDays';

/** What is stored, as texts with decimals in the page's language; what can't be used is left out and named. */
export function typedFrom(
  json: string | null,
  shopCurrency: string,
  language: 'en' | 'nl',
): {typed: TypedSettings; problem: InputError | null} {
  let settings: Settings = DEFAULT_SETTINGS;
  let problem: InputError | null = null;
  try {
    if (json !== null) settings = checkSettings(JSON.parse(json), shopCurrency);
  } catch (error) {
    problem = error instanceof InputError ? error : new InputError('settings', json, 'Save them anew.');
  }
  const typed: Record<string, string> = {};
  flatten(settings, '', typed);
  delete typed['format'];
  for (const [path, text] of Object.entries(typed)) if (isDecimal(path)) typed[path] = typedText(text, language);
  return {typed, problem};
}

function flatten(value: unknown, path: string, into: Record<string, string>): void {
  if (typeof value !== 'object' || value === null) into[path] = String(value);
  else for (const [key, held] of Object.entries(value)) flatten(held, path ? `${path}.${key}` : key, into);
}

export type SettingFault = 'amount' | 'days' | 'rate' | 'required' | 'date';

/** What is wrong, by field. */
export function settingFaults(typed: TypedSettings, shopCurrency: string): Readonly<Record<string, SettingFault>> {
  const faults: Record<string, SettingFault> = {};
  const text = (path: string): string => (typed[path] || '').trim();
  if (!isDays(text(DAYS))) faults[DAYS] = 'days';
  for (const path of groupsOf(typed, /^(limits\..+)\.(perRefund|perCustomer\..+)$/)) {
    const [refund, amount, days] = [`${path}.perRefund`, `${path}.perCustomer.amount`, `${path}.perCustomer.days`];
    for (const field of [refund, amount]) {
      if (amountFault(text(field), digitsOf(shopCurrency), null)) faults[field] = 'amount';
    }
    if (text(amount) && !isDays(text(days))) faults[days] = 'days';
    if (text(days) && !text(amount)) faults[amount] = 'required';
  }
  for (const path of groupsOf(typed, /^(rates\.\w+)\./)) {
    if (!text(`${path}.value`)) continue;
    const rate = decimalText(text(`${path}.value`));
    if (!/^\d{1,9}(\.\d{1,10})?$/.test(rate) || Number(rate) === 0) faults[`${path}.value`] = 'rate';
    if (!text(`${path}.source`)) faults[`${path}.source`] = 'required';
    if (Number.isNaN(Date.parse(text(`${path}.at`)))) faults[`${path}.at`] = 'date';
  }
  return faults;
}

function isDays(text: string): boolean {
  return /^\d{1,4}$/.test(text) && Number(text) >= 1 && Number(text) <= 3650;
}

/** What stands in the pattern's first brackets, for every field that has it. */
export function groupsOf(typed: TypedSettings, pattern: RegExp): ReadonlySet<string> {
  return new Set(Object.keys(typed).flatMap((path) => pattern.exec(path)?.[1] ?? []));
}

/**
 * The settings to store. What was left empty is no limit and no rate.
 * @throws InputError where a field can't be used: `settingFaults` says which
 */
export function settingsFrom(typed: TypedSettings, shopCurrency: string): Settings {
  const tree = {};
  for (const [path, text] of Object.entries(typed)) {
    const value = text.trim();
    const rate = /^(rates\.\w+)\./.exec(path)?.[1];
    if (value === '' || (rate && !typed[`${rate}.value`]?.trim())) continue;
    put(tree, path.split('.'), isNumber(path) ? Number(value) : isDecimal(path) ? decimalText(value) : value);
  }
  return checkSettings({format: 1, ...tree}, shopCurrency);
}

const isNumber = (path: string): boolean => path === DAYS || path.endsWith('.days');
const isDecimal = (path: string): boolean => /\.(perRefund|amount|value)$/.test(path);

function put(tree: Record<string, unknown>, [key = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) tree[key] = value;
  else put((tree[key] ??= {}) as Record<string, unknown>, rest, value);
}
