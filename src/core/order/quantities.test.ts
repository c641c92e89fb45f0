import {describe, expect, it} from 'vitest';
import {presetByHandle} from '../recipe/index.ts';
import {selectedQuantities} from './quantities.ts';
import {snapshot, snapshotLine} from './snapshot.fixture.ts';

const order = snapshot({
  lines: [
    snapshotLine({id: 'a', unfulfilled: 2, refundable: 3}),
    snapshotLine({id: 'b', unfulfilled: 3, refundable: 1}),
    snapshotLine({id: 'c', refundable: 0}),
  ],
});

const selected = (handle: string, quantities?: Record<string, number>) => [
  ...selectedQuantities(order, presetByHandle(handle), quantities ? {quantities} : {}),
];

describe('selectedQuantities', () => {
  it("follows the recipe's selection", () => {
    expect(selected('full-refund')).toEqual([
      ['a', 3],
      ['b', 1],
    ]);
    expect(selected('chosen-items')).toEqual([]);
    expect(selected('cancel-remainder')).toEqual([
      ['a', 2],
      ['b', 1],
    ]);
    expect(selected('shipping-only')).toEqual([]);
  });

  it('lets choices win, line by line', () => {
    expect(selected('full-refund', {a: 1})).toEqual([
      ['a', 1],
      ['b', 1],
    ]);
    expect(selected('chosen-items', {b: 5, a: 0})).toEqual([['b', 5]]);
    expect(selected('shipping-only', {a: 1})).toEqual([]);
  });

  it('refuses lines and quantities that can not be', () => {
    expect(() => selected('full-refund', {z: 1})).toThrow(
      `choices.quantities.z: "z" can't be used. Name a line of order #1001.`,
    );
    expect(() => selected('full-refund', {a: -1})).toThrow('choices.quantities.a: -1');
    expect(() => selected('full-refund', {a: 1.5})).toThrow('choices.quantities.a: 1.5');
  });
});
