/** metaobjectCreate, Upsert, Update and Delete. No compare-and-set: the last writer wins (facts §6). */
import type {GraphQLResolveInfo} from 'graphql';
import {requireScope} from '../access.ts';
import {belongsToOther, isAppOwned, resolveAppName} from '../app-data.ts';
import {userError, type UserError} from '../errors.ts';
import {byteLimit, wrongValue} from '../metafields/values.ts';
import type {LabContext} from '../resolvers.ts';
import {type Definition, findDefinition} from './definitions.ts';
import {
  entryByHandle,
  type EntryRow,
  entrySource,
  findEntry,
  insertEntry,
  updateEntry,
  type Values,
  valuesOf,
} from './entries.ts';

interface FieldInput {
  readonly key: string;
  readonly value: string;
}

interface EntryInput {
  readonly handle?: string | null;
  readonly fields?: readonly FieldInput[] | null;
  readonly values?: unknown;
  readonly capabilities?: {readonly publishable?: {readonly status: string} | null} | null;
}

type Refusal = {readonly metaobject: null; readonly userErrors: readonly UserError[]};

const refuse = (...userErrors: UserError[]): Refusal => ({metaobject: null, userErrors});

const withKey = (error: UserError, elementKey: string): UserError => ({...error, elementKey});

/** Types that no app owns need a scope; `$app:` types need none from 2026-04 on. */
export function guard(type: string, scope: string, context: LabContext, info: GraphQLResolveInfo): void {
  if (!isAppOwned(type)) requireScope(context, info, [scope]);
}

/** `values` (2026-07) as field inputs; what isn't text is written as JSON. */
function given(input: EntryInput | null | undefined, values: unknown): FieldInput[] {
  const whole = values ?? input?.values;
  if (typeof whole === 'object' && whole !== null) {
    return Object.entries(whole).map(([key, value]) => ({
      key,
      value: typeof value === 'string' ? value : JSON.stringify(value),
    }));
  }
  return [...(input?.fields ?? [])];
}

