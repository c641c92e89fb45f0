import {convert, invert, parseMoney, toDecimal, type Money, type Ratio} from '../src/core/index.ts';

/** The currencies of an example, and units of the customer's for one of the shop's. */
export interface ExampleCurrencies {
  readonly currency: string;
  readonly shopCurrency: string;
  readonly rate: Ratio;
}

/** A MoneyBag as the Admin API answers it. */
export interface Bag {
  shopMoney: {amount: string; currencyCode: 'EUR'};
  presentmentMoney: {amount: string; currencyCode: 'EUR'};
}

/** Decimal text as Shopify writes it: at least one digit after the point, no zeros behind it ("25.0", "1200.0" for JPY). */
function shopifyText(money: Money): string {
  const [whole = '0', decimals = ''] = toDecimal(money).split('.');
  return `${whole}.${decimals.replace(/0+$/, '') || '0'}`;
}

/** Both currencies of an amount of the customer's (minor units), the shop's at the example's rate. */
export function bag(minor: number, {currency, shopCurrency, rate}: ExampleCurrencies): Bag {
  const presentment = {minor, currency};
  const shop = currency === shopCurrency ? presentment : convert(presentment, invert(rate), shopCurrency, 'halfUp');
  return {shopMoney: moneyV2(shop), presentmentMoney: moneyV2(presentment)};
}

export function minorOf(source: Bag): number {
  const {amount, currencyCode} = source.presentmentMoney;
  const negative = amount.startsWith('-');
  const {minor} = parseMoney(negative ? amount.slice(1) : amount, currencyCode);
  return negative ? -minor : minor;
}

// The generated types know a currency as a literal; every code of the examples is one of Shopify's.
function moneyV2(money: Money): Bag['shopMoney'] {
  return {amount: shopifyText(money), currencyCode: money.currency as 'EUR'};
}
