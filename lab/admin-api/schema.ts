/** One executable schema per version: Shopify's own slice with the lab's resolvers on it. Made once, shared by all labs. */
import {readFileSync} from 'node:fs';
import {
  buildSchema,
  getNamedType,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  isAbstractType,
  isObjectType,
} from 'graphql';
import versions from '../../graphql/versions.json' with {type: 'json'};
import {accessDenied, type AccessTable, hasScope, requiredScopes, scopeWords} from './access.ts';
import {notImplemented} from './errors.ts';
import {MODULES} from './modules.ts';
import {createRegistry, type LabContext, type Registry, type Source} from './resolvers.ts';
import {bindScalars} from './scalars.ts';

const FOLDER = new URL('../../graphql/schema/', import.meta.url);

const SUPPORTED_VERSIONS: readonly string[] = versions.supported.toSorted();

export const registry: Registry = createRegistry(MODULES);

export interface VersionedSchema {
  /** The slice's own version. */
  readonly version: string;
  readonly schema: GraphQLSchema;
  readonly allScopes: ReadonlySet<string>;
}

const made = new Map<string, VersionedSchema>();

function bind(schema: GraphQLSchema, access: AccessTable): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type) && !type.name.startsWith('__')) {
      type.resolveType = (value: unknown, context: LabContext, info) => {
        const name =
          typeof value === 'object' && value !== null && '__typename' in value ? value.__typename : undefined;
        if (typeof name !== 'string')
          throw new Error(`A resolver of ${type.name} handed down an object without __typename`);
        // What stands behind an interface is as guarded as the thing itself: node(id: a customer's) needs read_customers.
        const scopes = access[name];
        if (scopes && !name.startsWith('Metaobject') && !hasScope(context.access, scopes)) {
          throw accessDenied(info.fieldName, scopeWords(scopes));
        }
        return name;
      };
    }
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const own = registry.resolver(type.name, field.name);
      const scopes = requiredScopes(access, type.name, field.name, getNamedType(field.type).name);
      const isMutation = type.name === 'Mutation';
      const resolve: GraphQLFieldResolver<Source | undefined, LabContext> = (source, args, context, info) => {
        if (scopes && !hasScope(context.access, scopes)) throw accessDenied(field.name, scopeWords(scopes));
        const run = (): unknown => (own ? own(source as never, args as never, context, info) : source?.[field.name]);
        const value = isMutation ? context.store.transaction(run) : run();
        if (value === undefined) throw notImplemented(type.name, field.name);
        return value;
      };
      field.resolve = resolve;
    }
  }
}

function load(version: string): VersionedSchema {
  const known = made.get(version);
  if (known) return known;
  const schema = buildSchema(readFileSync(new URL(`${version}.graphql`, FOLDER), 'utf8'), {assumeValid: true});
  const access = JSON.parse(readFileSync(new URL(`${version}.access.json`, FOLDER), 'utf8')) as AccessTable;
  bindScalars(schema);
  bind(schema, access);
  const entry = {version, schema, allScopes: new Set(Object.values(access).flat())};
  made.set(version, entry);
  return entry;
}

/**
 * @param version what the request's path names
 * @param older whether a version older than every slice is answered by the oldest one
 * @returns nothing for a version that the lab doesn't speak
 */
export function schemaFor(version: string, older: 'refuse' | 'oldestSlice'): VersionedSchema | undefined {
  if (SUPPORTED_VERSIONS.includes(version) || version === versions.flow) return load(version);
  const [oldest] = SUPPORTED_VERSIONS;
  return older === 'oldestSlice' && oldest && /^\d{4}-\d{2}$/.test(version) && version < oldest
    ? load(oldest)
    : undefined;
}
