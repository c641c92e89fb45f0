import {compare, convert, larger, parseRatio, ratioOf, type Money, type Ratio, type Rounding} from '../money/index.ts';
import type {OrderSnapshot} from '../order/types.ts';
import type {Choices, RateRule} from '../recipe/types.ts';
import type {Component} from './types.ts';

/**
 * Units of the customer's currency for one of the shop's when the order was paid: from the order's largest MoneyBag, which is
 * the most precise one (facts/refund-rules R11). 1 where nothing was charged or both currencies are the same.
 */
export function saleRate(order: OrderSnapshot): Ratio {
  const pair = compare(order.total.presentment, order.received.presentment) >= 0 ? order.total : order.received;
  if (order.currency === order.shopCurrency || pair.shop.minor <= 0 || pair.presentment.minor <= 0) {
    return {numerator: 1, denominator: 1};
  }
  return ratioOf(pair);
}

/** Today's rate as it was typed or found in recent orders; null where it is unknown: it is never invented. */
export function dayRate(choices: Choices): Ratio | null {
  return choices.dayRate ? parseRatio(choices.dayRate.value, 'choices.dayRate.value') : null;
}

export interface Converted {
  readonly amount: Money;
  readonly born: NonNullable<Component['born']>;
  /** The rule asks for today's rate, and none is known: the sale's rate was taken. */
  readonly missing: boolean;
}

/** An amount that was born in the shop's currency, in the customer's. */
export function fromShopCurrency(
  amount: Money,
  rule: RateRule,
  order: OrderSnapshot,
  choices: Choices,
  rounding: Rounding,
): Converted {
  const today = rule === 'saleRate' ? null : dayRate(choices);
  const atSale = saleRate(order);
  const sale = convert(amount, atSale, order.currency, rounding);
  const missing = rule !== 'saleRate' && today === null;
  const now = today && convert(amount, today, order.currency, rounding);
  if (today && now && (rule === 'dayRate' || larger(sale, now) !== sale)) {
    return {amount: now, born: {amount, rate: today, rule: 'dayRate'}, missing};
  }
  return {amount: sale, born: {amount, rate: atSale, rule: 'saleRate'}, missing};
}
