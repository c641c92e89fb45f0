import {describe, expect, it} from 'vitest';
import {
  ALL_ITEMS,
  CONSENT,
  LABEL,
  SHIPPING,
  codes,
  order,
  pair,
  payment,
  plan,
  recipe,
  short,
} from '../order.fixture.ts';
import type {Destination, Recipe} from '../../recipe/types.ts';

const card = payment({id: 'gid://shopify/OrderTransaction/1', refundable: pair(3695), captured: pair(3695)});
const gift = payment({
  id: 'gid://shopify/OrderTransaction/2',
  kind: 'giftCard',
  gateway: 'gift_card',
  label: 'Gift card 7f3k',
  refundable: pair(2000),
});
const items = recipe([ALL_ITEMS]);
const guest = order({creditOwner: null});
const owedTo = (...owed: Destination[]): Partial<Recipe> => ({
  destinations: {owed, policy: ['storeCredit'], goodwill: ['storeCredit']},
});

describe('what is owed', () => {
  it('fills gift cards first, then the payment that can take most', () => {
    const small = payment({id: 'gid://shopify/OrderTransaction/3', label: 'iDEAL', refundable: pair(500)});
    const result = plan(order({payments: [small, card, gift]}), recipe([ALL_ITEMS, SHIPPING]));
    expect(result.legs.map((leg) => [leg.payment?.label, leg.amount.minor, leg.reason.code])).toEqual([
      ['Gift card 7f3k', 2000, 'giftCardFirst'],
      ['•••• 4242', 3695, 'paidWithThis'],
    ]);
  });

  it('keeps equal payments in the order’s own order', () => {
    const one = payment({label: 'first', refundable: pair(3000)});
    const two = payment({id: 'gid://shopify/OrderTransaction/2', label: 'second', refundable: pair(3000)});
    const labels = (payments: (typeof one)[]) => plan(order({payments}), items).legs.map((leg) => leg.payment?.label);
    expect(labels([one, two])).toEqual(['first', 'second']);
    expect(labels([two, one])).toEqual(['second', 'first']);
  });

  it('is paid outside where the payments can’t take it, and says why', () => {
    const closed = order({payments: [payment({refundable: pair(1000)})]});
    const result = plan(closed, items);
    expect(short(result.legs)).toEqual(['refundToOriginalPayment 1000', 'outsidePayment 4000']);
    expect(result.legs[1]?.reason.code).toBe('paymentNotRefundable');
    expect(codes(result.warnings)).toContain('paymentNotRefundable');
  });

  it('turns a manual payment into an outside payment that the refund books', () => {
    const transfer = payment({kind: 'manual', gateway: 'Bank deposit', label: 'Bank deposit'});
    const result = plan(order({payments: [transfer]}), items);
    expect(short(result.legs)).toEqual(['outsidePayment 5000']);
    expect(result.calls).toMatchObject([
      {
        kind: 'refundCreate',
        legs: [],
        books: ['leg-1'],
        transactions: [{parentId: transfer.id, amount: {minor: 5000}}],
      },
      {kind: 'outsidePayment', legs: ['leg-1'], amount: {minor: 5000}},
    ]);
    expect(codes(result.warnings)).toContain('manualPayment');
  });

  it('goes to store credit within net payment when the customer agreed', () => {
    const result = plan(order(), recipe([ALL_ITEMS], owedTo('storeCredit', 'originalPayment')), {consent: CONSENT});
    expect(short(result.legs)).toEqual(['refundToStoreCredit 5000']);
    expect(result.legs[0]).toMatchObject({ownerId: 'gid://shopify/Customer/1', class: 'owed'});
    expect(result.calls[0]).toMatchObject({storeCredit: {minor: 5000}, transactions: []});
  });

  it('stops without consent, and offers the cash', () => {
    const result = plan(order(), recipe([ALL_ITEMS], owedTo('storeCredit', 'originalPayment')));
    expect(result.stops).toEqual([{code: 'consentNeeded', amount: {minor: 5000, currency: 'EUR'}}]);
    expect(result.calls).toEqual([]);
    expect(result.legs[0]?.reason).toEqual({code: 'preferredCredit'});
    expect(result.alternatives).toMatchObject([
      {code: 'originalPayment', legs: [{kind: 'refundToOriginalPayment', amount: {minor: 5000}}]},
    ]);
  });

  it('asks no consent where there is no store credit: the money goes back as it came', () => {
    const credit = recipe([ALL_ITEMS], owedTo('storeCredit', 'originalPayment'));
    const forGuest = plan(guest, credit);
    expect(forGuest.stops).toEqual([]);
    expect(forGuest.legs[0]).toMatchObject({kind: 'refundToOriginalPayment', reason: {code: 'guestHasNoStoreCredit'}});
    expect(codes(forGuest.warnings)).toContain('guestWithoutStoreCredit');
    const off = plan(order({storeCreditEnabled: false}), credit);
    expect(off.legs[0]).toMatchObject({kind: 'refundToOriginalPayment', reason: {code: 'storeCreditOff'}});
  });

  it('beyond net payment is credit with consent, else an outside payment', () => {
    const all = recipe([ALL_ITEMS, SHIPPING, LABEL]);
    expect(short(plan(order(), all, {ground: 'defect'}).legs)).toEqual([
      'refundToOriginalPayment 5695',
      'outsidePayment 745',
    ]);
    const agreed = plan(order(), all, {ground: 'defect', consent: CONSENT});
    expect(short(agreed.legs)).toEqual(['refundToOriginalPayment 5695', 'storeCredit 745']);
    expect(agreed.legs[1]).toMatchObject({class: 'owed', reason: {code: 'beyondNetPayment'}});
    const named = {...all, ...owedTo('originalPayment', 'outsidePayment')};
    expect(short(plan(order(), named, {ground: 'defect', consent: CONSENT}).legs)).toEqual([
      'refundToOriginalPayment 5695',
      'storeCredit 745',
    ]);
    expect(
      short(plan(order(), named, {ground: 'defect', consent: CONSENT, prefer: {owed: 'outsidePayment'}}).legs),
    ).toEqual(['outsidePayment 6440']);
    const credited = plan(order(), {...all, ...owedTo('storeCredit')}, {ground: 'defect', consent: CONSENT});
    expect(short(credited.legs)).toEqual(['refundToStoreCredit 5695', 'storeCredit 745']);
  });

  it('needs consent for a gift card too', () => {
    const card10 = recipe([ALL_ITEMS], owedTo('giftCard'));
    expect(codes(plan(order(), card10).stops)).toEqual(['consentNeeded']);
    const agreed = plan(order(), card10, {consent: CONSENT});
    expect(short(agreed.legs)).toEqual(['giftCard 5000']);
    expect(agreed.calls.map((call) => [call.kind, call.legs])).toEqual([
      ['refundCreate', []],
      ['giftCardCreate', ['leg-1']],
    ]);
  });

  it('may go past Shopify’s total only by what went to store credit before', () => {
    const credited = order({
      netPayment: pair(0),
      refunds: [
        {
          total: pair(500),
          transactions: [{gateway: 'shopify_store_credit', status: 'SUCCESS', amount: pair(500), parentId: null}],
        },
      ],
    });
    const result = plan(credited, recipe([LABEL]), {ground: 'defect'});
    expect(short(result.legs)).toEqual(['refundToOriginalPayment 500', 'outsidePayment 245']);
    expect(result.calls[0]).toMatchObject({allowOverRefunding: true});
    expect(codes(result.warnings)).toContain('pastShopifyTotal');
    const mixed = plan({...credited, netPayment: pair(500)}, recipe([LABEL], {creditShare: '50'}), {
      ground: 'defect',
      consent: CONSENT,
    });
    expect(short(mixed.legs)).toEqual(['refundToOriginalPayment 127', 'refundToStoreCredit 373', 'storeCredit 245']);
    expect(mixed.calls[0]).toMatchObject({allowOverRefunding: false});
    const [refund] = credited.refunds;
    const pending = {
      ...refund!,
      transactions: refund!.transactions.map((entry) => ({...entry, status: 'PENDING' as const})),
    };
    const waiting = plan({...credited, refunds: [pending]}, recipe([LABEL]), {ground: 'defect'});
    expect(short(waiting.legs)).toEqual(['outsidePayment 745']);
  });
});

