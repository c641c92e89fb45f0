/** Flow delivers an event more than once: other runs, with other ids, ask for the same. It is paid once, unless `again` says so. */
import {describe, expect, it} from 'vitest';
import {
  declineRequest,
  executePlan,
  planOfRequest,
  readOrderForRefund,
  readRequests,
  resume,
} from '../../src/execution/index.ts';
import {createEndpoint} from '../../src/endpoint/index.ts';
import type {Host} from '../../src/endpoint/host.ts';
import {refundElsewhere, saveSettings} from '../execution/approval-shop.ts';
import {environmentOf} from '../execution/lab-client.ts';
import {confirmedPlan} from '../execution/lab-order.ts';
import {call, functionOnLab, labelCall, numberOf} from './shop.ts';
import type {Answered, Call, FunctionOnLab} from './shop.ts';

const NOTHING = {card: '0.0', credit: '0.0', refunds: 0};
const LABEL = {card: '6.95', credit: '7.45', refunds: 1};
const RESTED_MS = 121_000;
const PER_REFUND = {format: 1, limits: {shop: {goodwill: {perRefund: '5.00'}}, recipes: {}}};
const PER_CUSTOMER = {format: 1, limits: {shop: {goodwill: {perCustomer: {amount: '10.00', days: 30}}}, recipes: {}}};

/** The label's call by the run of that number. */
const labelRun = (shop: FunctionOnLab, run: number, properties: Readonly<Record<string, unknown>> = {}): Call => ({
  ...labelCall(shop, properties),
  runId: `run-${run}`,
});

const recipeRun = (shop: FunctionOnLab, run: number, properties: Readonly<Record<string, unknown>>): Call => ({
  handle: 'run-refund-recipe',
  properties: {order_id: numberOf(shop.orderId), ...properties},
  runId: `run-${run}`,
});

const bonusRun = (shop: FunctionOnLab, run: number, properties: Readonly<Record<string, unknown>> = {}): Call => ({
  handle: 'store-credit-with-bonus',
  properties: {order_id: numberOf(shop.orderId), consent: 'e-mail', ...properties},
  runId: `run-${run}`,
});

