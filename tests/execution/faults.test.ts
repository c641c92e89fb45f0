import {describe, expect, it} from 'vitest';
import {decide, executePlan, resume} from '../../src/execution/index.ts';
import {FakeShop} from './fake-admin.ts';
import {claimOf, GIFT_CARD, look, OUTSIDE, planOf, states} from './plans.ts';

const LATER = 121_000;

/** Every answer of `operation` is lost. */
function always(shop: FakeShop, operation: string, fault: 'before' | 'after' | 'late'): void {
  shop.fail(operation, fault, fault, fault, fault, fault);
}

describe('the claim', () => {
  it('an answer that got lost after it landed: the same claim again says that it is ours', async () => {
    const shop = new FakeShop();
    shop.fail('MetafieldsSet', 'after', 'after');
    expect((await executePlan(planOf(shop), look(shop), shop.env())).state).toBe('done');
    expect([shop.refunded(), shop.balance()]).toEqual([695, 745]);
  });

  it('two people on the same stale screen: one pays, the other is told', async () => {
    const shop = new FakeShop();
    const [plan, confirmed] = [planOf(shop), look(shop)];
    const outcomes = await Promise.all([
      executePlan(plan, confirmed, shop.env('one')),
      executePlan(plan, confirmed, shop.env('two')),
    ]);
    expect(outcomes.map(({state}) => state).toSorted()).toEqual(['done', 'stale']);
    expect([shop.refunded(), shop.balance()]).toEqual([695, 745]);
  });

  it('fifty executors on one plan move its money once', async () => {
    const shop = new FakeShop();
    const [plan, confirmed] = [planOf(shop), look(shop)];
    const all = Array.from({length: 50}, (_, index) => executePlan(plan, confirmed, shop.env(`staff ${index}`)));
    const outcomes = await Promise.all(all);
    expect(outcomes.filter(({state}) => state === 'done')).toHaveLength(1);
    expect([shop.refunded(), shop.balance()]).toEqual([695, 745]);
  });

  it('may not be written: nothing moves, and the missing right is named', async () => {
    const shop = new FakeShop();
    shop.fail('MetafieldsSet', 'refused');
    const outcome = await executePlan(planOf(shop), look(shop), shop.env());
    expect(outcome).toMatchObject({state: 'refused', problem: {code: 'accessDenied', requiredAccess: 'a right'}});
    expect([shop.refunded(), shop.balance()]).toEqual([0, 0]);
  });

  it('never confirmed: nothing moves, and what landed late is seen and resumed', async () => {
    const shop = new FakeShop();
    always(shop, 'MetafieldsSet', 'late');
    const outcome = await executePlan(planOf(shop), look(shop), shop.env());
    expect(outcome).toMatchObject({state: 'refused', problem: {code: 'claimUnknown'}});
    expect(shop.refunded()).toBe(0);
    shop.deliver();
    expect(states(shop)).toBe('intended planned');
    shop.now += LATER;
    expect((await resume(look(shop), shop.env('two'))).state).toBe('done');
    expect([shop.refunded(), shop.balance()]).toEqual([695, 745]);
  });

  it('a confirmation that could not be written leaves the call intended, and resuming settles it', async () => {
    const shop = new FakeShop();
    shop.fail('MetafieldsSet', null, 'refused');
    const outcome = await executePlan(planOf(shop), look(shop), shop.env());
    expect(outcome).toMatchObject({state: 'stopped', problem: {code: 'accessDenied'}});
    expect(states(shop)).toBe('intended planned');
    shop.now += LATER;
    expect((await resume(look(shop), shop.env())).state).toBe('done');
    expect([shop.refunds.length, shop.refunded(), shop.balance()]).toEqual([1, 695, 745]);
  });
});

