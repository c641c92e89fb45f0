import type {Money} from '../../core/index.ts';

/** The sum of amounts in one currency; others are left out, a sum of two currencies says nothing. */
export function sumOf(amounts: readonly Money[], currency: string): Money {
  const minor = amounts.filter((amount) => amount.currency === currency).reduce((sum, {minor: one}) => sum + one, 0);
  return {minor, currency};
}
