/** Lists of metaobjects: search, sort, and an index that may lag behind. */
import {GraphQLError, type GraphQLResolveInfo} from 'graphql';
import {belongsToOther, resolveAppName} from '../app-data.ts';
import {connection, type Connection, type PageArgs} from '../connections.ts';
import type {LabContext, Source} from '../resolvers.ts';
import {fits, matches, parseSearch, type Search, type Term} from '../search-syntax.ts';
import {type Definition, findDefinition} from './definitions.ts';
import {displayNameOf, entriesOf, type EntryRow, entrySource, valuesOf} from './entries.ts';
import {guard} from './write.ts';

type ListArgs = PageArgs & {readonly type: string; readonly query?: string | null; readonly sortKey?: string | null};

function judge(definition: Definition, row: EntryRow, term: Term): boolean {
  const {field} = term;
  if (field === null) {
    return [displayNameOf(definition, row), ...Object.values(valuesOf(row))].some((value) =>
      value.toLowerCase().includes(term.value.toLowerCase()),
    );
  }
  if (field.startsWith('fields.')) return fits(term, valuesOf(row)[field.slice(7)] ?? null);
  const values: Readonly<Record<string, string>> = {
    display_name: displayNameOf(definition, row),
    handle: row.handle,
    id: row.id.split('/').at(-1) ?? '',
    created_at: row.created_at,
    updated_at: row.updated_at,
  };
  return fits(term, values[field] ?? null);
}

/** A field that isn't marked filterable can't be searched; what Shopify answers then isn't recorded, so the lab says so. */
function refuseUnfilterable(definition: Definition, search: Search): void {
  for (const {field} of search.flat()) {
    if (!field?.startsWith('fields.')) continue;
    const known = definition.fields.find((one) => one.key === field.slice(7));
    if (known?.filterable) continue;
    throw new GraphQLError(
      `The local lab does not search ${field} of ${definition.type}: the field is not admin_filterable.`,
      {
        extensions: {code: 'LAB_NOT_IMPLEMENTED'},
      },
    );
  }
}

/** What a search sees: entries as they were before their latest change, while that is younger than the lag. */
function indexed(rows: readonly EntryRow[], {store, settings}: LabContext): EntryRow[] {
  const horizon = store.clock.now().getTime() - settings.searchLagMilliseconds;
  return rows.flatMap((row) => {
    if (settings.searchLagMilliseconds === 0 || row.changed_at <= horizon) return [row];
    return row.previous === null ? [] : [{...row, fields: row.previous}];
  });
}

const SORTS: Readonly<Record<string, (definition: Definition) => (a: EntryRow, b: EntryRow) => number>> = {
  display_name: (definition) => (a, b) =>
    displayNameOf(definition, a).toLowerCase().localeCompare(displayNameOf(definition, b).toLowerCase()),
  updated_at: () => (a, b) => a.updated_at.localeCompare(b.updated_at),
};

export function metaobjects(
  _source: unknown,
  args: ListArgs,
  context: LabContext,
  info: GraphQLResolveInfo,
): Connection<Source> {
  const type = resolveAppName(args.type, context.access.appId);
  const definition = belongsToOther(type, context.access.appId) ? undefined : findDefinition(context.store, type);
  const id = (one: Source): string => String(one['id']);
  guard(type, 'read_metaobjects', context, info);
  if (!definition) return connection<Source>([], args, id);
  const search = parseSearch(args.query);
  refuseUnfilterable(definition, search);
  const rows = entriesOf(context.store, type);
  const seen = search.length > 0 ? indexed(rows, context) : rows;
  const found = seen.filter((row) => matches(search, (term) => judge(definition, row, term)));
  const sort = SORTS[args.sortKey ?? 'id'];
  if (sort) found.sort(sort(definition));
  return connection(
    found.map((row) => entrySource(definition, row)),
    args,
    id,
  );
}
