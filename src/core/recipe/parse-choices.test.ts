import {describe, expect, it} from 'vitest';
import {snapshot, snapshotLine} from '../order/snapshot.fixture.ts';
import {parseChoices} from './parse-choices.ts';

const order = snapshot({
  lines: [
    snapshotLine({id: 'gid://shopify/LineItem/11', sku: 'MUG', unfulfilled: 1}),
    snapshotLine({id: 'gid://shopify/LineItem/12', sku: 'TEA', refundable: 2}),
    snapshotLine({id: 'gid://shopify/LineItem/13', sku: 'TEA'}),
  ],
});

describe('parseChoices', () => {
  it('reads every key that a person may write', () => {
    const pairs = [
      'ground=defect',
      'label=7.45',
      'shipping=3.00',
      'returnFee=1.00',
      'creditShare=50',
      'consent=phone',
      'prefer.goodwill=giftCard',
      'prefer.owed=storeCredit',
      'dayRate=1.1',
      'accept=shopify',
      'location=gid://shopify/Location/1',
      'notify.refund=no',
    ];
    expect(parseChoices(pairs, order, {by: 'Ada', at: '2026-11-22T10:00:00Z'})).toEqual({
      ground: 'defect',
      amounts: {returnLabel: '7.45', shipping: '3.00', returnShippingFee: '1.00'},
      creditShare: '50',
      consent: {by: 'Ada', at: '2026-11-22T10:00:00Z', channel: 'phone'},
      prefer: {goodwill: 'giftCard', owed: 'storeCredit'},
      dayRate: {value: '1.1', source: 'typed', at: '2026-11-22T10:00:00Z'},
      acceptShopifyFigures: true,
      locationId: 'gid://shopify/Location/1',
      notify: {refund: false},
    });
  });

  it('names lines by position, id, number of the id or SKU', () => {
    expect(parseChoices(['lines=none', 'line:1=2', 'line:12=1'], order).quantities).toEqual({
      'gid://shopify/LineItem/11': 2,
      'gid://shopify/LineItem/12': 1,
      'gid://shopify/LineItem/13': 0,
    });
    expect(parseChoices(['line:MUG=1', 'restock:gid://shopify/LineItem/13=none'], order)).toEqual({
      quantities: {'gid://shopify/LineItem/11': 1},
      restock: {'gid://shopify/LineItem/13': 'none'},
    });
    expect(Object.values(parseChoices(['lines=all'], order).quantities ?? {})).toEqual([3, 2, 3]);
    expect(Object.values(parseChoices(['lines=unfulfilled'], order).quantities ?? {})).toEqual([1, 0, 0]);
    expect(Object.values(parseChoices(['restock=none'], order).restock ?? {})).toEqual(['none', 'none', 'none']);
  });

  it.each([
    ['lable=7.45', '--choice: "lable" can\'t be used. Did you mean "label"? Use one of ground, lines, '],
    ['label', '--choice: "label" can\'t be used. Write it as key=value, for example label=7.45.'],
    ['=7', '--choice: "=7"'],
    ['line:4=1', '--choice line: "4" can\'t be used. Name a line by its position (1 to 3), its id or its SKU.'],
    ['line:TEA=1', 'Several lines have this SKU: name one by its position'],
    ['line:1=many', '--choice line:1: "many" can\'t be used. Write a whole number of units.'],
    ['lines=some', '--choice lines: "some" can\'t be used. Use one of all, none, unfulfilled.'],
    ['accept=ours', '--choice accept: "ours"'],
    ['notify.refund=maybe', '--choice notify.refund: "maybe" can\'t be used. Write yes or no.'],
    ['prefer.gift=storeCredit', '--choice: "prefer.gift"'],
    ['toString=1', '--choice: "toString"'],
  ])('refuses %j', (pair, message) => {
    expect(() => parseChoices([pair], order)).toThrow(message);
  });
});
