import {isMoney, isRecord} from '../claim/shape.ts';
import {Halt} from '../problem.ts';
import type {Problem} from '../types.ts';
import {readAsks} from './ask.ts';
import {requestIdOf} from './id.ts';
import type {ReadRequests, RefundRequest} from './types.ts';

/** An order's metafields `refund_recipes.request`, which staff write, and `refund_recipes.ask`, which Flow writes. */
interface RequestFields {
  readonly request?: {readonly value: string; readonly compareDigest: string} | null | undefined;
  readonly ask?: {readonly value: string; readonly updatedAt: string} | null | undefined;
}

/**
 * Reads an order's requests: what staff asked for and decided, and what Flow asked for. What can't be used is named and kept;
 * the others stay usable. Ids are checked: they show a change by hand and another order's request.
 * @param now milliseconds since 1970; what has lapsed reads `expired`
 */
export function readRequests(order: RequestFields | null | undefined, orderId: string, now: number): ReadRequests {
  const metafield = order?.request;
  const digest = metafield?.compareDigest ?? null;
  const entries = metafield ? entriesOf(metafield.value) : [];
  if (!entries) return {orderId, requests: [], problems: [{code: 'requestsUnreadable'}], kept: null, digest};
  const requests = new Map<string, RefundRequest>();
  const problems: Problem[] = [];
  const kept: unknown[] = [];
  for (const [index, entry] of entries.entries()) {
    const problem = entryProblem(entry, index, orderId);
    if (problem) {
      problems.push(problem);
      kept.push(entry);
      continue;
    }
    const request = lapsed(entry as Stored, now);
    // A decision outlasts the same request asked again.
    const present = requests.get(request.id);
    if (!present || present.state === 'waiting') requests.set(request.id, request);
  }
  const asked = readAsks(order?.ask, orderId);
  // Above a limit an ask becomes an approval of the same intent: that is what waits then, and what it is answered with.
  for (const request of asked.requests) {
    const {id, intentId} = request;
    const taken = [...requests.values()].some((one) => one.intentId === intentId && one.state !== 'expired');
    if (!taken) requests.set(id, request);
  }
  problems.push(...asked.problems);
  return {orderId, requests: [...requests.values()], problems, kept, digest};
}

/** The request of this id that waits for somebody. @throws Halt `requestNotWaiting`, with `state: gone` where there is none */
export function waitingRequest({requests}: ReadRequests, id: string): RefundRequest {
  const request = requests.find((candidate) => candidate.id === id);
  if (request?.state === 'waiting') return request;
  throw new Halt({code: 'requestNotWaiting', state: request?.state || 'gone'});
}

function entriesOf(value: string): readonly unknown[] | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(value);
  } catch {
    return null;
  }
  return isRecord(parsed) && parsed['format'] === 1 && Array.isArray(parsed['requests']) ? parsed['requests'] : null;
}

const TEXT = (value: unknown): value is string => typeof value === 'string';
const TEXT_OR_NULL = (value: unknown) => value === null || value === undefined || TEXT(value);
const TIME = (value: unknown) => TEXT(value) && !Number.isNaN(Date.parse(value));

const FIELDS: Readonly<Record<string, (value: unknown) => boolean>> = {
  id: (value) => TEXT(value) && value !== '',
  state: (value) => ['waiting', 'approved', 'declined', 'released', 'expired'].includes(value as string),
  kind: (value) => value === 'request' || value === 'approval',
  recipe: (value) => isRecord(value) && TEXT(value['handle']) && isVersion(value['version']),
  choices: isRecord,
  reason: TEXT,
  by: TEXT_OR_NULL,
  at: TIME,
  expiresAt: (value) => value === null || value === undefined || TIME(value),
  intentId: TEXT,
  planId: (value) => value === undefined || TEXT(value),
  planTotals: (value) => value === undefined || value === null || (isRecord(value) && isMoney(value['toCustomer'])),
  breaches: (value) => value === undefined || value === null || (Array.isArray(value) && value.every(isBreach)),
};

function entryProblem(entry: unknown, index: number, orderId: string): Problem | null {
  const wrong = isRecord(entry) ? Object.keys(FIELDS).find((name) => !FIELDS[name]?.(entry[name])) : '';
  if (wrong !== undefined) return {code: 'requestUnreadable', field: `requests[${index}]${wrong && `.${wrong}`}`};
  const {id, recipe, choices, intentId} = entry as RefundRequest;
  const altered = id !== requestIdOf(orderId, {...recipe, version: recipe.version ?? null}, choices, intentId);
  return altered ? {code: 'requestAltered', request: id} : null;
}

/** What may be left out where it is null. */
type Stored = Omit<RefundRequest, 'by' | 'expiresAt' | 'recipe'> & {
  readonly by?: string | null;
  readonly expiresAt?: string | null;
  readonly recipe: {readonly handle: string; readonly version?: number | null};
};

function lapsed(entry: Stored, now: number): RefundRequest {
  const {by = null, expiresAt = null, recipe} = entry;
  const whole = {...entry, by, expiresAt, recipe: {...recipe, version: recipe.version ?? null}};
  const over = entry.state === 'waiting' && expiresAt !== null && Date.parse(expiresAt) <= now;
  return over ? {...whole, state: 'expired'} : whole;
}

function isBreach(value: unknown): boolean {
  return isRecord(value) && isMoney(value['limit']) && isMoney(value['would']);
}

function isVersion(value: unknown): boolean {
  return value === null || value === undefined || Number.isSafeInteger(value);
}
