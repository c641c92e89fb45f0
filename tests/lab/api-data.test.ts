/** Rules of the lab's data that no recording beside the project shows. */
import {beforeEach, describe, expect, it} from 'vitest';
import {
  createLab,
  installDefinitions,
  type Lab,
  type LabRequest,
  OWN_APP,
  putCompanyLocation,
  putCustomer,
} from '../../lab/admin-api/index.ts';
import {putShop} from '../../lab/admin-api/shop/things.ts';

const CUSTOMER = 'gid://shopify/Customer/1';
const START = new Date('2026-11-22T12:00:00Z');

let lab: Lab;

beforeEach(() => {
  lab = createLab({now: START});
  putCustomer(lab.store, {id: CUSTOMER, email: 'a@example.com', firstName: 'Noor'});
});

async function ask(
  query: string,
  variables: Record<string, unknown> = {},
  more: Partial<LabRequest> = {},
): Promise<unknown> {
  const {body} = await lab.handle({version: '2026-07', query, variables, ...more});
  if (typeof body === 'string' || body.errors) throw new Error(JSON.stringify(body));
  return body.data;
}

const SET = `mutation ($metafields: [MetafieldsSetInput!]!) {metafieldsSet(metafields: $metafields) {
  metafields {value compareDigest} userErrors {field code}}}`;

interface SetAnswer {
  readonly metafieldsSet: {
    readonly metafields: readonly {readonly compareDigest: string}[];
    readonly userErrors: readonly {readonly code: string}[];
  };
}

async function set(
  value: string,
  compareDigest?: string | null,
  more: Partial<LabRequest> = {},
  key = 'claim',
): Promise<SetAnswer['metafieldsSet']> {
  const field = {ownerId: CUSTOMER, namespace: 'refund_recipes', key, type: 'json', value};
  const answer = await ask(SET, {metafields: [compareDigest === undefined ? field : {...field, compareDigest}]}, more);
  return (answer as SetAnswer).metafieldsSet;
}

describe('the shop’s time', () => {
  it.each([
    ['Europe/Amsterdam', '2026-11-22T12:00:00Z', '+0100', 60],
    ['Europe/Amsterdam', '2026-07-22T12:00:00Z', '+0200', 120],
    ['America/New_York', '2026-11-22T12:00:00Z', '-0500', -300],
    ['Asia/Kolkata', '2026-11-22T12:00:00Z', '+0530', 330],
    ['America/St_Johns', '2026-11-22T12:00:00Z', '-0330', -210],
    ['UTC', '2026-11-22T12:00:00Z', '+0000', 0],
  ])('in %s at %s is %s', async (ianaTimezone, now, timezoneOffset, timezoneOffsetMinutes) => {
    lab = createLab({now: new Date(now)});
    putShop(lab.store, {ianaTimezone});
    expect(await ask('{shop {ianaTimezone timezoneOffset timezoneOffsetMinutes}}')).toEqual({
      shop: {ianaTimezone, timezoneOffset, timezoneOffsetMinutes},
    });
  });
});

describe('metafieldsSet', () => {
  it('refuses a stale digest and changes nothing', async () => {
    const first = await set('{"n":1}', null);
    const digest = first.metafields[0]?.compareDigest;
    await set('{"n":2}', digest);
    expect(await set('{"n":3}', digest)).toEqual({
      metafields: [],
      userErrors: [{field: ['metafields', '0'], code: 'STALE_OBJECT'}],
    });
    expect(await set('{"n":3}', null)).toEqual({
      metafields: [],
      userErrors: [{field: ['metafields', '0'], code: 'STALE_OBJECT'}],
    });
  });

  it('lets a wrong digest pass where the value does not change: the trap', async () => {
    await set('{"n":1}', null);
    expect((await set('{"n":1}', 'nonsense')).userErrors).toEqual([]);
  });

  it('writes all or nothing', async () => {
    const good = {ownerId: CUSTOMER, namespace: 'refund_recipes', key: 'good', type: 'json', value: '1'};
    await ask(SET, {metafields: [good, {...good, key: 'bad', value: '{'}]});
    const query = 'query ($id: ID!) {customer(id: $id) {metafield(namespace: "refund_recipes", key: "good") {value}}}';
    expect(await ask(query, {id: CUSTOMER})).toEqual({customer: {metafield: null}});
  });

  it('ends JSON at 128 KB', async () => {
    expect((await set(JSON.stringify('x'.repeat(131_070)))).userErrors).toEqual([]);
    expect((await set(JSON.stringify('x'.repeat(131_071)))).userErrors).toMatchObject([{code: 'TOO_LONG'}]);
  });

  it('takes 25 at most', async () => {
    const metafields = Array.from({length: 26}, (_one, index) => ({
      ownerId: CUSTOMER,
      namespace: 'refund_recipes',
      key: `key-${index}`,
      type: 'json',
      value: '1',
    }));
    expect(await ask(SET, {metafields})).toMatchObject({
      metafieldsSet: {userErrors: [{code: 'LESS_THAN_OR_EQUAL_TO'}]},
    });
  });

  it('hides app-owned metafields from every other app', async () => {
    await ask(SET, {metafields: [{ownerId: CUSTOMER, namespace: '$app', key: 'secret', type: 'json', value: '1'}]});
    const query =
      'query ($id: ID!) {customer(id: $id) {metafield(namespace: "$app", key: "secret") {namespace} metafields(first: 5) {nodes {key}}}}';
    expect(await ask(query, {id: CUSTOMER})).toEqual({
      customer: {metafield: {namespace: `app--${OWN_APP}`}, metafields: {nodes: [{key: 'secret'}]}},
    });
    expect(await ask(query, {id: CUSTOMER}, {appId: '1'})).toEqual({
      customer: {metafield: null, metafields: {nodes: []}},
    });
  });
});

