import {contextFromAdmin, snapshotFromAdmin} from '../adapters/index.ts';
import type {OrderContext} from '../adapters/index.ts';
import {checkChoices, InputError, planRefund, PRESETS} from '../core/index.ts';
import type {Choices, Notice, Recipe, RefundPlan} from '../core/index.ts';
import {askFigures} from '../execution/index.ts';
import type {Environment, OrderReading} from '../execution/index.ts';
import type {Asked} from './actions.ts';
import {FieldError} from './properties.ts';
import {Refusal} from './refusal.ts';
import {wordsIn} from './words.ts';
import type {Language, WordCode} from './words.ts';

export interface Planned {
  readonly plan: RefundPlan;
  readonly choices: Choices;
}

/**
 * The plan of one call with Shopify's own figures, from an order that was read just now. Nothing is changed.
 * @throws InputError for a recipe or choices that can't be used; Refusal where the planner stops, or a gift card would be given;
 *   AdminError
 */
export async function planOf(
  asked: Asked,
  reading: OrderReading,
  intentId: string,
  env: Environment,
  language: Language,
): Promise<Planned> {
  try {
    return await planned(asked, reading, intentId, env, language);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const isWorded = error instanceof FieldError || language === 'en';
    const property = asked.propertyOf(error.field);
    throw new InputError(property, error.value, isWorded ? error.fix : wordsIn(language)(fixOf(property)));
  }
}

/** In other languages than the planner's own, by what was filled in. */
function fixOf(property: string): WordCode {
  if (property === 'label_credit') return 'fixAmount';
  return property.startsWith('choices') ? 'fixChoices' : 'fixOther';
}

async function planned(
  asked: Asked,
  {raw}: OrderReading,
  intentId: string,
  env: Environment,
  language: Language,
): Promise<Planned> {
  const recipe = recipeOf(asked.recipe, contextFromAdmin(raw), language);
  asked.fits(recipe);
  const order = snapshotFromAdmin(raw);
  const choices = checkChoices(asked.choices(order, new Date(env.now()).toISOString()), recipe);
  const input = {order, recipe, choices, intentId, hash: env.hash};
  const estimate = planRefund(input);
  throwStop(estimate.stops);
  const plan = planRefund({...input, figures: await askFigures(env.admin, estimate, order)});
  throwStop(plan.stops);
  // Its code is told once, and Flow's run log is no place for it: without it the money couldn't be reached.
  if (plan.legs.some(({kind}) => kind === 'giftCard')) throw new Refusal(422, 'giftCard');
  return {plan, choices};
}

/** The shop's own recipe where it is switched on, else the preset. */
function recipeOf(handle: string, {recipes}: OrderContext, language: Language): Recipe {
  const stored = recipes.find((one) => one.handle === handle);
  if (stored?.enabled && stored.recipe) return stored.recipe;
  if (stored) throw new Refusal(422, 'recipeOff', {recipe: handle});
  const preset = PRESETS.find((one) => one.handle === handle);
  if (preset) return preset;
  const own = recipes.filter(({enabled, recipe}) => enabled && recipe).map((one) => one.handle);
  const handles = [...new Set([...own, ...PRESETS.map((one) => one.handle)])].join(', ');
  throw new FieldError('recipe', handle, wordsIn(language)('fixRecipe', {handles}));
}

const STOPS: Readonly<Record<string, WordCode>> = {
  nothingToRefund: 'stopNothingToRefund',
  nothingPaid: 'stopNothingPaid',
  itemsOnOpenReturn: 'stopItemsOnOpenReturn',
  itemsAlreadyRefunded: 'stopItemsAlreadyRefunded',
  amountMissing: 'stopAmountMissing',
  consentNeeded: 'stopConsentNeeded',
  figuresDiffer: 'stopFiguresDiffer',
};

function throwStop([stop]: readonly Notice[]): void {
  if (!stop) return;
  const kind = typeof stop['kind'] === 'string' ? stop['kind'] : '';
  throw new Refusal(422, STOPS[stop.code] ?? 'planFailed', {kind, problem: stop.code});
}
