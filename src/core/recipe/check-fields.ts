import {InputError} from '../errors.ts';
import {nameOf, rulesInside, type FieldRule} from './field-rules.ts';
import {nearest, useOneOf} from './nearest.ts';

export const DECIMAL = /^\d{1,15}(\.\d{1,6})?$/;

/** Everything about a value that its table of rules forbids; nothing that depends on two fields at once. */
export function fieldIssues(value: unknown, name: string, rules: readonly FieldRule[]): InputError[] {
  return objectIssues(value, {name, rulePath: '', rules});
}

interface Place {
  /** The field as the message names it. */
  readonly name: string;
  /** The same in the table: without indexes and keys. */
  readonly rulePath: string;
  readonly rules: readonly FieldRule[];
}

function objectIssues(value: unknown, place: Place): InputError[] {
  const {name, rulePath, rules} = place;
  if (!isRecord(value)) return [new InputError(name, value, 'Write an object with named fields.')];
  const inside = rulesInside(rules, rulePath);
  const known = inside.map(nameOf);
  const issues = Object.keys(value)
    .filter((key) => !known.includes(key))
    .map((key) => new InputError(`${name}.${key}`, value[key], unknownKey(key, known)));
  for (const rule of inside) {
    const key = nameOf(rule);
    const held = value[key];
    const field = `${name}.${key}`;
    if (held !== undefined) issues.push(...valueIssues(held, rule, {name: field, rulePath: rule.path, rules}));
    else if (rule.required) issues.push(new InputError(field, undefined, wanted(rule)));
  }
  return issues;
}

function unknownKey(key: string, known: readonly string[]): string {
  const hint = nearest(key, known);
  return hint === null ? `Leave it out: the fields here are ${known.join(', ')}.` : `Did you mean "${hint}"?`;
}

function valueIssues(value: unknown, rule: FieldRule, place: Place): InputError[] {
  switch (rule.type) {
    case 'object':
      return objectIssues(value, place);
    case 'list':
      return listIssues(value, rule, place);
    case 'map':
      return mapIssues(value, rule, place);
    default:
      return fits(value, rule) ? [] : [new InputError(place.name, value, wanted(rule, value))];
  }
}

function listIssues(value: unknown, rule: FieldRule, {name, rulePath, rules}: Place): InputError[] {
  if (!Array.isArray(value) || value.length < (rule.min ?? 0) || value.length > (rule.max ?? Infinity)) {
    return [new InputError(name, value, wanted(rule))];
  }
  const entry = rules.find((candidate) => candidate.path === `${rulePath}[]`);
  return value.flatMap((item: unknown, index) => {
    const place = {name: `${name}[${index}]`, rulePath: `${rulePath}[]`, rules};
    if (!entry) return objectIssues(item, place);
    const repeated = value.indexOf(item) < index;
    return repeated ? [new InputError(place.name, item, 'Name everything once.')] : valueIssues(item, entry, place);
  });
}

function mapIssues(value: unknown, rule: FieldRule, {name, rulePath, rules}: Place): InputError[] {
  if (!isRecord(value)) return [new InputError(name, value, 'Write an object with named fields.')];
  const entry = rules.find((candidate) => candidate.path === `${rulePath}{}`);
  return Object.entries(value).flatMap(([key, item]) => {
    const place = {name: `${name}.${key}`, rulePath: `${rulePath}{}`, rules};
    if (rule.values && !rule.values.includes(key)) {
      return [new InputError(place.name, item, unknownKey(key, rule.values))];
    }
    const empty = entry?.path === 'amounts{}' && item === '';
    return entry && !empty ? valueIssues(item, entry, place) : [];
  });
}

function fits(value: unknown, rule: FieldRule): boolean {
  switch (rule.type) {
    case 'format':
      return value === 1;
    case 'boolean':
      return typeof value === 'boolean';
    case 'integer':
      return Number.isSafeInteger(value) && Number(value) >= (rule.min ?? 0) && Number(value) <= (rule.max ?? Infinity);
    case 'choice':
      return typeof value === 'string' && (rule.values ?? []).includes(value);
    case 'decimal':
      return typeof value === 'string' && DECIMAL.test(value);
    case 'percent':
      return typeof value === 'string' && DECIMAL.test(value) && Number(value) <= 100;
    default:
      return (
        typeof value === 'string' &&
        value.trim() !== '' &&
        value.length <= (rule.maxLength ?? Infinity) &&
        (rule.pattern === undefined || new RegExp(rule.pattern.source).test(value))
      );
  }
}

function wanted(rule: FieldRule, value?: unknown): string {
  switch (rule.type) {
    case 'format':
      return 'Write 1, the only format there is.';
    case 'boolean':
      return 'Write true or false.';
    case 'integer':
      return `Write a whole number from ${rule.min ?? 0} to ${rule.max ?? Number.MAX_SAFE_INTEGER}.`;
    case 'choice':
      return useOneOf(value, rule.values ?? []);
    case 'decimal':
      return 'Write a number of zero or more as text, with a point before the decimals, for example "7.45".';
    case 'percent':
      return 'Write a percentage from 0 to 100 as text, for example "12.5".';
    case 'list':
      return `Write a list of ${rule.min ?? 0} to ${rule.max ?? 'any number of'} entries.`;
    case 'text':
      return `Write ${rule.pattern?.says ?? 'text'}, at most ${rule.maxLength ?? 'any number of'} characters.`;
    default:
      return 'Write an object with named fields.';
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
