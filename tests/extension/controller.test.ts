import {beforeEach, describe, expect, it} from 'vitest';
import {bag} from '../../src/adapters/order-answer.fixture.ts';
import {adminApiOverFetch, sha256Hex} from '../../src/execution/index.ts';
import type {Claim} from '../../src/execution/index.ts';
import type {Host} from '../../src/ui/host.ts';
import {createOrderAction, type OrderAction} from '../../src/ui/order-action/controller.ts';
import {type Form, formOf} from '../../src/ui/order-action/form.ts';
import {eventually} from './eventually.ts';
import {ORDER, WireShop} from './shop.ts';
import {shipped, translator} from './words.ts';

let shop: WireShop;
let action: OrderAction;

function hostOf(over: Partial<Host> = {}): Host {
  let nonces = 0;
  return {
    orderId: ORDER,
    admin: adminApiOverFetch(async (_url, init) => {
      const answer = await shop.wire(init);
      return new Response(answer.body, {status: answer.status});
    }, '2026-07'),
    i18n: {
      translate: translator(shipped('order-refund', 'en.default.json')),
      formatCurrency: String,
      formatNumber: String,
      formatDate: String,
    },
    storage: {get: () => Promise.reject(new Error('full')), set: () => Promise.reject(new Error('full'))},
    staff: () => Promise.resolve('42'),
    close: () => undefined,
    now: () => shop.now,
    wait: () => Promise.resolve(),
    nonce: () => sha256Hex(`nonce ${(nonces += 1)}`).slice(0, 32),
    hash: sha256Hex,
    ...over,
  };
}

function form(): Form {
  return formOf(action.state(), sha256Hex);
}

function type(field: 'amount' | 'quantity' | 'creditShare' | 'dayRate', id: string, text: string): void {
  action.dispatch({type: 'typed', field, id, text});
}

async function planned(recipe = 'shipping-plus-label'): Promise<void> {
  await action.load();
  action.dispatch({type: 'recipe', handle: recipe});
}

describe('the order action behind its screens', () => {
  beforeEach(() => {
    shop = new WireShop();
    action = createOrderAction(hostOf());
  });

  it('carries out what was confirmed, and who did it stands in the claim', async () => {
    await planned();
    type('amount', 'returnLabel', '7,45');
    await action.ask();
    await action.run();
    expect(action.state().screen).toMatchObject({name: 'finished', outcome: {state: 'done'}});
    expect([shop.refunded(), shop.balance()]).toEqual([695, 745]);
    const claim = JSON.parse(shop.metafields.get('claim')?.value ?? '{}') as Claim;
    expect(claim).toMatchObject({
      staff: '42',
      intentId: action.state().intentId,
      recipe: {handle: 'shipping-plus-label'},
    });
  });

  it('does one thing at a time', async () => {
    await planned();
    type('amount', 'returnLabel', '7.45');
    await Promise.all([action.ask(), action.ask()]);
    expect(shop.requests.filter((name) => name === 'RefundSuggestion')).toHaveLength(1);
    await Promise.all([action.run(), action.run(), action.run()]);
    expect([shop.refunds.length, shop.credits.length]).toEqual([1, 1]);
    await action.run();
    expect([shop.refunds.length, shop.credits.length]).toEqual([1, 1]);
  });

  it('keeps its intent over retries, and another opening has another', async () => {
    await planned();
    type('amount', 'returnLabel', '7.45');
    const {intentId} = action.state();
    shop.updatedAt = '2026-11-22T11:30:00Z';
    await action.ask();
    expect(action.state()).toMatchObject({intentId, screen: {name: 'edit', notice: {code: 'orderChanged'}}});
    const other = createOrderAction(hostOf({nonce: () => 'f'.repeat(32)}));
    expect(other.state().intentId).not.toBe(intentId);
  });

  it('runs nothing that was not confirmed', async () => {
    await planned();
    type('amount', 'returnLabel', '7.45');
    await action.run();
    await action.resume();
    expect(shop.requests).toEqual(['OrderForRefund']);
  });

  it('asks Shopify also about a gesture, for the order may have changed', async () => {
    await planned('goodwill-amount');
    type('amount', 'goodwill', '5');
    await action.ask();
    expect(action.state().screen).toMatchObject({name: 'confirm', plan: {figures: 'shopify'}});
    await action.run();
    expect([shop.refunds.length, shop.balance()]).toEqual([0, 500]);
  });

  it('takes over an unfinished execution after two minutes, and repeats nothing that is done', async () => {
    await planned();
    type('amount', 'returnLabel', '7.45');
    await action.ask();
    shop.fail('StoreCreditAccountCredit', 'refused');
    await action.run();
    expect(action.state().screen).toMatchObject({name: 'finished', outcome: {state: 'stopped'}});
    shop.now += 130_000;
    const later = createOrderAction(hostOf());
    await later.load();
    expect(later.state().screen.name).toBe('unfinished');
    await later.resume();
    expect(later.state().screen).toMatchObject({name: 'finished', outcome: {state: 'done'}});
    expect([shop.refunds.length, shop.refunded(), shop.balance()]).toEqual([1, 695, 745]);
  });

  it('reads today’s rate from the newest other order in the same currencies, in the background', async () => {
    const usd = (presentment: string, euro: string) => bag(presentment, euro, 'USD', 'EUR');
    const at = new Date(shop.now - 86_400_000).toISOString();
    shop.over = {...foreign(usd)};
    shop.recent = [
      {id: ORDER, createdAt: at, presentmentCurrencyCode: 'USD', totalPriceSet: usd('44.0', '40.0')},
      {id: 'gid://shopify/Order/2', createdAt: at, presentmentCurrencyCode: 'EUR', totalPriceSet: bag('10.0')},
      {id: 'gid://shopify/Order/3', createdAt: at, presentmentCurrencyCode: 'USD', totalPriceSet: usd('34.86', '30.0')},
    ];
    await action.load();
    await eventually(() => expect(action.state().recentRate).toEqual({value: '1.162000', source: 'recentOrders', at}));
    expect(form().choices.dayRate?.source).toBe('recentOrders');
    type('dayRate', '', '1,2');
    expect(form().choices.dayRate).toMatchObject({value: '1.2', source: 'typed'});
  });

  it('takes the rate of the settings, with its date, where no recent order tells one', async () => {
    shop.over = {...foreign((presentment, euro) => bag(presentment, euro, 'USD', 'EUR'))};
    const settings = {format: 1, rates: {USD: {value: '1.0945', source: 'ECB', at: '2026-11-20'}}};
    shop.context = {settings: {id: 'gid://shopify/Metaobject/9', settings: {value: JSON.stringify(settings)}}} as never;
    await action.load();
    await eventually(() =>
      expect(action.state().recentRate).toEqual({value: '1.0945', source: 'typed', at: '2026-11-20'}),
    );
    expect(form().plan?.currencies?.dayRate).toMatchObject({source: 'typed', at: '2026-11-20'});
  });
});

