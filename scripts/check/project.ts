import {existsSync, globSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {parse} from 'smol-toml';
import type {Problem} from './problem.ts';

export type Table = Record<string, unknown>;

export interface TomlFile {
  /** Relative to the root, with forward slashes. */
  readonly file: string;
  /** Empty where the file can't be parsed. */
  readonly table: Table;
  readonly problems: readonly Problem[];
}

export function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A list of tables (`[[name]]`), or nothing where there is none. */
export function tables(value: unknown): Table[] {
  return Array.isArray(value) ? value.filter((entry) => isTable(entry)) : [];
}

export function readToml(root: string, file: string): TomlFile {
  try {
    return {file, table: parse(readFileSync(join(root, file), 'utf8')), problems: []};
  } catch (error) {
    const [found = ''] = String(error instanceof Error ? error.message : error).split('\n');
    return {
      file,
      table: {},
      problems: [{file, key: 'TOML', found: `can't be parsed (${found}).`, fix: 'Correct the syntax.'}],
    };
  }
}

/** The app configs, the default one first. */
export function appConfigs(root: string): TomlFile[] {
  return globSync('shopify.app*.toml', {cwd: root})
    .toSorted()
    .map((file) => readToml(root, file));
}

/** Every extension's config, also those below one more folder (flow-templates/*, flow-actions/*). */
export function extensionConfigs(root: string): TomlFile[] {
  return globSync('extensions/**/shopify.extension.toml', {cwd: root, exclude: (name) => name === 'node_modules'})
    .map((file) => file.replaceAll('\\', '/'))
    .toSorted()
    .map((file) => readToml(root, file));
}

export function folderOf({file}: TomlFile): string {
  return dirname(file);
}

/** A file of the project as text, or null where it doesn't exist. */
export function textOf(root: string, file: string): string | null {
  const path = join(root, file);
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

/** The API versions of graphql/versions.json. */
export function apiVersions(root: string): {extensions: string; supported: string[]} {
  return JSON.parse(readFileSync(join(root, 'graphql', 'versions.json'), 'utf8')) as {
    extensions: string;
    supported: string[];
  };
}
