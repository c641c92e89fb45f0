import {say, sentenceOf} from '../said.ts';
import type {RunDetails, Said} from '../types.ts';

export const SWITCHED_OFF = say`The workflow was switched off or deleted while this run was under way.`;

/** A run that nobody carries on. */
export function ended(run: RunDetails, why: Said, at: Date, state: 'cancelled' | 'failed' = 'cancelled'): RunDetails {
  return {...run, state, error: sentenceOf(why), errorSaid: why, until: null, endedAt: at.toISOString()};
}
