/** The shipped block at work on an order of the local Shopify: finishing, answering, outside payments, requests. */
import {beforeAll, describe, expect, it} from 'vitest';
import type {Lab} from '../../lab/admin-api/lab.ts';
import {receivedTriggers} from '../../lab/admin-api/flow/index.ts';
import {settleRefund} from '../../lab/admin-api/orders/controls.ts';
import {setGatewayAnswer} from '../../lab/admin-api/orders/gateways.ts';
import {buildExtensions} from '../../scripts/build/index.ts';
import {presetByHandle} from '../../src/core/index.ts';
import {
  askForApproval,
  executePlan,
  readOrderForRefund,
  readRequests,
  refreshPending,
} from '../../src/execution/index.ts';
import {ask, environmentOf} from '../execution/lab-client.ts';
import {confirmedPlan, moved, shopWithOrder} from '../execution/lab-order.ts';
import {eventually} from './eventually.ts';
import {openBlock, type Page, type PageOptions} from './page.ts';

beforeAll(async () => {
  await buildExtensions();
});

/** The shop's clock stands ten minutes behind, so that nobody has to wait for the two minutes. */
async function shop() {
  const {lab, orderId, customerId} = await shopWithOrder();
  lab.clock.set(new Date(Date.now() - 600_000));
  const env = environmentOf(lab, 'one');
  return {
    lab,
    env,
    orderId,
    plan: (...more: [Parameters<typeof confirmedPlan>[2]?, string?]) => confirmedPlan(env, orderId, ...more),
    money: () => moved(lab, orderId, customerId),
    open: (language: 'en' | 'nl' = 'en') => open(lab, orderId, language),
    claim: () =>
      metafield(lab, orderId, 'claim') as Promise<{state: string; calls: {state: string}[]; outside: object[]}>,
  };
}

function open(lab: Lab, orderId: string, language: 'en' | 'nl'): Promise<Page> {
  return openBlock({language, orderId, admin: wireOf(lab)});
}

function wireOf(lab: Lab): PageOptions['admin'] {
  return async ({version, body}) => {
    const answer = await lab.handle({version, ...(JSON.parse(body) as {query: string})});
    return {
      status: answer.status,
      body: typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body),
    };
  };
}

async function metafield(lab: Lab, id: string, key: string): Promise<unknown> {
  const query = `query($id: ID!, $key: String!) {order(id: $id) {metafield(namespace: "refund_recipes", key: $key) {value}}}`;
  const {order} = (await ask(lab, query, {id, key})) as {order: {metafield: {value: string} | null}};
  return order.metafield && (JSON.parse(order.metafield.value) as unknown);
}

const write = async (lab: Lab, ownerId: string, key: string, value: string): Promise<void> => {
  const metafields = [{ownerId, namespace: 'refund_recipes', key, type: 'json', value}];
  const mutation = `mutation($metafields: [MetafieldsSetInput!]!) {metafieldsSet(metafields: $metafields) {userErrors {message}}}`;
  await ask(lab, mutation, {metafields});
};

const summary = (page: Page): string =>
  String(page.elements('s-admin-block')[0]?.properties['collapsedSummary']).replaceAll('\u00a0', ' ');

