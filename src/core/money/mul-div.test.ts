import {describe, expect, it} from 'vitest';
import {InputError} from '../errors.ts';
import {mulDiv} from './mul-div.ts';

const MAX = Number.MAX_SAFE_INTEGER;

describe('mulDiv', () => {
  it.each([
    [7, 1, 2, 'down', 3],
    [7, 1, 2, 'up', 4],
    [7, 1, 2, 'halfUp', 4],
    [-7, 1, 2, 'down', -3],
    [-7, 1, 2, 'up', -4],
    [-7, 1, 2, 'halfUp', -4],
    [7, -1, -2, 'halfUp', 4],
    [7, 1, -2, 'down', -3],
    [10, 1, 3, 'halfUp', 3],
    [11, 1, 3, 'halfUp', 4],
    [6, 1, 3, 'up', 2],
    [0, 5, 3, 'up', 0],
  ] as const)('%i × %i ÷ %i %s = %i', (a, b, c, rounding, expected) => {
    expect(mulDiv(a, b, c, rounding)).toBe(expected);
  });

  it('never answers minus zero', () => {
    expect(Object.is(mulDiv(-1, 1, 3, 'down'), 0)).toBe(true);
    expect(Object.is(mulDiv(0, 1, -3, 'down'), 0)).toBe(true);
  });

  it('is exact where the product has 106 bits', () => {
    expect(mulDiv(MAX, MAX, MAX, 'down')).toBe(MAX);
    expect(mulDiv(MAX - 1, MAX, MAX - 1, 'up')).toBe(MAX);
    // 9007199254740991 · 9007199254740990 ÷ 9007199254740989 = 9007199254740992.0…: one too many.
    expect(() => mulDiv(MAX, MAX - 1, MAX - 2, 'down')).toThrow(InputError);
    // 900 billion rupiah, two thirds of it.
    expect(mulDiv(90_000_000_000_001, 66_666_666_666_667, 100_000_000_000_000, 'halfUp')).toBe(60_000_000_000_001);
  });

  it('refuses what it can not do exactly', () => {
    expect(() => mulDiv(MAX, 2, 1, 'down')).toThrow(InputError);
    expect(() => mulDiv(0.5, 2, 1, 'down')).toThrow(InputError);
    expect(() => mulDiv(1, NaN, 1, 'down')).toThrow(InputError);
    expect(() => mulDiv(1, 1, 0, 'down')).toThrow("divisor: 0 can't be used.");
  });
});
