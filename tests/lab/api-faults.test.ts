/** Injected faults: what a caller hears, and what has really happened. */
import {beforeEach, describe, expect, it} from 'vitest';
import {
  createLab,
  type FaultInput,
  type Lab,
  LabNetworkError,
  type LabResponse,
  putCustomer,
} from '../../lab/admin-api/index.ts';

const CUSTOMER = 'gid://shopify/Customer/1';
const CREDIT = `mutation Credit($id: ID!) {storeCreditAccountCredit(id: $id, creditInput: {creditAmount: {amount: "7.45", currencyCode: EUR}}) {
  storeCreditAccountTransaction {id} userErrors {message}}}`;

let lab: Lab;

beforeEach(() => {
  lab = createLab({now: new Date('2026-11-22T12:00:00Z')});
  putCustomer(lab.store, {id: CUSTOMER, email: 'a@example.com'});
});

const credit = (): Promise<LabResponse> => lab.handle({version: '2026-07', query: CREDIT, variables: {id: CUSTOMER}});

async function balance(): Promise<string[]> {
  const query = 'query ($id: ID!) {customer(id: $id) {storeCreditAccounts(first: 5) {nodes {balance {amount}}}}}';
  const {body} = await lab.handle({version: '2026-07', query, variables: {id: CUSTOMER}});
  const data = (body as {data: {customer: {storeCreditAccounts: {nodes: {balance: {amount: string}}[]}}}}).data;
  return data.customer.storeCreditAccounts.nodes.map((one) => one.balance.amount);
}

const inject = (fault: Omit<FaultInput, 'field'>): string =>
  lab.faults.add({field: 'storeCreditAccountCredit', ...fault});

describe('faults', () => {
  it('fails before: nothing is done', async () => {
    inject({kind: 'failsBefore'});
    expect(await credit()).toEqual({status: 500, body: {errors: 'Internal Server Error'}});
    expect(await balance()).toEqual([]);
    expect((await credit()).status).toBe(200);
    expect(await balance()).toEqual(['7.45']);
  });

  it('fails after: done, and the answer is lost', async () => {
    inject({kind: 'failsAfter', answer: 'networkCut'});
    await expect(credit()).rejects.toBeInstanceOf(LabNetworkError);
    expect(await balance()).toEqual(['7.45']);
  });

  it('hits the nth request', async () => {
    inject({kind: 'throttled', nth: 2});
    expect((await credit()).body).toMatchObject({data: {}});
    expect((await credit()).body).toMatchObject({errors: [{extensions: {code: 'THROTTLED'}}]});
    expect(await balance()).toEqual(['7.45']);
  });

  it('denies access', async () => {
    inject({kind: 'accessDenied'});
    expect((await credit()).body).toMatchObject({
      data: {storeCreditAccountCredit: null},
      errors: [{extensions: {code: 'ACCESS_DENIED'}}],
    });
    expect(await balance()).toEqual([]);
  });

  it.each([
    ['notJson', '<!doctype html><title>Something went wrong</title>'],
    ['empty', ''],
  ] as const)('answers %s though it is done', async (malformed, body) => {
    inject({kind: 'malformedAnswer', malformed});
    expect((await credit()).body).toBe(body);
    expect(await balance()).toEqual(['7.45']);
  });

  it('answers data: null though it is done', async () => {
    inject({kind: 'malformedAnswer', malformed: 'dataNull'});
    expect((await credit()).body).toMatchObject({data: null});
    expect(await balance()).toEqual(['7.45']);
  });

  it('answers late by the lab’s own clock', async () => {
    inject({kind: 'answersLate', delayMilliseconds: 60_000});
    let answered = false;
    const answer = credit().then((response) => {
      answered = true;
      return response;
    });
    await Promise.resolve();
    expect(await balance()).toEqual(['7.45']);
    expect(answered).toBe(false);
    lab.clock.advance(60_000);
    expect((await answer).status).toBe(200);
  });

  it('lands late: the caller gave up, and it happens all the same', async () => {
    inject({kind: 'landsLate', answer: 'timeout'});
    expect((await credit()).status).toBe(504);
    expect(await balance()).toEqual([]);
    expect(lab.faults.late()).toMatchObject([{operation: 'Credit', fields: ['storeCreditAccountCredit']}]);
    expect(lab.faults.release()).toBe(1);
    expect(await balance()).toEqual(['7.45']);
    expect(lab.faults.release()).toBe(0);
  });

  it('notes in the log what hit whom', async () => {
    inject({kind: 'failsAfter'});
    await credit();
    expect(lab.log()).toMatchObject([
      {operation: 'Credit', fields: ['storeCreditAccountCredit'], status: 500, fault: 'failsAfter'},
    ]);
  });

  it('is gone after a reset, with everything else', async () => {
    await credit();
    inject({kind: 'failsBefore'});
    lab.reset();
    expect(lab.faults.list()).toEqual([]);
    expect(lab.log()).toEqual([]);
    expect(lab.state()['storeCredit']).toEqual({accounts: [], transactions: []});
  });
});