describe('another run with the same deed', () => {
  it('moves nothing, and is told what was paid then and how to pay it again', async () => {
    const shop = await functionOnLab();
    const first = await call(shop, labelRun(shop, 1));
    const second = await call(shop, labelRun(shop, 2));
    expect(second).toEqual({
      ...first,
      body: {
        return_value: {
          ...first.body.return_value,
          state: 'ALREADY_DONE',
          message:
            'Another run of this action has refunded this before: 14.40 EUR. Nothing moved now. For a second time on purpose, give “Again” another text.',
        },
      },
    });
    expect(second.body.return_value).toMatchObject({toOriginalPayment: '6.95', toStoreCredit: '7.45'});
    expect(await call(shop, labelRun(shop, 2))).toEqual(second);
    expect(await call(shop, labelRun(shop, 1))).toEqual(first);
    expect(await shop.money()).toEqual(LABEL);
  });

  it('is told so in Dutch', async () => {
    const shop = await functionOnLab({language: 'nl'});
    await call(shop, labelRun(shop, 1));
    expect((await call(shop, labelRun(shop, 2))).body.return_value).toMatchObject({
      state: 'ALREADY_DONE',
      message:
        'Een andere run van deze actie heeft dit al terugbetaald: 14.40 EUR. Er is nu niets gebeurd. Moet het met opzet nog een keer, geef ‘Again’ dan een andere tekst.',
    });
  });

  it('a day and a later refund on, on another instance, is told the same amounts', async () => {
    const shop = await functionOnLab();
    await call(shop, labelRun(shop, 1));
    expect((await call(shop, recipeRun(shop, 2, {recipe: 'full-refund'}))).body.return_value?.total).toBe('50.00');
    shop.lab.clock.advance(25 * 3_600_000);
    expect((await call(shop.another(), labelRun(shop, 3))).body.return_value).toMatchObject({
      state: 'ALREADY_DONE',
      recipe: 'shipping-plus-label',
      total: '14.40',
      toOriginalPayment: '6.95',
      toStoreCredit: '7.45',
    });
    expect(await shop.money()).toEqual({card: '56.95', credit: '7.45', refunds: 2});
  });

  it('at the very same moment: one pays, the other is told to come back, and then what was paid', async () => {
    const shop = await functionOnLab();
    const other = shop.another();
    const both = await Promise.all([call(shop, labelRun(shop, 1)), call(other, labelRun(shop, 2))]);
    expect(both.filter(({body}) => body.return_value?.state === 'DONE')).toHaveLength(1);
    expect(both.every(({status}) => status === 200 || status === 429)).toBe(true);
    const states = [await call(shop, labelRun(shop, 1)), await call(shop, labelRun(shop, 2))].map(
      ({body}) => body.return_value?.state,
    );
    expect(states.toSorted()).toEqual(['ALREADY_DONE', 'DONE']);
    expect(await shop.money()).toEqual(LABEL);
  });

  it('twenty at once pay one goodwill', async () => {
    const shop = await functionOnLab();
    const runs = Array.from({length: 20}, (_none, run) => {
      return recipeRun(shop, run, {recipe: 'goodwill-amount', choices: 'goodwill=1.00'});
    });
    await Promise.all(runs.map((run, index) => call(index % 2 === 0 ? shop : shop.another(), run)));
    const states: (string | undefined)[] = [];
    for (const run of runs) states.push((await call(shop, run)).body.return_value?.state);
    expect(states.filter((state) => state === 'DONE')).toHaveLength(1);
    expect(states.filter((state) => state === 'ALREADY_DONE')).toHaveLength(19);
    expect(await shop.money()).toEqual({card: '0.0', credit: '1.0', refunds: 0});
  });

  it('that had planned before the first one paid reads the order again instead of paying', async () => {
    const shop = await functionOnLab();
    let first: Answered | null = null;
    const late = interrupted(shop, 'MetafieldsSet', async () => {
      first = await call(shop, labelRun(shop, 1));
    });
    const second = await call(late, labelRun(shop, 2));
    expect(first).toMatchObject({body: {return_value: {state: 'DONE'}}});
    expect(second.body.return_value).toMatchObject({state: 'ALREADY_DONE', total: '14.40'});
    expect(await shop.money()).toEqual(LABEL);
  });

  it.each([
    ['another run', 2, {}, 'ALREADY_DONE'],
    ['another run’s dry run', 2, {dry_run: true}, 'ALREADY_DONE'],
    ['the same run, sent again', 1, {}, 'DONE'],
  ])('%s, whose figures come after the payment, is not told to have it refunded by hand', async (...given) => {
    const [, run, properties, state] = given;
    const shop = await functionOnLab();
    const late = interrupted(shop, 'RefundSuggestion(', async () => void (await call(shop, labelRun(shop, 1))));
    expect(await call(late, labelRun(shop, run, properties))).toMatchObject({
      status: 200,
      body: {return_value: {state, total: '14.40', toOriginalPayment: '6.95', toStoreCredit: '7.45'}},
    });
    expect(await shop.money()).toEqual(LABEL);
  });

  it('with another reason is the same; so it is with the amount and the spaces written otherwise', async () => {
    const shop = await functionOnLab();
    await call(shop, labelRun(shop, 1, {reason: 'Late', label_credit: '7.5'}));
    const same = labelRun(shop, 2, {reason: 'Very late', label_credit: '07.50', again: '  '});
    expect((await call(shop, same)).body.return_value).toMatchObject({state: 'ALREADY_DONE', total: '14.45'});
    await call(shop, recipeRun(shop, 3, {recipe: 'goodwill-amount', choices: 'goodwill=1.00'}));
    const spaced = recipeRun(shop, 4, {recipe: 'goodwill-amount', choices: '\n goodwill = 1.00 \n'});
    expect((await call(shop, spaced)).body.return_value).toMatchObject({state: 'ALREADY_DONE', total: '1.00'});
    await call(shop, recipeRun(shop, 5, {recipe: 'goodwill-amount', choices: '{"amounts":{"goodwill":"2.00"}}'}));
    const json = recipeRun(shop, 6, {recipe: 'goodwill-amount', choices: '{ "amounts": {"goodwill": "2.00"} }'});
    expect((await call(shop, json)).body.return_value).toMatchObject({state: 'ALREADY_DONE', total: '2.00'});
    expect(await shop.money()).toEqual({card: '6.95', credit: '10.5', refunds: 1});
  });

  it('of store credit with bonus gives no second bonus', async () => {
    const shop = await functionOnLab();
    expect((await call(shop, bonusRun(shop, 1))).body.return_value).toMatchObject({state: 'DONE', total: '62.65'});
    const second = await call(shop, bonusRun(shop, 2, {recipe: 'store-credit-bonus'}));
    expect(second.body.return_value).toMatchObject({state: 'ALREADY_DONE', toStoreCredit: '62.65'});
    expect((await shop.money()).credit).toBe('62.65');
  });
});

