import {describe, expect, it} from 'vitest';
import {
  ALL_ITEMS,
  CONSENT,
  LABEL,
  SHIPPING,
  eur,
  line,
  order,
  pair,
  payment,
  plan,
  recipe,
  short,
} from './order.fixture.ts';

const everything = recipe([ALL_ITEMS, SHIPPING, LABEL]);

describe('planRefund', () => {
  it('labels parts by ground: a faulty item’s label is owed, else it is a gesture, unless the recipe says', () => {
    const label = (choices: Parameters<typeof plan>[2], over = {}) =>
      plan(order(), recipe([{...LABEL, ...over}]), choices).components[0];
    expect(label({ground: 'defect'})).toMatchObject({class: 'owed', reason: {code: 'labelOwed'}});
    for (const ground of ['withdrawal', 'policy', 'goodwill'] as const) {
      expect(label({ground})).toMatchObject({class: 'goodwill', reason: {code: 'labelGesture'}});
    }
    expect(label({ground: 'withdrawal'}, {class: 'policy'})).toMatchObject({class: 'policy'});
    expect(label({ground: 'defect'}, {class: 'goodwill'})).toMatchObject({class: 'goodwill'});
  });

  it('adds up by class and by destination', () => {
    const {totals} = plan(order(), everything);
    expect(totals).toEqual({
      toCustomer: eur(6440),
      byClass: {owed: eur(5695), policy: eur(0), goodwill: eur(745)},
      byDestination: {refundToOriginalPayment: eur(5695), storeCredit: eur(745)},
      shopCost: eur(6440),
    });
  });

  it('has one id for the same inputs, another for another intent, recipe version, amount, payment or stock', () => {
    const {planId} = plan(order(), everything);
    expect(planId).toMatch(/^plan-[0-9a-f]{16}$/);
    expect(plan(order(), everything).planId).toBe(planId);
    const others = [
      plan(order(), everything, {}, {intentId: 'intent-2'}),
      plan(order(), {...everything, version: 2}),
      plan(order(), everything, {quantities: {'gid://shopify/LineItem/1': 1}}),
      plan(order({payments: [payment({id: 'gid://shopify/OrderTransaction/7'})]}), everything),
      plan(order({id: 'gid://shopify/Order/1002'}), everything),
      plan(order(), everything, {ground: 'defect'}),
      plan(order(), everything, {locationId: 'gid://shopify/Location/1'}),
    ];
    expect(new Set([planId, ...others.map((other) => other.planId)]).size).toBe(8);
  });

  it('doesn’t mind in which order the lines and the recipe’s parts stand', () => {
    const two = [line(), line({number: 12, discounted: pair(3333)})];
    const net = {netPayment: pair(9028), payments: [payment({refundable: pair(9028)})]};
    const forward = plan(order({lines: two, ...net}), everything);
    const backward = plan(order({lines: two.toReversed(), ...net}), recipe([LABEL, SHIPPING, ALL_ITEMS]));
    expect(backward.planId).toBe(forward.planId);
    expect(backward.calls).toEqual(forward.calls);
  });

  it('stops when there is nothing to refund, or nothing was paid', () => {
    expect(plan(order(), 'chosen-items').stops).toEqual([{code: 'nothingToRefund'}]);
    const unpaid = order({netPayment: pair(0), payments: []});
    expect(plan(unpaid, 'full-refund').stops).toEqual([{code: 'nothingPaid'}]);
  });

  it('says what becomes of the order', () => {
    expect(plan(order(), recipe([ALL_ITEMS])).effects).toMatchObject({
      financialStatus: 'PARTIALLY_REFUNDED',
      remaining: {presentment: eur(695), shop: eur(695)},
    });
    expect(plan(order(), everything).effects).toMatchObject({
      financialStatus: 'REFUNDED',
      remaining: {presentment: eur(0)},
    });
    expect(plan(order(), recipe([LABEL])).effects.financialStatus).toBe('UNCHANGED');
  });
});

describe('alternatives', () => {
  const bonus = recipe([ALL_ITEMS, {kind: 'bonus', amount: {type: 'percent', value: '10'}}]);

  it('offer credit beside cash, with the bonus that it would bring', () => {
    const {alternatives} = plan(order(), bonus);
    expect(alternatives).toMatchObject([{code: 'storeCreditWithBonus', toCustomer: eur(5500)}]);
    expect(short(alternatives[0]?.legs ?? [])).toEqual(['refundToStoreCredit 5000', 'storeCredit 500']);
  });

  it('come true when their choices are planned with, and consent is recorded', () => {
    const [offered] = plan(order(), bonus).alternatives;
    const real = plan(order(), bonus, {...offered?.choices, consent: CONSENT});
    expect(real.totals.toCustomer).toEqual(offered?.toCustomer);
    expect(real.stops).toEqual([]);
    expect(short(real.alternatives[0]?.legs ?? [])).toEqual(['refundToOriginalPayment 5000']);
  });

  it('always keep the cash in view where credit is planned, also a part of it', () => {
    const half = plan(order(), recipe([ALL_ITEMS], {creditShare: '50'}), {consent: CONSENT});
    expect(half.alternatives.map((other) => [other.code, short(other.legs)])).toEqual([
      ['storeCredit', ['refundToStoreCredit 5000']],
      ['originalPayment', ['refundToOriginalPayment 5000']],
    ]);
  });

  it('offer a guest a gift card for a gesture, and no store credit', () => {
    const {alternatives} = plan(order({creditOwner: null}), everything);
    expect(alternatives.map((other) => [other.code, short(other.legs)])).toEqual([
      ['giftCard', ['refundToOriginalPayment 5695', 'giftCard 745']],
    ]);
  });
});

describe('two currencies', () => {
  const bag = (minor: number) => pair(minor, 'USD', {minor: Math.round(minor / 1.1), currency: 'EUR'});
  const usd = order({
    currency: 'USD',
    lines: [],
    shipping: [{discounted: bag(550), tax: bag(0)}],
    shippingRefunded: bag(0),
    total: bag(4400),
    received: bag(4400),
    netPayment: bag(4400),
    payments: [payment({refundable: bag(4400)})],
    tip: bag(0),
    cashRounding: bag(0),
  });

  it('show both, the rates, and what the shop gains or loses', () => {
    const today = {dayRate: {value: '1.25', source: 'typed' as const, at: '2026-11-22T10:00:00Z'}};
    const {currencies, totals, effects} = plan(usd, 'shipping-only', today);
    expect(currencies).toEqual({
      saleRate: {numerator: 11, denominator: 10},
      dayRate: {rate: {numerator: 5, denominator: 4}, source: 'typed', at: '2026-11-22T10:00:00Z'},
      shopAtSale: eur(500),
      shopToday: eur(440),
    });
    expect(totals.shopCost).toEqual(eur(500));
    expect(effects.remaining).toEqual({shop: eur(3500), presentment: {minor: 3850, currency: 'USD'}});
  });

  it('leave today’s worth unknown without a rate, and say nothing of one currency', () => {
    expect(plan(usd, 'shipping-only').currencies).toMatchObject({dayRate: null, shopToday: null});
    expect(plan(order(), 'shipping-only').currencies).toBeNull();
  });
});
