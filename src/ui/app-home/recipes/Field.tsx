import type {FieldRule} from '../../../core/recipe/field-rules.ts';
import {Choose} from '../../pieces/Choose.tsx';
import type {Words} from '../../words/words.ts';
import {draftText} from './draft.ts';

/** What every field of the editor gets. `name` is where it stands: `parts[0].amount.value`. */
export interface FieldView {
  readonly rule: FieldRule;
  readonly name: string;
  readonly value: unknown;
  readonly fault: string;
  readonly words: Words;
  /** Undefined takes the field out. */
  onChange(value: unknown): void;
}

/** One field of a recipe, drawn from the same table that the checker reads. */
export function Field({rule, name, value, fault, words, onChange}: FieldView) {
  const label = labelOf(rule.path, words);
  const details = detailsOf(rule.path, words);
  const text = draftText(value);
  switch (rule.type) {
    case 'choice':
      return (
        <Choose
          label={label}
          name={name}
          value={text || String(rule.default ?? '')}
          options={(rule.values || []).map((option) => [option, optionWords(rule.path, option, words)])}
          details={details}
          error={fault}
          disabled={false}
          onChoose={onChange}
        />
      );
    case 'boolean':
      return (
        <s-checkbox
          label={label}
          name={name}
          checked={(value ?? rule.default) === true}
          error={fault}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      );
    default:
      return (
        <s-text-field
          label={label}
          name={name}
          value={text}
          details={details}
          error={fault}
          required={rule.required || false}
          autocomplete="off"
          suffix={rule.type === 'percent' ? '%' : ''}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      );
  }
}

/** The words for a field stand under its path, with the dots as underscores. */
export function labelOf(path: string, words: Words): string {
  return words.t(`home.field.${keyOf(path)}`);
}

function keyOf(path: string): string {
  return path.replace(/\[\d*\]/g, '').replace(/\./g, '_');
}

const WITH_DETAILS = new Set([
  'summary_en',
  'creditShare',
  'bonusExpiresAfterDays',
  'parts_cap',
  'parts_class',
  'handle',
]);

function detailsOf(path: string, words: Words): string {
  return WITH_DETAILS.has(keyOf(path)) ? words.t(`home.about.${keyOf(path)}`) : '';
}

/** Words that staff read elsewhere too are the same words here. */
const SHARED: Readonly<Record<string, string>> = {ground: 'ground', parts_kind: 'component'};

export function optionWords(path: string, option: string, words: Words): string {
  const key = keyOf(path);
  if (path.startsWith('destinations')) return words.t(`destination.${option}`);
  const shared = SHARED[key];
  return shared ? words.t(`${shared}.${option}`) : words.t(`home.option.${key}.${option}`);
}
