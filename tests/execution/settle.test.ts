/** What still has to be done after an execution: outside payments, payments on their way, credits given twice. */
import {describe, expect, it} from 'vitest';
import {ExecutionState} from '../../graphql/generated/operations.ts';
import {setGatewayAnswer} from '../../lab/admin-api/orders/gateways.ts';
import {settleRefund} from '../../lab/admin-api/orders/controls.ts';
import {
  cancelOutside,
  debitDuplicate,
  decide,
  executePlan,
  findDuplicateCredits,
  keepDuplicate,
  markOutsidePaid,
  readOrderForRefund,
  refreshPending,
  resume,
  settleDebit,
} from '../../src/execution/index.ts';
import type {Claim} from '../../src/execution/index.ts';
import type {Choices} from '../../src/core/index.ts';
import {ASKER, shop} from './approval-shop.ts';
import type {Shop} from './approval-shop.ts';
import {ask} from './lab-client.ts';
import {confirmedPlan} from './lab-order.ts';

const GESTURE: Choices = {amounts: {goodwill: '5.00'}, prefer: {goodwill: 'outsidePayment'}};

async function run(world: Shop, choices?: Choices, recipe?: string, intent?: string) {
  const {plan, confirmed} = await confirmedPlan(world.asker, world.orderId, choices, recipe, intent);
  const outcome = await executePlan(plan, confirmed, world.asker);
  return {plan, outcome};
}

describe('a leg that was left unpaid when another plan began', () => {
  const left = async () => {
    const world = await shop();
    world.lab.faults.add({kind: 'accessDenied', field: 'storeCreditAccountCredit'});
    const {plan} = await run(world);
    world.lab.faults.clear();
    await run(world, GESTURE, 'goodwill-amount');
    return {world, id: {planId: plan.planId, callId: 'unpaid-1'}};
  };

  it.each([
    ['paid otherwise', 'paid', {reference: 'SEPA 42', date: '2026-11-22'}],
    ['not owed', 'cancelled', {reference: 'Customer keeps the goods'}],
  ] as const)('waits until somebody says: %s', async (_words, state, answer) => {
    const {world, id} = await left();
    const before = await world.look();
    const leg = {...id, kind: 'storeCredit', class: 'goodwill', amount: {minor: 745, currency: 'EUR'}, state: 'owed'};
    expect(before.waiting.abandoned).toMatchObject([leg]);
    expect(before.waiting.anything).toBe(true);
    const settled =
      'date' in answer
        ? await markOutsidePaid(before.claim, id, answer, world.asker)
        : await cancelOutside(before.claim, id, answer.reference, world.asker);
    expect(settled.state).toBe('recorded');
    const after = await world.look();
    expect(after.waiting.abandoned).toEqual([]);
    expect(after.claim.claim?.outside).toMatchObject([{state: 'owed'}, {...id, state, ...answer}]);
    expect(after.claim.claim?.outside[1]).toMatchObject({settled: {staff: ASKER}});
    expect(after.claim.claim?.earlier[0]?.unpaid).toHaveLength(1);
    expect(await cancelOutside(after.claim, id, 'Twice', world.asker)).toEqual({
      state: 'refused',
      problem: {code: 'outsideSettled', state},
    });
  });

  it('keeps the order tagged, also where nothing else waits', async () => {
    const {world, id} = await left();
    const {claim} = await world.look();
    await cancelOutside(claim, {planId: claim.claim?.planId ?? '', callId: 'call-1'}, 'Agreed', world.asker);
    const tagged = await world.look();
    expect([tagged.waiting.owed, tagged.tags]).toEqual([[], ['Refund waiting']]);
    await cancelOutside(tagged.claim, id, 'Agreed', world.asker);
    expect((await world.look()).tags).toEqual([]);
  });
});

