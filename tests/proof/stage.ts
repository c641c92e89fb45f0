import type {AdminApi, Claim} from '../../src/execution/index.ts';

/**
 * What a request meets on its way.
 * - before, server: lost or turned away with 5xx, nothing is done
 * - after, internal, malformed, empty: done, but the caller hears that it is lost, an error, or nothing that can be read
 * - late: lost, and it lands when `deliver` is called; held: the same while Shopify keeps its key as running
 * - throttled, refused: turned away by cost or by rights
 * - declined: Shopify answers with userErrors; keyFailed: it says that a former request with this key failed
 * - stale: somebody else writes the claim right before it
 */
export type Trouble = WireTrouble | 'declined' | 'keyFailed' | 'stale';

export type WireTrouble =
  'before' | 'after' | 'late' | 'held' | 'throttled' | 'server' | 'internal' | 'malformed' | 'empty' | 'refused';

export const WIRE_TROUBLES: readonly WireTrouble[] = [
  'before',
  'after',
  'late',
  'throttled',
  'server',
  'internal',
  'malformed',
  'empty',
  'refused',
];

/** What the refund of 6.95 to the card and 7.45 beyond it become. */
export type Ending = 'storeCredit' | 'giftCard' | 'outside' | 'twoPayments';

export const ENDINGS: readonly Ending[] = ['storeCredit', 'giftCard', 'outside', 'twoPayments'];

/** References of the one order that a proof is about. */
export interface Ids {
  readonly order: string;
  readonly customer: string;
  /** The payment of 50.00, and one of 6.95. */
  readonly payments: readonly [string, string];
  readonly updatedAt: string;
}

/** Money that has really moved, in cents. */
export interface Paid {
  readonly refunded: number;
  readonly credit: number;
  readonly giftCards: number;
}

/** A shop with one order, however it is made: the lab, or a small one in memory. */
export interface Stage {
  readonly ids: Ids;
  /** A way to it without trouble. */
  readonly admin: AdminApi;
  now(): number;
  /** Time passes. */
  advance(milliseconds: number): void;
  /** The next request of this operation meets this. */
  arm(operation: string, trouble: WireTrouble): void;
  /** What is on its way lands: everything, or what these milliseconds couldn't hold. */
  deliver(sentFor?: number, operation?: string): void;
  /** The bank turns down refunds on this payment. */
  declineRefundsOn(payment: string): void;
  /** A former request under this key has failed, as Shopify says: it lands no more. */
  failFormer(key: string): void;
  /** Somebody refunds 1.00 to the first payment on Shopify's own screen. */
  refundByHand(): Promise<void>;
  /** Writes the claim anew, as another app might. */
  rewriteClaim(claim: Claim): Promise<void>;
  paid(): Promise<Paid>;
  /** Triggers that Flow took, as `handle plan reference`. */
  told(): readonly string[];
  close(): void;
}

export type StageName = 'lab' | 'memory';
