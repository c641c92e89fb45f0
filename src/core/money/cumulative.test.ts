import {describe, expect, it} from 'vitest';
import {cumulativeShare} from './cumulative.ts';

describe('cumulativeShare', () => {
  it('gives thirds of 29.00 as 9.67, 9.66 and 9.67', () => {
    const soFar = [0, 1, 2, 3].map((units) => cumulativeShare(2900, units, 3));
    expect(soFar).toEqual([0, 967, 1933, 2900]);
    expect(soFar.slice(1).map((amount, index) => amount - (soFar[index] ?? 0))).toEqual([967, 966, 967]);
  });

  it('refuses more units than there are', () => {
    expect(() => cumulativeShare(2900, 4, 3)).toThrow(`units: 4 can't be used. Use a whole number from 0 to 3.`);
    expect(() => cumulativeShare(2900, -1, 3)).toThrow('units: -1');
    expect(() => cumulativeShare(2900, 0, 0)).toThrow('divisor: 0');
  });
});
