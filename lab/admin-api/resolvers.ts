/**
 * How a family of the Admin API plugs into the lab.
 *
 * A module brings its tables, its resolvers and, for what has a global id, how to load it. All resolvers are
 * synchronous. A field without a resolver is read from the source object by its own name; where the source has no such
 * property (`undefined`), the lab answers that it doesn't implement that field. `null` is a stored "nothing".
 * Objects behind an interface or a union carry `__typename`.
 */
import type {GraphQLResolveInfo} from 'graphql';
import type {Access} from './access.ts';
import type {LabSettings} from './settings.ts';
import type {Store} from './store.ts';

export interface LabContext {
  readonly store: Store;
  /** The version that was asked for, e.g. "2026-07"; compare with `>=`. */
  readonly version: string;
  readonly access: Access;
  readonly settings: LabSettings;
  /** Loads whatever has a global id, over all modules; nothing where it doesn't exist. */
  readonly load: (id: string) => Source | undefined;
  readonly registry: Registry;
  /** Every scope that Shopify's table of this version names: what `access.scopes === null` stands for. */
  readonly allScopes: ReadonlySet<string>;
  /** Names this request in the log; a late request keeps its name. */
  readonly requestId: string;
}

/** What a resolver hands down: an object whose properties are the fields that need no resolver. */
export type Source = {readonly [field: string]: unknown};

export type Resolver<S = never, A = never> = (
  source: S,
  args: A,
  context: LabContext,
  info: GraphQLResolveInfo,
) => unknown;

export type Resolvers = Readonly<Record<string, Readonly<Record<string, Resolver>>>>;

/** How the lab finds one kind of thing by its global id. */
export interface NodeKind {
  load(store: Store, id: string): Source | undefined;
  /** For tagsAdd and tagsRemove. */
  readonly tags?: {
    read(store: Store, id: string): readonly string[];
    write(store: Store, id: string, tags: readonly string[]): void;
    /** Any of these scopes lets an app change the tags. */
    readonly scopes: readonly string[];
  };
  /** For metafields; a kind without it takes none. Without any scope in the list, none is needed. */
  readonly metafields?: {
    readonly ownerType: string;
    readonly writeScopes: readonly string[];
    readonly readScopes: readonly string[];
  };
}

export interface LabModule {
  readonly name: string;
  /** Creates the module's tables (CREATE TABLE IF NOT EXISTS …). Runs when the database opens. */
  migrate(store: Store): void;
  readonly resolvers: Resolvers;
  readonly nodes?: Readonly<Record<string, NodeKind>>;
  /** What the inspection endpoint `/lab/api/state` shows of this module: plain JSON. */
  inspect?(store: Store): Readonly<Record<string, unknown>>;
}

export interface Registry {
  readonly modules: readonly LabModule[];
  resolver(type: string, field: string): Resolver | undefined;
  node(type: string): NodeKind | undefined;
}

/** @throws Error when two modules claim the same field or the same kind of node */
export function createRegistry(modules: readonly LabModule[]): Registry {
  const fields = new Map<string, Resolver>();
  const nodes = new Map<string, NodeKind>();
  for (const module of modules) {
    for (const [type, byField] of Object.entries(module.resolvers)) {
      for (const [field, resolver] of Object.entries(byField)) {
        const name = `${type}.${field}`;
        if (fields.has(name)) throw new Error(`Two lab modules resolve ${name}; the second is ${module.name}`);
        fields.set(name, resolver);
      }
    }
    for (const [type, kind] of Object.entries(module.nodes ?? {})) {
      if (nodes.has(type)) throw new Error(`Two lab modules load ${type}; the second is ${module.name}`);
      nodes.set(type, kind);
    }
  }
  return {
    modules,
    resolver: (type, field) => fields.get(`${type}.${field}`),
    node: (type) => nodes.get(type),
  };
}
