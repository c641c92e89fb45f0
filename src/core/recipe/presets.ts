import {InputError} from '../errors.ts';
import {useOneOf} from './nearest.ts';
import {PRESET_RULES} from './preset-rules.ts';
import {PRESET_WORDS} from './preset-words.ts';
import type {Recipe} from './types.ts';

/** The recipes that every shop starts with. */
export const PRESETS: readonly Recipe[] = PRESET_RULES.map((rules) => ({
  ...rules,
  ...(PRESET_WORDS[rules.handle] || {title: {en: rules.handle}}),
}));

/** @throws InputError for a handle that no preset has */
export function presetByHandle(handle: string): Recipe {
  const found = PRESETS.find((recipe) => recipe.handle === handle);
  if (found) return found;
  throw new InputError(
    'recipe',
    handle,
    useOneOf(
      handle,
      PRESETS.map((recipe) => recipe.handle),
    ),
  );
}
