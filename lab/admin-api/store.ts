/**
 * Where the lab keeps its data: one SQLite database, one id counter per type, one clock.
 * Modules bring their own tables (`LabModule.migrate`) and read and write with plain SQL.
 */
import {DatabaseSync, type SQLInputValue, type StatementSync} from 'node:sqlite';
import {type Clock, createClock} from './clock.ts';
import {gid} from './gid.ts';

export type Row = Record<string, SQLInputValue>;

export interface Store {
  readonly clock: Clock;
  /** Runs DDL or several statements at once. */
  exec(sql: string): void;
  run(sql: string, ...values: SQLInputValue[]): void;
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- whoever writes the SQL knows the row
  get<T = Row>(sql: string, ...values: SQLInputValue[]): T | undefined;
  all<T = Row>(sql: string, ...values: SQLInputValue[]): T[];
  /** A new global id of this type; numbers rise by one per type and never repeat, not even after a rollback of rows. */
  newGid(type: string): string;
  /** All or nothing; may be nested. What `work` throws undoes what it wrote. */
  transaction<T>(work: () => T): T;
  /** Empties every table and starts the id counters again. */
  reset(): void;
  close(): void;
}

/** First ids are far above zero, so that nobody mistakes a small number for a real one. */
const FIRST_ID = 1001;

/**
 * @param path a file, or ':memory:'
 * @param now where time stands still; without it, time runs
 */
export function openStore(path: string, now?: Date): Store {
  const database = new DatabaseSync(path);
  if (path !== ':memory:') database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
  database.exec('CREATE TABLE IF NOT EXISTS id_counters (type TEXT PRIMARY KEY, last INTEGER NOT NULL) STRICT');
  const statements = new Map<string, StatementSync>();
  let depth = 0;

  const prepared = (sql: string): StatementSync => {
    let statement = statements.get(sql);
    if (!statement) {
      statement = database.prepare(sql);
      statements.set(sql, statement);
    }
    return statement;
  };

  const store: Store = {
    clock: createClock(now),
    exec(sql) {
      database.exec(sql);
    },
    run(sql, ...values) {
      prepared(sql).run(...values);
    },
    // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- whoever writes the SQL knows the row
    get<T>(sql: string, ...values: SQLInputValue[]): T | undefined {
      return prepared(sql).get(...values) as T | undefined;
    },
    all<T>(sql: string, ...values: SQLInputValue[]): T[] {
      return prepared(sql).all(...values) as T[];
    },
    newGid(type) {
      const row = store.get<{last: number}>(
        'INSERT INTO id_counters (type, last) VALUES (?, ?) ON CONFLICT (type) DO UPDATE SET last = last + 1 RETURNING last',
        type,
        FIRST_ID,
      );
      return gid(type, row?.last ?? FIRST_ID);
    },
    transaction(work) {
      const name = `level_${depth}`;
      database.exec(depth === 0 ? 'BEGIN IMMEDIATE' : `SAVEPOINT ${name}`);
      depth += 1;
      try {
        const result = work();
        depth -= 1;
        database.exec(depth === 0 ? 'COMMIT' : `RELEASE ${name}`);
        return result;
      } catch (error) {
        depth -= 1;
        database.exec(depth === 0 ? 'ROLLBACK' : `ROLLBACK TO ${name}; RELEASE ${name}`);
        throw error;
      }
    },
    reset() {
      // sqlite_sequence holds the counters of AUTOINCREMENT columns, where a module has one.
      const tables = store.all<{name: string}>(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND (name NOT LIKE 'sqlite_%' OR name = 'sqlite_sequence')",
      );
      store.transaction(() => {
        for (const {name} of tables) database.exec(`DELETE FROM "${name}"`);
        const counted = store.get("SELECT 1 FROM sqlite_master WHERE name = 'sqlite_sequence'");
        if (counted) database.exec('DELETE FROM sqlite_sequence');
      });
    },
    close() {
      statements.clear();
      database.close();
    },
  };
  return store;
}
