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
    ['export default () =>\n  5n + BigInt(1)', ['BigInt (line 2). Count in whole numbers of the smallest unit.']],
    ['export default () => Intl.NumberFormat()', ['Intl (line 1). Write numbers and dates out by hand.']],
    ['export default () => console.error(1)', ['console.error (line 1). Use console.log.']],
  ])('banned: %s', (text, expected) => {
    expect(script(text)).toEqual(expected.map((line) => `error script-ban at script: Run code has no ${line}`));
  });

  it.each([
    ['a ??= 1', 'the operator ??='],
    ['class B { x = 1 }', 'a class field'],
    ['class B { static { } }', 'a static block'],
    ['1_000', 'a number with underscores'],
    ['/a/v', 'a regular expression with the flag d or v'],
  ])('newer than ES2020: %s', (text, what) => {
    expect(script(`export default () => {}; let a;\n${text}`)).toEqual([
      `error script-es2020 at script: Line 2 has ${what}, newer than ES2020. Build the script for ES2020.`,
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
        "error script-syntax at script: The script can't be read in line 1: Type annotations can only be used in TypeScript files.",
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
