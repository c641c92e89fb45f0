import {existsSync} from 'node:fs';
import {join} from 'node:path';
import type {Problem} from '../problem.ts';
import {apiVersions, extensionConfigs, folderOf, isTable, type Table, tables, type TomlFile} from '../project.ts';
import {shapeProblems, type ShapeTable} from '../shape.ts';
import {checkTrigger} from './flow-trigger.ts';

const COMMON: ShapeTable = {name: 'string', description: 'string', handle: 'string', type: 'string', uid: 'string'};

/** What an extension of each type may say. A type that is not here would be skipped by Shopify's build without a word. */
const TYPES: Readonly<Record<string, ShapeTable>> = {
  ui_extension: {
    ...COMMON,
    targeting: [{module: 'string', target: 'string', should_render: {module: 'string'}, assets: 'string'}],
    capabilities: {api_access: 'boolean', network_access: 'boolean'},
  },
  flow_trigger: {
    ...COMMON,
    schema: 'string',
    settings: {fields: [{type: 'string', key: 'string', description: 'string'}]},
  },
  flow_template: {
    ...COMMON,
    template: {
      categories: 'strings',
      module: 'string',
      require_app: 'boolean',
      discoverable: 'boolean',
      enabled: 'boolean',
      allow_one_click_activate: 'boolean',
    },
  },
  flow_action: {
    ...COMMON,
    runtime_url: 'string',
    validation_url: 'string',
    config_page_url: 'string',
    config_page_preview_url: 'string',
    schema: 'string',
    return_type_ref: 'string',
    settings: {fields: [{type: 'string', key: 'string', name: 'string', description: 'string', required: 'boolean'}]},
  },
};

/** Shopify's server takes 30 characters though its build lets 50 pass, and a handle can't be changed once deployed. */
const HANDLE = /^[a-z0-9](?:[a-z0-9-]{0,28}[a-z0-9])?$/;
const UID = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,248}[A-Za-z0-9])?$/;

const TARGET_TYPES = 'node_modules/@shopify/ui-extensions/build/ts/surfaces/admin/targets';

function checkTargets(root: string, config: TomlFile, extension: Table, at: string): Problem[] {
  const {file} = config;
  const targeting = tables(extension['targeting']);
  const problems: Problem[] = [];
  if (targeting.length !== 1) {
    const fix = 'Give each extension exactly one target: Shopify builds only one should_render per extension.';
    problems.push({file, key: `${at}.targeting`, found: `has ${targeting.length} targets.`, fix});
  }
  for (const entry of targeting) {
    const target = String(entry['target']);
    const known = [root, join(import.meta.dirname, '..', '..', '..')].some((base) =>
      existsSync(join(base, TARGET_TYPES, `${target}.d.ts`)),
    );
    if (!known) {
      const fix = `Use a target that @shopify/ui-extensions has types for.`;
      problems.push({file, key: `${at}.targeting.target`, found: `"${target}" is not known.`, fix});
    }
    const shouldRender = isTable(entry['should_render'])
      ? [['should_render.module', entry['should_render']['module']] as const]
      : [];
    for (const [key, module] of [['module', entry['module']] as const, ...shouldRender]) {
      if (typeof module !== 'string' || !existsSync(join(root, folderOf(config), module))) {
        problems.push({
          file,
          key: `${at}.targeting.${key}`,
          found: `${JSON.stringify(module)} is not a file.`,
          fix: 'Name the entry file.',
        });
      }
    }
  }
  return problems;
}

function checkExtension(root: string, config: TomlFile, extension: Table, at: string): Problem[] {
  const {file} = config;
  const type = String(extension['type']);
  const shape = TYPES[type];
  if (!shape) {
    const fix = `Use one of: ${Object.keys(TYPES).join(', ')}; Shopify's build skips any other without a word.`;
    return [{file, key: `${at}.type`, found: `is ${JSON.stringify(extension['type'])}.`, fix}];
  }
  const problems = shapeProblems(file, extension, shape, at);
  const handle = extension['handle'];
  if (typeof handle !== 'string' || !HANDLE.test(handle)) {
    const fix = 'Use 1 to 30 lower-case letters, digits and hyphens, no hyphen at the ends.';
    problems.push({file, key: `${at}.handle`, found: `is ${JSON.stringify(handle)}.`, fix});
  }
  const uid = extension['uid'];
  if (typeof uid !== 'string' || !UID.test(uid)) {
    const fix = 'Write a new UUID: it ties the deployed extension to this folder for good.';
    problems.push({
      file,
      key: `${at}.uid`,
      found: uid === undefined ? 'is missing.' : `is ${JSON.stringify(uid)}.`,
      fix,
    });
  }
  if (typeof extension['name'] !== 'string') {
    problems.push({
      file,
      key: `${at}.name`,
      found: 'is missing.',
      fix: 'Write name = "t:name" and the words in locales.',
    });
  }
  if (type === 'flow_trigger') return [...problems, ...checkTrigger(root, config, extension, at)];
  return type === 'ui_extension' ? [...problems, ...checkTargets(root, config, extension, at)] : problems;
}

/** shopify.extension.toml of every extension: what Shopify's own build lets through. */
export function checkExtensionConfigs(root: string): Problem[] {
  const wanted = apiVersions(root).extensions;
  const configs = extensionConfigs(root);
  const taken = new Map<string, string>();
  return configs.flatMap((config) => {
    const {file, table} = config;
    if (config.problems.length > 0) return [...config.problems];
    const problems = shapeProblems(file, table, {api_version: 'string', extensions: 'anything'});
    const extensions = tables(table['extensions']);
    if (extensions.length === 0)
      problems.push({
        file,
        key: 'extensions',
        found: 'is missing.',
        fix: 'Describe the extension under [[extensions]].',
      });
    const isUi = extensions.some(({type}) => type === 'ui_extension');
    if (isUi && table['api_version'] !== wanted) {
      const fix = `Set it to "${wanted}", the version in graphql/versions.json.`;
      problems.push({file, key: 'api_version', found: `is ${JSON.stringify(table['api_version'])}.`, fix});
    }
    for (const [index, extension] of extensions.entries()) {
      const at = extensions.length === 1 ? 'extensions' : `extensions[${index}]`;
      problems.push(...checkExtension(root, config, extension, at));
      for (const key of ['handle', 'uid']) {
        const value = `${key} ${String(extension[key])}`;
        const other = taken.get(value);
        if (other !== undefined)
          problems.push({
            file,
            key: `${at}.${key}`,
            found: `is the same as in ${other}.`,
            fix: 'Give each extension its own.',
          });
        taken.set(value, file);
      }
    }
    return problems;
  });
}
