import type {Money} from '../money/types.ts';

/** The classes that a limit can hold: what is owed to a customer is never blocked. */
export type LimitedClass = 'policy' | 'goodwill';

/** Amounts are decimal strings in the shop's currency. */
export interface Limit {
  /** The most that one refund may give. */
  readonly perRefund?: string;
  /** The most that one customer may be given within a number of days, this refund included. */
  readonly perCustomer?: {readonly amount: string; readonly days: number};
}

export type Limits = Readonly<Partial<Record<LimitedClass, Limit>>>;

/** A rate that a merchant typed: units of the other currency for one unit of the shop's. */
export interface TypedRate {
  /** A decimal string above zero. */
  readonly value: string;
  /** Where it was read, in the merchant's words. */
  readonly source: string;
  /** ISO 8601. */
  readonly at: string;
}

/** The shop's settings, as the metaobject `$app:refund-settings` with the handle `shop` keeps them. */
export interface Settings {
  readonly format: 1;
  readonly limits: {readonly shop: Limits; readonly recipes: Readonly<Record<string, Limits>>};
  /** Days after which a request or an approval lapses. */
  readonly approvalExpiresAfterDays: number;
  /** By currency code. */
  readonly rates: Readonly<Record<string, TypedRate>>;
}

/** What a customer was given before, in the shop's currency. */
export interface Given {
  readonly class: LimitedClass;
  readonly amount: Money;
  /** ISO 8601. */
  readonly at: string;
}

/** A limit that a plan would pass: it becomes a request that someone else approves. */
export interface Breach {
  readonly class: LimitedClass;
  readonly scope: 'shop' | 'recipe';
  readonly kind: 'perRefund' | 'perCustomer';
  readonly limit: Money;
  /** What would be given, with what the customer had before where the limit is per customer. */
  readonly would: Money;
  /** Only `perCustomer`. */
  readonly days?: number;
}
