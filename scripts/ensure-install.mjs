// Runs before every npm script, on whatever Node the machine has: installs the packages when they are missing or when the lock
// file has changed since. Prints to stderr only, so that a command's own output stays clean. No imports beyond Node's own.
import {spawnSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const mark = join(root, 'node_modules', '.installed-lock');
const lock = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex');
const node = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');

if (!existsSync(node) || !existsSync(mark) || readFileSync(mark, 'utf8') !== lock) {
  process.stderr.write('Installing packages (once, about a minute) …\n');
  const {status, error, stderr} = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    process.stderr.write(`npm ci failed: ${error?.message ?? stderr.trim()}\nCheck the network and run the command again.\n`);
    process.exit(1);
  }
  writeFileSync(mark, lock);
}
