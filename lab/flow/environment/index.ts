/**
 * What a step can read: the trigger's things and the shop, read from the store when the step runs, and what earlier steps left.
 */
import {getNamedType, type GraphQLObjectType, isCompositeType, isListType, isObjectType} from 'graphql';
import {entry, FlowProblem} from '../problem.ts';
import {say} from '../said.ts';
import type {FlowApi} from './api.ts';
import type {Demand} from './demand.ts';
import {plain, type Seen, selectionOf, type Variables} from './selection.ts';

/** A variable of a workflow: a thing in the store (or a list of them), or a value that stays as it is. */
export type Bound =
  | {readonly is: 'thing'; readonly type: string; readonly id: string}
  | {readonly is: 'things'; readonly type: string; readonly ids: readonly string[]}
  | {readonly is: 'value'; readonly value: unknown};

export type Bindings = Readonly<Record<string, Bound>>;

export const SHOP: Bound = {is: 'thing', type: 'Shop', id: ''};

/**
 * Reads what a step wants, with one request.
 * @returns each wanted variable; what isn't bound (a step that didn't run, data that a Wait has ended) is left out
 * @throws FlowProblem for a field that isn't there, Transient for a request that may be tried again
 */
export async function resolve(
  api: FlowApi,
  seen: Seen,
  bindings: Bindings,
  demand: Demand,
): Promise<Readonly<Record<string, unknown>>> {
  const values: Record<string, unknown> = {};
  const variables: Variables = {declared: [], values: {}};
  const parts: string[] = [];
  const wanted: {readonly name: string; readonly aliases: readonly string[]; readonly bound: Thing}[] = [];
  for (const [name, inner] of Object.entries(demand)) {
    const bound = entry(bindings, name);
    if (!bound) continue;
    if (bound.is === 'value') {
      values[name] = bound.value;
      continue;
    }
    const type = typeOf(seen, bound.type);
    const fields = selectionOf(seen, type, inner, variables, name);
    const heads = headsOf(seen, bound, variables);
    const aliases = heads.map((_head, at) => `r${parts.length + at}`);
    wanted.push({name, aliases, bound});
    for (const [at, head] of heads.entries()) parts.push(`${aliases[at] ?? ''}: ${head} ${fields}`);
  }
  if (parts.length > 0) {
    const declared = variables.declared.length > 0 ? `(${variables.declared.join(', ')})` : '';
    const {data} = await api.ask(`query FlowReads${declared} {${parts.join(' ')}}`, variables.values);
    for (const {name, aliases, bound} of wanted) {
      const all = aliases.map((alias) => plain(seen, typeOf(seen, bound.type), data[alias]));
      values[name] = bound.is === 'things' ? all.filter((one) => one !== null) : (all[0] ?? null);
    }
    return values;
  }
  for (const {name} of wanted) values[name] = [];
  return values;
}

type Thing = Exclude<Bound, {is: 'value'}>;

function typeOf(seen: Seen, name: string): GraphQLObjectType {
  const type = seen.schema.getType(name);
  if (!isObjectType(type)) throw new FlowProblem(say`The part of the Admin API that the lab has knows no ${name}.`);
  return type;
}

/** The field under which one thing of a type is read by its id; null where there is none. */
export function rootOf({schema}: Seen, type: string): string | null {
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {});
  const isRoot = ({args, type: given}: (typeof fields)[number]): boolean =>
    getNamedType(given).name === type && !isListType(given) && args.length === 1 && args[0]?.name === 'id';
  return fields.find(isRoot)?.name ?? null;
}

function headsOf(seen: Seen, bound: Thing, variables: Variables): readonly string[] {
  if (bound.type === 'Shop') return ['shop'];
  const root = rootOf(seen, bound.type);
  if (root === null)
    throw new FlowProblem(
      say`Flow’s version of the Admin API, as far as the lab has it, reads no single ${bound.type}.`,
    );
  return (bound.is === 'thing' ? [bound.id] : bound.ids).map((id) => {
    const variable = `v${variables.declared.length}`;
    variables.declared.push(`$${variable}: ID!`);
    variables.values[variable] = id;
    return `${root}(id: $${variable})`;
  });
}

/** The type of the items of a list, from where it starts: `order.lineItems` of an Order gives LineItem. Null for single values. */
export function itemType(seen: Seen, start: string, path: readonly string[]): string | null {
  let type = seen.schema.getType(start);
  for (const part of path) {
    if (!isObjectType(type)) return null;
    const field = type.getFields()[part];
    if (!field) return null;
    const named = getNamedType(field.type);
    const nodes = isObjectType(named) && named.name.endsWith('Connection') ? named.getFields()['nodes'] : undefined;
    type = nodes ? getNamedType(nodes.type) : named;
  }
  return isCompositeType(type) ? type.name : null;
}
