import {ACTIONS, TRIGGERS} from './table.ts';
import learned from './learned.json' with {type: 'json'};
import type {Task} from './types.ts';

export {ACTIONS, TRIGGERS};
export type * from './types.ts';

/** Our triggers' handles with the ids that Flow gave them: `npm run -s flow -- learn` fills it from a merchant's export. */
export type Learned = Readonly<Record<string, {readonly id: string; readonly version: string}>>;

const LEARNED: Learned = learned;

/** What stands in for the id of a trigger of ours that isn't learned yet. Flow refuses it, which is better than a guess. */
const UNLEARNED = 'unlearned::refund-recipes::';

/** The handle of a trigger of ours that a file names by its stand-in, whether or not its id was learned since; else null. */
export function unlearnedHandle(id: string): string | null {
  return id.startsWith(UNLEARNED) ? id.slice(UNLEARNED.length) : null;
}

/**
 * A trigger of our own app as a task.
 * @param handle of its extension
 * @param variables what it gives to the workflow: name and type
 * @param ids for tests; else what was learned
 */
export function ownTrigger(
  handle: string,
  label: string,
  variables: Readonly<Record<string, string>>,
  ids: Learned = LEARNED,
): Task {
  const known = ids[handle];
  return {
    id: known?.id ?? `${UNLEARNED}${handle}`,
    version: known?.version ?? '0.1',
    type: 'TRIGGER',
    label,
    fields: [],
    ports: ['output'],
    yields: {kind: 'variables', variables},
    status: known ? 'confirmed' : 'draft',
  };
}

/** The task of that id, of whichever version; null where the table doesn't know it. */
export function taskOf(id: string): Task | null {
  return [...Object.values(TRIGGERS), ...Object.values(ACTIONS)].find((task) => task.id === id) ?? null;
}

/** `Send Admin API request` becomes `sendAdminApiRequest`: the variable under which later steps read a step (docs/unconfirmed.md, 2). */
export function variableOf(stepName: string): string {
  const words = stepName.match(/[A-Za-z0-9]+/g) ?? [];
  return words
    .map((word, at) => {
      const small = word.toLowerCase();
      return at === 0 ? small : `${small.charAt(0).toUpperCase()}${small.slice(1)}`;
    })
    .join('');
}
