import {describe, expect, it} from 'vitest';
import {executedMovements, executePlan} from '../../src/execution/index.ts';
import type {ExecutionEvent} from '../../src/execution/index.ts';
import {FakeShop} from './fake-admin.ts';
import {claimOf, GIFT_CARD, look, OUTSIDE, planOf, states} from './plans.ts';

describe('executePlan', () => {
  it('pays shipping back to the card and the label as store credit, in eight requests; then Flow is told', async () => {
    const shop = new FakeShop();
    const events: ExecutionEvent[] = [];
    const outcome = await executePlan(planOf(shop), look(shop), shop.env(), (event) => events.push(event));
    expect(outcome.state).toBe('done');
    expect(shop.refunded()).toBe(695);
    expect(shop.balance()).toBe(745);
    expect(shop.log).toEqual([
      'ExecutionState',
      'MetafieldsSet',
      'RefundCreate',
      'ExecutionCreditState',
      'MetafieldsSet',
      'StoreCreditAccountCredit',
      'MetafieldsSet',
      'MetaobjectPairUpsert',
      'TriggerFacts',
      'FlowTriggerReceive',
      'FlowTriggerReceive',
      'MetafieldsSet',
    ]);
    expect(
      events.map((event) => (event.type === 'call' ? `${event.call.id} ${event.call.state}` : event.type)),
    ).toEqual(['claimed', 'call-1 intended', 'call-1 done', 'call-2 intended', 'call-2 done']);
  });

  it('keeps references and amounts in the claim, and sums them up for block and Flow', async () => {
    const shop = new FakeShop();
    await executePlan(planOf(shop), look(shop), shop.env());
    const claim = claimOf(shop);
    expect(claim).toMatchObject({state: 'done', epoch: 1, planId: 'plan-abc123'});
    expect(claim.calls[0]?.evidence?.transactions).toEqual([
      {
        id: 'gid://shopify/OrderTransaction/1',
        status: 'SUCCESS',
        amount: {minor: 695, currency: 'EUR'},
        parentId: 'gid://shopify/OrderTransaction/1',
      },
    ]);
    expect(claim.calls.every(({act}) => act === undefined)).toBe(true);
    expect(JSON.parse(shop.metafields.get('summary')?.value ?? '')).toMatchObject({
      state: 'done',
      refunded: [
        {class: 'policy', destination: 'refundToOriginalPayment', amount: '6.95', currency: 'EUR'},
        {class: 'goodwill', destination: 'storeCredit', amount: '7.45', currency: 'EUR'},
      ],
      unfinished: [],
    });
    expect([...shop.metaobjects.keys()]).toEqual(['plan-abc123-call-1-1-done', 'credit-1']);
    expect(shop.refunds[0]?.note).toBe('Refund Recipes plan-abc123 call-1');
  });

  it('counts a pending payment as done and says that it is on its way', async () => {
    const shop = new FakeShop();
    shop.refundStatus = 'PENDING';
    const outcome = await executePlan(planOf(shop), look(shop), shop.env());
    expect(outcome.state).toBe('done');
    expect(executedMovements(claimOf(shop)).map(({status, amount}) => `${status} ${amount.minor}`)).toEqual([
      'onItsWay 695',
      'done 745',
    ]);
  });

  it('stops when the payment failed: the refund is there, its money is not, and nothing else is done', async () => {
    const shop = new FakeShop();
    shop.refundStatus = 'FAILURE';
    const outcome = await executePlan(planOf(shop), look(shop), shop.env());
    expect(outcome).toMatchObject({state: 'stopped', callId: 'call-1', problem: {code: 'paymentFailed', failed: 1}});
    expect(states(shop)).toBe('partlyDone planned');
    expect(shop.balance()).toBe(0);
  });

  it('makes a gift card, tells its code once and keeps the last four characters', async () => {
    const shop = new FakeShop();
    const codes: string[] = [];
    await executePlan(planOf(shop, GIFT_CARD), look(shop), shop.env(), (event) => {
      if (event.type === 'giftCard') codes.push(event.code);
    });
    expect(codes).toHaveLength(1);
    expect(codes[0]).toMatch(/^[a-z0-9]{16}$/);
    expect([...shop.giftCards]).toEqual([[codes[0], 745]]);
    expect(claimOf(shop).calls[1]?.evidence?.giftCardCode).toBe(codes[0]?.slice(-4));
    expect(shop.metafields.get('claim')?.value).not.toContain(codes[0]);
  });

  it('finds the gift card when the answer to its creation got lost', async () => {
    const shop = new FakeShop();
    shop.fail('GiftCardCreate', 'after');
    const outcome = await executePlan(planOf(shop, GIFT_CARD), look(shop), shop.env());
    expect(outcome.state).toBe('done');
    expect([...shop.giftCards.values()]).toEqual([745]);
  });

  it('notes an outside payment as owed and sends nothing for it', async () => {
    const shop = new FakeShop();
    const outcome = await executePlan(planOf(shop, OUTSIDE), look(shop), shop.env());
    expect(outcome.state).toBe('done');
    expect(claimOf(shop).outside).toMatchObject([{callId: 'call-2', amount: {minor: 745}, state: 'owed'}]);
    expect(executedMovements(claimOf(shop))[1]?.status).toBe('owed');
    expect(shop.balance()).toBe(0);
  });
});

