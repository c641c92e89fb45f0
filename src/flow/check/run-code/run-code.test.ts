import {describe, expect, it} from 'vitest';
import {afterOrder, CLAIM_PATCH, runCode} from '../foreign.fixture.ts';
import {said} from '../said.fixture.ts';

const INPUT = '{ order { id } }';
const SCRIPT = 'export default function main(input) { return {ok: true}; }';
const script = (text: string): string[] => said(afterOrder(runCode(INPUT, text)));
const input = (text: string): string[] => said(afterOrder(runCode(text, SCRIPT), [CLAIM_PATCH]));
const schema = (text: string): string[] => said(afterOrder(runCode(INPUT, SCRIPT, text)));

describe('the script', () => {
  it.each([
    SCRIPT,
    'const RATE = 1.5;\nexport default ({order}) => ({ok: (order?.id ?? "").length > RATE ** 2})',
    'function main() {}\nexport {main as default}',
    '// fetch, Promise, async\nconst words = "await Date.now() Math.random()"; const o = {fetch: 1, Promise: 2}; o.fetch;\nexport default function (i) { const Intl = 1; console.log(i, new Date(i.at), Date.parse(i.at), Intl); return {}; }',
  ])('in order: %s', (text) => {
    expect(script(text)).toEqual([]);
  });

  it.each([
    ['import x from "y";\nexport default () => x', ['imports (line 1). Put everything into the one script.']],
    ['export default async () => { await 1 }', ['async and await (line 1). Return the result itself.']],
    ['export default () => import("x")', ['imports (line 1). Put everything into the one script.']],
    ['export default () => Promise.resolve(1)', ['Promise (line 1). Return the result itself.']],
    ['export default () => setTimeout(() => 1)', ['setTimeout (line 1). Put a Wait step into the workflow.']],
    [
      'export default () => globalThis.fetch("x")',
      ['fetch (line 1). Read data in the input query, and send requests with a step of their own.'],
    ],
    [
      'export default () => new Date()',
      ['clock (new Date()) (line 1). Take the time from the input, for example the trigger’s scheduledAt.'],
    ],
    [
      'export default () => Date.now()',
      ['clock (Date.now) (line 1). Take the time from the input, for example the trigger’s scheduledAt.'],
    ],
    [
      'export default () => Math.random()',
      ['chance (Math.random) (line 1). Take what differs from the input, for example an id.'],
    ],
    ['export default () => console.error(1)', ['console.error (line 1). Use console.log.']],
    ['export default () => console["warn"](1)', ['console.warn (line 1). Use console.log.']],
    [
      'export default () => crypto.randomUUID()',
      ['crypto (line 1). Take what differs from the input, for example an id.'],
    ],
    ['export default () => window.setTimeout(1)', ['window (line 1). Run code runs by itself, in no browser.']],
  ])('banned: %s', (text, expected) => {
    expect(script(text)).toEqual(expected.map((line) => `error script-ban at script: Run code has no ${line}`));
  });

  const FETCH = 'fetch';
  const NOW = 'clock (Date.now)';
  const CLOCK = 'clock (new Date())';
  const CHANCE = 'chance (Math.random)';
  it.each([
    ['globalThis["fetch"]("x")', FETCH],
    ['globalThis[`fe` + "tch"]("x")', FETCH],
    ['{ const {fetch: get} = globalThis; get("x") }', FETCH],
    ['{ const {Date: {now}} = globalThis; now() }', NOW],
    ['({fetch})', FETCH],
    ['`${fetch("x")}`', FETCH],
    ['Date["now"]()', NOW],
    ['(Date).now()', NOW],
    ['globalThis.Date.now()', NOW],
    ['{ const {now} = Date; now() }', NOW],
    ['{ const D = Date; new D() }', CLOCK],
    ['new (0, Date)', CLOCK],
    ['new globalThis.Date()', CLOCK],
    ['Reflect.construct(Date, [])', 'clock (Reflect.construct(Date, …))'],
    ['Math["random"]()', CHANCE],
    ['{ const {random: dice} = Math; dice() }', CHANCE],
    ['{ const M = globalThis.Math; M.random() }', CHANCE],
  ])('banned under another name: %s', (text, what) => {
    const [first, ...more] = script(`export default () => 1;\n${text}`);
    expect(first).toMatch(`error script-ban at script: Run code has no ${what} (line 2). `);
    expect(more).toEqual([]);
  });

  it.each([
    'function other(fetch, Date, Math, Promise) { return [fetch(), new Date(), Math.random(), Promise, Date.now()]; } other;',
    'try { JSON.parse("x"); } catch (process) { console.log(process); }',
    'for (const self of [1]) console.log(self);',
    'fetch: for (;;) break fetch;',
    'class Own { fetch() { return 1; } static now() { return 2; } }; new Own().fetch(); Own.now();',
    'typeof fetch; typeof process === "object"; typeof globalThis;',
    '/fetch\\(|Date\\.now\\(\\)|10n/.test("await import(1)");',
  ])('a name of the script’s own is its own: %s', (text) => {
    expect(script(`export default () => 1;\n${text}`)).toEqual([]);
  });

  it('a name declared in one function is none in another', () => {
    expect(script('function own(fetch) { return fetch; }\nexport default () => own(fetch("x"));')).toEqual([
      'error script-ban at script: Run code has no fetch (line 2). Read data in the input query, and send requests with a step of their own.',
    ]);
  });

  it.each([
    [
      '5n',
      'warning script-doubtful at script: Whether Run code has BigInt is not known (line 2). Count in whole numbers of the smallest unit.',
    ],
    [
      'new Intl.NumberFormat()',
      'warning script-doubtful at script: Whether Run code has Intl is not known (line 2). Write numbers and dates out by hand.',
    ],
    [
      'new URL("https://example.com")',
      "warning script-global at script: URL (line 2) isn't part of the language of 2020; whether Flow's engine has it is not known.",
    ],
    [
      '(5).toLocaleString("nl")',
      "warning script-language at script: toLocaleString (line 2) writes as a language does; Flow's engine may know none and give another text. Write the number or date out by hand.",
    ],
    [
      'eval("fetch()")',
      "warning script-eval at script: Line 2 makes code from a text: what it does can't be checked, and Flow may not run it. Write it as code.",
    ],
    [
      '(() => 1).constructor("return fetch")()',
      "warning script-eval at script: Line 2 makes code from a text: what it does can't be checked, and Flow may not run it. Write it as code.",
    ],
    [
      'globalThis[String(1)]',
      'note not-checked at script: Not checked: which name globalThis[String(1)] has when the script runs.',
    ],
    [
      'console.log(ordr)',
      'error script-undeclared at script: ordr (line 2) is declared nowhere. Declare it with const, or read it from the input.',
    ],
  ])('%s', (text, expected) => {
    expect(script(`export default () => 1;\n${text}`)).toEqual([expected]);
  });

  it.each([
    ['a ??= 1', 'the operator ??='],
    ['class B { x = 1 }', 'a class field'],
    ['class B { static { } }', 'a static block'],
    ['1_000', 'a number with underscores'],
    ['/a/v', 'a regular expression with the flag d or v'],
  ])('newer than ES2020: %s', (text, what) => {
    expect(script(`export default () => {}; let a;\n${text}`)).toEqual([
      `warning script-es2020 at script: Line 2 has ${what}, newer than ES2020; whether Flow's engine has it is not known. Build the script for ES2020.`,
    ]);
  });

  it.each([
    [
      'function main() {}',
      [
        'error script-export at script: The script exports no default function. Write export default function main(input) { … }.',
      ],
    ],
    [
      'export default 5',
      ['error script-export at script: The default export is 5, not a function. Export a default function.'],
    ],
    [
      'export default () => [1].at(-1)',
      [
        "warning script-es2020 at script: The method at is newer than ES2020; whether Flow's engine has it is not known.",
      ],
    ],
    [
      'export default function main(a: string) {}',
      [
        'error script-syntax at script: Line 1 is TypeScript; Flow runs JavaScript. Take the types out, or build the script first.',
      ],
    ],
    [
      'export default () => <b/>',
      ['error script-syntax at script: Line 1 is JSX; Flow runs JavaScript. Build the script first.'],
    ],
    [
      'const main = 5;\nexport default main;',
      ['error script-export at script: The default export is 5, not a function. Export a default function.'],
    ],
    [
      'export default function* main() {}',
      [
        'error script-export at script: The default export is a generator, which gives no result. Write export default function main(input) { … }.',
      ],
    ],
    [
      'export default function a() {}\nexport default function b() {}',
      ['error script-export at script: The script has two default exports. Leave one of them.'],
    ],
    [
      'let a; let a;\nexport default () => a;',
      [
        "error script-syntax at script: The script can't be read in line 1: Cannot redeclare block-scoped variable 'a'.",
      ],
    ],
  ])('%s', (text, expected) => {
    expect(script(text)).toEqual(expected);
  });
});

