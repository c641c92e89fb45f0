import {describe, expect, it} from 'vitest';
import {answer, line} from './order-answer.fixture.ts';
import {orderFromFile} from './order-file.ts';

describe('orderFromFile', () => {
  it('takes a whole answer, its data, or the order alone', () => {
    const data = answer();
    const whole = orderFromFile({data});
    expect(whole.storeCreditEnabled).toBe(true);
    expect(orderFromFile(data)).toEqual(whole);
    expect(orderFromFile(data.order)).toEqual({...whole, storeCreditEnabled: null});
  });

  it('takes further pages that stand beside the order', () => {
    const cut = answer({lineItems: {nodes: [line()], pageInfo: {hasNextPage: true, endCursor: 'x'}}});
    expect(orderFromFile({data: {...cut, linesAfter: [line({id: 'second'})]}}).lines.map(({id}) => id)).toEqual([
      'gid://shopify/LineItem/1',
      'second',
    ]);
    expect(() => orderFromFile({...cut, linesAfter: 'second'})).toThrow('linesAfter: "second"');
  });

  it.each([
    [{}, 'order: is missing. Give what OrderForRefund.graphql returns for one order.'],
    [{data: {order: null}}, "order: null can't be used."],
    [{data: null}, "order file.data: null can't be used."],
    [[], "order file: [] can't be used."],
    [{errors: [{message: 'Throttled'}]}, 'order file: [{"message":"Throttled"}]'],
  ])('refuses %j', (json, message) => {
    expect(() => orderFromFile(json)).toThrow(message);
  });
});
