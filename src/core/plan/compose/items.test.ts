import {describe, expect, it} from 'vitest';
import {InputError} from '../../errors.ts';
import {ALL_ITEMS, codes, line, order, pair, plan, recipe, short} from '../order.fixture.ts';

const items = recipe([ALL_ITEMS]);
const chosen = recipe([{...ALL_ITEMS, selection: 'chosen'}]);
const first = 'gid://shopify/LineItem/1';

describe('items', () => {
  it('brings the price of the units, with the lines that it is made of', () => {
    const [component] = plan(order(), items).components;
    expect(component).toMatchObject({kind: 'items', class: 'owed', reason: {code: 'itemsReturned', count: 2}});
    expect(component?.lines).toEqual([{lineId: first, quantity: 2, amount: {minor: 5000, currency: 'EUR'}}]);
  });

  it('brings no tax of its own where prices include it', () => {
    expect(plan(order(), items).components.map((component) => component.kind)).toEqual(['items']);
  });

  it('brings the tax as a component where prices don’t include it', () => {
    const net = order({
      taxesIncluded: false,
      lines: [line({discounted: pair(5000), tax: pair(1050)})],
      shipping: [],
      netPayment: pair(6050),
      payments: [{...order().payments[0]!, refundable: pair(6050)}],
    });
    const {components, legs} = plan(net, items);
    expect(components.map((component) => [component.kind, component.amount.minor])).toEqual([
      ['items', 5000],
      ['tax', 1050],
    ]);
    expect(short(legs)).toEqual(['refundToOriginalPayment 6050']);
  });

  it('gives units one by one exactly what they come to at once', () => {
    const three = (refundable: number, before: number) =>
      order({
        lines: [
          line({
            quantity: 3,
            refundable,
            discounted: pair(2900),
            refunded: {quantity: 3 - refundable, subtotal: pair(before), tax: pair(0)},
          }),
        ],
      });
    const one = {quantities: {[first]: 1}};
    const amounts = [three(3, 0), three(2, 967), three(1, 1933)].map(
      (of) => plan(of, chosen, one).totals.toCustomer.minor,
    );
    expect(amounts).toEqual([967, 966, 967]);
  });

  it('stops at units that are gone already, and names the line', () => {
    const part = order({lines: [line({refundable: 1})]});
    const result = plan(part, chosen, {quantities: {[first]: 2}});
    expect(result.stops).toEqual([{code: 'itemsAlreadyRefunded', lines: ['Shirt 1']}]);
    expect(result.calls).toEqual([]);
  });

  it('refuses more units than were ever sold', () => {
    expect(() => plan(order(), chosen, {quantities: {[first]: 3}})).toThrow(
      "choices.quantities.gid://shopify/LineItem/1: 3 can't be used. Use at most 2: that many were sold.",
    );
  });

  it('refuses a line that the order hasn’t', () => {
    expect(() => plan(order(), chosen, {quantities: {'gid://shopify/LineItem/9': 1}})).toThrow(InputError);
  });

  it('stops at units on an open return, while the other units still work', () => {
    const onReturn = order({
      lines: [line({onOpenReturn: 1}), line({number: 2})],
      openReturns: [{name: '#1001-R1'}],
      netPayment: pair(10695),
      payments: [{...order().payments[0]!, refundable: pair(10695)}],
    });
    expect(plan(onReturn, items).stops).toEqual([
      {code: 'itemsOnOpenReturn', lines: ['Shirt 1'], returns: ['#1001-R1']},
    ]);
    const fine = plan(onReturn, items, {quantities: {[first]: 1}});
    expect(fine.stops).toEqual([]);
    expect(fine.totals.toCustomer.minor).toBe(7500);
  });

  it('lets shipping and label go on while items stand on an open return', () => {
    const onReturn = order({lines: [line({onOpenReturn: 2})]});
    const result = plan(onReturn, 'shipping-plus-label', {amounts: {returnLabel: '7.45'}});
    expect(codes(result.stops)).toEqual([]);
    expect(result.totals.toCustomer.minor).toBe(1440);
  });

  it('follows the recipe’s selection of unshipped units', () => {
    const half = order({lines: [line({unfulfilled: 1})]});
    expect(plan(half, 'cancel-remainder').totals.toCustomer.minor).toBe(2500);
  });
});
