/** Bad input and hostile cases: seen before money moves, explained by a code that has words, nothing lost. */
import {describe, expect, it} from 'vitest';
import {EvidenceByHandle, ExecutionState, MetaobjectUpsert} from '../../graphql/generated/operations.ts';
import {presetByHandle} from '../../src/core/index.ts';
import {
  askForApproval,
  decide,
  declineRequest,
  executePlan,
  markOutsidePaid,
  planOfRequest,
  readClaim,
  refreshPending,
  resume,
  setAside,
  sha256Hex,
  syncTag,
} from '../../src/execution/index.ts';
import type {Claim} from '../../src/execution/index.ts';
import {asked, CHOICES, refundElsewhere, shop, write} from './approval-shop.ts';
import {confirmedPlan} from './lab-order.ts';

const NOTHING = {card: '0.0', credit: '0.0', refunds: 0};
const BOTH = {card: '6.95', credit: '7.45', refunds: 1};
const LOW = {goodwill: {perRefund: '5.00'}};
/** A text of 128 KB that is no JSON text of ours. */
const HUGE = JSON.stringify('x'.repeat(127_000));

describe('a claim', () => {
  const executed = async () => {
    const world = await shop();
    const {plan, confirmed} = await confirmedPlan(world.asker, world.orderId);
    await executePlan(plan, confirmed, world.asker);
    const {order} = (await world.asker.admin.request(ExecutionState, {id: world.orderId})).data;
    return {world, value: order?.claim?.value ?? ''};
  };

  it.each([
    ['edited by hand', (value: string) => value.replace('"minor":695', '"minor":595'), 'claimAltered'],
    ['moved here from another order', (value: string) => value.replaceAll('Order/1001', 'Order/9'), 'claimForeign'],
    ['that another app filled with 128 KB', () => HUGE, 'claimUnreadable'],
    ['emptied', () => '{}', 'claimUnreadable'],
    ['of a later format', (value: string) => value.replace('"format":1', '"format":2'), 'claimUnreadable'],
  ])('%s stops every way to move money, and stands as it is', async (_how, edit, code) => {
    const {world, value} = await executed();
    const edited = edit(value);
    await write(world, 'claim', edited);
    const {plan, confirmed} = await confirmedPlan(
      world.asker,
      world.orderId,
      {amounts: {goodwill: '1.00'}},
      'goodwill-amount',
      'second',
    );
    const {claim, waiting} = await world.look();
    const outcomes = [
      await executePlan(plan, confirmed, world.asker),
      await resume(confirmed, world.asker),
      await decide(claim, 'call-1', 'happened', world.asker),
      await markOutsidePaid(
        claim,
        {planId: plan.planId, callId: 'call-1'},
        {reference: 'X', date: '2026-11-22'},
        world.asker,
      ),
    ];
    expect(outcomes.map((outcome) => ('problem' in outcome ? outcome.problem.code : outcome.state))).toEqual([
      code,
      code,
      code,
      code,
    ]);
    expect(await refreshPending(claim, [], world.asker)).toMatchObject({changed: false});
    expect(waiting.unfinished).toBe(true);
    expect(await world.money()).toEqual(BOTH);
    const {order} = (await world.asker.admin.request(ExecutionState, {id: world.orderId})).data;
    expect(order?.claim?.value).toBe(edited);
  });

  it('that a person looked at is set aside, kept as evidence, and its plan is not carried out again', async () => {
    const {world, value} = await executed();
    const first = await confirmedPlan(world.asker, world.orderId);
    await write(world, 'claim', value.replace('"minor":695', '"minor":595'));
    const altered = await confirmedPlan(world.asker, world.orderId);
    expect(await setAside(altered.confirmed, 'Looked at it', world.asker)).toMatchObject({problem: {code: 'tooEarly'}});
    world.lab.clock.advance(121_000);
    expect(await setAside(first.confirmed, 'It is whole', world.asker)).toMatchObject({
      state: 'refused',
      problem: {code: 'nothingToDecide'},
    });
    const outcome = await setAside(altered.confirmed, 'Looked at it', world.asker);
    const {planId, intentId} = JSON.parse(value) as Claim;
    expect(outcome).toMatchObject({state: 'recorded', claim: {state: 'done', epoch: 2, earlier: [{planId, intentId}]}});
    const after = await world.look();
    expect([after.claim.problem, after.waiting.anything, after.tags]).toEqual([undefined, false, []]);
    const {data} = await world.asker.admin.request(EvidenceByHandle, {
      handle: `set-aside-${sha256Hex(value.replace('"minor":695', '"minor":595')).slice(0, 16)}-1`,
    });
    expect(data.evidence?.evidence?.value).toContain('Looked at it');
    expect(await setAside(altered.confirmed, 'Twice', world.asker)).toMatchObject({state: 'stale'});
    const next = await confirmedPlan(
      world.asker,
      world.orderId,
      {amounts: {goodwill: '1.00'}},
      'goodwill-amount',
      'new',
    );
    expect((await executePlan(next.plan, next.confirmed, world.asker)).state).toBe('done');
  });

  it.each([
    ['an empty entry among its earlier executions', {earlier: [null]}],
    [
      'an earlier execution without amounts',
      {earlier: [{planId: 'p', intentId: 'i', at: 'x', legs: [{kind: 'giftCard'}]}]},
    ],
    ['an outside payment without an amount', {outside: [{planId: 'p', callId: 'c', at: 'x', state: 'owed'}]}],
    [
      'an amount in no currency',
      {
        earlier: [],
        outside: [{planId: 'p', callId: 'c', at: 'x', state: 'owed', amount: {minor: 1, currency: 'coins'}}],
      },
    ],
  ])('with %s is set aside all the same, and the order can be read afterwards', async (_what, change) => {
    const {world, value} = await executed();
    await write(world, 'claim', JSON.stringify({...(JSON.parse(value) as Claim), ...change}));
    world.lab.clock.advance(121_000);
    const {confirmed} = await confirmedPlan(world.asker, world.orderId);
    expect((await setAside(confirmed, 'Not ours', world.asker)).state).toBe('recorded');
    const {claim, waiting} = await world.look();
    expect([claim.claim?.earlier, claim.claim?.outside, waiting.anything]).toEqual([[], [], false]);
  });

  it('of 128 KB is set aside in pieces that fit', async () => {
    const {world} = await executed();
    await write(world, 'claim', HUGE);
    world.lab.clock.advance(121_000);
    const {confirmed} = await confirmedPlan(world.asker, world.orderId);
    expect((await setAside(confirmed, 'Not ours', world.asker)).state).toBe('recorded');
    const pieces = await Promise.all(
      [1, 2, 3, 4, 5].map(async (piece) => {
        const handle = `set-aside-${sha256Hex(HUGE).slice(0, 16)}-${piece}`;
        const {evidence} = (await world.asker.admin.request(EvidenceByHandle, {handle})).data;
        return (JSON.parse(evidence?.evidence?.value ?? '{"text":""}') as {text: string}).text;
      }),
    );
    expect(pieces.join('')).toBe(HUGE);
  });

  it('cut off is named too; Shopify itself stores no such JSON', async () => {
    const {world, value} = await executed();
    const cut = {value: value.slice(0, -40), compareDigest: 'd', updatedAt: '2026-11-22T12:00:00Z'};
    expect(readClaim(cut, world.orderId)).toMatchObject({claim: null, problem: {code: 'claimUnreadable'}});
  });

  it('that another app writes between look and claim: nothing moves', async () => {
    const world = await shop();
    const {plan, confirmed} = await confirmedPlan(world.asker, world.orderId);
    await write(world, 'claim', '{"mine": true}');
    expect(await executePlan(plan, confirmed, world.asker)).toMatchObject({
      state: 'stale',
      problem: {code: 'claimTaken'},
    });
    expect(await world.money()).toEqual(NOTHING);
  });
});

