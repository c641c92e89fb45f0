/** The shipped action with limits, approvals and requests, on an order of the local Shopify. */
import {beforeAll, describe, expect, it} from 'vitest';
import type {Lab} from '../../lab/admin-api/lab.ts';
import {buildExtensions} from '../../scripts/build/index.ts';
import {askForApproval, readRequests} from '../../src/execution/index.ts';
import {saveSettings} from '../execution/approval-shop.ts';
import {ask, environmentOf} from '../execution/lab-client.ts';
import {confirmedPlan, moved, shopWithOrder} from '../execution/lab-order.ts';
import {openAction, type Page} from './page.ts';

beforeAll(async () => {
  await buildExtensions();
});

/** Whoever opens the page is staff member 42. */
const ME = '42';

async function shop(settings: object | null = {limits: {shop: {goodwill: {perRefund: '5.00'}}}}) {
  const {lab, orderId, customerId} = await shopWithOrder();
  lab.clock.set(new Date());
  if (settings) await saveSettings(environmentOf(lab, ME), {format: 1, ...settings});
  return {
    lab,
    open: (language: 'en' | 'nl' = 'en') => open(lab, orderId, language),
    money: () => moved(lab, orderId, customerId),
    /** Null where staff have asked for nothing and decided nothing. */
    requests: async () => ((await metafield(lab, orderId)) as {requests: object[]} | null)?.requests ?? null,
    /** As a workflow asks. */
    write: (value: unknown) => write(lab, orderId, JSON.stringify(value)),
    /** A gesture of €7.45, above the limit, that this member of staff asks for. */
    async asked(staff: string): Promise<void> {
      const env = environmentOf(lab, staff);
      const {plan} = await confirmedPlan(env, orderId, {amounts: {goodwill: '7.45'}}, 'goodwill-amount');
      const given = {limit: {minor: 500, currency: 'EUR'}, would: {minor: 745, currency: 'EUR'}};
      const breaches = [{class: 'goodwill', scope: 'shop', kind: 'perRefund', ...given} as const];
      const choices = {amounts: {goodwill: '7.45'}};
      const asked = {choices, reason: 'Late twice', breaches, expiresAfterDays: 7};
      expect(await askForApproval(readRequests(null, orderId, env.now()), plan, asked, env)).toMatchObject({
        state: 'recorded',
      });
    },
  };
}

async function write(lab: Lab, ownerId: string, value: string): Promise<void> {
  const metafields = [{ownerId, namespace: 'refund_recipes', key: 'ask', type: 'json', value}];
  const mutation = `mutation($metafields: [MetafieldsSetInput!]!) {metafieldsSet(metafields: $metafields) {userErrors {message}}}`;
  await ask(lab, mutation, {metafields});
}

async function metafield(lab: Lab, id: string): Promise<unknown> {
  const query = `query($id: ID!) {order(id: $id) {metafield(namespace: "refund_recipes", key: "request") {value}}}`;
  const {order} = (await ask(lab, query, {id})) as {order: {metafield: {value: string} | null}};
  return order.metafield ? (JSON.parse(order.metafield.value) as unknown) : null;
}

function open(lab: Lab, orderId: string, language: 'en' | 'nl'): Promise<Page> {
  return openAction({
    language,
    orderId,
    admin: async ({version, body}) => {
      const answer = await lab.handle({version, ...(JSON.parse(body) as {query: string})});
      const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
      return {status: answer.status, body: text};
    },
  });
}

const disabled = (page: Page, words: string): unknown =>
  page.elements('s-button').find(({children}) => JSON.stringify(children).includes(words))?.properties['disabled'];

const NOTHING = {card: '0.0', credit: '0.0', refunds: 0};

