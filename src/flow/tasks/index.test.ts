import {describe, expect, it} from 'vitest';
import {ACTIONS, ownTrigger, taskOf, TRIGGERS, variableOf} from './index.ts';

const ALL = [...Object.values(TRIGGERS), ...Object.values(ACTIONS)];

describe('the table of tasks', () => {
  it('calls confirmed what was seen in an export or in Shopify’s own material', () => {
    expect(
      ALL.filter(({status}) => status === 'confirmed')
        .map(({id}) => id)
        .toSorted(),
    ).toEqual([
      'shopify::admin::add_order_metafield',
      'shopify::admin::add_order_tags',
      'shopify::admin::admin_api_operation',
      'shopify::admin::capture_payment',
      'shopify::admin::order_cancelled',
      'shopify::admin::order_created',
      'shopify::admin::order_risk_analyzed',
      'shopify::flow::condition',
      'shopify::flow::count',
      'shopify::flow::fetch::orders',
      'shopify::flow::foreach',
      'shopify::flow::run_code',
      'shopify::flow::scheduled_time',
      'shopify::flow::send_email',
      'shopify::flow::sum',
      'shopify::iris::send_shopify_alert_for_errors',
    ]);
  });

  it('knows each task once, and leaves each by the ports of its type', () => {
    expect(new Set(ALL.map(({id}) => id)).size).toBe(ALL.length);
    const ports = {
      TRIGGER: ['output'],
      ACTION: ['output'],
      WAIT: ['output'],
      CONDITION: ['true', 'false'],
      FOREACH: ['loop_body', 'after'],
    };
    for (const task of ALL) expect([task.id, task.ports]).toEqual([task.id, ports[task.type]]);
  });

  it('finds a task by its id', () => {
    expect(taskOf('shopify::flow::run_code')).toBe(ACTIONS.runCode);
    expect(taskOf('shopify::flow::tea')).toBeNull();
  });
});

describe('a trigger of our own', () => {
  const of = (ids: Parameters<typeof ownTrigger>[3]) =>
    ownTrigger('refund-completed', 'Refund plan completed', {order: 'Order'}, ids);

  it('is a draft with an id that nothing takes for one, until an export told it', () => {
    expect(of({})).toMatchObject({status: 'draft', id: 'unlearned::refund-recipes::refund-completed', version: '0.1'});
  });

  it('has the id and version that were learned', () => {
    expect(of({'refund-completed': {id: 'app::7::refund', version: '1.0'}})).toEqual({
      id: 'app::7::refund',
      version: '1.0',
      type: 'TRIGGER',
      label: 'Refund plan completed',
      fields: [],
      ports: ['output'],
      yields: {kind: 'variables', variables: {order: 'Order'}},
      status: 'confirmed',
    });
  });
});

describe('the variable of a step', () => {
  it.each([
    ['Run code', 'runCode'],
    ['Run code 1', 'runCode1'],
    ['Get order data', 'getOrderData'],
    ['Send Admin API request', 'sendAdminApiRequest'],
    ['Send Admin API request 12', 'sendAdminApiRequest12'],
    ['Count', 'count'],
  ])('%s is read as %s', (name, variable) => {
    expect(variableOf(name)).toBe(variable);
  });
});
