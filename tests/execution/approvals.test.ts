/** Limits, requests and approvals against the local Shopify: held by the engine, whatever a screen thinks. */
import {receivedTriggers} from '../../lab/admin-api/flow/index.ts';
import {describe, expect, it} from 'vitest';
import {
  recording,
  declineRequest,
  askForApproval,
  executePlan,
  planOfRequest,
  resume,
} from '../../src/execution/index.ts';
import type {RecordedRequest} from '../../src/execution/index.ts';
import {adminOf, environmentOf} from './lab-client.ts';
import {confirmedPlan} from './lab-order.ts';
import {asked, APPROVER, ASKER, CHOICES, saveSettings, shop, write} from './approval-shop.ts';

const NOTHING = {card: '0.0', credit: '0.0', refunds: 0};
const BOTH = {card: '6.95', credit: '7.45', refunds: 1};
const LOW = {goodwill: {perRefund: '5.00'}};
const eur = (minor: number) => ({minor, currency: 'EUR'});

describe('a limit', () => {
  it('stops a plan above it before anything is claimed, with the figures', async () => {
    const world = await shop(LOW);
    const {plan, confirmed} = await confirmedPlan(world.asker, world.orderId);
    expect(await executePlan(plan, confirmed, world.asker)).toEqual({
      state: 'needsApproval',
      problem: {code: 'needsApproval'},
      breaches: [{class: 'goodwill', scope: 'shop', kind: 'perRefund', limit: eur(500), would: eur(745)}],
    });
    expect(await world.money()).toEqual(NOTHING);
    expect((await world.look()).claim.claim).toBeNull();
  });

  it('is read right before the claim: one that came while the screen was open holds', async () => {
    const world = await shop();
    const {plan, confirmed} = await confirmedPlan(world.asker, world.orderId);
    await saveSettings(world.asker, {format: 1, limits: {shop: LOW, recipes: {}}});
    expect((await executePlan(plan, confirmed, world.asker)).state).toBe('needsApproval');
    expect(await world.money()).toEqual(NOTHING);
  });

  it('of the recipe holds beside a wider one of the shop', async () => {
    const world = await shop({goodwill: {perRefund: '100'}}, {'shipping-plus-label': {goodwill: {perRefund: '7.44'}}});
    const {plan, confirmed} = await confirmedPlan(world.asker, world.orderId);
    expect(await executePlan(plan, confirmed, world.asker)).toMatchObject({
      state: 'needsApproval',
      breaches: [{scope: 'recipe', limit: eur(744), would: eur(745)}],
    });
  });

  it('never holds what is owed, also while the settings are broken', async () => {
    const world = await shop();
    await saveSettings(world.asker, {format: 1, limits: {shop: {goodwill: {perRefund: 'ten'}}}});
    const owed = await confirmedPlan(world.asker, world.orderId, {ground: 'defect'}, 'shipping-only');
    expect((await executePlan(owed.plan, owed.confirmed, world.asker)).state).toBe('done');
    const gift = await confirmedPlan(world.asker, world.orderId, {amounts: {goodwill: '5.00'}}, 'goodwill-amount');
    expect(await executePlan(gift.plan, gift.confirmed, world.asker)).toMatchObject({
      state: 'refused',
      problem: {
        code: 'settingsUnreadable',
        message: expect.stringContaining('settings.limits.shop.goodwill.perRefund'),
      },
    });
  });

  it('holds an outside payment too, which sends nothing to Shopify', async () => {
    const world = await shop({goodwill: {perRefund: '1.00'}});
    const {plan, confirmed} = await confirmedPlan(
      world.asker,
      world.orderId,
      {amounts: {goodwill: '5.00'}, prefer: {goodwill: 'outsidePayment'}},
      'goodwill-amount',
    );
    expect(plan.calls.map(({kind}) => kind)).toEqual(['outsidePayment']);
    expect((await executePlan(plan, confirmed, world.asker)).state).toBe('needsApproval');
    expect((await world.look()).claim.claim).toBeNull();
  });

  it('per customer costs one request, no limit none', async () => {
    const names = async (limits: Parameters<typeof shop>[0]) => {
      const world = await shop(limits);
      const {plan, confirmed} = await confirmedPlan(world.asker, world.orderId);
      const log: RecordedRequest[] = [];
      await executePlan(plan, confirmed, environmentOf(world.lab, ASKER, recording(adminOf(world.lab), log)));
      return log.map(({operation}) => operation);
    };
    const without = await names(undefined);
    const within = await names({goodwill: {perCustomer: {amount: '100', days: 30}}});
    expect(without).toHaveLength(12);
    expect(within).toEqual([without[0], 'CustomerHistory', ...without.slice(1)]);
  });

  it('per customer counts what this customer got before, on this order and by hand', async () => {
    const world = await shop({goodwill: {perCustomer: {amount: '20.00', days: 30}}});
    const gift = async (amount: string, intent: string) => {
      const {plan, confirmed} = await confirmedPlan(
        world.asker,
        world.orderId,
        {amounts: {goodwill: amount}},
        'goodwill-amount',
        intent,
      );
      return executePlan(plan, confirmed, world.asker);
    };
    expect((await gift('8.00', 'one')).state).toBe('done');
    await world.lab.handle({
      version: '2026-07',
      query: `mutation($id: ID!) {storeCreditAccountCredit(id: $id, creditInput: {creditAmount: {amount: "7.00", currencyCode: EUR}}) {userErrors {message}}}`,
      variables: {id: world.customerId},
    });
    expect((await gift('5.00', 'two')).state).toBe('done');
    expect(await gift('0.01', 'three')).toMatchObject({
      state: 'needsApproval',
      breaches: [{kind: 'perCustomer', limit: eur(2000), would: eur(2001), days: 30}],
    });
    world.lab.clock.advance(31 * 86_400_000);
    expect((await gift('20.00', 'four')).state).toBe('done');
  });
});

