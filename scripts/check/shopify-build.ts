/**
 * `npm run -s check:shopify-build`: Shopify's own `app build` on a copy of what we deploy, then its bundles against ours, byte for
 * byte. Needs no login and no network.
 */
import {spawnSync} from 'node:child_process';
import {cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {basename, join, relative} from 'node:path';
import {buildExtensions} from '../build/index.ts';

/** The CLI has looped for ever on bundling errors in some versions. */
const TIMEOUT = 120_000;
const PARTS = [
  'shopify.app.toml',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'extensions',
  'src',
  'graphql',
];
const LEFT_OUT = new Set(['node_modules', 'dist', '.shopify']);

const root = join(import.meta.dirname, '..', '..');

/** A copy, because the CLI writes manifests and declarations next to the sources, and a client id, because it wants one. */
function copyOfProject(): string {
  const copy = mkdtempSync(join(tmpdir(), 'shopify-build-'));
  for (const part of PARTS) {
    cpSync(join(root, part), join(copy, part), {recursive: true, filter: (from) => !LEFT_OUT.has(basename(from))});
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  const toml = join(copy, 'shopify.app.toml');
  writeFileSync(
    toml,
    readFileSync(toml, 'utf8').replace('client_id = ""', 'client_id = "00000000000000000000000000000000"'),
  );
  return copy;
}

function shopifyBuild(copy: string): boolean {
  const cli = join(root, 'node_modules', '@shopify', 'cli', 'bin', 'run.js');
  const {status, stdout, stderr} = spawnSync(process.execPath, [cli, 'app', 'build', '--path', copy], {
    cwd: copy,
    encoding: 'utf8',
    timeout: TIMEOUT,
    env: {...process.env, SHOPIFY_CLI_NO_ANALYTICS: '1', CI: '1', NO_COLOR: '1', FORCE_COLOR: '0'},
  });
  if (status !== 0) console.error(`${stdout}\n${stderr}`.slice(-4000));
  return status === 0;
}

/**
 * A bundle with its short names numbered as they first appear: esbuild deals out letters by how often they occur, and where
 * two occur equally often the CLI's entry and ours can swap them. Everything else is compared byte for byte.
 */
function unnamed(bundle: string): string {
  const numbers = new Map<string, number>();
  return bundle.replaceAll(/(?<![\w$])[A-Za-z_$][\w$]{0,2}(?![\w$])/g, (name) => {
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    return `#${number}`;
  });
}

const copy = copyOfProject();
try {
  if (!shopifyBuild(copy)) {
    console.error('FAILED  shopify app build');
    process.exitCode = 1;
  } else {
    console.log('ok  shopify app build');
    for (const {file} of await buildExtensions()) {
      const name = relative(root, file);
      const theirs = join(copy, name);
      const isSame =
        existsSync(theirs) && unnamed(readFileSync(theirs, 'utf8')) === unnamed(readFileSync(file, 'utf8'));
      console.log(`${isSame ? 'ok' : 'FAILED'}  ${name} is what Shopify builds`);
      if (!isSame) process.exitCode = 1;
    }
  }
} finally {
  rmSync(copy, {recursive: true, force: true});
}
