import {mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {format} from 'prettier';
import {PRESETS} from '../src/core/index.ts';

/**
 * Assembles what each extension ships in `locales/` from the words in src/ui/locales, so that a word stands in one place.
 * `action` is a whole file, `action#action.gets` one of its sections; `preset` are the presets' own words,
 * `presetIn` the same and `message` the customer's in every language, whatever the staff member's is.
 * `npm run locales` writes; `npm run locales -- --check` only tells what is out of date.
 */
const EXTENSIONS: Readonly<Record<string, readonly string[]>> = {
  'app-home': [
    'home',
    'plan',
    'action#action.gets',
    'action#action.leg',
    'action#action.know.stopHeading',
    'action#action.amounts.max',
    'action#action.done.copyCode',
    'action#problem',
    'block#block.back',
    'block#block.owed',
    'block#block.unpaid',
    'block#block.request',
    'preset',
    'presetIn',
    'message',
  ],
  'order-refund': ['action', 'block#block.request', 'plan', 'preset', 'message'],
  'order-refund-block': [
    'block',
    'action#action.call',
    'action#action.callState',
    'action#action.done',
    'action#action.unfinished',
    'action#problem',
    'plan#component',
    'plan#class',
    'plan#destination',
    'preset',
    'message',
  ],
};

const LANGUAGES = {en: 'en.default', nl: 'nl'} as const;
type Language = keyof typeof LANGUAGES;

const root = fileURLToPath(new URL('..', import.meta.url));
const words = join(root, 'src/ui/locales');

type Tree = {[key: string]: string | Tree};

/**
 * The words of one extension in one language.
 * @throws Error where two files say the same top-level section
 */
export function assemble(extension: string, language: Language): Tree {
  const tree: Tree = {};
  for (const source of EXTENSIONS[extension] ?? []) {
    const [file, section] = source.split('#');
    const part = MADE[file || '']?.(language) ?? read(`${file}.${language}`);
    if (section === undefined) for (const [key, value] of Object.entries(part)) put(tree, [key], value);
    else put(tree, section.split('.'), at(part, section));
  }
  return tree;
}

function read(file: string, folder = words): Tree {
  return JSON.parse(readFileSync(join(folder, `${file}.json`), 'utf8')) as Tree;
}

const MADE: Readonly<Record<string, (language: Language) => Tree>> = {
  preset: (language) => ({preset: presets(language)}),
  presetIn: () => ({presetIn: {en: presets('en'), nl: presets('nl')}}),
  message: messages,
};

function presets(language: Language): Tree {
  const all = PRESETS.map(({handle, title, summary}) => {
    return [handle, {title: title[language] ?? title.en, summary: summary?.[language] ?? ''}] as const;
  });
  return Object.fromEntries(all);
}

function messages(): Tree {
  const folder = join(root, 'src/message');
  return {message: Object.fromEntries(Object.keys(LANGUAGES).map((language) => [language, read(language, folder)]))};
}

function at(tree: Tree, section: string): string | Tree {
  const found = section.split('.').reduce<string | Tree | undefined>((inside, key) => {
    return typeof inside === 'object' ? inside[key] : undefined;
  }, tree);
  if (found === undefined) throw new Error(`src/ui/locales: there is no section "${section}".`);
  return found;
}

function put(tree: Tree, [key = '', ...rest]: readonly string[], value: string | Tree): void {
  const inside = tree[key];
  if (rest.length > 0 && typeof inside !== 'string') return put((tree[key] = inside ?? {}), rest, value);
  if (inside !== undefined) throw new Error(`src/ui/locales: the section "${key}" stands in two files.`);
  tree[key] = value;
}

/** Path and text of every generated file. */
export async function localeFiles(): Promise<{path: string; text: string}[]> {
  const files = [];
  for (const extension of Object.keys(EXTENSIONS)) {
    for (const language of Object.keys(LANGUAGES) as Language[]) {
      files.push({
        path: join(root, 'extensions', extension, 'locales', `${LANGUAGES[language]}.json`),
        text: await format(JSON.stringify(assemble(extension, language)), {parser: 'json', printWidth: 120}),
      });
    }
  }
  return files;
}

async function main(): Promise<void> {
  const check = process.argv.includes('--check');
  let stale = 0;
  for (const {path, text} of await localeFiles()) {
    const folder = join(path, '..');
    mkdirSync(folder, {recursive: true});
    const name = path.slice(root.length);
    const now = readdirSync(folder).includes(path.slice(folder.length + 1)) ? readFileSync(path, 'utf8') : '';
    if (now === text) continue;
    stale += 1;
    if (!check) writeFileSync(path, text);
    console.log(`${name} ${check ? 'is out of date: run npm run locales' : 'written'}`);
  }
  if (check && stale > 0) process.exitCode = 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
