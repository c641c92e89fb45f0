/** Whether a condition holds. Texts are compared without regard to case; `undefined` is missing, which differs from null. */
import {asText} from '../problem.ts';
import type {Condition, Operand, Operator} from './ast.ts';

export interface Meaning {
  /** Whether nothing holds of a missing value (but that it isn't there), or it counts as null. An assumption either way. */
  readonly missing: 'nothingHolds' | 'asNull';
}

export type Values = Readonly<Record<string, unknown>>;

export function holds(condition: Condition, values: Values, meaning: Meaning): boolean {
  switch (condition.is) {
    case 'logic': {
      const judge = (part: Condition): boolean => holds(part, values, meaning);
      return condition.operator === 'AND' ? condition.parts.every(judge) : condition.parts.some(judge);
    }
    case 'list':
      return overList(condition, values, meaning);
    case 'comparison': {
      const left = read(condition.path, values);
      const right = condition.right === null ? null : operand(condition.right, values);
      return compare(left, condition.operator, right, meaning);
    }
  }
}

function overList(condition: Extract<Condition, {is: 'list'}>, values: Values, meaning: Meaning): boolean {
  const list = read(condition.path, values);
  const items: readonly unknown[] = Array.isArray(list) ? list : [];
  const judge = (item: unknown): boolean => holds(condition.body, {...values, [condition.item]: item}, meaning);
  if (condition.operator === 'ANY') return items.some(judge);
  if (condition.operator === 'ALL') return items.every(judge);
  return !items.some(judge);
}

/** Undefined where a part of the path isn't there. */
export function read(path: readonly string[], values: Values): unknown {
  let value: unknown = values;
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Record<string, unknown>)[part];
  }
  return value;
}

function operand(right: Operand, values: Values): unknown {
  return 'path' in right ? read(right.path, values) : right.literal;
}

function compare(left: unknown, operator: Operator, right: unknown, {missing}: Meaning): boolean {
  const isNil = left === undefined || left === null;
  switch (operator) {
    case 'nil?':
      return isNil;
    case 'not_nil?':
      return !isNil;
    case 'empty_or_nil?':
      return isNil || left === '';
    case 'not_empty_and_not_nil?':
      return !isNil && left !== '';
    default:
      if (left === undefined && missing === 'nothingHolds') return false;
      return binary(left ?? null, operator, right ?? null);
  }
}

function binary(left: unknown, operator: Operator, right: unknown): boolean {
  switch (operator) {
    case '==':
      return same(left, right);
    case '!=':
      return !same(left, right);
    case '>':
      return ordered(left, right, (sign) => sign > 0);
    case '>=':
      return ordered(left, right, (sign) => sign >= 0);
    case '<':
      return ordered(left, right, (sign) => sign < 0);
    case '<=':
      return ordered(left, right, (sign) => sign <= 0);
    case 'start_with?':
      return text(left).startsWith(text(right)) && left !== null;
    case 'not_start_with?':
      return !text(left).startsWith(text(right)) || left === null;
    case 'end_with?':
      return text(left).endsWith(text(right)) && left !== null;
    case 'not_end_with?':
      return !text(left).endsWith(text(right)) || left === null;
    case 'include?':
      return text(left).includes(text(right)) && left !== null;
    case 'not_include?':
      return !text(left).includes(text(right)) || left === null;
    case 'in?':
      return among(left, right);
    case 'not_in?':
      return !among(left, right);
    default:
      return false;
  }
}

function text(value: unknown): string {
  return asText(value).toLowerCase();
}

const NUMBER = /^-?\d+(\.\d+)?$/;

/** Two values as numbers, where both are some: money comes as text or as a number. */
function numbers(left: unknown, right: unknown): readonly [number, number] | null {
  const [a, b] = [left, right].map((value) =>
    typeof value === 'number' || (typeof value === 'string' && NUMBER.test(value)) ? Number(value) : null,
  );
  const anyNumber = typeof left === 'number' || typeof right === 'number';
  return a !== null && b !== null && a !== undefined && b !== undefined && anyNumber ? [a, b] : null;
}

function same(left: unknown, right: unknown): boolean {
  if (left === null || right === null) return left === right;
  const both = numbers(left, right);
  if (both) return both[0] === both[1];
  return text(left) === text(right);
}

const MOMENT = /^\d{4}-\d{2}-\d{2}([T ]|$)/;

function ordered(left: unknown, right: unknown, fits: (sign: number) => boolean): boolean {
  if (left === null || right === null) return false;
  const asNumbers = [left, right].map((value) =>
    typeof value === 'number' || (typeof value === 'string' && NUMBER.test(value)) ? Number(value) : Number.NaN,
  );
  const asMoments = [left, right].map((value) =>
    typeof value === 'string' && MOMENT.test(value) ? Date.parse(value) : Number.NaN,
  );
  for (const [a, b] of [asNumbers, asMoments]) {
    if (a !== undefined && b !== undefined && !Number.isNaN(a) && !Number.isNaN(b)) return fits(Math.sign(a - b));
  }
  return false;
}

function among(left: unknown, right: unknown): boolean {
  if (left === null) return false;
  return asText(right)
    .split(',')
    .map((one) => one.trim())
    .some((one) => same(left, one) || (NUMBER.test(one) && same(left, Number(one))));
}
