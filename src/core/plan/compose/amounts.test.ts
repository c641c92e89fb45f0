import {describe, expect, it} from 'vitest';
import {ALL_ITEMS, LABEL, codes, order, pair, plan, recipe, short} from '../order.fixture.ts';
import type {RecipePart} from '../../recipe/types.ts';

const typed: RecipePart = {kind: 'returnLabel', amount: {type: 'entered'}, cap: '10.00'};
const usd = order({
  currency: 'USD',
  total: pair(4400, 'USD', {minor: 4000, currency: 'EUR'}),
  received: pair(4400, 'USD', {minor: 4000, currency: 'EUR'}),
  netPayment: pair(4400, 'USD', {minor: 4000, currency: 'EUR'}),
  lines: [],
  shipping: [],
  shippingRefunded: pair(0, 'USD', {minor: 0, currency: 'EUR'}),
});
const receipt: RecipePart = {kind: 'returnLabel', amount: {type: 'fixed', value: '7.45'}, currency: 'shop'};
const dayRate = (value: string) => ({dayRate: {value, source: 'typed' as const, at: '2026-11-22T10:00:00Z'}});

describe('amounts', () => {
  it('stops while an amount still has to be typed', () => {
    expect(plan(order(), recipe([typed])).stops).toEqual([{code: 'amountMissing', kind: 'returnLabel'}]);
    expect(plan(order(), recipe([typed]), {amounts: {returnLabel: ''}}).stops).toEqual([
      {code: 'amountMissing', kind: 'returnLabel'},
    ]);
  });

  it('refuses what is malformed, too precise or beyond the recipe’s cap, by its field', () => {
    const field = 'choices.amounts.returnLabel: ';
    for (const [text, fix] of [
      ['-1', 'Write an amount of zero or more'],
      ['7.455', 'EUR has no smaller unit'],
      ['7,45', 'Write digits with a point'],
      ['10.01', 'Write at most 10.00 EUR'],
    ] as const) {
      const trial = () => plan(order(), recipe([typed]), {amounts: {returnLabel: text}});
      expect(trial).toThrow(field);
      expect(trial).toThrow(fix);
    }
  });

  it('refuses an amount for a part that the recipe lacks or sets itself', () => {
    expect(() => plan(order(), recipe([LABEL]), {amounts: {goodwill: '5'}})).toThrow('has no part "goodwill"');
    expect(() => plan(order(), recipe([LABEL]), {amounts: {returnLabel: '5'}})).toThrow('sets this amount itself');
  });

  it('caps a percentage at the recipe’s limit, and says what was asked', () => {
    const tenth = recipe([{kind: 'goodwill', amount: {type: 'percent', value: '10'}, cap: '3.00'}]);
    expect(plan(order(), tenth).components[0]).toMatchObject({
      amount: {minor: 300},
      cap: {code: 'recipeCap', asked: {minor: 500}},
    });
  });

  it('takes a gesture of the refunded items, else of what the customer keeps, rounded up', () => {
    const percent: RecipePart = {kind: 'goodwill', amount: {type: 'percent', value: '33.333'}};
    expect(plan(order(), recipe([percent])).totals.toCustomer.minor).toBe(1667);
    const half = {quantities: {'gid://shopify/LineItem/1': 1}};
    expect(plan(order(), recipe([ALL_ITEMS, percent]), half).totals.toCustomer.minor).toBe(2500 + 834);
  });

  it('refuses a chosen sum beyond what is left', () => {
    const some = order({netPayment: pair(2000)});
    expect(() => plan(some, 'chosen-amount', {amounts: {amount: '20.01'}})).toThrow('Write at most 20.00 EUR');
    expect(short(plan(some, 'chosen-amount', {amounts: {amount: '20.00'}}).legs)).toEqual([
      'refundToOriginalPayment 2000',
    ]);
  });

  it('brings a receipt in the shop’s currency to the customer at the sale’s rate, rounded up', () => {
    const result = plan(usd, recipe([receipt]));
    expect(result.components[0]).toMatchObject({
      amount: {minor: 820, currency: 'USD'},
      born: {amount: {minor: 745, currency: 'EUR'}, rate: {numerator: 11, denominator: 10}, rule: 'saleRate'},
    });
  });

  it('takes today’s rate where the rule says so, or the better one for the customer', () => {
    const amount = (rate: RecipePart['rate'], choices = {}) =>
      plan(usd, recipe([{...receipt, ...(rate ? {rate} : {})}]), choices).totals.toCustomer.minor;
    expect(amount('dayRate', dayRate('1.05'))).toBe(783);
    expect(amount('betterForCustomer', dayRate('1.05'))).toBe(820);
    expect(amount('betterForCustomer', dayRate('1.2'))).toBe(894);
    expect(amount('saleRate', dayRate('1.2'))).toBe(820);
  });

  it('never invents today’s rate', () => {
    const result = plan(usd, recipe([{...receipt, rate: 'dayRate'}]));
    expect(result.totals.toCustomer.minor).toBe(820);
    expect(codes(result.warnings)).toContain('dayRateUnknown');
  });
});
