/** The workflows that come with the project: `extensions/flow-templates/<name>/*.flow`. */
import {globSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import type {Store} from '../../admin-api/store.ts';
import {words} from '../problem.ts';
import {deleteWorkflow, readMeta, saveWorkflow, type WorkflowRow, workflowRows, writeMeta} from '../store.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

export interface Unreadable {
  readonly file: string;
  readonly problem: string;
}

/** Under which the file is kept of a workflow that somebody changed here: its checksum is enough. */
const changedFrom = (id: string): string => `changed from ${id}`;
const checksum = (text: string): string => text.slice(0, 64);

/** Another text for a workflow. One that came with the project keeps it until its file changes. */
export function changeText(store: Store, row: WorkflowRow, text: string): void {
  writeMeta(store, changedFrom(row.id), readMeta(store, changedFrom(row.id)) ?? checksum(row.text));
  saveWorkflow(store, {...row, text});
}

/**
 * Puts them into the store, switched off, and what is there already up to date: one whose file changed is switched off again.
 * @param parse throws for a file that is no workflow
 * @returns the files that are no workflows
 */
export function loadReady(store: Store, parse: (text: string) => unknown): Unreadable[] {
  const files = globSync('extensions/flow-templates/**/*.flow', {cwd: ROOT}).toSorted();
  const unreadable: Unreadable[] = [];
  const kept = workflowRows(store).filter(({source}) => source === 'ready');
  for (const {id, file} of kept) if (!files.includes(file)) deleteWorkflow(store, id);
  for (const file of files) {
    const text = readFileSync(join(ROOT, file), 'utf8');
    const known = kept.find((row) => row.file === file);
    if (known && (known.text === text || readMeta(store, changedFrom(known.id)) === checksum(text))) continue;
    try {
      parse(text);
    } catch (error) {
      unreadable.push({file, problem: words(error)});
      continue;
    }
    const id = known?.id ?? newId(store, 'FlowWorkflow');
    writeMeta(store, changedFrom(id), null);
    saveWorkflow(store, {id, text, source: 'ready', file, is_on: 0, imported_at: store.clock.iso(), due_at: null});
  }
  return unreadable;
}

export function newId(store: Store, type: string): string {
  return store.newGid(type).split('/').at(-1) ?? '';
}
