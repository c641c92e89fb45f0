import type {Fault} from '../../../core/index.ts';
import type {Words} from '../../words/words.ts';

/** What is wrong, in words, by field: `parts[0].amount.value`. */
export type FaultTexts = Readonly<Record<string, string>>;

/** What is wrong with a recipe, each at its field; the first where there are several. */
export function faultTexts(faults: readonly Fault[], words: Words): FaultTexts {
  const texts: Record<string, string> = {};
  for (const fault of faults) texts[fieldOf(fault)] ??= faultText(fault, words);
  return texts;
}

/** The field without `recipe.` before it. */
export function fieldOf({field}: Fault): string {
  return field.replace(/^recipe\.?/, '');
}

/** In the language of the page what the checker tells files and commands in English. */
export function faultText({code, value, rule, known}: Fault, words: Words): string {
  const key = code !== 'wrong' || !rule ? code : value === undefined ? 'required' : rule.pattern ? 'handle' : rule.type;
  return words.t(`home.issue.${key}`, {
    least: rule?.min || 0,
    most: rule?.max ?? '',
    length: rule?.maxLength ?? '',
    options: rule?.values || known || [],
  });
}
