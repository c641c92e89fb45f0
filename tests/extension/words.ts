import {globSync, readFileSync} from 'node:fs';
import {join} from 'node:path';

export const root = join(import.meta.dirname, '../..');

type Tree = {readonly [key: string]: string | Tree};

/** An extension's words as Shopify reads them: flat keys. */
export function shipped(extension: string, file: string): Map<string, string> {
  const path = join(root, 'extensions', extension, 'locales', file);
  return new Map(flat(JSON.parse(readFileSync(path, 'utf8')) as Tree));
}

function* flat(tree: Tree, path = ''): Generator<[string, string]> {
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') yield [path + key, value];
    else yield* flat(value, `${path}${key}.`);
  }
}

export function sources(pattern: string): {path: string; text: string}[] {
  return globSync(pattern, {cwd: root})
    .filter((path) => !/\.test\.tsx?$/.test(path))
    .map((path) => ({path, text: readFileSync(join(root, path), 'utf8')}));
}

/**
 * Every key that the code asks for; a template's holes stand for one word each. Where `stepOf` and `fieldOf` are given a key,
 * they ask for those beside it too.
 */
export function askedIn(pattern: string, sections: string): string[] {
  const key = /(['`])((?:SECTIONS)\.[\w.${}()[\] ?:']+?)\1/.source.replace('SECTIONS', sections);
  return sources(pattern).flatMap(({text}) => [
    ...[...text.matchAll(new RegExp(key, 'g'))].map(([, , asked = '']) => asked),
    ...[...text.matchAll(/stepOf\(\s*words,\s*(['`])(.+?)\1/g)].flatMap(([, , asked = '']) => [
      `${asked}Ask`,
      `${asked}Yes`,
    ]),
    ...[...text.matchAll(/answer\('([\w.]+)'/g)].flatMap(([, asked = '']) => [`${asked}Ask`, `${asked}Yes`]),
    ...[...text.matchAll(/fieldOf\(words, '\w+', '([\w.]+)'\)/g)].map(([, asked = '']) => `${asked}Details`),
  ]);
}

/**
 * Shopify's `translate` as an extension knows it: placeholders, `count` choosing one or other. A key or a placeholder that is
 * missing is an error here, where Shopify would print the key.
 */
export function translator(words: ReadonlyMap<string, string>) {
  return (key: string, parameters: Readonly<Record<string, string | number>> = {}): string => {
    const plural = parameters['count'] === 1 ? 'one' : 'other';
    const text = words.get(key) ?? words.get(`${key}.${plural}`);
    if (text === undefined) throw new Error(`No words for "${key}".`);
    return text.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) => {
      const value = parameters[name];
      if (value === undefined) throw new Error(`"${key}" needs {{${name}}}.`);
      return String(value);
    });
  };
}
