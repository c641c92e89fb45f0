import {describe, expect, it} from 'vitest';
import {ALL_ITEMS, codes, line, order, plan, recipe} from '../order.fixture.ts';
import type {RefundPlan} from '../types.ts';

const items = recipe([ALL_ITEMS]);
const first = 'gid://shopify/LineItem/1';
const locationId = 'gid://shopify/Location/1';

function entries(result: RefundPlan) {
  return result.calls.flatMap((call) => (call.kind === 'refundCreate' ? call.refundLineItems : []));
}

describe('restock', () => {
  it('returns shipped units to the chosen location', () => {
    expect(entries(plan(order(), items, {locationId}))).toEqual([
      {lineItemId: first, quantity: 2, restockType: 'RETURN', locationId},
    ]);
  });

  it('puts nothing back without a location, and says so', () => {
    const result = plan(order(), items);
    expect(entries(result)).toEqual([{lineItemId: first, quantity: 2, restockType: 'NO_RESTOCK'}]);
    expect(codes(result.warnings)).toContain('noLocation');
    expect(result.effects.stock).toEqual([{lineId: first, name: 'Shirt 1', quantity: 2, restock: 'none'}]);
  });

  it('cancels unshipped units before it takes shipped ones back', () => {
    const half = order({lines: [line({unfulfilled: 1})]});
    expect(entries(plan(half, items, {locationId}))).toEqual([
      {lineItemId: first, quantity: 1, restockType: 'CANCEL', locationId},
      {lineItemId: first, quantity: 1, restockType: 'RETURN', locationId},
    ]);
    expect(entries(plan(half, items, {locationId, quantities: {[first]: 1}}))).toEqual([
      {lineItemId: first, quantity: 1, restockType: 'CANCEL', locationId},
    ]);
  });

  it('leaves stock alone where staff or the recipe say so, or the item can’t be restocked', () => {
    const none = [{lineItemId: first, quantity: 2, restockType: 'NO_RESTOCK'}];
    expect(entries(plan(order(), items, {locationId, restock: {[first]: 'none'}}))).toEqual(none);
    const unshipped = order({lines: [line({unfulfilled: 2})]});
    expect(entries(plan(unshipped, items, {restock: {[first]: 'none'}}))).toEqual(none);
    expect(entries(plan(order(), recipe([ALL_ITEMS], {restock: 'none'}), {locationId}))).toEqual(none);
    const digital = plan(order({lines: [line({restockable: false})]}), items);
    expect(entries(digital)).toEqual(none);
    expect(codes(digital.warnings)).not.toContain('noLocation');
  });
});
