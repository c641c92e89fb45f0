import type {Call, Leg, RefundPlan} from '../../src/core/index.ts';
import {readClaim} from '../../src/execution/index.ts';
import type {Claim, Confirmed} from '../../src/execution/index.ts';
import {moneyStateOf} from '../../src/execution/money-state.ts';
import {CUSTOMER, ORDER} from './fake-admin.ts';
import type {FakeShop} from './fake-admin.ts';

const eur = (minor: number) => ({minor, currency: 'EUR'});

const SHIPPING: Call = {
  id: 'call-1',
  kind: 'refundCreate',
  legs: ['leg-1'],
  books: [],
  refundLineItems: [],
  shipping: eur(695),
  duties: [],
  transactions: [{parentId: 'gid://shopify/OrderTransaction/1', gateway: 'shopify_payments', amount: eur(695)}],
  storeCredit: null,
  discrepancyReason: null,
  allowOverRefunding: false,
  notify: true,
};

const LABEL: Call = {
  id: 'call-2',
  kind: 'storeCreditAccountCredit',
  legs: ['leg-2'],
  ownerId: CUSTOMER,
  amount: eur(745),
  expiresAfterDays: null,
  notify: true,
};

const LEGS: readonly Leg[] = [
  {
    id: 'leg-1',
    kind: 'refundToOriginalPayment',
    amount: eur(695),
    class: 'policy',
    reason: {code: 'originalPayment'},
    components: [{kind: 'shipping', amount: eur(695)}],
    payment: {id: 'gid://shopify/OrderTransaction/1', gateway: 'shopify_payments', label: 'Visa ····4242'},
  },
  {
    id: 'leg-2',
    kind: 'storeCredit',
    amount: eur(745),
    class: 'goodwill',
    reason: {code: 'beyondOrder'},
    components: [{kind: 'returnLabel', amount: eur(745)}],
    ownerId: CUSTOMER,
  },
];

/** Shipping 6.95 back to the card, the return label 7.45 in another way. */
export function planOf(shop: FakeShop, second: Call = LABEL, planId = 'plan-abc123'): RefundPlan {
  const left = eur(shop.received - shop.refunded() - 695);
  return {
    planId,
    intentId: 'intent-1',
    orderId: ORDER,
    orderName: '#1001',
    orderUpdatedAt: shop.updatedAt,
    recipe: {handle: 'shipping-plus-label', version: 1},
    ground: 'policy',
    consent: null,
    figures: 'shopify',
    components: [],
    legs: LEGS,
    calls: [SHIPPING, second],
    totals: {
      toCustomer: eur(1440),
      byClass: {owed: eur(0), policy: eur(695), goodwill: eur(745)},
      byDestination: {refundToOriginalPayment: eur(695), storeCredit: eur(745)},
      shopCost: eur(1440),
    },
    asks: {lines: [], shipping: eur(695), duties: []},
    stops: [],
    warnings: [],
    alternatives: [],
    currencies: null,
    effects: {stock: [], financialStatus: 'PARTIALLY_REFUNDED', remaining: {shop: left, presentment: left}},
  };
}

export const GIFT_CARD: Call = {
  id: 'call-2',
  kind: 'giftCardCreate',
  legs: ['leg-2'],
  amount: eur(745),
};

export const OUTSIDE: Call = {id: 'call-2', kind: 'outsidePayment', legs: ['leg-2'], amount: eur(745)};

/** What somebody who looks at the order now would confirm. */
export function look(shop: FakeShop): Confirmed {
  const order = shop.order();
  return {
    orderId: ORDER,
    claim: readClaim(order.claim, ORDER),
    money: moneyStateOf(order),
    at: shop.now,
  };
}

/** The claim as it stands at the shop. */
export function claimOf(shop: FakeShop): Claim {
  const {claim} = look(shop).claim;
  if (!claim) throw new Error('There is no claim.');
  return claim;
}

/** The states of all calls. */
export function states(shop: FakeShop): string {
  return claimOf(shop)
    .calls.map(({state}) => state)
    .join(' ');
}
