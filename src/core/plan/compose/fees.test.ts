import {describe, expect, it} from 'vitest';
import {ALL_ITEMS, codes, line, order, pair, plan, recipe} from '../order.fixture.ts';
import type {RecipePart} from '../../recipe/types.ts';

const poster = order({lines: [line({quantity: 1, refundable: 1, discounted: pair(1999), tax: pair(0)})], shipping: []});
const restocking: RecipePart = {kind: 'restockingFee', amount: {type: 'percent', value: '15'}};
const way: RecipePart = {kind: 'returnShippingFee', amount: {type: 'fixed', value: '5.00'}};

describe('fees', () => {
  it('round down and come off what the items bring', () => {
    const result = plan(poster, recipe([ALL_ITEMS, restocking]));
    expect(result.components.map((part) => [part.kind, part.class, part.amount.minor])).toEqual([
      ['items', 'owed', 1999],
      ['restockingFee', 'policy', -299],
    ]);
    expect(result.legs[0]).toMatchObject({
      amount: {minor: 1700},
      components: [
        {kind: 'items', amount: {minor: 1999}},
        {kind: 'restockingFee', amount: {minor: -299}},
      ],
    });
    expect(result.calls[0]).toMatchObject({discrepancyReason: 'RESTOCK'});
  });

  it('are never more than the items bring', () => {
    const dear = recipe([ALL_ITEMS, {kind: 'returnShippingFee', amount: {type: 'fixed', value: '25.00'}}, restocking]);
    const result = plan(poster, dear);
    expect(result.components[1]).toMatchObject({
      amount: {minor: -1999},
      cap: {code: 'itemsValue', asked: {minor: 2500}},
    });
    expect(result.stops).toEqual([{code: 'nothingPaid'}]);
  });

  it('may be typed up to what the items bring', () => {
    const typed = recipe([ALL_ITEMS, {kind: 'returnShippingFee', amount: {type: 'entered'}}]);
    const minus = (text: string) => plan(poster, typed, {amounts: {returnShippingFee: text}}).totals.toCustomer.minor;
    expect(minus('19.98')).toBe(1);
    expect(() => minus('20.00')).toThrow(
      'choices.amounts.returnShippingFee: "20.00" can\'t be used. Write at most 19.99 EUR: a fee is never more than the items bring.',
    );
  });

  it('leave shipping alone', () => {
    const whole = recipe([
      ALL_ITEMS,
      {kind: 'shipping', amount: {type: 'remaining'}},
      {...way, amount: {type: 'fixed', value: '60.00'}},
    ]);
    expect(plan(order(), whole).totals.toCustomer.minor).toBe(695);
  });

  it('take no restocking fee on a withdrawal, but the way back', () => {
    const result = plan(poster, recipe([ALL_ITEMS, restocking, way]), {ground: 'withdrawal'});
    expect(result.totals.toCustomer.minor).toBe(1499);
    expect(codes(result.warnings)).toContain('restockingFeeOff');
  });

  it('take nothing for faulty goods', () => {
    const result = plan(poster, recipe([ALL_ITEMS, restocking, way]), {ground: 'defect'});
    expect(result.totals.toCustomer.minor).toBe(1999);
    expect(codes(result.warnings)).toEqual(
      expect.arrayContaining(['restockingFeeOffForDefect', 'returnShippingFeeOffForDefect']),
    );
  });
});
