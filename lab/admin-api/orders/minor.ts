/** Between the API's decimal strings and the minor units that orders are kept in. */
import {compare, dec, type Dec, isDecimal, round} from '../decimal.ts';
import {digitsOf, inWords, moneyBag, moneyV2, type MoneyV2} from '../money.ts';
import type {OrderRecord, Pair} from './model.ts';

/** @returns nothing where the text isn't a number or has more digits than the currency */
export function parseMinor(text: string, currency: string): number | undefined {
  if (!isDecimal(text)) return undefined;
  const exact = dec(text);
  const rounded = round(exact, digitsOf(currency));
  return compare(exact, rounded) === 0 ? Number(rounded.units) : undefined;
}

export const decimalOf = (minor: number, currency: string): Dec => ({units: BigInt(minor), scale: digitsOf(currency)});

/** As Shopify writes amounts inside messages (assumption 12). */
export const words = (minor: number, currency: string): string => inWords(decimalOf(minor, currency), currency);

export const money = (minor: number, currency: string): MoneyV2 => moneyV2(decimalOf(minor, currency), currency);

type Currencies = Pick<OrderRecord, 'currency' | 'presentmentCurrency'>;

/** A MoneyBag. */
export const bag = (order: Currencies, amount: Pair): {shopMoney: MoneyV2; presentmentMoney: MoneyV2} =>
  moneyBag(
    {amount: decimalOf(amount.shop, order.currency), currency: order.currency},
    {amount: decimalOf(amount.customer, order.presentmentCurrency), currency: order.presentmentCurrency},
  );
