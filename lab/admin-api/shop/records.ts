/** Things that the lab keeps whole, as JSON under their global id: the shop, locations, customers, companies, products. */
import {gidType} from '../gid.ts';
import type {Source} from '../resolvers.ts';
import type {Store} from '../store.ts';

export type Stored = Source & {readonly id: string};

export function migrateRecords(store: Store): void {
  store.exec(`CREATE TABLE IF NOT EXISTS records (id TEXT PRIMARY KEY, type TEXT NOT NULL, data TEXT NOT NULL) STRICT;
    CREATE INDEX IF NOT EXISTS records_of_type ON records (type)`);
}

/** Writes a thing, new or changed. Its type is that of its id. */
export function putRecord(store: Store, record: Stored): Stored {
  store.run(
    'INSERT INTO records (id, type, data) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET data = excluded.data',
    record.id,
    gidType(record.id),
    JSON.stringify(record),
  );
  return record;
}

export function getRecord(store: Store, id: string): Stored | undefined {
  const row = store.get<{data: string}>('SELECT data FROM records WHERE id = ?', id);
  return row && (JSON.parse(row.data) as Stored);
}

/** All things of a type, oldest first. */
export function recordsOf(store: Store, type: string): Stored[] {
  return store
    .all<{data: string}>('SELECT data FROM records WHERE type = ? ORDER BY rowid', type)
    .map((row) => JSON.parse(row.data) as Stored);
}

export function deleteRecord(store: Store, id: string): void {
  store.run('DELETE FROM records WHERE id = ?', id);
}

/** The text behind a property, or nothing. */
export function textOf(record: Source, name: string): string | null {
  const value = record[name];
  return typeof value === 'string' ? value : null;
}
