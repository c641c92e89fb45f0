import {describe, expect, it} from 'vitest';
import {ALL_ITEMS, codes, line, order, pair, plan, recipe} from '../order.fixture.ts';

const DUTIES = {kind: 'duties', amount: {type: 'remaining'}} as const;
const duty = {id: 'gid://shopify/Duty/1', amount: pair(300), refunded: false};
const withDuty = order({
  lines: [line({duties: [duty]})],
  netPayment: pair(5995),
  payments: [{...order().payments[0]!, refundable: pair(5995)}],
});
const first = 'gid://shopify/LineItem/1';

describe('duties', () => {
  it('go with the last units of their line', () => {
    const result = plan(withDuty, recipe([ALL_ITEMS, DUTIES]));
    expect(result.totals.toCustomer.minor).toBe(5300);
    expect(result.calls[0]).toMatchObject({duties: ['gid://shopify/Duty/1']});
  });

  it('stay while the line keeps units, and the plan says so', () => {
    const result = plan(withDuty, recipe([ALL_ITEMS, DUTIES]), {quantities: {[first]: 1}});
    expect(result.totals.toCustomer.minor).toBe(2500);
    expect(codes(result.warnings)).toContain('dutiesStay');
  });

  it('come back once, and alone where the recipe is about duties alone', () => {
    const gone = order({lines: [line({duties: [{...duty, refunded: true}]})]});
    expect(plan(gone, recipe([DUTIES])).stops).toEqual([{code: 'nothingToRefund'}]);
    expect(plan(withDuty, recipe([DUTIES])).totals.toCustomer.minor).toBe(300);
  });
});
