import {describe, expect, it} from 'vitest';
import {availableUnits, lineEntitlement, lineWorth} from './lines.ts';
import {pair, snapshotLine} from './snapshot.fixture.ts';

const eur = (minor: number) => ({minor, currency: 'EUR'});

/** The line after `units` were refunded and reported as `subtotal` and `tax`. */
const after = (units: number, subtotal: number, tax: number) =>
  snapshotLine({refundable: 3 - units, refunded: {quantity: units, subtotal: pair(subtotal), tax: pair(tax)}});

describe('lineEntitlement', () => {
  it('brings thirds of 29.00 as 9.67, 9.66 and 9.67', () => {
    expect(lineEntitlement(snapshotLine(), 1, 'subtotal')).toEqual(eur(967));
    expect(lineEntitlement(after(1, 967, 168), 1, 'subtotal')).toEqual(eur(966));
    expect(lineEntitlement(after(2, 1933, 335), 1, 'subtotal')).toEqual(eur(967));
    expect(lineEntitlement(snapshotLine(), 3, 'subtotal')).toEqual(eur(2900));
    expect(lineEntitlement(after(2, 1933, 335), 1, 'tax')).toEqual(eur(168));
  });

  it('takes the share of earlier units where Shopify reports nothing', () => {
    expect(lineEntitlement(after(2, 0, 0), 1, 'subtotal')).toEqual(eur(967));
  });

  it('gives no money for units that an edit removed', () => {
    expect(lineEntitlement(snapshotLine({refundable: 2}), 2, 'subtotal')).toEqual(eur(1933));
    const oneRemovedOneRefunded = snapshotLine({
      refundable: 1,
      refunded: {quantity: 1, subtotal: pair(967), tax: pair(168)},
    });
    expect(lineEntitlement(oneRemovedOneRefunded, 1, 'subtotal')).toEqual(eur(967));
  });

  it('makes up for an earlier refund of less, and never goes below zero after one of more', () => {
    expect(lineEntitlement(after(1, 900, 150), 2, 'subtotal')).toEqual(eur(2000));
    expect(lineEntitlement(after(2, 2950, 510), 1, 'subtotal')).toEqual(eur(0));
  });

  it('refuses more units than are left', () => {
    expect(() => lineEntitlement(after(2, 1933, 335), 2, 'subtotal')).toThrow('units: 4');
    expect(lineEntitlement(after(3, 2900, 503), 0, 'subtotal')).toEqual(eur(0));
  });
});

describe('lineWorth', () => {
  it('adds the tax where prices do not hold it', () => {
    expect(lineWorth(snapshotLine(), 1, true)).toEqual(eur(967));
    expect(lineWorth(snapshotLine(), 1, false)).toEqual(eur(1135));
  });
});

describe('availableUnits', () => {
  it('leaves out what stands on an open return', () => {
    expect(availableUnits(snapshotLine({onOpenReturn: 1}))).toBe(2);
    expect(availableUnits(snapshotLine({refundable: 1, onOpenReturn: 2}))).toBe(0);
  });
});
