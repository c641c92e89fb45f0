import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import type {Lab} from '../admin-api/index.ts';
import {OWN_APP} from '../admin-api/access.ts';
import {addTags, email, type Fixture, flowText, wait} from './fixture.ts';
import {type Asked, openFlow} from './http.fixture.ts';
import {order} from './runs/lab.fixture.ts';
import type {FlowState, OutboxEntry, RunDetails, RunSummary, WorkflowDetails, WorkflowSummary} from './types.ts';

let lab: Lab;
let ask: Asked['ask'];
let close: Asked['close'];

beforeEach(async () => {
  ({lab, ask, close} = await openFlow());
});

afterEach(() => close());

const add = (fixture: Fixture): Promise<WorkflowSummary> =>
  ask('POST', 'workflows', {text: flowText(fixture), file: 'mine.flow'});
const TAG: Fixture = {name: 'Tag (C)', steps: [addTags('tag', 'seen', ['mail']), email('mail', 'done')]};

describe('the lab’s Flow over HTTP', () => {
  it('imports switched off, shows the graph, runs by hand on an order, and shows the run', async () => {
    const imported = await add(TAG);
    expect(imported).toMatchObject({
      name: 'Tag (C)',
      letter: 'C',
      on: false,
      source: 'imported',
      file: 'mine.flow',
      startsByHand: true,
      draft: false,
      problems: [],
      lastRun: null,
    });
    const details = await ask<WorkflowDetails>('GET', `workflows/${imported.id}`);
    expect(details.steps.map(({id, kind, label, position}) => [id, kind, label, position])).toEqual([
      ['trigger', 'TRIGGER', 'Order created', [0, 0]],
      ['tag', 'ACTION', 'Add order tags', [0, 100]],
      ['mail', 'ACTION', 'Send internal email', [0, 200]],
    ]);
    expect(details.links).toEqual([
      {from: 'trigger', port: 'output', to: 'tag'},
      {from: 'tag', port: 'output', to: 'mail'},
    ]);
    const [run] = await ask<RunSummary[]>('POST', `workflows/${imported.id}/start`, {order: '#1004'});
    expect(run).toMatchObject({state: 'completed', subject: '#1004', event: {byHand: true}});
    expect((await ask<RunDetails>('GET', `runs/${run?.id ?? ''}`)).steps).toHaveLength(2);
    expect(await ask<RunSummary[]>('GET', `runs?workflow=${imported.id}`)).toHaveLength(1);
    expect(await ask<OutboxEntry[]>('GET', 'outbox')).toMatchObject([
      {kind: 'email', to: 'hallo@duinendraad.voorbeeld.nl'},
    ]);
    expect((await ask<WorkflowSummary[]>('GET', 'workflows'))[0]?.lastRun?.state).toBe('completed');
  });

  it('starts with what happens in the shop once it is on', async () => {
    const {id} = await add(TAG);
    await ask('POST', `workflows/${id}/on`, {on: true});
    const create =
      'mutation ($order: OrderCreateOrderInput!) {orderCreate(order: $order) {order {name} userErrors {message}}}';
    const amountSet = {shopMoney: {amount: '10.00', currencyCode: 'EUR'}};
    const made = {
      currency: 'EUR',
      lineItems: [{title: 'Mok', quantity: 1, priceSet: amountSet}],
      transactions: [{kind: 'SALE', status: 'SUCCESS', gateway: 'shopify_payments', amountSet}],
    };
    await lab.handle({version: '2026-07', query: create, variables: {order: made}});
    await ask('GET', 'state');
    expect(await ask<RunSummary[]>('GET', 'runs')).toMatchObject([
      {state: 'completed', subject: '#1022', event: {trigger: 'order_created'}},
    ]);
    await ask('GET', 'state');
    expect(await ask<RunSummary[]>('GET', 'runs')).toHaveLength(1);
  });

  it('moves the clock through Waits and schedules', async () => {
    const {id} = await add({name: 'Later', steps: [wait('wait', 'P10D', ['mail']), email('mail', 'ten days')]});
    await ask('POST', `workflows/${id}/start`, {order: '#1001'});
    expect(await ask<FlowState>('GET', 'state')).toMatchObject({
      now: '2026-11-22T12:00:00.000Z',
      upcoming: [{at: '2026-12-02T12:00:00.000Z', what: 'Later', workflowId: id}],
    });
    const recurrence = JSON.stringify(['DTSTART;TZID=Etc/UTC:20261123T060000\nRRULE:FREQ=DAILY;INTERVAL=3']);
    const scheduled = await add({
      name: 'Often',
      trigger: 'shopify::flow::scheduled_time',
      triggerFields: {recurrence},
      steps: [
        {
          id: 'm',
          task: 'shopify::flow::send_email',
          fields: {address: 'a@b.c', subject: 's', message: '{{ scheduledAt }}'},
        },
      ],
    });
    expect(scheduled.startsByHand).toBe(false);
    await ask('POST', `workflows/${scheduled.id}/on`, {on: true});
    const state = await ask<FlowState>('POST', 'clock', {advanceMilliseconds: 11 * 86_400_000});
    expect(state.upcoming).toMatchObject([{at: '2026-12-05T06:00:00.000Z', what: 'Often'}]);
    const mails = await ask<OutboxEntry[]>('GET', 'outbox');
    expect(mails.map((mail) => mail.kind === 'email' && `${mail.at.slice(0, 16)} ${mail.message}`)).toEqual([
      '2026-11-23T06:00 2026-11-23T06:00:00.000Z',
      '2026-11-26T06:00 2026-11-26T06:00:00.000Z',
      '2026-11-29T06:00 2026-11-29T06:00:00.000Z',
      '2026-12-02T06:00 2026-12-02T06:00:00.000Z',
      '2026-12-02T12:00 ten days',
    ]);
    const [now] = await ask<RunSummary[]>('POST', `workflows/${scheduled.id}/start`);
    expect(now).toMatchObject({state: 'completed'});
  });

  it('ends the runs of a workflow that is switched off or deleted', async () => {
    const {id} = await add({name: 'Later', steps: [wait('wait', 'P10D', ['tag']), addTags('tag', 'late')]});
    const [run] = await ask<RunSummary[]>('POST', `workflows/${id}/start`, {order: '#1001'});
    await ask('POST', `workflows/${id}/on`, {on: false});
    expect(await ask<RunDetails>('GET', `runs/${run?.id ?? ''}`)).toMatchObject({
      state: 'cancelled',
      error: expect.stringContaining('switched off'),
    });
    const [other] = await ask<RunSummary[]>('POST', `workflows/${id}/start`, {order: '#1001'});
    await ask('DELETE', `workflows/${id}`);
    await ask('POST', 'clock', {advanceMilliseconds: 20 * 86_400_000});
    expect(await ask<RunDetails>('GET', `runs/${other?.id ?? ''}`)).toMatchObject({state: 'cancelled'});
    expect(order(lab).tags).toEqual([]);
    expect(await ask('GET', 'workflows')).toEqual([]);
  });

  it('hears the app’s own triggers, from the app only', async () => {
    lab.settings.flowTriggers = [
      {
        handle: 'refund-attention',
        name: 'Refund needs attention',
        schema: null,
        fields: [
          {key: 'order_id', type: 'order_reference'},
          {key: 'customer_id', type: 'customer_reference'},
          {key: 'What to do', type: 'single_line_text_field'},
        ],
      },
    ];
    const {id, draft} = await add({
      name: 'Ours',
      trigger: 'unlearned::refund-recipes::refund-attention',
      steps: [email('mail', '{{ whatToDo }} {{ order.name }} {{ customer.firstName }}')],
    });
    expect(draft).toBe(true);
    await ask('POST', `workflows/${id}/on`, {on: true});
    const query =
      'mutation ($payload: JSON) {flowTriggerReceive(handle: "refund-attention", payload: $payload) {userErrors {message}}}';
    const fire = async (payload: unknown, appId: string): Promise<unknown> =>
      (await lab.handle({version: '2026-07', query, variables: {payload}, appId})).body;
    const good = {order_id: 1001, customer_id: 1001, 'What to do': 'Look'};
    await fire(good, OWN_APP);
    for (const [payload, appId] of [
      [good, 'another-app'],
      [{...good, extra: 1}, OWN_APP],
      [{order_id: 1001}, OWN_APP],
      [{...good, order_id: 'gid://shopify/Order/1001'}, OWN_APP],
    ] as const) {
      expect(JSON.stringify(await fire(payload, appId))).toMatch(/Invalid|missing|Type error/);
    }
    await expect(ask('POST', 'events', {trigger: 'refund-attention', payload: {order_id: 1001}})).rejects.toThrow(
      'Required field missing',
    );
    await ask('GET', 'state');
    expect(await ask<OutboxEntry[]>('GET', 'outbox')).toMatchObject([
      {message: 'Look #1001 Sanne', subject: 'About #1001'},
    ]);
    expect(await ask<OutboxEntry[]>('GET', 'outbox')).toHaveLength(1);
  });

  it('tells of a run that failed, and doesn’t go on for ever where that fails too', async () => {
    const {id} = await add({name: 'Fails', steps: [addTags('tag', 'x', [], '{{ order.customer.note }}')]});
    const alarm = await add({
      name: 'Alarm',
      trigger: 'shopify::flow::workflow_error_occurred',
      steps: [
        {
          id: 'mail',
          task: 'shopify::flow::send_email',
          fields: {address: 'a@b.c', subject: 's', message: '{{ workflowError.message }}'},
          to: ['fail'],
        },
        {
          id: 'fail',
          task: 'shopify::flow::send_email',
          fields: {address: '{{ workflowError.to }}', subject: 's', message: 'm'},
        },
      ],
    });
    await ask('POST', `workflows/${alarm.id}/on`, {on: true});
    await ask('POST', `workflows/${id}/start`, {order: '#1001'});
    expect(await ask<OutboxEntry[]>('GET', 'outbox')).toMatchObject([
      {message: expect.stringContaining('“Add order tags”')},
    ]);
    expect(await ask<RunSummary[]>('GET', 'runs')).toMatchObject([{state: 'failed'}, {state: 'failed'}]);
  });

  it('goes on where an event can’t start one of the workflows', async () => {
    const {id} = await add(TAG);
    await ask('POST', `workflows/${id}/on`, {on: true});
    const [run] = await ask<RunSummary[]>('POST', 'events', {trigger: 'order_created', order: '#9999'});
    expect(run).toMatchObject({
      state: 'failed',
      error: 'There is no order #9999.',
      errorSaid: {words: 'There is no order {0}.', values: ['#9999']},
    });
    expect(await ask('POST', 'events', {trigger: 'order_created', order: '#1001'})).toMatchObject([
      {state: 'completed'},
    ]);
  });

  it('starts anew when the shop is reset', async () => {
    const {id} = await add({name: 'Later', steps: [wait('wait', 'P10D', ['tag']), addTags('tag', 'late')]});
    await ask('POST', `workflows/${id}/start`, {order: '#1001'});
    lab.reset();
    expect(await ask('GET', 'workflows')).toEqual([]);
    await ask('POST', 'clock', {advanceMilliseconds: 20 * 86_400_000});
    expect(await ask('GET', 'runs')).toEqual([]);
    expect(order(lab).tags).toEqual([]);
  });

  it('keeps its switches', async () => {
    const stepFaults = [{step: 'tag', how: 'failsBefore', times: 2}];
    expect(await ask('POST', 'switches', {delivery: 'twice', stepFaults})).toMatchObject({
      delivery: 'twice',
      stepFaults,
      userErrors: 'fail',
      seed: 0,
    });
    const {id} = await add(TAG);
    expect(await ask<RunSummary[]>('POST', `workflows/${id}/start`, {order: '#1001'})).toMatchObject([
      {state: 'retrying'},
      {state: 'retrying'},
    ]);
  });

  it('starts by hand only what starts with an order that was created, and not what has problems', async () => {
    const refund = await add({
      name: 'Refunds',
      trigger: 'shopify::admin::refund_created',
      steps: [addTags('tag', 'x')],
    });
    await expect(ask('POST', `workflows/${refund.id}/start`, {order: '#1001'})).rejects.toThrow(
      'can’t be started by hand',
    );
    const broken = await add({name: 'Broken', steps: [addTags('tag', '{{ nothing.here }}')]});
    expect(broken.problems).toEqual(['“Add order tags” reads nothing, which doesn’t exist there.']);
    expect(broken.problemsSaid).toEqual([
      {words: '“{0}” reads {1}, which doesn’t exist there.', values: ['Add order tags', 'nothing']},
    ]);
    await expect(ask('POST', `workflows/${broken.id}/on`, {on: true})).rejects.toThrow('can’t be switched on');
    await expect(ask('POST', `workflows/${broken.id}/start`, {order: '#1001'})).rejects.toThrow('can’t be run');
    const late = await add({
      name: 'Late',
      trigger: 'shopify::flow::scheduled_time',
      triggerFields: {recurrence: '[]'},
      steps: [],
    });
    await expect(ask('POST', `workflows/${late.id}/on`, {on: true})).rejects.toThrow('no DTSTART');
  });
});
