/** metafieldsSet and metafieldsDelete: all or nothing, compare-and-set by digest (facts §6). */
import type {GraphQLResolveInfo} from 'graphql';
import {requireScope, requireStaff} from '../access.ts';
import {belongsToOther, resolveAppName} from '../app-data.ts';
import {userError, type UserError} from '../errors.ts';
import {gidType} from '../gid.ts';
import type {LabContext} from '../resolvers.ts';
import {digestOf, findMetafield, metafieldSource, writeMetafield} from './rows.ts';
import {byteLimit, isKnownType, wrongValue} from './values.ts';

const MOST_AT_ONCE = 25;

interface Input {
  readonly ownerId: string;
  readonly namespace?: string | null;
  readonly key: string;
  readonly type?: string | null;
  readonly value: string;
  readonly compareDigest?: string | null;
}

interface Identifier {
  readonly ownerId: string;
  readonly namespace: string;
  readonly key: string;
}

/** Writing a metafield takes the right to write its owner; on orders, a staff member needs to be allowed to edit orders. */
function mayWrite(owners: readonly string[], context: LabContext, info: GraphQLResolveInfo): void {
  for (const type of new Set(owners.map(gidType))) {
    const kind = context.registry.node(type);
    if (kind?.metafields) requireScope(context, info, kind.metafields.writeScopes);
    if (kind?.metafields?.ownerType === 'ORDER') requireStaff(context, info, 'edit_orders');
  }
}

function wrongName(at: readonly string[], name: string, text: string, least: number, most: number): UserError[] {
  const field = [...at, name];
  if (text.length < least)
    return [
      userError(
        field,
        `${name[0]?.toUpperCase() ?? ''}${name.slice(1)} is too short (minimum is ${least} characters)`,
        'TOO_SHORT',
      ),
    ];
  if (text.length > most)
    return [
      userError(
        field,
        `${name[0]?.toUpperCase() ?? ''}${name.slice(1)} is too long (maximum is ${most} characters)`,
        'TOO_LONG',
      ),
    ];
  return [];
}

function check(input: Input, index: number, context: LabContext): UserError[] {
  const {store, version, access} = context;
  const at = ['metafields', String(index)];
  const kind = context.registry.node(gidType(input.ownerId));
  if (!kind?.metafields || !kind.load(store, input.ownerId))
    return [userError([...at, 'ownerId'], 'Owner does not exist.', 'INVALID')];
  const namespace = resolveAppName(input.namespace ?? '$app', access.appId);
  if (belongsToOther(namespace, access.appId)) {
    const message = 'Access to this namespace and key on Metafields for this resource type is not allowed.';
    return [userError(at, message, 'APP_NOT_AUTHORIZED')];
  }
  const names = [...wrongName(at, 'namespace', namespace, 3, 255), ...wrongName(at, 'key', input.key, 2, 64)];
  if (names.length > 0) return names;
  const before = findMetafield(store, input.ownerId, namespace, input.key);
  const type = input.type ?? before?.type;
  if (type === undefined) return [userError([...at, 'type'], "Type can't be blank", 'BLANK')];
  if (!isKnownType(type)) return [userError([...at, 'type'], `Type is not included in the list`, 'INCLUSION')];
  if (input.value === '') return [userError([...at, 'value'], "Value can't be blank", 'BLANK')];
  const wrong = wrongValue(type, input.value);
  if (wrong !== undefined) return [userError([...at, 'value'], wrong, 'INVALID_VALUE')];
  const limit = byteLimit(type, version);
  if (Buffer.byteLength(input.value) > limit) {
    return [userError([...at, 'value'], `Value is too long (maximum is ${limit} bytes)`, 'TOO_LONG')];
  }
  if (input.compareDigest === undefined) return [];
  // Recorded: whatever the digest says, a value that doesn't change is no conflict. For a null digest this is an assumption.
  const unchanged = before?.value === input.value && before.type === type;
  if (before && !unchanged && (input.compareDigest === null || input.compareDigest !== digestOf(before))) {
    const message =
      'The resource has been updated since it was loaded. Try again with an updated `compareDigest` value.';
    return [userError(at, message, 'STALE_OBJECT')];
  }
  if (!before && input.compareDigest !== null)
    return [userError(at, 'Invalid `compareDigest` value.', 'INVALID_COMPARE_DIGEST')];
  return [];
}

export function metafieldsSet(
  _source: unknown,
  args: {metafields: readonly Input[]},
  context: LabContext,
  info: GraphQLResolveInfo,
): unknown {
  const {metafields} = args;
  mayWrite(
    metafields.map((one) => one.ownerId),
    context,
    info,
  );
  if (metafields.length > MOST_AT_ONCE) {
    const message = `Exceeded the maximum metafields input limit of ${MOST_AT_ONCE}.`;
    return {metafields: [], userErrors: [userError(['metafields'], message, 'LESS_THAN_OR_EQUAL_TO')]};
  }
  const userErrors = metafields.flatMap((input, index) => check(input, index, context));
  if (userErrors.length > 0) return {metafields: [], userErrors};
  const written = metafields.map((input) => {
    const namespace = resolveAppName(input.namespace ?? '$app', context.access.appId);
    const type =
      input.type ?? findMetafield(context.store, input.ownerId, namespace, input.key)?.type ?? 'single_line_text_field';
    return writeMetafield(context.store, {owner: input.ownerId, namespace, key: input.key, type, value: input.value});
  });
  return {metafields: written.map(metafieldSource), userErrors: []};
}

export function metafieldsDelete(
  _source: unknown,
  args: {metafields: readonly Identifier[]},
  context: LabContext,
  info: GraphQLResolveInfo,
): unknown {
  mayWrite(
    args.metafields.map((one) => one.ownerId),
    context,
    info,
  );
  const deletedMetafields = args.metafields.map(({ownerId, namespace, key}) => {
    const resolved = resolveAppName(namespace, context.access.appId);
    const row = belongsToOther(resolved, context.access.appId)
      ? undefined
      : findMetafield(context.store, ownerId, resolved, key);
    if (!row) return null;
    context.store.run('DELETE FROM metafields WHERE id = ?', row.id);
    return {ownerId, namespace: row.namespace, key};
  });
  return {deletedMetafields, userErrors: []};
}
