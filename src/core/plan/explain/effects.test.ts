import {describe, expect, it} from 'vitest';
import {ALL_ITEMS, eur, LABEL, order, pair, plan, recipe, SHIPPING} from '../order.fixture.ts';

const PENDING = {
  total: pair(0),
  transactions: [{gateway: 'shopify_payments', status: 'PENDING' as const, amount: pair(1999), parentId: null}],
};

describe('what can still go back afterwards', () => {
  it('is what was paid less what this refund books; a gesture books nothing', () => {
    expect(plan(order(), recipe([SHIPPING])).effects.remaining.presentment).toEqual(eur(5000));
    expect(plan(order(), recipe([LABEL])).effects.remaining.presentment).toEqual(eur(5695));
  });

  it('leaves out what is on its way already', () => {
    const pending = order({refunds: [PENDING]});
    expect(plan(pending, recipe([LABEL])).effects.remaining).toEqual({shop: eur(3696), presentment: eur(3696)});
    const all = plan(pending, recipe([ALL_ITEMS, SHIPPING], {restock: 'none'}));
    expect([all.totals.toCustomer, all.effects.remaining.presentment]).toEqual([eur(3696), eur(0)]);
  });
});
