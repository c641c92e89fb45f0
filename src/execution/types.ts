import type {Operation} from '../../graphql/generated/operations.ts';
import type {CallKind, LegKind, Money} from '../core/index.ts';

/** The Admin API as the engine sees it. Decorators (retry, pacing, dry run, recording) wrap it. */
export interface AdminApi {
  /**
   * @throws AdminError for everything but a complete answer; userErrors are part of the answer
   */
  request<Result, Variables>(operation: Operation<Result, Variables>, variables: Variables): Promise<Answer<Result>>;
}

export interface Answer<Result> {
  readonly data: Result;
  /** Points of Shopify's query cost, where the answer carries them. */
  readonly cost: {readonly requested: number; readonly actual: number | null; readonly available: number | null} | null;
}

/** Everything outside that the engine needs: nothing else in src/execution touches a clock, chance or the network. */
export interface Environment {
  readonly admin: AdminApi;
  /** Milliseconds since 1970. */
  now(): number;
  /** At least 128 random bits as hex. */
  nonce(): string;
  /** SHA-256 as lower-case hex. */
  hash(text: string): string;
  wait(milliseconds: number): Promise<void>;
  /** The subject of the extension's ID token, where there is one: a record, not a proof. */
  readonly staff: string | null;
}

export type CallState = 'planned' | 'intended' | 'done' | 'partlyDone' | 'failed' | 'unknown';

/** One call as the claim keeps it: references and amounts only, no personal data. */
export interface ClaimedCall {
  readonly id: string;
  readonly kind: CallKind;
  readonly state: CallState;
  readonly legs: readonly {readonly kind: LegKind; readonly amount: Money; readonly class: string; readonly components: readonly string[]}[];
  /** Rises only after a definitive failure; the idempotency key of a refundCreate is `callId:generation` within the plan. */
  readonly generation: number;
  /** SHA-256 of the exact variables, set with the intent. */
  readonly variablesHash?: string;
  /** When the state was written, by the writer's clock (ISO 8601). */
  readonly at: string;
  readonly evidence?: CallEvidence;
}

export interface CallEvidence {
  readonly refundId?: string;
  readonly transactions?: readonly {readonly id: string; readonly status: string; readonly amount: Money}[];
  /** Store credit: the account before the act, so that an unknown outcome can be settled. */
  readonly before?: {readonly accountId: string | null; readonly lastTransactionId: string | null; readonly balance: Money};
  readonly creditTransactionId?: string;
  /** Gift card: the whole code while the outcome is open, its last four characters afterwards. */
  readonly giftCardCode?: string;
  readonly giftCardId?: string;
  /** Outside payment: how it was paid. */
  readonly reference?: string;
  readonly problem?: Problem;
}

/** Why a call or a run stopped. Words: src/ui/locales under `problem`. */
export interface Problem {
  readonly code: string;
  readonly message?: string;
  readonly [parameter: string]: string | number | undefined;
}

/** The order metafield `refund_recipes.claim`: the single authority on who is refunding this order and how far it is. */
export interface Claim {
  readonly format: 1;
  /** Rises with every claim and every resumption. */
  readonly epoch: number;
  /** New with every write: an unchanged value would pass a wrong digest. */
  readonly nonce: string;
  readonly state: 'open' | 'done' | 'stopped';
  readonly orderId: string;
  readonly planId: string;
  readonly intentId: string;
  readonly recipe: {readonly handle: string; readonly version: number};
  readonly ground: string;
  readonly staff: string | null;
  readonly startedAt: string;
  readonly at: string;
  readonly calls: readonly ClaimedCall[];
  /** Earlier executions on this order, newest first, in short; the whole record is in evidence metaobjects. */
  readonly earlier: readonly {readonly planId: string; readonly intentId: string; readonly at: string; readonly legs: readonly {readonly kind: LegKind; readonly amount: Money}[]}[];
}

/** A claim as read, with what a compare-and-set needs. */
export interface ReadClaim {
  readonly claim: Claim | null;
  /** Null where the order has no claim yet. */
  readonly digest: string | null;
}

export type ExecutionEvent =
  | {readonly type: 'claimed'; readonly claim: Claim}
  | {readonly type: 'call'; readonly call: ClaimedCall; readonly claim: Claim};

export type ExecutionOutcome =
  /** Every call is done (PENDING transactions are named in the claim's evidence). */
  | {readonly state: 'done'; readonly claim: Claim; readonly digest: string}
  /** Nothing moved and nothing is claimed: plan again. */
  | {readonly state: 'stale'; readonly problem: Problem}
  /** Nothing moved: the claim could not be written at all. */
  | {readonly state: 'refused'; readonly problem: Problem}
  /** Stopped on the way: visibly unfinished, to resume or to decide. */
  | {readonly state: 'stopped'; readonly claim: Claim; readonly problem: Problem; readonly callId: string}
  /** Another executor took over while this one worked. */
  | {readonly state: 'superseded'; readonly problem: Problem};
