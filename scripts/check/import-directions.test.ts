import {spawnSync} from 'node:child_process';
import {cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';

const PROJECT = join(import.meta.dirname, '..', '..');

/** One package that ships and one that doesn't, as the project's package.json has them; and files that may be imported. */
const SURROUNDINGS: Readonly<Record<string, string>> = {
  'node_modules/preact/package.json': '{"name": "preact", "version": "1.0.0", "main": "index.js"}',
  'node_modules/preact/index.js': 'exports.h = 1;',
  'node_modules/vitest/package.json': '{"name": "vitest", "version": "1.0.0", "main": "index.js"}',
  'node_modules/vitest/index.js': 'exports.test = 1;',
  'src/core/a.ts': 'export const a = 1;\nexport type A = 1;',
  'src/adapters/a.ts': "export {a} from '../core/a.ts';",
  'src/execution/a.ts': "export {a} from '../adapters/a.ts';",
  'src/ui/a.ts': "import {h} from 'preact';\nexport {a} from '../execution/a.ts';\nexport type A = typeof h;",
  'extensions/two/src/a.ts': "export {a} from '../../../src/ui/a.ts';",
  'src/ui/egg.ts': "import {chicken} from './chicken.ts';\nexport const egg = chicken;",
  'lab/a.ts': "export {a} from '../src/ui/a.ts';",
};

/** One file each that breaks a rule. */
const FAULTS: readonly (readonly [rule: string, file: string, text: string])[] = [
  ['core-is-pure', 'src/core/up.ts', "export {a} from '../adapters/a.ts';"],
  ['core-is-pure', 'src/core/node.ts', "export {readFileSync} from 'node:fs';"],
  ['core-is-pure', 'src/core/package.ts', "export {h} from 'preact';"],
  ['core-is-pure', 'src/core/type.ts', "import type {A} from '../ui/a.ts';\nexport type B = A;"],
  ['adapters', 'src/adapters/up.ts', "export {a} from '../execution/a.ts';"],
  ['message', 'src/message/up.ts', "export {a} from '../execution/a.ts';"],
  ['execution', 'src/execution/up.ts', "export {a} from '../ui/a.ts';"],
  ['endpoint', 'src/endpoint/up.ts', "export {a} from '../ui/a.ts';"],
  ['extensions-are-thin', 'extensions/one/src/deep.ts', "export {a} from '../../../src/core/a.ts';"],
  ['extensions-are-thin', 'extensions/one/src/beside.ts', "export {a} from '../../two/src/a.ts';"],
  ['what-ships-is-alone', 'src/ui/lab.ts', "export {a} from '../../lab/a.ts';"],
  ['lab-api-is-independent', 'lab/admin-api/core.ts', "export {a} from '../../src/core/a.ts';"],
  ['lab-api-is-independent', 'lab/flow/core.ts', "export {a} from '../../src/core/a.ts';"],
  ['dev-dependencies-stay-home', 'src/ui/tool.ts', "export {test} from 'vitest';"],
  ['no-cycles', 'src/ui/chicken.ts', "import {egg} from './egg.ts';\nexport const chicken = egg;"],
  ['resolvable', 'src/ui/gone.ts', "export {a} from './nowhere.ts';"],
];

const root = mkdtempSync(join(tmpdir(), 'directions-'));
let violations: {from: string; rule: {name: string}}[] = [];

beforeAll(() => {
  for (const part of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json'])
    cpSync(join(PROJECT, part), join(root, part));
  const faulty = Object.fromEntries(FAULTS.map(([, file, text]) => [file, text]));
  for (const [file, text] of Object.entries({...SURROUNDINGS, ...faulty})) {
    mkdirSync(dirname(join(root, file)), {recursive: true});
    writeFileSync(join(root, file), `${text}\n`);
  }
  const cruiser = join(PROJECT, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
  const options = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src', 'extensions', 'lab'];
  const {stdout} = spawnSync(process.execPath, [cruiser, ...options], {cwd: root, encoding: 'utf8'});
  ({violations} = (JSON.parse(stdout) as {summary: {violations: typeof violations}}).summary);
}, 60_000);

afterAll(() => rmSync(root, {recursive: true, force: true}));

describe('imports point one way', () => {
  it.each(FAULTS)('%s: %s is found', (rule, file) => {
    expect(violations.filter(({from}) => from === file).map((violation) => violation.rule.name)).toContain(rule);
  });

  it('and what keeps to it is left alone', () => {
    const faulty = new Set(FAULTS.map(([, file]) => file));
    expect(violations.filter(({from}) => !faulty.has(from))).toEqual([]);
  });
});
