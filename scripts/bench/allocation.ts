import * as dinero from 'dinero.js';
import {EUR} from 'dinero.js/currencies';
import {allocate, type Money, percentOf, subtract, sum} from '../../src/core/index.ts';
import {compareRates, type Rate} from './measure.ts';

const CURRENCY = 'EUR';
const FEE_PERCENT = '15';

/** Prices between 1.00 and 100.00, the same in every run. */
function prices(lines: number): number[] {
  return Array.from({length: lines}, (_unused, index) => 100 + ((index * 7919) % 9901));
}

/** An order discount over the lines in proportion to their price, a 15 % fee on what is left of each line (half up), the sum. */
export function ownWork(amounts: readonly Money[], discount: Money): Money {
  const shares = allocate(
    discount.minor,
    amounts.map(({minor}) => minor),
  );
  const fees = amounts.map((amount, index) => {
    const left = subtract(amount, {minor: shares[index] ?? 0, currency: CURRENCY});
    return percentOf(left, FEE_PERCENT, 'halfUp');
  });
  return sum(fees, CURRENCY);
}

type Amount = dinero.Dinero<number>;

/** The same with dinero.js: its `allocate`, then multiply by 0.15 at scale 2 and back to cents, half up. */
export function dineroWork(amounts: readonly Amount[], discount: Amount): Amount {
  const shares = dinero.allocate(
    discount,
    amounts.map((amount) => dinero.toSnapshot(amount).amount),
  );
  const fees = amounts.map((amount, index) => {
    const left = dinero.subtract(amount, shares[index] ?? discount);
    return dinero.transformScale(dinero.multiply(left, {amount: Number(FEE_PERCENT), scale: 2}), 2, dinero.halfUp);
  });
  return fees.reduce((total, fee) => dinero.add(total, fee));
}

export interface AllocationResult {
  readonly lines: number;
  readonly own: Rate;
  readonly dinero: Rate;
}

/** Both, side by side in one run, on the same amounts. */
export function benchAllocation(lines: number): AllocationResult {
  const minors = prices(lines);
  const discount = 1_234;
  const ownAmounts = minors.map((minor): Money => ({minor, currency: CURRENCY}));
  const ownDiscount = {minor: discount, currency: CURRENCY};
  const theirAmounts = minors.map((amount) => dinero.dinero({amount, currency: EUR}));
  const theirDiscount = dinero.dinero({amount: discount, currency: EUR});
  const rates = compareRates({
    own: () => ownWork(ownAmounts, ownDiscount),
    dinero: () => dineroWork(theirAmounts, theirDiscount),
  });
  return {lines, ...rates};
}
