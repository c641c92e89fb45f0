/**
 * `POST /admin/oauth/access_token` with the client credentials grant: the app's id and secret for a token of a day, as form or as
 * JSON. The token carries the app's scopes and no member of staff. How Shopify words a refusal is an assumption; that it is a
 * 400 isn't.
 */
import {createHash, randomBytes, timingSafeEqual} from 'node:crypto';
import {OWN_APP} from './access.ts';
import type {Lab} from './lab-types.ts';

export const TOKEN_PATH = '/admin/oauth/access_token';

/** Shopify says one second less than a day. */
const SECONDS = 86_399;

export interface Grant {
  readonly scopes?: readonly string[];
  readonly appId: string;
}

export interface TokenOffice {
  /** @param contentType of the request; @returns status and JSON of the answer */
  exchange(contentType: string, body: string): {readonly status: number; readonly body: unknown};
  /** What a token may do, while it lives. */
  grantOf(token: string): Grant | undefined;
  /** Every token ends, as when the app is installed anew. */
  revoke(): void;
}

/** @param scopes of the app; left out: all of them */
export function createTokenOffice(lab: Lab, scopes?: readonly string[]): TokenOffice {
  const until = new Map<string, number>();
  return {
    exchange(contentType, body) {
      const fields = fieldsOf(contentType, body);
      if (!fields) return refused(400, 'invalid_request');
      const {clientId, secret} = lab.settings.app;
      if (fields['grant_type'] !== 'client_credentials') return refused(400, 'unsupported_grant_type');
      if (!isSame(fields['client_id'], clientId) || !isSame(fields['client_secret'], secret)) {
        return refused(400, 'invalid_client');
      }
      const token = `lab-app-${randomBytes(16).toString('hex')}`;
      until.set(token, lab.clock.now().getTime() + SECONDS * 1000);
      return {status: 200, body: {access_token: token, scope: (scopes ?? []).join(','), expires_in: SECONDS}};
    },
    grantOf(token) {
      const end = until.get(token);
      if (end === undefined || end <= lab.clock.now().getTime()) return undefined;
      return {...(scopes ? {scopes} : {}), appId: OWN_APP};
    },
    revoke: () => until.clear(),
  };
}

function refused(status: number, error: string) {
  return {status, body: {error}};
}

function fieldsOf(contentType: string, body: string): Record<string, unknown> | null {
  if (contentType.startsWith('application/x-www-form-urlencoded')) return Object.fromEntries(new URLSearchParams(body));
  if (!contentType.startsWith('application/json')) return null;
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? {...value} : null;
  } catch {
    return null;
  }
}

function isSame(given: unknown, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return typeof given === 'string' && timingSafeEqual(digest(given), digest(wanted));
}
