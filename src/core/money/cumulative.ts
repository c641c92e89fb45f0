import {InputError} from '../errors.ts';
import {mulDiv} from './mul-div.ts';

/**
 * What `part` of `whole` units are entitled to out of `total`, half up. Repeated partial refunds subtract what the earlier units
 * were entitled to from this, so that the last unit takes what is left and all of them together are exactly `total`
 * (facts/refund-rules R5).
 * @param total minor units for all units
 * @throws InputError unless 0 ≤ part ≤ whole and whole is above zero
 */
export function cumulativeShare(total: number, part: number, whole: number): number {
  if (!(part >= 0 && part <= whole)) throw new InputError('units', part, `Use a whole number from 0 to ${whole}.`);
  return mulDiv(total, part, whole, 'halfUp');
}
