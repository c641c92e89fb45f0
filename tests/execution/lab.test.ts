/** The engine against the local Shopify, from reading the order to its store credit: real schema, scopes, keys and faults. */
import {describe, expect, it} from 'vitest';
import {planRefund, presetByHandle} from '../../src/core/index.ts';
import type {Recipe} from '../../src/core/index.ts';
import {snapshotFromAdmin} from '../../src/adapters/index.ts';
import {
  askFigures,
  decide,
  dryRun,
  executedMovements,
  executePlan,
  readOrderForRefund,
  recording,
  resume,
  sha256Hex,
  withPacing,
} from '../../src/execution/index.ts';
import type {Environment, RecordedRequest} from '../../src/execution/index.ts';
import {OWN_APP} from '../../lab/admin-api/access.ts';
import {createLab} from '../../lab/admin-api/lab.ts';
import type {Lab} from '../../lab/admin-api/lab.ts';
import {installDefinitions} from '../../lab/admin-api/metaobjects/definitions.ts';
import {seed as seedLab} from '../../lab/seed/index.ts';
import {adminOf, ask, environmentOf} from './lab-client.ts';
import {confirmedPlan, moved, shopWithOrder, TOML} from './lab-order.ts';

const LATER = 121_000;

async function shop() {
  const {lab, orderId, customerId} = await shopWithOrder();
  const env = environmentOf(lab, 'one');
  return {
    lab,
    env,
    orderId,
    confirm: (by: Environment = env) => confirmedPlan(by, orderId),
    money: () => moved(lab, orderId, customerId),
  };
}

const other = (lab: Lab) => environmentOf(lab, 'two');

/** Shipping is owed, the label is the shop's policy, and both go to the card: Shopify makes one transaction of them. */
const BOTH_TO_CARD: Recipe = {
  ...presetByHandle('shipping-plus-label'),
  parts: presetByHandle('shipping-plus-label').parts.map((part) =>
    part.kind === 'returnLabel' ? {...part, class: 'policy'} : part,
  ),
  destinations: {owed: ['originalPayment'], policy: ['originalPayment'], goodwill: ['storeCredit']},
};

