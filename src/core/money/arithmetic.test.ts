import {describe, expect, it} from 'vitest';
import {add, compare, isZero, larger, negate, sameCurrency, smaller, subtract, sum, zero} from './index.ts';

const eur = (minor: number) => ({minor, currency: 'EUR'});
const usd = (minor: number) => ({minor, currency: 'USD'});

describe('arithmetic', () => {
  it('adds, subtracts and turns around', () => {
    expect(add(eur(695), eur(745))).toEqual(eur(1440));
    expect(subtract(eur(695), eur(745))).toEqual(eur(-50));
    expect(negate(eur(299))).toEqual(eur(-299));
    expect(Object.is(negate(eur(0)).minor, 0)).toBe(true);
    expect(sum([eur(967), eur(966), eur(967)], 'EUR')).toEqual(eur(2900));
    expect(sum([], 'JPY')).toEqual(zero('JPY'));
  });

  it('compares', () => {
    expect([compare(eur(1), eur(2)), compare(eur(2), eur(2)), compare(eur(3), eur(2))]).toEqual([-1, 0, 1]);
    expect(smaller(eur(1), eur(2))).toEqual(eur(1));
    expect(larger(eur(1), eur(2))).toEqual(eur(2));
    expect([isZero(eur(0)), isZero(eur(1))]).toEqual([true, false]);
  });

  it('never mixes currencies', () => {
    const message = `currency: "EUR and USD" can't be used. Use one currency, or convert first.`;
    for (const act of [add, subtract, compare, smaller, larger]) expect(() => act(eur(1), usd(1))).toThrow(message);
    expect(() => sum([usd(1)], 'EUR')).toThrow(message);
    expect(sameCurrency(eur(1), eur(2), eur(3))).toBe('EUR');
    expect(() => sameCurrency(eur(1), eur(2), usd(3))).toThrow(message);
  });

  it('refuses a result that a double does not hold exactly', () => {
    expect(() => add(eur(Number.MAX_SAFE_INTEGER), eur(1))).toThrow('amount: "9007199254740992"');
    expect(() => subtract(eur(-Number.MAX_SAFE_INTEGER), eur(1))).toThrow('amount: "-9007199254740992"');
  });
});