describe('another deed', () => {
  it('the same with another text in “Again” pays twice, on purpose, and each text once', async () => {
    const shop = await functionOnLab();
    await call(shop, labelRun(shop, 1));
    const second = await call(shop, labelRun(shop, 2, {again: 'second parcel'}));
    expect(second.body.return_value).toMatchObject({state: 'DONE', total: '7.45', toOriginalPayment: '0.00'});
    const third = await call(shop, labelRun(shop, 3, {again: ' second parcel '}));
    expect(third.body.return_value).toMatchObject({state: 'ALREADY_DONE', total: '7.45'});
    expect((await call(shop, labelRun(shop, 4))).body.return_value).toMatchObject({
      state: 'ALREADY_DONE',
      total: '14.40',
    });
    expect(await shop.money()).toEqual({card: '6.95', credit: '14.9', refunds: 1});
  });

  it('is another label amount, another ground, another action', async () => {
    const shop = await functionOnLab();
    const answers = [
      await call(shop, labelRun(shop, 1)),
      await call(shop, labelRun(shop, 2, {label_credit: '7.46'})),
      await call(shop, labelRun(shop, 3, {ground: 'goodwill'})),
      await call(shop, recipeRun(shop, 4, {recipe: 'shipping-plus-label', choices: 'returnLabel=7.45'})),
    ];
    expect(answers.map(({body}) => [body.return_value?.state, body.return_value?.total])).toEqual([
      ['DONE', '14.40'],
      ['DONE', '7.46'],
      ['DONE', '7.45'],
      ['DONE', '7.45'],
    ]);
  });

  it('is what staff refund in Shopify’s own screen before the figures come: what is left is planned anew', async () => {
    const shop = await functionOnLab();
    const late = interrupted(shop, 'RefundSuggestion(', async () => {
      shop.lab.clock.advance(1000);
      await refundElsewhere(shop);
    });
    expect((await call(late, labelRun(shop, 1))).body.return_value).toMatchObject({state: 'DONE', total: '7.45'});
    expect(await shop.money()).toEqual(LABEL);
  });

  it('is what staff refunded by hand: the shipping that they gave back doesn’t keep the label from being paid', async () => {
    const shop = await functionOnLab();
    const person = environmentOf(shop.lab, 'gid://shopify/StaffMember/1');
    const {plan, confirmed} = await confirmedPlan(person, shop.orderId, {}, 'shipping-only');
    expect((await executePlan(plan, confirmed, person)).state).toBe('done');
    expect((await call(shop, labelRun(shop, 1))).body.return_value).toMatchObject({state: 'DONE', total: '7.45'});
    expect((await call(shop, labelRun(shop, 2))).body.return_value).toMatchObject({
      state: 'ALREADY_DONE',
      total: '7.45',
    });
    expect(await shop.money()).toEqual(LABEL);
  });
});

