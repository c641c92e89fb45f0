import {describe, expect, it} from 'vitest';
import {parseMoney, parseSigned, toDecimal} from './decimal.ts';

describe('parseMoney', () => {
  it.each([
    ['7.45', 'EUR', 745],
    ['12.0', 'EUR', 1200],
    ['12', 'EUR', 1200],
    ['0.5', 'EUR', 50],
    ['007.45', 'EUR', 745],
    ['1200.0', 'JPY', 1200],
    ['967', 'JPY', 967],
    ['10.000', 'KWD', 10000],
    ['10.0', 'KWD', 10000],
    ['1.2500', 'EUR', 125],
    ['900000000000.00', 'IDR', 90_000_000_000_000],
    ['90071992547409.91', 'EUR', 9_007_199_254_740_991],
  ])('reads %j %s', (text, currency, minor) => {
    expect(parseMoney(text, currency)).toEqual({minor, currency});
  });

  it.each([
    ['7.455', 'EUR', 'Write at most 2 digits after the point: EUR has no smaller unit.'],
    ['100.5', 'JPY', 'Write a whole number: JPY has no smaller unit.'],
    ['1.0001', 'KWD', 'Write at most 3 digits after the point: KWD has no smaller unit.'],
    ['-1.00', 'EUR', 'Write an amount of zero or more, for example 7.45.'],
    ['+1.00', 'EUR', 'Write digits with a point before the decimals and nothing else, for example 7.45.'],
    ['7,45', 'EUR', 'Write digits with a point before the decimals and nothing else, for example 7.45.'],
    ['1e3', 'JPY', 'Write digits with a point before the decimals and nothing else, for example 7.'],
    [' 7.45', 'EUR', 'Write digits with a point before the decimals and nothing else, for example 7.45.'],
    ['7.45\n', 'EUR', 'Write digits with a point before the decimals and nothing else, for example 7.45.'],
    ['.5', 'KWD', 'Write digits with a point before the decimals and nothing else, for example 7.450.'],
    ['', 'EUR', 'Write digits with a point before the decimals and nothing else, for example 7.45.'],
    ['90071992547409.92', 'EUR', 'Write an amount below 9007199254740991 minor units.'],
  ])('refuses %j %s', (text, currency, fix) => {
    expect(() => parseMoney(text, currency, 'choices.amounts.goodwill')).toThrow(
      `choices.amounts.goodwill: "${text}" can't be used. ${fix}`,
    );
  });

  it('refuses a number, which is a float already', () => {
    expect(() => parseMoney(7.45, 'EUR')).toThrow(`amount: 7.45 can't be used. Write it as text, for example "7.45".`);
    expect(() => parseMoney(undefined, 'EUR')).toThrow('amount: is missing. Write it as text');
  });
});

describe('parseSigned', () => {
  it('reads both sides of zero', () => {
    expect(parseSigned('-2.22', 'EUR')).toEqual({minor: -222, currency: 'EUR'});
    expect(parseSigned('2.22', 'EUR')).toEqual({minor: 222, currency: 'EUR'});
    expect(Object.is(parseSigned('-0.00', 'EUR').minor, 0)).toBe(true);
  });

  it('refuses two signs', () => {
    expect(() => parseSigned('--2.22', 'EUR')).toThrow('"--2.22"');
  });
});

describe('toDecimal', () => {
  it.each([
    [745, 'EUR', '7.45'],
    [5, 'EUR', '0.05'],
    [0, 'EUR', '0.00'],
    [-5, 'EUR', '-0.05'],
    [967, 'JPY', '967'],
    [10000, 'KWD', '10.000'],
    [90_000_000_000_000, 'IDR', '900000000000.00'],
  ])('writes %i %s', (minor, currency, text) => {
    expect(toDecimal({minor, currency})).toBe(text);
  });
});
