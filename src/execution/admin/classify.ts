import {AdminError, keyErrorOf} from './error.ts';
import type {AdminErrorKind} from './error.ts';

/** An answer as the wire brings it; nothing in it is trusted. */
export interface WireAnswer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly WireError[] | string | null;
  readonly extensions?: {readonly cost?: WireCost | null} | null;
}

interface WireError {
  readonly message?: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: {readonly code?: string; readonly requiredAccess?: string};
}

export interface WireCost {
  readonly requestedQueryCost?: number | null;
  readonly actualQueryCost?: number | null;
  readonly throttleStatus?: {readonly currentlyAvailable?: number; readonly restoreRate?: number} | null;
}

/** An HTTP status outside 2xx. 429 and most 4xx come before anything is carried out. */
export function statusError(status: number, text: string): AdminError {
  const message = `HTTP ${status} ${text}`.trim();
  if (status === 429) return new AdminError('throttled', message);
  if (status === 401 || status === 403) return new AdminError('accessDenied', message);
  return new AdminError(status >= 400 && status < 500 && status !== 408 ? 'invalid' : 'server', message);
}

const KIND_OF_CODE: Readonly<Record<string, AdminErrorKind>> = {
  THROTTLED: 'throttled',
  ACCESS_DENIED: 'accessDenied',
  MAX_COST_EXCEEDED: 'maxCost',
  INTERNAL_SERVER_ERROR: 'internal',
  TIMEOUT: 'timeout',
};

/** The error that an answer carries, or null for a complete one. */
export function errorOf(answer: unknown): AdminError | null {
  if (answer === null || typeof answer !== 'object')
    return new AdminError('malformed', 'The answer is no JSON object.');
  const {data, errors, extensions} = answer as WireAnswer;
  if (typeof errors === 'string') return new AdminError('invalid', errors);
  if (Array.isArray(errors) && errors.length > 0) {
    return graphqlError(errors as readonly WireError[], data || null, extensions?.cost || {});
  }
  if (data === null || data === undefined || typeof data !== 'object') {
    return new AdminError('malformed', 'The answer has neither data nor errors.');
  }
  return null;
}

function graphqlError(errors: readonly WireError[], data: Record<string, unknown> | null, cost: WireCost) {
  const known = errors.find(({extensions}) => KIND_OF_CODE[extensions?.code || ''] !== undefined) || errors[0];
  const message = errors.map((error) => error.message ?? 'unknown error').join(' ');
  const key = errors.map((error) => keyErrorOf(error.message || '')).find((error) => error !== null);
  if (key) return key;
  // A root that came back means that the mutation ran; only a part of its answer is missing.
  const ran = data !== null && Object.values(data).some((root) => root !== null);
  const {code = '', requiredAccess = null} = known?.extensions || {};
  return new AdminError(KIND_OF_CODE[code] || 'invalid', message, {
    ...(ran ? {landed: 'unknown' as const} : {}),
    waitMs: restoreWait(cost),
    requiredAccess,
  });
}

/** Milliseconds until the bucket holds what the query asks for. */
function restoreWait({requestedQueryCost, throttleStatus}: WireCost): number | null {
  const {currentlyAvailable, restoreRate} = throttleStatus || {};
  if (requestedQueryCost === undefined || requestedQueryCost === null) return null;
  if (currentlyAvailable === undefined || restoreRate === undefined || restoreRate <= 0) return null;
  return Math.max(0, Math.ceil(((requestedQueryCost - currentlyAvailable) / restoreRate) * 1000));
}