describe('the form', () => {
  beforeEach(async () => {
    shop = new WireShop();
    action = createOrderAction(hostOf());
    await planned();
  });

  it('takes an amount that is cleared as nothing, not as the amount that stood there', () => {
    type('amount', 'returnLabel', '7.45');
    expect(form().plan?.totals.toCustomer.minor).toBe(1440);
    type('amount', 'shipping', '');
    expect(form().plan?.totals.toCustomer.minor).toBe(745);
  });

  it('waits for an amount that staff have to type', () => {
    expect(form()).toMatchObject({missing: ['amount:returnLabel'], faults: {}});
    expect(form().plan?.calls).toEqual([]);
  });

  it('plans nothing while a field is wrong', () => {
    type('amount', 'returnLabel', '7.455');
    expect(form()).toMatchObject({plan: null, faults: {'amount:returnLabel': {code: 'tooPrecise', digits: 2}}});
  });

  it('puts units back at the first location until another is chosen', () => {
    action.dispatch({type: 'recipe', handle: 'full-refund'});
    expect(form().choices.locationId).toBe('gid://shopify/Location/1');
    action.dispatch({type: 'location', id: 'gid://shopify/Location/2'});
    expect(form().choices.locationId).toBe('gid://shopify/Location/2');
  });

  it('asks for consent as soon as money would become store credit, and stops without it', () => {
    action.dispatch({type: 'recipe', handle: 'store-credit-bonus'});
    expect(form().fields.some(({field}) => field === 'consent')).toBe(true);
    expect(form().plan?.calls).toEqual([]);
    action.dispatch({type: 'consent', consent: {by: 'customer', channel: 'email', at: '2026-11-22T12:00:00.000Z'}});
    expect(form().plan?.calls.length).toBeGreaterThan(0);
  });
});

type Pair = (presentment: string, euro: string) => ReturnType<typeof bag>;

/** The order as a customer in USD paid it: every amount in both currencies. */
function foreign(usd: Pair): WireShop['over'] {
  const zero = usd('0.0', '0.0');
  return {
    presentmentCurrencyCode: 'USD',
    totalPriceSet: usd('44.0', '40.0'),
    totalReceivedSet: usd('44.0', '40.0'),
    netPaymentSet: usd('44.0', '40.0'),
    totalTipReceivedSet: zero,
    totalRefundedSet: zero,
    totalRefundedShippingSet: zero,
    totalCashRoundingAdjustment: {paymentSet: zero},
    lineItems: {nodes: [], pageInfo: {hasNextPage: false, endCursor: null}},
    shippingLines: {nodes: []},
    transactions: [],
  };
}
