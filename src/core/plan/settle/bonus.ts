import {askedAmount, type AmountContext} from '../compose/amounts.ts';
import type {Component, Notice} from '../types.ts';

/**
 * The extra for taking store credit: of the refunded value that becomes credit, rounded up. No credit, no bonus.
 * @param credited minor units that go to store credit as refunded value
 */
export function composeBonus(
  context: AmountContext,
  credited: number,
): {readonly component: Component | null; readonly stops: readonly Notice[]} {
  const part = context.recipe.parts.find((candidate) => candidate.kind === 'bonus');
  if (!part || credited <= 0) return {component: null, stops: []};
  const asked = askedAmount(context, part, {minor: credited, currency: context.order.currency}, 'up');
  if (!asked) return {component: null, stops: [{code: 'amountMissing', kind: 'bonus'}]};
  if (asked.amount.minor === 0) return {component: null, stops: []};
  const {amount, cap, born} = asked;
  const reason =
    part.amount.type === 'percent' ? {code: 'bonusPercent', percent: part.amount.value} : {code: 'bonusAmount'};
  return {
    component: {kind: 'bonus', class: 'goodwill', reason, amount, ...(cap ? {cap} : {}), ...(born ? {born} : {})},
    stops: [],
  };
}
