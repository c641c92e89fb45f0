import {InputError} from '../core/index.ts';
import {wordsIn} from './words.ts';
import type {Language, WordCode} from './words.ts';

/** What a field of an action holds. `text` and `amount` are given as text; an order is its global id. */
export type FieldKind = 'order' | 'amount' | 'text' | 'yesNo';

export interface Field {
  readonly kind: FieldKind;
  readonly required: boolean;
  /** What to write instead, where the words for its kind say too little. */
  readonly fix?: WordCode;
}

/** Under which name a merchant sees a field in Flow: `name` in the extensions' tomls, and Flow's own word for the reference. */
export const LABELS: ReadonlyMap<string, string> = new Map([
  ['order_id', 'Order'],
  ['label_credit', 'Return label credit'],
  ['ground', 'Ground'],
  ['recipe', 'Recipe'],
  ['choices', 'Choices'],
  ['consent', 'Consent'],
  ['again', 'Again'],
  ['reason', 'Reason'],
  ['dry_run', 'Dry run'],
]);

/** An InputError whose fix is in the merchant's language already; the planner's own are in English. */
export class FieldError extends InputError {}

type Values<Fields extends Readonly<Record<string, Field>>> = {
  readonly [Key in keyof Fields]:
    (Fields[Key]['kind'] extends 'yesNo' ? boolean : string) | (Fields[Key]['required'] extends true ? never : null);
};

/** Flow adds this to every call (docs/unconfirmed.md, 17). */
const FLOWS_OWN: ReadonlySet<string> = new Set(['step_reference']);
const MOST_CHARACTERS = 20_000;

/**
 * A call's properties, each as its field wants it. Flow sends ids and amounts as text; numbers are read too, as they are written.
 * @throws InputError for the first one that is missing, of another kind, or not among the fields
 */
export function propertiesOf<Fields extends Readonly<Record<string, Field>>>(
  given: Readonly<Record<string, unknown>>,
  fields: Fields,
  language: Language,
): Values<Fields> {
  const words = wordsIn(language);
  const unknown = Object.keys(given).find((name) => !Object.hasOwn(fields, name) && !FLOWS_OWN.has(name));
  if (unknown !== undefined) throw new FieldError(unknown, given[unknown], words('fixUnknown'));
  return Object.fromEntries(
    Object.entries(fields).map(([name, {kind, required, fix = FIXES[kind]}]) => {
      const value = given[name];
      const absent = value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
      if (absent && required) throw new FieldError(name, undefined, words(fix));
      if (absent) return [name, kind === 'yesNo' ? false : null];
      const read = READ[kind](value);
      if (read === null) throw new FieldError(name, value, words(fix));
      return [name, read];
    }),
  ) as Values<Fields>;
}

const FIXES = {order: 'fixOrder', amount: 'fixAmount', text: 'fixText', yesNo: 'fixYesNo'} as const;

const READ: Readonly<Record<FieldKind, (value: unknown) => string | boolean | null>> = {
  order(value) {
    const id = /^(?:gid:\/\/shopify\/Order\/)?(\d{1,20})$/.exec(written(value))?.[1];
    return id === undefined ? null : `gid://shopify/Order/${id}`;
  },
  amount(value) {
    const text = written(value);
    return /^\d{1,12}(?:\.\d{1,6})?$/.test(text) ? text : null;
  },
  text: (value) => (typeof value === 'string' && value.length <= MOST_CHARACTERS ? value.trim() : null),
  yesNo(value) {
    if (value === true || value === 'true') return true;
    return value === false || value === 'false' ? false : null;
  },
};

/** A whole number that JSON can't hold exactly would be another order's. */
function written(value: unknown): string {
  if (typeof value === 'number') return Math.abs(value) <= Number.MAX_SAFE_INTEGER ? String(value) : '';
  return typeof value === 'string' ? value.trim() : '';
}
