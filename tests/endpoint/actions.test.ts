/** Each action from Flow's signed call to the money in the lab. */
import {receivedTriggers} from '../../lab/admin-api/flow/index.ts';
import {describe, expect, it} from 'vitest';
import {PRESETS} from '../../src/core/index.ts';
import {
  askForApproval,
  declineRequest,
  executePlan,
  planOfRequest,
  readOrderForRefund,
  readRequests,
} from '../../src/execution/index.ts';
import {saveSettings} from '../execution/approval-shop.ts';
import {ask, environmentOf} from '../execution/lab-client.ts';
import {call, functionOnLab, labelCall, numberOf} from './shop.ts';
import type {FunctionOnLab} from './shop.ts';

const NOTHING = {card: '0.0', credit: '0.0', refunds: 0};
const LABEL = {card: '6.95', credit: '7.45', refunds: 1};
const LIMITS = {format: 1, limits: {shop: {goodwill: {perRefund: '5.00'}}, recipes: {}}};

const recipeCall = (shop: FunctionOnLab, properties: Readonly<Record<string, unknown>>) => ({
  handle: 'run-refund-recipe',
  properties: {order_id: numberOf(shop.orderId), ...properties},
});

describe('refund shipping plus return label credit', () => {
  it('refunds 6.95 to the card and gives 7.45 store credit', async () => {
    const shop = await functionOnLab();
    const answer = await call(shop, labelCall(shop));
    expect(answer).toEqual({
      status: 200,
      retryAfter: null,
      body: {
        return_value: {
          state: 'DONE',
          message: 'Refunded: 14.40 EUR.',
          recipe: 'shipping-plus-label',
          plan: expect.stringMatching(/^plan-[0-9a-f]{16}$/) as string,
          currency: 'EUR',
          total: '14.40',
          totalAsNumber: 14.4,
          toOriginalPayment: '6.95',
          toStoreCredit: '7.45',
          owedOutside: '0.00',
          isOnItsWay: false,
          needsApproval: false,
          movements: [
            {
              destination: 'ORIGINAL_PAYMENT',
              amount: '6.95',
              currency: 'EUR',
              status: 'DONE',
              class: 'OWED',
              reference: expect.stringMatching(/^gid:\/\/shopify\/Refund\/\d+$/) as string,
            },
            {
              destination: 'STORE_CREDIT',
              amount: '7.45',
              currency: 'EUR',
              status: 'DONE',
              class: 'GOODWILL',
              reference: expect.stringMatching(/^gid:\/\/shopify\/StoreCreditAccountCreditTransaction\/\d+$/) as string,
            },
          ],
        },
      },
    });
    expect(await shop.money()).toEqual(LABEL);
  });

  it('tells Flow what became of it, with the customer’s message, once however often the run is sent', async () => {
    const shop = await functionOnLab();
    for (let sent = 0; sent < 3; sent += 1) expect((await call(shop, labelCall(shop))).status).toBe(200);
    const told = receivedTriggers(shop.lab.store).map(({handle, payload}) => ({
      handle,
      ...(JSON.parse(payload) as Record<string, unknown>),
    }));
    expect(told).toMatchObject([
      {
        handle: 'refund-completed',
        order_id: Number(numberOf(shop.orderId)),
        'Recipe title': 'Refund shipping plus return-label credit',
        Total: '14.40',
        Owed: '6.95',
        Goodwill: '7.45',
        Staff: 'flow',
        'Sent before': false,
        Details: {message: expect.stringContaining('voor het retourlabel, als winkeltegoed') as string},
      },
      {handle: 'refund-label', Total: '7.45', Details: {message: ''}},
    ]);
  });

  it('takes the order by its number, its global id, and a number that is no text', async () => {
    for (const id of ['number', 'gid', 'numeric'] as const) {
      const shop = await functionOnLab();
      const number = numberOf(shop.orderId);
      const order_id = {number, gid: shop.orderId, numeric: Number(number)}[id];
      expect((await call(shop, labelCall(shop, {order_id, label_credit: 7.45}))).status).toBe(200);
      expect(await shop.money()).toEqual(LABEL);
    }
  });

  it('with the ground defect the label is owed, so it isn’t store credit', async () => {
    const shop = await functionOnLab();
    const answer = await call(shop, labelCall(shop, {ground: 'defect'}));
    expect(answer.body.return_value).toMatchObject({total: '14.40', toOriginalPayment: '14.40', toStoreCredit: '0.00'});
    expect(await shop.money()).toEqual({card: '14.4', credit: '0.0', refunds: 1});
  });

  it('names an amount that the order’s currency can’t hold by the action’s own field', async () => {
    const shop = await functionOnLab();
    const answer = await call(shop, labelCall(shop, {label_credit: '7.455'}));
    expect(answer.status).toBe(422);
    expect(answer.body.message).toContain('“Return label credit”: “7.455” can’t be used.');
    expect(await shop.money()).toEqual(NOTHING);
  });

  it('says when there is no such order', async () => {
    const shop = await functionOnLab();
    const answer = await call(shop, labelCall(shop, {order_id: '999999'}));
    expect(answer).toMatchObject({status: 422, body: {code: 'orderGone'}});
    expect(await shop.money()).toEqual(NOTHING);
  });

  it('answers in Dutch where the function is set to it', async () => {
    const shop = await functionOnLab({language: 'nl'});
    expect((await call(shop, labelCall(shop))).body.return_value?.message).toBe('Terugbetaald: 14.40 EUR.');
    const wrong = await call(shop, labelCall(shop, {label_credit: 'zeven'}));
    expect(wrong.body.message).toBe(
      '‘Return label credit’: ‘zeven’ kan hier niet. Schrijf een bedrag met een punt, bijvoorbeeld 7.45.',
    );
    const beyond = await call(shop, {...labelCall(shop, {label_credit: '7.455'}), runId: 'run-2'});
    expect(beyond.body.message).toBe(
      '‘Return label credit’: ‘7.455’ kan hier niet. Schrijf een bedrag met een punt, bijvoorbeeld 7.45.',
    );
    const choices = await call(shop, {...recipeCall(shop, {recipe: 'full-refund', choices: 'alles'}), runId: 'run-3'});
    expect(choices.body.message).toBe(
      '‘Choices’: ‘alles’ kan hier niet. Schrijf één keuze per regel, bijvoorbeeld returnLabel=7.45.',
    );
  });
});

