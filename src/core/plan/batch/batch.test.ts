import {describe, expect, it} from 'vitest';
import {
  ALL_ITEMS,
  CONSENT,
  LABEL,
  SHIPPING,
  line,
  order,
  pair,
  payment,
  plan,
  recipe,
  short,
} from '../order.fixture.ts';
import type {Call} from '../types.ts';

const lines = (count: number) =>
  Array.from({length: count}, (_, index) =>
    line({number: index + 1, quantity: 1, refundable: 1, discounted: pair(100), tax: pair(0)}),
  );
const long = (count: number, over = {}) =>
  order({
    lines: lines(count),
    netPayment: pair(count * 100 + 695),
    payments: [payment({refundable: pair(count * 100 + 695)})],
    ...over,
  });

function refunds(calls: readonly Call[]) {
  return calls.filter((call) => call.kind === 'refundCreate');
}

describe('batch', () => {
  it('makes two calls of 300 lines, together exact', () => {
    const result = plan(long(300), recipe([ALL_ITEMS]));
    expect(short(result.legs)).toEqual(['refundToOriginalPayment 25000', 'refundToOriginalPayment 5000']);
    expect(
      refunds(result.calls).map((call) => [call.legs, call.refundLineItems.length, call.transactions[0]?.amount.minor]),
    ).toEqual([
      [['leg-1'], 250, 25000],
      [['leg-2'], 50, 5000],
    ]);
  });

  it('sends shipping with the first call, the owed label with the last, one mail with the last', () => {
    const calls = refunds(
      plan(
        long(251, {netPayment: pair(40000), payments: [payment({refundable: pair(40000)})]}),
        recipe([ALL_ITEMS, SHIPPING, LABEL]),
        {ground: 'defect'},
      ).calls,
    );
    expect(
      calls.map((call) => [
        call.shipping?.minor ?? null,
        call.transactions[0]?.amount.minor,
        call.discrepancyReason,
        call.notify,
      ]),
    ).toEqual([
      [695, 25695, null, false],
      [null, 845, 'DAMAGE', true],
    ]);
  });

  it('cuts several payments along the calls', () => {
    const gift = payment({
      id: 'gid://shopify/OrderTransaction/2',
      kind: 'giftCard',
      label: 'Gift card',
      refundable: pair(26000),
    });
    const result = plan(long(300, {payments: [payment({refundable: pair(30000)}), gift]}), recipe([ALL_ITEMS]));
    expect(result.legs.map((leg) => [leg.payment?.label, leg.amount.minor])).toEqual([
      ['Gift card', 25000],
      ['Gift card', 1000],
      ['•••• 4242', 4000],
    ]);
    expect(refunds(result.calls).map((call) => call.legs)).toEqual([['leg-1'], ['leg-2', 'leg-3']]);
  });

  it('cuts store credit along the calls too', () => {
    const result = plan(
      long(300),
      recipe([ALL_ITEMS], {destinations: {owed: ['storeCredit'], policy: ['storeCredit'], goodwill: ['storeCredit']}}),
      {consent: CONSENT},
    );
    expect(refunds(result.calls).map((call) => call.storeCredit?.minor)).toEqual([25000, 5000]);
  });

  it('takes fees off from the last call backwards', () => {
    const fee = recipe([ALL_ITEMS, {kind: 'returnShippingFee', amount: {type: 'fixed', value: '60.00'}}]);
    const result = plan(long(300), fee);
    expect(short(result.legs)).toEqual(['refundToOriginalPayment 24000']);
    expect(refunds(result.calls).map((call) => call.transactions[0]?.amount.minor ?? 0)).toEqual([24000, 0]);
    expect(result.legs[0]?.components.map((part) => part.amount.minor)).toEqual([30000, -6000]);
  });

  it('says in each leg what it is made of', () => {
    const result = plan(order(), recipe([ALL_ITEMS, SHIPPING, LABEL]), {ground: 'defect'});
    expect(result.legs.map((leg) => leg.components.map((part) => [part.kind, part.amount.minor]))).toEqual([
      [
        ['items', 5000],
        ['shipping', 695],
      ],
      [['returnLabel', 745]],
    ]);
  });

  it('gives no reason where the money is what Shopify calculates', () => {
    const [call] = refunds(plan(order(), recipe([ALL_ITEMS, SHIPPING])).calls);
    expect(call?.discrepancyReason).toBeNull();
    const [label] = refunds(plan(order(), recipe([SHIPPING, {...LABEL, class: 'owed'}])).calls);
    expect(label).toMatchObject({discrepancyReason: 'CUSTOMER', transactions: [{amount: {minor: 1440}}]});
  });

  it('says OTHER where less goes back than Shopify calculates', () => {
    const part = order({netPayment: pair(2000), payments: [payment({refundable: pair(2000)})]});
    expect(refunds(plan(part, recipe([ALL_ITEMS])).calls)[0]?.discrepancyReason).toBe('OTHER');
  });

  it('lets staff and recipe decide which of Shopify’s mails go out', () => {
    const quiet = recipe([SHIPPING, LABEL], {notify: {refund: false, storeCredit: false}});
    expect(plan(order(), quiet).calls).toMatchObject([{notify: false}, {notify: false}]);
    expect(plan(order(), quiet, {notify: {refund: true}}).calls).toMatchObject([{notify: true}, {notify: false}]);
  });
});
