import {adminApiOverFetch, sha256Hex, withPacing} from '../execution/index.ts';
import versions from '../../graphql/versions.json' with {type: 'json'};
import type {Host, HostI18n} from './host.ts';

/** What every target's `shopify` object has. */
export interface Shopify {
  readonly auth: {idToken(): Promise<string | null>};
  readonly i18n: HostI18n;
  readonly storage: {get(key: string): Promise<unknown>; set(key: string, value: unknown): Promise<void>};
}

/**
 * What every host has, whatever its target: direct Admin API access with the staff member's own rights, Shopify's words and
 * storage, the worker's clock and randomness.
 */
export function adminHost(shopify: Shopify): Omit<Host, 'orderId' | 'close'> {
  const wait = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));
  const now = (): number => Date.now();
  const admin = adminApiOverFetch((url, init) => fetch(url, init), versions.extensions);
  return {
    admin: withPacing(admin, {now, wait}),
    i18n: shopify.i18n,
    storage: {get: (key) => shopify.storage.get(key), set: (key, value) => shopify.storage.set(key, value)},
    now,
    wait,
    nonce,
    hash: sha256Hex,
    staff: () => staffOf(shopify),
  };
}

/** 128 random bits. */
function nonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The `sub` of the ID token. Nothing verifies it: a record, not a proof. */
async function staffOf({auth}: Shopify): Promise<string | null> {
  try {
    const body = (await auth.idToken())?.split('.')[1];
    if (!body) return null;
    const {sub}: {sub?: unknown} = JSON.parse(atob(body.replaceAll('-', '+').replaceAll('_', '/')));
    return typeof sub === 'string' ? sub : null;
  } catch {
    return null;
  }
}
