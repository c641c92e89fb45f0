/** What kept an answer from being complete. */
export type AdminErrorKind =
  | 'network'
  | 'timeout'
  | 'server'
  | 'malformed'
  | 'internal'
  | 'throttled'
  | 'accessDenied'
  | 'maxCost'
  | 'invalid'
  | 'inProgress'
  | 'keyMismatch'
  | 'keyFailed';

/**
 * Everything that the Admin API answers other than a complete result.
 * `landed` says whether a mutation may have been carried out all the same: `unknown` must never be taken for "no".
 */
export class AdminError extends Error {
  override readonly name = 'AdminError';
  declare readonly kind: AdminErrorKind;
  declare readonly landed: 'no' | 'unknown';
  /** Worth sending again as it is, where sending again is safe. */
  declare readonly transient: boolean;
  /** Milliseconds until the query cost is there, where Shopify told. */
  declare readonly waitMs: number | null;
  /** The access scope or staff right that is missing, in Shopify's words. */
  declare readonly requiredAccess: string | null;

  constructor(
    kind: AdminErrorKind,
    message: string,
    {
      landed = REFUSED.has(kind) ? 'no' : 'unknown',
      waitMs = null,
      requiredAccess = null,
    }: {landed?: AdminError['landed']; waitMs?: number | null; requiredAccess?: string | null} = {},
  ) {
    super(message);
    this.kind = kind;
    this.landed = landed;
    this.transient = TRANSIENT.has(kind);
    this.waitMs = waitMs;
    this.requiredAccess = requiredAccess;
  }
}

/** Shopify said no before it ran anything; of every other kind nobody knows. */
const REFUSED: ReadonlySet<AdminErrorKind> = new Set(['keyFailed', 'throttled', 'accessDenied', 'maxCost', 'invalid']);

const TRANSIENT: ReadonlySet<AdminErrorKind> = new Set([
  'network',
  'timeout',
  'server',
  'malformed',
  'internal',
  'throttled',
  'inProgress',
]);

/**
 * Idempotency keys speak by message only, as a userError or at the top level (refund-api.md §2, which of the two is not
 * confirmed): still running, used with other variables, or failed before.
 */
export function keyErrorOf(message: string): AdminError | null {
  if (/request is currently in progress/i.test(message)) return new AdminError('inProgress', message);
  if (/idempotency key cannot be used with different/i.test(message)) return new AdminError('keyMismatch', message);
  if (/previous request with this idempotency key failed/i.test(message)) return new AdminError('keyFailed', message);
  return null;
}
