/** Flow sends a call again: at once, later, many times, after an answer got lost. Money moves once. */
import {describe, expect, it} from 'vitest';
import {decide, executePlan, readOrderForRefund, resume} from '../../src/execution/index.ts';
import {environmentOf} from '../execution/lab-client.ts';
import {confirmedPlan} from '../execution/lab-order.ts';
import {call, functionOnLab, labelCall, numberOf} from './shop.ts';
import type {FunctionOnLab} from './shop.ts';

const NOTHING = {card: '0.0', credit: '0.0', refunds: 0};
const LABEL = {card: '6.95', credit: '7.45', refunds: 1};
/** After this much rest, the engine lets somebody else go on. */
const RESTED_MS = 121_000;

describe('the same run again', () => {
  it('one after the other gets the same answer', async () => {
    const shop = await functionOnLab();
    const first = await call(shop, labelCall(shop));
    for (let again = 0; again < 3; again += 1) expect(await call(shop, labelCall(shop))).toEqual(first);
    expect(await shop.money()).toEqual(LABEL);
  });

  it('a day and more later, on another instance of the function', async () => {
    const shop = await functionOnLab();
    const first = await call(shop, labelCall(shop));
    shop.lab.clock.advance(35 * 3_600_000);
    expect(await call(shop.another(), labelCall(shop))).toEqual(first);
    expect(await shop.money()).toEqual(LABEL);
  });

  it('twenty times at once, on two instances: one is told the result, the others to ask again', async () => {
    const shop = await functionOnLab();
    const other = shop.another();
    const calls = Array.from({length: 20}, (_none, index) => call(index % 2 === 0 ? shop : other, labelCall(shop)));
    const answers = await Promise.all(calls);
    expect(answers.filter(({status}) => status === 200).length).toBeGreaterThanOrEqual(1);
    expect(answers.every(({status}) => status === 200 || status === 202)).toBe(true);
    expect(await shop.money()).toEqual(LABEL);
    expect(await call(shop, labelCall(shop))).toEqual(answers.find(({status}) => status === 200));
  });

  it('twenty runs at once, each meant as another, move money twenty times at most once each, one after the other', async () => {
    const shop = await functionOnLab();
    const runs = Array.from({length: 20}, (_none, index) => ({
      handle: 'run-refund-recipe',
      properties: {
        order_id: numberOf(shop.orderId),
        recipe: 'goodwill-amount',
        choices: 'goodwill=1.00',
        again: String(index),
      },
      runId: `run-${index}`,
    }));
    const answers = await Promise.all(runs.map((run) => call(shop, run)));
    expect(answers.every(({status}) => status === 200 || status === 429)).toBe(true);
    const done = new Set(answers.flatMap(({status}, index) => (status === 200 ? [index] : [])));
    expect((await shop.money()).credit).toBe(`${done.size}.0`);
    for (const run of runs.filter((_run, index) => !done.has(index))) {
      expect((await call(shop, run)).status).toBe(200);
    }
    expect((await shop.money()).credit).toBe('20.0');
  });

  it('with another recipe on the same order is told so', async () => {
    const shop = await functionOnLab();
    await call(shop, labelCall(shop));
    const properties = {order_id: numberOf(shop.orderId), recipe: 'full-refund'};
    const answer = await call(shop, {handle: 'run-refund-recipe', properties});
    expect(answer).toMatchObject({status: 409, body: {code: 'otherRecipe'}});
    expect(await shop.money()).toEqual(LABEL);
  });

  it('with another recipe doesn’t go on with what was interrupted', async () => {
    const shop = await functionOnLab();
    shop.lab.faults.add({kind: 'failsBefore', field: 'refundCreate', answer: 'networkCut', repeats: true});
    await call(shop, labelCall(shop));
    shop.lab.faults.clear();
    shop.lab.clock.advance(RESTED_MS);
    const properties = {order_id: numberOf(shop.orderId), recipe: 'full-refund'};
    expect((await call(shop, {handle: 'run-refund-recipe', properties})).body.code).toBe('otherRecipe');
    expect(await shop.money()).toEqual(NOTHING);
  });

  it('is answered with what it did, also after a later refund', async () => {
    const shop = await functionOnLab();
    await call(shop, labelCall(shop));
    const properties = {order_id: numberOf(shop.orderId), recipe: 'full-refund'};
    const later = {handle: 'run-refund-recipe', properties, runId: 'run-2'};
    expect((await call(shop, later)).body.return_value).toMatchObject({state: 'DONE', total: '50.00'});
    expect((await call(shop, labelCall(shop))).body.return_value).toMatchObject({
      state: 'DONE',
      recipe: 'shipping-plus-label',
      total: '14.40',
      toOriginalPayment: '6.95',
      toStoreCredit: '7.45',
    });
    expect(await shop.money()).toEqual({card: '56.95', credit: '7.45', refunds: 2});
  });
});

