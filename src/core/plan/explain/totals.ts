import {convert, invert, type Money} from '../../money/index.ts';
import type {OrderSnapshot} from '../../order/types.ts';
import type {ComponentClass} from '../../recipe/types.ts';
import {saleRate} from '../rates.ts';
import type {Component, Leg, LegKind, RefundPlan} from '../types.ts';

/** Sums of a plan. Fees stand under `policy`, negative. */
export function totalsOf(
  order: OrderSnapshot,
  components: readonly Component[],
  legs: readonly Pick<Leg, 'kind' | 'amount'>[],
): RefundPlan['totals'] {
  const money = (minor: number): Money => ({minor, currency: order.currency});
  const byClass: Record<ComponentClass, number> = {owed: 0, policy: 0, goodwill: 0};
  for (const component of components) byClass[component.class] += component.amount.minor;
  const byDestination: Partial<Record<LegKind, Money>> = {};
  let all = 0;
  for (const {kind, amount} of legs) {
    all += amount.minor;
    byDestination[kind] = money((byDestination[kind]?.minor || 0) + amount.minor);
  }
  return {
    toCustomer: money(all),
    byClass: {owed: money(byClass.owed), policy: money(byClass.policy), goodwill: money(byClass.goodwill)},
    byDestination,
    shopCost: atSale(order, all),
  };
}

/** An amount of the customer's currency (minor units) in the shop's, at the sale's rate. */
export function atSale(order: OrderSnapshot, minor: number): Money {
  if (order.currency === order.shopCurrency) return {minor, currency: order.shopCurrency};
  return convert({minor, currency: order.currency}, invert(saleRate(order)), order.shopCurrency, 'halfUp');
}