describe('a request', () => {
  it('whose amount was edited by hand can be neither carried out nor declined, and is not lost', async () => {
    const world = await shop(LOW);
    const {request} = await asked(world);
    const edited = {...request, choices: {amounts: {returnLabel: '74.50'}}};
    await write(world, 'request', JSON.stringify({format: 1, nonce: 'x', requests: [edited]}));
    await expect(planOfRequest(world.approver, world.orderId, request.id)).rejects.toMatchObject({
      problem: {code: 'requestNotWaiting', state: 'gone'},
    });
    const {requests, waiting} = await world.look();
    expect(requests.problems).toEqual([{code: 'requestAltered', request: request.id}]);
    expect(waiting.anything).toBe(true);
    expect(await declineRequest(requests, request.id, 'No', world.approver)).toMatchObject({state: 'refused'});
    const {plan} = await confirmedPlan(world.asker, world.orderId);
    const more = {choices: CHOICES, reason: 'Once more', breaches: [], expiresAfterDays: 7};
    const answer = await askForApproval(requests, plan, more, world.asker);
    expect(answer.state).toBe('recorded');
    const {order} = (await world.asker.admin.request(ExecutionState, {id: world.orderId})).data;
    expect(order?.request?.value).toContain('74.50');
  });

  it('whose plan was edited by hand approves nothing', async () => {
    const world = await shop(LOW);
    const {request} = await asked(world);
    const {plan, confirmed} = await confirmedPlan(world.approver, world.orderId, {amounts: {returnLabel: '74.50'}});
    const edited = {...request, planId: plan.planId};
    await write(world, 'request', JSON.stringify({format: 1, nonce: 'x', requests: [edited]}));
    // Its id still fits its choices: the forged approval is for this plan, and passes only as somebody else's. See the docs.
    const own = await executePlan(plan, confirmed, world.asker, undefined, {requestId: request.id});
    expect(own).toMatchObject({state: 'needsApproval', problem: {code: 'approvalOwn'}});
    const nobody = await executePlan(plan, confirmed, {...world.approver, staff: null}, undefined, {
      requestId: request.id,
    });
    expect(nobody).toMatchObject({state: 'needsApproval', problem: {code: 'staffUnknown'}});
    expect(await world.money()).toEqual(NOTHING);
  });

  it('metafield that another app filled with 128 KB is named and never overwritten; refunds go on', async () => {
    const world = await shop();
    await write(world, 'request', HUGE);
    const {requests} = await world.look();
    expect(requests).toMatchObject({requests: [], problems: [{code: 'requestsUnreadable'}], kept: null});
    const {plan, confirmed} = await confirmedPlan(world.asker, world.orderId);
    const answer = await askForApproval(
      requests,
      plan,
      {choices: CHOICES, reason: 'Late', expiresAfterDays: 7},
      world.asker,
    );
    expect(answer).toEqual({state: 'refused', problem: {code: 'requestsUnreadable'}});
    expect((await executePlan(plan, confirmed, world.asker)).state).toBe('done');
    const {order} = (await world.asker.admin.request(ExecutionState, {id: world.orderId})).data;
    expect(order?.request?.value).toBe(HUGE);
  });

  it('written over by a workflow while somebody asks: the asker reads again, nothing is overwritten', async () => {
    const world = await shop(LOW);
    const {plan} = await confirmedPlan(world.asker, world.orderId);
    const {requests} = await world.look();
    await write(world, 'request', '{"format": 1, "nonce": "flow", "requests": []}');
    const more = {choices: CHOICES, reason: 'Late', breaches: [], expiresAfterDays: 7};
    expect(await askForApproval(requests, plan, more, world.asker)).toEqual({
      state: 'stale',
      problem: {code: 'requestChanged'},
    });
  });
});

