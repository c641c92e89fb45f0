import type {Operation} from '../../graphql/generated/operations.ts';
import type {Breach, CallKind, LegKind, Money} from '../core/index.ts';

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
  /** Words for what Flow is told: the customer's message, a recipe's title, problems. Without it those stay empty or are codes. */
  readonly i18n?: {translate(key: string, parameters?: Readonly<Record<string, string | number>>): string};
}

/** What Flow is told of an execution: extensions/trigger-* has one for each, and one for approvals. */
export type TriggerKey = 'completed' | 'label' | 'outside' | 'attention';

/**
 * Which triggers an execution owes Flow: when Flow took it (ISO 8601), or how often it was sent without Flow's word. Counted
 * before it is sent. What is not here is not owed.
 */
export type Told = Readonly<Partial<Record<TriggerKey, number | string>>>;

export type CallState = 'planned' | 'intended' | 'done' | 'partlyDone' | 'failed' | 'unknown';

/** One call as the claim keeps it: references and amounts only, no personal data. */
export interface ClaimedCall {
  readonly id: string;
  readonly kind: CallKind;
  readonly state: CallState;
  readonly legs: readonly ClaimedLeg[];
  /** Rises only after a definitive failure; the idempotency key of a refundCreate is `callId:generation` within the plan. */
  readonly generation: number;
  /** SHA-256 of the exact variables, set with the intent. */
  readonly variablesHash?: string;
  /** When the state was written, by the writer's clock (ISO 8601). */
  readonly at: string;
  /** What is to be sent, in short, until the call is done: whoever resumes has no plan. */
  readonly act?: CallAct;
  readonly evidence?: CallEvidence;
}

/** One movement of money as the claim keeps it. */
export interface ClaimedLeg {
  readonly kind: LegKind;
  readonly amount: Money;
  readonly class: string;
  readonly components: readonly string[];
  /** Minor units in the leg's currency, one for each of `components`. */
  readonly amounts?: readonly number[];
  /** The payment that is refunded (an OrderTransaction), or the manual one that an outside payment stands in for. */
  readonly payment?: string;
}

/** What a call sends, in short: enough to build exactly the same variables again. */
export type CallAct =
  | {
      readonly kind: 'refundCreate';
      /** Units per line, grouped by what becomes of them: `id:quantity` with the numeric LineItem id, in the plan's order. */
      readonly items: readonly {
        readonly restock: string;
        readonly location?: string;
        readonly units: readonly string[];
      }[];
      readonly shipping?: Money;
      readonly duties?: readonly string[];
      readonly transactions: readonly {readonly parent: string; readonly gateway: string; readonly amount: Money}[];
      readonly storeCredit?: Money;
      readonly discrepancyReason?: 'CUSTOMER' | 'DAMAGE' | 'OTHER' | 'RESTOCK';
      readonly allowOverRefunding?: true;
      readonly notify: boolean;
    }
  | {
      readonly kind: 'storeCreditAccountCredit';
      readonly ownerId: string;
      readonly amount: Money;
      readonly expiresAfterDays?: number;
      readonly notify: boolean;
    }
  | {readonly kind: 'giftCardCreate'; readonly amount: Money}
  | {readonly kind: 'outsidePayment'; readonly amount: Money};

export interface CallEvidence {
  readonly refundId?: string;
  readonly transactions?: readonly RefundTransaction[];
  /** Store credit: the account before the act, so that an unknown outcome can be settled. */
  readonly before?: {
    readonly accountId: string | null;
    readonly lastTransactionId: string | null;
    readonly balance: Money;
  };
  /** Whose store credit: kept, so that duplicates can be looked for when it is done. */
  readonly ownerId?: string;
  /** When the credit that is sent expires (ISO 8601). */
  readonly expiresAt?: string;
  readonly creditTransactionId?: string;
  /** Gift card: the whole code while the outcome is open, its last four characters afterwards. */
  readonly giftCardCode?: string;
  readonly giftCardId?: string;
  /** Outside payment: how it was paid. */
  readonly reference?: string;
  readonly problem?: Problem;
  /** What a person answered to an outcome that nothing could settle. */
  readonly decision?: {
    readonly answer: 'happened' | 'didNotHappen';
    readonly staff: string | null;
    readonly at: string;
  };
  /** Duplicates of this credit that a person took back, or tried to. */
  readonly debits?: readonly CreditDebit[];
}

/** A duplicate credit on its way back. Nothing guards a debit against a repeat: an open outcome is never sent again. */
export interface CreditDebit {
  /** The credit that is taken back. */
  readonly creditTransactionId: string;
  readonly accountId: string;
  readonly amount: Money;
  readonly state: 'intended' | 'done' | 'failed' | 'unknown';
  /** The account's newest movement before the debit. */
  readonly before: string | null;
  readonly staff: string | null;
  readonly at: string;
  readonly reason: string;
  readonly debitTransactionId?: string;
  readonly problem?: Problem;
}

