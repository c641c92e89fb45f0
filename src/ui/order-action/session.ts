import {contextFromAdmin, type OrderContext, snapshotFromAdmin} from '../../adapters/index.ts';
import {
  readOrderForRefund,
  readRequests,
  refreshPending,
  tellAtOpening,
  type RefundRequest,
  waitingOn,
  withRetry,
} from '../../execution/index.ts';
import {
  checkSettings,
  choiceFaults,
  DEFAULT_SETTINGS,
  PRESET_RULES,
  type Recipe,
  type RecipeRules,
  type Settings,
} from '../../core/index.ts';
import type {Host, HostI18n} from '../host.ts';
import {faultProblem} from '../../execution/problem.ts';
import {choicesOf} from '../../execution/requests/choices.ts';
import type {Action} from './reduce.ts';
import type {Session, Waiting} from './state.ts';

/**
 * Reads the order and all that rides along with it: one request up to 250 lines, beyond that page after page.
 * @param tell hears how far the reading is, and when Shopify makes us wait
 * @throws AdminError, Halt, InputError
 */
export async function readSession(host: Host, tell: (action: Action) => void): Promise<Session> {
  const lastRecipe = lastUsed(host);
  const patient = withRetry(host.admin, async (milliseconds) => {
    tell({type: 'waiting', waiting: true});
    await host.wait(milliseconds);
    tell({type: 'waiting', waiting: false});
  });
  const read = () =>
    readOrderForRefund(patient, host.orderId || '', host.now, ({lines}) => tell({type: 'linesRead', lines}));
  let reading = await read();
  // What became of payments that were on their way is noted before anybody decides (design §5.5); mostly nothing was.
  // So is what Flow has not been told.
  const env = {...host, admin: patient, staff: null};
  const {order: found} = reading.raw;
  const {changed} = await refreshPending(reading.confirmed.claim, found.refunds, env);
  const before = readRequests(found, found.id, host.now());
  if ((await tellAtOpening(found.id, reading.confirmed.claim, before, env)) || changed) reading = await read();
  const {raw, confirmed} = reading;
  const context = contextFromAdmin(raw);
  const order = snapshotFromAdmin(raw);
  const recipes = lastFirst(recipesOf(context, host.i18n), await lastRecipe);
  const requests = readRequests(raw.order, order.id, host.now());
  const waiting = waitingOn(confirmed.claim, requests);
  const staff = await host.staff();
  return {
    order,
    recipes,
    broken: context.recipes.flatMap(({handle, issues: [issue]}) =>
      issue ? [{handle, problem: faultProblem(issue)}] : [],
    ),
    moreRecipes: context.moreRecipes,
    locations: context.locations,
    requests,
    waiting: [...waiting.approvals, ...waiting.requests].map((request) => lookedAt(request, recipes, staff)),
    settings: settingsOf(context),
    confirmed,
  };
}

/**
 * The shop's own recipes that are switched on, then the presets, with words in the staff member's language; one stored under
 * a preset's handle stands in its place.
 */
function recipesOf({recipes}: OrderContext, i18n: HostI18n): readonly Recipe[] {
  const stored = new Set(recipes.map(({handle}) => handle));
  const own = recipes.flatMap(({enabled, recipe}) => (enabled && recipe ? [recipe] : []));
  const presets = PRESET_RULES.filter(({handle}) => !stored.has(handle));
  return [...own, ...presets.map((rules) => titled(rules, i18n))];
}

function titled(rules: RecipeRules, i18n: HostI18n): Recipe {
  const {handle} = rules;
  return {
    ...rules,
    title: {en: i18n.translate(`preset.${handle}.title`)},
    summary: {en: i18n.translate(`preset.${handle}.summary`)},
  };
}

/**
 * A request can be taken over where its recipe is offered and its choices, which anybody may have written, can be used; an
 * approval by anybody but who asked for it.
 */
function lookedAt(asked: RefundRequest, recipes: readonly Recipe[], staff: string | null): Waiting {
  const request = {...asked, choices: choicesOf(asked)};
  const {handle} = request.recipe;
  const recipe = recipes.find((one) => one.handle === handle);
  if (!recipe) return {request, title: {en: handle}, problem: {code: 'recipeGone', recipe: handle}};
  const [fault] = choiceFaults(request.choices, recipe);
  const own = request.kind === 'approval' && request.by === staff;
  return {request, title: recipe.title, problem: fault ? faultProblem(fault) : own ? {code: 'approvalOwn'} : null};
}

function settingsOf({settings, shop}: OrderContext): Settings | null {
  try {
    return settings === null ? DEFAULT_SETTINGS : checkSettings(settings, shop.currency);
  } catch {
    return null;
  }
}

async function lastUsed(host: Host): Promise<unknown> {
  try {
    return await host.storage.get('lastRecipe');
  } catch {
    return null;
  }
}

function lastFirst(recipes: readonly Recipe[], last: unknown): readonly Recipe[] {
  return [...recipes.filter(({handle}) => handle === last), ...recipes.filter(({handle}) => handle !== last)];
}
