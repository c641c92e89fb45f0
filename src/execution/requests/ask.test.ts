import {describe, expect, it} from 'vitest';
import {readAsks} from './ask.ts';

const ORDER = 'gid://shopify/Order/1001';
const AT = '2026-11-22T11:00:00Z';
const read = (value: unknown, order = ORDER) => readAsks({value: JSON.stringify(value), updatedAt: AT}, order);
const idsOf = (value: unknown, order = ORDER) => read(value, order).requests.map(({id}) => id);

describe('readAsks', () => {
  it('makes a request of the least that a workflow can write', () => {
    expect(read({recipe: 'full-refund'})).toEqual({
      requests: [
        {
          id: 'request-4227df23dc1a800e',
          state: 'waiting',
          kind: 'request',
          recipe: {handle: 'full-refund', version: null},
          choices: {},
          reason: '',
          by: 'flow',
          at: AT,
          expiresAt: null,
          intentId: 'flow-e8e5ff9f7141035c',
        },
      ],
      problems: [],
    });
  });

  it('is one request however often it is asked, and another with other choices, on another order or asked again', () => {
    const ask = {recipe: 'goodwill-amount', choices: {amounts: {goodwill: '5.00'}}};
    const [id] = idsOf(ask);
    expect(idsOf([ask, {...ask, reason: 'In other words'}])).toEqual([id, id]);
    const others = [
      ...idsOf({...ask, choices: {amounts: {goodwill: '6.00'}}}),
      ...idsOf({...ask, again: 'second parcel'}),
      ...idsOf(ask, 'gid://shopify/Order/1002'),
    ];
    expect(new Set([id, ...others]).size).toBe(4);
  });

  it.each([
    ['text', 'ask'],
    [{}, 'ask.recipe'],
    [{recipe: 'x', choices: '5.00'}, 'ask.choices'],
    [{recipe: 'x', reason: 5}, 'ask.reason'],
    [[{recipe: 'x'}, {recipe: 'x', again: 1}], 'ask[1].again'],
    [[null], 'ask[0]'],
    [{recipe: 'x', amounts: {goodwill: '5.00'}}, 'ask.amounts'],
    [{recipe: 'x', choice: {ground: 'defect'}}, 'ask.choice'],
  ])('names what is wrong with %j', (value, field) => {
    expect(read(value).problems).toEqual([{code: 'askUnreadable', field}]);
  });

  it('names a value that is no JSON, as a note with a quote makes it', () => {
    expect(readAsks({value: '{"recipe": "x", "reason": "says "no""}', updatedAt: AT}, ORDER)).toEqual({
      requests: [],
      problems: [{code: 'askUnreadable', field: 'ask'}],
    });
  });
});
