import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, expect, it} from 'vitest';
import {watchExtensions} from './index.ts';

const TOML = `api_version = "2026-07"
[[extensions]]
type = "ui_extension"
name = "Try"
handle = "try"
[[extensions.targeting]]
target = "admin.app.home.render"
module = "./index.ts"
`;

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'watch-'));
  mkdirSync(join(root, 'try'));
  writeFileSync(join(root, 'try', 'shopify.extension.toml'), TOML);
});
afterEach(() => rmSync(root, {recursive: true, force: true}));

it('builds again at a change, and names file and line of one that does not build', async () => {
  const source = join(root, 'try', 'index.ts');
  const told: string[][] = [];
  writeFileSync(source, "export default () => 'first';");
  const watching = await watchExtensions((_extension, _file, errors) => told.push(errors), root);
  try {
    const bundle = (): string => readFileSync(join(root, 'try', 'dist', 'try.js'), 'utf8');
    await expect.poll(bundle, {timeout: 20_000}).toContain('first');
    writeFileSync(source, "export default () => 'second';");
    await expect.poll(bundle, {timeout: 20_000}).toContain('second');
    writeFileSync(source, 'export default\nconst ;');
    await expect.poll(() => told.at(-1)?.[0], {timeout: 20_000}).toMatch(/index\.ts:2: /);
  } finally {
    await Promise.all(watching.map((context) => context.dispose()));
  }
});
