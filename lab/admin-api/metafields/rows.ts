/** Metafields as rows: one per owner, namespace and key. */
import {createHash} from 'node:crypto';
import {legacyId} from '../gid.ts';
import type {Source} from '../resolvers.ts';
import type {Store} from '../store.ts';
import {jsonValue} from './values.ts';

export interface MetafieldRow {
  id: string;
  owner: string;
  /** As resolved: "app--330000001", never "$app". */
  namespace: string;
  key: string;
  type: string;
  value: string;
  /** Rises with every change of the value; an unchanged write leaves it. */
  revision: number;
  created_at: string;
  updated_at: string;
}

export function migrateMetafields(store: Store): void {
  store.exec(`CREATE TABLE IF NOT EXISTS metafields (
    id TEXT PRIMARY KEY, owner TEXT NOT NULL, namespace TEXT NOT NULL, key TEXT NOT NULL, type TEXT NOT NULL, value TEXT NOT NULL,
    revision INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, UNIQUE (owner, namespace, key)
  ) STRICT`);
}

/** Opaque on purpose, as Shopify's: 64 hex digits that nobody can work out from the value. */
export function digestOf(row: MetafieldRow): string {
  return createHash('sha256').update(`lab\n${row.id}\n${row.revision}\n${row.type}\n${row.value}`).digest('hex');
}

export function findMetafield(store: Store, owner: string, namespace: string, key: string): MetafieldRow | undefined {
  return store.get<MetafieldRow>(
    'SELECT * FROM metafields WHERE owner = ? AND namespace = ? AND key = ?',
    owner,
    namespace,
    key,
  );
}

export function metafieldsOf(store: Store, owner: string): MetafieldRow[] {
  return store.all<MetafieldRow>('SELECT * FROM metafields WHERE owner = ? ORDER BY rowid', owner);
}

/** Writes without asking; `metafieldsSet` does the asking. An unchanged value changes nothing, not even the time. */
export function writeMetafield(
  store: Store,
  field: Pick<MetafieldRow, 'owner' | 'namespace' | 'key' | 'type' | 'value'> & {readonly id?: string},
): MetafieldRow {
  const before = findMetafield(store, field.owner, field.namespace, field.key);
  if (before && before.value === field.value && before.type === field.type) return before;
  const now = store.clock.iso();
  const row: MetafieldRow = {
    id: before?.id ?? field.id ?? store.newGid('Metafield'),
    owner: field.owner,
    namespace: field.namespace,
    key: field.key,
    type: field.type,
    value: field.value,
    revision: (before?.revision ?? 0) + 1,
    created_at: before?.created_at ?? now,
    updated_at: now,
  };
  if (before) {
    store.run(
      'UPDATE metafields SET type = ?, value = ?, revision = ?, updated_at = ? WHERE id = ?',
      row.type,
      row.value,
      row.revision,
      row.updated_at,
      row.id,
    );
  } else {
    store.run(
      'INSERT INTO metafields (id, owner, namespace, key, type, value, revision, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
      row.id,
      row.owner,
      row.namespace,
      row.key,
      row.type,
      row.value,
      row.revision,
      row.created_at,
      row.updated_at,
    );
  }
  return row;
}

export function metafieldSource(row: MetafieldRow): Source {
  return {
    __typename: 'Metafield',
    id: row.id,
    legacyResourceId: legacyId(row.id),
    ownerId: row.owner,
    namespace: row.namespace,
    key: row.key,
    type: row.type,
    value: row.value,
    jsonValue: jsonValue(row.type, row.value),
    compareDigest: digestOf(row),
    sizeInBytes: Buffer.byteLength(row.value),
    definition: null,
    description: null,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
