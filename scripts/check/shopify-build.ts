/**
 * `npm run -s check:shopify-build`: Shopify's own `app build` on a copy of what we deploy, with each app config, then its bundles
 * against ours, byte for byte but for the letters of short names. Needs no login and no network.
 */
import {spawnSync} from 'node:child_process';
import {cpSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {basename, join, relative} from 'node:path';
import {transformSync} from 'esbuild';
import {buildExtensions} from '../build/index.ts';

/** The CLI has looped for ever on bundling errors in some versions. */
const TIMEOUT = 120_000;
const PARTS = ['package.json', 'package-lock.json', 'tsconfig.json', 'extensions', 'src', 'graphql'];
const LEFT_OUT = new Set(['node_modules', 'dist', '.shopify']);

const root = join(import.meta.dirname, '..', '..');
const CONFIGS = globSync('shopify.app*.toml', {cwd: root}).toSorted();

/** A copy, because the CLI writes manifests and declarations next to the sources; what a merchant fills in is filled in. */
function copyOfProject(): string {
  const copy = mkdtempSync(join(tmpdir(), 'shopify-build-'));
  for (const part of [...PARTS, ...CONFIGS]) {
    cpSync(join(root, part), join(copy, part), {recursive: true, filter: (from) => !LEFT_OUT.has(basename(from))});
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  for (const config of CONFIGS) {
    const toml = readFileSync(join(copy, config), 'utf8')
      .replace(/^client_id = ""/m, `client_id = "${'0'.repeat(32)}"`)
      .replace(/^application_url = "REPLACE ME.*"/m, 'application_url = "https://function.example"');
    writeFileSync(join(copy, config), toml);
  }
  return copy;
}

function shopifyBuild(copy: string, config: string): boolean {
  const cli = join(root, 'node_modules', '@shopify', 'cli', 'bin', 'run.js');
  const {status, stdout, stderr} = spawnSync(
    process.execPath,
    [cli, 'app', 'build', '--path', copy, '--config', config],
    {
      cwd: copy,
      encoding: 'utf8',
      timeout: TIMEOUT,
      env: {...process.env, SHOPIFY_CLI_NO_ANALYTICS: '1', CI: '1', NO_COLOR: '1', FORCE_COLOR: '0'},
    },
  );
  if (status !== 0) console.error(`${stdout}\n${stderr}`.slice(-4000));
  return status === 0;
}

/**
 * A bundle with its short names dealt out anew: esbuild deals out letters by how often names occur, and where two occur equally
 * often the CLI's entry and ours can swap them. Of what differs in nothing else it makes the same text.
 */
function renamed(file: string): string {
  return transformSync(readFileSync(file, 'utf8'), {minifyIdentifiers: true, format: 'iife', target: 'es6'}).code;
}

const copy = copyOfProject();
try {
  const failed = CONFIGS.filter((config) => {
    const isBuilt = shopifyBuild(copy, config);
    console.log(`${isBuilt ? 'ok' : 'FAILED'}  shopify app build, ${config}`);
    return !isBuilt;
  });
  if (failed.length > 0) process.exitCode = 1;
  else {
    for (const {file} of await buildExtensions()) {
      const name = relative(root, file);
      const theirs = join(copy, name);
      const isSame = existsSync(theirs) && renamed(theirs) === renamed(file);
      console.log(`${isSame ? 'ok' : 'FAILED'}  ${name} is what Shopify builds`);
      if (!isSame) process.exitCode = 1;
    }
  }
} finally {
  rmSync(copy, {recursive: true, force: true});
}