describe('a deed that isn’t done yet', () => {
  it('under way by another run is waited for', async () => {
    const shop = await functionOnLab();
    let second: Answered | null = null;
    const at = interrupted(shop, 'StoreCreditAccountCredit(', async () => {
      second = await call(shop, labelRun(shop, 2));
    });
    await call(at, labelRun(shop, 1));
    expect(second).toMatchObject({status: 429, retryAfter: '60', body: {code: 'otherOpen'}});
    expect((await call(shop, labelRun(shop, 2))).body.return_value?.state).toBe('ALREADY_DONE');
    expect(await shop.money()).toEqual(LABEL);
  });

  it('carried out in part by another run is for a person; then it counts', async () => {
    const shop = await functionOnLab();
    shop.lab.faults.add({kind: 'throttled', field: 'storeCreditAccountCredit', repeats: true});
    expect((await call(shop, labelRun(shop, 1))).status).toBe(202);
    shop.lab.faults.clear();
    expect(await call(shop, labelRun(shop, 2))).toMatchObject({status: 409, body: {code: 'otherUnfinished'}});
    expect(await shop.money()).toEqual({card: '6.95', credit: '0.0', refunds: 1});
    shop.lab.clock.advance(RESTED_MS);
    expect(await call(shop, labelRun(shop, 2))).toMatchObject({status: 409, body: {code: 'otherUnfinished'}});
    const person = environmentOf(shop.lab, 'gid://shopify/StaffMember/1');
    expect((await resume((await read(shop)).confirmed, person)).state).toBe('done');
    expect((await call(shop, labelRun(shop, 2))).body.return_value).toMatchObject({
      state: 'ALREADY_DONE',
      total: '14.40',
    });
    expect((await call(shop, labelRun(shop, 1))).body.return_value?.state).toBe('DONE');
    expect(await shop.money()).toEqual(LABEL);
  });

  it('interrupted goes on by its own run only', async () => {
    const shop = await functionOnLab();
    shop.lab.faults.add({kind: 'failsBefore', field: 'refundCreate', answer: 'networkCut', repeats: true});
    expect((await call(shop, labelRun(shop, 1))).status).toBe(202);
    shop.lab.faults.clear();
    shop.lab.clock.advance(RESTED_MS);
    expect(await call(shop, labelRun(shop, 2))).toMatchObject({status: 409, body: {code: 'otherUnfinished'}});
    expect(await shop.money()).toEqual(NOTHING);
    expect((await call(shop, labelRun(shop, 1))).body.return_value?.state).toBe('DONE');
    expect(await shop.money()).toEqual(LABEL);
  });
});

describe('above a limit', () => {
  it('another run doesn’t ask a second time, and once it is released it is done', async () => {
    const shop = await functionOnLab();
    const owner = environmentOf(shop.lab, 'owner');
    await saveSettings(owner, PER_REFUND);
    const first = await call(shop, labelRun(shop, 1));
    const second = await call(shop, labelRun(shop, 2, {reason: 'Another one'}));
    expect(first.body.return_value).toMatchObject({state: 'WAITING_FOR_APPROVAL', total: '0.00', needsApproval: true});
    expect(second).toEqual(first);
    const [request, ...more] = (await requestsOf(shop)).requests;
    expect(more).toEqual([]);
    await saveSettings(owner, {format: 1, limits: {shop: {}, recipes: {}}});
    const released = await planOfRequest(owner, shop.orderId, request?.id ?? '');
    const from = {requestId: released.request.id};
    expect((await executePlan(released.plan, released.confirmed, owner, undefined, from)).state).toBe('done');
    expect((await call(shop, labelRun(shop, 2))).body.return_value).toMatchObject({
      state: 'ALREADY_DONE',
      total: '14.40',
    });
    expect((await call(shop, labelRun(shop, 1))).body.return_value?.state).toBe('DONE');
    expect(await shop.money()).toEqual(LABEL);
  });

  it('two at the very same moment write one request', async () => {
    const shop = await functionOnLab();
    await saveSettings(environmentOf(shop.lab, 'owner'), PER_REFUND);
    const both = await Promise.all([call(shop, labelRun(shop, 1)), call(shop.another(), labelRun(shop, 2))]);
    expect(both.map(({body}) => body.return_value?.state)).toEqual(['WAITING_FOR_APPROVAL', 'WAITING_FOR_APPROVAL']);
    expect((await requestsOf(shop)).requests).toHaveLength(1);
  });

  it('what was declined stays declined for every run, until “Again” asks anew', async () => {
    const shop = await functionOnLab();
    const owner = environmentOf(shop.lab, 'owner');
    await saveSettings(owner, PER_REFUND);
    await call(shop, labelRun(shop, 1));
    const requests = await requestsOf(shop);
    await declineRequest(requests, requests.requests[0]?.id ?? '', 'Not this one', owner);
    expect((await call(shop, labelRun(shop, 2))).body.return_value).toMatchObject({state: 'DECLINED', total: '0.00'});
    const anew = await call(shop, labelRun(shop, 3, {again: '2'}));
    expect(anew.body.return_value?.state).toBe('WAITING_FOR_APPROVAL');
    expect((await requestsOf(shop)).requests.map(({state}) => state).toSorted()).toEqual(['declined', 'waiting']);
    expect(await shop.money()).toEqual(NOTHING);
  });

  it('what has lapsed nobody decided: another run asks again', async () => {
    const shop = await functionOnLab();
    await saveSettings(environmentOf(shop.lab, 'owner'), PER_REFUND);
    await call(shop, labelRun(shop, 1));
    shop.lab.clock.advance(8 * 86_400_000);
    expect((await call(shop, labelRun(shop, 1))).body.return_value?.state).toBe('DECLINED');
    expect((await call(shop, labelRun(shop, 2))).body.return_value?.state).toBe('WAITING_FOR_APPROVAL');
    expect((await call(shop, labelRun(shop, 3))).body.return_value?.state).toBe('WAITING_FOR_APPROVAL');
    expect((await requestsOf(shop)).requests.filter(({state}) => state === 'waiting')).toHaveLength(1);
  });

  it('that only another run’s payment has reached, nothing is asked', async () => {
    const shop = await functionOnLab();
    await saveSettings(environmentOf(shop.lab, 'owner'), PER_CUSTOMER);
    const late = interrupted(shop, 'CustomerHistory(', async () => void (await call(shop, labelRun(shop, 1))));
    const second = await call(late, labelRun(shop, 2));
    expect(second.body.return_value).toMatchObject({state: 'ALREADY_DONE', total: '14.40'});
    expect((await requestsOf(shop)).requests).toEqual([]);
    expect(await shop.money()).toEqual(LABEL);
  });
});