describe('limits and approvals', () => {
  it('tells a limit before anybody presses, and asks someone else with a reason', async () => {
    const {open: show, money, requests} = await shop();
    const page = await show();
    await page.sees('Recipe');
    await page.choose('recipe', 'goodwill-amount');
    await page.type('amount:goodwill', '5.00');
    expect(page.text()).not.toContain('Above the limit');
    await page.type('amount:goodwill', '7.45');
    await page.sees('Above the limit: €7.45, at most €5.00 in one refund.');
    await page.sees('Someone else has to approve this. Go on to ask for it.');
    await page.press('Refund €7.45');
    await page.sees("A refund can't be undone.");
    await page.press('Refund €7.45');
    await page.sees('someone else has to approve it first. Nothing was done.');
    expect(disabled(page, 'Ask for approval')).toBe(true);
    await page.type('reason', 'Late twice');
    await page.press('Ask for approval');
    await page.sees('Approval asked for');
    expect(await money()).toEqual(NOTHING);
    expect(await requests()).toMatchObject([
      {
        state: 'waiting',
        kind: 'approval',
        recipe: {handle: 'goodwill-amount', version: 1},
        choices: {amounts: {goodwill: '7.45'}},
        reason: 'Late twice',
        by: ME,
        planTotals: {toCustomer: {minor: 745, currency: 'EUR'}},
        breaches: [{class: 'goodwill', kind: 'perRefund', limit: {minor: 500, currency: 'EUR'}}],
      },
    ]);
  });

  it('shows what waits first, fills in what was asked for, and refunding it approves it', async () => {
    const {open: show, money, requests, asked} = await shop();
    await asked('7');
    const page = await show();
    await page.sees(/^€7\.45 waits for approval\nGoodwill: an amount, by staff member 7, /m);
    await page.sees('Reason: Late twice');
    expect(page.field('recipe').properties['value']).toBe('goodwill-amount');
    expect(page.field('amount:goodwill').properties['value']).toBe('7.45');
    await page.sees('Refunding this approves it, under your name.');
    await page.type('reason', 'Fair enough');
    await page.press('Approve and refund €7.45');
    await page.sees("A refund can't be undone.");
    await page.press('Approve and refund €7.45');
    await page.sees('Refunded €7.45');
    expect(await money()).toEqual({card: '0.0', credit: '7.45', refunds: 0});
    expect(await requests()).toMatchObject([{state: 'approved', decision: {by: ME, reason: 'Fair enough'}}]);
  });

  it('has what was changed asked for again', async () => {
    const {open: show, money, asked} = await shop();
    await asked('7');
    const page = await show();
    await page.sees('€7.45 waits for approval');
    await page.type('amount:goodwill', '9.00');
    await page.press('Approve and refund €9.00');
    await page.sees("A refund can't be undone.");
    await page.press('Approve and refund €9.00');
    await page.sees('What was approved is another refund than this one.');
    expect(disabled(page, 'Ask for approval')).toBe(true);
    expect(await money()).toEqual(NOTHING);
  });

  it('lets nobody approve their own, but take it back', async () => {
    const {open: show, money, requests, asked} = await shop();
    await asked(ME);
    const page = await show('nl');
    await page.sees('€ 7,45');
    expect(page.text()).not.toContain('Bekijken…');
    await page.type('reason', 'Toch niet');
    await page.press('Afwijzen');
    await page.sees('Recept');
    expect(await requests()).toMatchObject([{state: 'declined', decision: {by: ME, reason: 'Toch niet'}}]);
    expect(await money()).toEqual(NOTHING);
  });
});

