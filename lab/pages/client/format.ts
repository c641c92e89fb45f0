/** Amounts and dates in the language of the page. Amounts stay decimal strings: Intl formats those exactly. */
import type {Language} from './words.ts';

export interface MoneyV2 {
  amount: string;
  currencyCode: string;
}

export interface MoneyBag {
  shopMoney: MoneyV2;
  presentmentMoney: MoneyV2;
}

const LOCALES: Record<Language, string> = {en: 'en-GB', nl: 'nl-NL'};

export function money({amount, currencyCode}: MoneyV2, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language], {style: 'currency', currency: currencyCode}).format(
    amount as Intl.StringNumericLiteral,
  );
}

/** What the customer paid in; the shop's own currency beside it where it differs. */
export function both(bag: MoneyBag, language: Language): {main: string; shop: string | null} {
  const differs = bag.presentmentMoney.currencyCode !== bag.shopMoney.currencyCode;
  return {main: money(bag.presentmentMoney, language), shop: differs ? money(bag.shopMoney, language) : null};
}

export function isZero(bag: MoneyBag | null | undefined): boolean {
  return !bag || /^-?0*\.?0*$/.test(bag.presentmentMoney.amount);
}

export function dateTime(iso: string, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], {dateStyle: 'medium', timeStyle: 'short'}).format(new Date(iso));
}

/** The day; its year only where it isn't this one. */
export function day(iso: string, language: Language): string {
  const date = new Date(iso);
  const year = date.getFullYear() === new Date().getFullYear() ? {} : ({year: 'numeric'} as const);
  return new Intl.DateTimeFormat(LOCALES[language], {day: 'numeric', month: 'short', ...year}).format(date);
}
