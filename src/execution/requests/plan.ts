import {contextFromAdmin, snapshotFromAdmin} from '../../adapters/index.ts';
import type {OrderContext} from '../../adapters/index.ts';
import {choiceFaults, planRefund, PRESET_RULES} from '../../core/index.ts';
import type {OrderSnapshot, Recipe, RefundPlan} from '../../core/index.ts';
import {withRetry} from '../admin/retry.ts';
import {askFigures} from '../figures.ts';
import {faultProblem, Halt} from '../problem.ts';
import {readOrderForRefund} from '../read-order.ts';
import type {Confirmed, Environment} from '../types.ts';
import {choicesOf} from './choices.ts';
import {readRequests, waitingRequest} from './read.ts';
import type {ReadRequests, RefundRequest} from './types.ts';

export interface PlannedRequest {
  readonly request: RefundRequest;
  /** With Shopify's figures: what a person confirms before `executePlan(plan, confirmed, env, onEvent, {requestId})`. */
  readonly plan: RefundPlan;
  readonly confirmed: Confirmed;
  readonly order: OrderSnapshot;
  readonly requests: ReadRequests;
  /** Recipe or order changed since it was asked: an approval of it is refused, the plan has to be asked for anew. */
  readonly changed: boolean;
}

/**
 * Reads the order, plans one of its requests as things stand now, and asks Shopify for its figures. Nothing is changed.
 * @throws Halt `requestNotWaiting` (`state: gone` where there is none), `recipeGone`, `input` for choices that can't be used;
 *   InputError for choices that no longer fit the order; AdminError
 */
export async function planOfRequest(env: Environment, orderId: string, requestId: string): Promise<PlannedRequest> {
  const admin = withRetry(env.admin, env.wait.bind(env));
  const {raw, confirmed} = await readOrderForRefund(admin, orderId, () => env.now());
  const requests = readRequests(raw.order, orderId, env.now());
  const request = waitingRequest(requests, requestId);
  const recipe = recipeOf(contextFromAdmin(raw), request.recipe.handle);
  if (!recipe) throw new Halt({code: 'recipeGone', recipe: request.recipe.handle});
  const order = snapshotFromAdmin(raw);
  const choices = choicesOf(request);
  const [fault] = choiceFaults(choices, recipe);
  if (fault) throw new Halt(faultProblem(fault));
  const input = {order, recipe, choices, intentId: request.intentId, hash: env.hash};
  const estimate = planRefund(input);
  const figures = estimate.stops.length === 0 ? await askFigures(admin, estimate, order) : null;
  const plan = figures ? planRefund({...input, figures}) : estimate;
  const changed = request.planId !== undefined && request.planId !== plan.planId;
  return {request, plan, confirmed, order, requests, changed};
}

/** The shop's own recipe where it is switched on, else the preset. */
function recipeOf({recipes}: OrderContext, handle: string): Recipe | null {
  const stored = recipes.find((one) => one.handle === handle);
  if (stored) return stored.enabled ? stored.recipe : null;
  const rules = PRESET_RULES.find((preset) => preset.handle === handle);
  return rules ? {...rules, title: {en: handle}} : null;
}