function check(
  definition: Definition,
  inputs: readonly FieldInput[],
  before: Values,
  version: string,
): {values: Values; errors: UserError[]} {
  const values: Record<string, string> = {...before};
  const errors: UserError[] = [];
  const seen = new Set<string>();
  for (const [index, {key, value}] of inputs.entries()) {
    const at = ['metaobject', 'fields', String(index)];
    const field = definition.fields.find((one) => one.key === key);
    if (!field) {
      errors.push(withKey(userError(at, `Field definition "${key}" does not exist`, 'UNDEFINED_OBJECT_FIELD'), key));
      continue;
    }
    if (seen.has(key))
      errors.push(withKey(userError(at, `Field "${key}" duplicates other inputs`, 'DUPLICATE_FIELD_INPUT'), key));
    seen.add(key);
    const wrong = value === '' ? undefined : wrongValue(field.type, value);
    if (wrong !== undefined) errors.push(withKey(userError(at, wrong, 'INVALID_VALUE'), key));
    if (Buffer.byteLength(value) > byteLimit(field.type, version)) {
      errors.push(
        withKey(
          userError(at, `Value is too long (maximum is ${byteLimit(field.type, version)} bytes)`, 'TOO_LONG'),
          key,
        ),
      );
    }
    if (value === '') delete values[key];
    else values[key] = value;
  }
  for (const field of definition.fields) {
    if (field.required && values[field.key] === undefined) {
      errors.push(
        withKey(userError(['metaobject'], `${field.name} can't be blank`, 'OBJECT_FIELD_REQUIRED'), field.key),
      );
    }
  }
  return {values, errors};
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** A handle that is taken gets a number. */
function freeHandle(context: LabContext, type: string, wanted: string): string {
  let handle = wanted;
  for (let number = 1; entryByHandle(context.store, type, handle); number += 1) handle = `${wanted}-${number}`;
  return handle;
}

function statusOf(definition: Definition, input: EntryInput | null | undefined, before = 'DRAFT'): string {
  return definition.publishable ? (input?.capabilities?.publishable?.status ?? before) : 'ACTIVE';
}

function known(type: string, at: readonly string[], context: LabContext): Definition | UserError {
  const resolved = resolveAppName(type, context.access.appId);
  if (belongsToOther(resolved, context.access.appId))
    return userError([...at, 'type'], 'Not authorized', 'NOT_AUTHORIZED');
  return (
    findDefinition(context.store, resolved) ??
    userError([...at, 'type'], `No metaobject definition exists for type "${type}"`, 'UNDEFINED_OBJECT_TYPE')
  );
}

const isDefinition = (value: Definition | UserError): value is Definition => 'fields' in value;

export function metaobjectCreate(
  _source: unknown,
  args: {metaobject: EntryInput & {type: string}},
  context: LabContext,
  info: GraphQLResolveInfo,
): unknown {
  const input = args.metaobject;
  guard(resolveAppName(input.type, context.access.appId), 'write_metaobjects', context, info);
  const definition = known(input.type, ['metaobject'], context);
  if (!isDefinition(definition)) return refuse(definition);
  const {values, errors} = check(definition, given(input, undefined), {}, context.version);
  if (errors.length > 0) return refuse(...errors);
  const named = definition.displayNameKey === null ? undefined : values[definition.displayNameKey];
  const handle = freeHandle(context, definition.type, slug(input.handle ?? named ?? definition.name) || 'entry');
  const row = insertEntry(context.store, {type: definition.type, handle, values, status: statusOf(definition, input)});
  return {metaobject: entrySource(definition, row), userErrors: []};
}

function change(
  definition: Definition,
  row: EntryRow,
  input: EntryInput | null | undefined,
  fresh: unknown,
  context: LabContext,
): unknown {
  const replacesAll = (fresh ?? input?.values) !== undefined && (fresh ?? input?.values) !== null;
  const {values, errors} = check(definition, given(input, fresh), replacesAll ? {} : valuesOf(row), context.version);
  if (errors.length > 0) return refuse(...errors);
  const handle = input?.handle ?? undefined;
  const other = handle === undefined ? undefined : entryByHandle(context.store, row.type, handle);
  if (other && other.id !== row.id)
    return refuse(userError(['metaobject', 'handle'], 'Handle has already been taken', 'TAKEN'));
  const updated = updateEntry(context.store, row, {
    values,
    status: statusOf(definition, input, row.status),
    ...(handle === undefined ? {} : {handle}),
  });
  return {metaobject: entrySource(definition, updated), userErrors: []};
}

interface UpsertArgs {
  readonly handle: {readonly type: string; readonly handle: string};
  readonly metaobject?: EntryInput | null;
  readonly values?: unknown;
}

export function metaobjectUpsert(
  _source: unknown,
  args: UpsertArgs,
  context: LabContext,
  info: GraphQLResolveInfo,
): unknown {
  guard(resolveAppName(args.handle.type, context.access.appId), 'write_metaobjects', context, info);
  const definition = known(args.handle.type, ['handle'], context);
  if (!isDefinition(definition)) return refuse(definition);
  const row = entryByHandle(context.store, definition.type, args.handle.handle);
  if (row) return change(definition, row, args.metaobject, args.values, context);
  if (slug(args.handle.handle) === '') return refuse(userError(['handle', 'handle'], "Handle can't be blank", 'BLANK'));
  const {values, errors} = check(definition, given(args.metaobject, args.values), {}, context.version);
  if (errors.length > 0) return refuse(...errors);
  const handle = args.metaobject?.handle ?? args.handle.handle;
  if (entryByHandle(context.store, definition.type, handle)) {
    return refuse(userError(['metaobject', 'handle'], 'Handle has already been taken', 'TAKEN'));
  }
  const made = insertEntry(context.store, {
    type: definition.type,
    handle,
    values,
    status: statusOf(definition, args.metaobject),
  });
  return {metaobject: entrySource(definition, made), userErrors: []};
}

function own(
  id: string,
  context: LabContext,
  info: GraphQLResolveInfo,
): {row: EntryRow; definition: Definition} | undefined {
  const row = findEntry(context.store, id);
  if (!row || belongsToOther(row.type, context.access.appId)) return undefined;
  guard(row.type, 'write_metaobjects', context, info);
  const definition = findDefinition(context.store, row.type);
  return definition && {row, definition};
}

const MISSING = userError(['id'], 'Record not found', 'RECORD_NOT_FOUND');

export function metaobjectUpdate(
  _source: unknown,
  args: {id: string; metaobject: EntryInput},
  context: LabContext,
  info: GraphQLResolveInfo,
): unknown {
  const found = own(args.id, context, info);
  return found ? change(found.definition, found.row, args.metaobject, undefined, context) : refuse(MISSING);
}

export function metaobjectDelete(
  _source: unknown,
  args: {id: string},
  context: LabContext,
  info: GraphQLResolveInfo,
): unknown {
  if (!own(args.id, context, info)) return {deletedId: null, userErrors: [MISSING]};
  context.store.run('DELETE FROM metaobjects WHERE id = ?', args.id);
  return {deletedId: args.id, userErrors: []};
}
