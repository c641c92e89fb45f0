import {describe, expect, it} from 'vitest';
import type {EnvironmentOrder} from '../environment/environment.types.ts';
import {bare, blobOf, jsonInText, madeJson, safe} from './json.ts';
import type {Bool, Int, JsonText, SafeText} from './kinds.ts';
import {now} from './liquid.ts';
import {pathTo} from './path.ts';

interface Output {
  readonly why: SafeText;
  readonly count: Int;
  readonly go: Bool;
  readonly start: JsonText;
  readonly end: JsonText;
}

const order = pathTo<EnvironmentOrder, 'root'>('order');
const code = pathTo<Output, 'root'>('runCode');

describe('a request’s variables', () => {
  it('are indented JSON with safe values between quotes', () => {
    expect(blobOf({id: order.id, tags: ['Refund “please”', safe`run ${now('%s%N')} of ${order.id}`], why: code.why}))
      .toBe(`{
  "id": "{{ order.id }}",
  "tags": [
    "Refund “please”",
    "run {{ 'now' | date: '%s%N' }} of {{ order.id }}"
  ],
  "why": "{{ runCode.why }}"
}`);
  });

  it('take numbers, flags and JSON that Run code made without quotes', () => {
    expect(blobOf({count: bare(code.count), go: bare(code.go), input: bare(code.start)})).toBe(
      '{\n  "count": {{ runCode.count }},\n  "go": {{ runCode.go }},\n  "input": {{ runCode.start }}\n}',
    );
  });

  it('can be JSON that Run code made as a whole, in parts with a moment between them', () => {
    expect(blobOf(madeJson`${code.start}${now('%s%N')}${code.end}`)).toBe(
      "{{ runCode.start }}{{ 'now' | date: '%s%N' }}{{ runCode.end }}",
    );
  });

  it('keep what words of ours hold, quotes, newlines and backslashes too', () => {
    const note = 'He said "no".\nC:\\refunds \u0001 %} }}';
    expect(JSON.parse(blobOf({note}))).toEqual({note});
  });

  it('hold JSON as the text of a metafield', () => {
    const blob = blobOf({value: jsonInText({recipe: 'goodwill', order: order.id, amounts: {goodwill: '5.00'}})});
    expect(blob).toBe(
      String.raw`{
  "value": "{\"recipe\":\"goodwill\",\"order\":\"{{ order.id }}\",\"amounts\":{\"goodwill\":\"5.00\"}}"
}`,
    );
    const {value} = JSON.parse(blob.replace('{{ order.id }}', 'gid://shopify/Order/1')) as {value: string};
    expect(JSON.parse(value)).toEqual({
      recipe: 'goodwill',
      order: 'gid://shopify/Order/1',
      amounts: {goodwill: '5.00'},
    });
  });

  it('hold no Liquid by accident', () => {
    expect(() => blobOf({tags: ['{{ order.note }}']})).toThrow('Flow reads {{ and {% as Liquid');
    expect(() => jsonInText({a: '{% if %}'})).toThrow('Flow reads {{ and {% as Liquid');
  });
});