describe('credit share', () => {
  const half = recipe([ALL_ITEMS], {creditShare: '50'});

  it('splits what is owed exactly', () => {
    const odd = order({lines: [{...order().lines[0]!, discounted: pair(4999)}]});
    expect(short(plan(odd, half, {consent: CONSENT}).legs)).toEqual([
      'refundToOriginalPayment 2499',
      'refundToStoreCredit 2500',
    ]);
    expect(short(plan(odd, half, {consent: CONSENT, creditShare: '33.3'}).legs)).toEqual([
      'refundToOriginalPayment 3334',
      'refundToStoreCredit 1665',
    ]);
  });

  it('needs consent, and a customer', () => {
    expect(plan(order(), half).stops).toEqual([{code: 'consentNeeded', amount: {minor: 2500, currency: 'EUR'}}]);
    expect(short(plan(guest, half).legs)).toEqual(['refundToOriginalPayment 5000']);
  });

  it('is from 0 to 100', () => {
    expect(() => plan(order(), half, {creditShare: '100.1'})).toThrow('choices.creditShare');
    expect(short(plan(order(), half, {creditShare: '0'}).legs)).toEqual(['refundToOriginalPayment 5000']);
    expect(short(plan(order(), half, {creditShare: '100', consent: CONSENT}).legs)).toEqual([
      'refundToStoreCredit 5000',
    ]);
  });
});