describe('run refund recipe', () => {
  it('refunds everything with a preset', async () => {
    const shop = await functionOnLab();
    const answer = await call(shop, recipeCall(shop, {recipe: 'full-refund'}));
    expect(answer.body.return_value).toMatchObject({state: 'DONE', total: '56.95', toOriginalPayment: '56.95'});
    expect(await shop.money()).toEqual({card: '56.95', credit: '0.0', refunds: 1});
  });

  it('takes one choice a line', async () => {
    const shop = await functionOnLab();
    const choices = 'line:1=1\n\nground=defect\n';
    const answer = await call(shop, recipeCall(shop, {recipe: 'chosen-items', choices}));
    expect(answer.body.return_value).toMatchObject({state: 'DONE', total: '25.00'});
    expect(await shop.money()).toEqual({card: '25.0', credit: '0.0', refunds: 1});
  });

  it('takes room around the equals sign', async () => {
    const shop = await functionOnLab();
    const answer = await call(shop, recipeCall(shop, {recipe: 'goodwill-amount', choices: ' goodwill = 5.00 '}));
    expect(answer.body.return_value).toMatchObject({state: 'DONE', toStoreCredit: '5.00'});
  });

  it('takes choices as JSON', async () => {
    const shop = await functionOnLab();
    const choices = JSON.stringify({amounts: {goodwill: '5.00'}});
    const answer = await call(shop, recipeCall(shop, {recipe: 'goodwill-amount', choices}));
    expect(answer.body.return_value).toMatchObject({total: '5.00', toStoreCredit: '5.00'});
    expect(await shop.money()).toEqual({card: '0.0', credit: '5.0', refunds: 0});
  });

  it('uses the shop’s own recipe under that handle, and not while it is switched off', async () => {
    const shop = await functionOnLab();
    const own = {
      format: 1,
      handle: 'sorry',
      version: 3,
      title: {en: 'Sorry'},
      ground: 'goodwill',
      parts: [{kind: 'goodwill', amount: {type: 'fixed', value: '4.00'}}],
      destinations: {owed: ['originalPayment'], policy: ['storeCredit'], goodwill: ['storeCredit']},
    };
    const store = async (enabled: 'true' | 'false') =>
      ask(
        shop.lab,
        `mutation($fields: [MetaobjectFieldInput!]) {
          metaobjectUpsert(handle: {type: "$app:refund-recipe", handle: "sorry"}, metaobject: {fields: $fields}) {
            metaobject {id} userErrors {message}
          }
        }`,
        {
          fields: [
            {key: 'recipe', value: JSON.stringify(own)},
            {key: 'enabled', value: enabled},
          ],
        },
      );
    await store('false');
    const off = await call(shop, recipeCall(shop, {recipe: 'sorry'}));
    expect(off).toMatchObject({status: 422, body: {code: 'recipeOff'}});
    expect(await shop.money()).toEqual(NOTHING);
    await store('true');
    const on = await call(shop, {...recipeCall(shop, {recipe: 'sorry'}), runId: 'run-2'});
    expect(on.body.return_value).toMatchObject({state: 'DONE', recipe: 'sorry', toStoreCredit: '4.00'});
  });

  it('names the recipes that there are', async () => {
    const shop = await functionOnLab();
    const answer = await call(shop, recipeCall(shop, {recipe: 'full-refnd'}));
    expect(answer).toMatchObject({status: 422, body: {code: 'input'}});
    expect(answer.body.message).toBe(
      `“Recipe”: “full-refnd” can’t be used. Write the handle of a recipe, as it stands in the app: ${PRESETS.map(({handle}) => handle).join(', ')}.`,
    );
  });

  it('names what is wrong with a choice by the action’s own field', async () => {
    const shop = await functionOnLab();
    const wrong = await call(shop, recipeCall(shop, {recipe: 'full-refund', choices: 'nonsense'}));
    expect(wrong).toMatchObject({
      status: 422,
      body: {message: '“Choices”: “nonsense” can’t be used. Write it as key=value, for example label=7.45.'},
    });
    const inside = await call(shop, recipeCall(shop, {recipe: 'full-refund', choices: '{"amounts": {"gift": "5"}}'}));
    expect(inside.body.message).toContain('“Choices (amounts.gift)”: “5” can’t be used.');
    const units = await call(shop, recipeCall(shop, {recipe: 'chosen-items', choices: 'line:1=many'}));
    expect(units.body.message).toBe('“Choices (line:1)”: “many” can’t be used. Write a whole number of units.');
    const broken = await call(shop, recipeCall(shop, {recipe: 'full-refund', choices: '{"ground": '}));
    expect(broken).toMatchObject({status: 422, body: {code: 'input'}});
    expect(await shop.money()).toEqual(NOTHING);
  });

  it.each([
    [{recipe: 'shipping-plus-label'}, 'This recipe asks for an amount that isn’t filled in: returnLabel.'],
    [{recipe: 'chosen-items'}, 'There is nothing to refund with these choices.'],
    [
      {recipe: 'store-credit-bonus'},
      'This is owed as money. Fill in how the customer agreed to store credit, or use a recipe that refunds to the payment.',
    ],
  ])('%o stops, and says why', async (properties, message) => {
    const shop = await functionOnLab();
    expect(await call(shop, recipeCall(shop, properties))).toMatchObject({status: 422, body: {message}});
    expect(await shop.money()).toEqual(NOTHING);
  });

  it('gives no gift card: nobody would ever see its code', async () => {
    const shop = await functionOnLab();
    const choices = 'goodwill=5.00\nprefer.goodwill=giftCard';
    const answer = await call(shop, recipeCall(shop, {recipe: 'goodwill-amount', choices}));
    expect(answer).toMatchObject({status: 422, body: {code: 'giftCard'}});
    expect(await shop.money()).toEqual(NOTHING);
  });
});

