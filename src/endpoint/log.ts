import {ACTIONS} from './actions.ts';
import {RESULT_STATES} from './result.ts';
import type {ResultState} from './result.ts';
import {isWordCode} from './words.ts';
import type {WordCode} from './words.ts';

/** What the function writes down about a call: codes, ids and figures. There is no field for a text. */
export interface LogEntry {
  readonly event: 'answered' | 'finishedLate';
  readonly status: number;
  /** Of a refusal, or the state of a result. */
  readonly code: WordCode | ResultState;
  readonly action?: string;
  /** The number of the order's id. */
  readonly order?: string;
  readonly plan?: string;
  readonly intent?: string;
  readonly milliseconds: number;
}

export type Log = (entry: LogEntry) => void;

const shaped =
  (shape: RegExp) =>
  (text: string): boolean =>
    shape.test(text);

/** What each field may be. Anything else is left out, whoever put it there. */
const MAY_BE: Readonly<Record<keyof LogEntry, (text: string) => boolean>> = {
  event: shaped(/^(?:answered|finishedLate)$/),
  status: shaped(/^\d{3}$/),
  code: (text) => isWordCode(text) || RESULT_STATES.has(text),
  action: (text) => ACTIONS.has(text),
  order: shaped(/^\d{1,20}$/),
  plan: shaped(/^plan-[0-9a-f]{16}$/),
  intent: shaped(/^flow-run-[0-9a-f]{16}-[0-9a-f]{16}$/),
  milliseconds: shaped(/^\d{1,9}$/),
};

/**
 * A log that can't tell secrets or people: it writes only the fields above, each only where it is one of its words or a number or
 * hash of ours. None of them can hold a token, a name, an address or a message.
 * @param write takes one line of JSON
 */
export function logTo(write: (line: string) => void): Log {
  return (entry) => {
    const fields = Object.entries(MAY_BE).flatMap(([name, mayBe]) => {
      const value = entry[name as keyof LogEntry];
      return value !== undefined && mayBe(String(value)) ? [[name, value] as const] : [];
    });
    write(JSON.stringify(Object.fromEntries(fields)));
  };
}
