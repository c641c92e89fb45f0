import {InputError} from '../errors.ts';
import type {CurrencyCode} from './types.ts';

/** ISO 4217 codes whose smallest unit is the currency itself. */
const NO_DIGITS = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF BYR';

const TWO_DIGITS =
  'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW ' +
  'CNY COP COU CRC CUC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ' +
  'ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR ' +
  'MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP ' +
  'STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG ' +
  // Withdrawn from ISO, or never in it (JEP and KID: the pounds of Jersey, the dollars of
  // Kiribati), but still values of Shopify's CurrencyCode.
  'HRK JEP KID LTL LVL STD VEF';

const THREE_DIGITS = 'BHD IQD JOD KWD LYD OMR TND';

const FOUR_DIGITS = 'CLF UYW';

const DIGITS: ReadonlyMap<CurrencyCode, number> = new Map(
  [
    [NO_DIGITS, 0],
    [TWO_DIGITS, 2],
    [THREE_DIGITS, 3],
    [FOUR_DIGITS, 4],
  ].flatMap(([codes, digits]) =>
    String(codes)
      .split(' ')
      .map((code) => [code, Number(digits)] as const),
  ),
);

/**
 * How many digits stand after the point in the smallest unit of a currency: EUR 2, JPY 0, KWD 3 (ISO 4217).
 * Shopify's `XXX` (no currency) and `USDC` (a token that orders can't be kept in) are refused on purpose.
 * @throws InputError for a code that is no currency
 */
export function digitsOf(currency: CurrencyCode, field = 'currency'): number {
  const digits = DIGITS.get(currency);
  if (digits === undefined) throw new InputError(field, currency, 'Write an ISO 4217 code such as EUR, USD or JPY.');
  return digits;
}
