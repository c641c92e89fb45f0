import {readFileSync} from 'node:fs';
import {InputError, PRESETS, checkRecipe, presetByHandle, type Recipe} from '../../src/core/index.ts';

/** @throws InputError for a file that can't be read or holds no JSON */
export function readJson(path: string, option: string): unknown {
  let text: string;
  try {
    // Windows writes a byte order mark in front.
    text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch {
    throw new InputError(option, path, 'Name a file that can be read.');
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputError(option, path, `Give valid JSON (${error instanceof Error ? error.message : String(error)}).`);
  }
}

/** A preset by its handle, else a file with a recipe. @throws InputError for neither, or a recipe with a fault */
export function readRecipe(name: string): Recipe {
  if (PRESETS.some((preset) => preset.handle === name)) return presetByHandle(name);
  if (!/[./\\]/.test(name)) return presetByHandle(name);
  return checkRecipe(readJson(name, '--recipe'));
}
