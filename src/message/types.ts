import type {ComponentClass, ComponentKind, Ground, LegKind, Money} from '../core/index.ts';

/** One movement of money as it was executed. */
export interface Movement {
  readonly kind: LegKind;
  readonly class: ComponentClass;
  readonly amount: Money;
  /** What it is made of; fees are negative. */
  readonly components: readonly {readonly kind: ComponentKind; readonly amount: Money}[];
  /** `onItsWay`: Shopify accepted it, the bank hasn't confirmed. `owed`: the shop pays it outside Shopify. `open`: not done. */
  readonly status: 'done' | 'onItsWay' | 'owed' | 'open';
  /** The payment (an OrderTransaction id) that it went back to. */
  readonly payment?: string;
  /** ISO 8601. */
  readonly expiresAt?: string;
}

export interface MessageOptions {
  /** `nl` and its variants in Dutch, everything else in English. */
  readonly language: string;
  readonly ground: Ground;
  /** For example `#1001`. */
  readonly orderName: string;
  /** `warm` (the default) greets and thanks; `short` says only what comes back. */
  readonly tone?: 'warm' | 'short';
  /** What a payment is called, by its id, for example `Visa ····4242`. */
  readonly labels?: Readonly<Record<string, string>>;
}

/** A word by its key: `message.nl.line` with its parameters. Amounts arrive formatted. */
export type Say = (key: string, parameters?: Readonly<Record<string, string>>) => string;
