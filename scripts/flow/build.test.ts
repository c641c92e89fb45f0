import {spawnSync} from 'node:child_process';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');

function flow(...args: string[]): {readonly status: number | null; readonly out: string; readonly errors: string} {
  const {status, stdout, stderr} = spawnSync(process.execPath, ['scripts/flow.ts', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return {status, out: stdout, errors: stderr};
}

describe('npm run -s flow', () => {
  it('lists its commands', () => {
    const {status, out} = flow();
    expect(status).toBe(0);
    for (const command of ['build', 'check', 'run', 'explain', 'learn']) expect(out).toContain(`\n  ${command} `);
    expect(flow('--help').out).toBe(out);
  });

  it.each(['build', 'check', 'run', 'explain', 'learn'])('%s says how it is used', (command) => {
    const {status, out} = flow(command, '--help');
    expect(status).toBe(0);
    expect(out).toContain(`npm run -s flow -- ${command} `);
  });

  it('refuses what it doesn’t know, in one line', () => {
    expect(flow('tea')).toEqual({
      status: 2,
      out: '',
      errors: 'command: "tea" can\'t be used. Use one of: build, check, run, explain, learn.\n',
    });
    expect(flow('build', '--force')).toEqual({
      status: 2,
      out: '',
      errors: 'option: "--force" can\'t be used. Use --drafts, --iac, --check or --help.\n',
    });
  });
});