describe('an approval', () => {
  it('by somebody else carries the plan out, and stands in the claim with who, when and why', async () => {
    const world = await shop(LOW);
    const {request} = await asked(world);
    expect((await world.look()).tags).toContain('Refund waiting');
    const planned = await planOfRequest(world.approver, world.orderId, request.id);
    expect(planned.changed).toBe(false);
    const {plan, confirmed} = planned;
    const from = {requestId: request.id, reason: 'Fair'};
    const outcome = await executePlan(plan, confirmed, world.approver, undefined, from);
    expect(outcome).toMatchObject({
      state: 'done',
      claim: {
        staff: APPROVER,
        request: {
          id: request.id,
          kind: 'approval',
          askedBy: ASKER,
          by: APPROVER,
          at: '2026-11-22T12:00:00.000Z',
          reason: 'Fair',
        },
      },
    });
    expect(await world.money()).toEqual(BOTH);
    const {requests, waiting, tags} = await world.look();
    expect(requests.requests).toMatchObject([{state: 'approved', decision: {by: APPROVER, reason: 'Fair'}}]);
    expect(waiting.anything).toBe(false);
    expect(tags).toEqual([]);
  });

  it.each([
    ['whoever asked', ASKER, 'approvalOwn'],
    ['somebody whom Shopify does not name', null, 'staffUnknown'],
  ])('is not given by %s', async (_who, staff, code) => {
    const world = await shop(LOW);
    const {request} = await asked(world);
    const env = {...world.approver, staff};
    const {plan, confirmed} = await planOfRequest(env, world.orderId, request.id);
    const outcome = await executePlan(plan, confirmed, env, undefined, {requestId: request.id});
    expect(outcome).toMatchObject({state: 'needsApproval', problem: {code}});
    expect(await world.money()).toEqual(NOTHING);
    expect((await world.look()).waiting.approvals).toHaveLength(1);
  });

  it('is for one plan only: other amounts need another', async () => {
    const world = await shop(LOW);
    const {request} = await asked(world);
    const {plan, confirmed} = await confirmedPlan(world.approver, world.orderId, {amounts: {returnLabel: '9.00'}});
    const outcome = await executePlan(plan, confirmed, world.approver, undefined, {requestId: request.id});
    expect(outcome).toMatchObject({state: 'needsApproval', problem: {code: 'approvalOtherPlan'}});
  });

  it('lapses', async () => {
    const world = await shop(LOW);
    const {request} = await asked(world);
    const {plan, confirmed} = await planOfRequest(world.approver, world.orderId, request.id);
    world.lab.clock.advance(7 * 86_400_000);
    const late = {...confirmed, at: world.approver.now()};
    expect(await executePlan(plan, late, world.approver, undefined, {requestId: request.id})).toEqual({
      state: 'refused',
      problem: {code: 'requestNotWaiting', state: 'expired'},
    });
    expect(await world.money()).toEqual(NOTHING);
  });

  it('that was declined meanwhile moves nothing, and the reason stays', async () => {
    const world = await shop(LOW);
    const {request} = await asked(world);
    const {plan, confirmed, requests} = await planOfRequest(world.approver, world.orderId, request.id);
    const declined = await declineRequest(requests, request.id, 'Too much', world.approver);
    expect(declined).toMatchObject({
      state: 'recorded',
      request: {state: 'declined', decision: {by: APPROVER, reason: 'Too much'}},
    });
    expect((await world.look()).tags).toEqual([]);
    const outcome = await executePlan(plan, confirmed, world.approver, undefined, {requestId: request.id});
    expect(outcome.state === 'done').toBe(false);
    expect(await world.money()).toEqual(NOTHING);
  });

  it('and a decline at the same moment: one of them wins, whole', async () => {
    const world = await shop(LOW);
    const {request} = await asked(world);
    const {plan, confirmed, requests} = await planOfRequest(world.approver, world.orderId, request.id);
    const third = environmentOf(world.lab, 'gid://shopify/StaffMember/3');
    const [executed, declined] = await Promise.all([
      executePlan(plan, confirmed, world.approver, undefined, {requestId: request.id}),
      declineRequest(requests, request.id, 'No', third),
    ]);
    const {requests: after} = await world.look();
    const approved = executed.state === 'done';
    expect(declined.state).toBe(approved ? 'stale' : 'recorded');
    expect(after.requests.map(({state}) => state)).toEqual([approved ? 'approved' : 'declined']);
    expect(await world.money()).toEqual(approved ? BOTH : NOTHING);
  });

  it.each(['failsBefore', 'failsAfter'] as const)('whose first write %s is given once', async (kind) => {
    const world = await shop(LOW);
    const {request} = await asked(world);
    const {plan, confirmed} = await planOfRequest(world.approver, world.orderId, request.id);
    world.lab.faults.add({kind, field: 'metafieldsSet', answer: 'networkCut'});
    const outcome = await executePlan(plan, confirmed, world.approver, undefined, {requestId: request.id});
    expect(outcome.state).toBe('done');
    expect((await world.look()).requests.requests.map(({state}) => state)).toEqual(['approved']);
    expect(await world.money()).toEqual(BOTH);
  });

  it('that stopped halfway is finished by whoever resumes, without asking again', async () => {
    const world = await shop(LOW);
    const {request} = await asked(world);
    const {plan, confirmed} = await planOfRequest(world.approver, world.orderId, request.id);
    world.lab.faults.add({kind: 'accessDenied', field: 'storeCreditAccountCredit'});
    const outcome = await executePlan(plan, confirmed, world.approver, undefined, {requestId: request.id});
    expect(outcome).toMatchObject({state: 'stopped', callId: 'call-2'});
    expect((await world.look()).tags).toEqual(['Refund waiting']);
    world.lab.clock.advance(121_000);
    const again = await confirmedPlan(world.asker, world.orderId);
    expect(await resume(again.confirmed, world.asker)).toMatchObject({
      state: 'done',
      claim: {request: {by: APPROVER, askedBy: ASKER}},
    });
    expect(await world.money()).toEqual(BOTH);
    expect((await world.look()).tags).toEqual([]);
  });

  it('pressed twice pays once', async () => {
    const world = await shop(LOW);
    const {request} = await asked(world);
    const {plan, confirmed} = await planOfRequest(world.approver, world.orderId, request.id);
    const from = {requestId: request.id};
    const outcomes = await Promise.all([
      executePlan(plan, confirmed, world.approver, undefined, from),
      executePlan(plan, confirmed, environmentOf(world.lab, 'gid://shopify/StaffMember/3'), undefined, from),
    ]);
    expect(outcomes.map(({state}) => state).toSorted()).toEqual(['done', 'stale']);
    expect(await world.money()).toEqual(BOTH);
  });
});