describe('the input', () => {
  it.each([
    '{ order { id lineItems { title product { tags } } refunds { transactions { kind } } } shop { currencyCode } }',
    'query Named { order { refundClaim { value compareDigest } customer { storeCreditAccounts { balance { amount } } } } }',
  ])('in order: %s', (text) => {
    expect(input(text)).toEqual([]);
  });

  it.each([
    [
      '{ order { lineItems(first: 3) { nodes { id } } } }',
      [
        "error input-argument at input: order.lineItems: Run code's input takes no arguments, and lineItems has some. Leave them out; lists come whole.",
        'error path at input: order.lineItems.nodes: “order.lineItems.nodes”: in Flow a list is a plain list, without "nodes". Write order.lineItems.',
      ],
    ],
    [
      '{ order { customer } shop { name { x } } }',
      [
        'error input-query at input: order.customer: order.customer is an object or a list of them. Name the fields that the script needs: { … }.',
        'error input-query at input: shop.name: shop.name is a single value and has no fields.',
      ],
    ],
    [
      '{ order { metafield { value } } }',
      ['error path at input: order.metafield: “order.metafield”: Order has no "metafield". Did you mean metafields?'],
    ],
    [
      '{ customer { id } }',
      ['error path at input: customer: Nothing before this step gives “customer”. Here are: order, shop.'],
    ],
    [
      'query ($id: ID!) { order { id } }',
      ['error input-query at input: The input has variables, which nobody fills. Leave them out.'],
    ],
    ['mutation { tagsAdd }', ['error input-query at input: The input is no query. Write { order { id } }.']],
    [
      '{ order { id',
      ["error input-query at input: The input can't be read: Expected Name, found <EOF>. Write { order { id } }."],
    ],
    [
      '{ order { agreements { id } purchasingEntity { ... on PurchasingCompany { company { id nope } } } } }',
      [
        'note not-checked at input: order.agreements: Not checked: “order.agreements”: Order.agreements.',
        'note not-checked at input: Not checked: whether Flow reads fragments (…) in the input.',
        'error path at input: order.purchasingEntity.company.nope: “order.purchasingEntity.company.nope”: Company has no "nope". Did you mean note?',
      ],
    ],
  ])('%s', (text, expected) => {
    expect(input(text)).toEqual(expected);
  });
});

describe('the output schema', () => {
  it.each([
    ['"What it is" type Output { gifts: [Gift!]! } type Gift { code: String! kind: Kind } enum Kind { A }', []],
    [
      'type Result { a: Int }',
      ['error output-schema at output_schema: The schema has no type Output. Call the root type Output.'],
    ],
    [
      'type Output { a: Foo }',
      ['error output-schema at output_schema: The schema doesn\'t hold together: Unknown type "Foo".'],
    ],
    [
      'type Output { a: ',
      [
        "error output-schema at output_schema: The schema can't be read: Expected Name, found <EOF>. Write type Output { … }.",
      ],
    ],
    [
      'type Output { a: Money } scalar Money',
      [
        "warning output-schema at output_schema: The schema has a definition (scalar) that Flow isn't known to read. Use types, lists and enums only.",
      ],
    ],
  ])('%s', (text, expected) => {
    expect(schema(text)).toEqual(expected);
  });
});
