import type {Money} from '../money/index.ts';
import type {SnapshotPayment} from '../order/types.ts';
import type {ComponentClass, Ground} from '../recipe/types.ts';
import type {Component, LegKind, Notice, Reason, RefundLineChoice, RefundPlan} from './types.ts';

/** One entry of a refund's line items, with what it brings (minor units of the customer's currency). */
export interface RefundEntry {
  readonly choice: RefundLineChoice;
  readonly price: number;
  /** Only where the order's prices don't include tax. */
  readonly tax: number;
}

/** What is refunded, before it is known where the money goes: the planner's steps hand it on, each with its own part better. */
export interface Draft {
  readonly ground: Ground;
  readonly components: readonly Component[];
  /** Sorted by line id, so that the order of an order's lines changes nothing. */
  readonly entries: readonly RefundEntry[];
  readonly dutyIds: readonly string[];
  readonly stock: RefundPlan['effects']['stock'];
  /** What the items bring before fees: price and tax. */
  readonly itemsValue: Money;
  /** The most that can go back of what was paid for the order itself (minor units). */
  readonly limit: number;
  readonly stops: readonly Notice[];
  readonly warnings: readonly Notice[];
}

/** Which sum a movement of money pays: what is owed (less the fees), the shop's own rule, gestures, or the bonus. */
export type Pool = 'owed' | 'policy' | 'goodwill' | 'bonus';

/** A movement of money before it is cut into legs by the calls that carry it. */
export interface Flow {
  readonly kind: LegKind;
  readonly pool: Pool;
  readonly class: ComponentClass;
  /** Minor units, above zero. */
  readonly minor: number;
  readonly reason: Reason;
  readonly payment?: SnapshotPayment;
}

/** Where the money goes. */
export interface Settlement {
  readonly flows: readonly Flow[];
  readonly bonus: Component | null;
  readonly stops: readonly Notice[];
  readonly warnings: readonly Notice[];
  /** Cash to original payments goes beyond what Shopify counts as net payment. */
  readonly overRefund: boolean;
}

/** Parts that Shopify itself knows on the order: at most what was paid for it can go back. */
export const ORDER_KINDS: ReadonlySet<string> = new Set(['items', 'tax', 'shipping', 'duties', 'amount']);