describe('a request', () => {
  it('asked again is one request; asked with other amounts it replaces what waited', async () => {
    const world = await shop(LOW);
    const first = await asked(world);
    const second = await asked(world);
    expect(second.request).toEqual(first.request);
    const {plan} = await confirmedPlan(world.asker, world.orderId, {amounts: {returnLabel: '9.00'}});
    const more = {choices: {amounts: {returnLabel: '9.00'}}, reason: 'The label was 9.00', expiresAfterDays: 7};
    await askForApproval((await world.look()).requests, plan, {...more, breaches: first.breaches}, world.asker);
    expect((await world.look()).requests.requests.map(({choices}) => choices)).toEqual([more.choices]);
  });

  it('holds no name of who gave consent', async () => {
    const world = await shop(LOW);
    const {plan} = await confirmedPlan(world.asker, world.orderId);
    const choices = {...CHOICES, consent: {by: 'Sanne de Vries', at: '2026-11-22', channel: 'e-mail'}};
    const answer = await askForApproval(
      (await world.look()).requests,
      plan,
      {choices, reason: 'Late', breaches: [], expiresAfterDays: 7},
      world.asker,
    );
    expect(answer.state).toBe('recorded');
    expect(JSON.stringify((await world.look()).requests)).not.toContain('Sanne');
  });

  it('that a workflow wrote is released once; the same asked again is the same request, and done', async () => {
    const world = await shop();
    const ask = JSON.stringify({recipe: 'shipping-plus-label', choices: CHOICES, reason: 'Delivered five days late'});
    await write(world, 'ask', ask);
    const {requests} = await world.look();
    expect(requests.requests).toMatchObject([{by: 'flow', state: 'waiting', reason: 'Delivered five days late'}]);
    const from = {requestId: requests.requests[0]?.id ?? ''};
    const {plan, confirmed} = await planOfRequest(world.asker, world.orderId, from.requestId);
    expect(await executePlan(plan, confirmed, world.asker, undefined, from)).toMatchObject({
      state: 'done',
      claim: {request: {askedBy: 'flow', by: ASKER, reason: 'Delivered five days late'}},
    });
    const told = receivedTriggers(world.lab.store).map(({payload}) => JSON.parse(payload) as Record<string, unknown>);
    expect(told.map(({Reason}) => Reason)).toEqual(['Delivered five days late', 'Delivered five days late']);
    expect((await world.look()).requests.requests).toMatchObject([{state: 'released', decision: {by: ASKER}}]);
    await write(world, 'ask', `[${ask}, ${ask}]`);
    expect((await world.look()).waiting.requests).toEqual([]);
    await expect(planOfRequest(world.asker, world.orderId, from.requestId)).rejects.toMatchObject({
      problem: {code: 'requestNotWaiting', state: 'released'},
    });
    expect(await world.money()).toEqual(BOTH);
  });

  it('that a workflow wrote and somebody declined stays declined, until it is asked again on purpose', async () => {
    const world = await shop();
    await write(world, 'ask', JSON.stringify({recipe: 'shipping-only'}));
    const {requests} = await world.look();
    await declineRequest(requests, requests.requests[0]?.id ?? '', 'Not this time', world.approver);
    await write(world, 'ask', JSON.stringify([{recipe: 'shipping-only'}, {recipe: 'shipping-only', reason: 'other'}]));
    expect((await world.look()).waiting.requests).toEqual([]);
    await write(world, 'ask', JSON.stringify({recipe: 'shipping-only', again: '2026-11-23'}));
    expect((await world.look()).waiting.requests).toMatchObject([{recipe: {handle: 'shipping-only'}, by: 'flow'}]);
  });

  it('that a workflow wrote, above a limit, waits as an approval alone, and is answered with it', async () => {
    const world = await shop(LOW);
    await write(world, 'ask', JSON.stringify({recipe: 'shipping-plus-label', choices: CHOICES, reason: 'Late'}));
    const requestId = (await world.look()).waiting.requests[0]?.id ?? '';
    const planned = await planOfRequest(world.asker, world.orderId, requestId);
    const outcome = await executePlan(planned.plan, planned.confirmed, world.asker, undefined, {requestId});
    const breaches = outcome.state === 'needsApproval' ? outcome.breaches : [];
    const above = {choices: CHOICES, reason: 'Late', breaches, expiresAfterDays: 7};
    await askForApproval(planned.requests, planned.plan, above, world.asker);
    const {waiting, requests} = await world.look();
    expect(waiting).toMatchObject({requests: [], approvals: [{kind: 'approval', by: ASKER}]});
    await declineRequest(requests, waiting.approvals[0]?.id ?? '', 'Not this time', world.approver);
    expect((await world.look()).waiting.anything).toBe(false);
  });

  it('that a workflow wrote waits again when its approval lapsed', async () => {
    const world = await shop(LOW);
    await write(world, 'ask', JSON.stringify({recipe: 'shipping-plus-label', choices: CHOICES}));
    const requestId = (await world.look()).waiting.requests[0]?.id ?? '';
    const planned = await planOfRequest(world.asker, world.orderId, requestId);
    const above = {choices: CHOICES, reason: 'Late', breaches: [], expiresAfterDays: 7};
    await askForApproval(planned.requests, planned.plan, above, world.asker);
    world.lab.clock.advance(8 * 86_400_000);
    expect((await world.look()).waiting).toMatchObject({requests: [{id: requestId, by: 'flow'}], approvals: []});
  });

  it('above a limit is not released: it becomes an approval of the same intent', async () => {
    const world = await shop(LOW);
    const {plan} = await confirmedPlan(world.asker, world.orderId);
    const plain = {choices: CHOICES, reason: 'Late', expiresAfterDays: 7};
    const answer = await askForApproval((await world.look()).requests, plan, plain, world.asker);
    const requestId = answer.state === 'recorded' ? answer.request.id : '';
    const planned = await planOfRequest(world.approver, world.orderId, requestId);
    const outcome = await executePlan(planned.plan, planned.confirmed, world.approver, undefined, {requestId});
    expect(outcome).toMatchObject({state: 'needsApproval', problem: {code: 'needsApproval'}});
    const breaches = outcome.state === 'needsApproval' ? outcome.breaches : [];
    await askForApproval(planned.requests, planned.plan, {...plain, breaches}, world.approver);
    const {waiting} = await world.look();
    expect([waiting.requests.length, waiting.approvals.length]).toEqual([0, 1]);
    expect(waiting.approvals[0]).toMatchObject({kind: 'approval', by: APPROVER});
  });
});