describe('an outside payment', () => {
  const owed = async () => {
    const world = await shop();
    const {plan} = await run(world, GESTURE, 'goodwill-amount');
    return {world, id: {planId: plan.planId, callId: 'call-1'}};
  };

  it('is owed and tagged, until somebody says how and when it was paid', async () => {
    const {world, id} = await owed();
    const before = await world.look();
    expect(before.waiting.owed).toMatchObject([{amount: {minor: 500, currency: 'EUR'}, state: 'owed'}]);
    expect(before.tags).toEqual(['Refund waiting']);
    const paid = {reference: 'SEPA 2026-11-0042', date: '2026-11-22'};
    expect((await markOutsidePaid(before.claim, id, paid, world.asker)).state).toBe('recorded');
    const after = await world.look();
    expect(after.claim.claim?.outside).toMatchObject([
      {...id, state: 'paid', ...paid, settled: {staff: ASKER, at: '2026-11-22T12:00:00.000Z'}},
    ]);
    expect(after.waiting.anything).toBe(false);
    expect(after.tags).toEqual([]);
  });

  it('is cancelled with a reason, once', async () => {
    const {world, id} = await owed();
    const {claim} = await world.look();
    await cancelOutside(claim, id, 'Customer took a voucher', world.asker);
    const after = await world.look();
    expect(after.claim.claim?.outside).toMatchObject([{state: 'cancelled', reference: 'Customer took a voucher'}]);
    const again = await markOutsidePaid(after.claim, id, {reference: 'X', date: '2026-11-22'}, world.asker);
    expect(again).toEqual({state: 'refused', problem: {code: 'outsideSettled', state: 'cancelled'}});
    const stale = await markOutsidePaid(claim, id, {reference: 'X', date: '2026-11-22'}, world.asker);
    expect(stale).toEqual({state: 'stale', problem: {code: 'claimTaken'}});
  });

  it.each([
    [{reference: ' ', date: '2026-11-22'}, 'referenceUnusable'],
    [{reference: 'X', date: '2026-02-30'}, 'dateUnusable'],
    [{reference: 'X', date: '22-11-2026'}, 'dateUnusable'],
    [{reference: 'X', date: '2026-11-24'}, 'dateUnusable'],
  ])('takes no %j', async (payment, code) => {
    const {world, id} = await owed();
    const {claim} = await world.look();
    expect(await markOutsidePaid(claim, id, payment, world.asker)).toMatchObject({state: 'refused', problem: {code}});
  });

  it('of an earlier execution is settled too', async () => {
    const {world, id} = await owed();
    await run(world);
    const {claim} = await world.look();
    expect(claim.claim?.planId).not.toBe(id.planId);
    await markOutsidePaid(claim, id, {reference: 'SEPA 1', date: '2026-11-21'}, world.asker);
    expect((await world.look()).waiting.anything).toBe(false);
  });
});

describe('a payment on its way', () => {
  const pending = async () => {
    const world = await shop();
    setGatewayAnswer(world.lab.store, 'shopify_payments', {status: 'PENDING', errorCode: null}, 1);
    const {outcome} = await run(world);
    expect(outcome.state).toBe('done');
    const {waiting, tags} = await world.look();
    expect(tags).toEqual(['Refund waiting']);
    const [transaction] = waiting.pending;
    const refresh = async () => {
      const {order} = (await world.asker.admin.request(ExecutionState, {id: world.orderId})).data;
      return refreshPending((await world.look()).claim, order?.refunds ?? [], world.asker);
    };
    return {world, refresh, id: transaction?.id ?? ''};
  };

  it('that has not ended changes nothing', async () => {
    const {refresh} = await pending();
    expect(await refresh()).toMatchObject({changed: false});
  });

  it('that arrived ends the waiting', async () => {
    const {world, refresh, id} = await pending();
    settleRefund(world.lab.store, id, 'SUCCESS');
    expect(await refresh()).toMatchObject({changed: true});
    const {claim, waiting, tags} = await world.look();
    expect(claim.claim?.calls[0]?.evidence?.transactions?.[0]?.status).toBe('SUCCESS');
    expect(waiting.anything).toBe(false);
    expect(tags).toEqual([]);
    expect(await refresh()).toMatchObject({changed: false});
  });

  it('that failed leaves the execution unfinished, for a person to settle', async () => {
    const {world, refresh, id} = await pending();
    settleRefund(world.lab.store, id, 'FAILURE');
    await refresh();
    const {claim, waiting, tags} = await world.look();
    expect(claim.claim?.state).toBe('stopped');
    expect(claim.claim?.calls[0]).toMatchObject({state: 'partlyDone', evidence: {problem: {code: 'paymentFailed'}}});
    expect(waiting.unfinished).toBe(true);
    expect(tags).toEqual(['Refund waiting']);
    const settled = await decide(claim, 'call-1', 'happened', world.asker, 'SEPA 7');
    expect(settled).toMatchObject({state: 'recorded', claim: {state: 'done'}});
    expect((await world.look()).tags).toEqual([]);
  });

  it('that arrives asks nobody again about another one of its refund, which failed and was settled', async () => {
    const world = await shop();
    const {lab, asker} = world;
    const bag = (amount: string) => ({shopMoney: {amount, currencyCode: 'EUR'}});
    const sale = (gateway: string, amount: string) => ({
      kind: 'SALE',
      status: 'SUCCESS',
      gateway,
      amountSet: bag(amount),
    });
    const {orderCreate} = (await ask(
      lab,
      'mutation($order: OrderCreateOrderInput!) {orderCreate(order: $order) {order {id} userErrors {message}}}',
      {
        order: {
          currency: 'EUR',
          lineItems: [{title: 'Mug', quantity: 1, priceSet: bag('25.00')}],
          transactions: [sale('shopify_payments', '15.00'), sale('paypal', '10.00')],
        },
      },
    )) as {orderCreate: {order: {id: string}}};
    const {id} = orderCreate.order;
    setGatewayAnswer(lab.store, 'shopify_payments', {status: 'PENDING', errorCode: null}, 1);
    setGatewayAnswer(lab.store, 'paypal', {status: 'FAILURE', errorCode: null}, 1);
    expect((await run({...world, orderId: id}, {}, 'full-refund')).outcome.state).toBe('stopped');
    const read = async () => readOrderForRefund(asker.admin, id, () => asker.now());
    const settled = await decide((await read()).claim, 'call-1', 'happened', asker, 'SEPA 10.00');
    expect(settled).toMatchObject({state: 'recorded', claim: {state: 'done'}});
    const transactions = settled.state === 'recorded' ? settled.claim.calls[0]?.evidence?.transactions : [];
    const onItsWay = transactions?.find(({status}) => status === 'PENDING');
    settleRefund(lab.store, onItsWay?.id ?? '', 'SUCCESS');
    const {claim, raw} = await read();
    const refreshed = await refreshPending(claim, raw.order.refunds, asker);
    expect(refreshed).toMatchObject({changed: true, claim: {claim: {state: 'done', calls: [{state: 'done'}]}}});
  });

  it('that failed after a newer execution began stands as owed', async () => {
    const {world, refresh, id} = await pending();
    const second = await run(world, {amounts: {goodwill: '1.00'}}, 'goodwill-amount', 'second');
    expect(second.outcome.state).toBe('done');
    expect((await world.look()).waiting.pending).toMatchObject([{id, status: 'PENDING'}]);
    settleRefund(world.lab.store, id, 'FAILURE');
    await refresh();
    const {waiting} = await world.look();
    expect(waiting.pending).toEqual([]);
    expect(waiting.owed).toMatchObject([{amount: {minor: 695, currency: 'EUR'}, state: 'owed'}]);
  });
});

