import {InputError} from '../errors.ts';
import {safe} from './safe.ts';
import type {Rounding} from './types.ts';

/** The whole part and the rest of a division, both at or above zero; `remainder` is below the divisor. */
export interface Division {
  readonly quotient: number;
  readonly remainder: number;
}

/**
 * `a · b ÷ c` as quotient and remainder, exact although `a · b` may need 106 bits: the running quotient and remainder
 * together are the double-width intermediate, and neither ever leaves the safe range.
 * @param a at or above zero, `b` too, `c` above zero; safe integers
 * @throws InputError when the quotient is beyond the safe range
 */
export function divideProduct(a: number, b: number, c: number): Division {
  const product = a * b;
  if (product <= Number.MAX_SAFE_INTEGER) return {quotient: (product - (product % c)) / c, remainder: product % c};
  const restA = a % c;
  const restB = b % c;
  const wholeA = (a - restA) / c;
  const wholeB = (b - restB) / c;
  const rest = divideSmall(restA, restB, c);
  // a·b/c = (a/c)·b + (b/c)·(a mod c) + (a mod c)·(b mod c)/c
  return {
    quotient: safe(safe(wholeA * b) + safe(wholeB * restA) + rest.quotient),
    remainder: rest.remainder,
  };
}

/** The same for `a` and `b` below `c`: doubles and adds, one bit of `b` at a time, taking `c` out before it can overflow. */
function divideSmall(a: number, b: number, c: number): Division {
  let quotient = 0;
  let remainder = 0;
  let left = b;
  for (let bit = 2 ** 52; bit >= 1; bit /= 2) {
    quotient *= 2;
    if (remainder >= c - remainder) {
      remainder -= c - remainder;
      quotient += 1;
    } else remainder *= 2;
    if (left < bit) continue;
    left -= bit;
    if (remainder >= c - a) {
      remainder -= c - a;
      quotient += 1;
    } else remainder += a;
  }
  return {quotient, remainder};
}

/**
 * `a · b ÷ c`, exact and rounded once: the only multiply-divide of money in core.
 * `down` goes towards zero, `up` away from zero, `halfUp` to the nearest with ties away from zero.
 * @param a safe integer, `b` too; `c` is a safe integer other than zero
 * @throws InputError when an operand is no safe integer, `c` is zero, or the result is beyond the safe range
 */
export function mulDiv(a: number, b: number, c: number, rounding: Rounding): number {
  const divisor = Math.abs(safe(c));
  if (divisor === 0) throw new InputError('divisor', 0, 'Divide by a whole number other than zero.');
  const {quotient, remainder} = divideProduct(Math.abs(safe(a)), Math.abs(safe(b)), divisor);
  const up = remainder > 0 && (rounding === 'up' || (rounding === 'halfUp' && remainder >= divisor - remainder));
  const magnitude = safe(up ? quotient + 1 : quotient);
  const negative = a < 0 !== (b < 0 !== c < 0);
  return negative && magnitude !== 0 ? -magnitude : magnitude;
}
