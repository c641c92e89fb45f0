import * as dinero from 'dinero.js';
import {EUR} from 'dinero.js/currencies';
import {describe, expect, it} from 'vitest';
import {dineroWork, ownWork} from './allocation.ts';

describe('the work that is compared', () => {
  it('is the same: 1.00 off three lines of 10.00, then 15 %', () => {
    const own = ownWork(
      [1000, 1000, 1000].map((minor) => ({minor, currency: 'EUR'})),
      {minor: 100, currency: 'EUR'},
    );
    const theirs = dineroWork(
      [1000, 1000, 1000].map((amount) => dinero.dinero({amount, currency: EUR})),
      dinero.dinero({amount: 100, currency: EUR}),
    );
    // 9.66, 9.67 and 9.67 are left: fees of 1.45 each, half up.
    expect(own).toEqual({minor: 435, currency: 'EUR'});
    expect(dinero.toSnapshot(theirs)).toMatchObject({amount: 435, scale: 2});
  });
});
