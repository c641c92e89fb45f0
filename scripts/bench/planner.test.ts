import {describe, expect, it} from 'vitest';
import {benchPlan} from './planner.ts';

describe('the plan that is measured', () => {
  it('moves real money: items 424.29 and shipping 6.95 less a fee of 42.42, a label of 7.45', () => {
    const plan = benchPlan(5);
    expect(plan.stops).toEqual([]);
    expect(plan.legs.map(({kind, amount}) => [kind, amount.minor])).toEqual([
      ['refundToOriginalPayment', 38_882],
      ['storeCredit', 745],
    ]);
  });

  it('takes ten calls for 2,500 lines, none of them beyond 250', () => {
    const {calls} = benchPlan(2500);
    expect(calls.map(({kind}) => kind)).toEqual([
      ...Array.from({length: 10}, () => 'refundCreate'),
      'storeCreditAccountCredit',
    ]);
    expect(calls.every((call) => call.kind !== 'refundCreate' || call.refundLineItems.length === 250)).toBe(true);
  });
});
