import {describe, expect, it} from 'vitest';
import {ALL_ITEMS, LABEL, SHIPPING, codes, line, order, pair, payment, plan, recipe, short} from './order.fixture.ts';

const everything = recipe([ALL_ITEMS, SHIPPING, LABEL]);

describe('cap to payments', () => {
  it('gives back no more than is left, shipping first to give way, and says what was asked', () => {
    const result = plan(order({netPayment: pair(2695), payments: [payment({refundable: pair(2695)})]}), everything);
    expect(result.components.map((part) => [part.kind, part.amount.minor, part.cap?.code])).toEqual([
      ['items', 2695, 'netPayment'],
      ['returnLabel', 745, undefined],
    ]);
    expect(result.components[0]?.cap?.asked.minor).toBe(5000);
    expect(result.components[0]?.lines?.map((entry) => entry.amount.minor)).toEqual([2695]);
  });

  it('leaves what is owed on top alone: it travels separately', () => {
    const spent = order({netPayment: pair(0), payments: [payment({refundable: pair(0)})]});
    const result = plan(spent, everything, {ground: 'defect'});
    expect(short(result.legs)).toEqual(['outsidePayment 745']);
    expect(result.legs[0]?.reason.code).toBe('beyondNetPayment');
    expect(codes(result.warnings)).toContain('nothingLeft');
    const stopped = plan(spent, recipe([ALL_ITEMS]));
    expect([codes(stopped.stops), codes(stopped.warnings)]).toEqual([['nothingPaid'], ['noLocation']]);
  });

  it('counts fees before it takes anything away', () => {
    const fee = recipe([ALL_ITEMS, {kind: 'returnShippingFee', amount: {type: 'fixed', value: '10.00'}}]);
    const result = plan(order({netPayment: pair(4000), payments: [payment({refundable: pair(4000)})]}), fee);
    expect(result.components.every((part) => part.cap === undefined)).toBe(true);
    expect(result.totals.toCustomer.minor).toBe(4000);
  });

  it('shares a smaller sum over the lines exactly', () => {
    const two = order({
      lines: [line(), line({number: 2, quantity: 1, refundable: 1, discounted: pair(1)})],
      netPayment: pair(3333),
      payments: [payment({refundable: pair(3333)})],
    });
    const lines = plan(two, recipe([ALL_ITEMS])).components[0]?.lines ?? [];
    expect(lines.map((entry) => entry.amount.minor)).toEqual([3332, 1]);
  });
});
