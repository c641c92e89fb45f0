import {readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {recipeIssues} from './check-recipe.ts';
import {PRESETS} from './presets.ts';
import {recipeSchema, type JsonSchema} from './recipe-schema.ts';

/** As much of JSON Schema as the recipe's needs: enough to see that schema and checker agree. */
function valid(schema: unknown, value: unknown): boolean {
  if (typeof schema === 'boolean') return schema;
  const rule = schema as Record<string, unknown> & {
    type?: string;
    pattern?: string;
    properties?: Record<string, JsonSchema>;
    required?: string[];
    enum?: unknown[];
    anyOf?: JsonSchema[];
    allOf?: JsonSchema[];
  };
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  const object = (isObject ? value : {}) as Record<string, unknown>;
  const types: Record<string, boolean> = {
    object: isObject,
    array: Array.isArray(value),
    string: typeof value === 'string',
    integer: Number.isInteger(value),
    boolean: typeof value === 'boolean',
  };
  const list = Array.isArray(value) ? value : [];
  const text = typeof value === 'string' ? value : '';
  return [
    rule.type === undefined || types[rule.type],
    rule['const'] === undefined || rule['const'] === value,
    !rule.enum || rule.enum.includes(value),
    !rule['not'] || !valid(rule['not'], value),
    !rule.anyOf || rule.anyOf.some((option) => valid(option, value)),
    !rule.allOf || rule.allOf.every((option) => valid(option, value)),
    (rule.required ?? []).every((key) => key in object),
    rule['additionalProperties'] !== false ||
      Object.keys(object).every((key) => rule.properties && key in rule.properties),
    Object.entries(rule.properties ?? {}).every(([key, inside]) => !(key in object) || valid(inside, object[key])),
    !rule['items'] || list.every((item) => valid(rule['items'], item)),
    !rule['uniqueItems'] || new Set(list).size === list.length,
    typeof value !== 'object' || !Array.isArray(value) || list.length >= Number(rule['minItems'] ?? 0),
    typeof value !== 'string' || !rule.pattern || new RegExp(rule.pattern).test(text),
    typeof value !== 'string' || text.length >= Number(rule['minLength'] ?? 0),
    typeof value !== 'number' || value >= Number(rule['minimum'] ?? -Infinity),
  ].every(Boolean);
}

describe('recipeSchema', () => {
  it('is what docs/recipe.schema.json publishes', () => {
    const file = readFileSync(new URL('../../../docs/recipe.schema.json', import.meta.url), 'utf8');
    expect(JSON.parse(file)).toEqual(recipeSchema());
  });

  it('accepts every preset', () => {
    for (const preset of PRESETS) expect([preset.handle, valid(recipeSchema(), preset)]).toEqual([preset.handle, true]);
  });

  it.each([
    {format: 2},
    {handle: 'Full Refund'},
    {version: 0},
    {title: {nl: 'Terug'}},
    {ground: 'gift'},
    {parts: []},
    {parts: [{kind: 'tiems', amount: {type: 'remaining'}}]},
    {parts: [{kind: 'items'}]},
    {parts: [{kind: 'items', amount: {type: 'fixed', value: '1'}}]},
    {parts: [{kind: 'shipping', amount: {type: 'remaining'}, selection: 'all'}]},
    {parts: [{kind: 'goodwill', amount: {type: 'fixed', value: '-1'}}]},
    {destinations: {owed: ['cash'], policy: ['storeCredit'], goodwill: ['storeCredit']}},
    {creditShare: '100.5'},
    {notify: {refund: 'yes'}},
    {extra: true},
  ])('refuses %j, as the checker does', (over) => {
    const recipe = {...PRESETS[0], ...over};
    expect([valid(recipeSchema(), recipe), recipeIssues(recipe).length > 0]).toEqual([false, true]);
  });
});
