/** What the engine tells Flow, when, how often, and that no refund waits for it. */
import {describe, expect, it} from 'vitest';
import {
  askForApproval,
  decide,
  executePlan,
  readClaim,
  readRequests,
  refreshPending,
  resume,
  tellAtOpening,
} from '../../src/execution/index.ts';
import type {RefundPlan} from '../../src/core/index.ts';
import type {Environment} from '../../src/execution/index.ts';
import {shipped, translator} from '../extension/words.ts';
import {FakeShop, ORDER} from './fake-admin.ts';
import {claimOf, look, OUTSIDE, planOf} from './plans.ts';

const MINUTES = 60_000;
const AT = '2026-11-22T12:00:00.000Z';
const translate = translator(shipped('order-refund', 'en.default.json'));

const envOf = (shop: FakeShop): Environment => ({...shop.env(), i18n: {translate}});
const handles = (shop: FakeShop) => shop.fired.map(({handle}) => handle);
const refund = (shop: FakeShop, plan = planOf(shop)) => executePlan(plan, look(shop), envOf(shop));
const claimRead = (shop: FakeShop) => readClaim(shop.order().claim, ORDER);

/** What block and action do when the order is opened. */
async function open(shop: FakeShop, after = MINUTES): Promise<void> {
  shop.now += after;
  const {refunds} = shop.order();
  await refreshPending(claimRead(shop), refunds, envOf(shop));
  await tellAtOpening(ORDER, claimRead(shop), readRequests(shop.order(), ORDER, shop.now), envOf(shop));
}

