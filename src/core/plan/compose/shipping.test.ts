import {describe, expect, it} from 'vitest';
import {LABEL, SHIPPING, codes, order, pair, plan, recipe} from '../order.fixture.ts';

const shipping = recipe([SHIPPING]);

describe('shipping', () => {
  it('is all that was paid, over several shipping lines', () => {
    const two = order({
      shipping: [
        {discounted: pair(695), tax: pair(121)},
        {discounted: pair(500), tax: pair(87)},
      ],
    });
    expect(plan(two, shipping).totals.toCustomer.minor).toBe(1195);
  });

  it('is never more than was paid less what went back', () => {
    const result = plan(order({shippingRefunded: pair(200)}), shipping);
    expect(result.totals.toCustomer.minor).toBe(495);
    expect(result.calls[0]).toMatchObject({shipping: {minor: 495, currency: 'EUR'}});
  });

  it('refuses a typed amount beyond it, and takes a smaller one', () => {
    expect(() => plan(order(), shipping, {amounts: {shipping: '6.96'}})).toThrow(
      'choices.amounts.shipping: "6.96" can\'t be used. Write at most 6.95 EUR: no more shipping is left to refund.',
    );
    const [component] = plan(order(), shipping, {amounts: {shipping: '5.00'}}).components;
    expect(component).toMatchObject({amount: {minor: 500}, reason: {code: 'shippingPart'}});
  });

  it('caps a recipe’s own sum, and says what was asked', () => {
    const fixed = recipe([{kind: 'shipping', amount: {type: 'fixed', value: '10.00'}}]);
    expect(plan(order(), fixed).components[0]).toMatchObject({
      amount: {minor: 695},
      cap: {code: 'shippingPaid', asked: {minor: 1000}},
    });
  });

  it('keeps to the recipe’s own limit, when all that is left is asked as well as when it is typed', () => {
    const capped = recipe([{...SHIPPING, cap: '5.00'}]);
    expect(plan(order(), capped).components[0]).toMatchObject({
      amount: {minor: 500},
      reason: {code: 'shippingPart'},
      cap: {code: 'recipeCap', asked: {minor: 695}},
    });
    expect(plan(order({shippingRefunded: pair(300)}), capped).components[0]).toMatchObject({amount: {minor: 395}});
    expect(() => plan(order(), capped, {amounts: {shipping: '5.01'}})).toThrow('Write at most 5.00 EUR');
  });

  it('goes on with the label when the shipping is back already', () => {
    const result = plan(order({shippingRefunded: pair(695)}), recipe([SHIPPING, LABEL]));
    expect(codes(result.warnings)).toContain('shippingAlreadyRefunded');
    expect(result.totals.toCustomer.minor).toBe(745);
  });

  it('brings its tax where prices don’t include it, in proportion', () => {
    const net = order({
      taxesIncluded: false,
      shipping: [{discounted: pair(1000), tax: pair(210)}],
    });
    const amounts = (shippingAmount: string) =>
      plan(net, shipping, {amounts: {shipping: shippingAmount}}).components.map((part) => [
        part.kind,
        part.amount.minor,
      ]);
    expect(amounts('10.00')).toEqual([
      ['tax', 210],
      ['shipping', 1000],
    ]);
    expect(amounts('5.00')).toEqual([
      ['tax', 105],
      ['shipping', 500],
    ]);
  });
});