describe('a request that a workflow wrote', () => {
  const REQUEST = {
    recipe: 'shipping-plus-label',
    choices: {ground: 'policy', amounts: {returnLabel: '7.45'}},
    reason: 'Delivered late',
  };

  it('is released, also changed, and leaves the list', async () => {
    const {open: show, money, requests, write: put} = await shop(null);
    await put(REQUEST);
    const page = await show();
    await page.sees('A refund is asked for');
    await page.sees(/Refund shipping plus return-label credit, by Flow, /);
    expect(page.field('ground').properties['value']).toBe('policy');
    await page.type('amount:returnLabel', '5.00');
    await page.press('Refund €11.95');
    await page.sees("A refund can't be undone.");
    await page.press('Refund €11.95');
    await page.sees('Refunded €11.95');
    expect(await money()).toMatchObject({refunds: 1});
    expect(await requests()).toMatchObject([
      {by: 'flow', reason: 'Delivered late', state: 'released', decision: {by: ME}},
    ]);
    const again = await show();
    await again.sees('Recipe');
    expect(again.text()).not.toContain('A refund is asked for');
  });

  it('is no longer what was asked for with another recipe: then it keeps waiting', async () => {
    const {open: show, requests, write: put} = await shop(null);
    await put(REQUEST);
    const page = await show();
    await page.sees('A refund is asked for');
    await page.choose('recipe', 'shipping-only');
    await page.sees('Look at it…');
    await page.press('Refund €6.95');
    await page.sees("A refund can't be undone.");
    await page.press('Refund €6.95');
    await page.sees('Refunded €6.95');
    expect(await requests()).toBeNull();
    const again = await show();
    await again.sees('A refund is asked for');
  });

  it('is chosen by a press where two wait', async () => {
    const {open: show, requests, write: put} = await shop(null);
    await put([REQUEST, {recipe: 'shipping-only', reason: 'Lost'}]);
    const page = await show();
    await page.sees('Reason: Lost');
    expect(page.field('amount:returnLabel').properties['value']).toBe('');
    await page.press('Look at it…');
    await page.press('Refund €14.40');
    await page.sees("A refund can't be undone.");
    await page.press('Refund €14.40');
    await page.sees('Refunded €14.40');
    expect(await requests()).toMatchObject([
      {reason: 'Delivered late', state: 'released'},
      {reason: 'Lost', state: 'waiting'},
    ]);
  });

  it('may have its amount as a number', async () => {
    const {open: show, money, requests, write: put} = await shop(null);
    await put({...REQUEST, choices: {amounts: {returnLabel: 7.45}}});
    const page = await show();
    await page.sees('A refund is asked for');
    expect(page.field('amount:returnLabel').properties['value']).toBe('7.45');
    await page.press('Refund €14.40');
    await page.sees("A refund can't be undone.");
    await page.press('Refund €14.40');
    await page.sees('Refunded €14.40');
    expect(await money()).toMatchObject({credit: '7.45', refunds: 1});
    expect(await requests()).toMatchObject([{by: 'flow', state: 'released'}]);
  });

  it.each([
    [
      'en',
      "What Flow asked for can't be used because of “ask.amounts”. Correct the workflow that wrote it, and run it again.",
    ],
    [
      'nl',
      'Wat Flow vroeg, is niet te gebruiken door “ask.amounts”. Verbeter de workflow die het schreef en voer hem opnieuw uit.',
    ],
  ] as const)('names the field by which it can’t be used (%s)', async (language, words) => {
    const {open: show, write: put} = await shop(null);
    await put({recipe: 'shipping-plus-label', amounts: {returnLabel: '7.45'}});
    const page = await show(language);
    await page.sees(words);
    expect(page.text()).not.toMatch(/Look at it…|Bekijken…/);
  });

  it.each([
    [{recipe: 'gone'}, 'The recipe gone is no longer there, or is switched off.'],
    [{choices: {amounts: {returnLabel: '-7.45'}}}, "“choices.amounts.returnLabel” can't be “-7.45”."],
    [{choices: {grond: 'policy'}}, "“choices.grond” can't be “policy”."],
  ])('with %j can only be declined', async (part, words) => {
    const {open: show, write: put} = await shop(null);
    await put({...REQUEST, ...part});
    const page = await show();
    await page.sees(words);
    expect(page.text()).not.toContain('Look at it…');
    await page.press('Decline');
    await page.sees('Recipe');
    expect(page.text()).not.toContain('A refund is asked for');
  });
});
