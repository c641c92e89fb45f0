/**
 * `@idempotent(key:)`, as Shopify keeps it (facts §2): required from 2026-04 on, remembered for 24 hours; the same key
 * with the same parameters answers again what the first request did, rebuilt from present records.
 * That a request which ended in userErrors counts as "failed" is an assumption.
 */
import {GraphQLError, type GraphQLResolveInfo} from 'graphql';
import {userError} from './errors.ts';
import type {LabContext, Resolver, Source} from './resolvers.ts';
import type {Store} from './store.ts';

const REQUIRED_FROM = '2026-04';
const KEPT_MILLISECONDS = 24 * 60 * 60 * 1000;

const IDEMPOTENCY_MESSAGES = {
  missing: 'The @idempotent directive is required for this mutation but was not provided.',
  mismatch: 'The same idempotency key cannot be used with different operation parameters.',
  running: 'This request is currently in progress, please try again.',
  failed: 'A previous request with this idempotency key failed. Retry with a new idempotency key.',
} as const;

export interface Idempotent<A> {
  readonly resolve: (args: A, context: LabContext, info: GraphQLResolveInfo) => Payload;
  /** What has to be remembered to answer again, e.g. ids; plain JSON. */
  readonly remember: (payload: Payload) => unknown;
  /** The first answer again, from present records. */
  readonly rebuild: (remembered: never, context: LabContext) => Payload;
  /** The payload's fields without userErrors, for an answer that did nothing, e.g. `{refund: null, order: null}`. */
  readonly nothing: Source;
}

export type Payload = Source & {readonly userErrors: readonly unknown[]};

interface KeyRow {
  fingerprint: string;
  state: 'running' | 'done' | 'failed';
  remembered: string | null;
  reserved_by: string | null;
  at: number;
}

export function migrateIdempotency(store: Store): void {
  store.exec(`CREATE TABLE IF NOT EXISTS idempotency_keys (
    key TEXT PRIMARY KEY, fingerprint TEXT NOT NULL, state TEXT NOT NULL, remembered TEXT, reserved_by TEXT, at INTEGER NOT NULL
  ) STRICT`);
}

/** The key of the directive on this field, with variables filled in; nothing where it is absent. */
function idempotencyKey(info: GraphQLResolveInfo): string | undefined {
  for (const node of info.fieldNodes) {
    const directive = node.directives?.find((one) => one.name.value === 'idempotent');
    const value = directive?.arguments?.find((argument) => argument.name.value === 'key')?.value;
    if (value?.kind === 'StringValue') return value.value;
    if (value?.kind === 'Variable') return String(info.variableValues[value.name.value]);
  }
  return undefined;
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** Takes a key before its request is carried out, so that others hear "in progress" meanwhile. */
export function reserveKey(store: Store, key: string, requestId: string): void {
  store.run(
    `INSERT INTO idempotency_keys (key, fingerprint, state, reserved_by, at) VALUES (?, '', 'running', ?, ?) ON CONFLICT (key) DO NOTHING`,
    key,
    requestId,
    store.clock.now().getTime(),
  );
}

function refuse(context: LabContext, nothing: Source, message: string): Payload | GraphQLError {
  if (context.settings.idempotencyErrors === 'topLevel')
    return new GraphQLError(message, {extensions: {code: 'BAD_REQUEST'}});
  return {...nothing, userErrors: [userError(null, message)]};
}

/** A mutation resolver with Shopify's idempotency around it. What the mutation writes and the key's state stand or fall together. */
export function withIdempotency<A>(mutation: Idempotent<A>): Resolver<unknown, A> {
  return (_source, args, context, info) => {
    const key = idempotencyKey(info);
    if (key === undefined) {
      if (context.version < REQUIRED_FROM) return mutation.resolve(args, context, info);
      return new GraphQLError(IDEMPOTENCY_MESSAGES.missing, {extensions: {code: 'BAD_REQUEST'}});
    }
    if (key.trim() === '') {
      return new GraphQLError('The idempotency key must not be blank.', {extensions: {code: 'BAD_REQUEST'}});
    }
    const {store} = context;
    const now = store.clock.now().getTime();
    const fingerprint = `${info.fieldName}:${canonical(args)}`;
    store.run('DELETE FROM idempotency_keys WHERE at < ?', now - KEPT_MILLISECONDS);
    const known = store.get<KeyRow>('SELECT * FROM idempotency_keys WHERE key = ?', key);
    if (known && !(known.state === 'running' && known.reserved_by === context.requestId)) {
      if (known.state === 'running') return refuse(context, mutation.nothing, IDEMPOTENCY_MESSAGES.running);
      if (known.fingerprint !== fingerprint) return refuse(context, mutation.nothing, IDEMPOTENCY_MESSAGES.mismatch);
      if (known.state === 'failed') return refuse(context, mutation.nothing, IDEMPOTENCY_MESSAGES.failed);
      return mutation.rebuild(JSON.parse(known.remembered ?? 'null') as never, context);
    }
    const settle = (state: KeyRow['state'], remembered: unknown): void => {
      store.run(
        'INSERT OR REPLACE INTO idempotency_keys (key, fingerprint, state, remembered, at) VALUES (?, ?, ?, ?, ?)',
        key,
        fingerprint,
        state,
        JSON.stringify(remembered ?? null),
        now,
      );
    };
    try {
      const payload = store.transaction(() => mutation.resolve(args, context, info));
      if (payload.userErrors.length > 0) settle('failed', null);
      else settle('done', mutation.remember(payload));
      return payload;
    } catch (error) {
      settle('failed', null);
      // Returned, not thrown: a throw would undo the note that this key has failed.
      return error instanceof Error ? error : new Error(String(error));
    }
  };
}
