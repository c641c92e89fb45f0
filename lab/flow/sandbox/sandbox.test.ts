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
    expect(error).toMatchObject({
      code: 'forbidden',
      message: expect.stringContaining(`Run code has no ${what}`),
      said: {words: expect.stringContaining('Run code has no ')},
    });
  });

  it.each(['no order', 'constructor', '{0}'])('repeats what a script throws in its own words: %s', async (said) => {
    const script = `export default () => { throw Object.assign(new Error("${said}"), {name: "RunCodeForbidden"}); }`;
    expect(await errorOf(script)).toMatchObject({
      code: 'forbidden',
      message: said,
      said: {words: '{0}', values: [said]},
    });
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

  it('can’t forge what it gives by another JSON', async () => {
    const forged = 'export default () => { JSON.stringify = () => "{x"; JSON.parse = null; return {value: "a"}; }';
    expect(await runCode(forged, {}, ANY)).toMatchObject({ok: true, output: {value: 'a'}});
  });

  it('reads a date that it is given', async () => {
    const result = await runCode(
      'export default () => ({value: new Date("2026-11-22T10:00:00Z").toISOString()})',
      {},
      ANY,
    );
    expect(result).toMatchObject({output: {value: '2026-11-22T10:00:00.000Z'}});
  });

  /** What ends by something else than its time gets time enough on a machine that is busy with other tests. */
  const PLENTY = {milliseconds: 20_000};

  it('is stopped when it runs, allocates or calls itself without end, and the next one runs', async () => {
    const limits = {milliseconds: 100};
    expect(await errorOf('export default () => { for (;;); }', ANY, limits)).toMatchObject({code: 'tooLong'});
    expect(await errorOf('for (;;); export default () => ({})', ANY, limits)).toMatchObject({code: 'tooLong'});
    const swallowed = 'export default () => ({value: "x"}); (async () => { for (;;); })()';
    expect(await errorOf(swallowed, ANY, limits)).toMatchObject({code: 'tooLong'});
    expect(
      await errorOf('export default () => { const all = []; for (;;) all.push({id: all.length}); }', ANY, {
        ...PLENTY,
        memoryBytes: 2 ** 22,
      }),
    ).toMatchObject({code: 'tooMuchMemory'});
    expect(await errorOf('export default () => { let x = "x"; for (;;) x += x; }', ANY, PLENTY)).toMatchObject({
      code: 'tooMuchMemory',
    });
    expect(
      await errorOf('export default () => ({value: "x".repeat(5e6)})', ANY, {...PLENTY, memoryBytes: 2 ** 22}),
    ).toMatchObject({code: 'tooMuchMemory'});
    expect(await errorOf('export default function f() { return [f()]; }', ANY, PLENTY)).toMatchObject({
      code: 'tooDeep',
    });
    expect(await runCode('export default () => ({value: "well"})', {}, ANY)).toMatchObject({output: {value: 'well'}});
  });
});

