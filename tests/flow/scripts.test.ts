/** The scripts that move no money: requests, reminder, alarm and clock. */
import {describe, expect, it} from 'vitest';
import {askIntentOf} from '../../src/execution/requests/ask.ts';
import {requestIdOf} from '../../src/execution/requests/id.ts';
import type {Choices} from '../../src/core/index.ts';
import {executePlan, readRequests} from '../../src/execution/index.ts';
import {
  ALARM,
  confirmScript,
  REMINDER,
  REQUEST,
  REQUEST_LABEL,
  STORE_CREDIT_BONUS,
  WITHDRAWAL_CLOCK,
} from '../../src/flow/run-code/index.ts';
import {ask, environmentOf} from '../execution/lab-client.ts';
import {asked, shop as limitedShop, type Shop} from '../execution/approval-shop.ts';
import {confirmedPlan, shopWithOrder} from '../execution/lab-order.ts';
import {claimWith, creditWith, orderFor, ran, refundWith, setMetafields} from './run.ts';

type Loose = Record<string, unknown>;

const {lab, orderId} = await shopWithOrder();

describe('a request', () => {
  const order = (changes: Loose = {}) => orderFor(lab, REQUEST_LABEL, orderId).then((read) => ({...read, ...changes}));
  const requests = async () => {
    const data = (await ask(
      lab,
      `query($id: ID!) {order(id: $id) {
        request: metafield(namespace: "refund_recipes", key: "request") {value compareDigest}
        ask: metafield(namespace: "refund_recipes", key: "ask") {value updatedAt}
      }}`,
      {id: orderId},
    )) as {order: Parameters<typeof readRequests>[0]};
    return readRequests(data.order, orderId, lab.clock.now().getTime());
  };

  it('is one request, however often it is made, and its note can hold anything', async () => {
    const note = 'He said: "{{ shop.name }}"\n\\ and left. {% if %}';
    const said = await ran(REQUEST_LABEL, {order: await order({note})});
    expect(said).toMatchObject({go: true, orderName: '#1001'});
    expect(String(said['metafields'])).not.toMatch(/\{[{%]/);
    expect(await setMetafields(lab, JSON.parse(String(said['metafields'])))).toMatchObject({userErrors: []});
    expect((await requests()).requests).toMatchObject([
      {
        id: said['requestId'],
        state: 'waiting',
        recipe: {handle: 'shipping-plus-label'},
        choices: {ground: 'withdrawal', amounts: {returnLabel: '7.45'}},
        reason: note,
        by: 'flow',
      },
    ]);
    expect(await ran(REQUEST_LABEL, {order: await order({note: 'another note'})})).toMatchObject({
      go: false,
      code: 'alreadyAsked',
    });
  });

  it('shortens a long note between two characters, never within one', async () => {
    const note = `${'a'.repeat(199)}👗 and more`;
    const said = await ran(REQUEST_LABEL, {order: await order({note, refundRecipesAsk: null})});
    const [{value}] = JSON.parse(String(said['metafields'])) as [{value: string}];
    expect(JSON.parse(value)).toMatchObject({reason: `${'a'.repeat(199)}👗`});
  });

  it('stands beside another, and keeps it', async () => {
    const said = await ran(REQUEST, {order: await order()}, {RECIPE: 'goodwill-percent', REASON: 'late'});
    await setMetafields(lab, JSON.parse(String(said['metafields'])));
    const {requests: both, problems} = await requests();
    expect(problems).toEqual([]);
    expect(both.map(({recipe}) => recipe.handle)).toEqual(['shipping-plus-label', 'goodwill-percent']);
    expect(await ran(REQUEST, {order: await order()}, {RECIPE: 'goodwill-percent', AGAIN: '2'})).toMatchObject({
      go: true,
    });
  });

  const stored = (value: string) => ({value, compareDigest: 'x', updatedAt: '2026-11-22T12:00:00Z'});
  const nothing = {presentmentMoney: {amount: 0, currencyCode: 'EUR'}, shopMoney: {amount: '0.0', currencyCode: 'EUR'}};

  it.each([
    ['nothingLeft', {}, {netPaymentSet: nothing, refundRecipesAsk: null}],
    ['otherCurrency', {LABEL_CURRENCY: 'USD'}, {}],
    ['input', {LABEL_AMOUNT: '1e3'}, {}],
    ['input', {GROUND: 'mood'}, {}],
    ['input', {}, {id: 5}],
    ['input', {}, {refundRecipesAsk: undefined}],
    ['askUnreadable', {AGAIN: '3'}, {refundRecipesAsk: stored('{')}],
    ['claimProblem', {}, {refundRecipesClaim: stored('[]')}],
  ])('says no with %s: %j', async (code, values, changes) => {
    expect(await ran(REQUEST_LABEL, {order: await order(changes)}, values)).toMatchObject({go: false, code});
  });

  it.each([
    ['waiting', 'alreadyAsked'],
    ['declined', 'declined'],
    ['approved', 'alreadyRefunded'],
  ])('is not made again where it became an approval that is %s', async (state, code) => {
    const recipe = {handle: 'shipping-plus-label', version: 1};
    const choices = {ground: 'withdrawal', amounts: {returnLabel: '7.45'}} as const;
    const intentId = askIntentOf(orderId, {recipe: recipe.handle, choices});
    const id = requestIdOf(orderId, recipe, choices, intentId);
    const at = '2026-11-22T12:00:00Z';
    const approval = {
      id,
      state,
      kind: 'approval',
      recipe,
      choices,
      reason: '',
      by: '42',
      at,
      expiresAt: null,
      intentId,
    };
    const refundRecipesRequest = stored(JSON.stringify({format: 1, nonce: 'n', requests: [approval]}));
    expect(await ran(REQUEST_LABEL, {order: await order({refundRecipesRequest})})).toMatchObject({go: false, code});
  });

  it('waits, and staff are reminded', async () => {
    const remind = async (scheduledAt: unknown, values = {}) =>
      ran(REMINDER, {order: await orderFor(lab, REMINDER, orderId), scheduledAt}, values);
    expect(await remind('2026-11-23T12:00:00Z')).toMatchObject({
      go: false,
      code: 'notYet',
      count: 0,
      tagsToRemove: '[]',
    });
    const said = await remind('2026-11-25T13:00:00Z');
    expect(said).toMatchObject({go: true, code: 'waits', count: 2});
    expect(said['lines']).toContain('a request for goodwill-percent waits for a person, because: late (3 days)');
    expect(await remind('tomorrow')).toMatchObject({go: false, code: 'input'});
    await expect(remind('2026-11-25T13:00:00Z', {AFTER_DAYS: '2'})).rejects.toThrow('AFTER_DAYS: "2" can\'t be used.');
    const read = await orderFor(lab, REMINDER, orderId);
    const quiet = {order: {...read, refundRecipesAsk: null}, scheduledAt: '2026-11-25T13:00:00Z'};
    expect(await ran(REMINDER, quiet)).toMatchObject({code: 'nothingWaits', tagsToRemove: '["Refund waiting"]'});
  });
});

describe('the reminder', () => {
  it('tells of what an earlier refund planned and nobody paid', async () => {
    const shop = await shopWithOrder();
    const staff = environmentOf(shop.lab, 'staff');
    const refund = async (...plan: [Choices, string, string]) => {
      const {plan: planned, confirmed} = await confirmedPlan(staff, shop.orderId, ...plan);
      await executePlan(planned, confirmed, staff);
    };
    shop.lab.faults.add({kind: 'accessDenied', field: 'storeCreditAccountCredit'});
    await refund({amounts: {returnLabel: '7.45'}}, 'shipping-plus-label', 'first');
    shop.lab.faults.clear();
    await refund({amounts: {goodwill: '5.00'}}, 'goodwill-amount', 'second');
    const said = await ran(REMINDER, {
      order: await orderFor(shop.lab, REMINDER, shop.orderId),
      scheduledAt: '2026-11-25T13:00:00Z',
    });
    expect(said['why']).toBe('Order #1001: 7.45 EUR of an earlier refund was planned and never paid (3 days).');
  });

  const remind = async ({lab: at, orderId: id}: Pick<Shop, 'lab' | 'orderId'>) =>
    (await ran(REMINDER, {order: await orderFor(at, REMINDER, id), scheduledAt: '2026-11-25T13:00:00Z'}))['why'];

  it('tells of what is owed outside Shopify', async () => {
    const world = await limitedShop();
    const choices: Choices = {amounts: {goodwill: '5.00'}, prefer: {goodwill: 'outsidePayment'}};
    const {plan, confirmed} = await confirmedPlan(world.asker, world.orderId, choices, 'goodwill-amount');
    await executePlan(plan, confirmed, world.asker);
    expect(await remind(world)).toBe('Order #1001: 5.00 EUR is still to be paid outside Shopify (3 days).');
  });

  it('tells of an approval, with its reason', async () => {
    const world = await limitedShop({goodwill: {perRefund: '5.00'}});
    await asked(world);
    expect(await remind(world)).toBe(
      'Order #1001: an approval of shipping-plus-label waits for somebody else, because: Third parcel in a row that was late (3 days).',
    );
  });
});

describe('the alarm', () => {
  const eur = (amount: unknown) => ({
    shopMoney: {amount, currencyCode: 'EUR'},
    presentmentMoney: {amount, currencyCode: 'EUR'},
  });
  const refund = (
    id: number,
    amount: unknown,
    note: string | null,
    {createdAt = '2026-11-22T12:00:00Z', lines = []}: {createdAt?: string; lines?: readonly number[]} = {},
  ) => ({
    id: `gid://shopify/Refund/${id}`,
    note,
    createdAt,
    totalRefundedSet: eur(amount),
    refundLineItems: lines.map((line) => ({lineItem: {id: `gid://shopify/LineItem/${line}`}})),
  });
  const order = (changes: Loose) => ({
    id: 'gid://shopify/Order/1',
    name: '#1',
    currencyCode: 'EUR',
    presentmentCurrencyCode: 'EUR',
    refunds: [],
    customer: null,
    refundRecipesClaim: null,
    refundRecipesFlowRun: null,
    ...changes,
  });
  const said = (changes: Loose, scheduledAt = '2026-11-22T20:00:00Z') =>
    ran(ALARM, {order: order(changes), scheduledAt});

  it('is silent where nothing is wrong', async () => {
    const once = [refund(1, '10.00', null), refund(2, '10.00', null, {createdAt: '2026-11-22T18:00:00Z'})];
    expect(await said({refunds: once})).toMatchObject({go: false, code: 'clean', count: 0, tagsToAdd: '[]'});
  });

  it('finds a refund that was made twice, one without a record, and two alike', async () => {
    const note = 'Refund Recipes plan-1 call-1';
    const twice = await said({refunds: [refund(1, '10.00', note), refund(2, 10, note)]});
    expect(twice).toMatchObject({go: true, count: 3, tagsToAdd: '["Refund check"]'});
    expect(twice['findings']).toContain('a refund of 10.00 EUR was made twice (Refund Recipes plan-1 call-1)');
    expect(twice['findings']).toContain('a refund of 10.00 EUR has no refund record');
    const alike = await said({refunds: [refund(1, '10.00', 'by hand'), refund(2, '10.00', null)]});
    expect(alike['why']).toBe('Order #1: two refunds of 10.00 EUR were made within 60 minutes.');
    expect(await said({refunds: [refund(1, '10.00', null), refund(2, '10.00', null)]})).toMatchObject({count: 1});
  });

  it.each([
    ['of other lines', [1], [2], 'clean'],
    ['of one line twice', [1], [1, 2], 'found'],
    ['of which one has no lines', [1], [], 'found'],
  ])('looks at two refunds of one amount %s', async (_words, lines, others, code) => {
    const refunds = [refund(1, '10.00', 'by hand', {lines}), refund(2, '10.00', null, {lines: others})];
    expect(await said({refunds})).toMatchObject({code});
  });

  it('fails where a constant can’t be used: a quiet no would never be heard', async () => {
    const input = {order: order({}), scheduledAt: '2026-11-22T20:00:00Z'};
    await expect(ran(ALARM, input, {OPEN_HOURS: '4'})).rejects.toThrow('OPEN_HOURS: "4" can\'t be used.');
  });

  it('finds store credit that was given twice, and a refund that is not finished', async () => {
    const shop = await shopWithOrder();
    const order1 = await orderFor(shop.lab, STORE_CREDIT_BONUS, shop.orderId);
    const plan = await ran(
      STORE_CREDIT_BONUS,
      {order: order1, scheduledAt: '2026-11-22T12:00:00Z'},
      {DRY_RUN: false, CONSENT: 'asked by mail'},
    );
    const written = await claimWith(shop.lab, plan);
    const paid = await refundWith(shop.lab, plan);
    const first = await ran(confirmScript('refundCreate'), {order: order1, written, paid});
    await setMetafields(shop.lab, JSON.parse(String(first['metafields'])));
    await creditWith(shop.lab, plan);
    const look = async (scheduledAt: string) =>
      ran(ALARM, {order: await orderFor(shop.lab, ALARM, shop.orderId), scheduledAt});
    expect(await look('2026-11-22T13:00:00Z')).toMatchObject({go: false, code: 'clean'});
    expect((await look('2026-11-22T17:00:00Z'))['findings']).toMatch(
      /^a refund of plan plan-\w+ has been open for 4 hours$/,
    );
    await creditWith(shop.lab, plan);
    expect((await look('2026-11-22T13:00:00Z'))['why']).toBe(
      'Order #1001: store credit of 5.00 EUR was given 2 times, the refund record knows 1 (unless the customer got the same for another order).',
    );
  });

  const credited = async () => {
    const shop = await shopWithOrder();
    const staff = environmentOf(shop.lab, 'staff');
    const {plan, confirmed} = await confirmedPlan(
      staff,
      shop.orderId,
      {ground: 'withdrawal', amounts: {returnLabel: '7.45'}},
      'shipping-plus-label',
    );
    await executePlan(plan, confirmed, staff);
    const read = await orderFor(shop.lab, ALARM, shop.orderId);
    const {customer} = read as {customer: {storeCreditAccounts: [{transactions: Loose[]}]}};
    const [account] = customer.storeCreditAccounts;
    const look = async (transactions: readonly Loose[], scheduledAt = '2026-11-22T13:00:00Z') =>
      ran(ALARM, {order: {...read, customer: {storeCreditAccounts: [{...account, transactions}]}}, scheduledAt});
    return {read, transactions: account.transactions, look};
  };

  it('finds a refund that somebody else made while a workflow or the action was paying', async () => {
    const {read} = await credited();
    const {refunds} = read as {refunds: [{createdAt: string}]};
    const [own] = refunds;
    const among = async (createdAt: string) => {
      const found = {...read, refunds: [refund(99, '3.00', 'by hand', {createdAt}), ...refunds]};
      return ran(ALARM, {order: found, scheduledAt: '2026-11-22T13:00:00Z'});
    };
    expect((await among(own.createdAt))['findings']).toBe(
      'a refund of 3.00 EUR was made by somebody else while this one was under way',
    );
    expect(await among('2026-11-22T12:30:00Z')).toMatchObject({code: 'clean'});
  });

  it('finds a second credit also where the clock of whoever refunded is ahead of Shopify’s', async () => {
    const {transactions, look} = await credited();
    expect(await look(transactions)).toMatchObject({code: 'clean'});
    const early = transactions.map((one) => ({...one, createdAt: '2026-11-22T11:55:00Z'}));
    expect(await look([...early, ...early])).toMatchObject({code: 'found', count: 1});
  });

  it('finds a credit that the record has and the account has not', async () => {
    const {look} = await credited();
    expect((await look([]))['findings']).toBe(
      'store credit of 7.45 EUR stands in the refund record, but not among the movements of the customer’s account',
    );
  });

  it('says so where the record can’t be trusted', async () => {
    const stored = {value: '{}', compareDigest: 'x', updatedAt: '2026-11-22T12:00:00Z'};
    expect(await said({refundRecipesClaim: stored})).toMatchObject({go: true, count: 1});
  });

  it.each([
    {refunds: undefined},
    {refunds: [refund(1, '1e21', null)]},
    {refunds: [refund(1, 0.1 + 0.2, null)]},
    {name: 7},
  ])('says no to %j', async (changes) => {
    expect(await said(changes)).toMatchObject({go: false, code: 'input'});
  });
});

describe('the withdrawal clock', () => {
  const order = (changes: Loose = {}) => ({
    id: 'gid://shopify/Order/1',
    name: '#1',
    tags: ['Withdrawal'],
    displayFinancialStatus: 'PAID',
    currencyCode: 'EUR',
    presentmentCurrencyCode: 'EUR',
    refunds: [],
    refundRecipesWithdrawal: {value: '2026-11-22T23:30:00Z', compareDigest: 'x', updatedAt: 'x'},
    ...changes,
  });
  const at = (scheduledAt: string, changes: Loose = {}, timezoneOffsetMinutes: unknown = 0) =>
    ran(WITHDRAWAL_CLOCK, {order: order(changes), scheduledAt, shop: {timezoneOffsetMinutes}});

  it.each([
    // Told at 00:30 on the 23rd in Amsterdam, at 18:30 on the 22nd in New York.
    [60, '2026-11-22T23:30:00Z', '2026-12-02T23:30:00Z', {day: 10, due: '2026-12-07'}],
    [60, '2026-11-22T23:30:00.123456789+0000', '2026-12-02T22:30:00Z', {day: 9, due: '2026-12-07'}],
    [-300, '2026-11-22T23:30:00Z', '2026-12-03T04:30:00Z', {day: 10, due: '2026-12-06'}],
    // As a person writes it, it is the shop's day.
    [-300, '2026-11-22', '2026-12-03T04:30:00Z', {day: 10, due: '2026-12-06'}],
    [60, '2026-11-22 23:30', '2026-12-02T22:30:00Z', {day: 10, due: '2026-12-06'}],
    // As the workflow notes it, the shop's day stands first: half an hour before midnight, and summer time since.
    [120, '2027-03-19, noted 2027-03-19T22:30:00.123456789+0000', '2027-04-01T22:30:00Z', {day: 14, due: '2027-04-02'}],
  ])('counts days as the shop does: %i minutes from UTC, told at %s, now %s', async (zone, told, now, expected) => {
    const value = {value: told, compareDigest: 'x', updatedAt: 'x'};
    expect(await at(now, {refundRecipesWithdrawal: value}, zone)).toMatchObject(expected);
  });

  it('says which field is missing where the query was changed', async () => {
    expect(await at('2026-12-02T06:00:00Z', {}, null)).toMatchObject({
      go: false,
      code: 'input',
      why: expect.stringContaining('shop.timezoneOffsetMinutes') as unknown,
    });
  });

  it.each([
    ['2026-12-01T06:00:00Z', {go: false, code: 'wait', day: 9}],
    ['2026-12-02T06:00:00Z', {go: true, code: 'remind', day: 10, tagsToAdd: '["Withdrawal: day 10"]'}],
    ['2026-12-05T06:00:00Z', {go: true, code: 'remind', day: 13, tagsToAdd: '["Withdrawal: day 13"]'}],
    ['2026-12-07T06:00:00Z', {go: true, code: 'overdue', day: 15, tagsToAdd: '["Withdrawal: day 15"]'}],
  ])('%s', async (now, expected) => {
    const due = {due: '2026-12-06', dueEnglish: '6 December 2026', dueDutch: '6 december 2026'};
    expect(await at(now)).toMatchObject({...expected, ...due});
  });

  it('reminds once, and ends with the refund', async () => {
    const tags = ['Withdrawal', 'Withdrawal: day 10'];
    expect(await at('2026-12-03T06:00:00Z', {tags})).toMatchObject({go: false, code: 'wait', day: 11});
    expect(await at('2026-12-03T06:00:00Z', {tags, displayFinancialStatus: 'REFUNDED'})).toMatchObject({
      go: false,
      code: 'refunded',
      tagsToRemove: '["Withdrawal","Withdrawal: day 10"]',
    });
  });

  it('says what the law allows, what was paid since, and how it ends', async () => {
    const waits =
      'Unless you fetch the goods yourself, you may wait until they are back, or until the customer has shown that they were sent.';
    const ends =
      'Once it is paid back, take the tag “Withdrawal” off: only an order that is refunded as a whole loses it by itself.';
    expect((await at('2026-12-02T06:00:00Z'))['why']).toBe(
      `Order #1: day 10 of 14 since the withdrawal, the money has to be back by 2026-12-06. ${waits} ${ends}`,
    );
    const paid = (createdAt: string, amount: string) => ({
      createdAt,
      totalRefundedSet: {
        shopMoney: {amount, currencyCode: 'EUR'},
        presentmentMoney: {amount, currencyCode: 'EUR'},
      },
    });
    const refunds = [paid('2026-11-21T10:00:00Z', '9.00'), paid('2026-11-24T10:00:00Z', '12.50')];
    const partly = {displayFinancialStatus: 'PARTIALLY_REFUNDED', refunds};
    expect((await at('2026-12-07T06:00:00Z', partly))['why']).toBe(
      `Order #1: the money should have been back by 2026-12-06, 1 day ago. ${waits} 12.50 EUR was refunded since then. ${ends}`,
    );
  });

  it('ends also where nothing was ever taken', async () => {
    expect(await at('2026-12-02T06:00:00Z', {displayFinancialStatus: 'VOIDED'})).toMatchObject({code: 'refunded'});
  });

  it('fails where a constant can’t be used', async () => {
    const input = {order: order(), scheduledAt: '2026-12-03T06:00:00Z', shop: {timezoneOffsetMinutes: 0}};
    await expect(ran(WITHDRAWAL_CLOCK, input, {FIRST_REMINDER: 14})).rejects.toThrow('FIRST_REMINDER');
  });

  it('says no where it can’t tell', async () => {
    expect(await at('2026-12-03', {refundRecipesWithdrawal: null})).toMatchObject({
      go: false,
      code: 'noDate',
      due: '2026-12-17',
      today: '2026-12-03',
    });
    const value = {value: 'yesterday', compareDigest: 'x', updatedAt: 'x'};
    expect(await at('2026-12-03', {refundRecipesWithdrawal: value})).toMatchObject({go: false, code: 'input'});
  });
});
