/** An ISO 4217 code as Shopify spells it, for example `EUR`. */
export type CurrencyCode = string;

/** An amount in whole minor units (cents, yen, fils) of its currency. `minor` is always a safe integer. */
export interface Money {
  readonly minor: number;
  readonly currency: CurrencyCode;
}

/** Shopify's MoneyBag: the same amount in the shop's and in the customer's (presentment) currency. */
export interface MoneyPair {
  readonly shop: Money;
  readonly presentment: Money;
}

/** An exact ratio `numerator / denominator`; both are safe integers, the denominator is above zero. */
export interface Ratio {
  readonly numerator: number;
  readonly denominator: number;
}

/** How a quotient becomes an integer. `halfUp` rounds a tie away from zero. */
export type Rounding = 'down' | 'up' | 'halfUp';
