import {randomBytes} from 'node:crypto';
import {cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {afterEach, describe, expect, it} from 'vitest';
import {checkAppConfig} from './checks/app-config.ts';
import {checkAppConfigsAgree} from './checks/app-configs-agree.ts';
import {checkBundles} from './checks/bundles.ts';
import {checkCustomData} from './checks/custom-data.ts';
import {checkExtensionConfigs} from './checks/extension-config.ts';
import {checkGenerated} from './checks/generated.ts';
import {checkLocales} from './checks/locales.ts';
import {checkPrivateWords} from './checks/private-words.ts';
import {checkScopes} from './checks/scopes.ts';
import {type Check, problemLine} from './problem.ts';

const PROJECT = join(import.meta.dirname, '..', '..');
const SAMPLE = 'extensions/order-sample';
const TOML = `${SAMPLE}/shopify.extension.toml`;
const EN = `${SAMPLE}/locales/en.default.json`;
const NL = `${SAMPLE}/locales/nl.json`;
const made: string[] = [];

afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, {recursive: true, force: true});
});

function write(root: string, file: string, text: string | Uint8Array): void {
  mkdirSync(dirname(join(root, file)), {recursive: true});
  writeFileSync(join(root, file), text);
}

/** The real app config and schemas with one small, faultless extension. */
function project(): string {
  const root = mkdtempSync(join(tmpdir(), 'checks-'));
  made.push(root);
  for (const part of [
    'shopify.app.toml',
    'shopify.app.with-templates.toml',
    'shopify.app.with-actions.toml',
    'graphql',
    'codegen.ts',
    'package.json',
    'scripts/schema',
  ]) {
    cpSync(join(PROJECT, part), join(root, part), {recursive: true});
  }
  symlinkSync(join(PROJECT, 'node_modules'), join(root, 'node_modules'));
  const toml = [
    'api_version = "2026-07"',
    '[[extensions]]',
    'name = "t:name"',
    'handle = "sample"',
    'type = "ui_extension"',
    'uid = "5a3e0d0c-1b52-4c3e-9d0a-6f2f8a7f1c11"',
    '[[extensions.targeting]]',
    'module = "./src/index.ts"',
    'target = "admin.order-details.action.render"',
  ];
  write(root, TOML, `${toml.join('\n')}\n`);
  write(root, `${SAMPLE}/src/index.ts`, 'export default () => 1;\n');
  write(root, `${SAMPLE}/dist/sample.js`, 'shopify.extend("x", () => 1);\n');
  write(root, EN, JSON.stringify({name: 'Refund', left: {one: '{{count}} item', other: '{{count}} items'}}));
  write(
    root,
    NL,
    JSON.stringify({name: 'Terugbetalen', left: {one: '{{count}} artikel', other: '{{count}} artikelen'}}),
  );
  return root;
}

async function found(check: Check, root: string): Promise<string[]> {
  return (await check(root)).map((problem) => problemLine(problem));
}

/** A faultless project in which `from` stands as `to`. */
function broken(file: string, from: string, to: string): string {
  const root = project();
  const text = readFileSync(join(root, file), 'utf8');
  if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
  write(root, file, text.replace(from, to));
  return root;
}

const CONFIG_CHECKS = {
  checkAppConfig,
  checkAppConfigsAgree,
  checkBundles,
  checkCustomData,
  checkExtensionConfigs,
  checkLocales,
  checkPrivateWords,
  checkScopes,
};

describe('a faultless project', () => {
  it.each(Object.entries(CONFIG_CHECKS))('%s finds nothing', async (_name, check) => {
    expect(await found(check, project())).toEqual([]);
  });
});

