import {InputError} from '../errors.ts';
import {fieldIssues} from './check-fields.ts';
import {AMOUNT_TYPES, RECIPE_FIELDS} from './fields.ts';
import {nameOf} from './field-rules.ts';
import type {PartKind, Recipe, RecipePart} from './types.ts';

/**
 * A recipe that may be used, from JSON that may hold anything.
 * @throws InputError the first thing that is wrong, naming field, value and fix
 */
export function checkRecipe(value: unknown): Recipe {
  const [first] = recipeIssues(value);
  if (first) throw first;
  return value as Recipe;
}

/** Everything that is wrong with a recipe: what single fields forbid first; if they are fine, what they forbid together. */
export function recipeIssues(value: unknown): InputError[] {
  const issues = fieldIssues(value, 'recipe', RECIPE_FIELDS);
  return issues.length > 0 ? issues : crossIssues(value as Recipe);
}

function crossIssues(recipe: Recipe): InputError[] {
  const kinds = recipe.parts.map((part) => part.kind);
  const issues = recipe.parts.flatMap((part, index) => [
    ...partIssues(part, `recipe.parts[${index}]`),
    ...companyIssues(part.kind, kinds, index),
  ]);
  const gestures = recipe.destinations.goodwill.indexOf('originalPayment');
  if (gestures >= 0) {
    issues.push(
      new InputError(
        `recipe.destinations.goodwill[${gestures}]`,
        'originalPayment',
        'Leave it out: a gesture is no refund of the sale, and stays out of the sales figures.',
      ),
    );
  }
  if (recipe.bonusExpiresAfterDays !== undefined && !kinds.includes('bonus')) {
    issues.push(
      new InputError(
        'recipe.bonusExpiresAfterDays',
        recipe.bonusExpiresAfterDays,
        'Leave it out, or add a part "bonus".',
      ),
    );
  }
  return issues;
}

/** What the fields of one part forbid each other. */
function partIssues(part: RecipePart, name: string): InputError[] {
  const issues: InputError[] = [];
  const {kind, amount} = part;
  const types = AMOUNT_TYPES[kind];
  if (!types.includes(amount.type)) {
    issues.push(new InputError(`${name}.amount.type`, amount.type, `Use ${types.join(' or ')} for "${kind}".`));
  }
  const value = (amount as {value?: string}).value;
  if (amount.type === 'remaining' && value !== undefined) {
    issues.push(new InputError(`${name}.amount.value`, value, 'Leave it out: "remaining" is all that is left.'));
  }
  if ((amount.type === 'fixed' || amount.type === 'percent') && value === undefined) {
    issues.push(new InputError(`${name}.amount.value`, undefined, 'Write a number as text, for example "7.45".'));
  }
  if (amount.type === 'percent' && Number(value) > 100) {
    issues.push(new InputError(`${name}.amount.value`, value, 'Write a percentage from 0 to 100.'));
  }
  for (const rule of RECIPE_FIELDS.filter((candidate) => candidate.kinds)) {
    const key = nameOf(rule) as keyof RecipePart;
    if (part[key] !== undefined && !rule.kinds?.includes(kind)) {
      issues.push(
        new InputError(`${name}.${key}`, part[key], `Leave it out: only ${rule.kinds?.join(', ')} can have it.`),
      );
    }
  }
  if (amount.type === 'fixed' && part.cap !== undefined) {
    issues.push(new InputError(`${name}.cap`, part.cap, 'Leave it out: a fixed sum needs no limit.'));
  }
  if (part.rate !== undefined && part.currency !== 'shop') {
    issues.push(new InputError(`${name}.rate`, part.rate, 'Leave it out, or set "currency" to "shop".'));
  }
  if (part.currency === 'shop' && (amount.type === 'percent' || amount.type === 'remaining')) {
    issues.push(
      new InputError(`${name}.currency`, 'shop', `Leave it out: "${amount.type}" follows the order's currency.`),
    );
  }
  return issues;
}

const FEES: readonly PartKind[] = ['restockingFee', 'returnShippingFee', 'diminishedValue'];

const WHAT_WAS_PAID: readonly PartKind[] = ['items', 'shipping', 'duties'];

/** What the parts forbid each other. */
function companyIssues(kind: PartKind, kinds: readonly PartKind[], index: number): InputError[] {
  const issue = (fix: string) => [new InputError(`recipe.parts[${index}].kind`, kind, fix)];
  if (kinds.indexOf(kind) < index) return issue('Name every kind once.');
  if (FEES.includes(kind) && !kinds.includes('items'))
    return issue('Add a part "items": fees are taken off what they bring.');
  if (kind === 'amount' && kinds.some((other) => WHAT_WAS_PAID.includes(other))) {
    return issue('Refund either a chosen amount, or items, shipping and duties.');
  }
  if (kind === 'bonus' && !kinds.some((other) => other === 'amount' || WHAT_WAS_PAID.includes(other))) {
    return issue('Add what is refunded: a bonus is a percentage of what becomes store credit.');
  }
  return [];
}
