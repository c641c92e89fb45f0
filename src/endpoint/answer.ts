import {InputError} from '../core/index.ts';
import {AdminError} from '../execution/index.ts';
import {Halt, problemOf} from '../execution/problem.ts';
import type {LogEntry} from './log.ts';
import {refusalOf} from './problems.ts';
import {LABELS} from './properties.ts';
import {Refusal} from './refusal.ts';
import type {RefundResult} from './result.ts';
import {wordsIn} from './words.ts';
import type {Language, WordParameters} from './words.ts';

/** What Flow gets: 200 is done, 202, 429 and 5xx are sent again, other 4xx fail the workflow's run for good. */
export interface Answer {
  readonly status: number;
  /** For the log: a state of a result or a code of a refusal. */
  readonly code: LogEntry['code'];
  readonly body: unknown;
  readonly retryAfter?: number | undefined;
}

export function answerTo(result: RefundResult): Answer {
  return {status: 200, code: result.state, body: {return_value: result}};
}

/** Every fault as an answer, in the merchant's words. */
export function refusalAnswer(error: unknown, language: Language): Answer {
  if (error instanceof InputError) {
    const {field, value, fix} = error;
    const parameters = {field: labelled(field), value: written(value), fix};
    return told(new Refusal(422, value === undefined ? 'inputMissing' : 'input'), language, parameters);
  }
  if (error instanceof Refusal) return told(error, language, error.parameters);
  if (error instanceof AdminError) return refusalAnswer(refusalOf(problemOf(error), error.waitMs), language);
  if (error instanceof Halt) return refusalAnswer(refusalOf(error.problem), language);
  return told(new Refusal(500, 'unexpected'), language, {});
}

function told({status, code, retryAfter}: Refusal, language: Language, parameters: WordParameters): Answer {
  const message = wordsIn(language)(code, parameters);
  return {status, code, body: {code, message}, retryAfter};
}

/** `choices.amounts.goodwill` is “Choices (amounts.goodwill)”. */
function labelled(field: string): string {
  const [, key = '', rest = ''] = /^(\w*)[ .]?(.*)$/s.exec(field) ?? [];
  const label = LABELS.get(key);
  return label === undefined ? field : `${label}${rest && ` (${rest})`}`;
}

function written(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

export function respond({status, body, retryAfter}: Answer): Response {
  const headers = new Headers({'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store'});
  if (retryAfter !== undefined) headers.set('Retry-After', String(retryAfter));
  return new Response(JSON.stringify(body), {status, headers});
}
