import type {Money, MoneyPair, Ratio} from '../money/types.ts';
import type {Choices, ComponentClass, Destination, Ground, PartKind} from '../recipe/types.ts';

/** `items` parts bring two components: the price, and the tax where prices don't include it. */
export type ComponentKind = PartKind | 'tax';

/** A reason is a code with its parameters; the words are in src/ui/locales/plan.*.json under `reason`. */
export interface Reason {
  readonly code: string;
  readonly [parameter: string]: string | number | Money;
}

/** One part of a plan. Fees are negative. */
export interface Component {
  readonly kind: ComponentKind;
  readonly class: ComponentClass;
  readonly reason: Reason;
  /** In the order's presentment currency. */
  readonly amount: Money;
  /** The limit that made the amount smaller than what was asked. */
  readonly cap?: {readonly code: CapCode; readonly asked: Money};
  /** The amount as it was born, where that was in the shop's currency. */
  readonly born?: {readonly amount: Money; readonly rate: Ratio; readonly rule: 'saleRate' | 'dayRate'};
  /** Only `items`, `tax` and `duties`. */
  readonly lines?: readonly {readonly lineId: string; readonly quantity: number; readonly amount: Money}[];
}

export type CapCode =
  'lineQuantity' | 'linePaid' | 'shippingPaid' | 'paymentMaximum' | 'netPayment' | 'recipeCap' | 'itemsValue';

export type LegKind = 'refundToOriginalPayment' | 'refundToStoreCredit' | 'storeCredit' | 'giftCard' | 'outsidePayment';

/** One movement of money to the customer. Always above zero. */
export interface Leg {
  /** `leg-1`, `leg-2`, … in the order of the plan. */
  readonly id: string;
  readonly kind: LegKind;
  readonly amount: Money;
  readonly class: ComponentClass;
  /** Why it goes there. */
  readonly reason: Reason;
  /** What it is made of; adds up to `amount`. */
  readonly components: readonly {readonly kind: ComponentKind; readonly amount: Money}[];
  /** The payment that is refunded, or for an outside payment the manual one that it stands in for. */
  readonly payment?: {readonly id: string; readonly gateway: string; readonly label: string};
  /** Whose store credit. */
  readonly ownerId?: string;
  /** Only a bonus expires. */
  readonly expiresAfterDays?: number;
}

export type CallKind = 'refundCreate' | 'storeCreditAccountCredit' | 'giftCardCreate' | 'outsidePayment';

export interface RefundLineChoice {
  readonly lineItemId: string;
  readonly quantity: number;
  readonly restockType: 'RETURN' | 'CANCEL' | 'NO_RESTOCK';
  readonly locationId?: string;
}

/**
 * One mutation (or for `outsidePayment` one entry of the ledger). `id` is `call-1`, `call-2`, … in the order of execution.
 * `legs` are the ids of the legs that it pays.
 */
export type Call =
  | {
      readonly id: string;
      readonly kind: 'refundCreate';
      readonly legs: readonly string[];
      /** Legs that this call books without moving money: manual payments, which Shopify records as refunded. */
      readonly books: readonly string[];
      readonly refundLineItems: readonly RefundLineChoice[];
      /** Presentment; null when no shipping is refunded. */
      readonly shipping: Money | null;
      readonly duties: readonly string[];
      readonly transactions: readonly {readonly parentId: string; readonly gateway: string; readonly amount: Money}[];
      readonly storeCredit: Money | null;
      /** Where the money differs from what Shopify calculates for the items. */
      readonly discrepancyReason: 'CUSTOMER' | 'DAMAGE' | 'OTHER' | 'RESTOCK' | null;
      /** Cash after an earlier refund to store credit; see Shopify's changelog of 2025-05-20. */
      readonly allowOverRefunding: boolean;
      readonly notify: boolean;
    }
  | {
      readonly id: string;
      readonly kind: 'storeCreditAccountCredit';
      readonly legs: readonly string[];
      readonly ownerId: string;
      readonly amount: Money;
      readonly expiresAfterDays: number | null;
      readonly notify: boolean;
    }
  | {
      readonly id: string;
      readonly kind: 'giftCardCreate';
      readonly legs: readonly string[];
      readonly amount: Money;
    }
  | {
      readonly id: string;
      readonly kind: 'outsidePayment';
      readonly legs: readonly string[];
      readonly amount: Money;
    };

