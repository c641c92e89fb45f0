import type {Call, Leg, RefundPlan} from '../../src/core/index.ts';
import type {Ending, Ids} from './stage.ts';

const eur = (minor: number) => ({minor, currency: 'EUR'});
const GATEWAY = 'shopify_payments';

/**
 * 6.95 back to the card, or 4.00 and 2.95 to two payments, as amounts that Shopify would refund again; then the return label
 * 7.45 in another way.
 */
export function planFor(ids: Ids, ending: Ending, planId: string): RefundPlan {
  const [first, second] = ids.payments;
  const parts: readonly (readonly [string, number])[] =
    ending === 'twoPayments'
      ? [
          [first, 400],
          [second, 295],
        ]
      : [[first, 695]];
  const legs: Leg[] = parts.map(([payment, minor], index) => ({
    id: `leg-${index + 1}`,
    kind: 'refundToOriginalPayment',
    amount: eur(minor),
    class: 'policy',
    reason: {code: 'originalPayment'},
    components: [{kind: 'shipping', amount: eur(minor)}],
    payment: {id: payment, gateway: GATEWAY, label: 'Visa ····4242'},
  }));
  const label = beyond(ids, ending);
  return {
    planId,
    intentId: 'intent-1',
    orderId: ids.order,
    orderName: '#1001',
    orderUpdatedAt: ids.updatedAt,
    recipe: {handle: 'shipping-plus-label', version: 1},
    ground: 'policy',
    consent: null,
    figures: 'shopify',
    components: [],
    legs: [...legs, label.leg],
    calls: [
      {
        id: 'call-1',
        kind: 'refundCreate',
        legs: legs.map(({id}) => id),
        books: [],
        refundLineItems: [],
        shipping: null,
        duties: [],
        transactions: parts.map(([parentId, minor]) => ({parentId, gateway: GATEWAY, amount: eur(minor)})),
        storeCredit: null,
        discrepancyReason: 'CUSTOMER',
        allowOverRefunding: false,
        notify: true,
      },
      label.call,
    ],
    totals: {
      toCustomer: eur(1440),
      byClass: {owed: eur(0), policy: eur(695), goodwill: eur(745)},
      byDestination: {refundToOriginalPayment: eur(695), [label.leg.kind]: eur(745)},
      shopCost: eur(1440),
    },
    asks: {lines: [], shipping: eur(695), duties: []},
    stops: [],
    warnings: [],
    alternatives: [],
    currencies: null,
    effects: {stock: [], financialStatus: 'PARTIALLY_REFUNDED', remaining: {shop: eur(5000), presentment: eur(5000)}},
  };
}

function beyond(ids: Ids, ending: Ending): {leg: Leg; call: Call} {
  const kind = ending === 'giftCard' ? 'giftCard' : ending === 'outside' ? 'outsidePayment' : 'storeCredit';
  const leg: Leg = {
    id: 'leg-label',
    kind,
    amount: eur(745),
    class: 'goodwill',
    reason: {code: 'beyondOrder'},
    components: [{kind: 'returnLabel', amount: eur(745)}],
    ...(kind === 'storeCredit' ? {ownerId: ids.customer} : {}),
  };
  const common = {id: 'call-2', legs: [leg.id], amount: leg.amount};
  if (kind === 'giftCard') return {leg, call: {...common, kind: 'giftCardCreate'}};
  if (kind === 'outsidePayment') return {leg, call: {...common, kind: 'outsidePayment'}};
  const credit = {
    kind: 'storeCreditAccountCredit',
    ownerId: ids.customer,
    expiresAfterDays: null,
    notify: true,
  } as const;
  return {leg, call: {...common, ...credit}};
}
