import {HomeRecipe} from '../../../graphql/generated/operations.ts';
import {withRetry} from '../../execution/admin/retry.ts';
import type {RefundRequest} from '../../execution/requests/types.ts';
import type {Words} from '../words/words.ts';
import type {BlockHost} from './host.ts';

type Title = Readonly<Record<string, string>>;
export type RecipeTitles = ReadonlyMap<string, Title>;

/** The titles of the shop's own recipes that requests name. Nothing waits for them, and none is no fault: the handle stands. */
export async function recipeTitles(
  {admin, wait}: Pick<BlockHost, 'admin' | 'wait'>,
  requests: readonly RefundRequest[],
): Promise<RecipeTitles> {
  const titles = new Map<string, Title>();
  for (const handle of new Set(requests.map(({recipe}) => recipe.handle))) {
    try {
      const {data} = await withRetry(admin, wait).request(HomeRecipe, {handle: {type: '$app:refund-recipe', handle}});
      const {title} = JSON.parse(data.recipe?.recipe?.value || '{}') as {title?: Title};
      if (title) titles.set(handle, title);
    } catch {
      // The handle stands.
    }
  }
  return titles;
}

/** A recipe as staff know it: the shop's own title, a preset's, else its handle. */
export function titleOf(handle: string, titles: RecipeTitles, words: Words): string {
  const own = titles.get(handle);
  if (own) return own[words.language] || own['en'] || handle;
  try {
    const key = `preset.${handle}.title`;
    const title = words.t(key);
    return title.includes(key) ? handle : title || handle;
  } catch {
    return handle;
  }
}