describe('whatever a script does', () => {
  const LONG = 'let n = 0; const a = "a".repeat(5e6), b = "a".repeat(2e6) + "b"; for (;;) n += a.indexOf(b);';

  it.each([
    ['stays long in one built-in', `export default () => { ${LONG} }`, 'tooLong'],
    [
      'backtracks without end',
      'export default () => ({value: String(/^(a+)+$/.test("a".repeat(50) + "!"))})',
      'tooLong',
    ],
    ['fills its log', 'export default () => { for (;;) console.log("x".repeat(1e6)); }', 'tooLong'],
    ['catches that it is stopped', 'export default () => { for (;;) try { for (;;); } catch {} }', 'tooLong'],
    ['loops in a getter of its output', 'export default () => ({get value() { for (;;); }})', 'tooLong'],
    ['loops in toJSON', 'export default () => ({value: {toJSON() { for (;;); }}})', 'tooLong'],
    ['loops in a proxy', 'export default () => new Proxy({}, {ownKeys() { for (;;); }})', 'tooLong'],
    ['loops in what it throws', 'export default () => { throw {get message() { for (;;); }}; }', 'tooLong'],
    [
      'loops in everything’s toJSON',
      'Object.prototype.toJSON = () => { for (;;); }; export default () => ({})',
      'tooLong',
    ],
    [
      'takes the memory in typed arrays',
      'export default () => { const a = []; for (;;) a.push(new Uint8Array(1e7)); }',
      'tooMuchMemory',
    ],
    [
      'nests without end',
      'export default () => { let o = {}; for (let i = 0; i < 1e5; i += 1) o = {o}; return o; }',
      'tooDeep',
    ],
    ['is nested without end', `export default ${'('.repeat(50_000)}1`, 'tooDeep'],
    ['gives more than anybody can store', 'export default () => ({value: "x".repeat(2e6)})', 'output'],
  ])('ends, and the next one runs, where it %s', async (_what, script, code) => {
    expect(await errorOf(script, ANY, {milliseconds: code === 'tooLong' ? 100 : 20_000})).toMatchObject({code});
    expect(await runCode('export default () => ({value: "well"})', {}, ANY)).toMatchObject({output: {value: 'well'}});
  });

  it('keeps nobody else waiting', async () => {
    const seen = {turns: 0, isOver: false};
    const endless = errorOf(`export default () => { ${LONG} }`, ANY, {milliseconds: 500}).finally(() => {
      seen.isOver = true;
    });
    for (; !seen.isOver; seen.turns += 1) await new Promise((next) => setImmediate(next));
    expect(await endless).toMatchObject({code: 'tooLong'});
    expect(seen.turns).toBeGreaterThan(5);
  });

  it('runs for itself where several are asked for at once', async () => {
    const script = (value: string) => `export default () => ({value: "${value}"})`;
    const all = ['a', 'for', 'b'].map((value) =>
      runCode(value === 'for' ? 'export default () => { for (;;); }' : script(value), {}, ANY, {milliseconds: 1_000}),
    );
    expect(await Promise.all(all)).toMatchObject([
      {output: {value: 'a'}},
      {error: {code: 'tooLong'}},
      {output: {value: 'b'}},
    ]);
  });

  it('has a log that ends after twenty thousand characters, with a line that says so', async () => {
    const script = 'export default () => { for (let i = 0; i < 30; i += 1) console.log("x".repeat(999)); return {}; }';
    const {logs} = await runCode(script, {}, ANY);
    expect(logs).toHaveLength(21);
    expect(logs.at(-1)).toBe('The log is too long: what follows is left out.');
  });

  it('fails with a sentence, not with a book', async () => {
    const error = await errorOf('export default () => { throw "x".repeat(1e6); }');
    expect(error?.message).toHaveLength(501);
  });

  it('can’t put an output of its own in place of the real one', async () => {
    const forged = 'globalThis.JSON = {parse: () => 1, stringify: () => "{}"}; export default ({a}) => ({value: a})';
    expect(await runCode(forged, {a: 'real'}, ANY)).toMatchObject({output: {value: 'real'}});
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

  it.each(['type Output { o: Output }', 'type Output { o: [Kept] } type Kept { o: [Kept] }'])(
    'that holds itself, %s, is held to a hundred levels',
    async (schema) => {
      const wrap = schema.includes('[') ? '[{o}]' : '{o}';
      const nested = (levels: number) =>
        `export default () => { let o = null; for (let i = 0; i < ${levels}; i += 1) o = ${wrap}; return {o}; }`;
      expect(await runCode(nested(20), {}, schema)).toMatchObject({ok: true});
      const error = await errorOf(nested(1_200), schema);
      expect(error).toMatchObject({code: 'output', message: expect.stringContaining('100 levels at most.')});
      expect(error?.message.length).toBeLessThan(200);
      expect(await errorOf(nested(4_000), schema)).toMatchObject({code: expect.stringMatching(/^(output|tooDeep)$/)});
    },
  );

  it.each(['type Outcome { a: String }', 'type Output { a: Money } scalar Money', 'nonsense'])(
    '%s can’t be used',
    async (schema) => {
      expect(await errorOf('export default () => ({})', schema)).toMatchObject({code: 'schema'});
    },
  );
});
