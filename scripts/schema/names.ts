import {
  getNamedType,
  type GraphQLSchema,
  type IntrospectionQuery,
  type IntrospectionType,
  buildClientSchema,
  isInterfaceType,
  isObjectType,
} from 'graphql';

/** What Shopify's help page on Send Admin API request excludes by family: billing of apps, subscriptions, discounts. */
const APP_FAMILIES = /^(?:app[A-Z]|subscription|discount)/;

/** Objects in a payload that stand for work which goes on after the answer; such mutations are documented as not offered. */
const ASYNCHRONOUS = new Set(['Job', 'BulkOperation']);

export interface NamesBeyond {
  /** By name: a mark, if any (`job`, `family`), then the arguments as SDL in parentheses. */
  readonly mutations: Readonly<Record<string, string>>;
  /** By type of the slice: fields that Shopify has there and the slice has not. */
  readonly leftOut: Readonly<Record<string, readonly string[]>>;
}

function markOf(name: string, payload: IntrospectionType | undefined): string {
  if (APP_FAMILIES.test(name)) return 'family ';
  if (payload?.kind !== 'OBJECT') return '';
  return payload.fields.some(({type}) => ASYNCHRONOUS.has(bottom(type))) ? 'job ' : '';
}

function bottom(ref: {readonly name?: string; readonly ofType?: unknown}): string {
  let at = ref;
  while (at.ofType) at = at.ofType;
  return at.name ?? '';
}

/** What the whole schema has beyond its slice, by name only: enough to tell "not there" from "not looked at". */
export function namesBeyond(introspection: IntrospectionQuery, slice: GraphQLSchema): NamesBeyond {
  const whole = buildClientSchema(introspection);
  const types = new Map(introspection.__schema.types.map((type) => [type.name, type]));
  const mutations: Record<string, string> = {};
  for (const field of Object.values(whole.getMutationType()?.getFields() ?? {})) {
    const signature = field.args.map((arg) => `${arg.name}: ${String(arg.type)}`).join(', ');
    mutations[field.name] = `${markOf(field.name, types.get(getNamedType(field.type).name))}(${signature})`;
  }
  const leftOut: Record<string, string[]> = {};
  for (const type of Object.values(slice.getTypeMap())) {
    if (type.name.startsWith('__') || type === slice.getQueryType() || type === slice.getMutationType()) continue;
    const all = whole.getType(type.name);
    if (!(isObjectType(type) || isInterfaceType(type)) || !(isObjectType(all) || isInterfaceType(all))) continue;
    const kept = type.getFields();
    const missing = Object.keys(all.getFields()).filter((name) => !(name in kept));
    if (missing.length > 0) leftOut[type.name] = missing;
  }
  return {mutations, leftOut};
}
