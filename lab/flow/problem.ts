import {verbatim, sentenceOf} from './said.ts';
import type {Said} from './types.ts';

/** An error whose message is a sentence of the lab's own. */
export class Spoken extends Error {
  readonly said: Said;

  constructor(said: Said) {
    super(sentenceOf(said));
    this.said = said;
  }
}

/** What is wrong with something that came from outside, in words for a person: a file, an event, a request to the lab. */
export class FlowProblem extends Spoken {
  override readonly name = 'FlowProblem';
}

export const words = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The lab's own sentence where the error holds one, else the words that it came with. */
export const saidOf = (error: unknown): Said => (error instanceof Spoken ? error.said : verbatim(words(error)));

/** What a table holds under a name that comes from outside: "constructor" is no entry of it. */
export function entry<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

/** A value as text: what is one stays, numbers as they are, nothing as an empty text, everything else as JSON. */
export function asText(value: unknown): string {
  if (typeof value === 'string') return value;
  return value === null || value === undefined ? '' : JSON.stringify(value);
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
