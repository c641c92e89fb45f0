import {describe, expect, it} from 'vitest';
import {convert, invert, parseRatio, percentOf, ratioOf} from './ratio.ts';

const money = (minor: number, currency: string) => ({minor, currency});

describe('parseRatio', () => {
  it.each([
    ['1.1', 11, 10],
    ['12.5', 25, 2],
    ['0.00613', 613, 100_000],
    ['0', 0, 1],
    ['100.00', 100, 1],
    ['17345.67', 1_734_567, 100],
  ])('reads %j', (text, numerator, denominator) => {
    expect(parseRatio(text)).toEqual({numerator, denominator});
  });

  it.each(['', '-1', '1,1', '1e3', '.5', '1.', '1234567890123456', '0.1234567890123456'])('refuses %j', (text) => {
    expect(() => parseRatio(text, 'choices.dayRate.value')).toThrow(`choices.dayRate.value: "${text}" can't be used.`);
  });
});

describe('ratioOf', () => {
  it('is units of the customer’s currency for one of the shop’s', () => {
    expect(ratioOf({shop: money(4000, 'EUR'), presentment: money(4400, 'USD')})).toEqual({
      numerator: 11,
      denominator: 10,
    });
  });

  it('accounts for the digits of both currencies', () => {
    // 10.00 EUR = 1,630 JPY; 10.00 EUR = 3.300 KWD; 3.300 KWD = 1,630 JPY
    expect(ratioOf({shop: money(1000, 'EUR'), presentment: money(1630, 'JPY')})).toEqual({
      numerator: 163,
      denominator: 1,
    });
    expect(ratioOf({shop: money(1000, 'EUR'), presentment: money(3300, 'KWD')})).toEqual({
      numerator: 33,
      denominator: 100,
    });
    expect(ratioOf({shop: money(3300, 'KWD'), presentment: money(1630, 'JPY')})).toEqual({
      numerator: 16300,
      denominator: 33,
    });
  });

  it('needs amounts above zero', () => {
    expect(() => ratioOf({shop: money(0, 'EUR'), presentment: money(1, 'USD')})).toThrow('rate: "1/0"');
  });
});

describe('convert', () => {
  const rate = {numerator: 11, denominator: 10};

  it('rounds once, as asked', () => {
    expect(convert(money(745, 'EUR'), rate, 'USD', 'up')).toEqual(money(820, 'USD'));
    expect(convert(money(745, 'EUR'), rate, 'USD', 'down')).toEqual(money(819, 'USD'));
    expect(convert(money(820, 'USD'), invert(rate), 'EUR', 'halfUp')).toEqual(money(745, 'EUR'));
  });

  it('crosses between currencies of different digits', () => {
    expect(convert(money(745, 'EUR'), {numerator: 163, denominator: 1}, 'JPY', 'up')).toEqual(money(1215, 'JPY'));
    expect(convert(money(1630, 'JPY'), {numerator: 33, denominator: 16300}, 'KWD', 'halfUp')).toEqual(
      money(3300, 'KWD'),
    );
    expect(convert(money(10_000_000, 'EUR'), {numerator: 1_830_055, denominator: 100}, 'IDR', 'halfUp')).toEqual(
      money(183_005_500_000, 'IDR'),
    );
  });

  it('brings a pair of hundreds of billions back to itself', () => {
    const pair = {shop: money(45_123_456_789, 'KWD'), presentment: money(90_000_000_000_001, 'IDR')};
    expect(convert(pair.shop, ratioOf(pair), 'IDR', 'down')).toEqual(pair.presentment);
  });

  it('can not turn a rate of zero around', () => {
    expect(() => invert(parseRatio('0'))).toThrow('rate: 0');
  });
});

describe('percentOf', () => {
  it.each([
    [1999, '15', 'down', 299],
    [1999, '10', 'up', 200],
    [1999, '10', 'down', 199],
    [1000, '12.5', 'up', 125],
    [1, '0', 'up', 0],
    [90_000_000_000_001, '33.333', 'halfUp', 29_999_700_000_000],
  ] as const)('%i × %s %% %s = %i', (minor, percent, rounding, expected) => {
    expect(percentOf(money(minor, 'EUR'), percent, rounding)).toEqual(money(expected, 'EUR'));
  });

  it('names the field of a bad percentage', () => {
    expect(() => percentOf(money(1, 'EUR'), '10%', 'up', 'recipe.parts[0].amount.value')).toThrow(
      'recipe.parts[0].amount.value: "10%"',
    );
  });
});
