import type {Fields} from './types.ts';

/** Fields of every script that may say no; all others are empty then. */
export const VERDICT = {
  go: ['Bool', 'Whether to go on'],
  code: ['SafeText', 'ready, or why not'],
  why: ['SafeText', 'The same as a sentence, for the run log, a mail or a note'],
} as const satisfies Fields;
