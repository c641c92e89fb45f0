import type {Said} from '../types.ts';

/** Why a Run code step failed. */
export type RunCodeErrorCode =
  /** The script is no valid ES module. */
  | 'syntax'
  /** It has no default export that is a function. */
  | 'noFunction'
  /** It used what Flow doesn't give: a clock, chance, timers, promises, requests, imports. */
  | 'forbidden'
  /** It threw. */
  | 'threw'
  | 'tooLong'
  | 'tooMuchMemory'
  | 'tooDeep'
  /** What it returned is no JSON object, or doesn't match the output schema. */
  | 'output'
  /** The output schema itself can't be used. */
  | 'schema';

export interface RunCodeError {
  readonly code: RunCodeErrorCode;
  /** One sentence for the run log. */
  readonly message: string;
  readonly said: Said;
}

interface Ran {
  /** What `console.log` got, one entry a call. */
  readonly logs: readonly string[];
  /** From the start of the script's evaluation to the end of the call. */
  readonly milliseconds: number;
  /** The most that the engine was seen to hold: itself, the script, its input and its output. */
  readonly memoryBytes: number;
}

export type RunCodeResult =
  | (Ran & {readonly ok: true; readonly output: Readonly<Record<string, unknown>>})
  | (Ran & {readonly ok: false; readonly error: RunCodeError});

/** Flow's own limits are not publicly known: these are the lab's. */
export interface RunCodeLimits {
  readonly milliseconds: number;
  readonly memoryBytes: number;
  readonly stackBytes: number;
  /** After how many of the engine's interrupts (some thousand steps each) memory is looked at, which costs time; and at the end. */
  readonly memoryEvery: number;
}

/** What goes to the thread of the engine. */
export interface Job {
  readonly script: string;
  /** JSON. */
  readonly input: string;
  readonly limits: RunCodeLimits;
}

/** What comes back: the output as JSON text, or why there is none. */
export interface Answer extends Ran {
  readonly text: string | null;
  readonly error: RunCodeError | null;
}
