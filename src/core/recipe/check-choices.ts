import {fieldFaults} from './check-fields.ts';
import {CHOICE_FIELDS} from './choice-rules.ts';
import {issueOf} from './fault-words.ts';
import type {Fault} from './fault.ts';
import {isTyped} from './is-typed.ts';
import type {Choices, PartKind, Recipe} from './types.ts';

/**
 * Choices that may be used with a recipe, from JSON that may hold anything. Whether they fit the order is the planner's question.
 * @throws InputError the first thing that is wrong, naming field, value and fix
 */
export function checkChoices(value: unknown, recipe: Recipe): Choices {
  const [first] = choiceFaults(value, recipe);
  if (first) throw issueOf(first);
  return value as Choices;
}

/** Everything that is wrong with choices, without words; empty where they may be used. */
export function choiceFaults(value: unknown, recipe: Recipe): Fault[] {
  const faults = fieldFaults(value, 'choices', CHOICE_FIELDS);
  return faults.length > 0 ? faults : crossFaults(value as Choices, recipe);
}

function crossFaults({quantities, amounts, prefer, dayRate}: Choices, {handle, parts}: Recipe): Fault[] {
  const faults: Fault[] = [];
  if (quantities && !parts.some((part) => part.kind === 'items')) {
    faults.push({field: 'choices.quantities', value: quantities, code: 'withoutItems', of: handle});
  }
  for (const [kind, value] of Object.entries(amounts || {}) as [PartKind, string][]) {
    const part = parts.find((candidate) => candidate.kind === kind);
    if (part && isTyped(part)) continue;
    faults.push({field: `choices.amounts.${kind}`, value, code: part ? 'setByRecipe' : 'withoutPart', of: handle});
  }
  if (prefer?.goodwill === 'originalPayment') {
    faults.push({field: 'choices.prefer.goodwill', value: prefer.goodwill, code: 'gestureToPayment'});
  }
  if (dayRate && Number(dayRate.value) === 0) {
    faults.push({field: 'choices.dayRate.value', value: dayRate.value, code: 'zeroRate'});
  }
  return faults;
}
