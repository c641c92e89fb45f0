/**
 * Runs before `npm start` and `npm test`, on the machine's own Node (20.10 or newer) and without node_modules:
 * installs with `npm ci` (or, where npm refuses that, `npm install`) what the lock file asks for and is not there. Says nothing when all is well.
 */
import {spawnSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const stamp = join(root, 'node_modules', '.cache', 'refund-recipes-installed');

/** Changes when the lock file does: what is installed is then stale. */
function wanted() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

/** True where npm's own record of node_modules agrees with the lock file: someone ran `npm install` or `npm ci` by hand. */
function agrees() {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  const locked = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(locked).every(
    ([path, {version, optional, os, cpu, link}]) =>
      path === '' ||
      link ||
      !path.startsWith('node_modules/') ||
      optional ||
      os ||
      cpu ||
      installed[path]?.version === version,
  );
}

function isReady() {
  if (!existsSync(join(root, 'node_modules', '.bin', 'node'))) return false;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted()) return true;
  return agrees();
}

function remember() {
  mkdirSync(dirname(stamp), {recursive: true});
  writeFileSync(stamp, wanted());
}

/** npm passes its own path on to its scripts; run by itself, this asks the shell for npm. */
function npm(command) {
  const args = [...command, '--no-audit', '--no-fund', '--loglevel=error'];
  const path = process.env.npm_execpath;
  return path
    ? spawnSync(process.execPath, [path, ...args], {cwd: root, encoding: 'utf8'})
    : spawnSync('npm', args, {cwd: root, encoding: 'utf8', shell: process.platform === 'win32'});
}

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 10)) {
  console.error(
    `This machine has Node ${process.versions.node}; Refund Recipes needs 20.10 or newer to install itself.`,
  );
  process.exit(1);
}

if (!isReady()) {
  console.error('Installing what is missing (npm ci). This happens once.');
  let result = npm(['ci']);
  // npm refuses a lock file that lacks an optional package of another platform; an install takes the same versions from it.
  if (result.status !== 0 && `${result.stderr}`.includes('EUSAGE')) result = npm(['install', '--no-save']);
  if (result.status !== 0) {
    console.error(`${result.stdout ?? ''}${result.stderr ?? ''}`.trim());
    console.error('The install failed; what npm said is above.');
    process.exit(result.status ?? 1);
  }
}
remember();
