import {contextFromAdmin, type OrderContext, snapshotFromAdmin} from '../../adapters/index.ts';
import {readOrderForRefund, withRetry} from '../../execution/index.ts';
import {PRESETS, type Recipe} from '../../core/index.ts';
import type {Host} from '../host.ts';
import type {Action} from './reduce.ts';
import type {Session} from './state.ts';

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
  const {raw, confirmed} = await readOrderForRefund(patient, host.orderId ?? '', host.now, ({lines}) =>
    tell({type: 'linesRead', lines}),
  );
  const context = contextFromAdmin(raw);
  return {
    order: snapshotFromAdmin(raw),
    recipes: lastFirst(recipesOf(context), await lastRecipe),
    broken: context.recipes.flatMap(({handle, issues: [issue]}) => (issue ? [{handle, problem: issue.message}] : [])),
    moreRecipes: context.moreRecipes,
    locations: context.locations,
    requestWaiting: context.request !== null,
    confirmed,
  };
}

/** The shop's own recipes that are switched on, then the presets; one stored under a preset's handle stands in its place. */
function recipesOf({recipes}: OrderContext): readonly Recipe[] {
  const stored = new Set(recipes.map(({handle}) => handle));
  const own = recipes.flatMap(({enabled, recipe}) => (enabled && recipe ? [recipe] : []));
  return [...own, ...PRESETS.filter(({handle}) => !stored.has(handle))];
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
