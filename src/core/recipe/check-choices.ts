import {InputError} from '../errors.ts';
import {fieldIssues} from './check-fields.ts';
import {CHOICE_FIELDS} from './choice-rules.ts';
import {isTyped} from './is-typed.ts';
import type {Choices, PartKind, Recipe} from './types.ts';

/**
 * Choices that may be used with a recipe, from JSON that may hold anything. Whether they fit the order is the planner's question.
 * @throws InputError the first thing that is wrong, naming field, value and fix
 */
export function checkChoices(value: unknown, recipe: Recipe): Choices {
  const [first] = fieldIssues(value, 'choices', CHOICE_FIELDS);
  if (first) throw first;
  const choices = value as Choices;
  if (choices.quantities && !recipe.parts.some((part) => part.kind === 'items')) {
    throw new InputError(
      'choices.quantities',
      choices.quantities,
      `Leave it out: recipe ${recipe.handle} refunds no items.`,
    );
  }
  for (const [kind, text] of Object.entries(choices.amounts ?? {}) as [PartKind, string][]) {
    const part = recipe.parts.find((candidate) => candidate.kind === kind);
    const field = `choices.amounts.${kind}`;
    if (!part) throw new InputError(field, text, `Leave it out: recipe ${recipe.handle} has no part "${kind}".`);
    if (!isTyped(part))
      throw new InputError(field, text, `Leave it out: recipe ${recipe.handle} sets this amount itself.`);
  }
  if (choices.prefer?.goodwill === 'originalPayment') {
    throw new InputError(
      'choices.prefer.goodwill',
      'originalPayment',
      'Use storeCredit, giftCard or outsidePayment for a gesture.',
    );
  }
  if (choices.dayRate && Number(choices.dayRate.value) === 0) {
    throw new InputError('choices.dayRate.value', choices.dayRate.value, 'Write a rate above zero.');
  }
  return choices;
}
