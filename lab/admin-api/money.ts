/** Money in the lab: an exact decimal with a currency, as the API's MoneyV2 and MoneyBag show it. */
import {type Dec, fixed, format} from './decimal.ts';

export interface LabMoney {
  readonly amount: Dec;
  readonly currency: string;
}

/** The API's MoneyV2. */
export interface MoneyV2 {
  readonly amount: string;
  readonly currencyCode: string;
}

/** The API's MoneyInput as it arrives. */
export interface MoneyInput {
  readonly amount: string;
  readonly currencyCode: string;
}

const NO_DECIMALS = new Set('BIF CLP DJF GNF ISK JPY KMF KRW MGA PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' '));
const THREE_DECIMALS = new Set('BHD IQD JOD KWD LYD OMR TND'.split(' '));

/** How many decimals a currency has (ISO 4217). */
export function digitsOf(currency: string): number {
  return NO_DECIMALS.has(currency) ? 0 : THREE_DECIMALS.has(currency) ? 3 : 2;
}

export function moneyV2(amount: Dec, currency: string): MoneyV2 {
  return {amount: format(amount), currencyCode: currency};
}

/** A MoneyBag from both sides. */
export function moneyBag(shop: LabMoney, presentment: LabMoney): {shopMoney: MoneyV2; presentmentMoney: MoneyV2} {
  return {
    shopMoney: moneyV2(shop.amount, shop.currency),
    presentmentMoney: moneyV2(presentment.amount, presentment.currency),
  };
}

const SIGNS: Readonly<Record<string, string>> = {
  AUD: '$',
  CAD: '$',
  CHF: 'CHF ',
  EUR: '€',
  GBP: '£',
  INR: '₹',
  JPY: '¥',
  KRW: '₩',
  NZD: '$',
  USD: '$',
};

/**
 * As Shopify writes amounts inside messages: "$3,000.00". Recorded for CAD and USD; for other currencies the sign is an
 * assumption (facts §1.5 marks the formatting UNCONFIRMED), and a currency without one of these signs is named by its code.
 */
export function inWords(amount: Dec, currency: string): string {
  const plain = fixed(amount, digitsOf(currency));
  const [whole = '0', fraction] = plain.replace('-', '').split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const sign = SIGNS[currency] ?? `${currency} `;
  return `${plain.startsWith('-') ? '-' : ''}${sign}${grouped}${fraction === undefined ? '' : `.${fraction}`}`;
}
