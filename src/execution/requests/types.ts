import type {Breach, Choices, RefundPlan} from '../../core/index.ts';
import type {Problem} from '../types.ts';

export type RequestState = 'waiting' | 'approved' | 'declined' | 'released' | 'expired';

/** A refund that somebody asked for and nobody has carried out yet. No names, addresses or message texts. */
export interface RefundRequest {
  /** Follows from order, recipe, choices and intent: a repeated request is one request. */
  readonly id: string;
  readonly state: RequestState;
  /** `request`: whoever may refund releases it. `approval`: above a limit, someone else carries out exactly this plan. */
  readonly kind: 'request' | 'approval';
  readonly recipe: {readonly handle: string; readonly version: number | null};
  /** Unchecked until it is planned with its recipe. */
  readonly choices: Choices;
  readonly reason: string;
  /** The subject of the asker's ID token, `flow`, or null where there was none: a record, not a proof. */
  readonly by: string | null;
  /** ISO 8601. */
  readonly at: string;
  readonly expiresAt: string | null;
  readonly intentId: string;
  readonly planId?: string;
  readonly planTotals?: RefundPlan['totals'];
  /** The plan's, for whoever is told of it. */
  readonly ground?: string;
  readonly breaches?: readonly Breach[];
  /** An approval: when Flow was told (ISO 8601), or how often it was sent without Flow's word. */
  readonly flow?: number | string;
  readonly decision?: {readonly by: string | null; readonly at: string; readonly reason: string};
}

/** The order metafield `refund_recipes.request` as read, with what a compare-and-set needs. */
export interface ReadRequests {
  readonly orderId: string;
  /** Those that can be used; what has lapsed reads `expired`. */
  readonly requests: readonly RefundRequest[];
  /** One for each entry that can't be used, or one for all. */
  readonly problems: readonly Problem[];
  /** Entries that can't be used, written back as they stand. Null where the whole value can't be read: it is never overwritten. */
  readonly kept: readonly unknown[] | null;
  /** Null where the order has no such metafield yet. */
  readonly digest: string | null;
}

export type RequestOutcome =
  | {readonly state: 'recorded'; readonly requests: ReadRequests; readonly request: RefundRequest}
  /** Someone else wrote in between: read again. */
  | {readonly state: 'stale'; readonly problem: Problem}
  | {readonly state: 'refused'; readonly problem: Problem};
