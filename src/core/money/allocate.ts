import {InputError} from '../errors.ts';
import {divideProduct} from './mul-div.ts';
import {safe} from './safe.ts';

/**
 * Splits a total in proportion to weights so that the shares add up exactly: every share is rounded down, and the units left
 * go to the largest remainders (Hamilton's method), ties to the earlier index. A zero weight gets nothing; a negative total
 * mirrors the positive one.
 * @param total minor units
 * @param weights integers of zero or more, at least one above zero
 * @returns one share per weight, in minor units, each less than one unit from the exact share
 * @throws InputError for negative or fractional weights, or when all are zero
 */
export function allocate(total: number, weights: readonly number[]): number[] {
  const magnitude = Math.abs(safe(total, 'total'));
  const whole = weights.reduce((all, weight, index) => {
    if (weight < 0) throw new InputError(`weights[${index}]`, weight, 'Use a whole number of zero or more.');
    return safe(all + safe(weight, `weights[${index}]`), 'weights');
  }, 0);
  if (whole === 0) throw new InputError('weights', weights, 'Give at least one part a weight above zero.');

  const divisions = weights.map((weight) => divideProduct(magnitude, weight, whole));
  const shares = divisions.map((division) => division.quotient);
  const left = magnitude - shares.reduce((all, share) => all + share, 0);
  const byRemainder = divisions.map((division, index) => ({index, remainder: division.remainder}));
  byRemainder.sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const {index} of byRemainder.slice(0, left)) shares[index] = (shares[index] || 0) + 1;
  return total < 0 ? shares.map((share) => (share === 0 ? 0 : -share)) : shares;
}
