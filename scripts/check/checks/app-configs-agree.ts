import {globSync} from 'node:fs';
import type {Problem} from '../problem.ts';
import {appConfigs, extensionConfigs, folderOf, isTable, type Table, tables, type TomlFile} from '../project.ts';

const DEFAULT = 'shopify.app.toml';

/** What needs nothing else; the others come with a config of their own. */
const ALWAYS = ['ui_extension', 'flow_trigger'];

interface Variant {
  /** Which extensions the config has beside those that are always there. */
  readonly type: string;
  /** Keys that may say something else than the default config. */
  readonly own: readonly string[];
}

const VARIANTS: Readonly<Record<string, Variant>> = {
  'shopify.app.with-templates.toml': {type: 'flow_template', own: []},
  // Flow posts to the merchant's own function, and so the app lives there.
  'shopify.app.with-actions.toml': {type: 'flow_action', own: ['application_url', 'auth.redirect_urls']},
};

/**
 * The app configs are one app: what they share is the same in each, and each has exactly its extensions. Templates may need Shopify's
 * review, which blocks a release, and an action without a function would post to a page of Shopify's.
 */
export function checkAppConfigsAgree(root: string): Problem[] {
  const configs = appConfigs(root);
  const standard = configs.find(({file}) => file === DEFAULT);
  if (!standard) return [];
  return configs.flatMap((config) => {
    const variant = VARIANTS[config.file];
    if (!variant && config !== standard) {
      const fix = `Use one of ${[DEFAULT, ...Object.keys(VARIANTS)].join(', ')}.`;
      return [{file: config.file, key: 'the file', found: 'is an app config that the checks don’t know.', fix}];
    }
    const differences = variant ? differing(config, standard.table, variant.own) : [];
    return [...differences, ...wrongExtensions(root, config, variant ? [...ALWAYS, variant.type] : ALWAYS)];
  });
}

function differing({file, table}: TomlFile, standard: Table, own: readonly string[]): Problem[] {
  const mine = leavesOf(table);
  const theirs = leavesOf(standard);
  return [...new Set([...mine.keys(), ...theirs.keys()])]
    .filter((key) => key !== 'extension_directories' && !own.includes(key) && mine.get(key) !== theirs.get(key))
    .map((key) => ({
      file,
      key,
      found: `is ${mine.get(key) ?? 'missing'}; ${DEFAULT} says ${theirs.get(key) ?? 'nothing'}.`,
      fix: 'Say the same in both: they are one app.',
    }));
}

/** Every value as JSON by its path. */
function leavesOf(table: Table, path = '', leaves: Map<string, string> = new Map()): Map<string, string> {
  for (const [name, value] of Object.entries(table)) {
    const key = path === '' ? name : `${path}.${name}`;
    if (isTable(value)) leavesOf(value, key, leaves);
    else leaves.set(key, JSON.stringify(value));
  }
  return leaves;
}

function wrongExtensions(root: string, {file, table}: TomlFile, wanted: readonly string[]): Problem[] {
  const key = 'extension_directories';
  const patterns = table[key];
  if (!Array.isArray(patterns)) {
    const fix = 'Name them: without it Shopify takes every folder under extensions.';
    return [{file, key, found: 'is missing.', fix}];
  }
  const folders = new Set(patterns.flatMap((pattern) => globSync(String(pattern), {cwd: root})).map(slashes));
  return extensionConfigs(root).flatMap((extension) => {
    const folder = folderOf(extension);
    const types = tables(extension.table['extensions']).map(({type}) => String(type));
    const belongs = types.some((type) => wanted.includes(type));
    if (belongs === folders.has(folder)) return [];
    return [
      belongs
        ? {file, key, found: `leaves out ${folder}.`, fix: 'Add a pattern for it.'}
        : {file, key, found: `takes ${folder} (${types.join(', ')}) along.`, fix: 'That has a config of its own.'},
    ];
  });
}

const slashes = (path: string): string => path.replaceAll('\\', '/');
