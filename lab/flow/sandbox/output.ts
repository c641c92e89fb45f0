import {buildSchema, isEnumType, isListType, isNonNullType, isObjectType, isScalarType} from 'graphql';
import type {GraphQLObjectType, GraphQLOutputType} from 'graphql';
import {Spoken} from '../problem.ts';
import {say} from '../said.ts';
import type {Said} from '../types.ts';

const SCALARS = new Set(['String', 'Int', 'Float', 'Boolean', 'ID']);

/**
 * The root type of an output schema, as Flow asks for it: SDL whose root is `Output`.
 * @throws Spoken, or GraphQL's own error, with one sentence that says what is wrong
 */
export function outputType(sdl: string): GraphQLObjectType {
  const schema = buildSchema(sdl);
  const root = schema.getType('Output');
  if (!isObjectType(root)) throw new Spoken(say`There is no object type named Output.`);
  const foreign = Object.values(schema.getTypeMap()).find(
    (type) => isScalarType(type) && !SCALARS.has(type.name) && !type.name.startsWith('__'),
  );
  if (foreign)
    throw new Spoken(say`The scalar ${foreign.name} is not known here: use String, Int, Float, Boolean or ID.`);
  return root;
}

/** Most objects and lists within one another. Flow's own limit is not publicly known. */
const DEEPEST = 100;

/**
 * What of a value doesn't match its type, as one sentence that names the field; null where all does.
 * @param path the value's name in the sentence
 * @param depth how many objects and lists stand around it: a type may hold itself
 */
export function mismatch(value: unknown, type: GraphQLOutputType, path: string, depth = 0): Said | null {
  if (isNonNullType(type)) {
    return value === null || value === undefined ? say`${path} is missing.` : mismatch(value, type.ofType, path, depth);
  }
  if (value === null || value === undefined) return null;
  if (depth > DEEPEST) return say`${path.slice(0, 40)}… is nested too deep: ${DEEPEST} levels at most.`;
  if (isListType(type)) {
    if (!Array.isArray(value)) return say`${path} is no list.`;
    return first(value.map((item: unknown, index) => mismatch(item, type.ofType, `${path}[${index}]`, depth + 1)));
  }
  if (isObjectType(type)) return objectMismatch(value, type, path, depth);
  if (isEnumType(type)) {
    const known = type.getValues().map(({name}) => name);
    return known.some((name) => name === value) ? null : say`${path} is none of ${known.join(', ')}.`;
  }
  return fits(value, String(type)) ? null : say`${path} is no ${String(type)}.`;
}

function objectMismatch(value: unknown, type: GraphQLObjectType, path: string, depth: number): Said | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return say`${path} is no object.`;
  const fields = type.getFields();
  const held = value as Record<string, unknown>;
  const extra = Object.keys(held).find((key) => !fields[key]);
  if (extra !== undefined) return say`${path}.${extra} is not in the output schema.`;
  return first(
    Object.values(fields).map((field) => mismatch(held[field.name], field.type, `${path}.${field.name}`, depth + 1)),
  );
}

function first(problems: readonly (Said | null)[]): Said | null {
  return problems.find((problem) => problem !== null) ?? null;
}

function fits(value: unknown, scalar: string): boolean {
  switch (scalar) {
    case 'Int':
      return Number.isInteger(value) && Math.abs(value as number) <= 2 ** 31 - 1;
    case 'Float':
      return typeof value === 'number';
    case 'Boolean':
      return typeof value === 'boolean';
    case 'ID':
      return typeof value === 'string' || Number.isInteger(value);
    default:
      return typeof value === 'string';
  }
}