describe('refundCreate', () => {
  it.each(['before', 'after', 'late', 'server', 'malformed', 'throttled'] as const)(
    'one fault (%s) is repaired under the same key',
    async (fault) => {
      const shop = new FakeShop();
      shop.fail('RefundCreate', fault);
      expect((await executePlan(planOf(shop), look(shop), shop.env())).state).toBe('done');
      shop.deliver();
      expect([shop.refunds.length, shop.refunded(), shop.balance()]).toEqual([1, 695, 745]);
    },
  );

  it('lost for good: unknown, stopped, and it lands late before someone resumes', async () => {
    const shop = new FakeShop();
    always(shop, 'RefundCreate', 'late');
    const outcome = await executePlan(planOf(shop), look(shop), shop.env());
    expect(outcome).toMatchObject({
      state: 'stopped',
      callId: 'call-1',
      problem: {code: 'outcomeUnknown', cause: 'timeout'},
    });
    expect(states(shop)).toBe('unknown planned');
    shop.deliver();
    shop.now += LATER;
    expect((await resume(look(shop), shop.env('two'))).state).toBe('done');
    expect([shop.refunds.length, shop.refunded(), shop.balance()]).toEqual([1, 695, 745]);
  });

  it('lands late after someone resumed: the key makes it one refund', async () => {
    const shop = new FakeShop();
    always(shop, 'RefundCreate', 'late');
    await executePlan(planOf(shop), look(shop), shop.env());
    shop.now += LATER;
    expect((await resume(look(shop), shop.env('two'))).state).toBe('done');
    shop.deliver();
    expect([shop.refunds.length, shop.refunded(), shop.balance()]).toEqual([1, 695, 745]);
  });

  it('after a day the refund is found by its note', async () => {
    const shop = new FakeShop();
    always(shop, 'RefundCreate', 'after');
    shop.fail('ExecutionState', null, 'before', 'before', 'before', 'before', 'before');
    await executePlan(planOf(shop), look(shop), shop.env());
    expect(states(shop)).toBe('unknown planned');
    shop.now += 30 * 3_600_000;
    expect((await resume(look(shop), shop.env())).state).toBe('done');
    expect([shop.refunds.length, shop.refunded(), shop.balance()]).toEqual([1, 695, 745]);
  });

  it('a later "no" doesn\'t rule out an earlier request: the same key until the outcome is known', async () => {
    const shop = new FakeShop();
    always(shop, 'RefundCreate', 'late');
    await executePlan(planOf(shop), look(shop), shop.env());
    shop.fail('RefundCreate', 'refused');
    shop.now += LATER;
    await resume(look(shop), shop.env('two'));
    expect(states(shop)).toBe('unknown planned');
    expect(await decide(look(shop).claim, 'call-1', 'didNotHappen', shop.env())).toMatchObject({
      problem: {code: 'resumeInstead'},
    });
    shop.now += LATER;
    expect((await resume(look(shop), shop.env())).state).toBe('done');
    shop.deliver();
    expect([shop.refunds.length, shop.refunded(), shop.balance()]).toEqual([1, 695, 745]);
  });

  it('refused by Shopify: failed for certain, and resumed under the next generation', async () => {
    const shop = new FakeShop();
    shop.fail('RefundCreate', 'refused');
    const outcome = await executePlan(planOf(shop), look(shop), shop.env());
    expect(outcome).toMatchObject({state: 'stopped', problem: {code: 'accessDenied'}});
    expect(states(shop)).toBe('failed planned');
    shop.now += LATER;
    await resume(look(shop), shop.env());
    expect(claimOf(shop)).toMatchObject({state: 'done', epoch: 2, calls: [{generation: 2}, {generation: 1}]});
    expect([shop.refunded(), shop.balance()]).toEqual([695, 745]);
  });
});

