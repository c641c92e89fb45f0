/** `npm run -s triggers` writes the trigger extensions and docs/triggers.md; `-- --check` only tells what is out of date. */
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {triggerFiles} from './triggers/files.ts';

const root = join(import.meta.dirname, '..');
const check = process.argv.includes('--check');
for (const {path, text} of await triggerFiles()) {
  const file = join(root, path);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
  if (check) process.exitCode = 1;
  else {
    mkdirSync(dirname(file), {recursive: true});
    writeFileSync(file, text);
  }
  console.log(`${path} ${check ? 'is out of date: run npm run -s triggers' : 'written'}`);
}
