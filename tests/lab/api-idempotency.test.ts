/** `@idempotent` on refundCreate, and the lab behind its port. */
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {createLab, type Lab, type LabBody, putCustomer, serve} from '../../lab/admin-api/index.ts';

const CREATE = `mutation ($order: OrderCreateOrderInput!) {orderCreate(order: $order) {order {id transactions {id}} userErrors {message}}}`;
const REFUND = `mutation Refund($input: RefundInput!, $key: String!) {refundCreate(input: $input) @idempotent(key: $key) {refund {id totalRefundedSet {shopMoney {amount}}} userErrors {field message}}}`;
const money = (amount: string): object => ({shopMoney: {amount, currencyCode: 'EUR'}});

let lab: Lab;
let order: string;
let parent: string;

async function ask(query: string, variables: Record<string, unknown>, version = '2026-07'): Promise<LabBody> {
  const {body} = await lab.handle({version, query, variables});
  if (typeof body === 'string') throw new Error(`Not an answer: ${body}`);
  return body;
}

beforeEach(async () => {
  lab = createLab({now: new Date('2026-11-22T12:00:00Z')});
  const body = await ask(CREATE, {
    order: {
      currency: 'EUR',
      lineItems: [{title: 'Vase', quantity: 1, priceSet: money('20.00')}],
      transactions: [{kind: 'SALE', status: 'SUCCESS', gateway: 'manual', amountSet: money('20.00')}],
    },
  });
  const made = (body.data as {orderCreate: {order: {id: string; transactions: {id: string}[]}}}).orderCreate.order;
  order = made.id;
  parent = made.transactions[0]?.id ?? '';
});

afterEach(() => lab.close());

const input = (amount: string): object => ({
  orderId: order,
  transactions: [{orderId: order, parentId: parent, kind: 'REFUND', gateway: 'manual', amount}],
});

const refunded = async (): Promise<unknown> => {
  const body = await ask('query ($id: ID!) {order(id: $id) {totalRefundedSet {shopMoney {amount}}}}', {id: order});
  return (body.data as {order: {totalRefundedSet: {shopMoney: {amount: string}}}}).order.totalRefundedSet.shopMoney
    .amount;
};

const refusal = (message: string): object => ({
  data: {refundCreate: {refund: null, userErrors: [{field: null, message}]}},
});

describe('@idempotent', () => {
  it('is required, from 2026-04 on', async () => {
    const query = 'mutation ($input: RefundInput!) {refundCreate(input: $input) {refund {id}}}';
    expect(await ask(query, {input: input('5.00')}, '2026-04')).toMatchObject({
      data: {refundCreate: null},
      errors: [
        {
          message: 'The @idempotent directive is required for this mutation but was not provided.',
          path: ['refundCreate'],
          extensions: {code: 'BAD_REQUEST'},
        },
      ],
    });
    expect(await refunded()).toBe('0.0');
  });

  it('answers a repeat with the first result and moves no money again', async () => {
    const first = await ask(REFUND, {input: input('5.00'), key: 'a'});
    const again = await ask(REFUND, {input: input('5.00'), key: 'a'});
    expect(first.data).toMatchObject({
      refundCreate: {refund: {totalRefundedSet: {shopMoney: {amount: '5.0'}}}, userErrors: []},
    });
    expect(again.data).toEqual(first.data);
    expect(await refunded()).toBe('5.0');
  });

  it('refuses other parameters under the same key', async () => {
    await ask(REFUND, {input: input('5.00'), key: 'a'});
    expect(await ask(REFUND, {input: input('6.00'), key: 'a'})).toMatchObject(
      refusal('The same idempotency key cannot be used with different operation parameters.'),
    );
    expect(await refunded()).toBe('5.0');
  });

  it('asks for a new key after a failure', async () => {
    await ask(REFUND, {input: input('999.00'), key: 'a'});
    expect(await ask(REFUND, {input: input('999.00'), key: 'a'})).toMatchObject(
      refusal('A previous request with this idempotency key failed. Retry with a new idempotency key.'),
    );
  });

  it('can say the same at the top level', async () => {
    lab.settings.idempotencyErrors = 'topLevel';
    await ask(REFUND, {input: input('5.00'), key: 'a'});
    expect(await ask(REFUND, {input: input('6.00'), key: 'a'})).toMatchObject({
      data: {refundCreate: null},
      errors: [{message: 'The same idempotency key cannot be used with different operation parameters.'}],
    });
  });

  it('tells of a request that is still running, and lets it land once', async () => {
    lab.faults.add({kind: 'landsLate', field: 'refundCreate', answer: 'timeout', holdsKey: true});
    const {status} = await lab.handle({version: '2026-07', query: REFUND, variables: {input: input('5.00'), key: 'a'}});
    expect(status).toBe(504);
    expect(await ask(REFUND, {input: input('5.00'), key: 'a'})).toMatchObject(
      refusal('This request is currently in progress, please try again.'),
    );
    lab.faults.release();
    expect(await refunded()).toBe('5.0');
    expect(await ask(REFUND, {input: input('5.00'), key: 'a'})).toMatchObject({data: {refundCreate: {userErrors: []}}});
    expect(await refunded()).toBe('5.0');
  });

  it('forgets after 24 hours', async () => {
    await ask(REFUND, {input: input('5.00'), key: 'a'});
    lab.clock.advance(24 * 60 * 60 * 1000 + 1);
    await ask(REFUND, {input: input('5.00'), key: 'a'});
    expect(await refunded()).toBe('10.0');
  });
});

describe('over HTTP', () => {
  it('answers, shows itself, breaks on request and starts again', async () => {
    putCustomer(lab.store, {id: 'gid://shopify/Customer/1', email: 'a@example.com'});
    const {server, port} = await serve(lab);
    const at = `http://127.0.0.1:${port}`;
    const post = (path: string, body: object): Promise<Response> =>
      fetch(`${at}${path}`, {method: 'POST', body: JSON.stringify(body)});
    const query = {query: '{shop {name}}'};
    try {
      expect(await (await post('/admin/api/2026-07/graphql.json', query)).json()).toMatchObject({
        data: {shop: {name: 'Lab shop'}},
      });
      expect((await post('/admin/api/1999-01/graphql.json', query)).status).toBe(404);
      await post('/lab/api/faults', {kind: 'failsBefore', answer: 'networkCut'});
      await expect(post('/admin/api/2026-07/graphql.json', query)).rejects.toThrow('fetch failed');
      expect(await (await fetch(`${at}/lab/api/state`)).json()).toMatchObject({
        shop: {customers: [{email: 'a@example.com'}]},
      });
      await post('/lab/api/reset', {});
      expect(await (await fetch(`${at}/lab/api/state`)).json()).toMatchObject({shop: {customers: []}});
    } finally {
      server.close();
    }
  });
});
