import type {OrderSnapshot} from '../order/types.ts';
import type {Choices, Recipe} from '../recipe/types.ts';
import {batch} from './batch/batch.ts';
import {capToPayments} from './cap.ts';
import {compose} from './compose/compose.ts';
import type {Draft} from './draft.ts';
import {alternativesOf} from './explain/alternatives.ts';
import {currencyView} from './explain/currencies.ts';
import {effectsOf} from './explain/effects.ts';
import {totalsOf} from './explain/totals.ts';
import {warningsOf} from './explain/warnings.ts';
import {reconcileFigures} from './figures.ts';
import {planIdOf} from './identity.ts';
import {settle} from './settle/settle.ts';
import type {Notice, RefundPlan, ShopifyFigures} from './types.ts';

export interface PlanInput {
  readonly order: OrderSnapshot;
  /** Checked by `checkRecipe`. */
  readonly recipe: Recipe;
  readonly choices: Choices;
  /** A second, deliberate refund of the same kind has another intent id. */
  readonly intentId: string;
  /** Any text to at least 16 hexadecimal digits: core has no crypto of its own. */
  readonly hash: (text: string) => string;
  /** Shopify's own figures, where they were asked. */
  readonly figures?: ShopifyFigures;
}

/**
 * A recipe, carried out on paper: exact amounts, where each goes and why, and the calls that would do it. Pure: the same input
 * gives the same plan and the same id. A plan with stops has no calls.
 * @throws InputError for choices that don't fit the order or the recipe: malformed, negative, too precise, beyond what is possible
 */
export function planRefund({order, recipe, choices, intentId, hash, figures}: PlanInput): RefundPlan {
  const context = {order, recipe, choices};
  const composed = compose(context);
  const {draft: reconciled, maxima} = figures
    ? reconcileFigures(composed, figures, choices.acceptShopifyFigures === true)
    : {draft: composed, maxima: new Map<string, number>()};
  const draft = capToPayments(reconciled);
  const settleContext = {...context, maxima};
  const settlement = settle(settleContext, draft);
  const components = settlement.bonus ? [...draft.components, settlement.bonus] : draft.components;
  const {legs, calls} = batch(context, draft, settlement);
  const stops = stopsOf(draft, [...draft.stops, ...settlement.stops], legs.length);
  return {
    planId: planIdOf(order, recipe, intentId, components, legs, calls, hash),
    intentId,
    orderId: order.id,
    orderName: order.name,
    orderUpdatedAt: order.updatedAt,
    recipe: {handle: recipe.handle, version: recipe.version},
    ground: draft.ground,
    consent: choices.consent || null,
    figures: figures ? 'shopify' : 'estimate',
    components,
    legs,
    calls: stops.length > 0 ? [] : calls,
    totals: totalsOf(order, components, legs),
    stops,
    warnings: warningsOf(order, draft, settlement),
    alternatives: alternativesOf(settleContext, draft, settlement),
    currencies: currencyView(order, choices, settlement.flows),
    effects: effectsOf(order, draft, settlement.flows),
    asks: asksOf(composed),
  };
}

function stopsOf(draft: Draft, stops: readonly Notice[], legs: number): readonly Notice[] {
  if (legs > 0 || stops.length > 0) return stops;
  return [{code: draft.entries.length > 0 ? 'nothingPaid' : 'nothingToRefund'}];
}

/** What Shopify is to be asked about, before any cap of ours. */
function asksOf(composed: Draft): RefundPlan['asks'] {
  return {
    lines: composed.entries.map((entry) => entry.choice),
    shipping: composed.components.find((component) => component.kind === 'shipping')?.amount || null,
    duties: composed.dutyIds,
  };
}
