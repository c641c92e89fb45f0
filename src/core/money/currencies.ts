import {InputError} from '../errors.ts';
import type {CurrencyCode} from './types.ts';

/** ISO 4217 codes, three letters each without a space (every bundle carries them), whose smallest unit is the currency itself. */
const NO_DIGITS = 'BIFCLPDJFGNFISKJPYKMFKRWPYGRWFUGXUYIVNDVUVXAFXOFXPFBYR';

const TWO_DIGITS =
  'AEDAFNALLAMDANGAOAARSAUDAWGAZNBAMBBDBDTBGNBMDBNDBOBBOVBRLBSDBTNBWPBYNBZDCADCDFCHECHFCHW' +
  'CNYCOPCOUCRCCUCCUPCVECZKDKKDOPDZDEGPERNETBEURFJDFKPGBPGELGHSGIPGMDGTQGYDHKDHNLHTGHUFIDR' +
  'ILSINRIRRJMDKESKGSKHRKPWKYDKZTLAKLBPLKRLRDLSLMADMDLMGAMKDMMKMNTMOPMRUMURMVRMWKMXNMXVMYR' +
  'MZNNADNGNNIONOKNPRNZDPABPENPGKPHPPKRPLNQARRONRSDRUBSARSBDSCRSDGSEKSGDSHPSLESLLSOSSRDSSP' +
  'STNSVCSYPSZLTHBTJSTMTTOPTRYTTDTWDTZSUAHUSDUSNUYUUZSVEDVESWSTXADXCDXCGYERZARZMWZWG' +
  // Withdrawn from ISO, or never in it (JEP and KID: the pounds of Jersey, the dollars of
  // Kiribati), but still values of Shopify's CurrencyCode.
  'HRKJEPKIDLTLLVLSTDVEF';

const THREE_DIGITS = 'BHDIQDJODKWDLYDOMRTND';

const FOUR_DIGITS = 'CLFUYW';

const DIGITS: ReadonlyMap<CurrencyCode, number> = new Map(
  [NO_DIGITS, '', TWO_DIGITS, THREE_DIGITS, FOUR_DIGITS].flatMap((codes, digits) =>
    (codes.match(/\w{3}/g) || []).map((code) => [code, digits] as const),
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
