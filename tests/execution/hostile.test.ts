/** What a hostile reader of the engine found, each as it could have paid twice, lost a leg or told a lie. */
import {describe, expect, it} from 'vitest';
import {executedMovements, executePlan, decide, resume} from '../../src/execution/index.ts';
import type {Environment} from '../../src/execution/index.ts';
import {summaryOf} from '../../src/execution/summary.ts';
import {FakeShop} from './fake-admin.ts';
import {claimOf, GIFT_CARD, look, OUTSIDE, planOf, states} from './plans.ts';

const LATER = 121_000;
const DAY = 24 * 3_600_000;

/** Does something right after the first request of an operation. */
function after(env: Environment, name: string, what: () => void): Environment {
  let met = false;
  return {
    ...env,
    admin: {
      request: async (operation, variables) => {
        const first = !met && operation.includes(` ${name}(`);
        met ||= first;
        const answer = await env.admin.request(operation, variables);
        if (first) what();
        return answer;
      },
    },
  };
}

describe('what could pay twice', () => {
  it('a tab that fell asleep within a refund and wakes when its key is forgotten', async () => {
    const shop = new FakeShop();
    shop.fail('RefundCreate', 'after');
    const env = shop.env();
    const slow: Environment = {...env, wait: () => Promise.resolve(void (shop.now += 2 * DAY))};
    await executePlan(planOf(shop), look(shop), slow);
    expect([shop.refunds.length, shop.refunded()]).toEqual([1, 695]);
  });

  it('a tab that fell asleep between intent and act while another went on', async () => {
    const shop = new FakeShop();
    let second: Promise<unknown> = Promise.resolve();
    const env = after(shop.env(), 'MetafieldsSet', () => {
      shop.now += 2 * DAY;
      second = resume(look(shop), shop.env('two'));
    });
    const sleepy: Environment = {
      ...env,
      admin: {
        request: async (operation, variables) => {
          const answer = await env.admin.request(operation, variables);
          await second;
          return answer;
        },
      },
    };
    const first = await executePlan(planOf(shop), look(shop), sleepy);
    expect(first.state).toBe('superseded');
    expect([shop.refunds.length, shop.refunded(), shop.balance()]).toEqual([1, 695, 745]);
  });

  it("a clock that is two days slow doesn't make a key look forgotten", async () => {
    const shop = new FakeShop();
    shop.fail('RefundCreate', 'late', 'late', 'late', 'late', 'late');
    const slow = {...shop.env(), now: () => shop.now - 2 * DAY};
    await executePlan(planOf(shop), {...look(shop), at: slow.now()}, slow);
    shop.now += LATER;
    await resume(look(shop), shop.env('two'));
    shop.deliver();
    expect(claimOf(shop).calls[0]?.generation).toBe(1);
    expect([shop.refunds.length, shop.refunded()]).toEqual([1, 695]);
  });

  it("a writer's own clock doesn't say how long an execution has rested", async () => {
    const shop = new FakeShop();
    shop.fail('RefundCreate', 'refused');
    const slow = {...shop.env(), now: () => shop.now - 2 * DAY};
    await executePlan(planOf(shop), {...look(shop), at: slow.now()}, slow);
    const read = look(shop);
    const outcome = await resume({...read, claim: {...read.claim, updatedAt: null}}, shop.env('two'));
    expect(outcome).toMatchObject({state: 'refused', problem: {code: 'tooEarly', seconds: 120}});
  });

  it('an owner whom nobody may see: what the account held is unknown, so nothing is sent', async () => {
    const shop = new FakeShop();
    const env = shop.env();
    const blind: Environment = {
      ...env,
      admin: {
        request: async (operation, variables) => {
          const answer = await env.admin.request(operation, variables);
          return {...answer, data: {...answer.data, owner: null}};
        },
      },
    };
    const outcome = await executePlan(planOf(shop), look(shop), blind);
    expect(outcome).toMatchObject({state: 'stopped', callId: 'call-2', problem: {code: 'creditRefused'}});
    expect(shop.balance()).toBe(0);
  });

  it('a plan from an older reading than the confirmed one, within the same second', async () => {
    const shop = new FakeShop();
    const plan = planOf(shop);
    shop.refunds.push({id: 'gid://shopify/Refund/9', note: 'by hand', amount: 5200, shipping: 0, status: 'SUCCESS'});
    const outcome = await executePlan(plan, look(shop), shop.env());
    expect(outcome).toMatchObject({state: 'stale', problem: {code: 'orderChanged', what: 'plan'}});
    expect(shop.log).toEqual([]);
  });
});

