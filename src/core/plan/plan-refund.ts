import {composeDuties} from './compose/duties.ts';
import {composeExtra} from './compose/extras.ts';
import {composeFees} from './compose/fees.ts';
import {composeItems} from './compose/items.ts';
import {composeShipping} from './compose/shipping.ts';
import {checkTypedAmounts} from './compose/typed.ts';
import {decideRefund, type PlanInput, type Rooms} from './decide.ts';
import type {Draft} from './draft.ts';
import {alternativesOf} from './explain/alternatives.ts';
import {currencyView} from './explain/currencies.ts';
import {effectsOf} from './explain/effects.ts';
import {totalsOf} from './explain/totals.ts';
import {warningsOf} from './explain/warnings.ts';
import {reconcileFigures} from './figures.ts';
import {composeBonus} from './settle/bonus.ts';
import {settleOwed} from './settle/owed.ts';
import type {RefundPlan} from './types.ts';

const EVERY_ROOM: Rooms = {
  typed: checkTypedAmounts,
  items: composeItems,
  shipping: composeShipping,
  duties: composeDuties,
  extra: composeExtra,
  fees: composeFees,
  settlers: {owed: settleOwed, bonus: composeBonus},
  figures: reconcileFigures,
};

/**
 * A recipe, carried out on paper: exact amounts, where each goes and why, and the calls that would do it. Pure: the same input
 * gives the same plan and the same id. A plan with stops has no calls.
 * @throws InputError for choices that don't fit the order or the recipe: malformed, negative, too precise, beyond what is possible
 */
export function planRefund(input: PlanInput): RefundPlan {
  const {order, recipe, choices, figures} = input;
  const {decision, composed, draft, settlement, maxima} = decideRefund(input, EVERY_ROOM);
  const {components, legs, calls, stops, ...about} = decision;
  return {
    ...about,
    consent: choices.consent || null,
    figures: figures ? 'shopify' : 'estimate',
    components,
    legs,
    calls,
    totals: totalsOf(order, components, legs),
    stops,
    warnings: warningsOf(order, draft, settlement),
    alternatives: alternativesOf({order, recipe, choices, maxima}, draft, settlement, EVERY_ROOM.settlers),
    currencies: currencyView(order, choices, settlement.flows),
    effects: effectsOf(order, draft, settlement.flows),
    asks: asksOf(composed),
  };
}

/** What Shopify is to be asked about, before any cap of ours. */
function asksOf(composed: Draft): RefundPlan['asks'] {
  return {
    lines: composed.entries.map((entry) => entry.choice),
    shipping: composed.components.find((component) => component.kind === 'shipping')?.amount || null,
    duties: composed.dutyIds,
  };
}