const TOML = `
[metaobjects.app.refund-evidence]
name = "Evidence"
[metaobjects.app.refund-evidence.fields.evidence]
type = "json"
required = true
[metaobjects.app.refund-evidence.fields.status]
type = "single_line_text_field"
[metaobjects.app.refund-evidence.fields.status.capabilities]
admin_filterable = true
`;
const UPSERT = `mutation ($handle: String!, $values: JSON!) {metaobjectUpsert(handle: {type: "$app:refund-evidence", handle: $handle}, values: $values) {
  metaobject {handle type} userErrors {code field elementKey}}}`;
const FIND = '{metaobjects(type: "$app:refund-evidence", first: 5, query: "fields.status:open") {nodes {handle}}}';
const LIST = '{metaobjects(type: "$app:refund-evidence", first: 5) {nodes {handle}}}';

describe('app-owned metaobjects', () => {
  beforeEach(() => {
    installDefinitions(lab.store, TOML, OWN_APP);
  });

  it('need no scope, and resolve to the app', async () => {
    expect(await ask(UPSERT, {handle: 'Call-1', values: {evidence: {a: 1}}}, {scopes: []})).toEqual({
      metaobjectUpsert: {metaobject: {handle: 'call-1', type: `app--${OWN_APP}--refund-evidence`}, userErrors: []},
    });
  });

  it('replace everything when written by values', async () => {
    await ask(UPSERT, {handle: 'call-1', values: {evidence: {a: 1}, status: 'open'}});
    await ask(UPSERT, {handle: 'call-1', values: {evidence: {a: 2}}});
    const read = '{metaobjectByHandle(handle: {type: "$app:refund-evidence", handle: "call-1"}) {values}}';
    expect(await ask(read)).toEqual({metaobjectByHandle: {values: {evidence: {a: 2}, status: null}}});
  });

  it('ask for what is required', async () => {
    expect(await ask(UPSERT, {handle: 'call-1', values: {status: 'open'}})).toEqual({
      metaobjectUpsert: {
        metaobject: null,
        userErrors: [{code: 'OBJECT_FIELD_REQUIRED', field: ['metaobject'], elementKey: 'evidence'}],
      },
    });
  });

  it('are found late by a search, and at once by a list', async () => {
    lab.settings.searchLagMilliseconds = 5000;
    await ask(UPSERT, {handle: 'call-1', values: {evidence: {}, status: 'open'}});
    expect(await ask(FIND)).toEqual({metaobjects: {nodes: []}});
    expect(await ask(LIST)).toEqual({metaobjects: {nodes: [{handle: 'call-1'}]}});
    lab.clock.advance(5000);
    expect(await ask(FIND)).toEqual({metaobjects: {nodes: [{handle: 'call-1'}]}});
  });

  it('give a taken handle a number', async () => {
    const create =
      'mutation {metaobjectCreate(metaobject: {type: "$app:refund-evidence", handle: "same", fields: [{key: "evidence", value: "1"}]}) {metaobject {handle}}}';
    expect(await ask(create)).toEqual({metaobjectCreate: {metaobject: {handle: 'same'}}});
    expect(await ask(create)).toEqual({metaobjectCreate: {metaobject: {handle: 'same-1'}}});
  });

  it('are hidden from other apps', async () => {
    await ask(UPSERT, {handle: 'call-1', values: {evidence: {}}});
    expect(await ask(LIST, {}, {appId: '1'})).toEqual({metaobjects: {nodes: []}});
  });
});

const CREDIT = `mutation ($id: ID!, $creditInput: StoreCreditAccountCreditInput!) {storeCreditAccountCredit(id: $id, creditInput: $creditInput) {
  storeCreditAccountTransaction {balanceAfterTransaction {amount}} userErrors {code field}}}`;