describe('an answer that got lost on the way to Shopify and back', () => {
  it.each(['refundCreate', 'metafieldsSet', 'storeCreditAccountCredit', 'metaobjectUpsert'])(
    'of %s, after the fact: the run finds out and is done',
    async (field) => {
      for (const answer of ['networkCut', 'timeout', 'badGateway', 'internalError'] as const) {
        const shop = await functionOnLab();
        shop.lab.faults.add({kind: 'failsAfter', field, answer});
        const first = await call(shop, labelCall(shop));
        expect(first).toMatchObject({status: 200, body: {return_value: {total: '14.40'}}});
        expect(await call(shop, labelCall(shop))).toEqual(first);
        expect(await shop.money()).toEqual(LABEL);
      }
    },
  );

  it('a refund that lands later than every try: Flow’s next call but one finds it', async () => {
    const shop = await functionOnLab();
    const late = {kind: 'landsLate', field: 'refundCreate', answer: 'timeout', repeats: true, holdsKey: false} as const;
    shop.lab.faults.add(late);
    expect(await call(shop, labelCall(shop))).toMatchObject({status: 202, body: {code: 'interrupted'}});
    expect(await call(shop, labelCall(shop))).toMatchObject({status: 202, body: {code: 'interrupted'}});
    expect(shop.lab.faults.release()).toBeGreaterThan(0);
    shop.lab.faults.clear();
    shop.lab.clock.advance(RESTED_MS);
    expect((await call(shop, labelCall(shop))).body.return_value).toMatchObject({state: 'DONE', total: '14.40'});
    expect(await shop.money()).toEqual(LABEL);
  });

  it('a refund that never landed: Flow’s call after the rest carries it out', async () => {
    const shop = await functionOnLab();
    shop.lab.faults.add({kind: 'failsBefore', field: 'refundCreate', answer: 'networkCut', repeats: true});
    expect(await call(shop, labelCall(shop))).toMatchObject({status: 202, body: {code: 'interrupted'}});
    shop.lab.faults.clear();
    shop.lab.clock.advance(RESTED_MS);
    expect((await call(shop, labelCall(shop))).status).toBe(200);
    expect(await shop.money()).toEqual(LABEL);
  });

  it('store credit that doesn’t show is never given again by itself: a person decides, and then it counts', async () => {
    const shop = await functionOnLab();
    shop.lab.faults.add({kind: 'landsLate', field: 'storeCreditAccountCredit', answer: 'timeout'});
    const first = await call(shop, labelCall(shop));
    expect(first).toMatchObject({status: 409, body: {code: 'personUncertain'}});
    expect(first.body.message).toBe(
      'Whether a part of the refund arrived isn’t certain, so it is not repeated by itself: open the order, look, and finish it there.',
    );
    shop.lab.clock.advance(RESTED_MS);
    expect((await call(shop, labelCall(shop))).status).toBe(409);
    expect(await shop.money()).toEqual({card: '6.95', credit: '0.0', refunds: 1});
    shop.lab.faults.release();
    const person = environmentOf(shop.lab, 'gid://shopify/StaffMember/1');
    expect(await decide((await read(shop)).claim, 'call-2', 'happened', person)).toMatchObject({state: 'recorded'});
    expect((await call(shop, labelCall(shop))).body.return_value).toMatchObject({state: 'DONE', total: '14.40'});
    expect(await shop.money()).toEqual(LABEL);
  });

  it('a claim that lands after its answer was given up: the next call waits for it, and the money moves once', async () => {
    const shop = await functionOnLab();
    shop.lab.faults.add({kind: 'landsLate', field: 'metafieldsSet', answer: 'networkCut', repeats: true});
    expect((await call(shop, labelCall(shop))).status).toBe(202);
    expect(shop.lab.faults.release()).toBeGreaterThan(0);
    shop.lab.faults.clear();
    expect(await call(shop, labelCall(shop))).toMatchObject({status: 202, body: {code: 'working'}});
    expect(await shop.money()).toEqual(NOTHING);
    shop.lab.clock.advance(RESTED_MS);
    expect((await call(shop, labelCall(shop))).status).toBe(200);
    expect(await shop.money()).toEqual(LABEL);
  });

  it.each([
    ['throttled', 429],
    ['failsBefore', 503],
  ] as const)(
    'reading the order %s all the time: nothing moves, and Flow is asked to come back',
    async (kind, status) => {
      const shop = await functionOnLab();
      shop.lab.faults.add({kind, operation: 'OrderForRefund', answer: 'badGateway', repeats: true});
      expect((await call(shop, labelCall(shop))).status).toBe(status);
      shop.lab.faults.clear();
      expect((await call(shop, labelCall(shop))).status).toBe(200);
      expect(await shop.money()).toEqual(LABEL);
    },
  );

  it('what Shopify refuses for good is told in its words, and a person finishes', async () => {
    const shop = await functionOnLab();
    shop.lab.settings.storeCreditLimitUsd = {customer: '1', companyLocation: '1'};
    const answer = await call(shop, labelCall(shop));
    expect(answer).toMatchObject({status: 409, body: {code: 'personRefused'}});
    expect(answer.body.message).toBe(
      "Shopify refused a part of the refund (“The operation would cause the account's credit limit to be exceeded”). What is done stays. Open the order and finish it there.",
    );
    expect(await call(shop, labelCall(shop))).toEqual(answer);
    expect(await shop.money()).toEqual({card: '6.95', credit: '0.0', refunds: 1});
  });

  it('a right that is missing is named, and nothing moves', async () => {
    const shop = await functionOnLab();
    shop.lab.faults.add({kind: 'accessDenied', field: 'metafieldsSet'});
    expect(await call(shop, labelCall(shop))).toMatchObject({status: 403, body: {code: 'accessDenied'}});
    expect(await shop.money()).toEqual(NOTHING);
  });
});

