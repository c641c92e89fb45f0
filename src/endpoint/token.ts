import type {EndpointConfig} from './config.ts';
import type {Host} from './host.ts';
import {Refusal} from './refusal.ts';

/** The app's token for its shop, held in memory only. */
export interface TokenSource {
  /** @throws Refusal when Shopify gives none */
  token(): Promise<string>;
  /** Shopify no longer takes this one; the next `token` asks for another. */
  forget(token: string): void;
}

/** A silence is over after this long: later calls must not wait for it. */
const PATIENCE_MS = 6000;

/** A token is asked for anew this long before it ends. */
const EARLY_MS = 5 * 60_000;

/**
 * Client credentials grant: the app's id and secret for a token that lives a day. Shopify grants it to apps that the shop's own
 * organization made in its Dev Dashboard and installed on its own shop, nobody else ("shop_not_permitted"):
 * https://shopify.dev/docs/apps/build/authentication-authorization/client-credentials-grant (docs/unconfirmed.md, 19).
 * Calls at the same time share one exchange.
 */
export function tokenSource(config: EndpointConfig, host: Host): TokenSource {
  let held: {readonly token: string; readonly until: number} | null = null;
  let asking: {readonly answer: Promise<string>; readonly since: number} | null = null;
  const ask = async (): Promise<string> => {
    const startedAt = host.now();
    const granted = await exchange(config, host);
    held = {token: granted.token, until: startedAt + granted.seconds * 1000 - EARLY_MS};
    return granted.token;
  };
  return {
    async token() {
      if (held && host.now() < held.until) return held.token;
      // A host may have ended the call that asked, and with it the answer to everybody who waits for it.
      if (!asking || host.now() - asking.since >= PATIENCE_MS) asking = {answer: ask(), since: host.now()};
      const mine = asking;
      try {
        return await inTime(mine.answer, host);
      } finally {
        if (asking === mine) asking = null;
      }
    },
    forget(token) {
      if (held?.token === token) held = null;
    },
  };
}

async function exchange(config: EndpointConfig, host: Host): Promise<{token: string; seconds: number}> {
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: config.clientId,
    client_secret: config.secrets[0],
  });
  const {status, text} = await post(config, host, form.toString());
  // What Shopify answers here may repeat what was sent: none of it is told or kept.
  if (status === 429 || status >= 500) throw new Refusal(503, 'shopifyUnreachable');
  if (status < 200 || status > 299) throw new Refusal(403, 'noToken', {status});
  const {access_token: token, expires_in: seconds} = parsed(text);
  if (typeof token !== 'string' || token === '') throw new Refusal(503, 'shopifyUnreachable');
  return {token, seconds: typeof seconds === 'number' && seconds > 0 ? seconds : 3600};
}

async function post(config: EndpointConfig, host: Host, body: string): Promise<{status: number; text: string}> {
  try {
    const response = await host.fetch(`${config.origin}/admin/oauth/access_token`, {
      method: 'POST',
      headers: {'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json'},
      body,
    });
    return {status: response.status, text: await response.text()};
  } catch {
    throw new Refusal(503, 'shopifyUnreachable');
  }
}

async function inTime<T>(work: Promise<T>, host: Host): Promise<T> {
  const {rings, off} = host.alarm(PATIENCE_MS);
  const silence = rings.then(() => {
    throw new Refusal(503, 'shopifyUnreachable');
  });
  try {
    return await Promise.race([work, silence]);
  } finally {
    off();
  }
}

function parsed(text: string): {readonly access_token?: unknown; readonly expires_in?: unknown} {
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === 'object' ? value : {};
  } catch {
    return {};
  }
}
