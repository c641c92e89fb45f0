/** `npm run -s types`: tsc for the root and, with the elements that its target allows, for each extension. */
import {spawnSync} from 'node:child_process';
import {globSync} from 'node:fs';
import {join} from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
const projects = [
  'tsconfig.json',
  // The planner also runs as Flow's Run code: the language of 2020, no browser, no Node.
  'src/core/tsconfig.json',
  ...globSync('extensions/**/tsconfig.json', {cwd: root, exclude: (name) => name === 'node_modules'}).toSorted(),
];
const failed = projects.filter((project) => {
  const {status} = spawnSync(process.execPath, [tsc, '--noEmit', '-p', project], {cwd: root, stdio: 'inherit'});
  console.log(`${status === 0 ? 'ok' : 'FAILED'}  ${project}`);
  return status !== 0;
});
process.exitCode = failed.length === 0 ? 0 : 1;
