import {HomeRecipes} from '../../../graphql/generated/operations.ts';
import type {HomeRecipesQuery} from '../../../graphql/generated/admin.generated.d.ts';
import {type StoredRecipe, storedRecipeFromAdmin} from '../../adapters/index.ts';
import {withRetry} from '../../execution/admin/retry.ts';
import type {AdminApi} from '../../execution/types.ts';
import type {HomeHost} from './home-host.ts';

export interface HomeData {
  readonly shop: {readonly currency: string};
  readonly stored: readonly StoredRecipe[];
  readonly settings: HomeRecipesQuery['settings'];
}

/** One try each, patient where Shopify is busy. */
export function patient({admin, wait}: Pick<HomeHost, 'admin' | 'wait'>): AdminApi {
  return withRetry(admin, wait);
}

/** All recipes, however many there are, and the settings. @throws AdminError, InputError */
export async function readHome(host: HomeHost): Promise<HomeData> {
  const admin = patient(host);
  const stored: StoredRecipe[] = [];
  let page = await recipesAfter(admin, null);
  for (;;) {
    stored.push(...page.recipes.nodes.map(storedRecipeFromAdmin));
    const {hasNextPage, endCursor} = page.recipes.pageInfo;
    if (hasNextPage && endCursor) page = await recipesAfter(admin, endCursor);
    else {
      return {shop: {currency: page.shop.currencyCode}, stored, settings: page.settings};
    }
  }
}

async function recipesAfter(admin: AdminApi, after: string | null): Promise<HomeRecipesQuery> {
  return (await admin.request(HomeRecipes, {after})).data;
}