describe('gestures and the bonus', () => {
  it('stay out of the refund, even where a recipe prefers the original payment', () => {
    const stubborn = recipe([LABEL], {
      destinations: {
        owed: ['originalPayment'],
        policy: ['originalPayment'],
        goodwill: ['originalPayment', 'storeCredit'],
      },
    });
    const result = plan(order(), stubborn);
    expect(short(result.legs)).toEqual(['storeCredit 745']);
    expect(result.legs[0]?.reason.code).toBe('gestureStaysOutOfRefund');
  });

  it('may be the shop’s own rule, within the refund', () => {
    const rule = recipe([{...LABEL, class: 'policy'}], {
      destinations: {owed: ['originalPayment'], policy: ['originalPayment'], goodwill: ['storeCredit']},
    });
    const result = plan(order(), rule);
    expect(result.legs).toMatchObject([{kind: 'refundToOriginalPayment', class: 'policy', amount: {minor: 745}}]);
    expect(result.calls[0]).toMatchObject({discrepancyReason: 'CUSTOMER'});
  });

  it('become a gift card for a guest only where the recipe prefers one', () => {
    expect(short(plan(guest, recipe([LABEL])).legs)).toEqual(['outsidePayment 745']);
    const prefers = recipe([LABEL], {
      destinations: {owed: ['originalPayment'], policy: ['storeCredit'], goodwill: ['storeCredit', 'giftCard']},
    });
    expect(plan(guest, prefers).calls).toMatchObject([{kind: 'giftCardCreate', amount: {minor: 745}}]);
  });

  it('expire only where they are a bonus', () => {
    const bonus = recipe([ALL_ITEMS, LABEL, {kind: 'bonus', amount: {type: 'percent', value: '10'}}], {
      ...owedTo('storeCredit'),
      bonusExpiresAfterDays: 365,
    });
    const result = plan(order(), bonus, {consent: CONSENT});
    expect(short(result.legs)).toEqual(['refundToStoreCredit 5000', 'storeCredit 745', 'storeCredit 500']);
    expect(result.legs.map((leg) => leg.expiresAfterDays)).toEqual([undefined, undefined, 365]);
    expect(result.calls.slice(1)).toMatchObject([
      {kind: 'storeCreditAccountCredit', amount: {minor: 745}, expiresAfterDays: null},
      {kind: 'storeCreditAccountCredit', amount: {minor: 500}, expiresAfterDays: 365},
    ]);
  });

  it('a bonus is of what becomes credit, no more', () => {
    const split = recipe([ALL_ITEMS, {kind: 'bonus', amount: {type: 'percent', value: '10'}}], {creditShare: '50'});
    expect(short(plan(order(), split, {consent: CONSENT}).legs)).toEqual([
      'refundToOriginalPayment 2500',
      'refundToStoreCredit 2500',
      'storeCredit 250',
    ]);
    expect(short(plan(order(), split, {creditShare: '0'}).legs)).toEqual(['refundToOriginalPayment 5000']);
  });

  it('a bonus rounds up, whatever the fraction', () => {
    const odd = order({lines: [{...order().lines[0]!, discounted: pair(1991)}]});
    const bonus = recipe([ALL_ITEMS, {kind: 'bonus', amount: {type: 'percent', value: '10'}}], owedTo('storeCredit'));
    expect(short(plan(odd, bonus, {consent: CONSENT}).legs)).toEqual(['refundToStoreCredit 1991', 'storeCredit 200']);
  });

  it('follow what is preferred for this order before the recipe', () => {
    const result = plan(order(), recipe([LABEL]), {prefer: {goodwill: 'giftCard'}});
    expect(short(result.legs)).toEqual(['giftCard 745']);
  });
});