describe('a plan', () => {
  it('of another order is refused before anything is asked', async () => {
    const [here, there] = [await shop(), await shop()];
    const {plan} = await confirmedPlan(there.asker, there.orderId);
    const {confirmed} = await confirmedPlan(here.asker, here.orderId);
    const foreign = {...plan, orderId: 'gid://shopify/Order/77'};
    expect(await executePlan(foreign, confirmed, here.asker)).toMatchObject({problem: {code: 'otherOrder'}});
    expect(await here.money()).toEqual(NOTHING);
  });

  it('and its reading, replayed in another shop, find no such order', async () => {
    const [here, there] = [await shop(), await shop()];
    const {plan, confirmed} = await confirmedPlan(there.asker, there.orderId);
    const orderId = 'gid://shopify/Order/424242';
    const outcome = await executePlan({...plan, orderId}, {...confirmed, orderId}, here.asker);
    expect(outcome).toMatchObject({state: 'stale', problem: {code: 'orderGone'}});
    expect(await here.money()).toEqual(NOTHING);
  });

  it('whose recipe was changed between plan and approval is no longer what was approved', async () => {
    const world = await shop(LOW);
    const {request} = await asked(world);
    const recipe = {...presetByHandle('shipping-plus-label'), version: 2};
    await world.asker.admin.request(MetaobjectUpsert, {
      handle: {type: '$app:refund-recipe', handle: recipe.handle},
      metaobject: {fields: [{key: 'recipe', value: JSON.stringify(recipe)}]},
    });
    const {plan, confirmed, changed} = await planOfRequest(world.approver, world.orderId, request.id);
    expect(changed).toBe(true);
    const outcome = await executePlan(plan, confirmed, world.approver, undefined, {requestId: request.id});
    expect(outcome).toMatchObject({state: 'needsApproval', problem: {code: 'approvalOtherPlan'}});
    expect(await world.money()).toEqual(NOTHING);
    expect((await world.look()).waiting.approvals).toMatchObject([{id: request.id}]);
  });

  it('whose recipe was switched off says so', async () => {
    const world = await shop(LOW);
    const {request} = await asked(world);
    await world.asker.admin.request(MetaobjectUpsert, {
      handle: {type: '$app:refund-recipe', handle: 'shipping-plus-label'},
      metaobject: {
        fields: [
          {key: 'recipe', value: JSON.stringify(presetByHandle('shipping-plus-label'))},
          {key: 'enabled', value: 'false'},
        ],
      },
    });
    await expect(planOfRequest(world.approver, world.orderId, request.id)).rejects.toMatchObject({
      problem: {code: 'recipeGone'},
    });
  });

  it('of an order that was refunded on Shopify’s own screen meanwhile moves nothing more', async () => {
    const world = await shop();
    const {plan, confirmed} = await confirmedPlan(world.asker, world.orderId);
    await refundElsewhere(world);
    expect(await executePlan(plan, confirmed, world.asker)).toMatchObject({
      state: 'stale',
      problem: {code: 'orderChanged'},
    });
    expect(await world.money()).toEqual({card: '6.95', credit: '0.0', refunds: 1});
  });

  it('of an order that was edited meanwhile moves nothing, and is planned again', async () => {
    const world = await shop();
    const {plan, confirmed} = await confirmedPlan(world.asker, world.orderId);
    world.lab.clock.advance(1000);
    await syncTag(world.asker.admin, world.orderId, undefined, true);
    expect(await executePlan(plan, confirmed, world.asker)).toMatchObject({
      state: 'stale',
      problem: {code: 'orderChanged'},
    });
    expect(await world.money()).toEqual(NOTHING);
    const again = await confirmedPlan(world.asker, world.orderId);
    expect((await executePlan(again.plan, again.confirmed, world.asker)).state).toBe('done');
  });

  it('approved, of an order that was refunded on Shopify’s own screen since, is another plan', async () => {
    const world = await shop(LOW);
    const {request} = await asked(world);
    await refundElsewhere(world);
    const {plan, confirmed, changed} = await planOfRequest(world.approver, world.orderId, request.id);
    expect(changed).toBe(true);
    expect(plan.totals.toCustomer).toEqual({minor: 745, currency: 'EUR'});
    const outcome = await executePlan(plan, confirmed, world.approver, undefined, {requestId: request.id});
    expect(outcome).toMatchObject({state: 'needsApproval', problem: {code: 'approvalOtherPlan'}});
    expect(await world.money()).toEqual({card: '6.95', credit: '0.0', refunds: 1});
  });
});
