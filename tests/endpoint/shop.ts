import {createHmac} from 'node:crypto';
import {labFetch} from '../../lab/admin-api/fetch.ts';
import type {Lab} from '../../lab/admin-api/lab.ts';
import {createTokenOffice} from '../../lab/admin-api/oauth.ts';
import type {TokenOffice} from '../../lab/admin-api/oauth.ts';
import {appScopes} from '../../lab/index.ts';
import type {EndpointConfig} from '../../src/endpoint/config.ts';
import {createEndpoint} from '../../src/endpoint/index.ts';
import type {Endpoint} from '../../src/endpoint/index.ts';
import type {Host} from '../../src/endpoint/host.ts';
import {logTo} from '../../src/endpoint/log.ts';
import type {RefundResult} from '../../src/endpoint/result.ts';
import {moved, shopWithOrder} from '../execution/lab-order.ts';

export const SHOP = 'lab-shop.myshopify.com';

/** A function on the lab: its clock is the lab's, and no alarm rings by itself. */
export interface FunctionOnLab {
  readonly lab: Lab;
  readonly office: TokenOffice;
  readonly config: EndpointConfig;
  readonly host: Host;
  readonly endpoint: Endpoint;
  readonly orderId: string;
  readonly customerId: string;
  /** A second instance of the function, with a memory of its own. */
  another(): Pick<FunctionOnLab, 'endpoint' | 'lab'>;
  /** Lines that were logged. */
  readonly lines: string[];
  /** Rings every alarm that is set. */
  ring(): void;
  money(): Promise<{card: string; credit: string; refunds: number}>;
}

/** A function on the lab's shop of one order. */
export async function functionOnLab(more: Partial<EndpointConfig> = {}): Promise<FunctionOnLab> {
  const {lab, orderId, customerId} = await shopWithOrder();
  return {...functionOn(lab, SHOP, more), orderId, customerId, money: () => moved(lab, orderId, customerId)};
}

/** A function on any lab. */
export function functionOn(
  lab: Lab,
  shop: string,
  more: Partial<EndpointConfig> = {},
): Omit<FunctionOnLab, 'orderId' | 'customerId' | 'money'> {
  const {clientId, secret} = lab.settings.app;
  const office = createTokenOffice(lab, appScopes());
  const config: EndpointConfig = {
    shop,
    clientId,
    secrets: [secret],
    language: 'en',
    origin: `https://${shop}`,
    ...more,
  };
  const alarms = new Set<() => void>();
  const host = hostOn(lab, office, alarms);
  const lines: string[] = [];
  const log = logTo((line) => lines.push(line));
  const instance = () => createEndpoint(config, host, log);
  return {
    lab,
    office,
    config,
    host,
    endpoint: instance(),
    another: () => ({endpoint: instance(), lab}),
    lines,
    ring: () => alarms.forEach((alarm) => alarm()),
  };
}

let nonces = 0;

function hostOn(lab: Lab, office: TokenOffice, alarms: Set<() => void>): Host {
  return {
    fetch: labFetch(lab, office),
    now: () => lab.clock.now().getTime(),
    wait(milliseconds) {
      lab.clock.advance(milliseconds);
      return Promise.resolve();
    },
    alarm() {
      let ringing: () => void = () => undefined;
      const rings = new Promise<void>((resolve) => {
        ringing = resolve;
      });
      alarms.add(ringing);
      return {rings, off: () => alarms.delete(ringing)};
    },
    nonce: () => (nonces += 1).toString(16).padStart(32, '0'),
  };
}

export interface Call {
  readonly handle: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly runId?: string;
}

/** The body of a call as Flow sends it. */
export function bodyOf(
  {handle, properties, runId = 'run-1'}: Call,
  more: Readonly<Record<string, unknown>> = {},
): string {
  return JSON.stringify({
    shop_id: '1001',
    shopify_domain: SHOP,
    action_run_id: runId,
    action_definition_id: 'Refund',
    handle,
    properties: {...properties, step_reference: '01903f8a-2f1c-7000-8000-000000000000'},
    ...more,
  });
}

export function signatureOf(body: string | Uint8Array, secret: string): string {
  return createHmac('sha256', secret).update(body).digest('base64');
}

/** A signed request; `headers` over its own. */
export function requestOf(
  body: string | Uint8Array<ArrayBuffer>,
  secret: string,
  headers: Readonly<Record<string, string>> = {},
): Request {
  return new Request('https://function.example/actions', {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'X-Shopify-Shop-Domain': SHOP,
      'X-Shopify-Hmac-Sha256': signatureOf(body, secret),
      ...headers,
    },
    body,
  });
}

export interface Answered {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly body: {readonly code?: string; readonly message?: string; readonly return_value?: RefundResult};
}

/** Flow's call, and what it got. */
export async function call(
  {endpoint, lab}: Pick<FunctionOnLab, 'endpoint' | 'lab'>,
  given: Call,
  more: Readonly<Record<string, unknown>> = {},
): Promise<Answered> {
  const headers = typeof more['shopify_domain'] === 'string' ? {'X-Shopify-Shop-Domain': more['shopify_domain']} : {};
  return answered(await endpoint(requestOf(bodyOf(given, more), lab.settings.app.secret, headers)));
}

export async function answered(response: Response): Promise<Answered> {
  return {
    status: response.status,
    retryAfter: response.headers.get('retry-after'),
    body: (await response.json()) as Answered['body'],
  };
}

export const numberOf = (gid: string): string => gid.slice(gid.lastIndexOf('/') + 1);

/** Shipping 6.95 and a label of 7.45, unless `properties` say otherwise. */
export function labelCall({orderId}: FunctionOnLab, properties: Readonly<Record<string, unknown>> = {}): Call {
  return {
    handle: 'refund-shipping-plus-label',
    properties: {order_id: numberOf(orderId), label_credit: '7.45', ...properties},
  };
}
