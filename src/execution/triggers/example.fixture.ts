import type {Claim, ClaimedCall} from '../types.ts';
import type {RefundRequest} from '../requests/types.ts';
import type {Facts} from './payload.ts';

const eur = (minor: number) => ({minor, currency: 'EUR'});
const AT = '2026-11-22T12:00:00.000Z';

/** Shipping 6.95 back to the card, the label 7.45 as store credit, 2.50 goodwill to be paid by bank. */
export const CALLS: readonly ClaimedCall[] = [
  {
    id: 'call-1',
    kind: 'refundCreate',
    state: 'done',
    generation: 1,
    at: AT,
    legs: [
      {
        kind: 'refundToOriginalPayment',
        amount: eur(695),
        class: 'policy',
        components: ['shipping'],
        amounts: [695],
        payment: 'gid://shopify/OrderTransaction/11',
      },
    ],
    evidence: {
      refundId: 'gid://shopify/Refund/21',
      transactions: [
        {
          id: 'gid://shopify/OrderTransaction/31',
          status: 'PENDING',
          amount: eur(695),
          parentId: 'gid://shopify/OrderTransaction/11',
        },
      ],
    },
  },
  {
    id: 'call-2',
    kind: 'storeCreditAccountCredit',
    state: 'done',
    generation: 1,
    at: AT,
    legs: [{kind: 'storeCredit', amount: eur(745), class: 'goodwill', components: ['returnLabel'], amounts: [745]}],
    evidence: {creditTransactionId: 'gid://shopify/StoreCreditAccountCreditTransaction/41'},
  },
  {
    id: 'call-3',
    kind: 'outsidePayment',
    state: 'done',
    generation: 1,
    at: AT,
    legs: [{kind: 'outsidePayment', amount: eur(250), class: 'goodwill', components: ['goodwill'], amounts: [250]}],
  },
];

export const CLAIM: Claim = {
  format: 1,
  epoch: 1,
  nonce: 'n',
  seal: 's',
  state: 'done',
  orderId: 'gid://shopify/Order/1001',
  planId: 'plan-6f0c2a9d41b7e853',
  intentId: 'intent-1',
  recipe: {handle: 'shipping-plus-label', version: 1},
  ground: 'policy',
  staff: '76543210',
  startedAt: AT,
  at: AT,
  calls: CALLS,
  before: {netPayment: eur(5695), refundedShipping: eur(0), refundIds: []},
  earlier: [],
  outside: [{planId: 'plan-6f0c2a9d41b7e853', callId: 'call-3', amount: eur(250), at: AT, state: 'owed'}],
};

export const FACTS: Facts = {
  customerId: 'gid://shopify/Customer/7',
  title: 'Shipping plus return label',
  orderName: '#1001',
  language: 'en',
};

/** The same, stopped: whether the store credit was given isn't certain. */
export const STOPPED: Claim = {
  ...CLAIM,
  state: 'stopped',
  outside: [],
  calls: CALLS.map((call): ClaimedCall => {
    if (call.id === 'call-1') return call;
    if (call.id === 'call-3') return {...call, state: 'planned'};
    return {...call, state: 'unknown', evidence: {problem: {code: 'outcomeUnknown', cause: 'timeout'}}};
  }),
};

/** An approval that waits: more goodwill than the limit. */
export const REQUEST: RefundRequest = {
  id: 'request-3e785f86fcb2b66c',
  state: 'waiting',
  kind: 'approval',
  recipe: CLAIM.recipe,
  choices: {},
  reason: 'A regular customer, and the second parcel that went wrong',
  by: CLAIM.staff,
  at: AT,
  expiresAt: null,
  intentId: 'intent-1',
  planId: CLAIM.planId,
  ground: CLAIM.ground,
  planTotals: {
    toCustomer: eur(6695),
    byClass: {owed: eur(0), policy: eur(695), goodwill: eur(6000)},
    byDestination: {refundToOriginalPayment: eur(695), storeCredit: eur(6000)},
    shopCost: eur(6695),
  },
  breaches: [{class: 'goodwill', scope: 'shop', kind: 'perRefund', limit: eur(5000), would: eur(6000)}],
};