describe('the engine against the lab', () => {
  it('tells what each part of one transaction brought, never the whole of it twice', async () => {
    const {env, orderId, money} = await shop();
    const {raw, confirmed} = await readOrderForRefund(env.admin, orderId, () => env.now());
    const order = snapshotFromAdmin(raw);
    const choices = {amounts: {returnLabel: '7.45'}};
    const input = {order, recipe: BOTH_TO_CARD, choices, intentId: 'intent-1', hash: sha256Hex};
    const figures = await askFigures(env.admin, planRefund(input), order);
    const outcome = await executePlan(planRefund({...input, figures}), confirmed, env);
    if (outcome.state !== 'done') throw new Error(outcome.problem.code);
    expect(await money()).toEqual({card: '14.4', credit: '0.0', refunds: 1});
    expect(executedMovements(outcome.claim).map((one) => [one.kind, one.class, one.amount.minor, one.status])).toEqual([
      ['refundToOriginalPayment', 'owed', 695, 'done'],
      ['refundToOriginalPayment', 'policy', 745, 'done'],
    ]);
  });

  it('refunds 6.95 to the card and gives 7.45 store credit, in eight requests, tells Flow in four, at most 170 points', async () => {
    const {lab, confirm, money} = await shop();
    const {plan, confirmed} = await confirm();
    const log: RecordedRequest[] = [];
    const pace = {now: () => lab.clock.now().getTime(), wait: () => Promise.resolve()};
    const env = environmentOf(lab, 'one', recording(withPacing(adminOf(lab), pace), log));
    const outcome = await executePlan(plan, confirmed, env);
    expect(outcome).toMatchObject({state: 'done', claim: {calls: [{state: 'done'}, {state: 'done'}]}});
    expect(await money()).toEqual({card: '6.95', credit: '7.45', refunds: 1});
    expect(log.map(({operation}) => operation)).toHaveLength(12);
    expect(log.reduce((sum, {cost}) => sum + (cost?.actual ?? 0), 0)).toBeLessThanOrEqual(170);
  });

  it('a stale claim digest moves nothing', async () => {
    const {lab, env, confirm, money} = await shop();
    const {plan, confirmed} = await confirm();
    await executePlan(plan, confirmed, env);
    expect((await executePlan(plan, confirmed, other(lab))).state).toBe('stale');
    expect(await money()).toEqual({card: '6.95', credit: '7.45', refunds: 1});
  });

  it.each(['refundCreate', 'metafieldsSet', 'storeCreditAccountCredit', 'metaobjectUpsert'])(
    'an answer of %s that got lost after the fact changes nothing',
    async (field) => {
      const {lab, env, confirm, money} = await shop();
      const {plan, confirmed} = await confirm();
      lab.faults.add({kind: 'failsAfter', field, answer: 'networkCut'});
      expect((await executePlan(plan, confirmed, env)).state).toBe('done');
      expect(await money()).toEqual({card: '6.95', credit: '7.45', refunds: 1});
    },
  );

  it('a refund that lands late, after someone resumed, is one refund', async () => {
    const {lab, env, confirm, money} = await shop();
    const {plan, confirmed} = await confirm();
    lab.faults.add({kind: 'landsLate', field: 'refundCreate', answer: 'timeout', repeats: true, holdsKey: false});
    expect(await executePlan(plan, confirmed, env)).toMatchObject({
      state: 'stopped',
      problem: {code: 'outcomeUnknown'},
    });
    lab.clock.advance(LATER);
    const late = lab.faults.late();
    lab.faults.release(late[0]?.id);
    const again = await confirm(other(lab));
    expect(await resume(again.confirmed, other(lab))).toMatchObject({state: 'done'});
    lab.faults.release();
    expect(await money()).toEqual({card: '6.95', credit: '7.45', refunds: 1});
  });

  it('a store credit that lands late is adopted, never repeated', async () => {
    const {lab, env, confirm, money} = await shop();
    const {plan, confirmed} = await confirm();
    lab.faults.add({kind: 'landsLate', field: 'storeCreditAccountCredit', answer: 'networkCut'});
    expect(await executePlan(plan, confirmed, env)).toMatchObject({state: 'stopped', callId: 'call-2'});
    const decision = await decide((await confirm()).confirmed.claim, 'call-2', 'didNotHappen', other(lab));
    expect(decision.state).toBe('recorded');
    lab.faults.release();
    lab.clock.advance(LATER);
    expect(await resume((await confirm()).confirmed, other(lab))).toMatchObject({state: 'done'});
    expect(await money()).toEqual({card: '6.95', credit: '7.45', refunds: 1});
  });

  it('two people on the same stale screen: the money of one moves', async () => {
    const {lab, env, confirm, money} = await shop();
    const {plan, confirmed} = await confirm();
    const outcomes = await Promise.all([executePlan(plan, confirmed, env), executePlan(plan, confirmed, other(lab))]);
    expect(outcomes.map(({state}) => state).toSorted()).toEqual(['done', 'stale']);
    expect(await money()).toEqual({card: '6.95', credit: '7.45', refunds: 1});
  });

  it('store credit instead of cash is one refund and one credit for the bonus', async () => {
    const {lab, orderId, customerId} = await shopWithOrder();
    const env = environmentOf(lab, 'one');
    const consent = {by: 'Sanne', at: '2026-11-22', channel: 'e-mail'};
    const {plan, confirmed} = await confirmedPlan(env, orderId, {consent}, 'store-credit-bonus');
    const outcome = await executePlan(plan, confirmed, env);
    expect(outcome.state).toBe('done');
    expect(await moved(lab, orderId, customerId)).toEqual({card: '56.95', credit: '62.65', refunds: 1});
  });

  it('an order of 300 lines is refunded in two calls, together exact, also when the first answer got lost', async () => {
    const lab = createLab({now: new Date('2026-11-22T12:00:00Z'), seed: seedLab});
    installDefinitions(lab.store, TOML, OWN_APP);
    const {orders} = (await ask(lab, '{orders(first: 50) {nodes {id subtotalLineItemsQuantity}}}')) as {
      orders: {nodes: {id: string; subtotalLineItemsQuantity: number}[]};
    };
    const long = orders.nodes.find(({subtotalLineItemsQuantity}) => subtotalLineItemsQuantity === 300)?.id ?? '';
    const env = environmentOf(lab, 'one');
    const {plan, confirmed} = await confirmedPlan(env, long, {}, 'full-refund');
    lab.faults.add({kind: 'failsAfter', field: 'refundCreate', answer: 'timeout'});
    expect(await executePlan(plan, confirmed, env)).toMatchObject({state: 'done'});
    const {order} = (await ask(
      lab,
      'query($id: ID!) {order(id: $id) {displayFinancialStatus totalRefundedSet {presentmentMoney {amount}} refunds(first: 9) {note}}}',
      {id: long},
    )) as {order: unknown};
    expect(order).toEqual({
      displayFinancialStatus: 'REFUNDED',
      totalRefundedSet: {presentmentMoney: {amount: '300.0'}},
      refunds: [{note: `Refund Recipes ${plan.planId} call-1`}, {note: `Refund Recipes ${plan.planId} call-2`}],
    });
  }, 30_000);

  it('a dry run goes through everything and changes nothing', async () => {
    const {lab, confirm, money} = await shop();
    const {plan, confirmed} = await confirm();
    const dry = environmentOf(
      lab,
      'one',
      dryRun(adminOf(lab), () => lab.clock.now().getTime()),
    );
    expect((await executePlan(plan, confirmed, dry)).state).toBe('done');
    expect(await money()).toEqual({card: '0.0', credit: '0.0', refunds: 0});
    expect((await confirm()).confirmed.claim.claim).toBeNull();
  });

  it('a missing right is named and nothing moves', async () => {
    const {lab, env, confirm, money} = await shop();
    const {plan, confirmed} = await confirm();
    lab.faults.add({kind: 'accessDenied', field: 'metafieldsSet'});
    expect(await executePlan(plan, confirmed, env)).toMatchObject({state: 'refused', problem: {code: 'accessDenied'}});
    expect(await money()).toEqual({card: '0.0', credit: '0.0', refunds: 0});
  });
});
