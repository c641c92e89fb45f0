import {presetByHandle} from '../recipe/index.ts';
import type {MoneyPair, Money} from '../money/index.ts';
import type {OrderSnapshot, SnapshotLine, SnapshotPayment} from '../order/types.ts';
import type {Choices, Recipe, RecipePart} from '../recipe/types.ts';
import {planRefund} from './plan-refund.ts';
import type {Leg, RefundPlan, ShopifyFigures} from './types.ts';

export function eur(minor: number): Money {
  return {minor, currency: 'EUR'};
}

/** The same amount on both sides; or the shop's own beside it. */
export function pair(minor: number, currency = 'EUR', shop: Money = {minor, currency}): MoneyPair {
  return {shop, presentment: {minor, currency}};
}

export function line(over: Partial<SnapshotLine> & {number?: number} = {}): SnapshotLine {
  const {number = 1, ...rest} = over;
  return {
    id: `gid://shopify/LineItem/${number}`,
    name: `Shirt ${number}`,
    sku: `S-${number}`,
    quantity: 2,
    refundable: 2,
    unfulfilled: 0,
    restockable: true,
    discounted: pair(5000),
    tax: pair(868),
    duties: [],
    refunded: {quantity: 0, subtotal: pair(0), tax: pair(0)},
    onOpenReturn: 0,
    ...rest,
  };
}

export function payment(over: Partial<SnapshotPayment> = {}): SnapshotPayment {
  return {
    id: 'gid://shopify/OrderTransaction/1',
    gateway: 'shopify_payments',
    label: '•••• 4242',
    kind: 'card',
    captured: pair(5695),
    refundable: pair(5695),
    ...over,
  };
}

/** 2 × 25.00 and 6.95 shipping, taxes included, paid 56.95 by card, shipped. */
export function order(over: Partial<OrderSnapshot> = {}): OrderSnapshot {
  return {
    id: 'gid://shopify/Order/1001',
    name: '#1001',
    updatedAt: '2026-11-20T10:00:00Z',
    createdAt: '2026-11-01T10:00:00Z',
    currency: 'EUR',
    shopCurrency: 'EUR',
    taxesIncluded: true,
    cancelled: false,
    financialStatus: 'PAID',
    tags: [],
    customerLocale: 'nl',
    creditOwner: {id: 'gid://shopify/Customer/1', kind: 'customer', accounts: []},
    storeCreditEnabled: true,
    lines: [line()],
    shipping: [{discounted: pair(695), tax: pair(121)}],
    shippingRefunded: pair(0),
    tip: pair(0),
    payments: [payment()],
    refunds: [],
    openReturns: [],
    disputes: [],
    cashRounding: pair(0),
    total: pair(5695),
    received: pair(5695),
    refunded: pair(0),
    netPayment: pair(5695),
    ...over,
  };
}

/** A recipe of these parts: owed back to the payment, the rest to store credit. */
export function recipe(parts: readonly RecipePart[], over: Partial<Recipe> = {}): Recipe {
  return {
    format: 1,
    handle: 'test',
    version: 1,
    title: {en: 'Test'},
    ground: 'policy',
    parts,
    destinations: {owed: ['originalPayment'], policy: ['storeCredit'], goodwill: ['storeCredit']},
    ...over,
  };
}

export const ALL_ITEMS: RecipePart = {kind: 'items', amount: {type: 'remaining'}, selection: 'all'};
export const SHIPPING: RecipePart = {kind: 'shipping', amount: {type: 'remaining'}};
export const LABEL: RecipePart = {kind: 'returnLabel', amount: {type: 'fixed', value: '7.45'}};
export const CONSENT = {by: 'Noor', at: '2026-11-12T10:00:00Z', channel: 'email'};

/** A stand-in for a hash that still tells texts apart. */
export function weakHash(text: string): string {
  let first = 7;
  let second = 11;
  for (let index = 0; index < text.length; index++) {
    first = (first * 31 + text.charCodeAt(index)) % 4294967291;
    second = (second * 37 + text.charCodeAt(index)) % 4294967279;
  }
  return first.toString(16).padStart(8, '0') + second.toString(16).padStart(8, '0');
}

export function plan(
  of: OrderSnapshot,
  by: Recipe | string,
  choices: Choices = {},
  more: {figures?: ShopifyFigures; intentId?: string} = {},
): RefundPlan {
  return planRefund({
    order: of,
    recipe: typeof by === 'string' ? presetByHandle(by) : by,
    choices,
    intentId: more.intentId ?? 'intent-1',
    hash: weakHash,
    ...(more.figures ? {figures: more.figures} : {}),
  });
}

/** Legs in short: `refundToOriginalPayment 695`. */
export function short(legs: readonly Pick<Leg, 'kind' | 'amount'>[]): readonly string[] {
  return legs.map((leg) => `${leg.kind} ${leg.amount.minor}`);
}

export function codes(notices: readonly {code: string}[]): readonly string[] {
  return notices.map((notice) => notice.code);
}
