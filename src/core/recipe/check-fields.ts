import {nameOf, rulesInside, type FieldRule} from './field-rules.ts';
import type {Fault} from './fault.ts';

export const DECIMAL = /^\d{1,15}(\.\d{1,6})?$/;

/** Everything about a value that its table of rules forbids; nothing that depends on two fields at once. */
export function fieldFaults(value: unknown, name: string, rules: readonly FieldRule[]): Fault[] {
  return objectFaults(value, {name, rulePath: '', rules});
}

interface Place {
  /** The field as the message names it. */
  readonly name: string;
  /** The same in the table: without indexes and keys. */
  readonly rulePath: string;
  readonly rules: readonly FieldRule[];
}

function objectFaults(value: unknown, place: Place): Fault[] {
  const {name, rulePath, rules} = place;
  if (!isRecord(value)) return [{field: name, value, code: 'object'}];
  const inside = rulesInside(rules, rulePath);
  const known = inside.map(nameOf);
  const faults = Object.keys(value)
    .filter((key) => !known.includes(key))
    .map((key): Fault => ({field: `${name}.${key}`, value: value[key], code: 'unknown', known}));
  for (const rule of inside) {
    const key = nameOf(rule);
    const held = value[key];
    const field = `${name}.${key}`;
    if (held !== undefined) faults.push(...valueFaults(held, rule, {name: field, rulePath: rule.path, rules}));
    else if (rule.required) faults.push({field, value: undefined, code: 'wrong', rule});
  }
  return faults;
}

function valueFaults(value: unknown, rule: FieldRule, place: Place): Fault[] {
  switch (rule.type) {
    case 'object':
      return objectFaults(value, place);
    case 'list':
      return listFaults(value, rule, place);
    case 'map':
      return mapFaults(value, rule, place);
    default:
      return fits(value, rule) ? [] : [{field: place.name, value, code: 'wrong', rule}];
  }
}

function listFaults(value: unknown, rule: FieldRule, {name, rulePath, rules}: Place): Fault[] {
  if (!Array.isArray(value) || value.length < (rule.min || 0) || value.length > (rule.max ?? Infinity)) {
    return [{field: name, value, code: 'wrong', rule}];
  }
  const entry = rules.find((candidate) => candidate.path === `${rulePath}[]`);
  return value.flatMap((item: unknown, index) => {
    const place = {name: `${name}[${index}]`, rulePath: `${rulePath}[]`, rules};
    if (!entry) return objectFaults(item, place);
    const repeated = value.indexOf(item) < index;
    return repeated ? [{field: place.name, value: item, code: 'twice'}] : valueFaults(item, entry, place);
  });
}

function mapFaults(value: unknown, rule: FieldRule, {name, rulePath, rules}: Place): Fault[] {
  if (!isRecord(value)) return [{field: name, value, code: 'object'}];
  const entry = rules.find((candidate) => candidate.path === `${rulePath}{}`);
  return Object.entries(value).flatMap(([key, item]) => {
    const place = {name: `${name}.${key}`, rulePath: `${rulePath}{}`, rules};
    if (rule.values && !rule.values.includes(key)) {
      return [{field: place.name, value: item, code: 'unknown', known: rule.values}];
    }
    const empty = entry?.path === 'amounts{}' && item === '';
    return entry && !empty ? valueFaults(item, entry, place) : [];
  });
}

function fits(value: unknown, rule: FieldRule): boolean {
  switch (rule.type) {
    case 'format':
      return value === 1;
    case 'boolean':
      return typeof value === 'boolean';
    case 'integer':
      return Number.isSafeInteger(value) && Number(value) >= (rule.min || 0) && Number(value) <= (rule.max ?? Infinity);
    case 'choice':
      return typeof value === 'string' && (rule.values || []).includes(value);
    case 'decimal':
      return typeof value === 'string' && DECIMAL.test(value);
    case 'percent':
      return typeof value === 'string' && DECIMAL.test(value) && Number(value) <= 100;
    default:
      return (
        typeof value === 'string' &&
        value.trim() !== '' &&
        value.length <= (rule.maxLength ?? Infinity) &&
        (rule.pattern === undefined || new RegExp(rule.pattern).test(value))
      );
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