describe('a credit that was given twice', () => {
  /** The answer got lost, a person said that it did not happen, it was given again, and then the first one landed. */
  const twice = async () => {
    const world = await shop();
    world.lab.faults.add({kind: 'landsLate', field: 'storeCreditAccountCredit', answer: 'networkCut'});
    await run(world);
    await decide((await world.look()).claim, 'call-2', 'didNotHappen', world.asker);
    world.lab.clock.advance(121_000);
    await resume((await confirmedPlan(world.asker, world.orderId)).confirmed, world.asker);
    world.lab.faults.release();
    expect(await world.money()).toEqual({card: '6.95', credit: '14.9', refunds: 1});
    const {claim} = await world.look();
    if (!claim.claim) throw new Error('There is no claim.');
    const [duplicate] = await findDuplicateCredits(world.asker, claim.claim);
    if (!duplicate) throw new Error('No duplicate was found.');
    return {world, claim, duplicate};
  };

  it('is found, and taken back by a person while it is unspent', async () => {
    const {world, claim, duplicate} = await twice();
    expect(duplicate).toMatchObject({callId: 'call-2', amount: {minor: 745, currency: 'EUR'}, unspent: true});
    const outcome = await debitDuplicate(claim, duplicate, 'Given twice', world.asker);
    expect(outcome).toMatchObject({
      state: 'recorded',
      claim: {calls: [{}, {evidence: {debits: [{state: 'done', staff: ASKER, reason: 'Given twice'}]}}]},
    });
    expect(await world.money()).toEqual({card: '6.95', credit: '7.45', refunds: 1});
    const after = await world.look();
    const again = await debitDuplicate(after.claim, duplicate, 'Again', world.asker);
    expect(again).toEqual({state: 'refused', problem: {code: 'noDuplicate'}});
    expect(after.waiting.anything).toBe(false);
  });

  it('is not taken back from what the customer has spent', async () => {
    const {world, claim, duplicate} = await twice();
    await ask(
      world.lab,
      `mutation($id: ID!) {storeCreditAccountDebit(id: $id, debitInput: {debitAmount: {amount: "8.00", currencyCode: EUR}}) {userErrors {message}}}`,
      {id: duplicate.accountId},
    );
    const outcome = await debitDuplicate(claim, duplicate, 'Given twice', world.asker);
    expect(outcome).toEqual({state: 'refused', problem: {code: 'duplicateSpent'}});
  });

  it('whose debit got lost after the fact is adopted, not repeated', async () => {
    const {world, claim, duplicate} = await twice();
    world.lab.faults.add({kind: 'failsAfter', field: 'storeCreditAccountDebit', answer: 'networkCut'});
    const outcome = await debitDuplicate(claim, duplicate, 'Given twice', world.asker);
    expect(outcome).toMatchObject({claim: {calls: [{}, {evidence: {debits: [{state: 'done'}]}}]}});
    expect(await world.money()).toMatchObject({credit: '7.45'});
  });

  it('whose debit may still land waits for a person, and is never sent again by itself', async () => {
    const {world, claim, duplicate} = await twice();
    world.lab.faults.add({kind: 'landsLate', field: 'storeCreditAccountDebit', answer: 'networkCut'});
    await debitDuplicate(claim, duplicate, 'Given twice', world.asker);
    const open = await world.look();
    expect(open.waiting.duplicates).toHaveLength(1);
    expect(open.tags).toEqual(['Refund waiting']);
    const again = await debitDuplicate(open.claim, duplicate, 'Again', world.asker);
    expect(again).toEqual({state: 'refused', problem: {code: 'debitUnknown'}});
    world.lab.faults.release();
    await settleDebit(open.claim, 'call-2', 'happened', world.asker);
    expect(await world.money()).toMatchObject({credit: '7.45'});
    expect((await world.look()).waiting.anything).toBe(false);
  });

  it('that Shopify refuses to take back stays, with the reason', async () => {
    const {world, claim, duplicate} = await twice();
    world.lab.faults.add({kind: 'accessDenied', field: 'storeCreditAccountDebit'});
    const outcome = await debitDuplicate(claim, duplicate, 'Given twice', world.asker);
    expect(outcome).toMatchObject({
      claim: {calls: [{}, {evidence: {debits: [{state: 'failed', problem: {code: 'accessDenied'}}]}}]},
    });
    expect(await world.money()).toMatchObject({credit: '14.9'});
  });

  it('of an earlier execution is found too, told apart from a newer credit of the same amount, and taken back', async () => {
    const {world} = await twice();
    const label: Choices = {amounts: {returnLabel: '7.45'}};
    const {outcome} = await run(world, label, 'shipping-plus-label', 'second');
    expect(outcome.state).toBe('done');
    expect(await world.money()).toMatchObject({credit: '22.35'});
    const {claim} = await world.look();
    if (!claim.claim) throw new Error('There is no claim.');
    const found = await findDuplicateCredits(world.asker, claim.claim);
    const [planId] = claim.claim.earlier.map((one) => one.planId);
    expect(found).toMatchObject([{callId: `call-2-${planId}`, amount: {minor: 745}, unspent: true}]);
    const [duplicate] = found;
    if (!duplicate) throw new Error('No duplicate was found.');
    const debited = await debitDuplicate(claim, duplicate, 'Given twice', world.asker);
    expect(debited).toMatchObject({
      state: 'recorded',
      claim: {earlier: [{credits: [{evidence: {debits: [{state: 'done', reason: 'Given twice'}]}}]}]},
    });
    expect(await world.money()).toMatchObject({credit: '14.9'});
    const after = await world.look();
    expect(after.waiting.duplicates).toEqual([]);
    expect(await findDuplicateCredits(world.asker, after.claim.claim as Claim)).toEqual([]);
  });

  it('of an earlier execution goes on waiting when a newer one begins over the question', async () => {
    const {world, claim, duplicate} = await twice();
    world.lab.faults.add({kind: 'landsLate', field: 'storeCreditAccountDebit', answer: 'networkCut'});
    await debitDuplicate(claim, duplicate, 'Given twice', world.asker);
    await run(world, GESTURE, 'goodwill-amount');
    const {claim: open, waiting} = await world.look();
    expect(waiting.duplicates.map(({id}) => id)).toEqual([`call-2-${claim.claim?.planId}`]);
    await settleDebit(open, `call-2-${claim.claim?.planId}`, 'happened', world.asker);
    expect((await world.look()).waiting.duplicates).toEqual([]);
  });

  it('is asked for of the newest credits only', async () => {
    const world = await shop();
    for (let round = 1; round <= 8; round += 1) {
      const gift: Choices = {amounts: {goodwill: '1.00'}, prefer: {goodwill: 'storeCredit'}};
      await run(world, gift, 'goodwill-amount', `gift-${round}`);
    }
    const {claim} = await world.look();
    expect(claim.claim?.earlier.map(({credits = []}) => credits.length)).toEqual([1, 1, 1, 1, 1, 0, 0]);
  });

  it('on purpose, by hand, is kept by a person, and not found again', async () => {
    const {world, claim, duplicate} = await twice();
    const outcome = await keepDuplicate(claim, duplicate, 'Given by hand', world.asker);
    if (outcome.state !== 'recorded') throw new Error(outcome.problem.code);
    expect(await findDuplicateCredits(world.asker, outcome.claim)).toEqual([]);
    expect(await world.money()).toMatchObject({credit: '14.9'});
  });
});
