/** What an app's trigger extensions declare, and whether a payload fits. Checks of fields are the lab's assumption: Shopify's own words for them are UNCONFIRMED (docs/unconfirmed.md 14). */
import {buildASTSchema, isEnumType, isListType, isNonNullType, isObjectType, parse} from 'graphql';
import type {GraphQLOutputType} from 'graphql';

export interface DeclaredField {
  /** The payload's key: `order_id` for a reference, else the toml's key. */
  readonly key: string;
  readonly type: string;
}

export interface DeclaredTrigger {
  readonly handle: string;
  readonly name: string;
  /** Null: any payload is good. */
  readonly fields: readonly DeclaredField[] | null;
  /** SDL of its complex types. */
  readonly schema: string | null;
}

const REFERENCE = '_reference';

/** The payload's key for a field of a toml. */
export function payloadKey({type, key}: {readonly type: string; readonly key?: string}): string {
  return type.endsWith(REFERENCE) ? `${type.slice(0, -REFERENCE.length)}_id` : (key ?? '');
}

/** What is wrong with a payload, a line each. A customer may be missing: a guest's order has none. */
export function payloadProblems(payload: unknown, {fields, schema}: DeclaredTrigger): string[] {
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) return ['Invalid payload.'];
  if (fields === null) return [];
  const given = payload as Readonly<Record<string, unknown>>;
  const types = schema === null ? null : buildASTSchema(parse(schema), {assumeValidSDL: true});
  return [
    ...Object.keys(given)
      .filter((name) => !fields.some(({key}) => key === name))
      .map((name) => `Invalid field: '${name}'.`),
    ...fields.flatMap(({key, type}) => {
      const value = given[key];
      if (value === undefined) return type === 'customer_reference' ? [] : [`Required field missing: '${key}'.`];
      if (!type.startsWith('schema.'))
        return fits(value, type) ? [] : [`Type error for field '${key}': not a ${type}.`];
      const declared = types?.getType(type.slice('schema.'.length));
      return isObjectType(declared) ? shapeProblems(value, declared, key) : [`Unknown type '${type}'.`];
    }),
  ];
}

function fits(value: unknown, type: string): boolean {
  if (type.endsWith(REFERENCE)) return Number.isSafeInteger(value) && Number(value) > 0;
  if (type === 'boolean') return typeof value === 'boolean';
  if (type === 'number_decimal') return typeof value === 'number' && Number.isFinite(value);
  return typeof value === 'string' && !/[\r\n]/.test(value);
}

function shapeProblems(value: unknown, type: GraphQLOutputType, path: string): string[] {
  if (isNonNullType(type)) {
    if (value === undefined || value === null) return [`Required field missing: '${path}'.`];
    return shapeProblems(value, type.ofType, path);
  }
  if (value === undefined || value === null) return [];
  const wrong = [`Type error for field '${path}': not a ${String(type)}.`];
  if (isListType(type)) {
    const item = type.ofType;
    return Array.isArray(value) ? value.flatMap((one, index) => shapeProblems(one, item, `${path}[${index}]`)) : wrong;
  }
  if (isObjectType(type)) {
    if (typeof value !== 'object' || Array.isArray(value)) return wrong;
    const fields = type.getFields();
    const given = value as Readonly<Record<string, unknown>>;
    return [
      ...Object.keys(given)
        .filter((name) => !(name in fields))
        .map((name) => `Invalid field: '${path}.${name}'.`),
      ...Object.values(fields).flatMap((field) =>
        shapeProblems(given[field.name], field.type, `${path}.${field.name}`),
      ),
    ];
  }
  if (isEnumType(type)) return typeof value === 'string' && type.getValue(value) ? [] : wrong;
  const kind = {Int: Number.isInteger(value), Float: typeof value === 'number', Boolean: typeof value === 'boolean'};
  return (kind[type.name as keyof typeof kind] ?? typeof value === 'string') ? [] : wrong;
}
