/** Switches of one lab: what differs from shop to shop, and what nobody could confirm. */
import type {DeclaredTrigger} from './flow/declared.ts';
import {type AppCredentials, LAB_APP_CREDENTIALS} from './app-credentials.ts';

export interface LabSettings {
  /** The shop's own currency. */
  currency: string;
  /** Points per second that flow back into the bucket (100 Standard, 200 Advanced, 1000 Plus, 2000 Enterprise); the bucket holds 20 times that. */
  restoreRate: number;
  /** Off for proofs with many thousands of requests: costs are still counted, nobody is throttled. */
  throttling: boolean;
  /** UNCONFIRMED which one Shopify does (facts §2): how refundCreate tells of a reused or running idempotency key. */
  idempotencyErrors: 'userErrors' | 'topLevel';
  /** Metaobject searches show writes only after this much time (facts §6); reads by id or handle always do. */
  searchLagMilliseconds: number;
  /** Flow triggers that are deployed; null: any handle is good. */
  flowTriggers: readonly DeclaredTrigger[] | null;
  /** `storeCreditConfiguration.storeCreditEnabled`. */
  storeCreditEnabled: boolean;
  /** The most one account may hold, in US dollars; converted with `usdRates`. Customers 15,000, company locations 10,000 (facts §3.1, UNCONFIRMED). */
  storeCreditLimitUsd: {customer: string; companyLocation: string};
  /** How many units of a currency one US dollar is, for limits that Shopify states in US dollars. Rough on purpose. */
  usdRates: Readonly<Record<string, string>>;
  /** `giftCardConfiguration`, in the shop's currency. */
  giftCardIssueLimit: string;
  giftCardPurchaseLimit: string;
  /** The app's client id and secret: Shopify signs with them, and gives tokens for them. */
  app: AppCredentials;
  /** Versions older than the oldest slice: refused, or (for replaying old recordings only) answered by the oldest slice. */
  olderVersions: 'refuse' | 'oldestSlice';
}

export const DEFAULT_SETTINGS: LabSettings = {
  currency: 'EUR',
  restoreRate: 100,
  throttling: true,
  idempotencyErrors: 'userErrors',
  searchLagMilliseconds: 0,
  flowTriggers: null,
  storeCreditEnabled: true,
  storeCreditLimitUsd: {customer: '15000', companyLocation: '10000'},
  usdRates: {USD: '1', EUR: '0.92', CAD: '1.37', GBP: '0.79', CHF: '0.9', JPY: '150', KWD: '0.307', AUD: '1.52'},
  giftCardIssueLimit: '2000.00',
  giftCardPurchaseLimit: '10000.00',
  app: LAB_APP_CREDENTIALS,
  olderVersions: 'refuse',
};
