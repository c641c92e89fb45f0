import type {Operation} from '../../../graphql/generated/operations.ts';
import type {AdminApi, Answer} from '../types.ts';
import {errorOf, statusError} from './classify.ts';
import type {WireAnswer, WireCost} from './classify.ts';
import {AdminError} from './error.ts';

/** What the engine needs of the platform's `fetch`. */
export type Fetch = (
  url: string,
  init: {method: string; headers: Record<string, string>; body: string},
) => Promise<{ok: boolean; status: number; statusText: string; text(): Promise<string>}>;

/** Longer than Shopify lets a request run, so that a silence means a lost answer. */
const PATIENCE_MS = 45_000;

/**
 * The Admin API by direct access from an admin extension, with the staff member's own rights. `shopify.query` would hide
 * cost and error codes.
 * @param version an API version such as 2026-07
 * @param patienceMs milliseconds after which an answer counts as lost (kind `timeout`, outcome unknown)
 */
export function adminApiOverFetch(fetch: Fetch, version: string, patienceMs = PATIENCE_MS): AdminApi {
  const url = `shopify:admin/api/${version}/graphql.json`;
  return {
    async request<Result, Variables>(operation: Operation<Result, Variables>, variables: Variables) {
      const body = JSON.stringify({query: operation, variables});
      const text = await within(patienceMs, send(fetch, url, body));
      const answer = parse(text);
      const error = errorOf(answer);
      if (error) throw error;
      const {data, extensions} = answer as WireAnswer;
      return {data: data as Result, cost: costOf(extensions?.cost || {})};
    },
  };
}

async function send(fetch: Fetch, url: string, body: string): Promise<string> {
  try {
    const response = await fetch(url, {method: 'POST', headers: {'Content-Type': 'application/json'}, body});
    if (!response.ok) throw statusError(response.status, response.statusText);
    return await response.text();
  } catch (error) {
    if (error instanceof AdminError) throw error;
    throw new AdminError('network', error instanceof Error ? error.message : String(error));
  }
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_resolve, reject) => {
    const lost = () => reject(new AdminError('timeout', `No answer within ${milliseconds / 1000} seconds.`));
    timer = setTimeout(lost, milliseconds);
  });
  try {
    return await Promise.race([work, silence]);
  } finally {
    clearTimeout(timer);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new AdminError('malformed', `The answer is no JSON: ${text.slice(0, 80)}`);
  }
}

function costOf({requestedQueryCost, actualQueryCost = null, throttleStatus}: WireCost): Answer<unknown>['cost'] {
  if (typeof requestedQueryCost !== 'number') return null;
  const {currentlyAvailable = null} = throttleStatus || {};
  return {requested: requestedQueryCost, actual: actualQueryCost, available: currentlyAvailable};
}
