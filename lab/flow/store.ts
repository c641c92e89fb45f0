/** What the lab's Flow keeps: workflows, runs, the outbox, switches. It goes with the lab's other data, reset included. */
import type {Store} from '../admin-api/store.ts';
import {isRecord} from './problem.ts';
import type {FlowSwitches, OutboxEntry, RunDetails} from './types.ts';

export interface WorkflowRow {
  id: string;
  text: string;
  source: 'ready' | 'imported';
  file: string;
  is_on: number;
  imported_at: string;
  /** Milliseconds: when a schedule is due next. */
  due_at: number | null;
}

export const DEFAULT_SWITCHES: FlowSwitches = {
  userErrors: 'fail',
  money: 'string',
  delivery: 'once',
  stepFaults: [],
  retryReads: 'again',
  missing: 'nothingHolds',
  jsonNull: 'sent',
  now: 'moves',
  seed: 0,
  actionsUrl: null,
};

export function migrateFlow(store: Store): void {
  store.exec(`
    CREATE TABLE IF NOT EXISTS flow_workflows (id TEXT PRIMARY KEY, text TEXT NOT NULL, source TEXT NOT NULL, file TEXT NOT NULL,
      is_on INTEGER NOT NULL, imported_at TEXT NOT NULL, due_at INTEGER) STRICT;
    CREATE TABLE IF NOT EXISTS flow_runs (id TEXT PRIMARY KEY, workflow_id TEXT NOT NULL, ended INTEGER NOT NULL, document TEXT NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS flow_outbox (id INTEGER PRIMARY KEY, document TEXT NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS flow_meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
  `);
}

export const workflowRows = (store: Store): WorkflowRow[] =>
  store.all<WorkflowRow>('SELECT * FROM flow_workflows ORDER BY rowid');

export const workflowRow = (store: Store, id: string): WorkflowRow | undefined =>
  store.get<WorkflowRow>('SELECT * FROM flow_workflows WHERE id = ?', id);

export function saveWorkflow(store: Store, row: WorkflowRow): void {
  store.run(
    `INSERT INTO flow_workflows (id, text, source, file, is_on, imported_at, due_at) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET text = excluded.text, is_on = excluded.is_on, imported_at = excluded.imported_at, due_at = excluded.due_at`,
    row.id,
    row.text,
    row.source,
    row.file,
    row.is_on,
    row.imported_at,
    row.due_at,
  );
}

export function deleteWorkflow(store: Store, id: string): void {
  store.run('DELETE FROM flow_workflows WHERE id = ?', id);
}

export function saveRun(store: Store, run: RunDetails): void {
  store.run(
    'INSERT INTO flow_runs (id, workflow_id, ended, document) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET ended = excluded.ended, document = excluded.document',
    run.id,
    run.workflowId,
    run.endedAt === null ? 0 : 1,
    JSON.stringify(run),
  );
}

const documents = (rows: readonly {document: string}[]): RunDetails[] =>
  rows.map(({document}) => JSON.parse(document) as RunDetails);

/** Newest first. */
export function runRows(store: Store, workflowId: string | null, limit: number): RunDetails[] {
  const all = 'SELECT document FROM flow_runs';
  return workflowId === null
    ? documents(store.all(`${all} ORDER BY rowid DESC LIMIT ?`, limit))
    : documents(store.all(`${all} WHERE workflow_id = ? ORDER BY rowid DESC LIMIT ?`, workflowId, limit));
}

export const unfinishedRuns = (store: Store): RunDetails[] =>
  documents(store.all('SELECT document FROM flow_runs WHERE ended = 0 ORDER BY rowid'));

export function runRow(store: Store, id: string): RunDetails | undefined {
  return documents(store.all('SELECT document FROM flow_runs WHERE id = ?', id))[0];
}

/** @param entry without its number */
export function addToOutbox(store: Store, entry: Readonly<Record<string, unknown>>): void {
  store.run('INSERT INTO flow_outbox (document) VALUES (?)', JSON.stringify(entry));
}

/** Oldest first. */
export function outboxRows(store: Store): OutboxEntry[] {
  return store
    .all<{id: number; document: string}>('SELECT id, document FROM flow_outbox ORDER BY id')
    .map(({id, document}) => ({id, ...(JSON.parse(document) as object)}) as OutboxEntry);
}

export function readMeta(store: Store, name: string): unknown {
  const row = store.get<{value: string}>('SELECT value FROM flow_meta WHERE name = ?', name);
  return row ? (JSON.parse(row.value) as unknown) : null;
}

export function writeMeta(store: Store, name: string, value: unknown): void {
  store.run('INSERT OR REPLACE INTO flow_meta (name, value) VALUES (?, ?)', name, JSON.stringify(value));
}

export function readSwitches(store: Store): FlowSwitches {
  const kept = readMeta(store, 'switches');
  return {...DEFAULT_SWITCHES, ...(isRecord(kept) ? kept : {})};
}
