import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {presetByHandle, type RefundPlan} from '../../src/core/index.ts';
import {run} from './run.ts';

const now = () => '2026-11-22T10:00:00Z';
const go = (...args: string[]) => run(args, {}, now);
let folder: string;
let file: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'plan-'));
  file = join(folder, 'order.json');
  writeFileSync(file, go('--example', 'label-credit', '--print-order'));
});
afterAll(() => rmSync(folder, {recursive: true}));

function plan(...args: string[]): RefundPlan {
  const [only] = (JSON.parse(go('--order', file, ...args, '--json')) as {plans: RefundPlan[]}).plans;
  if (!only) throw new Error('no plan');
  return only;
}

describe('the plan command', () => {
  it('plans an order file with a preset and choices', () => {
    const result = plan('--recipe', 'shipping-plus-label', '--choice', 'label=7.45', '--choice', 'ground=defect');
    expect(result.legs.map((leg) => [leg.kind, leg.amount.minor])).toEqual([['refundToOriginalPayment', 1440]]);
  });

  it('plans with a recipe from a file', () => {
    const recipe = join(folder, 'recipe.json');
    writeFileSync(recipe, JSON.stringify({...presetByHandle('shipping-only'), handle: 'mine', version: 4}));
    expect(plan('--recipe', recipe)).toMatchObject({
      recipe: {handle: 'mine', version: 4},
      totals: {toCustomer: {minor: 695}},
    });
  });

  it('reads a file that starts with a byte order mark', () => {
    const marked = join(folder, 'marked.json');
    writeFileSync(marked, `\uFEFF${readFileSync(file, 'utf8')}`);
    expect(JSON.parse(go('--order', marked, '--recipe', 'shipping-only', '--json'))).toMatchObject({
      plans: [{totals: {toCustomer: {minor: 695}}}],
    });
  });

  it('has the same id again, and another for another intent', () => {
    const first = plan('--recipe', 'shipping-only');
    expect(plan('--recipe', 'shipping-only').planId).toBe(first.planId);
    const second = plan('--recipe', 'shipping-only', '--intent', 'once-more');
    expect(second.intentId).toBe('once-more');
    expect(second.planId).not.toBe(first.planId);
  });

  it('keeps amounts under each other, with their reasons', () => {
    const lines = go('--example', 'beyond-total').split('\n');
    expect(lines).toContain('  Original shipping  EUR  6.95  All the shipping that was paid and not refunded yet');
    expect(lines).toContain('  Total              EUR 64.40');
  });

  it('speaks Dutch when asked, or where the machine does', () => {
    expect(go('--example', 'rounding', '--lang', 'nl')).toContain('EUR 17,00');
    expect(run(['--example', 'rounding'], {LANG: 'nl_NL.UTF-8'}, now)).toContain('Naar de klant');
    expect(run(['--example', 'rounding'], {LC_ALL: '', LANG: 'nl_BE'}, now)).toContain('Naar de klant');
    expect(run(['--example', 'rounding'], {LC_ALL: 'C', LANG: 'nl_BE'}, now)).toContain('To the customer');
  });

  it('lists recipes and examples, and helps', () => {
    expect(go('--list')).toContain('shipping-plus-label');
    expect(go('--list')).toContain('beyond-total-guest');
    expect(go('--help')).toContain('--choice');
  });

  it.each([
    [['--example', 'nothing'], '--example: "nothing" can\'t be used. Use one of label-credit'],
    [[], '--order: is missing.'],
    [['--order', 'FILE'], '--recipe: is missing.'],
    [['--order', 'FILE', '--recipe', 'no-such-recipe'], 'recipe: "no-such-recipe" can\'t be used.'],
    [['--order', '/no/such/file.json', '--recipe', 'full-refund'], '--order: "/no/such/file.json" can\'t be used.'],
    [['--colour', 'blue'], "arguments: \"Unknown option '--colour'\" can't be used. See --help."],
    [['--example', 'yen', '--lang', 'de'], '--lang: "de" can\'t be used. Write en or nl.'],
    [['--order', 'FILE', '--recipe', 'chosen-amount', '--choice', 'amount=56.96'], 'choices.amounts.amount: "56.96"'],
    [['--order', 'FILE', '--recipe', 'full-refund', '--choice', 'colour=blue'], '--choice: "colour"'],
  ])('says in one line what is wrong with %j', (args, message) => {
    expect(() => go(...args.map((arg) => (arg === 'FILE' ? file : arg)))).toThrow(message);
  });

  it('ends with one line on stderr and exit code 2', () => {
    const result = spawnSync(process.execPath, ['scripts/plan.ts', '--example', 'nothing'], {encoding: 'utf8'});
    expect(result.status).toBe(2);
    expect(result.stdout).toBe('');
    expect(result.stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});
