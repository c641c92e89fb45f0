import {describe, expect, it} from 'vitest';
import {allocate} from './allocate.ts';

describe('allocate', () => {
  it.each([
    [10, [3, 3, 1], [4, 4, 2]],
    [100, [1, 1, 1], [34, 33, 33]],
    [1, [1, 1], [1, 0]],
    [5, [0, 1, 0], [0, 5, 0]],
    [0, [1, 2], [0, 0]],
    [-10, [3, 3, 1], [-4, -4, -2]],
    [3000, [2000, 3695], [1054, 1946]],
    [2, [7, 5, 1, 1], [1, 1, 0, 0]],
  ])('splits %i over %j into %j', (total, weights, shares) => {
    expect(allocate(total, weights)).toEqual(shares);
  });

  it('splits hundreds of billions of rupiah exactly', () => {
    expect(allocate(90_000_000_000_001, [50_000_000_000_000, 50_000_000_000_000])).toEqual([
      45_000_000_000_001, 45_000_000_000_000,
    ]);
  });

  it('refuses weights that mean nothing', () => {
    expect(() => allocate(5, [0, 0])).toThrow(
      `weights: [0,0] can't be used. Give at least one part a weight above zero.`,
    );
    expect(() => allocate(5, [])).toThrow('weights: []');
    expect(() => allocate(5, [2, -1])).toThrow('weights[1]: -1');
    expect(() => allocate(5, [0.5])).toThrow('weights[0]: "0.5"');
  });
});
