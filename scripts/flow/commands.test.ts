import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, describe, expect, it} from 'vitest';
import {EXPORT_2024, link, mail, step, workflow} from '../../src/flow/check/foreign.fixture.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'flow-'));
afterAll(() => rmSync(folder, {recursive: true, force: true}));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function flow(...args: readonly string[]): {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
} {
  const {status, stdout, stderr} = spawnSync(process.execPath, ['scripts/flow.ts', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return {status, out: stdout.trim(), err: stderr.trim()};
}

const good = file('good.flow', EXPORT_2024);
const bad = file('bad.flow', EXPORT_2024.replace('order.id', 'order.it'));
const own = workflow(
  [step({id: 'a', task: 'app::1::refund-label', type: 'TRIGGER'}), step({id: 'b', ...mail('x')})],
  [link('a', 'output', 'b')],
);

describe('npm run -s flow', () => {
  it('check: a line each, and exit code 1 where there are errors', () => {
    expect(flow('check', good)).toEqual({status: 0, out: `${good}: nothing to say`, err: ''});
    const {status, out} = flow('check', good, bad);
    expect(status).toBe(1);
    expect(out.split('\n').slice(1, 2)).toEqual([`${bad}: 2 errors`]);
    expect(out).toContain('“order.it”: Order has no "it".');
  });

  it('check --json: the findings as data', () => {
    const {status, out} = flow('check', bad, '--json');
    expect(status).toBe(1);
    expect(JSON.parse(out)).toMatchObject([
      {
        file: bad,
        findings: [
          {severity: 'error', code: 'checksum-wrong', step: null, at: 'checksum'},
          {severity: 'error', code: 'path', step: {name: 'Update order metafield'}, at: 'order_id'},
        ],
      },
    ]);
  });

  it('explain: in two languages', () => {
    expect(flow('explain', good).out).toContain('1. If at least one of order.tags fits (it is “wholesale”):');
    expect(flow('explain', good, '--lang=nl').out).toContain('1. Als minstens één van order.tags past');
  });

  it('learn --dry-run: says what it would write, and writes nothing', () => {
    const before = readFileSync(join(ROOT, 'src/flow/tasks/learned.json'), 'utf8');
    // In the place of what may have been learned: the test holds in either case.
    expect(flow('learn', file('own.flow', own), '--replace', '--dry-run')).toEqual({
      status: 0,
      out: 'refund-label: app::1::refund-label (version 0.1)',
      err: '',
    });
    expect(readFileSync(join(ROOT, 'src/flow/tasks/learned.json'), 'utf8')).toBe(before);
  });

  it.each([
    [['check'], 'FILE: is missing. Name one or more .flow files.'],
    [['check', 'nowhere.flow'], 'FILE: "nowhere.flow" can\'t be used. There is no such file.'],
    [['check', ROOT], 'It is a folder: name a file in it.'],
    [['explain', good, bad], 'Name one .flow file.'],
    [['explain', good, '--lang', 'de'], '--lang: "de" can\'t be used. Use en or nl.'],
    [['explain', file('cut.flow', '{"a')], "The file's body isn't JSON."],
    [['learn', good], "This trigger is Shopify's own."],
    [['learn', good, '--force'], 'option: "--force" can\'t be used. Use --trigger, --replace, --dry-run or --help.'],
  ])('%j: refused in one line, exit code 2', (args, message) => {
    const {status, err} = flow(...args);
    expect(status).toBe(2);
    expect(err).toContain(message);
    expect(err).not.toContain('\n');
  });
});
