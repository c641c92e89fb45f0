import {execFileSync} from 'node:child_process';
import {globSync, readFileSync, statSync} from 'node:fs';
import {homedir} from 'node:os';
import {dirname, join, resolve} from 'node:path';
import type {Problem} from '../problem.ts';

/** Anything that names a machine: a home folder, a drive, or a folder above this project. */
const MACHINE = /(?:^|[\s"'`(=:])(?:\/(?:home|Users)\/[\w.-]+\/|[A-Z]:\\Users\\)/;

function filesOf(root: string): string[] {
  try {
    const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return listed.split('\0').filter((file) => file !== '');
  } catch {
    return globSync('**/*', {cwd: root, exclude: (name) => name === 'node_modules' || name === '.git'});
  }
}

function registryHost(): string | null {
  const address = process.env['npm_config_registry'];
  return address !== undefined && URL.canParse(address) ? new URL(address).host : null;
}

/** No tracked file names a folder of somebody's machine or a package registry's host. */
export function checkPrivateWords(root: string): Problem[] {
  const own = [`${dirname(resolve(root))}/`, `${homedir()}/`].filter((path) => path.length > 2);
  const host = registryHost();
  return filesOf(root).flatMap((file): Problem[] => {
    const path = join(root, file);
    if (!statSync(path, {throwIfNoEntry: false})?.isFile()) return [];
    const bytes = readFileSync(path);
    if (bytes.includes(0)) return [];
    const problems: Problem[] = [];
    for (const [index, line] of bytes.toString('utf8').split('\n').entries()) {
      const key = `line ${index + 1}`;
      if (file.endsWith('package-lock.json')) {
        if (/^\s*"resolved": "https?:/.test(line)) {
          problems.push({
            file,
            key,
            found: 'names a registry.',
            fix: 'Install with omit-lockfile-registry-resolved=true (.npmrc).',
          });
        }
      } else if (MACHINE.test(line) || own.some((prefix) => line.includes(prefix))) {
        problems.push({file, key, found: 'holds a path of one machine.', fix: 'Write it relative to the project.'});
      } else if (host !== null && line.includes(host)) {
        problems.push({file, key, found: 'names a registry’s host.', fix: 'Leave it to the .npmrc of each machine.'});
      }
    }
    return problems.slice(0, 5);
  });
}
