/** What an action returns is what was executed: payments that wait or failed, and what the shop still owes. */
import {describe, expect, it} from 'vitest';
import {openShop} from '../../lab/index.ts';
import type {Host} from '../../src/endpoint/host.ts';
import {createEndpoint} from '../../src/endpoint/index.ts';
import {cancelOutside, markOutsidePaid, readOrderForRefund} from '../../src/execution/index.ts';
import type {Environment, OutsideId, ReadClaim} from '../../src/execution/index.ts';
import {ask, environmentOf} from '../execution/lab-client.ts';
import {call, functionOn, functionOnLab, labelCall, numberOf} from './shop.ts';
import type {FunctionOnLab} from './shop.ts';

/** A function whose payment provider says `status` of every refund. */
function providerSays(shop: FunctionOnLab, status: 'PENDING' | 'FAILURE') {
  const host: Host = {
    ...shop.host,
    async fetch(url, init) {
      const answer = await shop.host.fetch(url, init);
      if (!init.body.includes('mutation RefundCreate')) return answer;
      return new Response((await answer.text()).replaceAll('"SUCCESS"', `"${status}"`), {status: answer.status});
    },
  };
  return {endpoint: createEndpoint(shop.config, host, () => undefined), lab: shop.lab};
}

describe('a payment', () => {
  it('that waits at the bank is on its way, now and when the call is sent again', async () => {
    const shop = await functionOnLab();
    const answer = await call(providerSays(shop, 'PENDING'), labelCall(shop));
    expect(answer).toMatchObject({
      status: 200,
      body: {
        return_value: {
          state: 'DONE',
          message: 'Refunded: 14.40 EUR, of which a part is still on its way.',
          total: '14.40',
          toOriginalPayment: '6.95',
          isOnItsWay: true,
          movements: [
            {destination: 'ORIGINAL_PAYMENT', amount: '6.95', status: 'ON_ITS_WAY'},
            {destination: 'STORE_CREDIT', amount: '7.45', status: 'DONE'},
          ],
        },
      },
    });
    expect(await call(shop, labelCall(shop))).toEqual(answer);
    const properties = {order_id: numberOf(shop.orderId), recipe: 'full-refund'};
    const later = await call(shop, {handle: 'run-refund-recipe', properties, runId: 'run-2'});
    expect(later.body.return_value).toMatchObject({state: 'DONE', total: '50.00', isOnItsWay: false});
    expect((await call(shop, labelCall(shop))).body.return_value).toMatchObject({
      total: '14.40',
      isOnItsWay: true,
      movements: [{status: 'ON_ITS_WAY'}, {status: 'DONE'}],
    });
  });

  it('that failed is not done: nothing more moves by itself, and somebody looks', async () => {
    const shop = await functionOnLab();
    const at = providerSays(shop, 'FAILURE');
    const answer = await call(at, labelCall(shop));
    expect(answer).toMatchObject({status: 409, body: {code: 'personNeeded'}});
    expect((await shop.money()).credit).toBe('0.0');
    shop.lab.clock.advance(3_600_000);
    expect(await call(at, labelCall(shop))).toEqual(answer);
    expect((await shop.money()).credit).toBe('0.0');
  });
});

type End = (read: ReadClaim, id: OutsideId, person: Environment) => Promise<unknown>;

describe('what a guest is owed', () => {
  const paid: End = (read, id, person) =>
    markOutsidePaid(read, id, {reference: 'Bank 2026-11-22', date: '2026-11-22'}, person);
  const cancelled: End = (read, id, person) => cancelOutside(read, id, 'The guest has waived it', person);

  it.each([
    ['paid it', paid, {message: 'Refunded: 14.40 EUR.', total: '14.40', owedOutside: '0.00'}],
    ['cancelled it', cancelled, {message: 'Refunded: 6.95 EUR.', total: '6.95', owedOutside: '0.00'}],
  ])('is owed outside, until somebody has %s, also after a later refund', async (_how, end, after) => {
    const lab = openShop({database: ':memory:', now: new Date('2026-11-22T12:00:00Z')});
    const domain = 'duin-en-draad.myshopify.com';
    const shop = functionOn(lab, domain);
    const {orders} = (await ask(lab, '{orders(first: 1, query: "name:#1002") {nodes {id}}}')) as {
      orders: {nodes: [{id: string}]};
    };
    const [{id}] = orders.nodes;
    const given = {
      handle: 'refund-shipping-plus-label',
      properties: {order_id: numberOf(id), label_credit: '7.45'},
    };
    const send = async () => (await call(shop, given, {shopify_domain: domain})).body.return_value;
    expect(await send()).toMatchObject({
      state: 'DONE',
      message: 'Refunded: 14.40 EUR, of which 7.45 EUR still has to be paid outside Shopify.',
      total: '14.40',
      owedOutside: '7.45',
      movements: [
        {destination: 'ORIGINAL_PAYMENT', amount: '6.95', status: 'DONE'},
        {destination: 'OUTSIDE_PAYMENT', amount: '7.45', status: 'OWED', reference: null},
      ],
    });
    const another = await call(shop, {...given, runId: 'another'}, {shopify_domain: domain});
    expect(another.body.return_value).toMatchObject({
      state: 'ALREADY_DONE',
      total: '14.40',
      owedOutside: '7.45',
      message:
        'Another run of this action has refunded this before: 14.40 EUR, of which 7.45 EUR still has to be paid outside Shopify. Nothing moved now. For a second time on purpose, give “Again” another text.',
    });
    const person = environmentOf(lab, 'gid://shopify/StaffMember/1');
    const read = async () => (await readOrderForRefund(person.admin, id, () => person.now())).claim;
    const [owed] = (await read()).claim?.outside ?? [];
    if (!owed) throw new Error('Nothing is owed.');
    await end(await read(), owed, person);
    expect(await send()).toMatchObject(after);
    const rest = {
      handle: 'run-refund-recipe',
      properties: {order_id: numberOf(id), recipe: 'full-refund'},
      runId: 'run-2',
    };
    expect((await call(shop, rest, {shopify_domain: domain})).body.return_value?.total).toBe('50.00');
    expect(await send()).toMatchObject(after);
  });

  it('of two equal amounts, one paid and one cancelled, counts the paid one alone, also after a later refund', async () => {
    const shop = await functionOnLab();
    const choices = {amounts: {returnLabel: '6.95'}, prefer: {owed: 'outsidePayment', goodwill: 'outsidePayment'}};
    const send = (runId: string, recipe: string, more: object = {}) =>
      call(shop, {
        handle: 'run-refund-recipe',
        properties: {order_id: numberOf(shop.orderId), recipe, ...more},
        runId,
      });
    const both = async () => {
      const answer = await send('run-1', 'shipping-plus-label', {choices: JSON.stringify(choices)});
      return answer.body.return_value;
    };
    expect(await both()).toMatchObject({total: '13.90', owedOutside: '13.90'});
    const person = environmentOf(shop.lab, 'gid://shopify/StaffMember/1');
    const read = async () => (await readOrderForRefund(person.admin, shop.orderId, () => person.now())).claim;
    const [first, second] = (await read()).claim?.outside ?? [];
    if (!first || !second) throw new Error('Nothing is owed.');
    await paid(await read(), first, person);
    await cancelled(await read(), second, person);
    const after = {total: '6.95', owedOutside: '0.00', movements: [{class: 'OWED', status: 'DONE'}]};
    expect(await both()).toMatchObject(after);
    expect((await send('run-2', 'full-refund')).body.return_value?.state).toBe('DONE');
    expect(await both()).toMatchObject(after);
  });
});
