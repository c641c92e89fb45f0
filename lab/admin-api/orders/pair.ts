/** Arithmetic on amounts in two currencies. Minor units in, minor units out; products go through BigInt, so nothing is lost on the way. */
import type {Pair} from './model.ts';

export const ZERO: Pair = {shop: 0, customer: 0};

export const plus = (a: Pair, b: Pair): Pair => ({shop: a.shop + b.shop, customer: a.customer + b.customer});
export const minus = (a: Pair, b: Pair): Pair => ({shop: a.shop - b.shop, customer: a.customer - b.customer});
export const times = (a: Pair, count: number): Pair => ({shop: a.shop * count, customer: a.customer * count});

export const sum = (amounts: readonly Pair[]): Pair => amounts.reduce(plus, ZERO);

export const sumOf = <T>(items: readonly T[], amount: (item: T) => Pair): Pair => sum(items.map(amount));

/** `amount × numerator / denominator`, half away from zero. Throws RangeError on a zero denominator. */
export function portion(amount: number, numerator: number, denominator: number): number {
  const product = BigInt(amount) * BigInt(numerator);
  const divisor = BigInt(denominator);
  const negative = product < 0n !== divisor < 0n;
  const [top, bottom] = [product < 0n ? -product : product, divisor < 0n ? -divisor : divisor];
  const rounded = Number((2n * top + bottom) / (2n * bottom));
  return negative && rounded !== 0 ? -rounded : rounded;
}

/** The same part of both currencies, each rounded on its own. */
export const portionOf = (amount: Pair, numerator: number, denominator: number): Pair => ({
  shop: portion(amount.shop, numerator, denominator),
  customer: portion(amount.customer, numerator, denominator),
});

/** A sum in the customer's currency with its shop side at the ratio of `reference`; equal sides where the reference is zero. */
export function atRatioOf(reference: Pair, customer: number): Pair {
  return {shop: reference.customer === 0 ? customer : portion(customer, reference.shop, reference.customer), customer};
}

/** Spreads `total` over the weights: floors first, then one unit each to the largest remainders, earlier ones first. */
export function spread(total: number, weights: readonly number[]): number[] {
  const whole = weights.reduce((a, b) => a + b, 0);
  if (whole === 0) return weights.map(() => 0);
  const exact = weights.map((weight) => BigInt(total) * BigInt(weight));
  const shares = exact.map((value) => Number(value / BigInt(whole)));
  const remainders = exact.map((value, index) => ({index, rest: Number(value % BigInt(whole))}));
  let left = total - shares.reduce((a, b) => a + b, 0);
  for (const {index} of remainders.toSorted((a, b) => b.rest - a.rest || a.index - b.index)) {
    if (left === 0) break;
    shares[index] = (shares[index] ?? 0) + 1;
    left -= 1;
  }
  return shares;
}

/** `spread` in both currencies. */
export function spreadPair(total: Pair, weights: readonly Pair[]): Pair[] {
  const shop = spread(
    total.shop,
    weights.map((weight) => weight.shop),
  );
  const customer = spread(
    total.customer,
    weights.map((weight) => weight.customer),
  );
  return weights.map((_, index) => ({shop: shop[index] ?? 0, customer: customer[index] ?? 0}));
}