/** Something that a person should know. Words: src/ui/locales/plan.*.json under `warning` and `stop`. */
export interface Notice {
  readonly code: string;
  readonly [parameter: string]: string | number | Money | readonly string[];
}

/** The same case settled in another way, with its numbers. `choices` are what to plan with to get it. */
export interface Alternative {
  readonly code: 'storeCreditWithBonus' | 'storeCredit' | 'originalPayment' | 'giftCard';
  readonly toCustomer: Money;
  readonly legs: readonly {readonly kind: LegKind; readonly amount: Money}[];
  /** Another recipe, where choices alone don't lead there. */
  readonly recipe?: string;
  readonly choices: Choices;
}

/** The currencies of an order that was not paid in the shop's own. */
export interface CurrencyView {
  /** Presentment for one unit of shop currency, from the order's largest MoneyBag. */
  readonly saleRate: Ratio;
  readonly dayRate: {readonly rate: Ratio; readonly source: 'recentOrders' | 'typed'; readonly at: string} | null;
  /** What the refund to original payments was worth to the shop at the sale, and is today (null: today's rate is unknown). */
  readonly shopAtSale: Money;
  readonly shopToday: Money | null;
}

/**
 * Shopify's own figures for the same items, shipping and duties (`suggestedRefund`), all presentment. Where prices don't include
 * tax, `tax` is all of it, the shipping's too, and `shipping` stands without; where they do, `tax` is zero.
 */
export interface ShopifyFigures {
  readonly items: Money;
  readonly tax: Money;
  readonly shipping: Money;
  readonly duties: Money;
  readonly maximumRefundable: Money;
  readonly transactions: readonly {
    readonly parentId: string;
    readonly amount: Money;
    readonly maximumRefundable: Money | null;
  }[];
}

/** A decision, not yet an execution. Pure data: the same inputs give the same plan and the same `planId`. */
export interface RefundPlan {
  readonly planId: string;
  /** A second, deliberate refund of the same kind has another intent id. */
  readonly intentId: string;
  readonly orderId: string;
  readonly orderName: string;
  readonly orderUpdatedAt: string;
  readonly recipe: {readonly handle: string; readonly version: number};
  readonly ground: Ground;
  readonly consent: Choices['consent'] | null;
  /** `estimate`: our own figures. `shopify`: confirmed with Shopify's, ready to carry out. */
  readonly figures: 'estimate' | 'shopify';
  readonly components: readonly Component[];
  readonly legs: readonly Leg[];
  /** Empty while there is a stop. */
  readonly calls: readonly Call[];
  readonly totals: {
    readonly toCustomer: Money;
    readonly byClass: Readonly<Record<ComponentClass, Money>>;
    readonly byDestination: Readonly<Partial<Record<LegKind, Money>>>;
    /** What it costs the shop, in the shop's currency, at the sale's rate. */
    readonly shopCost: Money;
  };
  readonly stops: readonly Notice[];
  readonly warnings: readonly Notice[];
  readonly alternatives: readonly Alternative[];
  readonly currencies: CurrencyView | null;
  readonly effects: {
    readonly stock: readonly {
      readonly lineId: string;
      readonly name: string;
      readonly quantity: number;
      readonly restock: 'return' | 'cancel' | 'none';
    }[];
    /** Shopify's displayFinancialStatus afterwards. */
    readonly financialStatus: 'PAID' | 'PARTIALLY_REFUNDED' | 'REFUNDED' | 'UNCHANGED';
    /** What can still be refunded to original payments afterwards. */
    readonly remaining: MoneyPair;
  };
  /** What Shopify calculates of the plan; `suggestionInput` asks for it. */
  readonly asks: {
    readonly lines: readonly RefundLineChoice[];
    readonly shipping: Money | null;
    readonly duties: readonly string[];
  };
}

/** What a destination becomes for a class: the preference that was asked, and the one that could be had. */
export interface DestinationChoice {
  readonly asked: Destination;
  readonly taken: Destination;
}