/** One payment of a refund as Shopify reports it. Only SUCCESS has arrived; PENDING and AWAITING_RESPONSE are on their way. */
export interface RefundTransaction {
  readonly id: string;
  readonly status: string;
  readonly amount: Money;
  readonly parentId?: string;
}

/** An amount that the shop pays outside Shopify; kept for as long as the order has a claim. */
export interface OutsidePayment {
  readonly planId: string;
  readonly callId: string;
  readonly amount: Money;
  readonly at: string;
  readonly state: 'owed' | 'paid' | 'cancelled';
  /** How it was paid, or why it was cancelled. */
  readonly reference?: string;
  /** The day on which it was paid, `2026-11-22`. */
  readonly date?: string;
  /** Who said that it was paid or cancelled, and when. */
  readonly settled?: {readonly staff: string | null; readonly at: string};
}

/** What the order had paid out when a person last looked: presentment amounts, and the refunds by id. */
export interface MoneyState {
  readonly netPayment: Money;
  readonly refundedShipping: Money;
  readonly refundIds: readonly string[];
}

/** What a person saw and confirmed, read in one piece. */
export interface Confirmed {
  readonly orderId: string;
  readonly claim: ReadClaim;
  readonly money: MoneyState;
  /** The clock (milliseconds since 1970) when it was read. */
  readonly at: number;
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
  /** What the order had paid out when this execution, or its last resumption, was confirmed. */
  readonly before: MoneyState;
  /** Earlier executions on this order, newest first, in short; the whole record is in evidence metaobjects. */
  readonly earlier: readonly EarlierExecution[];
  /** The request that was carried out; above a limit, who approved it. */
  readonly request?: ClaimedRequest;
  /** Outside payments of this and earlier executions. */
  readonly outside: readonly OutsidePayment[];
  /** What Flow was told, or is still to be told. */
  readonly flow?: Told;
  /** SHA-256 over everything else: an edit by hand or by another app shows. */
  readonly seal: string;
}

/** What a claim keeps of the request that it carries out: `by` carried it out and thereby approved it, for this reason or the asker's. */
export interface ClaimedRequest {
  readonly id: string;
  readonly kind: 'request' | 'approval';
  readonly askedBy: string | null;
  readonly by: string | null;
  readonly at: string;
  readonly reason: string;
}

export interface EarlierExecution {
  readonly planId: string;
  readonly intentId: string;
  readonly at: string;
  /** What was paid. Emptied, oldest first, where the claim would grow beyond Shopify's limit. */
  readonly legs: readonly (Pick<ClaimedLeg, 'kind' | 'amount'> & Partial<Omit<ClaimedLeg, 'payment'>>)[];
  /** What was planned and never paid. Never emptied: whoever began another execution over it left it to a person. */
  readonly unpaid?: EarlierExecution['legs'];
  /** Refunds that were on their way when the next execution began. */
  readonly pending?: readonly (RefundTransaction & {readonly callId: string})[];
  /** Its store credits, by ids that are theirs alone: a second one may be found late. The newest few only. */
  readonly credits?: readonly ClaimedCall[];
  /** What Flow never confirmed, where there is something: it is not told any more. */
  readonly flow?: Told;
}

/** A claim as read, with what a compare-and-set needs. */
export interface ReadClaim {
  readonly claim: Claim | null;
  /** Null where the order has no claim yet. */
  readonly digest: string | null;
  /** When Shopify stored it, by Shopify's clock. */
  readonly updatedAt?: string | null;
  /** Why what stands there can't be trusted: changed by hand or by another app. Nothing moves until a person has looked. */
  readonly problem?: Problem;
}

export type ExecutionEvent =
  /** The whole code of a new gift card, once: nothing keeps it. */
  | {readonly type: 'giftCard'; readonly callId: string; readonly code: string}
  /** Evidence could not be stored; the claim has it all the same. */
  | {readonly type: 'evidenceMissing'; readonly claim: Claim}
  | {readonly type: 'claimed'; readonly claim: Claim}
  | {readonly type: 'call'; readonly call: ClaimedCall; readonly claim: Claim};

export type ExecutionOutcome =
  /** Every call is done (PENDING transactions are named in the claim's evidence). */
  | {readonly state: 'done'; readonly claim: Claim; readonly digest: string}
  /** Nothing moved and nothing is claimed: plan again. */
  | {readonly state: 'stale'; readonly problem: Problem}
  /** Nothing moved: above a limit, it takes the approval of someone else. */
  | {readonly state: 'needsApproval'; readonly problem: Problem; readonly breaches: readonly Breach[]}
  /** Nothing moved: the claim could not be written at all. */
  | {readonly state: 'refused'; readonly problem: Problem}
  /** Stopped on the way: visibly unfinished, to resume or to decide. */
  | {readonly state: 'stopped'; readonly claim: Claim; readonly problem: Problem; readonly callId: string}
  /** Another executor took over while this one worked. */
  | {readonly state: 'superseded'; readonly problem: Problem};
