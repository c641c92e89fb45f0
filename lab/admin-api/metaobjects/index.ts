/** Metaobjects and their definitions. */
import type {GraphQLResolveInfo} from 'graphql';
import {belongsToOther, resolveAppName} from '../app-data.ts';
import {connection, type PageArgs} from '../connections.ts';
import {userError} from '../errors.ts';
import type {LabContext, LabModule, Source} from '../resolvers.ts';
import {deleteRecord} from '../shop/records.ts';
import type {Store} from '../store.ts';
import {
  allDefinitions,
  type Definition,
  definitionById,
  definitionSource,
  findDefinition,
  putDefinition,
} from './definitions.ts';
import {
  entriesOf,
  entryByHandle,
  type EntryRow,
  entrySource,
  fieldSource,
  findEntry,
  migrateEntries,
  type Values,
} from './entries.ts';
import {metaobjects} from './read.ts';
import {guard, metaobjectCreate, metaobjectDelete, metaobjectUpdate, metaobjectUpsert} from './write.ts';

function shown(row: EntryRow | undefined, context: LabContext, info: GraphQLResolveInfo): Source | null {
  if (!row || belongsToOther(row.type, context.access.appId)) return null;
  guard(row.type, 'read_metaobjects', context, info);
  const definition = findDefinition(context.store, row.type);
  return definition ? entrySource(definition, row) : null;
}

function shownDefinition(
  definition: Definition | undefined,
  context: LabContext,
  info: GraphQLResolveInfo,
): Source | null {
  if (!definition || belongsToOther(definition.type, context.access.appId)) return null;
  guard(definition.type, 'read_metaobject_definitions', context, info);
  return definitionSource(definition);
}

interface DefinitionInput {
  readonly type: string;
  readonly name?: string | null;
  readonly description?: string | null;
  readonly displayNameKey?: string | null;
  readonly access?: {readonly admin?: string | null; readonly storefront?: string | null} | null;
  readonly capabilities?: Readonly<Record<string, {readonly enabled: boolean} | null>> | null;
  readonly fieldDefinitions?:
    | readonly {
        readonly key: string;
        readonly name?: string | null;
        readonly description?: string | null;
        readonly type: string;
        readonly required?: boolean | null;
        readonly capabilities?: {readonly adminFilterable?: {readonly enabled: boolean} | null} | null;
        readonly validations?: readonly {readonly name: string; readonly value: string}[] | null;
      }[]
    | null;
}

function metaobjectDefinitionCreate(
  _source: unknown,
  args: {definition: DefinitionInput},
  context: LabContext,
  info: GraphQLResolveInfo,
): unknown {
  const input = args.definition;
  const type = resolveAppName(input.type, context.access.appId);
  guard(type, 'write_metaobject_definitions', context, info);
  if (findDefinition(context.store, type)) {
    return {
      metaobjectDefinition: null,
      userErrors: [userError(['definition', 'type'], 'Type has already been taken', 'TAKEN')],
    };
  }
  const definition = putDefinition(context.store, {
    type,
    name: input.name ?? input.type,
    description: input.description ?? null,
    displayNameKey: input.displayNameKey ?? null,
    publishable: input.capabilities?.['publishable']?.enabled ?? false,
    translatable: input.capabilities?.['translatable']?.enabled ?? false,
    access: {admin: input.access?.admin ?? 'PUBLIC_READ_WRITE', storefront: input.access?.storefront ?? 'NONE'},
    fields: (input.fieldDefinitions ?? []).map((field) => ({
      key: field.key,
      name: field.name ?? field.key,
      description: field.description ?? null,
      type: field.type,
      required: field.required ?? false,
      filterable: field.capabilities?.adminFilterable?.enabled ?? false,
      validations: field.validations ?? [],
    })),
  });
  return {metaobjectDefinition: definitionSource(definition), userErrors: []};
}

function metaobjectDefinitionDelete(
  _source: unknown,
  args: {id: string},
  context: LabContext,
  info: GraphQLResolveInfo,
): unknown {
  const definition = definitionById(context.store, args.id);
  if (!definition) return {deletedId: null, userErrors: [userError(['id'], 'Record not found', 'RECORD_NOT_FOUND')]};
  guard(definition.type, 'write_metaobject_definitions', context, info);
  context.store.run('DELETE FROM metaobjects WHERE type = ?', definition.type);
  deleteRecord(context.store, args.id);
  return {deletedId: args.id, userErrors: []};
}

const load = (store: Store, id: string): Source | undefined => {
  const row = findEntry(store, id);
  const definition = row && findDefinition(store, row.type);
  return definition && entrySource(definition, row);
};

export const metaobjectsModule: LabModule = {
  name: 'metaobjects',
  migrate: migrateEntries,
  resolvers: {
    QueryRoot: {
      metaobject: (_source: unknown, args: {id: string}, context, info) =>
        shown(findEntry(context.store, args.id), context, info),
      metaobjectByHandle: (_source: unknown, args: {handle: {type: string; handle: string}}, context, info) => {
        const type = resolveAppName(args.handle.type, context.access.appId);
        return shown(entryByHandle(context.store, type, args.handle.handle), context, info);
      },
      metaobjects,
      metaobjectDefinition: (_source: unknown, args: {id: string}, context, info) =>
        shownDefinition(definitionById(context.store, args.id), context, info),
      metaobjectDefinitionByType: (_source: unknown, args: {type: string}, context, info) =>
        shownDefinition(findDefinition(context.store, resolveAppName(args.type, context.access.appId)), context, info),
      metaobjectDefinitions: (_source: unknown, args: PageArgs, {store, access}) =>
        connection(
          allDefinitions(store)
            .filter((one) => !belongsToOther(one.type, access.appId))
            .map(definitionSource),
          args,
          (one) => String(one['id']),
        ),
    },
    Mutation: {
      metaobjectCreate,
      metaobjectUpsert,
      metaobjectUpdate,
      metaobjectDelete,
      metaobjectDefinitionCreate,
      metaobjectDefinitionDelete,
    },
    Metaobject: {
      definition: (source: {type: string}, _args: unknown, {store}) => {
        const definition = findDefinition(store, source.type);
        return definition && definitionSource(definition);
      },
      field: (source: {type: string; entryValues: Values}, args: {key: string}, {store}) => {
        const definition = findDefinition(store, source.type);
        return definition ? fieldSource(definition, source.entryValues, args.key) : null;
      },
    },
    MetaobjectDefinition: {
      metaobjectsCount: (source: {type: string}, _args: unknown, {store}) => entriesOf(store, source.type).length,
      metaobjects: (source: {type: string}, args: PageArgs, context, info) =>
        metaobjects(null, {...args, type: source.type}, context, info),
    },
  },
  nodes: {
    Metaobject: {load},
    MetaobjectDefinition: {
      load: (store, id) => {
        const definition = definitionById(store, id);
        return definition && definitionSource(definition);
      },
    },
  },
  inspect: (store) => ({
    definitions: allDefinitions(store).map(({type}) => type),
    entries: store
      .all<EntryRow>('SELECT * FROM metaobjects ORDER BY rowid')
      .map((row) => ({id: row.id, type: row.type, handle: row.handle})),
  }),
};
