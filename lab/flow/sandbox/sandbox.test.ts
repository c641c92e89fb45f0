import {describe, expect, it} from 'vitest';
import {runCode} from './index.ts';

const ANY = 'type Output { value: String }';

async function errorOf(script: string, schema = ANY, limits = {}) {
  const result = await runCode(script, {order: {id: '1'}}, schema, limits);
  return result.ok ? null : result.error;
}

describe('a Run code script', () => {
  it('is called with the input and gives its output, its log, its time and its memory', async () => {
    const script = `const NAME = 'order';
      export default function main({order}) { console.log('got', order, 1.5); return {value: NAME + order?.id}; }`;
    const result = await runCode(script, {order: {id: '1'}}, 'type Output { "What it is" value: String! }');
    expect(result).toMatchObject({ok: true, output: {value: 'order1'}, logs: ['got {"id":"1"} 1.5']});
    expect(result.memoryBytes).toBeGreaterThan(50_000);
    expect(result.milliseconds).toBeGreaterThan(0);
  });

  it('keeps nothing for the next run', async () => {
    await runCode('globalThis.kept = 1; export default () => ({value: "1"})', {}, ANY);
    const next = await runCode('export default () => ({value: typeof kept})', {}, ANY);
    expect(next).toMatchObject({output: {value: 'undefined'}});
  });

  it.each([
    ['Date.now()', 'clock'],
    ['new Date().toISOString()', 'clock'],
    ['Date()', 'clock'],
    ['new (new Date(0).constructor)()', 'clock'],
    ['Math.random()', 'chance'],
    ['setTimeout(() => {}, 0)', 'timers'],
    ['fetch("https://example.com")', 'requests'],
    ['Promise.resolve(1)', 'promises'],
    ['new Promise(() => {})', 'promises'],
    ['queueMicrotask(() => {})', 'promises'],
    ['(async () => { await null; })()', 'promises'],
    ['import("x")', 'promises'],
    ['require("fs")', 'imports'],
    ['console.error("x")', 'console.error'],
  ])('has no %s', async (code, what) => {
    const error = await errorOf(`export default () => { ${code}; return {value: "x"}; }`);
    expect(error).toMatchObject({code: 'forbidden', message: expect.stringContaining(`Run code has no ${what}`)});
  });

  it.each([
    ['import fs from "fs"; export default () => ({value: "x"})', 'forbidden'],
    ['await null; export default () => ({value: "x"})', 'forbidden'],
    ['export default async () => ({value: "x"})', 'forbidden'],
    ['export default () => {', 'syntax'],
    ['export const main = () => ({value: "x"})', 'noFunction'],
    ['export default 5', 'noFunction'],
    ['export default () => { throw new Error("no order") }', 'threw'],
    ['throw new TypeError("at once"); export default () => ({})', 'threw'],
    ['export default () => [].toSorted()', 'threw'],
    ['export default () => "x"', 'output'],
    ['export default () => null', 'output'],
    ['export default () => [1]', 'output'],
    ['export default () => { const a = {}; a.a = a; return a; }', 'output'],
    ['export default () => ({value: 1})', 'output'],
    ['export default () => ({value: "1", more: 1})', 'output'],
  ])('refuses %s', async (script, code) => {
    expect(await errorOf(script)).toMatchObject({code});
  });

  it('reads a date that it is given', async () => {
    const result = await runCode(
      'export default () => ({value: new Date("2026-11-22T10:00:00Z").toISOString()})',
      {},
      ANY,
    );
    expect(result).toMatchObject({output: {value: '2026-11-22T10:00:00.000Z'}});
  });

  it('is stopped when it runs, allocates or calls itself without end, and the next one runs', async () => {
    const limits = {milliseconds: 100};
    expect(await errorOf('export default () => { for (;;); }', ANY, limits)).toMatchObject({code: 'tooLong'});
    expect(await errorOf('for (;;); export default () => ({})', ANY, limits)).toMatchObject({code: 'tooLong'});
    expect(
      await errorOf('export default () => { const all = []; for (;;) all.push({id: all.length}); }', ANY, {
        memoryBytes: 2 ** 22,
      }),
    ).toMatchObject({code: 'tooMuchMemory'});
    expect(await errorOf('export default () => { let x = "x"; for (;;) x += x; }')).toMatchObject({
      code: 'tooMuchMemory',
    });
    expect(await errorOf('export default () => ({value: "x".repeat(5e6)})', ANY, {memoryBytes: 2 ** 22})).toMatchObject(
      {
        code: 'tooMuchMemory',
      },
    );
    expect(await errorOf('export default function f() { return [f()]; }')).toMatchObject({code: 'tooDeep'});
    expect(await runCode('export default () => ({value: "well"})', {}, ANY)).toMatchObject({output: {value: 'well'}});
  });
});

describe('the output schema', () => {
  const SCHEMA = `type Gift { name: String! amount: Float } enum Kind { A B }
    type Output { gifts: [Gift!]! count: Int go: Boolean! kind: Kind id: ID }`;

  it('takes what matches it, null where it may be', async () => {
    const result = await runCode(
      'export default () => ({gifts: [{name: "x", amount: 1.5}], count: null, go: true, kind: "B", id: "7"})',
      {},
      SCHEMA,
    );
    expect(result).toMatchObject({ok: true, output: {kind: 'B', count: null}});
  });

  it.each([
    ['{gifts: [], go: null}', 'output.go is missing.'],
    ['{gifts: [{}], go: true}', 'output.gifts[0].name is missing.'],
    ['{gifts: {}, go: true}', 'output.gifts is no list.'],
    ['{gifts: [null], go: true}', 'output.gifts[0] is missing.'],
    ['{gifts: [], go: true, count: 1.5}', 'output.count is no Int.'],
    ['{gifts: [], go: true, count: 2147483648}', 'output.count is no Int.'],
    ['{gifts: [], go: "true"}', 'output.go is no Boolean.'],
    ['{gifts: [], go: true, kind: "C"}', 'output.kind is none of A, B.'],
  ])('refuses %s', async (value, message) => {
    const result = await runCode(`export default () => (${value})`, {}, SCHEMA);
    expect(result.ok ? '' : result.error.message).toContain(message);
  });

  it.each(['type Outcome { a: String }', 'type Output { a: Money } scalar Money', 'nonsense'])(
    '%s can’t be used',
    async (schema) => {
      expect(await errorOf('export default () => ({})', schema)).toMatchObject({code: 'schema'});
    },
  );
});
