/** Asks a lab's Admin API without waiting: seeding runs inside `createLab` and `reset`, which are synchronous. */
import {execute, parse} from 'graphql';
import type {Lab} from '../admin-api/lab.ts';
import {parseGid} from '../admin-api/gid.ts';
import type {LabContext} from '../admin-api/resolvers.ts';
import {registry, schemaFor} from '../admin-api/schema.ts';

const VERSION = '2026-07';

/**
 * Runs one operation with every right, past throttle, faults and log.
 * @throws Error when the answer holds errors or userErrors: a seed that half works is worse than none
 */
export function ask(lab: Lab, query: string, variables: Record<string, unknown> = {}): unknown {
  const versioned = schemaFor(VERSION, 'refuse');
  if (!versioned) throw new Error(`The lab doesn't speak ${VERSION}`);
  const contextValue: LabContext = {
    store: lab.store,
    version: VERSION,
    access: {scopes: null, staff: null, appId: 'seed'},
    settings: lab.settings,
    load: (id) => registry.node(parseGid(id)?.type ?? '')?.load(lab.store, id),
    registry,
    allScopes: versioned.allScopes,
    requestId: 'seed',
  };
  const result = execute({schema: versioned.schema, document: parse(query), variableValues: variables, contextValue});
  if (result instanceof Promise) throw new Error('A resolver of the lab answered with a promise');
  if (result.errors?.length) throw new Error(`Seeding failed: ${result.errors.map(({message}) => message).join('; ')}`);
  for (const payload of Object.values(result.data ?? {})) {
    const errors = (payload as {userErrors?: {message: string}[]} | null)?.userErrors ?? [];
    if (errors.length > 0) throw new Error(`Seeding failed: ${errors.map(({message}) => message).join('; ')}`);
  }
  return result.data;
}

const MINUTE = 60_000;

/** Does something as if it were that many minutes ago, by the lab's own clock. */
export function minutesAgo<T>(lab: Lab, minutes: number, work: () => T): T {
  const now = lab.clock.now();
  lab.clock.set(new Date(now.getTime() - minutes * MINUTE));
  try {
    return work();
  } finally {
    lab.clock.set(now);
  }
}

export const daysAgo = <T>(lab: Lab, days: number, work: () => T): T => minutesAgo(lab, days * 24 * 60, work);
