import {InputError} from '../errors.ts';
import type {CurrencyCode} from './types.ts';

/**
 * ISO 4217 codes whose smallest unit is the currency itself: three letters each, small and without a space, because every bundle
 * carries them and capitals compress worse.
 */
const NO_DIGITS = 'bifclpdjfgnfiskjpykmfkrwpygrwfugxuyivndvuvxafxofxpfbyr';

const TWO_DIGITS =
  'aedafnallamdangaoaarsaudawgaznbambbdbdtbgnbmdbndbobbovbrlbsdbtnbwpbynbzdcadcdfchechfchw' +
  'cnycopcoucrccuccupcveczkdkkdopdzdegpernetbeurfjdfkpgbpgelghsgipgmdgtqgydhkdhnlhtghufidr' +
  'ilsinrirrjmdkeskgskhrkpwkydkztlaklbplkrlrdlslmadmdlmgamkdmmkmntmopmrumurmvrmwkmxnmxvmyr' +
  'mznnadngnnionoknprnzdpabpenpgkphppkrplnqarronrsdrubsarsbdscrsdgseksgdshpslesllsossrdssp' +
  'stnsvcsypszlthbtjstmttoptryttdtwdtzsuahusdusnuyuuzsvedveswstxadxcdxcgyerzarzmwzwg' +
  // Withdrawn from ISO, or never in it (JEP and KID: the pounds of Jersey, the dollars of
  // Kiribati), but still values of Shopify's CurrencyCode.
  'hrkjepkidltllvlstdvef';

const THREE_DIGITS = 'bhdiqdjodkwdlydomrtnd';

const FOUR_DIGITS = 'clfuyw';

const DIGITS: ReadonlyMap<CurrencyCode, number> = new Map(
  [NO_DIGITS, '', TWO_DIGITS, THREE_DIGITS, FOUR_DIGITS].flatMap((codes, digits) =>
    (codes.toUpperCase().match(/\w{3}/g) || []).map((code) => [code, digits] as const),
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
