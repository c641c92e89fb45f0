/** From what is wanted to a selection of the real schema, and from the real answer back to Flow's plain view of it. */
import {
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
} from 'graphql';
import {FlowProblem} from '../problem.ts';
import {say} from '../said.ts';
import type {PatchedField} from '../workflows/file.ts';
import {type Demand, typeOfKey} from './demand.ts';

export interface Seen {
  readonly schema: GraphQLSchema;
  readonly patched: readonly PatchedField[];
  readonly money: 'string' | 'number';
  /** How many items of a list are there; the rest isn't, and nothing says so. */
  readonly listLimit: number;
}

/** The variables that a selection needs: patched fields' arguments, with their types. */
export interface Variables {
  readonly declared: string[];
  readonly values: Record<string, unknown>;
}

const patchOf = (seen: Seen, type: GraphQLCompositeType, name: string): PatchedField | undefined =>
  seen.patched.find((one) => one.type === type.name.toLowerCase() && one.name === name);

function fieldOf(seen: Seen, type: GraphQLCompositeType, name: string): GraphQLField<unknown, unknown> | null {
  if (isUnionType(type)) return null;
  return type.getFields()[patchOf(seen, type, name)?.field ?? name] ?? null;
}

/** A connection's own items; nothing where a type is no connection. */
function itemsOf(type: GraphQLCompositeType): GraphQLOutputType | null {
  return isObjectType(type) && type.name.endsWith('Connection') ? (type.getFields()['nodes']?.type ?? null) : null;
}

/**
 * The selection of these fields of a type, with its braces.
 * @throws FlowProblem for what this type doesn't have in Flow's version of the API
 */
export function selectionOf(
  seen: Seen,
  type: GraphQLCompositeType,
  demand: Demand,
  variables: Variables,
  at: string,
): string {
  const parts = Object.entries(demand).map(([name, inner]) => {
    const on = typeOfKey(name);
    if (on !== null) return fragment(seen, on, inner, variables, at);
    if (name === '__typename') return '__typename';
    return fieldText(seen, type, name, inner, variables, `${at}.${name}`);
  });
  return `{${[...parts, ...(isAbstractType(type) || parts.length === 0 ? ['__typename'] : [])].join(' ')}}`;
}

function fragment(seen: Seen, name: string, demand: Demand, variables: Variables, at: string): string {
  const type = seen.schema.getType(name);
  if (!isCompositeType(type))
    throw new FlowProblem(say`${at}: there is no ${name} in the part of the Admin API that the lab has.`);
  return `... on ${name} ${selectionOf(seen, type, demand, variables, at)}`;
}

function fieldText(
  seen: Seen,
  type: GraphQLCompositeType,
  name: string,
  inner: Demand,
  variables: Variables,
  at: string,
): string {
  const field = fieldOf(seen, type, name);
  if (!field)
    throw new FlowProblem(say`${at}: ${type.name} has no ${name} in the part of the Admin API that the lab has.`);
  const patch = patchOf(seen, type, name);
  const named = getNamedType(field.type);
  const items = isCompositeType(named) ? itemsOf(named) : null;
  const given = Object.entries(patch?.arguments ?? {}).map(([argument, value]) => {
    const known = field.args.find((one) => one.name === argument);
    if (!known) throw new FlowProblem(say`patched_fields: ${type.name}.${field.name} takes no argument ${argument}.`);
    const variable = `v${variables.declared.length}`;
    variables.declared.push(`$${variable}: ${String(known.type)}`);
    variables.values[variable] = value;
    return `${argument}: $${variable}`;
  });
  if (items && !('first' in (patch?.arguments ?? {}))) given.push(`first: ${seen.listLimit}`);
  const missing = field.args.find(
    (one) => isRequiredArgument(one) && !given.some((text) => text.startsWith(`${one.name}:`)),
  );
  if (missing) {
    throw new FlowProblem(say`${at} needs the argument ${missing.name}: give it a name of its own in patched_fields.`);
  }
  const head = `${patch ? `${name}: ` : ''}${field.name}${given.length > 0 ? `(${given.join(', ')})` : ''}`;
  if (!isCompositeType(named)) {
    const [extra] = Object.keys(inner);
    if (extra !== undefined) throw new FlowProblem(say`${at}.${extra}: ${name} is a single value.`);
    return head;
  }
  if (!items) return `${head} ${selectionOf(seen, named, inner, variables, at)}`;
  const item = getNamedType(items);
  return isCompositeType(item) ? `${head} {nodes ${selectionOf(seen, item, inner, variables, at)}}` : `${head} {nodes}`;
}

const AMOUNTS = new Set(['Money', 'Decimal']);

/** An answer as Flow shows it: connections as plain lists, amounts as the switch says. */
export function plain(seen: Seen, type: GraphQLOutputType, value: unknown): unknown {
  if (value === null || value === undefined) return value ?? null;
  if (isNonNullType(type)) return plain(seen, type.ofType, value);
  if (isListType(type)) return Array.isArray(value) ? value.map((one) => plain(seen, type.ofType, one)) : value;
  if (!isCompositeType(type)) {
    return seen.money === 'number' && AMOUNTS.has(String(type)) ? Number(value) : value;
  }
  const items = itemsOf(type);
  const record = value as Record<string, unknown>;
  if (items) return plain(seen, items, record['nodes']);
  const own = typeof record['__typename'] === 'string' ? seen.schema.getType(record['__typename']) : type;
  const real = isCompositeType(own) ? own : type;
  return Object.fromEntries(
    Object.entries(record).map(([name, inner]) => {
      const field = fieldOf(seen, real, name);
      return [name, field ? plain(seen, field.type, inner) : inner];
    }),
  );
}
