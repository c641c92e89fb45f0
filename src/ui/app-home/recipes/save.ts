import {HomeRecipe, MetaobjectDelete, MetaobjectUpsert} from '../../../../graphql/generated/operations.ts';
import {type StoredRecipe, storedRecipeFromAdmin} from '../../../adapters/index.ts';
import type {Recipe} from '../../../core/index.ts';
import {refusedBy} from '../../../execution/problem.ts';
import type {Problem} from '../../../execution/types.ts';
import type {HomeHost} from '../home-host.ts';
import {patient} from '../load.ts';

const TYPE = '$app:refund-recipe';

export type Saved =
  | {readonly state: 'saved'}
  /** Somebody else saved or removed it meanwhile: nothing was written. */
  | {readonly state: 'conflict'; readonly theirs: StoredRecipe | null}
  | {readonly state: 'refused'; readonly problem: Problem};

/**
 * Writes a recipe, unless what is stored is no longer what the editor began with. Metaobjects have no compare-and-set: between
 * the look and the write a moment stays in which the last one wins.
 * @param base what was stored when the editor opened; null where nothing was
 * @throws AdminError
 */
export async function saveRecipe(
  host: HomeHost,
  recipe: Recipe,
  enabled: boolean,
  base: StoredRecipe | null,
): Promise<Saved> {
  const {data} = await patient(host).request(HomeRecipe, {handle: {type: TYPE, handle: recipe.handle}});
  const theirs = data.recipe ? storedRecipeFromAdmin(data.recipe) : null;
  if (!sameEntry(theirs, base)) return {state: 'conflict', theirs};
  return write(host, recipe.handle, {recipe: JSON.stringify(recipe), enabled: String(enabled)});
}

/** Offers a recipe to staff or doesn't. A preset that the shop never stored is stored for it. @throws AdminError */
export function switchRecipe(host: HomeHost, handle: string, enabled: boolean, preset: Recipe | null): Promise<Saved> {
  return write(host, handle, {...(preset && {recipe: JSON.stringify(preset)}), enabled: String(enabled)});
}

/** Takes a stored recipe away; a preset comes back as it was. @throws AdminError */
export async function removeRecipe(host: HomeHost, base: StoredRecipe): Promise<Saved> {
  const {data} = await patient(host).request(MetaobjectDelete, {id: base.id});
  const {deletedId, userErrors = []} = data.metaobjectDelete || {};
  const gone = Boolean(deletedId) || userErrors.some(({code}) => code === 'RECORD_NOT_FOUND');
  return gone ? {state: 'saved'} : {state: 'refused', problem: refusedBy('invalid', userErrors)};
}

async function write(host: HomeHost, handle: string, fields: Record<string, string>): Promise<Saved> {
  const {data} = await patient(host).request(MetaobjectUpsert, {
    handle: {type: TYPE, handle},
    metaobject: {fields: Object.entries(fields).map(([key, value]) => ({key, value}))},
  });
  const {metaobject, userErrors = []} = data.metaobjectUpsert || {};
  return metaobject ? {state: 'saved'} : {state: 'refused', problem: refusedBy('invalid', userErrors)};
}

/** Times are to the second, so the version counts as well. */
function sameEntry(one: StoredRecipe | null, other: StoredRecipe | null): boolean {
  const print = (entry: StoredRecipe | null): string =>
    JSON.stringify(entry && [entry.id, entry.updatedAt, entry.enabled, entry.recipe?.version]);
  return print(one) === print(other);
}
