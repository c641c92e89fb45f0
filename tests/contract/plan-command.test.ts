import {spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, describe, expect, it} from 'vitest';
import {run} from '../../scripts/plan/run.ts';

const NOW = '2026-11-22T10:00:00Z';

interface Printed {
  plans: {
    legs: {kind: string; amount: {minor: number; currency: string}}[];
    calls: {kind: string}[];
    totals: {toCustomer: {minor: number; currency: string}};
  }[];
}

function plansOf(example: string): Printed['plans'] {
  return (JSON.parse(run(['--example', example, '--json'], {}, () => NOW)) as Printed).plans;
}

const RECIPE = {
  format: 1,
  handle: 'surprise',
  version: 1,
  title: {en: 'Surprise'},
  ground: 'policy',
  destinations: {owed: ['originalPayment'], policy: ['originalPayment'], goodwill: ['storeCredit']},
};

const CARD = 'refundToOriginalPayment';

/** The worked examples as they were agreed: legs in minor units, what reaches the customer, and how many refunds carry it. */
const EXAMPLES: readonly (readonly [string, string, readonly (readonly [string, number])[], number])[] = [
  [
    'label-credit',
    'EUR',
    [
      [CARD, 695],
      ['storeCredit', 745],
    ],
    1440,
  ],
  ['label-owed', 'EUR', [[CARD, 1440]], 1440],
  [
    'beyond-total',
    'EUR',
    [
      [CARD, 5695],
      ['storeCredit', 745],
    ],
    6440,
  ],
  [
    'beyond-total-guest',
    'EUR',
    [
      [CARD, 5695],
      ['outsidePayment', 745],
    ],
    6440,
  ],
  [
    'fx',
    'USD',
    [
      [CARD, 550],
      ['storeCredit', 820],
    ],
    1370,
  ],
  ['yen', 'JPY', [[CARD, 967]], 967],
  [
    'dinar',
    'KWD',
    [
      ['refundToStoreCredit', 10_000],
      ['storeCredit', 1250],
    ],
    11_250,
  ],
  ['rounding', 'EUR', [[CARD, 1700]], 1700],
  [
    'bonus',
    'EUR',
    [
      ['refundToStoreCredit', 1999],
      ['storeCredit', 200],
    ],
    2199,
  ],
  [
    'split-tender',
    'EUR',
    [
      [CARD, 2000],
      [CARD, 1000],
    ],
    3000,
  ],
  ['bank-transfer', 'EUR', [['outsidePayment', 1999]], 1999],
];

describe('plan --example', () => {
  it.each(EXAMPLES)('%s', (name, currency, legs, toCustomer) => {
    const [plan, ...more] = plansOf(name);
    expect(more).toEqual([]);
    expect(plan?.legs.map(({kind, amount}) => [kind, amount.minor, amount.currency])).toEqual(
      legs.map(([kind, minor]) => [kind, minor, currency]),
    );
    expect(plan?.totals.toCustomer).toEqual({minor: toCustomer, currency});
  });

  it('thirds: 29.00 in three parts, cumulative and half up', () => {
    expect(plansOf('thirds').map(({legs}) => legs.map(({kind, amount}) => [kind, amount.minor]))).toEqual([
      [[CARD, 967]],
      [[CARD, 966]],
      [[CARD, 967]],
    ]);
  });

  it('long-order: 300 lines in two calls, together exactly 300.00', () => {
    const [plan] = plansOf('long-order');
    expect(plan?.calls.map(({kind}) => kind)).toEqual(['refundCreate', 'refundCreate']);
    expect(plan?.legs.reduce((total, {amount}) => total + amount.minor, 0)).toBe(30_000);
    expect(plan?.totals.toCustomer).toEqual({minor: 30_000, currency: 'EUR'});
  });

  it.each(['label-owed', 'split-tender'])('%s takes a single call', (name) => {
    expect(plansOf(name)[0]?.calls.map(({kind}) => kind)).toEqual(['refundCreate']);
  });
});

describe('bad input: one line that names field, value and fix, exit code 2', () => {
  const work = mkdtempSync(join(tmpdir(), 'plan-'));
  afterAll(() => rmSync(work, {recursive: true, force: true}));

  const order = JSON.parse(run(['--example', 'label-credit', '--print-order'], {}, () => NOW)) as Record<
    string,
    unknown
  >;

  function file(name: string, content: unknown): string {
    const path = join(work, name);
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  }

  const whole = file('order.json', order);
  const text = JSON.stringify(order);
  const cases: [string, string[], RegExp][] = [
    [
      'an order without its currency',
      ['--order', file('a.json', text.replaceAll('"presentmentCurrencyCode"', '"other"')), '--recipe', 'full-refund'],
      /presentmentCurrencyCode/,
    ],
    [
      'an order with a malformed amount',
      ['--order', file('b.json', text.replaceAll('"6.95"', '"6,95"')), '--recipe', 'full-refund'],
      /6,95/,
    ],
    [
      'an unknown currency',
      ['--order', file('c.json', text.replaceAll('"EUR"', '"EUX"')), '--recipe', 'full-refund'],
      /EUX/,
    ],
    ['an unknown recipe', ['--order', whole, '--recipe', 'no-such-recipe'], /no-such-recipe/],
    ['a negative amount', ['--example', 'label-credit', '--choice', 'returnLabel=-7.45'], /-7\.45/],
    ['an over-precise amount', ['--example', 'label-credit', '--choice', 'returnLabel=7.455'], /7\.455/],
    ['an amount beyond its cap', ['--example', 'split-tender', '--choice', 'amount=99999'], /99999/],
    [
      'a recipe with an unknown component',
      [
        '--order',
        whole,
        '--recipe',
        file('recipe.json', {...RECIPE, parts: [{kind: 'surprise', amount: {type: 'remaining'}}]}),
      ],
      /parts\[0\]\.kind: "surprise"/,
    ],
    ['no order at all', ['--recipe', 'full-refund'], /--order/],
  ];
  it.each(cases)('%s', (_name, args, named) => {
    const {status, stdout, stderr} = spawnSync(process.execPath, ['scripts/plan.ts', ...args], {encoding: 'utf8'});
    expect(stdout).toBe('');
    expect(stderr).toMatch(named);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(status).toBe(2);
  });
});
