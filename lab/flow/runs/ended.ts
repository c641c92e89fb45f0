import type {RunDetails} from '../types.ts';

/** A run that nobody carries on. */
export function ended(run: RunDetails, error: string, at: Date): RunDetails {
  return {...run, state: 'cancelled', error, until: null, endedAt: at.toISOString()};
}
