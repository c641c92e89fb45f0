import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {planRefund, shippingLeft, type Component, type OrderSnapshot, type RefundPlan} from '../../src/core/index.ts';
import {ALL_ITEMS, line, order, pair, payment, plan, recipe, weakHash} from '../../src/core/plan/order.fixture.ts';
import {planTable} from '../../scripts/plan/table.ts';
import {planWords} from '../../scripts/plan/words.ts';
import {anyCase, type Case} from './plan-arbitrary.ts';

const RUNS = {numRuns: 400};

function planned({order: of, recipe: by, choices}: Case): RefundPlan {
  return planRefund({order: of, recipe: by, choices, intentId: 'intent', hash: weakHash});
}

function total(list: readonly {readonly amount: {readonly minor: number}}[]): number {
  return list.reduce((all, entry) => all + entry.amount.minor, 0);
}

function each(check: (result: RefundPlan, from: Case) => void): void {
  fc.assert(
    fc.property(anyCase, (from) => check(planned(from), from)),
    RUNS,
  );
}

describe('any plan', () => {
  it('adds up: legs are the components, and each leg is what it is made of', () => {
    each((result) => {
      expect(total(result.legs)).toBe(total(result.components));
      expect(result.totals.toCustomer.minor).toBe(total(result.legs));
      const made = new Map<string, number>();
      for (const leg of result.legs) {
        expect(leg.amount.minor).toBeGreaterThan(0);
        expect(total(leg.components)).toBe(leg.amount.minor);
        for (const part of leg.components) made.set(part.kind, (made.get(part.kind) ?? 0) + part.amount.minor);
      }
      const inOwed = (part: Component) => part.class === 'owed' || part.amount.minor < 0;
      // Fees may eat up all that is owed: no money moves for it then.
      const nothingOwed = total(result.components.filter(inOwed)) === 0;
      for (const component of result.components) {
        if (!(nothingOwed && inOwed(component))) expect(made.get(component.kind)).toBe(component.amount.minor);
      }
    });
  });

  it('keeps to every limit: lines, shipping, fees, each payment, net payment', () => {
    each((result, {order: of}) => {
      const amount = (kind: string) => result.components.find((part) => part.kind === kind)?.amount.minor ?? 0;
      const lineTotal = of.lines.reduce((all, entry) => all + entry.discounted.presentment.minor, 0);
      expect(amount('items')).toBeLessThanOrEqual(lineTotal);
      expect(amount('shipping')).toBeLessThanOrEqual(shippingLeft(of).price.minor);
      expect(amount('goodwill')).toBeLessThanOrEqual(5000);
      for (const component of result.components) {
        const fee = component.kind.endsWith('Fee');
        expect(fee ? -component.amount.minor : component.amount.minor).toBeGreaterThan(0);
        if (component.lines && component.kind !== 'tax') expect(total(component.lines)).toBe(component.amount.minor);
        for (const entry of component.lines ?? []) expect(entry.amount.minor).toBeGreaterThanOrEqual(0);
      }
      for (const {id, refundable} of of.payments) {
        const taken = result.legs.filter((leg) => leg.payment?.id === id);
        expect(total(taken)).toBeLessThanOrEqual(refundable.presentment.minor);
      }
      const booked = result.legs.filter((leg) => leg.payment || leg.kind === 'refundToStoreCredit');
      expect(total(booked)).toBeLessThanOrEqual(of.netPayment.presentment.minor);
      expect(result.effects.remaining.presentment.minor).toBe(of.netPayment.presentment.minor - total(booked));
    });
  });

  it('pays every leg in exactly one call, within the limits of a call, with exactly the leg’s money', () => {
    each((result) => {
      if (result.stops.length > 0) {
        expect(result.calls).toEqual([]);
        return;
      }
      expect(result.calls.flatMap((call) => call.legs).toSorted()).toEqual(result.legs.map((leg) => leg.id).toSorted());
      const units = new Map<string, number>();
      for (const call of result.calls) {
        const legs = result.legs.filter((leg) => call.legs.includes(leg.id));
        if (call.kind !== 'refundCreate') {
          expect(call.amount.minor).toBe(total(legs));
          continue;
        }
        const booked = result.legs.filter((leg) => call.books.includes(leg.id));
        expect(total(call.transactions) + (call.storeCredit?.minor ?? 0)).toBe(total(legs) + total(booked));
        expect(new Set(call.transactions.map((entry) => entry.parentId)).size).toBe(call.transactions.length);
        expect(call.refundLineItems.length).toBeLessThanOrEqual(250);
        for (const entry of call.refundLineItems)
          units.set(entry.lineItemId, (units.get(entry.lineItemId) ?? 0) + entry.quantity);
      }
      for (const entry of result.components.find((part) => part.kind === 'items')?.lines ?? []) {
        expect(units.get(entry.lineId)).toBe(entry.quantity);
      }
    });
  });

  it('never puts a gesture or a bonus into the refund, and money into credit only with consent', () => {
    each((result, {choices, order: of}) => {
      for (const leg of result.legs) {
        if (leg.class === 'goodwill') expect(['storeCredit', 'giftCard', 'outsidePayment']).toContain(leg.kind);
        if (leg.kind === 'storeCredit' || leg.kind === 'refundToStoreCredit')
          expect(leg.ownerId).toBe(of.creditOwner?.id);
        const instead = leg.class === 'owed' && ['refundToStoreCredit', 'storeCredit', 'giftCard'].includes(leg.kind);
        if (instead && !choices.consent) expect(result.stops.map((stop) => stop.code)).toContain('consentNeeded');
      }
    });
  });

  it('doesn’t depend on the order of the lines', () => {
    fc.assert(
      fc.property(anyCase, fc.infiniteStream(fc.double({min: 0, max: 1, noNaN: true})), (from, chance) => {
        const shuffled = from.order.lines
          .map((entry) => ({entry, at: chance.next().value ?? 0}))
          .toSorted((a, b) => a.at - b.at)
          .map(({entry}) => entry);
        const one = planned(from);
        const other = planned({...from, order: {...from.order, lines: shuffled}});
        expect(other.planId).toBe(one.planId);
        expect(other.legs).toEqual(one.legs);
        expect(other.calls).toEqual(one.calls);
      }),
      RUNS,
    );
  });

  it('has alternatives that come true', () => {
    each((result, from) => {
      for (const {choices, toCustomer} of result.alternatives) {
        expect(planned({...from, choices}).totals.toCustomer).toEqual(toCustomer);
      }
    });
  });

  it('can be said in words, in both languages', () => {
    each((result, from) => {
      for (const language of ['en', 'nl'] as const) {
        const text = planTable(result, from.order, from.recipe, planWords(language));
        expect(text).not.toMatch(/\{\{|undefined|\[object/);
      }
    });
  });
});

describe('partial refunds', () => {
  it('come to the same, to the cent, one by one as all at once', () => {
    const sizes = fc.record({
      quantity: fc.integer({min: 1, max: 12}),
      minor: fc.integer({min: 0, max: 99_999}),
      reported: fc.boolean(),
    });
    fc.assert(
      fc.property(
        sizes,
        fc.array(fc.integer({min: 1, max: 4}), {minLength: 12, maxLength: 12}),
        ({quantity, minor, reported}, steps) => {
          let left = quantity;
          let paid = 0;
          for (const step of steps) {
            const units = Math.min(step, left);
            if (units === 0) break;
            const {totals} = plan(orderWith(quantity, left, minor, reported ? paid : 0), recipe([ALL_ITEMS]), {
              quantities: {'gid://shopify/LineItem/1': units},
            });
            paid += totals.toCustomer.minor;
            left -= units;
          }
          expect([left, paid]).toEqual([0, minor]);
        },
      ),
      RUNS,
    );
  });
});

function orderWith(quantity: number, refundable: number, minor: number, refunded: number): OrderSnapshot {
  const before = {quantity: quantity - refundable, subtotal: pair(refunded), tax: pair(0)};
  return order({
    lines: [line({quantity, refundable, discounted: pair(minor), refunded: before})],
    netPayment: pair(minor),
    payments: [payment({refundable: pair(minor)})],
  });
}