describe('somebody else on the same order', () => {
  it('who is at it right now is waited for', async () => {
    const shop = await functionOnLab();
    const person = environmentOf(shop.lab, 'gid://shopify/StaffMember/1');
    const {plan, confirmed} = await confirmedPlan(
      person,
      shop.orderId,
      {amounts: {goodwill: '1.00'}},
      'goodwill-amount',
    );
    const calls: Promise<unknown>[] = [];
    await executePlan(plan, confirmed, person, ({type}) => {
      if (type === 'claimed') calls.push(call(shop, labelCall(shop)));
    });
    const [meanwhile] = (await Promise.all(calls)) as {status: number}[];
    expect([200, 429]).toContain(meanwhile?.status);
    expect((await call(shop, labelCall(shop))).status).toBe(200);
    expect(await shop.money()).toEqual({card: '6.95', credit: '8.45', refunds: 1});
  });

  it('whose refund is unfinished has to finish it first', async () => {
    const shop = await functionOnLab();
    const person = environmentOf(shop.lab, 'gid://shopify/StaffMember/1');
    const {plan, confirmed} = await confirmedPlan(person, shop.orderId);
    shop.lab.faults.add({kind: 'accessDenied', field: 'storeCreditAccountCredit'});
    expect((await executePlan(plan, confirmed, person)).state).toBe('stopped');
    const answer = await call(shop, labelCall(shop));
    expect(answer).toMatchObject({status: 409, body: {code: 'otherUnfinished'}});
    expect(await shop.money()).toEqual({card: '6.95', credit: '0.0', refunds: 1});
  });

  it('who finishes an interrupted run in the admin: Flow’s call is answered with it', async () => {
    const shop = await functionOnLab();
    shop.lab.faults.add({kind: 'failsBefore', field: 'refundCreate', answer: 'networkCut', repeats: true});
    expect((await call(shop, labelCall(shop))).status).toBe(202);
    shop.lab.faults.clear();
    shop.lab.clock.advance(RESTED_MS);
    const person = environmentOf(shop.lab, 'gid://shopify/StaffMember/1');
    expect((await resume((await read(shop)).confirmed, person)).state).toBe('done');
    expect((await call(shop, labelCall(shop))).body.return_value).toMatchObject({state: 'DONE', total: '14.40'});
    expect(await shop.money()).toEqual(LABEL);
  });

  it('a note on the order that was changed by hand holds everything', async () => {
    const shop = await functionOnLab();
    await call(shop, labelCall(shop));
    const {claim} = await read(shop);
    await tamper(shop, JSON.stringify({...claim.claim, state: 'open'}));
    const answer = await call(shop, {...labelCall(shop), runId: 'run-2'});
    expect(answer).toMatchObject({status: 409, body: {code: 'claimProblem'}});
    expect(await shop.money()).toEqual(LABEL);
  });
});

async function read({lab, orderId}: FunctionOnLab) {
  const env = environmentOf(lab, 'looker');
  return readOrderForRefund(env.admin, orderId, () => env.now());
}

async function tamper({lab, orderId}: FunctionOnLab, value: string): Promise<void> {
  const query = `mutation($value: String!, $id: ID!) {
    metafieldsSet(metafields: [{ownerId: $id, namespace: "refund_recipes", key: "claim", type: "json", value: $value}]) {
      userErrors {message}
    }
  }`;
  await lab.handle({version: '2026-07', query, variables: {value, id: orderId}});
}
