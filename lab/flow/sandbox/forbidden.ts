/** What Run code hasn't got, each with what to do instead. */
import {sentenceOf, say} from '../said.ts';
import type {Said} from '../types.ts';

export const PROMISES = say`Run code has no promises. Return the result itself, without async and await.`;

export const importOf = (name: string): Said =>
  say`Run code has no imports (${name}). Put everything into the one script.`;

const CLOCK = say`Run code has no clock. Take the time from the input, for example the trigger’s scheduledAt.`;

const CHANCE = say`Run code has no chance (Math.random). Take what differs from the input, for example an id.`;

const timer = (name: string): Said => say`Run code has no timers (${name}). Put a Wait step into the workflow.`;

const request = (name: string): Said =>
  say`Run code has no requests (${name}). Read data in the input query and send requests with a step of their own.`;

const logging = (name: string): Said => say`Run code has no console.${name}. Use console.log.`;

const MICROTASK = say`Run code has no promises (queueMicrotask). Return the result itself, without async and await.`;

/** By the name under which the prelude refuses it. */
const FORBIDDEN: Readonly<Record<string, Said>> = {
  clock: CLOCK,
  chance: CHANCE,
  promises: PROMISES,
  queueMicrotask: MICROTASK,
  require: importOf('require'),
  ...named(['setTimeout', 'setInterval', 'setImmediate'], timer),
  ...named(['fetch', 'XMLHttpRequest', 'WebSocket'], request),
  ...named(['info', 'warn', 'error', 'debug', 'table', 'trace', 'dir'], logging),
};

function named(names: readonly string[], refusal: (name: string) => Said): Readonly<Record<string, Said>> {
  return Object.fromEntries(names.map((name) => [name, refusal(name)]));
}

/** The sentences in English, as the engine throws them. */
export const REFUSALS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(FORBIDDEN).map(([name, said]) => [name, sentenceOf(said)]),
);

const BY_SENTENCE = new Map(Object.values(FORBIDDEN).map((said) => [sentenceOf(said), said]));

const IMPORT = /^Run code has no imports \((.+)\)\./;

/** The sentence that the engine threw; undefined where it is none of these. */
export function refusalOf(sentence: string): Said | undefined {
  const imported = IMPORT.exec(sentence)?.[1];
  return imported === undefined ? BY_SENTENCE.get(sentence) : importOf(imported);
}