describe('issue store credit with bonus', () => {
  const bonusCall = (shop: FunctionOnLab, properties: Readonly<Record<string, unknown>>) => ({
    handle: 'store-credit-with-bonus',
    properties: {order_id: numberOf(shop.orderId), ...properties},
  });

  it('makes 56.95 store credit and adds 5.70', async () => {
    const shop = await functionOnLab();
    const answer = await call(shop, bonusCall(shop, {consent: 'e-mail'}));
    expect(answer.body.return_value).toMatchObject({
      state: 'DONE',
      recipe: 'store-credit-bonus',
      total: '62.65',
      toStoreCredit: '62.65',
      toOriginalPayment: '0.00',
    });
    expect((await shop.money()).credit).toBe('62.65');
  });

  it('does nothing without how the customer agreed', async () => {
    const shop = await functionOnLab();
    for (const consent of [undefined, null, '', '  ']) {
      const answer = await call(shop, bonusCall(shop, {consent}));
      expect(answer).toMatchObject({
        status: 422,
        body: {
          code: 'inputMissing',
          message: '“Consent” is missing. Write how the customer agreed to store credit, for example e-mail.',
        },
      });
    }
    expect(await shop.money()).toEqual(NOTHING);
  });

  it('does nothing with a recipe that gives no bonus', async () => {
    const shop = await functionOnLab();
    const answer = await call(shop, bonusCall(shop, {consent: 'chat', recipe: 'full-refund'}));
    expect(answer.body.message).toBe(
      '“Recipe”: “full-refund” can’t be used. Write the handle of a recipe that gives a bonus.',
    );
    expect(await shop.money()).toEqual(NOTHING);
  });
});

