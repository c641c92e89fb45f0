import type {InputError} from '../../../core/index.ts';
import {RECIPE_FIELDS} from '../../../core/recipe/fields.ts';
import type {Words} from '../../words/words.ts';

/** What is wrong, by field: `parts[0].amount.value`. */
export type Faults = Readonly<Record<string, string>>;

/** What is wrong with a recipe, in words, each at its field. */
export function faultsOf(issues: readonly InputError[], words: Words): Faults {
  const faults: Record<string, string> = {};
  for (const issue of issues) faults[fieldOf(issue)] ??= issueText(issue, words);
  return faults;
}

/** The field without `recipe.` before it. */
export function fieldOf({field}: InputError): string {
  return field.replace(/^recipe\.?/, '');
}

/**
 * The checker's messages are in English for files and commands; here the same field is told in the language of the page.
 * A value that its own field allows and that is refused all the same stands against another field.
 */
export function issueText(issue: InputError, words: Words): string {
  const {value} = issue;
  const path = fieldOf(issue).replace(/\[\d+\]/g, '[]');
  const rule = RECIPE_FIELDS.find((candidate) => candidate.path === path);
  const say = (code: string): string =>
    words.t(`home.issue.${code}`, {
      least: rule?.min ?? 0,
      most: rule?.max ?? '',
      length: rule?.maxLength ?? '',
      options: rule?.values?.map((option) => option) ?? [],
    });
  if (path === '') return say('recipe');
  if (!rule) return say(/\[\]$/.test(path) ? 'object' : 'unknown');
  if (value === undefined) return say(path === 'parts' ? 'list' : 'required');
  if (path === 'parts[].amount.value' && typeof value === 'string' && Number(value) > 100) return say('percent');
  if (rule.values?.includes(value as string)) return say(path === 'parts[].kind' ? companyCode(issue) : 'leaveOut');
  if (path === 'parts[].amount.value' && isDecimal(value)) return say('leaveOut');
  if (path === 'parts[].cap' && isDecimal(value)) return say('leaveOut');
  if (path === 'bonusExpiresAfterDays' && Number.isSafeInteger(value)) return say('bonusOnly');
  return say(rule.pattern ? 'handle' : rule.type);
}

function isDecimal(value: unknown): boolean {
  return typeof value === 'string' && /^\d+(\.\d+)?$/.test(value);
}

/** Why a kind of part can't stand beside the others. */
function companyCode({value, fix}: InputError): string {
  if (fix.startsWith('Name every')) return 'once';
  if (value === 'bonus') return 'bonusNeeds';
  return value === 'amount' ? 'amountAlone' : 'feeNeeds';
}
