import {AMOUNT_TYPES, DESTINATIONS, PART_KINDS, RECIPE_FIELDS} from '../../../core/recipe/fields.ts';
import {type FieldRule, nameOf, rulesInside} from '../../../core/recipe/field-rules.ts';
import type {ComponentClass, Destination, PartAmount, PartKind, Recipe} from '../../../core/index.ts';
import {decimalText, typedText} from '../../words/amount-text.ts';

/** A recipe while somebody writes it: the same JSON, with texts exactly as they stand in the fields. */
export type Draft = {readonly [key: string]: unknown};
export type DraftPart = {
  readonly kind: PartKind;
  readonly amount: {readonly type: PartAmount['type']; readonly value?: string};
} & Draft;

export const CLASSES: readonly ComponentClass[] = ['owed', 'policy', 'goodwill'];

/** What stands at a path such as `title.en`, or undefined. */
export function valueAt(draft: Draft, path: string): unknown {
  return path.split('.').reduce<unknown>((inside, key) => (inside as Draft | undefined)?.[key], draft);
}

/** The draft with another value at a path; undefined takes the field out. */
export function withValue(draft: Draft, path: string, value: unknown): Draft {
  const at = path.indexOf('.');
  if (at < 0) {
    const {[path]: _, ...others} = draft;
    return value === undefined ? others : {...draft, [path]: value};
  }
  const [key, rest] = [path.slice(0, at), path.slice(at + 1)];
  return {...draft, [key]: withValue((draft[key] ?? {}) as Draft, rest, value)};
}

export function partsOf(draft: Draft): readonly DraftPart[] {
  return (draft['parts'] ?? []) as readonly DraftPart[];
}

/** What belongs to a bonus goes with it. */
export function withParts(draft: Draft, parts: readonly DraftPart[]): Draft {
  const changed = withValue(draft, 'parts', parts);
  return parts.some(({kind}) => kind === 'bonus') ? changed : withValue(changed, 'bonusExpiresAfterDays', undefined);
}

/** The kinds that a part may become: each stands in a recipe once. */
export function kindsFor(parts: readonly DraftPart[], own?: PartKind): readonly PartKind[] {
  return PART_KINDS.filter((kind) => kind === own || parts.every((part) => part.kind !== kind));
}

export function newPart(kind: PartKind): DraftPart {
  return {kind, amount: {type: AMOUNT_TYPES[kind][0] || 'entered'}};
}

/** The part as another kind, with all of it that the new kind can have. */
export function asKind(part: DraftPart, kind: PartKind): DraftPart {
  const {type} = part.amount;
  const amount = AMOUNT_TYPES[kind].includes(type) ? part.amount : newPart(kind).amount;
  const kept = partRules(kind).flatMap((rule) => {
    const key = nameOf(rule);
    return key in part ? [[key, part[key]] as const] : [];
  });
  return {...Object.fromEntries(kept), kind, amount};
}

/** Changes one field of a part and takes out what it forbids. */
export function withPartValue(part: DraftPart, path: string, value: unknown): DraftPart {
  const changed = withValue(part, path, value) as DraftPart;
  if (path === 'currency' && value === 'presentment') return withValue(changed, 'rate', undefined) as DraftPart;
  if (path !== 'amount.type') return changed;
  const plain = value === 'remaining' ? withValue(changed, 'amount.value', undefined) : changed;
  return (value === 'fixed' ? withValue(plain, 'cap', undefined) : plain) as DraftPart;
}

/** The optional fields of a part that mean something for it as it stands. */
export function partFields(part: DraftPart): readonly FieldRule[] {
  return partRules(part.kind).filter((rule) => {
    switch (nameOf(rule)) {
      case 'currency':
        return part.amount.type === 'fixed' || part.amount.type === 'entered';
      case 'rate':
        return part['currency'] === 'shop';
      case 'cap':
        return part.amount.type !== 'fixed';
      default:
        return true;
    }
  });
}

function partRules(kind: PartKind): readonly FieldRule[] {
  return rulesInside(RECIPE_FIELDS, 'parts[]').filter(({kinds}) => kinds?.includes(kind));
}

/** A gesture never goes back to the payment. */
export function destinationsFor(of: ComponentClass): readonly Destination[] {
  return of === 'goodwill' ? DESTINATIONS.filter((destination) => destination !== 'originalPayment') : DESTINATIONS;
}

/**
 * The draft as JSON that can be checked and stored: a decimal comma becomes a point, digits a number, and what was left empty
 * is left out.
 */
export function written(draft: Draft, version: number): unknown {
  return {...(tidied(draft, '') as Draft), format: 1, version};
}

/** A recipe as it first stands in the fields, decimals as the page's language writes them. */
export function draftOf(recipe: Recipe, language: 'en' | 'nl'): Draft {
  const shown = (value: unknown, path: string): unknown => {
    if (Array.isArray(value)) return value.map((entry: unknown) => shown(entry, `${path}[]`));
    if (typeof value === 'string') return isDecimal(ruleAt(path)) ? typedText(value, language) : value;
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, held]) => [key, shown(held, path ? `${path}.${key}` : key)]),
    );
  };
  return shown(recipe, '') as Draft;
}

function ruleAt(path: string): FieldRule | undefined {
  return RECIPE_FIELDS.find((candidate) => candidate.path === path);
}

function isDecimal(rule: FieldRule | undefined): boolean {
  return rule?.type === 'decimal' || rule?.type === 'percent';
}

function tidied(value: unknown, path: string): unknown {
  const rule = ruleAt(path);
  if (Array.isArray(value)) return value.map((entry: unknown) => tidied(entry, `${path}[]`));
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).flatMap(([key, held]) => {
      const tidy = tidied(held, path ? `${path}.${key}` : key);
      return tidy === undefined ? [] : [[key, tidy] as const];
    });
    return fields.length === 0 && rule && !rule.required ? undefined : Object.fromEntries(fields);
  }
  if (typeof value !== 'string') return value;
  const text = value.trim();
  if (text === '') return undefined;
  if (rule?.type === 'integer' && /^\d{1,9}$/.test(text)) return Number(text);
  return isDecimal(rule) ? decimalText(text) : text;
}

/** A value as it stands in a text field. */
export function draftText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