describe('a dry run', () => {
  it('returns the amounts and does nothing', async () => {
    const shop = await functionOnLab();
    const answer = await call(shop, labelCall(shop, {dry_run: 'true'}));
    expect(answer.body.return_value).toMatchObject({
      state: 'DRY_RUN',
      message: 'Dry run: 14.40 EUR would be refunded. Nothing was done.',
      total: '14.40',
      toOriginalPayment: '6.95',
      toStoreCredit: '7.45',
      needsApproval: false,
      movements: [
        {status: 'PLANNED', reference: null},
        {status: 'PLANNED', reference: null},
      ],
    });
    expect(await shop.money()).toEqual(NOTHING);
    expect((await readOrder(shop)).claim.claim).toBeNull();
  });

  it('says when it would need an approval, and asks for none', async () => {
    const shop = await functionOnLab();
    await saveSettings(environmentOf(shop.lab, 'owner'), LIMITS);
    const answer = await call(shop, labelCall(shop, {dry_run: true}));
    expect(answer.body.return_value).toMatchObject({state: 'DRY_RUN', needsApproval: true, total: '14.40'});
    expect((await requestsOf(shop)).requests).toEqual([]);
  });
});

describe('above a limit', () => {
  it('nothing moves, a request stands on the order, and two people carry it out once', async () => {
    const shop = await functionOnLab();
    await saveSettings(environmentOf(shop.lab, 'owner'), LIMITS);
    const first = await call(shop, labelCall(shop, {reason: 'Tagged "label" by Noor'}));
    expect(first).toMatchObject({
      status: 200,
      body: {return_value: {state: 'WAITING_FOR_APPROVAL', total: '0.00', needsApproval: true, movements: []}},
    });
    expect(await shop.money()).toEqual(NOTHING);
    const [request, ...more] = (await requestsOf(shop)).requests;
    expect(more).toEqual([]);
    expect(request).toMatchObject({kind: 'request', by: 'flow', state: 'waiting', reason: 'Tagged "label" by Noor'});
    expect((await call(shop, labelCall(shop))).body.return_value?.state).toBe('WAITING_FOR_APPROVAL');

    const one = environmentOf(shop.lab, 'gid://shopify/StaffMember/1');
    const two = environmentOf(shop.lab, 'gid://shopify/StaffMember/2');
    const planned = await planOfRequest(one, shop.orderId, request?.id ?? '');
    const held = await executePlan(planned.plan, planned.confirmed, one, undefined, {requestId: planned.request.id});
    if (held.state !== 'needsApproval') throw new Error(held.state);
    const {choices, reason} = planned.request;
    const asked = {choices, reason, breaches: held.breaches, expiresAfterDays: 7};
    await askForApproval(planned.requests, planned.plan, asked, one);
    const approval = (await requestsOf(shop)).requests.find(({kind}) => kind === 'approval');
    const approved = await planOfRequest(two, shop.orderId, approval?.id ?? '');
    const from = {requestId: approved.request.id};
    expect(await executePlan(approved.plan, approved.confirmed, two, undefined, from)).toMatchObject({state: 'done'});
    expect(await shop.money()).toEqual(LABEL);

    // Flow's call, sent once more, is answered with what they did.
    expect((await call(shop, labelCall(shop))).body.return_value).toMatchObject({state: 'DONE', total: '14.40'});
    expect(await shop.money()).toEqual(LABEL);
  });

  it('what was declined, or has lapsed, is not done', async () => {
    for (const end of ['declined', 'lapsed'] as const) {
      const shop = await functionOnLab();
      await saveSettings(environmentOf(shop.lab, 'owner'), LIMITS);
      await call(shop, labelCall(shop));
      const requests = await requestsOf(shop);
      const person = environmentOf(shop.lab, 'gid://shopify/StaffMember/1');
      if (end === 'declined') await declineRequest(requests, requests.requests[0]?.id ?? '', 'Not this one', person);
      else shop.lab.clock.advance(8 * 86_400_000);
      expect((await call(shop, labelCall(shop))).body.return_value).toMatchObject({
        state: 'DECLINED',
        total: '0.00',
        needsApproval: false,
      });
      expect(await shop.money()).toEqual(NOTHING);
    }
  });

  it('settings that can’t be read hold a gesture', async () => {
    const shop = await functionOnLab();
    await saveSettings(environmentOf(shop.lab, 'owner'), {format: 1, limits: {shop: {goodwill: {perRefund: 'x'}}}});
    expect(await call(shop, labelCall(shop))).toMatchObject({status: 422, body: {code: 'settingsUnreadable'}});
    expect(await shop.money()).toEqual(NOTHING);
  });
});

async function readOrder({lab, orderId}: FunctionOnLab) {
  const env = environmentOf(lab, 'looker');
  return readOrderForRefund(env.admin, orderId, () => env.now());
}

async function requestsOf(shop: FunctionOnLab) {
  const {raw} = await readOrder(shop);
  return readRequests(raw.order, shop.orderId, shop.lab.clock.now().getTime());
}
