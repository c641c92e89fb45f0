import type {Operation, RefundCreate} from '../../../graphql/generated/operations.ts';
import type {AdminApi} from '../types.ts';
import {AdminError, keyErrorOf} from './error.ts';
import {describeOperation} from './operation.ts';

const TRIES = 5;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 20_000;

/**
 * A mutation is not sent again later than this after it was first sent: a tab may have slept for days within a request, and
 * Shopify forgets a key after one. What nothing guards gets less, so that it is over before anybody may resume.
 */
const RESEND_MS = {guarded: 180_000, unguarded: 60_000};

/**
 * Mutations that can be sent twice: refundCreate under the same key, compare-and-set writes whose value is unique, upserts
 * under a deterministic handle, tags. Store credit and gift cards are not among them.
 */
const REPEATABLE: ReadonlySet<string> = new Set([
  'RefundCreate',
  'MetafieldsSet',
  'MetaobjectUpsert',
  'MetaobjectPairUpsert',
  'TagsAdd',
  'TagsRemove',
]);

/**
 * Sends again what is safe to send again: reads and the mutations above after any transient fault, everything else only
 * when Shopify refused before running it (throttled). Waits half a second and doubles, or as long as Shopify's cost needs.
 * @param now milliseconds since 1970; without it no time limit is kept
 * @throws AdminError the last one, when the tries are used up
 */
export function withRetry(
  admin: AdminApi,
  wait: (milliseconds: number) => Promise<void>,
  now: () => number = () => 0,
): AdminApi {
  return {
    async request<Result, Variables>(operation: Operation<Result, Variables>, variables: Variables) {
      const {name, mutation} = describeOperation(operation);
      const repeatable = !mutation || REPEATABLE.has(name);
      let unknown: AdminError | null = null;
      const until = now() + (repeatable ? RESEND_MS.guarded : RESEND_MS.unguarded);
      for (let tried = 1; ; tried += 1) {
        try {
          const answer = await admin.request(operation, variables);
          if (mutation) throwIncomplete(answer.data);
          throwKeyError(answer.data);
          // Shopify's no to this request says nothing about a former one that is still on its way.
          if (unknown !== null && isRefusedRefund(answer.data)) throw unknown;
          return answer;
        } catch (error) {
          if (!(error instanceof AdminError)) throw error;
          if (error.landed === 'unknown') unknown ??= error;
          const again = error.transient && (repeatable || error.landed === 'no');
          // A first try that may have landed is not undone by a later "no".
          if (!again || tried === TRIES) throw mutation && error.kind !== 'keyFailed' ? unknown || error : error;
          await wait(Math.min(LONGEST_WAIT_MS, error.waitMs ?? FIRST_WAIT_MS * 2 ** (tried - 1)));
          if (mutation && now() > until) throw unknown || error;
        }
      }
    },
  };
}

/** An answer to a mutation without its payload says nothing: the mutation may have been carried out. */
function throwIncomplete(data: unknown): void {
  const roots = Object.values((data ?? {}) as Record<string, unknown>);
  if (roots.every((root) => root === null || root === undefined)) {
    throw new AdminError('malformed', 'Shopify answered without a result.');
  }
}

function isRefusedRefund(data: unknown): boolean {
  const payload = refundPayload(data);
  return payload !== null && payload !== undefined && !payload.refund;
}

function refundPayload(data: unknown) {
  return (data as Partial<ReturnType<NonNullable<(typeof RefundCreate)['types']>>> | null)?.refundCreate;
}

/** The idempotency messages of refundCreate come as userErrors or at the top level: from here on they are AdminErrors. */
function throwKeyError(data: unknown): void {
  for (const {message} of refundPayload(data)?.userErrors || []) {
    const error = keyErrorOf(message);
    if (error) throw error;
  }
}
