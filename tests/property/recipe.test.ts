import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {answer} from '../../src/adapters/order-answer.fixture.ts';
import {snapshotFromAdmin} from '../../src/adapters/index.ts';
import {
  InputError,
  PRESETS,
  checkChoices,
  choiceFields,
  parseChoices,
  planRefund,
  presetByHandle,
  recipeIssues,
  type Choices,
  type Recipe,
} from '../../src/core/index.ts';

const order = snapshotFromAdmin(answer());

/** What an act came to: its result, or the field that an InputError names; anything else it throws is a failure. */
function tried<Value>(act: () => Value): Value | string {
  try {
    return act();
  } catch (error) {
    if (error instanceof InputError) return error.field;
    throw error;
  }
}

const DECIMALS = ['0', '7.45', '0.005', '100', '999999999999999', '12.345678'];

const junk = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom(
    ...DECIMALS,
    'shop',
    'percent',
    'entered',
    'fixed',
    'betterForCustomer',
    'unfulfilled',
    'bonus',
    'items',
  ),
);

/** A copy of `value` in which one thing, at any depth, is something else or gone. */
function bent(value: unknown, replacement: unknown, steps: readonly number[]): unknown {
  const keys = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  const [step, ...rest] = steps;
  if (step === undefined || keys.length === 0) return replacement;
  const key = String(keys[step % keys.length]);
  const inside = bent((value as Record<string, unknown>)[key], replacement, rest);
  if (Array.isArray(value)) return value.map((item: unknown, index) => (String(index) === key ? inside : item));
  const copy = {...(value as object), [key]: inside};
  return JSON.parse(JSON.stringify(copy)) as unknown;
}

const path = fc.array(fc.nat(9), {minLength: 1, maxLength: 4});

describe('a recipe that may hold anything', () => {
  it('is refused with named fields, or can be planned', () => {
    const used = {refused: 0, planned: 0};
    fc.assert(
      fc.property(fc.constantFrom(...PRESETS), junk, path, (preset, replacement, steps) => {
        const value = bent(preset, replacement ?? undefined, steps);
        const issues = recipeIssues(value);
        used[issues.length > 0 ? 'refused' : 'planned'] += 1;
        expect(issues.every((issue) => issue instanceof InputError && issue.field.startsWith('recipe'))).toBe(true);
        if (issues.length > 0) return;
        const recipe = value as Recipe;
        tried(() => choiceFields(order, recipe, {}));
        tried(() => planRefund({order, recipe, choices: {}, intentId: 'x', hash: (text) => String(text.length)}));
      }),
      {numRuns: 1000},
    );
    expect(Math.min(used.refused, used.planned)).toBeGreaterThan(30);
  });
});

describe('choices that may hold anything', () => {
  const sound: Choices = {
    ground: 'defect',
    quantities: {[order.lines[0]?.id ?? '']: 1},
    amounts: {returnLabel: '7.45', shipping: '6.95'},
    creditShare: '50',
    consent: {by: 'Ada', at: '2026-11-22', channel: 'phone'},
    prefer: {goodwill: 'giftCard'},
    dayRate: {value: '1.1', source: 'typed', at: '2026-11-22'},
    notify: {refund: false},
  };

  it('are refused with a named field, or can be planned', () => {
    const recipe = presetByHandle('everything-plus-label');
    const used = {refused: 0, planned: 0};
    fc.assert(
      fc.property(junk, path, (replacement, steps) => {
        const outcome = tried(() => {
          const choices = checkChoices(bent(sound, replacement ?? undefined, steps), recipe);
          return planRefund({order, recipe, choices, intentId: 'x', hash: (text) => String(text.length)});
        });
        used[typeof outcome === 'string' ? 'refused' : 'planned'] += 1;
        expect(typeof outcome === 'string' ? outcome : outcome.orderId).toMatch(/^(choices|gid:)/);
      }),
      {numRuns: 1000},
    );
    expect(Math.min(used.refused, used.planned)).toBeGreaterThan(30);
  });

  it('are parsed from a command line, or the key is named', () => {
    const pair = fc.tuple(
      fc.constantFrom('line:1', 'lines', 'label', 'dayRate', 'prefer.owed', '__proto__', ''),
      fc.string(),
    );
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string(),
            pair.map((parts) => parts.join('=')),
          ),
          {maxLength: 4},
        ),
        (pairs) => {
          const outcome = tried(() => parseChoices(pairs, order));
          expect(typeof outcome === 'string' ? outcome : 'choices').toMatch(/^(--choice|choices)/);
        },
      ),
    );
  });
});