describe('a dry run', () => {
  it('doesn’t keep the real one from paying', async () => {
    const shop = await functionOnLab();
    expect((await call(shop, labelRun(shop, 1, {dry_run: true}))).body.return_value?.state).toBe('DRY_RUN');
    expect((await call(shop, labelRun(shop, 2))).body.return_value?.state).toBe('DONE');
    expect(await shop.money()).toEqual(LABEL);
  });

  it('says what a real one would be told: that it is paid, with the amounts', async () => {
    const shop = await functionOnLab();
    await call(shop, labelRun(shop, 1));
    const dry = await call(shop, labelRun(shop, 2, {dry_run: true}));
    expect(dry.body.return_value).toMatchObject({state: 'ALREADY_DONE', total: '14.40'});
    const second = await call(shop, labelRun(shop, 3, {dry_run: true, again: '2'}));
    expect(second.body.return_value).toMatchObject({state: 'DRY_RUN', total: '7.45'});
    expect(await shop.money()).toEqual(LABEL);
  });

  it('says that it waits for somebody, and asks for nothing', async () => {
    const shop = await functionOnLab();
    await saveSettings(environmentOf(shop.lab, 'owner'), PER_REFUND);
    await call(shop, labelRun(shop, 1));
    const dry = await call(shop, labelRun(shop, 2, {dry_run: true}));
    expect(dry.body.return_value).toMatchObject({state: 'WAITING_FOR_APPROVAL', needsApproval: true});
    expect((await requestsOf(shop)).requests).toHaveLength(1);
  });
});

/** An instance beside which something happens just before its first request that holds `operation`. */
function interrupted(shop: FunctionOnLab, operation: string, happens: () => Promise<void>) {
  let waiting = true;
  const host: Host = {
    ...shop.host,
    async fetch(url, init) {
      if (waiting && init.body.includes(operation)) {
        waiting = false;
        await happens();
      }
      return shop.host.fetch(url, init);
    },
  };
  return {endpoint: createEndpoint(shop.config, host, () => undefined), lab: shop.lab};
}

async function read({lab, orderId}: FunctionOnLab) {
  const env = environmentOf(lab, 'looker');
  return readOrderForRefund(env.admin, orderId, () => env.now());
}

async function requestsOf(shop: FunctionOnLab) {
  const {raw} = await read(shop);
  return readRequests(raw.order, shop.orderId, shop.lab.clock.now().getTime());
}
