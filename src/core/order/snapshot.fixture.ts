import type {MoneyPair} from '../money/index.ts';
import type {OrderSnapshot, SnapshotLine} from './types.ts';

export function pair(minor: number, currency = 'EUR'): MoneyPair {
  return {shop: {minor, currency}, presentment: {minor, currency}};
}

/** 3 × 10.00 with an order discount of 1.00. */
export function snapshotLine(over: Partial<SnapshotLine> = {}): SnapshotLine {
  return {
    id: 'gid://shopify/LineItem/11',
    name: 'Mug',
    sku: 'MUG',
    quantity: 3,
    refundable: 3,
    unfulfilled: 0,
    restockable: true,
    discounted: pair(2900),
    tax: pair(503),
    duties: [],
    refunded: {quantity: 0, subtotal: pair(0), tax: pair(0)},
    onOpenReturn: 0,
    ...over,
  };
}

export function snapshot(over: Partial<OrderSnapshot> = {}): OrderSnapshot {
  return {
    id: 'gid://shopify/Order/1',
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
    lines: [snapshotLine()],
    shipping: [{discounted: pair(695), tax: pair(121)}],
    shippingRefunded: pair(0),
    tip: pair(0),
    payments: [],
    refunds: [],
    openReturns: [],
    disputes: [],
    cashRounding: pair(0),
    total: pair(3595),
    received: pair(3595),
    refunded: pair(0),
    netPayment: pair(3595),
    ...over,
  };
}
