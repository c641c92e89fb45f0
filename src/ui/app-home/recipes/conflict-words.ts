import type {StoredRecipe} from '../../../adapters/index.ts';
import {RECIPE_FIELDS} from '../../../core/recipe/fields.ts';
import type {Words} from '../../words/words.ts';
import type {Difference} from './compare.ts';
import {labelOf, optionWords} from './Field.tsx';

/** What happened while somebody edited. */
export function conflictText(theirs: StoredRecipe | null, words: Words): string {
  if (!theirs) return words.t('home.conflict.removed');
  const {updatedAt, recipe} = theirs;
  return words.t('home.conflict.changed', {at: words.dateTime(updatedAt), version: recipe?.version ?? '?'});
}

/** Choices as the form says them; what was typed stays as it is. */
export function inWords(found: readonly Difference[], words: Words): readonly Difference[] {
  return found.map(({field, mine, theirs}) => {
    const path = field.replace(/\[\d+\]/g, '[]');
    const list = RECIPE_FIELDS.findLast((one) => one.path === path || one.path === `${path}[]`);
    const say = (value: string): string =>
      list?.type === 'choice' && value
        ? value
            .split(', ')
            .map((option) => optionWords(list.path, option, words))
            .join(', ')
        : value;
    return {field, mine: say(mine), theirs: say(theirs)};
  });
}

/** The field, with the number of its part. */
export function differenceLabel(field: string, words: Words): string {
  const number = /\[(\d+)\]/.exec(field)?.[1];
  const label = labelOf(field, words);
  return number === undefined ? label : `${words.t('home.conflict.part', {number: Number(number) + 1})} · ${label}`;
}
