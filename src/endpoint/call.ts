import {bodyOf} from './body.ts';
import type {EndpointConfig} from './config.ts';
import {Refusal} from './refusal.ts';
import {isSigned} from './signature.ts';

/** One call of Flow, as signed: https://shopify.dev/docs/apps/build/flow/actions/endpoints. */
export interface ActionCall {
  readonly handle: string;
  /** The same for every time that Flow sends this call (docs/unconfirmed.md, 18). */
  readonly runId: string;
  /** Not checked yet. */
  readonly properties: Readonly<Record<string, unknown>>;
}

const MOST_RUN_ID = 255;

/**
 * Lets in what Shopify signed for this app and this shop. Nothing is parsed before the signature is verified.
 * @throws Refusal
 */
export async function admit(request: Request, config: EndpointConfig): Promise<ActionCall> {
  if (request.method !== 'POST') throw new Refusal(405, 'notPost');
  if (!/^application\/json\s*(?:;|$)/i.test(request.headers.get('content-type') ?? ''))
    throw new Refusal(415, 'notJson');
  const body = await bodyOf(request);
  if (!(await isSigned(body, request.headers.get('x-shopify-hmac-sha256'), config.secrets))) {
    throw new Refusal(401, 'notSigned');
  }
  const fields = objectIn(body);
  // The header is not signed, so it adds nothing; but where it is there, it must not say another shop.
  const header = request.headers.get('x-shopify-shop-domain') ?? config.shop;
  if (fields['shopify_domain'] !== config.shop || header !== config.shop) throw new Refusal(403, 'otherShop');
  const {handle, action_run_id: runId, properties} = fields;
  if (typeof handle !== 'string') throw new Refusal(400, 'malformed', {field: 'handle'});
  if (typeof runId !== 'string' || runId === '' || runId.length > MOST_RUN_ID) {
    throw new Refusal(400, 'malformed', {field: 'action_run_id'});
  }
  if (!isObject(properties)) throw new Refusal(400, 'malformed', {field: 'properties'});
  return {handle, runId, properties};
}

function objectIn(body: Uint8Array): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', {fatal: true}).decode(body));
    if (isObject(value)) return value;
  } catch {
    // Told below: neither the text nor the parser's words go anywhere.
  }
  throw new Refusal(400, 'malformed', {field: 'body'});
}

function isObject(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
