import type {InputError} from '../errors.ts';
import {fieldFaults} from './check-fields.ts';
import type {Fault, FaultCode} from './fault.ts';
import {issueOf} from './fault-words.ts';
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
  return recipeFaults(value).map(issueOf);
}

/** The same, without words: which field, what stood there, and the kind of fault. */
export function recipeFaults(value: unknown): Fault[] {
  const faults = fieldFaults(value, 'recipe', RECIPE_FIELDS);
  return faults.length > 0 ? faults : crossFaults(value as Recipe);
}

function crossFaults(recipe: Recipe): Fault[] {
  const kinds = recipe.parts.map((part) => part.kind);
  const faults = recipe.parts.flatMap((part, index) => [
    ...partFaults(part, `recipe.parts[${index}]`),
    ...companyFaults(part.kind, kinds, index),
  ]);
  const gestures = recipe.destinations.goodwill.indexOf('originalPayment');
  if (gestures >= 0) {
    faults.push({
      field: `recipe.destinations.goodwill[${gestures}]`,
      value: 'originalPayment',
      code: 'gestureAsRefund',
    });
  }
  if (recipe.bonusExpiresAfterDays !== undefined && !kinds.includes('bonus')) {
    faults.push({field: 'recipe.bonusExpiresAfterDays', value: recipe.bonusExpiresAfterDays, code: 'withoutBonus'});
  }
  return faults;
}

/** What the fields of one part forbid each other. */
function partFaults(part: RecipePart, name: string): Fault[] {
  const faults: Fault[] = [];
  const {kind, amount} = part;
  const types = AMOUNT_TYPES[kind];
  if (!types.includes(amount.type)) {
    faults.push({field: `${name}.amount.type`, value: amount.type, code: 'otherAmount', known: types, of: kind});
  }
  const value = (amount as {value?: string}).value;
  if (amount.type === 'remaining' && value !== undefined) {
    faults.push({field: `${name}.amount.value`, value, code: 'valueOfRemaining'});
  }
  if ((amount.type === 'fixed' || amount.type === 'percent') && value === undefined) {
    faults.push({field: `${name}.amount.value`, value, code: 'valueMissing'});
  }
  if (amount.type === 'percent' && Number(value) > 100) {
    faults.push({field: `${name}.amount.value`, value, code: 'percentage'});
  }
  for (const rule of RECIPE_FIELDS.filter((candidate) => candidate.kinds)) {
    const key = nameOf(rule) as keyof RecipePart;
    if (part[key] !== undefined && !rule.kinds?.includes(kind)) {
      faults.push({field: `${name}.${key}`, value: part[key], code: 'otherKinds', known: rule.kinds || []});
    }
  }
  if (amount.type === 'fixed' && part.cap !== undefined) {
    faults.push({field: `${name}.cap`, value: part.cap, code: 'capOfFixed'});
  }
  if (part.rate !== undefined && part.currency !== 'shop') {
    faults.push({field: `${name}.rate`, value: part.rate, code: 'rateWithoutShop'});
  }
  if (part.currency === 'shop' && (amount.type === 'percent' || amount.type === 'remaining')) {
    faults.push({field: `${name}.currency`, value: 'shop', code: 'followsOrder', of: amount.type});
  }
  return faults;
}

const FEES: readonly PartKind[] = ['restockingFee', 'returnShippingFee', 'diminishedValue'];

const WHAT_WAS_PAID: readonly PartKind[] = ['items', 'shipping', 'duties'];

/** What the parts forbid each other. */
function companyFaults(kind: PartKind, kinds: readonly PartKind[], index: number): Fault[] {
  const fault = (code: FaultCode): Fault[] => [{field: `recipe.parts[${index}].kind`, value: kind, code}];
  if (kinds.indexOf(kind) < index) return fault('kindTwice');
  if (FEES.includes(kind) && !kinds.includes('items')) return fault('feeWithoutItems');
  if (kind === 'amount' && kinds.some((other) => WHAT_WAS_PAID.includes(other))) {
    return fault('amountBesideItems');
  }
  if (kind === 'bonus' && !kinds.some((other) => other === 'amount' || WHAT_WAS_PAID.includes(other))) {
    return fault('bonusAlone');
  }
  return [];
}