describe('the block at work', () => {
  it('shows what a recipe refunded, by destination and by component', async () => {
    const {env, plan, open: show} = await shop();
    const {plan: made, confirmed} = await plan();
    await executePlan(made, confirmed, env);
    const page = await show();
    await page.sees('Refunded so far');
    expect(summary(page)).toBe('Refunded: €14.40');
    expect(page.text()).toMatch(
      /Refunded so far\n€14\.40\nShopify Payments\n€6\.95\nStore credit\n€7\.45\nFor: Original shipping €6\.95 · Return label €7\.45\nCan still go back to the payment\n€50\.00\nThe customer's store credit\n€7\.45/,
    );
  });

  it('finishes a refund that stopped, after asking once more with the amount', async () => {
    const {lab, env, plan, money, open: show, claim} = await shop();
    const {plan: made, confirmed} = await plan();
    lab.faults.add({kind: 'accessDenied', field: 'storeCreditAccountCredit'});
    expect((await executePlan(made, confirmed, env)).state).toBe('stopped');
    lab.faults.clear();
    lab.clock.advance(130_000);
    const page = await show();
    await page.sees("A refund on this order isn't finished");
    expect(summary(page)).toBe('Unfinished: €7.45 open');
    await page.press('Finish this refund');
    await page.sees("Finish it now? Give €7.45 store credit. A refund can't be undone.");
    await page.press('Back');
    await page.press('Finish this refund');
    await page.press('Finish it');
    await page.sees(/Refunded so far\n€14\.40/);
    expect(await money()).toEqual({card: '6.95', credit: '7.45', refunds: 1});
    expect((await claim()).state).toBe('done');
    expect(summary(page)).toBe('Refunded: €14.40');
  });

  it('has a person settle what was left unpaid when another refund was begun over one that stopped', async () => {
    const {lab, env, plan, open: show, claim} = await shop();
    const first = await plan();
    lab.faults.add({kind: 'accessDenied', field: 'storeCreditAccountCredit'});
    expect((await executePlan(first.plan, first.confirmed, env)).state).toBe('stopped');
    lab.faults.clear();
    const second = await plan(
      {amounts: {returnLabel: '2.00'}, prefer: {goodwill: 'outsidePayment', policy: 'outsidePayment'}},
      'shipping-plus-label',
    );
    expect((await executePlan(second.plan, second.confirmed, env)).state).toBe('done');
    const page = await show('nl');
    await page.sees(/€\s7,45 is nooit betaald: Winkeltegoed/);
    await page.sees(/Overgebleven van een terugbetaling van .+ begon/);
    await page.press('Anders betaald');
    await page.type('reference', 'Contant aan de balie');
    await page.press('€ 7,45 is anders betaald');
    await page.sees(/Tot nu toe terugbetaald\n€\s14,40/);
    expect(page.text()).toMatch(/Voor: Verzendkosten €\s6,95 · Retourlabel €\s7,45/);
    expect((await claim()).outside).toMatchObject([
      {state: 'owed'},
      {planId: first.plan.planId, callId: 'unpaid-1', state: 'paid', reference: 'Contant aan de balie'},
    ]);
    expect(page.text()).not.toContain('nooit betaald');
  });

  it('lets a person tell Flow again what it has not confirmed in three tries', async () => {
    const {lab, env, orderId, plan, open: show} = await shop();
    const {plan: made, confirmed} = await plan();
    lab.faults.add({kind: 'failsBefore', field: 'flowTriggerReceive', answer: 'internalServerError', repeats: true});
    await executePlan(made, confirmed, env);
    const second = await show();
    await second.sees(/Refunded so far\n€14\.40/);
    expect(second.text()).not.toContain('Tell Flow again');
    lab.clock.set(new Date(Date.now() + 61_000));
    const later = await readOrderForRefund(env.admin, orderId, () => env.now());
    await refreshPending(later.confirmed.claim, later.raw.order.refunds, env);
    lab.faults.clear();
    const page = await show();
    await page.sees('Shopify Flow has not confirmed in three tries that it was told.');
    expect(receivedTriggers(lab.store)).toEqual([]);
    await page.press('Tell Flow again');
    await eventually(() => expect(page.text()).not.toContain('Tell Flow again'));
    expect(
      receivedTriggers(lab.store).map(({handle, payload}) => [
        handle,
        (JSON.parse(payload) as Record<string, unknown>)['Sent before'],
      ]),
    ).toEqual([
      ['refund-completed', true],
      ['refund-label', true],
    ]);
  });

  it('says that evidence could not be stored with what was done', async () => {
    const {lab, env, plan, open: show, claim} = await shop();
    const {plan: made, confirmed} = await plan({
      amounts: {returnLabel: '7.45'},
      prefer: {goodwill: 'outsidePayment', policy: 'outsidePayment'},
    });
    await executePlan(made, confirmed, env);
    const page = await show();
    await page.sees('€7.45 still to be paid outside Shopify');
    await page.press('Call it off');
    await page.type('reason', 'Agreed otherwise');
    lab.faults.add({kind: 'accessDenied', field: 'metaobjectUpsert'});
    await page.press('Call off €7.45');
    await page.sees("its evidence couldn't be stored separately");
    expect((await claim()).outside).toMatchObject([{state: 'cancelled'}]);
  });

  it('keeps *Finish* off for two minutes and says from when', async () => {
    const {lab, env, plan, open: show} = await shop();
    lab.clock.set(new Date());
    const {plan: made, confirmed} = await plan();
    lab.faults.add({kind: 'accessDenied', field: 'storeCreditAccountCredit'});
    await executePlan(made, confirmed, env);
    const page = await show();
    await page.sees(/A request may still be on its way\. You can finish it from .+/);
    const button = page.elements('s-button').find(({children}) => JSON.stringify(children).includes('Finish this'));
    expect(button?.properties['disabled']).toBe(true);
  });

  it.each([
    ['It arrived', 'Yes, it arrived', true, {card: '6.95', credit: '7.45', refunds: 1}, 'done'],
    ["It didn't arrive", "No, it didn't arrive", false, {card: '6.95', credit: '0.0', refunds: 1}, 'stopped'],
  ])('asks whether lost store credit arrived: %s', async (label, yes, landed, after, state) => {
    const {lab, env, plan, money, open: show, claim} = await shop();
    const {plan: made, confirmed} = await plan();
    lab.faults.add({kind: 'landsLate', field: 'storeCreditAccountCredit', answer: 'timeout'});
    expect(await executePlan(made, confirmed, env)).toMatchObject({state: 'stopped'});
    if (landed) lab.faults.release();
    lab.clock.advance(130_000);
    const page = await show();
    await page.sees('Did this happen? Give €7.45 store credit');
    expect(summary(page)).toBe('Did €7.45 arrive?');
    await page.sees('The account held €0.00 before.');
    await page.sees(
      landed ? /It holds €7\.45 now\.\nSince then: \+ €7\.45 on / : /It holds €0\.00 now\.\nNo credit has come in/,
    );
    await page.press(label);
    await page.press(yes);
    await page.sees(landed ? /Refunded so far\n€14\.40/ : 'Not done');
    expect(await money()).toEqual(after);
    expect((await claim()).state).toBe(state);
    if (landed) return;
    await page.sees(/42 noted on .+ that it didn't happen\./);
    lab.clock.advance(130_000);
    await page.press('Finish this refund');
    await page.press('Finish it');
    await page.sees(/Refunded so far\n€14\.40/);
    expect(await money()).toEqual({card: '6.95', credit: '7.45', refunds: 1});
  });

  it('marks an outside payment as paid, with reference and day', async () => {
    const {env, plan, open: show, claim} = await shop();
    const {plan: made, confirmed} = await plan({
      amounts: {returnLabel: '7.45'},
      prefer: {goodwill: 'outsidePayment', policy: 'outsidePayment'},
    });
    expect((await executePlan(made, confirmed, env)).state).toBe('done');
    const page = await show();
    await page.sees('€7.45 still to be paid outside Shopify');
    expect(summary(page)).toBe('Still to pay: €7.45');
    await page.press('Mark as paid');
    await page.sees('Was €7.45 paid to the customer?');
    await page.type('reference', 'NL-2026-118');
    await page.type('date', '2026-11-20');
    await page.press('€7.45 was paid');
    await page.sees(/Outside payment\n€7\.45/i);
    expect((await claim()).outside).toMatchObject([{state: 'paid', reference: 'NL-2026-118', date: '2026-11-20'}]);
    expect(summary(page)).toBe('Refunded: €14.40');
  });

  it('calls an outside payment off, with the reason', async () => {
    const {env, plan, open: show, claim} = await shop();
    const {plan: made, confirmed} = await plan({
      amounts: {returnLabel: '7.45'},
      prefer: {goodwill: 'outsidePayment', policy: 'outsidePayment'},
    });
    await executePlan(made, confirmed, env);
    const page = await show('nl');
    await page.sees('€ 7,45 nog buiten Shopify te betalen');
    await page.press('Laten vervallen');
    await page.type('reason', 'Al contant teruggegeven');
    await page.press('€ 7,45 laten vervallen');
    await page.sees(/Tot nu toe terugbetaald\n€ 6,95/);
    expect((await claim()).outside).toMatchObject([{state: 'cancelled', reference: 'Al contant teruggegeven'}]);
    expect(page.text()).not.toContain('Retourlabel');
    expect(summary(page)).toBe('Terugbetaald: € 6,95');
  });

  it('reads again what was on its way, and notes that it arrived', async () => {
    const {lab, env, orderId, plan, open: show, claim} = await shop();
    const payment = (
      (await ask(lab, 'query($id: ID!) {order(id: $id) {transactions(first: 1) {id}}}', {id: orderId})) as {
        order: {transactions: {id: string}[]};
      }
    ).order.transactions[0];
    setGatewayAnswer(lab.store, payment?.id ?? '', {status: 'PENDING', errorCode: null}, 1);
    const {plan: made, confirmed} = await plan();
    await executePlan(made, confirmed, env);
    const page = await show();
    await page.sees(/On its way to Shopify Payments\n.*\n€6\.95\nRefunded so far\n€7\.45/);
    expect(summary(page)).toBe('On its way: €6.95');
    const refunds = `query($id: ID!) {order(id: $id) {refunds(first: 1) {transactions(first: 1) {nodes {id}}}}}`;
    const {order} = (await ask(lab, refunds, {id: orderId})) as {
      order: {refunds: {transactions: {nodes: {id: string}[]}}[]};
    };
    settleRefund(lab.store, order.refunds[0]?.transactions.nodes[0]?.id ?? '', 'SUCCESS');
    await page.press('Read again');
    await page.sees(/Refunded so far\n€14\.40/);
    expect((await claim()).calls).toMatchObject([{evidence: {transactions: [{status: 'SUCCESS'}]}}, {}]);
  });

  it('shows a gift card’s code once when it finishes the refund', async () => {
    const {lab, env, plan, open: show} = await shop();
    const {plan: made, confirmed} = await plan({
      amounts: {returnLabel: '7.45'},
      prefer: {goodwill: 'giftCard', policy: 'giftCard'},
    });
    lab.faults.add({kind: 'accessDenied', field: 'giftCardCreate'});
    expect(await executePlan(made, confirmed, env)).toMatchObject({state: 'stopped'});
    lab.faults.clear();
    lab.clock.advance(130_000);
    const page = await show();
    await page.sees('Finish this refund');
    await page.press('Finish this refund');
    await page.sees('Finish it now? Make a gift card of €7.45.');
    await page.press('Finish it');
    await page.sees("The gift card's code");
    const code = String(page.field('giftCard').properties['value']);
    expect([code.length, page.field('giftCard').properties['readOnly']]).toEqual([16, true]);
    await page.sees(/Gift card\n€7\.45/);
  });

  it('finds store credit that was given twice, and takes it back by a person’s decision', async () => {
    const {lab, env, orderId, plan, money, claim} = await shop();
    const {plan: made, confirmed} = await plan();
    lab.faults.add({kind: 'landsLate', field: 'storeCreditAccountCredit', answer: 'timeout'});
    await executePlan(made, confirmed, env);
    const wire = wireOf(lab);
    /** The first credit lands at the very moment at which it is given again. */
    const admin: PageOptions['admin'] = (request) => {
      if (request.body.includes('mutation StoreCreditAccountCredit')) lab.faults.release();
      return wire(request);
    };
    const page = await openBlock({orderId, admin});
    await page.sees("It didn't arrive");
    await page.press("It didn't arrive");
    await page.press("No, it didn't arrive");
    await page.sees('Not done');
    lab.clock.advance(130_000);
    await page.press('Finish this refund');
    await page.press('Finish it');
    await page.sees('1 credit too many was found on the account.');
    expect((await money()).credit).toBe('14.9');
    expect(summary(page)).toBe('€7.45 given twice?');
    await page.press('Take back €7.45');
    await page.sees("Take €7.45 off the customer's store credit?");
    await page.type('reason', 'Landed twice');
    await page.press('Take back €7.45');
    await page.sees(/The customer's store credit\n€7\.45/);
    expect((await money()).credit).toBe('7.45');
    expect(summary(page)).toBe('Refunded: €14.40');
    expect(await claim()).toMatchObject({calls: [{}, {evidence: {debits: [{state: 'done', reason: 'Landed twice'}]}}]});
  });

  it('takes off the tag that was left on an order on which nothing waits', async () => {
    const {lab, orderId, open: show} = await shop();
    const tag = 'mutation($id: ID!) {tagsAdd(id: $id, tags: ["Refund waiting", "VIP"]) {userErrors {message}}}';
    await ask(lab, tag, {id: orderId});
    const page = await show();
    await page.sees('Refunded so far');
    await eventually(async () => {
      expect(await ask(lab, 'query($id: ID!) {order(id: $id) {tags}}', {id: orderId})).toEqual({
        order: {tags: ['VIP']},
      });
    });
  });

  it('calls a request by its recipe: a preset in staff’s words, the shop’s own by its title, else by the handle', async () => {
    const {lab, orderId, open: show} = await shop();
    const own = {
      ...presetByHandle('goodwill-amount'),
      handle: 'ours',
      title: {en: 'Sorry, a gift', nl: 'Sorry, een gebaar'},
    };
    await ask(
      lab,
      `mutation($recipe: String!) {metaobjectUpsert(handle: {type: "$app:refund-recipe", handle: "ours"}, metaobject: {fields: [{key: "recipe", value: $recipe}]}) {userErrors {message}}}`,
      {recipe: JSON.stringify(own)},
    );
    const asks = ['shipping-plus-label', 'ours', 'gone'].map((recipe) => ({recipe}));
    await write(lab, orderId, 'ask', JSON.stringify(asks));
    const page = await show('nl');
    await page.sees('Verzendkosten terug plus tegoed voor het retourlabel, door Flow');
    await page.sees('Sorry, een gebaar, door Flow');
    await page.sees('gone, door Flow');
    expect(summary(page)).toMatch(/^3 /);
  });

  it('shows an approval that waits, opens the action for it, and declines it with a reason', async () => {
    const {lab, env, orderId, plan, open: show, money} = await shop();
    const {plan: made} = await plan();
    const breaches = [
      {
        class: 'goodwill' as const,
        scope: 'shop' as const,
        kind: 'perRefund' as const,
        limit: {minor: 500, currency: 'EUR'},
        would: {minor: 745, currency: 'EUR'},
      },
    ];
    const read = readRequests(null, orderId, env.now());
    const choices = {amounts: {returnLabel: '7.45'}};
    const asked = {choices, reason: 'Cracked on arrival', breaches, expiresAfterDays: 14};
    expect((await askForApproval(read, made, asked, env)).state).toBe('recorded');
    const page = await show();
    await page.sees('€14.40 waits for approval');
    expect(summary(page)).toBe('1 refund request waits');
    await page.sees('Above the limit: €7.45, at most €5.00 in one refund.');
    await page.sees('Reason: Cracked on arrival');
    await page.press('Approve or edit…');
    expect(page.visited).toEqual(['extension://order-refund']);
    await page.press('Decline');
    await page.type('reason', 'Send a new one instead');
    await page.press('Decline it');
    await page.sees(/Refunded so far\n€0\.00/);
    expect(page.text()).not.toContain('waits for approval');
    expect(await metafield(lab, orderId, 'request')).toMatchObject({
      requests: [{state: 'declined', decision: {by: '42', reason: 'Send a new one instead'}}],
    });
    expect(await money()).toEqual({card: '0.0', credit: '0.0', refunds: 0});
  });
});

describe('what can’t be read or trusted', () => {
  it.each([
    ['{"format":1}', "The note of an earlier refund on this order can't be read"],
    ['[]', "The note of an earlier refund on this order can't be read"],
  ])('a claim %s is explained, and offers nothing that moves money', async (value, words) => {
    const {lab, orderId, open: show} = await shop();
    await write(lab, orderId, 'claim', value);
    const page = await show();
    await page.sees(words);
    expect(summary(page)).toBe('Refund record needs a look');
    const buttons = page.elements('s-button').map(({children}) => JSON.stringify(children));
    expect(buttons.map((one) => /Set it aside|Refund with a recipe|Read again/.test(one))).toEqual([true, true, true]);
  });

  it('an altered claim is explained, and Shopify’s own figures are shown all the same', async () => {
    const {lab, env, orderId, plan, open: show} = await shop();
    const {plan: made, confirmed} = await plan();
    await executePlan(made, confirmed, env);
    const claim = JSON.stringify(await metafield(lab, orderId, 'claim'));
    await write(lab, orderId, 'claim', claim.replaceAll('745', '7450'));
    const page = await show();
    await page.sees('was changed by hand or by another app');
    await page.sees(/Refunded so far\n€6\.95/);
    await page.press('Set it aside');
    await page.type('reason', 'Compared with payments and store credit');
    lab.clock.advance(130_000);
    await page.press('I have looked: set it aside');
    await page.sees(/^Refunds\nRefunded so far/);
    expect(summary(page)).toBe('Refunded: €6.95');
    expect(await metafield(lab, orderId, 'claim')).toMatchObject({state: 'done', calls: []});
  });

  it('a request that can’t be used is named', async () => {
    const {lab, orderId, open: show} = await shop();
    await write(lab, orderId, 'request', '{"format":1,"requests":[{"id":"x"}]}');
    const page = await show();
    await page.sees("A request on this order can't be used");
    expect(summary(page)).toBe("A request can't be read");
  });

  it('who may not see the order is told, and tries again', async () => {
    const {lab, open: show} = await shop();
    lab.faults.add({kind: 'accessDenied', operation: 'OrderForBlock'});
    const page = await show();
    await page.sees("You don't have the permission for this.");
    expect(summary(page)).toBe("Couldn't be read");
    await page.press('Try again');
    await page.sees('Refunded so far');
  });

  it('says that it waits while Shopify is busy', async () => {
    const {lab, orderId} = await shop();
    const answers = [{status: 200, body: '{"errors":[{"message":"Throttled","extensions":{"code":"THROTTLED"}}]}'}];
    const admin: PageOptions['admin'] = async (request) => answers.shift() ?? wireOf(lab)(request);
    const page = await openBlock({orderId, admin});
    await page.sees('Shopify is busy. We wait a moment');
    await page.sees('Refunded so far');
    expect(summary(page)).toBe('Nothing refunded yet');
  });

  it('says so when Shopify tells no order', async () => {
    const page = await openBlock({orderId: null, admin: () => Promise.reject(new Error('Nothing is asked.'))});
    expect(page.text()).toContain("Shopify didn't say which order this is.");
  });
});
