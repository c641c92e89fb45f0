/** flowTriggerReceive: what an app tells Flow (facts §9). What came in is kept for tests, pages and the lab's own Flow. */
import {OWN_APP} from '../access.ts';
import {userError} from '../errors.ts';
import type {LabContext, LabModule} from '../resolvers.ts';
import type {Store} from '../store.ts';
import {payloadProblems} from './declared.ts';

export interface ReceivedTrigger {
  sequence: number;
  handle: string;
  /** JSON. */
  payload: string;
  received_at: string;
}

interface Args {
  readonly handle?: string | null;
  readonly payload?: unknown;
  readonly body?: string | null;
}

const PAYLOAD_LIMIT = 50_000;
const BODY_FIELDS = new Set(['trigger_id', 'trigger_title', 'properties', 'resources']);

/** Everything received, oldest first; `after` a sequence number to ask for news only. */
export function receivedTriggers(store: Store, after = 0): ReceivedTrigger[] {
  return store.all<ReceivedTrigger>('SELECT * FROM flow_triggers WHERE sequence > ? ORDER BY sequence', after);
}

const wrong = (lines: readonly string[]): {userErrors: unknown[]} => ({
  userErrors: [userError(['body'], `Errors validating schema:\n${lines.map((line) => `  ${line}\n`).join('')}`)],
});

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isAbsolute(url: unknown): boolean {
  return typeof url === 'string' && /^[a-z][a-z0-9+.-]*:\/\/\S+$/i.test(url);
}

/** What a legacy body's shape gets wrong, in Shopify's order: unknown fields, missing fields, types. */
function shapeErrors(body: Readonly<Record<string, unknown>>): string[] {
  const resources: unknown[] = Array.isArray(body['resources']) ? body['resources'] : [];
  const records = resources.filter(isRecord);
  return [
    ...Object.keys(body)
      .filter((key) => !BODY_FIELDS.has(key))
      .map((key) => `Invalid field: '${key}'.`),
    ...('properties' in body ? [] : ["Required field missing: 'properties'."]),
    ...records.flatMap((one) =>
      ['name', 'url'].filter((key) => !(key in one)).map((key) => `Required field missing: '${key}'.`),
    ),
    ...records
      .filter((one) => 'url' in one && !isAbsolute(one['url']))
      .map((one) => `Type error for field 'url': ${String(one['url'])} is not an absolute URL.`),
  ];
}

function keep(store: Store, handle: string, payload: unknown): {userErrors: unknown[]} {
  store.run(
    'INSERT INTO flow_triggers (handle, payload, received_at) VALUES (?, ?, ?)',
    handle,
    JSON.stringify(payload ?? null),
    store.clock.iso(),
  );
  return {userErrors: []};
}

function fromBody(text: string, context: LabContext): {userErrors: unknown[]} {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return wrong(['Invalid JSON.']);
  }
  if (!isRecord(body)) return wrong(['Invalid JSON.']);
  const shape = shapeErrors(body);
  if (shape.length > 0) return wrong(shape);
  const given = 'trigger_id' in body ? 'trigger_id' : 'trigger_title' in body ? 'trigger_title' : undefined;
  if (given === undefined) return wrong(["Required field missing: 'trigger_id'."]);
  const handle = String(body[given]);
  if (!context.settings.flowTriggers?.some((one) => one.handle === handle))
    return wrong([`Invalid ${given} '${handle}'.`]);
  return keep(context.store, handle, body['properties']);
}

function flowTriggerReceive(_source: unknown, args: Args, context: LabContext): {userErrors: unknown[]} {
  const {handle, payload, body} = args;
  const has = (value: unknown): boolean => value !== undefined && value !== null;
  if (has(body)) {
    if (has(handle) || has(payload)) {
      return {userErrors: [userError(['body'], 'Cannot use `handle` and `payload` arguments with `body` argument')]};
    }
    return fromBody(String(body), context);
  }
  if (!has(handle) || !has(payload))
    return {userErrors: [userError(['handle'], '`handle` and `payload` arguments are required')]};
  if (Buffer.byteLength(JSON.stringify(payload)) > PAYLOAD_LIMIT)
    return wrong([`Properties size exceeds the limit of ${PAYLOAD_LIMIT} bytes.`]);
  const known = context.settings.flowTriggers;
  const declared = known?.find((one) => one.handle === handle);
  // A handle belongs to the app that deployed it: any other app, Flow included, has no such trigger.
  const foreign = context.access.appId !== OWN_APP;
  if (foreign || (known !== null && !declared)) return wrong([`Invalid handle '${String(handle)}'.`]);
  const misfits = declared ? payloadProblems(payload, declared) : [];
  if (misfits.length > 0) return wrong(misfits);
  return keep(context.store, String(handle), payload);
}

export const flowModule: LabModule = {
  name: 'flow',
  migrate: (store) =>
    store.exec(`CREATE TABLE IF NOT EXISTS flow_triggers (
      sequence INTEGER PRIMARY KEY AUTOINCREMENT, handle TEXT NOT NULL, payload TEXT NOT NULL, received_at TEXT NOT NULL
    ) STRICT`),
  resolvers: {Mutation: {flowTriggerReceive}},
  inspect: (store) => ({
    triggers: receivedTriggers(store).map((one) => ({...one, payload: JSON.parse(one.payload) as unknown})),
  }),
};
