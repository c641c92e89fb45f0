import type {MoneyPair, OrderSnapshot, Recipe, SnapshotLine} from '../../src/core/index.ts';

const pair = (minor: number): MoneyPair => ({shop: {minor, currency: 'EUR'}, presentment: {minor, currency: 'EUR'}});

function line(index: number): SnapshotLine {
  const quantity = 1 + (index % 3);
  const unit = 100 + ((index * 7919) % 9901);
  const discounted = quantity * unit - (index % 2 === 0 ? 7 : 0);
  return {
    id: `gid://shopify/LineItem/${String(index + 1).padStart(6, '0')}`,
    name: `Article ${index + 1}`,
    sku: `A-${index + 1}`,
    quantity,
    refundable: quantity,
    unfulfilled: index % 4 === 0 ? quantity : 0,
    restockable: true,
    discounted: pair(discounted),
    tax: pair(Math.round((discounted * 21) / 121)),
    duties: [],
    refunded: {quantity: 0, subtotal: pair(0), tax: pair(0)},
    onOpenReturn: 0,
  };
}

/** An order in euros, paid by card, with discounts, taxes included, one shipping line and nothing refunded. The same in every run. */
export function benchOrder(lines: number): OrderSnapshot {
  const all = Array.from({length: lines}, (_unused, index) => line(index));
  const shipping = 695;
  const total = all.reduce((sum, {discounted}) => sum + discounted.presentment.minor, shipping);
  return {
    id: 'gid://shopify/Order/1',
    name: '#1',
    updatedAt: '2026-11-01T10:00:00Z',
    createdAt: '2026-10-01T10:00:00Z',
    currency: 'EUR',
    shopCurrency: 'EUR',
    taxesIncluded: true,
    cancelled: false,
    financialStatus: 'PAID',
    tags: [],
    customerLocale: 'nl',
    creditOwner: {id: 'gid://shopify/Customer/1', kind: 'customer', accounts: []},
    storeCreditEnabled: true,
    lines: all,
    shipping: [{discounted: pair(shipping), tax: pair(121)}],
    shippingRefunded: pair(0),
    tip: pair(0),
    payments: [
      {
        id: 'gid://shopify/OrderTransaction/1',
        gateway: 'shopify_payments',
        label: '•••• 4242',
        kind: 'card',
        captured: pair(total),
        refundable: pair(total),
      },
    ],
    refunds: [],
    openReturns: [],
    disputes: [],
    cashRounding: pair(0),
    total: pair(total),
    received: pair(total),
    refunded: pair(0),
    netPayment: pair(total),
  };
}

/** Everything back, a label credit beyond the order's total, a 10 % restocking fee: most of the planner's steps have work. */
export const BENCH_RECIPE: Recipe = {
  format: 1,
  handle: 'bench',
  version: 1,
  title: {en: 'Everything plus label credit, less a fee'},
  ground: 'policy',
  parts: [
    {kind: 'items', amount: {type: 'remaining'}, selection: 'all'},
    {kind: 'shipping', amount: {type: 'remaining'}},
    {kind: 'returnLabel', amount: {type: 'fixed', value: '7.45'}, class: 'goodwill'},
    {kind: 'restockingFee', amount: {type: 'percent', value: '10'}},
  ],
  destinations: {owed: ['originalPayment'], policy: ['originalPayment'], goodwill: ['storeCredit', 'outsidePayment']},
};
