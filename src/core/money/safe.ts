import {InputError} from '../errors.ts';

/**
 * The number itself, when it is an integer that a double holds exactly (up to 9,007,199,254,740,991 either way).
 * @throws InputError otherwise: a wrong amount must never pass as a nearby one
 */
export function safe(value: number, field = 'amount'): number {
  if (!Number.isSafeInteger(value)) {
    throw new InputError(
      field,
      String(value),
      `Use whole minor units between ${Number.MIN_SAFE_INTEGER} and ${Number.MAX_SAFE_INTEGER}.`,
    );
  }
  return value === 0 ? 0 : value;
}
