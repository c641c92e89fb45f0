import {describe, expect, it} from 'vitest';
import {share} from './lines.ts';
import {parseMinor, words} from './minor.ts';
import type {LineRecord, Pair} from './model.ts';
import {atRatioOf, portion, spread, ZERO} from './pair.ts';

const both = (amount: number): Pair => ({shop: amount, customer: amount});

describe('portion', () => {
  it('rounds half up, away from zero on both sides', () => {
    expect(portion(2900, 1, 3)).toBe(967);
    expect(portion(5, 1, 2)).toBe(3);
    expect(portion(-5, 1, 2)).toBe(-3);
    expect(portion(0, 7, 9)).toBe(0);
  });

  it('loses nothing where a product leaves the safe integers', () => {
    expect(portion(9_000_000_000_000, 299_999, 300_000)).toBe(8_999_970_000_000);
  });
});

describe('spread', () => {
  it('hands leftovers to the largest remainders, earlier ones first', () => {
    expect(spread(100, [1000, 1000, 1000])).toEqual([34, 33, 33]);
    expect(spread(10, [0, 1, 2])).toEqual([0, 3, 7]);
    expect(spread(5, [0, 0])).toEqual([0, 0]);
  });
});

describe('atRatioOf', () => {
  it('converts at the ratio of the reference and keeps equal sides without one', () => {
    expect(atRatioOf({shop: 4000, customer: 4400}, 550)).toEqual({shop: 500, customer: 550});
    expect(atRatioOf(ZERO, 550)).toEqual({shop: 550, customer: 550});
  });
});

describe('share of a line', () => {
  const line: LineRecord = {
    id: 'gid://shopify/LineItem/1',
    title: 'Mug',
    variantTitle: null,
    sku: null,
    vendor: null,
    quantity: 3,
    unitPrice: both(1000),
    discounts: [{scope: 'cart', title: 'WELKOM', amount: both(100)}],
    taxes: [],
    duties: [],
    requiresShipping: true,
    taxable: true,
    giftCard: false,
    properties: [],
  };

  it('rounds each refund on its own and gives the last units the rest', () => {
    const whole = both(2900);
    expect(share(whole, line, 1, {quantity: 0, amount: ZERO})).toEqual(both(967));
    expect(share(whole, line, 1, {quantity: 1, amount: both(967)})).toEqual(both(967));
    expect(share(whole, line, 1, {quantity: 2, amount: both(1934)})).toEqual(both(966));
    expect(share(whole, line, 3, {quantity: 0, amount: ZERO})).toEqual(both(2900));
  });
});

describe('amounts', () => {
  it('reads decimal strings exactly and refuses more digits than the currency has', () => {
    expect(parseMinor('12.5', 'EUR')).toBe(1250);
    expect(parseMinor('10.000', 'KWD')).toBe(10_000);
    expect(parseMinor('1000.0', 'JPY')).toBe(1000);
    expect(parseMinor('0.005', 'EUR')).toBeUndefined();
    expect(parseMinor('100.5', 'JPY')).toBeUndefined();
    expect(parseMinor('ten', 'EUR')).toBeUndefined();
  });

  it('writes them as Shopify does in messages', () => {
    expect(words(2500, 'CAD')).toBe('$25.00');
    expect(words(123_456, 'EUR')).toBe('€1,234.56');
    expect(words(1000, 'JPY')).toBe('¥1,000');
    expect(words(10_000, 'KWD')).toBe('KWD 10.000');
  });
});
