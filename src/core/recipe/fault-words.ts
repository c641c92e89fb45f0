import {InputError} from '../errors.ts';
import type {Fault} from './fault.ts';
import type {FieldRule} from './field-rules.ts';
import {nearest, useOneOf} from './nearest.ts';

/** A fault as one line that names the field, the value and the fix. */
export function issueOf(fault: Fault): InputError {
  return new InputError(fault.field, fault.value, fixOf(fault));
}

function fixOf({field, value, code, rule, known = [], of}: Fault): string {
  switch (code) {
    case 'object':
      return 'Write an object with named fields.';
    case 'unknown':
      return unknownKey(field.slice(field.lastIndexOf('.') + 1), known);
    case 'wrong':
      return rule ? wanted(rule, value) : '';
    case 'twice':
      return 'Name everything once.';
    case 'gestureAsRefund':
      return 'Leave it out: a gesture is no refund of the sale, and stays out of the sales figures.';
    case 'withoutBonus':
      return 'Leave it out, or add a part "bonus".';
    case 'otherAmount':
      return `Use ${known.join(' or ')} for "${of}".`;
    case 'valueOfRemaining':
      return 'Leave it out: "remaining" is all that is left.';
    case 'valueMissing':
      return 'Write a number as text, for example "7.45".';
    case 'percentage':
      return 'Write a percentage from 0 to 100.';
    case 'otherKinds':
      return `Leave it out: only ${known.join(', ')} can have it.`;
    case 'capOfFixed':
      return 'Leave it out: a fixed sum needs no limit.';
    case 'rateWithoutShop':
      return 'Leave it out, or set "currency" to "shop".';
    case 'followsOrder':
      return `Leave it out: "${of}" follows the order's currency.`;
    case 'kindTwice':
      return 'Name every kind once.';
    case 'feeWithoutItems':
      return 'Add a part "items": fees are taken off what they bring.';
    case 'amountBesideItems':
      return 'Refund either a chosen amount, or items, shipping and duties.';
    case 'bonusAlone':
      return 'Add what is refunded: a bonus is a percentage of what becomes store credit.';
    case 'withoutItems':
      return `Leave it out: recipe ${of} refunds no items.`;
    case 'withoutPart':
      return `Leave it out: recipe ${of} has no part "${field.slice(field.lastIndexOf('.') + 1)}".`;
    case 'setByRecipe':
      return `Leave it out: recipe ${of} sets this amount itself.`;
    case 'gestureToPayment':
      return 'Use storeCredit, giftCard or outsidePayment for a gesture.';
    case 'zeroRate':
      return 'Write a rate above zero.';
  }
}

function unknownKey(key: string, known: readonly string[]): string {
  const hint = nearest(key, known);
  return hint === null ? `Leave it out: the fields here are ${known.join(', ')}.` : `Did you mean "${hint}"?`;
}

/** What a text with a pattern is, by its field. */
const PATTERNS: Readonly<Record<string, string>> = {
  handle: 'lower-case letters, digits and single hyphens',
  locationId: "a location's id such as gid://shopify/Location/1",
};

function wanted(rule: FieldRule, value?: unknown): string {
  switch (rule.type) {
    case 'format':
      return 'Write 1, the only format there is.';
    case 'boolean':
      return 'Write true or false.';
    case 'integer':
      return `Write a whole number from ${rule.min || 0} to ${rule.max ?? Number.MAX_SAFE_INTEGER}.`;
    case 'choice':
      return useOneOf(value, rule.values || []);
    case 'decimal':
      return 'Write a number of zero or more as text, with a point before the decimals, for example "7.45".';
    case 'percent':
      return 'Write a percentage from 0 to 100 as text, for example "12.5".';
    case 'list':
      return `Write a list of ${rule.min || 0} to ${rule.max ?? 'any number of'} entries.`;
    case 'text':
      return `Write ${PATTERNS[rule.path] ?? 'text'}, at most ${rule.maxLength ?? 'any number of'} characters.`;
    default:
      return 'Write an object with named fields.';
  }
}
