/**
 * Runs before `npm start` and `npm test`, on the machine's own Node (20.10 or newer) and without node_modules:
 * installs with `npm ci` what the lock file asks for and is not there. Says nothing when all is well.
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

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 10)) {
  console.error(
    `This machine has Node ${process.versions.node}; Refund Recipes needs 20.10 or newer to install itself.`,
  );
  process.exit(1);
}

if (!isReady()) {
  console.error('Installing what is missing (npm ci). This happens once.');
  // npm passes its own path on; on its own, the script asks the shell for npm.
  const npm = process.env.npm_execpath;
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const result = npm
    ? spawnSync(process.execPath, [npm, ...args], {cwd: root, encoding: 'utf8'})
    : spawnSync('npm', args, {cwd: root, encoding: 'utf8', shell: process.platform === 'win32'});
  if (result.status !== 0) {
    console.error(`${result.stdout ?? ''}${result.stderr ?? ''}`.trim());
    console.error('npm ci failed; what it said is above.');
    process.exit(result.status ?? 1);
  }
}
remember();