describe('Flow is told', () => {
  it('of a refund that is done, with the customer’s message in their language', async () => {
    const shop = new FakeShop();
    const outcome = await refund(shop);
    expect(outcome).toMatchObject({state: 'done', claim: {flow: {completed: AT, label: AT}}});
    expect(claimOf(shop).flow).toEqual({completed: AT, label: AT});
    expect(handles(shop)).toEqual(['refund-completed', 'refund-label']);
    expect(shop.fired[0]?.payload).toMatchObject({
      order_id: 1001,
      customer_id: 7,
      'Plan reference': 'plan-abc123',
      Recipe: 'shipping-plus-label',
      Total: '14.40',
      Policy: '6.95',
      Goodwill: '7.45',
      'Original payment': '6.95',
      'Store credit': '7.45',
      'Sent before': false,
    });
    const {message} = shop.fired[0]!.payload['Details'] as {message: string};
    expect(message).toContain('Dit krijg je terug voor bestelling #1001:');
    expect(message.replaceAll('\u00a0', ' ')).toContain('- € 7,45 voor het retourlabel, als winkeltegoed');
  });

  it.each([
    ['{"title": {"en": "Ours", "nl": "Van ons"}}', 'Ours'],
    ['{"title": {"nl": "Van ons"}}', 'Refund shipping plus return-label credit'],
    ['{"title": {"en": 5}}', 'Refund shipping plus return-label credit'],
    ['{"title": null}', 'Refund shipping plus return-label credit'],
    ['null', 'Refund shipping plus return-label credit'],
    ['no JSON', 'Refund shipping plus return-label credit'],
  ])('also where somebody has edited the recipe to %s', async (value, title) => {
    const shop = new FakeShop();
    shop.recipe = {recipe: {value}};
    await refund(shop);
    expect(shop.fired.map(({payload}) => payload['Recipe title'])).toEqual([title, title]);
  });

  it('of an outside payment that is owed', async () => {
    const shop = new FakeShop();
    await refund(shop, planOf(shop, OUTSIDE));
    expect(handles(shop)).toEqual(['refund-completed', 'refund-label', 'refund-outside']);
    expect(shop.fired[2]?.payload).toMatchObject({Total: '7.45', Currency: 'EUR', Goodwill: '7.45'});
  });

  it('once, however often the order is opened', async () => {
    const shop = new FakeShop();
    await refund(shop);
    const {log} = shop;
    const before = log.length;
    await open(shop);
    await open(shop);
    expect(handles(shop)).toEqual(['refund-completed', 'refund-label']);
    expect(log.slice(before)).toEqual([]);
  });

  it('by nobody else within a minute: whoever carried it out may still be at it', async () => {
    const shop = new FakeShop();
    shop.fail('FlowTriggerReceive', 'after', 'after');
    await refund(shop);
    await open(shop, MINUTES - 1);
    expect(claimOf(shop).flow).toEqual({completed: 1, label: 1});
    await open(shop, 1);
    expect(Object.values(claimOf(shop).flow ?? {}).every((told) => typeof told === 'string')).toBe(true);
  });

  it.each(['before', 'after', 'late', 'throttled', 'server', 'malformed', 'refused'] as const)(
    'again when the order is opened, where it met "%s"; the refund is done all the same',
    async (fault) => {
      const shop = new FakeShop();
      shop.fail('FlowTriggerReceive', ...Array.from({length: 12}, () => fault));
      const outcome = await refund(shop);
      expect(outcome.state).toBe('done');
      expect([shop.refunded(), shop.balance()]).toEqual([695, 745]);
      expect(claimOf(shop).flow).toEqual({completed: 1, label: 1});
      shop.fail('FlowTriggerReceive');
      const heard = shop.fired.length;
      await open(shop);
      expect(shop.fired.slice(heard).map(({handle, payload}) => [handle, payload['Sent before']])).toEqual([
        ['refund-completed', true],
        ['refund-label', true],
      ]);
      expect(Object.values(claimOf(shop).flow ?? {}).every((told) => typeof told === 'string')).toBe(true);
    },
  );

  it('three times at most without Flow’s word; the claim goes on saying so', async () => {
    const shop = new FakeShop();
    shop.fail('FlowTriggerReceive', ...Array.from({length: 40}, () => 'after' as const));
    await refund(shop);
    for (let opened = 0; opened < 4; opened += 1) await open(shop);
    expect(handles(shop).filter((handle) => handle === 'refund-completed')).toHaveLength(3);
    expect(claimOf(shop).flow).toEqual({completed: 3, label: 3});
  });

  it('after the tab was closed before anything was told', async () => {
    const shop = new FakeShop();
    const env = envOf(shop);
    let closed = false;
    const admin: Environment['admin'] = {
      request: (operation, variables) => {
        closed ||= operation.includes('TriggerFacts');
        return closed ? Promise.reject(new Error('closed')) : env.admin.request(operation, variables);
      },
    };
    await executePlan(planOf(shop), look(shop), {...env, admin});
    expect(claimOf(shop)).toMatchObject({state: 'done', flow: {completed: 1, label: 1}});
    await open(shop);
    expect(handles(shop)).toEqual(['refund-completed', 'refund-label']);
  });

  it('that a refund stopped, then, resumed, that it is completed', async () => {
    const shop = new FakeShop();
    shop.fail('StoreCreditAccountCredit', 'late');
    expect((await refund(shop)).state).toBe('stopped');
    expect(handles(shop)).toEqual(['refund-attention']);
    expect(shop.fired[0]?.payload).toMatchObject({
      Total: '7.45',
      Open: '7.45 EUR storeCredit open',
      Why: "Whether this step happened isn't certain. It is not repeated by itself.",
      Details: {message: ''},
    });
    shop.deliver();
    shop.now += 3 * MINUTES;
    expect((await resume(look(shop), envOf(shop))).state).toBe('done');
    expect(handles(shop)).toEqual(['refund-attention', 'refund-completed', 'refund-label']);
    expect(Object.keys(claimOf(shop).flow ?? {})).toEqual(['completed', 'label']);
  });

  it('of a label once, also where the refund is resumed after it', async () => {
    const shop = new FakeShop();
    const plan = planOf(shop);
    shop.fail('RefundCreate', 'refused');
    expect((await refund(shop, {...plan, calls: plan.calls.toReversed()})).state).toBe('stopped');
    expect(handles(shop)).toEqual(['refund-label', 'refund-attention']);
    shop.now += 3 * MINUTES;
    expect((await resume(look(shop), envOf(shop))).state).toBe('done');
    expect(handles(shop)).toEqual(['refund-label', 'refund-attention', 'refund-completed']);
    expect(shop.fired.map(({payload}) => payload['Sent before'])).toEqual([false, false, false]);
  });

  it('that a refund is complete once more, as sent before, when a payment that failed meanwhile is settled', async () => {
    const shop = new FakeShop();
    shop.refundStatus = 'PENDING';
    await refund(shop);
    for (const one of shop.refunds) Object.assign(one, {status: 'FAILURE', parts: undefined});
    await open(shop);
    await decide(claimRead(shop), 'call-1', 'happened', envOf(shop), 'bank transfer 2026-118');
    expect(shop.fired.map(({handle, payload}) => [handle, payload['Sent before']])).toEqual([
      ['refund-completed', false],
      ['refund-label', false],
      ['refund-attention', false],
      ['refund-completed', true],
    ]);
    expect(claimOf(shop).flow).toMatchObject({completed: expect.any(String) as string});
  });

  it('of what a person answers: the last open call completes it', async () => {
    const shop = new FakeShop();
    shop.fail('StoreCreditAccountCredit', 'before');
    await refund(shop);
    await decide(claimRead(shop), 'call-2', 'happened', envOf(shop), 'seen on the account');
    expect(handles(shop)).toEqual(['refund-attention', 'refund-completed', 'refund-label']);
    expect(shop.fired[1]?.payload['References']).toContain('seen on the account');
  });

  it('that a payment on its way failed', async () => {
    const shop = new FakeShop();
    shop.refundStatus = 'PENDING';
    await refund(shop);
    expect(shop.fired[0]?.payload['Open']).toBe('6.95 EUR refundToOriginalPayment onItsWay');
    for (const one of shop.refunds) Object.assign(one, {status: 'FAILURE', parts: undefined});
    await open(shop);
    expect(handles(shop)).toEqual(['refund-completed', 'refund-label', 'refund-attention']);
    expect(shop.fired[2]?.payload).toMatchObject({
      Total: '6.95',
      Why: 'The payment provider refused the payment back.',
    });
  });

  it('of a record that was changed by hand, once', async () => {
    const shop = new FakeShop();
    await refund(shop);
    const claim = shop.metafields.get('claim');
    shop.metafields.set('claim', {...claim!, value: claim!.value.replace('"minor":695', '"minor":595'), digest: 'x'});
    await open(shop);
    await open(shop);
    expect(handles(shop).slice(2)).toEqual(['refund-attention']);
    expect(shop.fired[2]?.payload).toMatchObject({
      'Plan reference': 'plan-abc123',
      Why: 'The note of an earlier refund on this order was changed by hand or by another app.',
      Total: '',
      'Total number': 0,
    });
  });

  it('of a refund that a closed tab left open, once, and not while somebody may be at work', async () => {
    const shop = new FakeShop();
    const env = envOf(shop);
    const admin: Environment['admin'] = {
      request: (operation, variables) =>
        operation.includes('RefundCreate')
          ? Promise.reject(new Error('closed'))
          : env.admin.request(operation, variables),
    };
    await expect(executePlan(planOf(shop), look(shop), {...env, admin})).rejects.toThrow('closed');
    await open(shop);
    expect(handles(shop)).toEqual([]);
    shop.now += 11 * MINUTES;
    await open(shop);
    await open(shop);
    expect(handles(shop)).toEqual(['refund-attention']);
    expect(shop.fired[0]?.payload).toMatchObject({Total: '14.40', Recipe: 'shipping-plus-label'});
  });
});