describe('extra store credit', () => {
  it('an answer lost after it landed is adopted: exactly one new credit fits', async () => {
    const shop = new FakeShop();
    shop.fail('StoreCreditAccountCredit', 'after');
    expect((await executePlan(planOf(shop), look(shop), shop.env())).state).toBe('done');
    expect(shop.balance()).toBe(745);
    expect(claimOf(shop).calls[1]?.evidence?.creditTransactionId).toBe(
      'gid://shopify/StoreCreditAccountCreditTransaction/1',
    );
  });

  it('nothing found is never repeated, not by a resumption either: a person decides', async () => {
    const shop = new FakeShop();
    shop.fail('StoreCreditAccountCredit', 'late');
    const outcome = await executePlan(planOf(shop), look(shop), shop.env());
    expect(outcome).toMatchObject({state: 'stopped', callId: 'call-2', problem: {code: 'outcomeUnknown'}});
    expect(states(shop)).toBe('done unknown');
    shop.now += LATER;
    expect(await resume(look(shop), shop.env())).toMatchObject({state: 'stopped', problem: {cause: 'nothingFound'}});
    expect(shop.log.filter((name) => name === 'StoreCreditAccountCredit')).toHaveLength(1);
    shop.deliver();
    shop.now += LATER;
    expect((await resume(look(shop), shop.env('two'))).state).toBe('done');
    expect(shop.balance()).toBe(745);
  });

  it('"it did not happen" is looked up once more before it is done again', async () => {
    const shop = new FakeShop();
    shop.fail('StoreCreditAccountCredit', 'before');
    await executePlan(planOf(shop), look(shop), shop.env());
    const decision = await decide(look(shop).claim, 'call-2', 'didNotHappen', shop.env('two'));
    expect(decision.state).toBe('recorded');
    expect(claimOf(shop).calls[1]?.evidence?.decision).toMatchObject({answer: 'didNotHappen', staff: 'two'});
    shop.now += LATER;
    expect((await resume(look(shop), shop.env('two'))).state).toBe('done');
    expect([shop.refunded(), shop.balance()]).toEqual([695, 745]);
  });

  it('a wrong "it did not happen" doesn\'t pay twice: the credit that is there is adopted', async () => {
    const shop = new FakeShop();
    shop.fail('StoreCreditAccountCredit', 'late');
    await executePlan(planOf(shop), look(shop), shop.env());
    await decide(look(shop).claim, 'call-2', 'didNotHappen', shop.env());
    shop.deliver();
    shop.now += LATER;
    expect((await resume(look(shop), shop.env())).state).toBe('done');
    expect(shop.balance()).toBe(745);
  });

  it('"it did not happen" is taken at its word where the account has moved too much to be read', async () => {
    const shop = new FakeShop();
    shop.fail('StoreCreditAccountCredit', 'before');
    shop.fail('StoreCreditAccountState', 'refused');
    await executePlan(planOf(shop), look(shop), shop.env());
    for (let other = 1; other <= 25; other += 1) {
      shop.credits.push({id: `gid://shopify/other/${other}`, minor: 1, balanceAfter: other, expiresAt: null});
    }
    shop.now += LATER;
    expect(await resume(look(shop), shop.env())).toMatchObject({state: 'stopped', problem: {cause: 'accountTooBusy'}});
    expect(shop.balance()).toBe(25);
    await decide(look(shop).claim, 'call-2', 'didNotHappen', shop.env());
    shop.now += LATER;
    expect((await resume(look(shop), shop.env())).state).toBe('done');
    expect([shop.refunded(), shop.balance()]).toEqual([695, 770]);
  });

  it('"it happened" ends the execution', async () => {
    const shop = new FakeShop();
    shop.fail('StoreCreditAccountCredit', 'late');
    await executePlan(planOf(shop), look(shop), shop.env());
    expect(await decide(look(shop).claim, 'call-2', 'happened', shop.env(), 'seen in the admin')).toMatchObject({
      state: 'recorded',
      claim: {state: 'done'},
    });
  });

  it('two that fit are left to a person', async () => {
    const shop = new FakeShop();
    shop.fail('StoreCreditAccountCredit', 'after');
    shop.fail('StoreCreditAccountState', 'refused');
    await executePlan(planOf(shop), look(shop), shop.env());
    const [first] = shop.credits;
    if (first)
      shop.credits.push({...first, id: 'gid://shopify/StoreCreditAccountCreditTransaction/2', balanceAfter: 1490});
    shop.now += LATER;
    const outcome = await resume(look(shop), shop.env());
    expect(outcome).toMatchObject({state: 'stopped', problem: {code: 'outcomeUnknown', cause: 'severalFit', count: 2}});
  });

  it('a credit that another execution has filed as its own is not adopted', async () => {
    const shop = new FakeShop();
    shop.fail('StoreCreditAccountCredit', 'after');
    shop.metaobjects.set('credit-1', {evidence: '{}', updatedAt: '2026-11-22T12:00:00Z'});
    const outcome = await executePlan(planOf(shop), look(shop), shop.env());
    expect(outcome).toMatchObject({state: 'stopped', problem: {code: 'outcomeUnknown'}});
  });

  it('throttled is not lost: it is sent again', async () => {
    const shop = new FakeShop();
    shop.fail('StoreCreditAccountCredit', 'throttled', 'throttled');
    expect((await executePlan(planOf(shop), look(shop), shop.env())).state).toBe('done');
    expect(shop.balance()).toBe(745);
  });
});

