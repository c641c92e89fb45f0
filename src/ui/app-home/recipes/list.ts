import type {StoredRecipe} from '../../../adapters/index.ts';
import {canonicalJson} from '../../../execution/canonical.ts';
import {PRESET_RULES, type Recipe} from '../../../core/index.ts';
import type {Words} from '../../words/words.ts';

/** A recipe as the list shows it. */
export interface Listed {
  readonly handle: string;
  /** A preset as it comes, a preset that the shop keeps in its own way, or a recipe of the shop. */
  readonly kind: 'preset' | 'changedPreset' | 'own';
  readonly enabled: boolean;
  /** Null where what is stored can't be used. */
  readonly recipe: Recipe | null;
  readonly stored: StoredRecipe | null;
}

/**
 * The shop's own recipes, then the presets. What the shop stored under a preset's handle stands in its place, in the order
 * action as well; so a preset is switched off by storing it, switched off.
 */
export function listed(stored: readonly StoredRecipe[], words: Words): readonly Listed[] {
  const all = presetsIn(words);
  const byHandle = new Map(stored.map((entry) => [entry.handle, entry]));
  const own = stored
    .filter(({handle}) => all.every((preset) => preset.handle !== handle))
    .map((entry) => ({...entry, kind: 'own' as const, stored: entry}));
  const presets = all.map((preset): Listed => {
    const entry = byHandle.get(preset.handle) || null;
    if (!entry) return {handle: preset.handle, kind: 'preset', enabled: true, recipe: preset, stored: null};
    const {handle, enabled, recipe} = entry;
    return {handle, enabled, recipe, kind: isSame(recipe, preset) ? 'preset' : 'changedPreset', stored: entry};
  });
  return [...own.toSorted((one, other) => one.handle.localeCompare(other.handle)), ...presets];
}

const LANGUAGES = ['en', 'nl'] as const;

/** The presets with their words in every language: what is stored of one, or copied, keeps them all. */
function presetsIn(words: Words): readonly Recipe[] {
  return PRESET_RULES.map((rules) => {
    const say = (of: 'title' | 'summary') =>
      Object.fromEntries(
        LANGUAGES.map((to) => [to, words.t(`presetIn.${to}.${rules.handle}.${of}`)]),
      ) as Recipe['title'];
    return {...rules, title: say('title'), summary: say('summary')};
  });
}

function isSame(recipe: Recipe | null, preset: Recipe): boolean {
  return canonicalJson(recipe) === canonicalJson(preset);
}

/** A handle that is free: `chosen-items-2`. */
export function freeHandle(handle: string, taken: readonly string[]): string {
  const base = handle.slice(0, 58).replace(/-+$/, '');
  for (let number = 2; ; number += 1) {
    const candidate = `${base}-${number}`;
    if (!taken.includes(candidate)) return candidate;
  }
}