describe('refusals', () => {
  it.each([
    ['stops', {stops: [{code: 'openReturn'}]}, 'planStopped'],
    ['an estimate', {figures: 'estimate' as const}, 'planIsEstimate'],
    ['another order', {orderId: 'gid://shopify/Order/2'}, 'otherOrder'],
  ])('a plan with %s moves nothing', async (_name, change, code) => {
    const shop = new FakeShop();
    const outcome = await executePlan({...planOf(shop), ...change}, look(shop), shop.env());
    expect(outcome).toMatchObject({state: 'refused', problem: {code}});
    expect(shop.log).toEqual([]);
  });

  it('what was confirmed half an hour ago is asked again', async () => {
    const shop = new FakeShop();
    const confirmed = look(shop);
    shop.now += 31 * 60_000;
    expect(await executePlan(planOf(shop), confirmed, shop.env())).toMatchObject({problem: {code: 'planExpired'}});
  });

  it("a refund on Shopify's own screen since then is noticed before anything is claimed", async () => {
    const shop = new FakeShop();
    const confirmed = look(shop);
    shop.refunds.push({id: 'gid://shopify/Refund/9', note: 'by hand', amount: 5000, shipping: 0, status: 'SUCCESS'});
    const outcome = await executePlan(planOf(shop), confirmed, shop.env());
    expect(outcome).toMatchObject({state: 'stale', problem: {code: 'orderChanged', what: 'refund'}});
    expect(shop.metafields.size).toBe(0);
  });

  it('an order that was edited since then is noticed', async () => {
    const shop = new FakeShop();
    const [plan, confirmed] = [planOf(shop), look(shop)];
    shop.updatedAt = '2026-11-22T11:59:00Z';
    const outcome = await executePlan(plan, confirmed, shop.env());
    expect(outcome).toMatchObject({state: 'stale', problem: {code: 'orderChanged', what: 'order'}});
  });

  it('a claim edited by hand is explained and nothing moves', async () => {
    const shop = new FakeShop();
    await executePlan(planOf(shop), look(shop), shop.env());
    const stored = shop.metafields.get('claim');
    if (stored) stored.value = stored.value.replace('"state":"done","orderId"', '"state":"stopped","orderId"');
    const outcome = await executePlan(planOf(shop, GIFT_CARD, 'plan-other'), look(shop), shop.env());
    expect(outcome).toMatchObject({state: 'refused', problem: {code: 'claimAltered'}});
    expect(shop.giftCards.size).toBe(0);
  });

  it('the same plan is carried out once only, also when it is confirmed again', async () => {
    const shop = new FakeShop();
    await executePlan(planOf(shop), look(shop), shop.env());
    const again = await executePlan(planOf(shop), look(shop), shop.env());
    expect(again).toMatchObject({state: 'refused', problem: {code: 'alreadyExecuted'}});
    const other = await executePlan(planOf(shop, GIFT_CARD, 'plan-second'), look(shop), shop.env());
    expect(other.state).toBe('done');
    expect(await executePlan(planOf(shop), look(shop), shop.env())).toMatchObject({problem: {code: 'alreadyExecuted'}});
    expect([shop.refunded(), shop.balance()]).toEqual([1390, 745]);
  });
});