describe('store credit', () => {
  const credit = (amount: string, more: Record<string, unknown> = {}, id = CUSTOMER): Promise<unknown> =>
    ask(CREDIT, {id, creditInput: {creditAmount: {amount, currencyCode: 'EUR'}, ...more}});

  it('ends at the limit', async () => {
    expect(await credit('13800.00')).toMatchObject({storeCreditAccountCredit: {userErrors: []}});
    expect(await credit('0.01')).toEqual({
      storeCreditAccountCredit: {
        storeCreditAccountTransaction: null,
        userErrors: [{code: 'CREDIT_LIMIT_EXCEEDED', field: ['creditInput', 'creditAmount', 'amount']}],
      },
    });
  });

  it('belongs to company locations too', async () => {
    const {id} = putCompanyLocation(lab.store, {name: 'Utrecht', company: {name: 'Zeewind BV'}});
    expect(await credit('5.00', {}, id)).toMatchObject({
      storeCreditAccountCredit: {storeCreditAccountTransaction: {balanceAfterTransaction: {amount: '5.0'}}},
    });
  });

  it('runs out on its day', async () => {
    await credit('5.00', {expiresAt: '2026-11-23T00:00:00Z'});
    await credit('2.00');
    lab.clock.advance(24 * 60 * 60 * 1000);
    const query = `query ($id: ID!) {customer(id: $id) {storeCreditAccounts(first: 1) {nodes {balance {amount} transactions(first: 5) {nodes {__typename amount {amount}}}}}}}`;
    expect(await ask(query, {id: CUSTOMER})).toEqual({
      customer: {
        storeCreditAccounts: {
          nodes: [
            {
              balance: {amount: '2.0'},
              transactions: {
                nodes: [
                  {__typename: 'StoreCreditAccountCreditTransaction', amount: {amount: '5.0'}},
                  {__typename: 'StoreCreditAccountCreditTransaction', amount: {amount: '2.0'}},
                  {__typename: 'StoreCreditAccountExpirationTransaction', amount: {amount: '-5.0'}},
                ],
              },
            },
          ],
        },
      },
    });
  });
});

describe('gift cards', () => {
  const create = `mutation ($input: GiftCardCreateInput!) {giftCardCreate(input: $input) {giftCardCode giftCard {lastCharacters initialValue {amount currencyCode}} userErrors {code field}}}`;

  it('take a code once, whatever its case, and show it once', async () => {
    const input = {initialAmount: {amount: '7.45', currencyCode: 'EUR'}, code: 'REFUND1234ABCD'};
    expect(await ask(create, {input})).toEqual({
      giftCardCreate: {
        giftCardCode: 'REFUND1234ABCD',
        giftCard: {lastCharacters: 'abcd', initialValue: {amount: '7.45', currencyCode: 'EUR'}},
        userErrors: [],
      },
    });
    expect(await ask(create, {input: {...input, code: 'refund1234abcd'}})).toMatchObject({
      giftCardCreate: {giftCard: null, giftCardCode: null, userErrors: [{code: 'TAKEN', field: ['input', 'code']}]},
    });
    expect(JSON.stringify(lab.state()['giftCards'])).not.toMatch(/refund1234abcd/i);
  });
});

describe('flowTriggerReceive', () => {
  const send = (args: string): Promise<unknown> =>
    ask(`mutation {flowTriggerReceive${args} {userErrors {field message}}}`);
  const refused = (field: string, message: string): unknown => ({
    flowTriggerReceive: {userErrors: [{field: [field], message}]},
  });

  it('keeps what it takes', async () => {
    expect(await send('(handle: "refund-done", payload: {order_id: 1})')).toEqual({
      flowTriggerReceive: {userErrors: []},
    });
    expect(lab.state()['flow']).toMatchObject({triggers: [{handle: 'refund-done', payload: {order_id: 1}}]});
  });

  it('says what is wrong', async () => {
    lab.settings.flowTriggers = [{handle: 'refund-done', name: 'Refund done', fields: null, schema: null}];
    expect(await send('(handle: "refund-done")')).toEqual(
      refused('handle', '`handle` and `payload` arguments are required'),
    );
    expect(await send('(handle: "refund-done", payload: {}, body: "{}")')).toEqual(
      refused('body', 'Cannot use `handle` and `payload` arguments with `body` argument'),
    );
    expect(await send('(handle: "x", payload: {})')).toEqual(
      refused('body', "Errors validating schema:\n  Invalid handle 'x'.\n"),
    );
    expect(await send(`(handle: "x", payload: {long: "${'x'.repeat(50_000)}"})`)).toEqual(
      refused('body', 'Errors validating schema:\n  Properties size exceeds the limit of 50000 bytes.\n'),
    );
  });
});