describe('Flow is told of an approval', () => {
  const breach = {
    class: 'goodwill',
    scope: 'shop',
    kind: 'perRefund',
    limit: {minor: 500, currency: 'EUR'},
    would: {minor: 745, currency: 'EUR'},
  } as const;
  const ask = (shop: FakeShop, plan: RefundPlan) =>
    askForApproval(
      readRequests(shop.order(), ORDER, shop.now),
      plan,
      {choices: {}, reason: 'A regular customer', breaches: [breach], expiresAfterDays: 7},
      envOf(shop),
    );
  const requests = (shop: FakeShop) => readRequests(shop.order(), ORDER, shop.now).requests;

  it('that is asked for, with its totals and the limit; once', async () => {
    const shop = new FakeShop();
    expect(await ask(shop, planOf(shop))).toMatchObject({state: 'recorded', request: {flow: AT}});
    await ask(shop, planOf(shop));
    await open(shop);
    expect(handles(shop)).toEqual(['refund-approval']);
    expect(shop.fired[0]?.payload).toMatchObject({
      'Plan reference': 'plan-abc123',
      Total: '14.40',
      Owed: '0.00',
      Policy: '6.95',
      Goodwill: '7.45',
      'Store credit': '7.45',
      Why: 'goodwill perRefund: 7.45 EUR > 5.00 EUR',
      Reason: 'A regular customer',
      Ground: 'policy',
      Staff: 'gid://shopify/StaffMember/1',
      Details: {
        message: '',
        movements: [
          {status: 'asked', amount: '6.95'},
          {status: 'asked', amount: '7.45'},
        ],
      },
    });
  });

  it('again when the order is opened, three times at most', async () => {
    const shop = new FakeShop();
    shop.fail('FlowTriggerReceive', 'after', 'before', 'after');
    expect(await ask(shop, planOf(shop))).toMatchObject({state: 'recorded', request: {flow: 1}});
    await open(shop);
    expect(requests(shop)).toMatchObject([{flow: 2}]);
    await open(shop);
    await open(shop);
    expect(requests(shop)).toMatchObject([{flow: 3}]);
    expect(shop.fired.map(({payload}) => payload['Sent before'])).toEqual([false, true]);
  });

  it('not of a request that needs none', async () => {
    const shop = new FakeShop();
    const asked = {choices: {}, reason: 'Please', expiresAfterDays: 7};
    await askForApproval(readRequests(shop.order(), ORDER, shop.now), planOf(shop), asked, envOf(shop));
    expect(handles(shop)).toEqual([]);
    expect(requests(shop)[0]).not.toHaveProperty('flow');
  });
});