describe('resume', () => {
  it("not before the last transition is two minutes old by Shopify's clock", async () => {
    const shop = new FakeShop();
    shop.fail('StoreCreditAccountCredit', 'refused');
    await executePlan(planOf(shop), look(shop), shop.env());
    shop.now += 100_000;
    expect(await resume(look(shop), shop.env())).toMatchObject({
      state: 'refused',
      problem: {code: 'tooEarly', seconds: 20},
    });
    expect(claimOf(shop).epoch).toBe(1);
  });

  it('the former executor ends at its next write, and the money moves once', async () => {
    const shop = new FakeShop();
    const env = shop.env();
    const seconds: {state: string}[] = [];
    const slow = {
      ...env,
      admin: {
        request: async (operation: never, variables: never) => {
          const answer = await env.admin.request(operation, variables);
          if (String(operation).startsWith('mutation RefundCreate') && seconds.length === 0) {
            shop.now += LATER;
            seconds.push(await resume(look(shop), shop.env('two')));
          }
          return answer;
        },
      },
    };
    const first = await executePlan(planOf(shop), look(shop), slow as typeof env);
    expect(first.state).toBe('superseded');
    expect(seconds).toMatchObject([{state: 'done'}]);
    expect([shop.refunds.length, shop.refunded(), shop.balance()]).toEqual([1, 695, 745]);
  });

  it('two people resume at once: one goes on', async () => {
    const shop = new FakeShop();
    shop.fail('StoreCreditAccountCredit', 'refused');
    await executePlan(planOf(shop), look(shop), shop.env());
    shop.now += LATER;
    const confirmed = look(shop);
    const outcomes = await Promise.all([resume(confirmed, shop.env('one')), resume(confirmed, shop.env('two'))]);
    expect(outcomes.map(({state}) => state).toSorted()).toEqual(['done', 'stale']);
    expect([shop.refunded(), shop.balance()]).toEqual([695, 745]);
  });

  it('a refund by hand between two calls stops before the second', async () => {
    const shop = new FakeShop();
    shop.fail('ExecutionCreditState', 'before', 'before', 'before', 'before', 'before');
    await executePlan(planOf(shop), look(shop), shop.env());
    expect(states(shop)).toBe('done planned');
    const confirmed = look(shop);
    shop.refunds.push({id: 'gid://shopify/Refund/9', note: 'by hand', amount: 100, shipping: 0, status: 'SUCCESS'});
    shop.now += LATER;
    expect(await resume(confirmed, shop.env())).toMatchObject({state: 'stopped', problem: {code: 'orderChanged'}});
    expect(shop.balance()).toBe(0);
    shop.now += LATER;
    expect((await resume(look(shop), shop.env())).state).toBe('done');
    expect(shop.balance()).toBe(745);
  });

  it('a gift card whose answer never came is found by its code', async () => {
    const shop = new FakeShop();
    always(shop, 'GiftCardCreate', 'late');
    await executePlan(planOf(shop, GIFT_CARD), look(shop), shop.env());
    expect(states(shop)).toBe('done unknown');
    shop.now += LATER;
    expect((await resume(look(shop), shop.env())).state).toBe('done');
    shop.deliver();
    expect([...shop.giftCards.values()]).toEqual([745]);
  });

  it("evidence that can't be written stops no money and no resumption, and is told", async () => {
    const shop = new FakeShop();
    shop.fail('MetaobjectPairUpsert', 'refused');
    const told: string[] = [];
    const tell = ({type}: {type: string}) => told.push(type);
    expect((await executePlan(planOf(shop, OUTSIDE), look(shop), shop.env(), tell)).state).toBe('done');
    expect(told.at(-1)).toBe('evidenceMissing');
    const other = new FakeShop();
    other.fail('RefundCreate', 'refused');
    await executePlan(planOf(other), look(other), other.env());
    other.now += LATER;
    other.fail('MetaobjectUpsert', ...Array.from({length: 9}, () => 'refused' as const));
    other.fail('MetaobjectPairUpsert', ...Array.from({length: 9}, () => 'refused' as const));
    expect((await resume(look(other), other.env(), tell)).state).toBe('done');
    expect(told.filter((type) => type === 'evidenceMissing')).toHaveLength(2);
  });

  it('nobody resumes who may not write beside the claim', async () => {
    const shop = new FakeShop();
    shop.fail('RefundCreate', 'refused');
    await executePlan(planOf(shop), look(shop), shop.env());
    shop.now += LATER;
    shop.fail('MetafieldsSet', 'refused');
    expect(await resume(look(shop), shop.env())).toMatchObject({state: 'refused', problem: {code: 'accessDenied'}});
  });
});