describe('what could get lost', () => {
  it('legs that were never paid stay in sight when a new plan begins over a stopped one', async () => {
    const shop = new FakeShop();
    shop.fail('StoreCreditAccountCredit', 'refused');
    await executePlan(planOf(shop), look(shop), shop.env());
    expect(states(shop)).toBe('done failed');
    expect((await executePlan(planOf(shop, OUTSIDE, 'plan-second'), look(shop), shop.env())).state).toBe('done');
    const [earlier] = claimOf(shop).earlier;
    expect(earlier?.legs.map(({kind, amount}) => `${kind} ${amount.minor}`)).toEqual(['refundToOriginalPayment 695']);
    expect(earlier?.unpaid?.map(({kind, amount}) => `${kind} ${amount.minor}`)).toEqual(['storeCredit 745']);
    expect(summaryOf(claimOf(shop)).abandoned).toEqual([
      {planId: 'plan-abc123', class: 'goodwill', destination: 'storeCredit', amount: '7.45', currency: 'EUR'},
    ]);
  });

  it("evidence that can't be stored with an answer is told", async () => {
    const shop = new FakeShop();
    shop.fail('StoreCreditAccountCredit', 'late');
    await executePlan(planOf(shop), look(shop), shop.env());
    shop.fail('MetaobjectUpsert', 'refused');
    const decision = await decide(look(shop).claim, 'call-2', 'happened', shop.env('two'));
    expect(decision).toMatchObject({state: 'recorded', evidenceMissing: true});
  });

  it("a gift card's whole code is in no record that stays", async () => {
    const shop = new FakeShop();
    const late = Array.from({length: 3}, () => 'late' as const);
    shop.fail('GiftCardCreate', ...late);
    await executePlan(planOf(shop, GIFT_CARD), look(shop), shop.env());
    const code = claimOf(shop).calls[1]?.evidence?.giftCardCode ?? '';
    expect(code).toHaveLength(16);
    const kept = [...shop.metaobjects.values()].map(({evidence}) => evidence).join(' ');
    expect(kept).toContain(`"giftCardCode":"${code.slice(-4)}"`);
    expect(kept).not.toContain(code);
  });
});

describe('what could be told wrong', () => {
  it('a refund whose transaction names no payment is the one that was asked for', async () => {
    const shop = new FakeShop();
    const env = shop.env();
    const nameless: Environment = {
      ...env,
      admin: {
        request: async (operation, variables) => {
          const answer = await env.admin.request(operation, variables);
          return JSON.parse(
            JSON.stringify(answer, (key, value: unknown) => (key === 'parentTransaction' ? null : value)),
          ) as typeof answer;
        },
      },
    };
    expect((await executePlan(planOf(shop), look(shop), nameless)).state).toBe('done');
    expect(executedMovements(claimOf(shop)).map(({status}) => status)).toEqual(['done', 'done']);
  });

  it('a payment that failed is not refunded, also when a person has settled it and a new plan has begun', async () => {
    const shop = new FakeShop();
    shop.refundStatus = 'FAILURE';
    await executePlan(planOf(shop), look(shop), shop.env());
    expect(summaryOf(claimOf(shop))).toMatchObject({refunded: [], unfinished: [{amount: '6.95'}, {amount: '7.45'}]});
    await decide(look(shop).claim, 'call-1', 'happened', shop.env(), 'paid by bank');
    expect(summaryOf(claimOf(shop))).toMatchObject({refunded: [], unfinished: [{amount: '7.45'}]});
    shop.refundStatus = 'SUCCESS';
    shop.now += LATER;
    await executePlan(planOf(shop, GIFT_CARD, 'plan-second'), look(shop), shop.env());
    expect(claimOf(shop).earlier[0]).toMatchObject({legs: [], unpaid: [{kind: 'storeCredit', amount: {minor: 745}}]});
  });
});
