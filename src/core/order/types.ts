import type {CurrencyCode, Money, MoneyPair} from '../money/types.ts';

/** One order line, complete: amounts are for the whole `quantity` as it was sold. */
export interface SnapshotLine {
  readonly id: string;
  readonly name: string;
  readonly sku: string | null;
  /** Units sold, before any edit or refund. */
  readonly quantity: number;
  /** Units that Shopify still lets be refunded. */
  readonly refundable: number;
  /** Units not shipped yet. */
  readonly unfulfilled: number;
  readonly restockable: boolean;
  /** Price of all units after every discount (line, code and cart share). Holds the tax where the order's prices include it. */
  readonly discounted: MoneyPair;
  /** Tax of all units; contained in `discounted` where the order's prices include tax. */
  readonly tax: MoneyPair;
  readonly duties: readonly SnapshotDuty[];
  /** What earlier refunds report for this line. Shopify reports zero where units were not restocked (recorded), so zero means unknown. */
  readonly refunded: {readonly quantity: number; readonly subtotal: MoneyPair; readonly tax: MoneyPair};
  /** Units that stand on a return which is requested or open. */
  readonly onOpenReturn: number;
}

export interface SnapshotDuty {
  readonly id: string;
  readonly amount: MoneyPair;
  readonly refunded: boolean;
}

export interface SnapshotShipping {
  /** After discounts; holds the tax where the order's prices include it. */
  readonly discounted: MoneyPair;
  readonly tax: MoneyPair;
}

/** A sale or capture that money can go back to. */
export interface SnapshotPayment {
  /** The OrderTransaction that is the parent of a refund. */
  readonly id: string;
  readonly gateway: string;
  /** What staff call it: the masked card number, or the gateway's name. */
  readonly label: string;
  readonly kind: 'giftCard' | 'manual' | 'storeCredit' | 'card';
  readonly captured: MoneyPair;
  /** What can still go back to it: captured less refunds on it (pending ones count as gone), at most Shopify's own maximum. */
  readonly refundable: MoneyPair;
}

export interface SnapshotRefund {
  readonly total: MoneyPair;
  readonly transactions: readonly {
    readonly gateway: string;
    readonly status: 'SUCCESS' | 'PENDING' | 'FAILURE' | 'ERROR' | 'AWAITING_RESPONSE' | 'UNKNOWN';
    readonly amount: MoneyPair;
    readonly parentId: string | null;
  }[];
}

export interface StoreCreditOwner {
  /** A Customer, or on a B2B order the CompanyLocation. */
  readonly id: string;
  readonly kind: 'customer' | 'companyLocation';
  readonly accounts: readonly {readonly id: string; readonly balance: Money}[];
}

/** An order as the planner sees it: complete, exact, and independent of the API that it came from. */
export interface OrderSnapshot {
  readonly id: string;
  readonly name: string;
  readonly updatedAt: string;
  readonly createdAt: string;
  /** The customer's (presentment) currency: every plan pays in it. */
  readonly currency: CurrencyCode;
  readonly shopCurrency: CurrencyCode;
  readonly taxesIncluded: boolean;
  readonly cancelled: boolean;
  readonly financialStatus: string | null;
  readonly tags: readonly string[];
  readonly customerLocale: string | null;
  /** Null for a guest. */
  readonly creditOwner: StoreCreditOwner | null;
  /** Null where the shop's setting could not be read. */
  readonly storeCreditEnabled: boolean | null;
  readonly lines: readonly SnapshotLine[];
  readonly shipping: readonly SnapshotShipping[];
  readonly shippingRefunded: MoneyPair;
  /** Tax that went back with it, as Shopify reports it, where prices don't include tax; left out where nothing tells. */
  readonly shippingTaxRefunded?: MoneyPair;
  readonly tip: MoneyPair;
  readonly payments: readonly SnapshotPayment[];
  readonly refunds: readonly SnapshotRefund[];
  readonly openReturns: readonly {readonly name: string}[];
  readonly disputes: readonly {readonly status: string}[];
  readonly cashRounding: MoneyPair;
  readonly total: MoneyPair;
  readonly received: MoneyPair;
  readonly refunded: MoneyPair;
  /** Received less refunded: `refundCreate` pays out no more than this. */
  readonly netPayment: MoneyPair;
}
