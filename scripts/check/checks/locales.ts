import {globSync, readFileSync} from 'node:fs';
import {basename, join} from 'node:path';
import type {Problem} from '../problem.ts';
import {extensionConfigs, folderOf, isTable, tables} from '../project.ts';

/** Our own limit, well below what a bundle may weigh: words are loaded with the extension. */
const MAX_BYTES = 64 * 1024;

/** Shopify's CLI reads no locale files of these: their words stand in the toml. */
const WITHOUT_LOCALES = new Set(['flow_trigger', 'flow_action']);

type Words = Map<string, string>;

/** Every text of a locale file by its path; plural forms (`one`, `other`, …) count as one text, since languages differ in them. */
function wordsOf(value: unknown, path = '', words: Words = new Map()): Words {
  if (!isTable(value)) return words.set(path, String(value));
  const names = Object.keys(value);
  const isPlural =
    names.includes('other') && names.every((name) => ['zero', 'one', 'two', 'few', 'many', 'other'].includes(name));
  if (isPlural) return words.set(path, String(value['other']));
  for (const name of names) wordsOf(value[name], path === '' ? name : `${path}.${name}`, words);
  return words;
}

function placeholders(text: string): string {
  return [...text.matchAll(/\{\{\s*([A-Za-z0-9_]+)\s*\}\}/g)]
    .map(([, name]) => name)
    .toSorted()
    .join(', ');
}

function read(root: string, file: string): Words | Problem {
  const path = join(root, file);
  const bytes = readFileSync(path);
  if (bytes.length > MAX_BYTES) {
    return {file, key: 'size', found: `${bytes.length} bytes.`, fix: `Keep a locale file within ${MAX_BYTES} bytes.`};
  }
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    if (!isTable(value) || Object.keys(value).length === 0) throw new Error('no words');
    return wordsOf(value);
  } catch (error) {
    return {
      file,
      key: 'JSON',
      found: `can't be read (${error instanceof Error ? error.message : 'unknown'}).`,
      fix: 'Write an object of texts.',
    };
  }
}

function compare(file: string, words: Words, defaultFile: string, defaults: Words): Problem[] {
  const problems: Problem[] = [];
  for (const [key, text] of defaults) {
    const own = words.get(key);
    if (own === undefined) {
      problems.push({file, key, found: `is missing; ${defaultFile} has it.`, fix: 'Add the text.'});
    } else if (own.trim() === '') {
      problems.push({file, key, found: 'is empty.', fix: 'Write the text.'});
    } else if (placeholders(own) !== placeholders(text)) {
      const found = `has the placeholders {${placeholders(own)}} where ${defaultFile} has {${placeholders(text)}}.`;
      problems.push({file, key, found, fix: 'Use the same placeholders.'});
    }
  }
  for (const key of words.keys()) {
    if (!defaults.has(key))
      problems.push({file, key, found: `is not in ${defaultFile}.`, fix: 'Remove it or add it there.'});
  }
  return problems;
}

/** Locale files of every extension: one default, valid JSON, the same texts and placeholders in each, and what the toml names. */
export function checkLocales(root: string): Problem[] {
  return extensionConfigs(root).flatMap((config) => {
    const folder = `${folderOf(config)}/locales`;
    const files = globSync(`${folder}/*.json`, {cwd: root})
      .map((file) => file.replaceAll('\\', '/'))
      .toSorted();
    const types = tables(config.table['extensions']).map(({type}) => String(type));
    if (types.length > 0 && types.every((type) => WITHOUT_LOCALES.has(type))) {
      const fix = 'Remove them: Shopify reads none for an extension of this type.';
      return files.map((file) => ({file, key: 'the file', found: 'has words that nobody sees.', fix}));
    }
    const [defaultFile, ...more] = files.filter((file) => file.endsWith('.default.json'));
    if (defaultFile === undefined || more.length > 0) {
      const found = defaultFile === undefined ? 'has no default locale.' : `has ${more.length + 1} default locales.`;
      return [{file: folder, key: '*.default.json', found, fix: 'Keep exactly one, en.default.json.'}];
    }
    const problems: Problem[] = [];
    const read1 = read(root, defaultFile);
    if (!(read1 instanceof Map)) return [read1];
    for (const file of files) {
      const words = read(root, file);
      if (!(words instanceof Map)) problems.push(words);
      else problems.push(...compare(file, words, basename(defaultFile), read1));
    }
    for (const extension of tables(config.table['extensions'])) {
      for (const key of ['name', 'description']) {
        const value = extension[key];
        if (typeof value === 'string' && value.startsWith('t:') && !read1.has(value.slice(2))) {
          problems.push({
            file: config.file,
            key: `extensions.${key}`,
            found: `"${value}" is not in ${defaultFile}.`,
            fix: 'Add the text.',
          });
        }
      }
    }
    return problems;
  });
}