describe('each fault is named with file, key and fix', () => {
  const APP = 'shopify.app.toml';
  const TEMPLATES_APP = 'shopify.app.with-templates.toml';
  const faults: [string, Check, string, string, string, string][] = [
    [
      'an app key that Shopify ignores',
      checkAppConfig,
      APP,
      'embedded = true',
      'embeded = true',
      'shopify.app.toml: embeded: is not a key that Shopify reads.',
    ],
    [
      'a nested app key',
      checkAppConfig,
      APP,
      'direct_api_mode',
      'direct_mode',
      'shopify.app.toml: access.admin.direct_mode: is not a key that Shopify reads.',
    ],
    [
      'a value of the wrong kind',
      checkAppConfig,
      APP,
      'embedded = true',
      'embedded = "yes"',
      'shopify.app.toml: embedded: is "yes". Make it a boolean.',
    ],
    [
      'rights beyond those of the staff member',
      checkAppConfig,
      APP,
      '"online"',
      '"offline"',
      'shopify.app.toml: access.admin.direct_api_mode: is "offline". Set it to "online"',
    ],
    [
      'an API version we do not check',
      checkAppConfig,
      APP,
      'api_version = "2026-07"',
      'api_version = "1999-13"',
      'shopify.app.toml: webhooks.api_version: is "1999-13". Use one of',
    ],
    [
      'TOML that cannot be read',
      checkAppConfig,
      APP,
      'embedded = true',
      'embedded = ',
      "shopify.app.toml: TOML: can't be parsed",
    ],
    [
      'an app config without its extensions',
      checkAppConfigsAgree,
      APP,
      'extension_directories',
      '# extension_directories',
      'shopify.app.toml: extension_directories: is missing. Name them',
    ],
    [
      'an extension that no pattern takes in',
      checkAppConfigsAgree,
      APP,
      '"extensions/order-*"',
      '"extensions/orders-*"',
      `shopify.app.toml: extension_directories: leaves out ${SAMPLE}. Add a pattern for it.`,
    ],
    [
      'an action in the default app config',
      checkAppConfigsAgree,
      TOML,
      'type = "ui_extension"',
      'type = "flow_action"',
      `shopify.app.toml: extension_directories: takes ${SAMPLE} (flow_action) along. That has a config of its own.`,
    ],
    [
      'app configs that differ',
      checkAppConfigsAgree,
      TEMPLATES_APP,
      'name = "Refund recipe"',
      'name = "Recipe"',
      `${TEMPLATES_APP}: metaobjects.app.refund-recipe.name: is "Recipe"; shopify.app.toml says "Refund recipe".`,
    ],
    [
      'an unknown extension type',
      checkExtensionConfigs,
      TOML,
      '"ui_extension"',
      '"ui_extention"',
      `${TOML}: extensions.type: is "ui_extention". Use one of: ui_extension`,
    ],
    [
      'an unknown extension key',
      checkExtensionConfigs,
      TOML,
      'name = ',
      'title = "x"\nname = ',
      `${TOML}: extensions.title: is not a key that Shopify reads.`,
    ],
    [
      'another API version',
      checkExtensionConfigs,
      TOML,
      '"2026-07"',
      '"2026-10"',
      `${TOML}: api_version: is "2026-10". Set it to "2026-07"`,
    ],
    [
      'a handle of 31 characters',
      checkExtensionConfigs,
      TOML,
      'handle = "sample"',
      `handle = "${'a'.repeat(31)}"`,
      `${TOML}: extensions.handle: is "${'a'.repeat(31)}". Use 1 to 30`,
    ],
    [
      'no uid',
      checkExtensionConfigs,
      TOML,
      'uid = "5a3e0d0c-1b52-4c3e-9d0a-6f2f8a7f1c11"',
      '',
      `${TOML}: extensions.uid: is missing. Write a new UUID`,
    ],
    [
      'an unknown target',
      checkExtensionConfigs,
      TOML,
      'order-details',
      'order-detail',
      `${TOML}: extensions.targeting.target: "admin.order-detail.action.render" is not known.`,
    ],
    [
      'an entry that is not there',
      checkExtensionConfigs,
      TOML,
      'index.ts',
      'entry.ts',
      `${TOML}: extensions.targeting.module: "./src/entry.ts" is not a file.`,
    ],
    [
      'two targets',
      checkExtensionConfigs,
      TOML,
      '[[extensions.targeting]]',
      '[[extensions.targeting]]\nmodule = "./src/index.ts"\ntarget = "admin.order-details.block.render"\n[[extensions.targeting]]',
      `${TOML}: extensions.targeting: has 2 targets.`,
    ],
    ['broken locale JSON', checkLocales, NL, '{', '{,', `${NL}: JSON: can't be read`],
    [
      'a missing text',
      checkLocales,
      NL,
      '"name":"Terugbetalen",',
      '',
      `${NL}: name: is missing; en.default.json has it. Add the text.`,
    ],
    ['an empty text', checkLocales, NL, 'Terugbetalen', ' ', `${NL}: name: is empty.`],
    [
      'another placeholder',
      checkLocales,
      NL,
      '{{count}} artikelen',
      '{{aantal}} artikelen',
      `${NL}: left: has the placeholders {aantal} where en.default.json has {count}.`,
    ],
    ['a text too many', checkLocales, NL, '"name"', '"naam":"x","name"', `${NL}: naam: is not in en.default.json.`],
    [
      'a name without words',
      checkLocales,
      TOML,
      't:name',
      't:title',
      `${TOML}: extensions.name: "t:title" is not in ${EN}.`,
    ],
    [
      'an unknown field type',
      checkCustomData,
      APP,
      'type = "json"',
      'type = "jsn"',
      'shopify.app.toml: metaobjects.app.refund-recipe.fields.recipe.type: is "jsn". Use one of',
    ],
    [
      'a type name that is too short',
      checkCustomData,
      APP,
      '[metaobjects.app.refund-settings]',
      '[metaobjects.app.rs]\nname = "x"\nfields = {ab = {name = "x", type = "json"}}\n[metaobjects.app.refund-settings]',
      'shopify.app.toml: metaobjects.app.rs: is not a valid type. Use 3 to 255',
    ],
    [
      'an unknown field key',
      checkCustomData,
      APP,
      'required = true',
      'require = true',
      'shopify.app.toml: metaobjects.app.refund-recipe.fields.recipe.require: is not a key',
    ],
    [
      'a field without a name',
      checkCustomData,
      APP,
      'name = "Offered to staff"\n',
      '',
      'shopify.app.toml: metaobjects.app.refund-recipe.fields.enabled.name: is missing.',
    ],
    [
      'a display field that is not there',
      checkCustomData,
      APP,
      'display_name_field = "order"',
      'display_name_field = "title"',
      'metaobjects.app.refund-evidence.display_name_field: "title" is not one of its fields.',
    ],
    [
      'access that does not exist',
      checkCustomData,
      APP,
      '"merchant_read_write"',
      '"everyone"',
      'metaobjects.app.refund-recipe.access.admin: is "everyone". Use merchant_read or merchant_read_write.',
    ],
    [
      'a missing scope',
      checkScopes,
      APP,
      'scopes = "write_orders,',
      'scopes = "read_orders,',
      'shopify.app.toml: access_scopes.scopes: has nothing that allows Mutation.refundCreate. Add write_orders.',
    ],
    [
      'a scope too many',
      checkScopes,
      APP,
      'scopes = "write_orders,',
      'scopes = "write_products,write_orders,',
      'asks for write_products, which no operation needs. Remove it.',
    ],
    [
      'a scope without its reason',
      checkScopes,
      APP,
      '# read_locations ',
      '# locations ',
      'gives no reason for read_locations.',
    ],
    [
      'somebody’s home folder',
      checkPrivateWords,
      EN,
      'Refund',
      ['', 'home', 'somebody', 'refund'].join('/'),
      `${EN}: line 1: holds a path of one machine.`,
    ],
  ];
  it.each(faults)('%s', async (_name, check, file, from, to, line) => {
    expect(await found(check, broken(file, from, to))).toEqual(expect.arrayContaining([expect.stringContaining(line)]));
  });

  it('a second default locale, and none', async () => {
    const root = project();
    write(root, `${SAMPLE}/locales/nl.default.json`, '{"name":"x"}');
    expect(await found(checkLocales, root)).toEqual([
      `${SAMPLE}/locales: *.default.json: has 2 default locales. Keep exactly one, en.default.json.`,
    ]);
    rmSync(join(root, SAMPLE, 'locales'), {recursive: true});
    expect(await found(checkLocales, root)).toEqual([
      `${SAMPLE}/locales: *.default.json: has no default locale. Keep exactly one, en.default.json.`,
    ]);
  });

  it('an app config that nothing checks', async () => {
    const root = project();
    cpSync(join(root, APP), join(root, 'shopify.app.staging.toml'));
    expect(await found(checkAppConfigsAgree, root)).toEqual([
      expect.stringContaining('shopify.app.staging.toml: the file: is an app config that the checks don’t know.'),
    ]);
  });

  it('the same uid twice', async () => {
    const root = project();
    write(
      root,
      'extensions/twin/shopify.extension.toml',
      readFileSync(join(root, TOML), 'utf8').replace('"sample"', '"twin"'),
    );
    write(root, 'extensions/twin/src/index.ts', 'export default () => 1;\n');
    expect(await found(checkExtensionConfigs, root)).toEqual([
      `extensions/twin/shopify.extension.toml: extensions.uid: is the same as in ${TOML}. Give each extension its own.`,
    ]);
  });

  it('a bundle that is missing, near Shopify’s limit, and above it', async () => {
    const root = project();
    const bundle = `${SAMPLE}/dist/sample.js`;
    write(root, bundle, randomBytes(62_000));
    expect(await found(checkBundles, root)).toEqual([
      expect.stringMatching(/sample\.js: compressed size: is 620\d\d bytes\. Bring it to 61440/),
    ]);
    write(root, bundle, randomBytes(70_000));
    expect(await found(checkBundles, root)).toEqual([expect.stringContaining('and Shopify refuses more than 65536.')]);
    write(root, bundle, '');
    const held = `${SAMPLE}/dist/order-refund.js`;
    write(root, held, randomBytes(62_800));
    expect(await found(checkBundles, root)).toEqual([
      expect.stringMatching(/order-refund\.js: compressed size: is 628\d\d bytes\. Bring it to 62700 bytes or less\./),
    ]);
    rmSync(join(root, held));
    rmSync(join(root, bundle));
    expect(await found(checkBundles, root)).toEqual([`${bundle}: the file: is not built. Run npm run -s build.`]);
  });

  it('a lock file that names a registry', async () => {
    const root = project();
    write(root, 'package-lock.json', '{\n  "resolved": "https://registry.example/preact.tgz"\n}\n');
    expect(await found(checkPrivateWords, root)).toEqual([
      expect.stringContaining('package-lock.json: line 2: names a registry.'),
    ]);
  });

  it('a generated file that its generator would write differently', async () => {
    const file = 'graphql/generated/operations.ts';
    const root = broken(file, 'export const', 'export  const');
    expect(await found(checkGenerated, root)).toEqual([
      `${file}: the file: is not what its generator writes now. Run npm run -s codegen and commit the result.`,
    ]);
    expect(existsSync(join(root, file))).toBe(true);
  }, 60_000);
});

describe('the words of a Flow action', () => {
  const FOLDER = 'extensions/flow-actions/sample';
  const ACTION = ['[[extensions]]', 'name = "Refund"', 'handle = "refund"', 'type = "flow_action"', 'uid = "u-1"'];

  it('stand in its toml: it needs no locale files', async () => {
    const root = project();
    write(root, `${FOLDER}/shopify.extension.toml`, ACTION.join('\n'));
    expect(await found(checkLocales, root)).toEqual([]);
  });

  it('in locale files are seen by nobody', async () => {
    const root = project();
    write(root, `${FOLDER}/shopify.extension.toml`, ACTION.join('\n'));
    write(root, `${FOLDER}/locales/nl.json`, '{"name": "Terugbetalen"}');
    expect(await found(checkLocales, root)).toEqual([
      `${FOLDER}/locales/nl.json: the file: has words that nobody sees. Remove them: Shopify reads none for an extension of this type.`,
    ]);
  });
});
