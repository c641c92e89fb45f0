/** Why the customer gets money back. It decides what is owed and what is a gesture. */
export type Ground = 'withdrawal' | 'defect' | 'policy' | 'goodwill';

/** `owed`: the customer has a right to it. `policy`: the shop's own rule. `goodwill`: a gesture. */
export type ComponentClass = 'owed' | 'policy' | 'goodwill';

/** Where money can go. Store credit for owed parts needs the customer's recorded consent. */
export type Destination = 'originalPayment' | 'storeCredit' | 'giftCard' | 'outsidePayment';

/**
 * What a part of a recipe is about.
 * `items` brings the units' price and tax; `amount` is a sum that staff choose, at most what was paid;
 * fees and `diminishedValue` are taken off what the items bring.
 */
export type PartKind =
  | 'items'
  | 'shipping'
  | 'duties'
  | 'amount'
  | 'returnLabel'
  | 'goodwill'
  | 'bonus'
  | 'restockingFee'
  | 'returnShippingFee'
  | 'diminishedValue';

/**
 * How much a part is.
 * `remaining`: all that can still be refunded of it. `fixed` and `entered`: a decimal string in the part's currency;
 * `entered` is typed by staff for each order, with an optional value to start from. `percent`: a decimal string, of the items'
 * value (fees, goodwill) or of the money that becomes store credit (bonus).
 */
export type PartAmount =
  | {readonly type: 'remaining'}
  | {readonly type: 'fixed'; readonly value: string}
  | {readonly type: 'entered'; readonly value?: string}
  | {readonly type: 'percent'; readonly value: string};

/** Which units the `items` part refunds before staff change anything. */
export type ItemSelection = 'all' | 'chosen' | 'unfulfilled';

/** At which rate an amount that was born in the shop's currency reaches a customer who paid in another. */
export type RateRule = 'saleRate' | 'dayRate' | 'betterForCustomer';

export interface RecipePart {
  readonly kind: PartKind;
  readonly amount: PartAmount;
  /** Only for `items`; default `all`. */
  readonly selection?: ItemSelection;
  /** `byGround` (the default): the planner's rule; else fixed by the merchant. Only for label and goodwill. */
  readonly class?: 'byGround' | ComponentClass;
  /** The currency of `fixed` and `entered` amounts and of `cap`; default `presentment`. */
  readonly currency?: 'presentment' | 'shop';
  /** Only with `currency: 'shop'`; default `saleRate`. */
  readonly rate?: RateRule;
  /** The most this part may be: a decimal string in the part's currency. */
  readonly cap?: string;
}

/** A merchant's named composition. Plain JSON; a new version for each change. */
export interface Recipe {
  /** The version of this JSON format. */
  readonly format: 1;
  /** Lower-case letters, digits and hyphens. */
  readonly handle: string;
  readonly version: number;
  readonly title: {readonly en: string; readonly nl?: string};
  readonly summary?: {readonly en: string; readonly nl?: string};
  /** Where staff start from. */
  readonly ground: Ground;
  readonly parts: readonly RecipePart[];
  /** In order of preference for each class; where the first can't be had, the next is taken. */
  readonly destinations: {
    readonly owed: readonly Destination[];
    readonly policy: readonly Destination[];
    readonly goodwill: readonly Destination[];
  };
  /** A percentage (decimal string) of what is owed that goes to store credit, the rest to the original payment. Needs consent. */
  readonly creditShare?: string;
  /** Days after which a bonus expires; refunded value never does. */
  readonly bonusExpiresAfterDays?: number;
  /** What becomes of refunded units that were shipped; unshipped ones are cancelled. Default `return`. */
  readonly restock?: 'return' | 'none';
  /** Which of Shopify's own mails go out. Default: both. */
  readonly notify?: {readonly refund?: boolean; readonly storeCredit?: boolean};
}

/** What a person or a workflow adds for one order. Amounts are decimal strings in the part's currency. */
export interface Choices {
  readonly ground?: Ground;
  /** Units per line id. Lines that are left out follow the recipe's selection (`chosen`: none). */
  readonly quantities?: Readonly<Record<string, number>>;
  /** Per line id, only where it differs from the recipe. */
  readonly restock?: Readonly<Record<string, 'return' | 'cancel' | 'none'>>;
  /** Where returned units go back to stock. */
  readonly locationId?: string;
  readonly amounts?: Readonly<Partial<Record<PartKind, string>>>;
  /** Replaces the recipe's `creditShare`. */
  readonly creditShare?: string;
  readonly consent?: {readonly by: string; readonly at: string; readonly channel: string};
  /** The first destination to try for a class, before the recipe's own. */
  readonly prefer?: Readonly<Partial<Record<ComponentClass, Destination>>>;
  /** Today's rate, presentment for one unit of shop currency, as a decimal string, where one is known. */
  readonly dayRate?: {readonly value: string; readonly source: 'recentOrders' | 'typed'; readonly at: string};
  readonly notify?: {readonly refund?: boolean; readonly storeCredit?: boolean};
  /** Shopify's figures differ from ours by more than rounding, and a person takes Shopify's. */
  readonly acceptShopifyFigures?: boolean;
}
