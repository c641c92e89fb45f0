/** What the lab refuses, and how: scopes, staff permissions, cost, throttling, list sizes, fields it doesn't have. */
import {beforeEach, describe, expect, it} from 'vitest';
import {createLab, type Lab, type LabBody, type LabRequest} from '../../lab/admin-api/index.ts';

let lab: Lab;
const START = new Date('2026-11-22T12:00:00Z');

beforeEach(() => {
  lab = createLab({now: START});
});

async function ask(
  query: string,
  variables: Record<string, unknown> = {},
  more: Partial<LabRequest> = {},
): Promise<LabBody> {
  const {body} = await lab.handle({version: '2026-07', query, variables, ...more});
  if (typeof body === 'string') throw new Error(`Not an answer: ${body}`);
  return body;
}

async function newCustomer(): Promise<string> {
  const body = await ask('mutation {customerCreate(input: {email: "a@example.com"}) {customer {id}}}');
  return (body.data as {customerCreate: {customer: {id: string}}}).customerCreate.customer.id;
}

const READ = 'query ($id: ID!) {customer(id: $id) {id}}';
const CREDIT = `mutation ($id: ID!, $creditInput: StoreCreditAccountCreditInput!) {storeCreditAccountCredit(id: $id, creditInput: $creditInput) {
  storeCreditAccountTransaction {id} userErrors {field message code}}}`;

describe('access', () => {
  it('says which scope is missing, and gives null for the field', async () => {
    const id = await newCustomer();
    expect(await ask(READ, {id}, {scopes: ['read_orders']})).toMatchObject({
      data: {customer: null},
      errors: [
        {
          message: 'Access denied for customer field. Required access: `read_customers` access scope.',
          path: ['customer'],
          extensions: {code: 'ACCESS_DENIED', documentation: 'https://shopify.dev/api/usage/access-scopes'},
        },
      ],
    });
  });

  it('takes the right to write for the right to read', async () => {
    const id = await newCustomer();
    expect(await ask(READ, {id}, {scopes: ['write_customers']})).toMatchObject({data: {customer: {id}}});
  });

  it('guards what stands behind node(id:) as well', async () => {
    const id = await newCustomer();
    const body = await ask('query ($id: ID!) {node(id: $id) {id}}', {id}, {scopes: ['read_orders']});
    expect(body).toMatchObject({data: {node: null}, errors: [{extensions: {code: 'ACCESS_DENIED'}}]});
  });

  it('holds an online token to its staff member', async () => {
    const id = await newCustomer();
    const staff = {id: 'gid://shopify/StaffMember/1', name: 'Noor', permissions: ['edit_orders' as const]};
    const creditInput = {creditAmount: {amount: '5.00', currencyCode: 'EUR'}};
    const body = await ask(CREDIT, {id, creditInput}, {staff});
    expect(body).toMatchObject({
      data: {storeCreditAccountCredit: null},
      errors: [{extensions: {code: 'ACCESS_DENIED'}}],
    });
    expect(lab.state()['storeCredit']).toEqual({accounts: [], transactions: []});
  });
});

describe('cost', () => {
  it('reserves what is asked for and gives back what was not used', async () => {
    const body = await ask('{giftCards(first: 250) {nodes {id}}}');
    expect(body.extensions?.cost).toEqual({
      requestedQueryCost: 13,
      actualQueryCost: 13,
      throttleStatus: {maximumAvailable: 2000, currentlyAvailable: 1987, restoreRate: 100},
    });
  });

  it('refuses one query beyond 1000 points', async () => {
    const list =
      'storeCreditAccounts(first: 250) {nodes {balance {amount} transactions(first: 250) {nodes {account {id}}}}}';
    const query = `{${['a', 'b', 'c', 'd'].map((alias) => `${alias}: customer(id: "gid://shopify/Customer/1") {${list}}`).join(' ')}}`;
    const body = await ask(query);
    expect(body.data).toBeUndefined();
    expect(body.errors).toMatchObject([{extensions: {code: 'MAX_COST_EXCEEDED', maxCost: 1000}}]);
  });

  it('throttles when the bucket is empty and fills it by the second', async () => {
    const query = `{${Array.from({length: 76}, (_one, index) => `a${index}: giftCards(first: 250) {nodes {id}}`).join(' ')}}`;
    expect((await ask(query)).extensions?.cost.actualQueryCost).toBe(988);
    expect((await ask(query)).extensions?.cost.throttleStatus.currentlyAvailable).toBe(24);
    const refused = await ask(query);
    expect(refused).toMatchObject({
      errors: [{message: 'Throttled', extensions: {code: 'THROTTLED'}}],
      extensions: {cost: {actualQueryCost: null}},
    });
    expect(refused.data).toBeUndefined();
    lab.clock.advance(10_000);
    expect((await ask(query)).extensions?.cost.throttleStatus.currentlyAvailable).toBe(36);
  });
});

describe('sizes and shapes', () => {
  it('ends input lists at 250', async () => {
    const ids = Array.from({length: 251}, () => 'gid://shopify/Customer/1');
    expect(await ask('query ($ids: [ID!]!) {nodes(ids: $ids) {id}}', {ids})).toMatchObject({
      errors: [
        {
          message: 'The input array size of 251 is greater than the maximum allowed of 250.',
          extensions: {code: 'MAX_INPUT_SIZE_EXCEEDED'},
        },
      ],
    });
  });

  it('ends lists inside the document at 250, too', async () => {
    const ids = Array.from({length: 251}, () => '"gid://shopify/Customer/1"').join(', ');
    expect((await ask(`{nodes(ids: [${ids}]) {id}}`)).errors).toMatchObject([
      {extensions: {code: 'MAX_INPUT_SIZE_EXCEEDED'}},
    ]);
  });

  it('ends pages at 250', async () => {
    expect(await ask('{giftCards(first: 251) {nodes {id}}}')).toMatchObject({
      errors: [{extensions: {code: 'MAX_INPUT_SIZE_EXCEEDED'}}],
    });
  });

  it('names the field that it does not implement, and makes nothing up', async () => {
    expect((await ask('{shop {name analyticsToken}}')).errors).toMatchObject([
      {
        message: 'The local lab does not implement Shop.analyticsToken. It never makes up a value.',
        path: ['shop', 'analyticsToken'],
      },
    ]);
  });

  it('knows no version but the pinned ones', async () => {
    const {status} = await lab.handle({version: '2025-01', query: '{shop {name}}'});
    expect(status).toBe(404);
  });

  it('says what is wrong with an id', async () => {
    expect((await ask(READ, {id: '12'})).errors).toMatchObject([
      {
        message: 'Variable $id of type ID! was provided invalid value',
        extensions: {code: 'INVALID_VARIABLE', problems: [{path: [], explanation: "Invalid global id '12'"}]},
      },
    ]);
  });
});
