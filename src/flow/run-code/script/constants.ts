import {digitsOf, InputError, parseMoney, toDecimal} from '../../../core/index.ts';

/** The constants at the top of a script as they stand after a merchant's edits: anything, or nothing at all. */
export type Given = Readonly<Record<string, unknown>>;

/** @throws InputError */
export function textOf(given: Given, name: string): string {
  const value = given[name];
  if (typeof value !== 'string') throw new InputError(name, value, 'Write a text between quotes.');
  return value.trim();
}

/** @throws InputError where it is empty */
export function wordsOf(given: Given, name: string): string {
  const text = textOf(given, name);
  if (text === '') throw new InputError(name, text, 'Write a text between the quotes.');
  return text;
}

/** @throws InputError */
export function switchOf(given: Given, name: string): boolean {
  const value = given[name];
  if (typeof value !== 'boolean') throw new InputError(name, value, 'Write true or false, without quotes.');
  return value;
}

/** An ISO 4217 code. @throws InputError */
export function currencyOf(given: Given, name: string): string {
  const currency = textOf(given, name);
  digitsOf(currency, name);
  return currency;
}

/** A decimal text in a currency, above zero. @throws InputError */
export function amountOf(given: Given, name: string, currency: string): string {
  const money = parseMoney(given[name], currency, name);
  if (money.minor === 0) throw new InputError(name, given[name], 'Write an amount above zero.');
  return toDecimal(money);
}

/** A decimal text from above 0 to 100. @throws InputError */
export function percentOf(given: Given, name: string): string {
  const value = given[name];
  // Few enough digits for a double to compare exactly; whoever computes with it reads the text.
  const percent = typeof value === 'string' && /^\d{1,3}(\.\d{1,9})?$/.test(value) ? Number(value) : 0;
  if (percent <= 0 || percent > 100) {
    throw new InputError(name, value, 'Write a percentage above 0 and at most 100 between quotes, for example "10".');
  }
  return String(value);
}

/** A whole number within bounds. @throws InputError */
export function wholeOf(given: Given, name: string, least: number, most: number): number {
  const value = given[name];
  if (!Number.isSafeInteger(value) || (value as number) < least || (value as number) > most) {
    throw new InputError(name, value, `Write a whole number from ${least} to ${most}, without quotes.`);
  }
  return value as number;
}

/** @throws InputError for anything but one of the values */
export function oneOfThese<Value extends string>(given: Given, name: string, values: readonly Value[]): Value {
  const value = given[name];
  const found = values.find((known) => known === value);
  if (found === undefined) throw new InputError(name, value, `Write one of ${values.join(', ')}, between quotes.`);
  return found;
}
