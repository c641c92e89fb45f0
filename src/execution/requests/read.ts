import type {Choices} from '../../core/index.ts';
import {canonicalJson} from '../canonical.ts';
import {isMoney, isRecord} from '../claim/shape.ts';
import {sha256Hex} from '../hash.ts';
import type {Problem} from '../types.ts';
import type {ReadRequests, RefundRequest} from './types.ts';

/** The same order, recipe, choices and intent give the same id. */
export function requestIdOf(
  orderId: string,
  recipe: RefundRequest['recipe'],
  choices: Choices,
  intentId: string,
): string {
  return `request-${sha256Hex(canonicalJson([orderId, recipe.handle, recipe.version, choices, intentId])).slice(0, 16)}`;
}

/**
 * Reads an order's requests: a list, or the one bare request that a workflow writes. What can't be used is named and kept;
 * the others stay usable. Ids of requests that staff made are checked: they show a change by hand and another order's request.
 * @param now milliseconds since 1970; what has lapsed reads `expired`
 */
export function readRequests(
  metafield: {readonly value: string; readonly compareDigest: string} | null | undefined,
  orderId: string,
  now: number,
): ReadRequests {
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
  return {orderId, requests: [...requests.values()], problems, kept, digest};
}

function entriesOf(value: string): readonly unknown[] | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(value);
  } catch {
    return null;
  }
  if (!isRecord(parsed)) return null;
  if (!('requests' in parsed)) return [parsed];
  return parsed['format'] === 1 && Array.isArray(parsed['requests']) ? parsed['requests'] : null;
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
  const {id, by, recipe, choices, intentId} = entry as RefundRequest;
  const altered = by !== 'flow' && id !== requestIdOf(orderId, recipe, choices, intentId);
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
