import type {OrderSnapshot} from '../order/types.ts';
import type {Choices, Recipe} from '../recipe/types.ts';
import {batch} from './batch/batch.ts';
import {capToPayments} from './cap.ts';
import {compose, type Composers} from './compose/compose.ts';
import type {Draft, Settlement} from './draft.ts';
import type {reconcileFigures} from './figures.ts';
import {planIdOf} from './identity.ts';
import {settle, type Settlers} from './settle/settle.ts';
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

/** What a planner is made of besides what every plan takes. All of it is `planRefund`; a workflow carries what its recipe needs. */
export interface Rooms extends Composers {
  readonly settlers: Settlers;
  readonly figures?: typeof reconcileFigures;
}

/** A plan without its explanations: what moves, and what stands in the way. */
export type Decision = Pick<
  RefundPlan,
  | 'planId'
  | 'intentId'
  | 'orderId'
  | 'orderName'
  | 'orderUpdatedAt'
  | 'recipe'
  | 'ground'
  | 'components'
  | 'legs'
  | 'calls'
  | 'stops'
>;

export interface Decided {
  readonly decision: Decision;
  readonly composed: Draft;
  readonly draft: Draft;
  readonly settlement: Settlement;
  readonly maxima: ReadonlyMap<string, number>;
}

/**
 * The deciding half of a plan.
 * @throws InputError for choices that don't fit the order or the recipe
 */
export function decideRefund({order, recipe, choices, intentId, hash, figures}: PlanInput, rooms: Rooms): Decided {
  const context = {order, recipe, choices};
  const composed = compose(context, rooms);
  const {draft: reconciled, maxima} =
    figures && rooms.figures
      ? rooms.figures(composed, figures, choices.acceptShopifyFigures === true)
      : {draft: composed, maxima: new Map<string, number>()};
  const draft = capToPayments(reconciled);
  const settlement = settle({...context, maxima}, draft, rooms.settlers);
  const components = settlement.bonus ? [...draft.components, settlement.bonus] : draft.components;
  const {legs, calls} = batch(context, draft, settlement);
  const stops = stopsOf(draft, [...draft.stops, ...settlement.stops], legs.length);
  const decision: Decision = {
    planId: planIdOf(order, recipe, intentId, components, legs, calls, hash),
    intentId,
    orderId: order.id,
    orderName: order.name,
    orderUpdatedAt: order.updatedAt,
    recipe: {handle: recipe.handle, version: recipe.version},
    ground: draft.ground,
    components,
    legs,
    calls: stops.length > 0 ? [] : calls,
    stops,
  };
  return {decision, composed, draft, settlement, maxima};
}

function stopsOf(draft: Draft, stops: readonly Notice[], legs: number): readonly Notice[] {
  if (legs > 0 || stops.length > 0) return stops;
  return [{code: draft.entries.length > 0 ? 'nothingPaid' : 'nothingToRefund'}];
}
