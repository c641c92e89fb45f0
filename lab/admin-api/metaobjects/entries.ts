/** Metaobject entries as rows. `previous` is what a lagging search index still shows. */
import {type Source} from '../resolvers.ts';
import type {Store} from '../store.ts';
import {jsonValue} from '../metafields/values.ts';
import {type Definition, fieldDefinitionSource} from './definitions.ts';

export interface EntryRow {
  id: string;
  type: string;
  handle: string;
  /** JSON: key to value. */
  fields: string;
  status: string;
  created_at: string;
  updated_at: string;
  changed_at: number;
  previous: string | null;
}

export type Values = Readonly<Record<string, string>>;

export function migrateEntries(store: Store): void {
  store.exec(`CREATE TABLE IF NOT EXISTS metaobjects (
    id TEXT PRIMARY KEY, type TEXT NOT NULL, handle TEXT NOT NULL, fields TEXT NOT NULL, status TEXT NOT NULL,
    created_at TEXT NOT NULL, updated_at TEXT NOT NULL, changed_at INTEGER NOT NULL, previous TEXT, UNIQUE (type, handle)
  ) STRICT`);
}

export function findEntry(store: Store, id: string): EntryRow | undefined {
  return store.get<EntryRow>('SELECT * FROM metaobjects WHERE id = ?', id);
}

export function entryByHandle(store: Store, type: string, handle: string): EntryRow | undefined {
  return store.get<EntryRow>('SELECT * FROM metaobjects WHERE type = ? AND handle = ?', type, handle.toLowerCase());
}

export function entriesOf(store: Store, type: string): EntryRow[] {
  return store.all<EntryRow>('SELECT * FROM metaobjects WHERE type = ? ORDER BY rowid', type);
}

export function valuesOf(row: Pick<EntryRow, 'fields'>): Values {
  return JSON.parse(row.fields) as Values;
}

export function insertEntry(
  store: Store,
  entry: {
    readonly id?: string;
    readonly type: string;
    readonly handle: string;
    readonly values: Values;
    readonly status: string;
  },
): EntryRow {
  const now = store.clock.iso();
  const row: EntryRow = {
    id: entry.id ?? store.newGid('Metaobject'),
    type: entry.type,
    handle: entry.handle.toLowerCase(),
    fields: JSON.stringify(entry.values),
    status: entry.status,
    created_at: now,
    updated_at: now,
    changed_at: store.clock.now().getTime(),
    previous: null,
  };
  store.run(
    'INSERT INTO metaobjects VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    row.id,
    row.type,
    row.handle,
    row.fields,
    row.status,
    row.created_at,
    row.updated_at,
    row.changed_at,
    row.previous,
  );
  return row;
}

/** Writes what changed; nothing at all where nothing did. */
export function updateEntry(
  store: Store,
  row: EntryRow,
  change: {readonly handle?: string; readonly values: Values; readonly status?: string},
): EntryRow {
  const next: EntryRow = {
    ...row,
    handle: (change.handle ?? row.handle).toLowerCase(),
    fields: JSON.stringify(change.values),
    status: change.status ?? row.status,
  };
  if (next.handle === row.handle && next.fields === row.fields && next.status === row.status) return row;
  next.updated_at = store.clock.iso();
  next.changed_at = store.clock.now().getTime();
  next.previous = row.fields;
  store.run(
    'UPDATE metaobjects SET handle = ?, fields = ?, status = ?, updated_at = ?, changed_at = ?, previous = ? WHERE id = ?',
    next.handle,
    next.fields,
    next.status,
    next.updated_at,
    next.changed_at,
    next.previous,
    row.id,
  );
  return next;
}

/** "refund-evidence-1" reads "Refund Evidence 1" where no field gives the name (an assumption). */
export function displayNameOf(definition: Definition, row: Pick<EntryRow, 'fields' | 'handle'>): string {
  const named = definition.displayNameKey === null ? undefined : valuesOf(row)[definition.displayNameKey];
  return (
    named ??
    row.handle.replace(
      /(^|-)([a-z0-9])/g,
      (_whole, dash: string, first: string) => `${dash ? ' ' : ''}${first.toUpperCase()}`,
    )
  );
}

export function fieldSource(definition: Definition, values: Values, key: string): Source | null {
  const field = definition.fields.find((one) => one.key === key);
  if (!field) return null;
  const value = values[key] ?? null;
  return {
    key,
    type: field.type,
    value,
    jsonValue: jsonValue(field.type, value),
    definition: fieldDefinitionSource(field),
  };
}

export function entrySource(definition: Definition, row: EntryRow): Source {
  const values = valuesOf(row);
  return {
    __typename: 'Metaobject',
    id: row.id,
    handle: row.handle,
    type: row.type,
    displayName: displayNameOf(definition, row),
    entryValues: values,
    fields: definition.fields.map((field) => fieldSource(definition, values, field.key)),
    values: Object.fromEntries(
      definition.fields.map((field) => [field.key, jsonValue(field.type, values[field.key] ?? null)]),
    ),
    capabilities: {publishable: definition.publishable ? {status: row.status} : null, onlineStore: null},
    thumbnailField: null,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
