import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {
  InputError,
  allocate,
  convert,
  cumulativeShare,
  digitsOf,
  lineEntitlement,
  mulDiv,
  parseMoney,
  ratioOf,
  toDecimal,
  type Rounding,
} from '../../src/core/index.ts';

const MAX = Number.MAX_SAFE_INTEGER;
const anySafe = fc.oneof(fc.maxSafeInteger(), fc.integer(), fc.constantFrom(0, 1, -1, MAX, -MAX, 2 ** 52, 2 ** 26));
const positive = fc.oneof(fc.integer({min: 1, max: MAX}), fc.integer({min: 1, max: 10_000}));
const rounding = fc.constantFrom<Rounding>('down', 'up', 'halfUp');

/** The same by BigInt, which core may not use. */
function mulDivByBigInt(a: number, b: number, c: number, mode: Rounding): bigint {
  const product = BigInt(a) * BigInt(b);
  const negative = product < 0n !== c < 0;
  const magnitude = product < 0n ? -product : product;
  const divisor = BigInt(Math.abs(c));
  const rest = magnitude % divisor;
  const up = rest > 0n && (mode === 'up' || (mode === 'halfUp' && rest * 2n >= divisor));
  const quotient = magnitude / divisor + (up ? 1n : 0n);
  return negative ? -quotient : quotient;
}

function outcome<Value>(act: () => Value): Value | string {
  try {
    return act();
  } catch (error) {
    return error instanceof InputError ? 'InputError' : String(error);
  }
}

describe('mulDiv', () => {
  it('is exact, and refuses a result beyond the safe range', () => {
    fc.assert(
      fc.property(
        anySafe,
        anySafe,
        fc.oneof(
          positive,
          positive.map((c) => -c),
        ),
        rounding,
        (a, b, c, mode) => {
          const exact = mulDivByBigInt(a, b, c, mode);
          const fits = exact <= BigInt(MAX) && exact >= -BigInt(MAX);
          expect(outcome(() => BigInt(mulDiv(a, b, c, mode)))).toBe(fits ? exact : 'InputError');
        },
      ),
      {numRuns: 5000},
    );
  });
});

const amount = fc.oneof(fc.integer({min: -1_000_000, max: 1_000_000}), fc.integer({min: 0, max: 90_000_000_000_000}));
const weights = fc
  .array(fc.oneof(fc.nat(10), fc.nat(1_000_000_000_000)), {minLength: 1, maxLength: 40})
  .filter((list) => list.some((weight) => weight > 0));

describe('allocate', () => {
  it('adds up, and every share is less than a unit from the exact one', () => {
    fc.assert(
      fc.property(amount, weights, (total, list) => {
        const shares = allocate(total, list);
        const whole = list.reduce((all, weight) => all + BigInt(weight), 0n);
        expect(shares.reduce((all, share) => all + share, 0)).toBe(total);
        shares.forEach((share, index) => {
          const gap = BigInt(share) * whole - BigInt(total) * BigInt(list[index] ?? 0);
          expect((gap < 0n ? -gap : gap) < whole).toBe(true);
        });
      }),
    );
  });

  it('does not depend on the order of the weights, but for ties', () => {
    fc.assert(
      fc.property(
        amount,
        fc.uniqueArray(fc.integer({min: 1, max: 1_000_000}), {minLength: 1, maxLength: 12}),
        fc.infiniteStream(fc.nat()),
        (total, list, keys) => {
          const shuffled = list
            .map((weight) => ({weight, key: keys.next().value}))
            .toSorted((a, b) => a.key - b.key)
            .map(({weight}) => weight);
          const [before, after] = [allocate(total, list), allocate(total, shuffled)];
          const moved = list.map((weight, index) =>
            Math.abs((before[index] ?? 0) - (after[shuffled.indexOf(weight)] ?? 0)),
          );
          // Position decides between equal remainders alone, and then about a single unit.
          const whole = list.reduce((all, weight) => all + weight, 0);
          const rests = list.map((weight) => (BigInt(Math.abs(total)) * BigInt(weight)) % BigInt(whole));
          expect(Math.max(...moved)).toBeLessThanOrEqual(new Set(rests).size === rests.length ? 0 : 1);
        },
      ),
    );
  });

  it('mirrors negative totals and gives nothing to zero weights', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), weights, (total, list) => {
        const shares = allocate(total, list);
        expect(allocate(-total, list).map((share) => Math.abs(share))).toEqual(shares);
        expect(shares.filter((share, index) => list[index] === 0 && share !== 0)).toEqual([]);
      }),
    );
  });
});

describe('cumulativeShare', () => {
  it('brings the same in any number of steps as at once, within a unit at each of them', () => {
    fc.assert(
      fc.property(
        fc.nat(90_000_000_000_000),
        fc.array(fc.integer({min: 1, max: 20}), {minLength: 1, maxLength: 20}),
        (total, steps) => {
          const whole = steps.reduce((all, step) => all + step, 0);
          let [units, paid] = [0, 0];
          for (const step of steps) {
            units += step;
            const more = cumulativeShare(total, units, whole) - paid;
            expect(Math.abs(more - (total * step) / whole)).toBeLessThan(1.5);
            paid += more;
          }
          expect(paid).toBe(total);
        },
      ),
    );
  });
});

describe('lineEntitlement', () => {
  it('brings the same unit by unit as at once, with honest and with silent reports', () => {
    const pair = (minor: number) => ({shop: {minor, currency: 'EUR'}, presentment: {minor, currency: 'EUR'}});
    fc.assert(
      fc.property(
        fc.nat(100_000_000),
        fc.array(fc.integer({min: 1, max: 5}), {minLength: 1, maxLength: 8}),
        fc.boolean(),
        (total, steps, reported) => {
          const quantity = steps.reduce((all, step) => all + step, 0);
          let [units, paid] = [0, 0];
          for (const step of steps) {
            const line = {
              id: 'a',
              name: 'a',
              sku: null,
              quantity,
              refundable: quantity - units,
              unfulfilled: 0,
              restockable: true,
              discounted: pair(total),
              tax: pair(0),
              duties: [],
              refunded: {quantity: units, subtotal: pair(reported ? paid : 0), tax: pair(0)},
              onOpenReturn: 0,
            };
            paid += lineEntitlement(line, step, 'subtotal').minor;
            units += step;
          }
          expect(paid).toBe(total);
        },
      ),
    );
  });
});

const currency = fc.constantFrom('EUR', 'JPY', 'KWD', 'IDR', 'USD', 'CLF', 'BHD', 'XOF', 'HUF');

describe('decimal strings', () => {
  it('parse back to what they were written from', () => {
    fc.assert(
      fc.property(fc.nat(MAX), currency, (minor, code) => {
        expect(parseMoney(toDecimal({minor, currency: code}), code)).toEqual({minor, currency: code});
        expect(toDecimal({minor, currency: code}).split('.')[1]?.length ?? 0).toBe(digitsOf(code));
      }),
    );
  });
});

describe('conversion', () => {
  it('brings a pair to itself at its own rate', () => {
    fc.assert(
      fc.property(
        fc.integer({min: 1, max: 900_000_000_000}),
        fc.integer({min: 1, max: 900_000_000_000}),
        currency,
        currency,
        (a, b, from, to) => {
          const pair = {shop: {minor: a, currency: from}, presentment: {minor: b, currency: to}};
          expect(convert(pair.shop, ratioOf(pair), to, 'down')).toEqual(pair.presentment);
        },
      ),
    );
  });
});
