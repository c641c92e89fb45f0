import {describe, expect, it} from 'vitest';
import {condition, email, type Fixture, forEach, getOrders} from '../fixture.ts';
import {order, runIn, shop, told} from '../runs/lab.fixture.ts';

const step = (task: string, fields: Readonly<Record<string, string>>): Fixture => ({
  steps: [{id: 'it', task: `shopify::${task}`, fields}],
});

describe('Flow’s own actions on orders and customers', () => {
  it('add and remove tags, in a list or between commas, filled in with Liquid', async () => {
    const lab = shop();
    await runIn(
      lab,
      step('admin::add_order_tags', {order_id: 'order.id', tags: '["One, with comma", "{{ order.name }}"]'}),
    );
    await runIn(lab, step('admin::add_order_tags', {order_id: '{{ order.id }}', tags: 'two, three'}));
    expect(order(lab).tags.toSorted()).toEqual(['#1001', 'One', 'three', 'two', 'with comma'].toSorted());
    await runIn(lab, step('admin::remove_order_tags', {order_id: 'order.id', tags: 'One, with comma, #1001'}));
    expect(order(lab).tags.toSorted()).toEqual(['three', 'two']);
    const reference = JSON.stringify({value: '', default_value: 'order.customer.id'});
    await runIn(lab, step('admin::add_customer_tags', {customer_id: reference, tags: 'vip, b2b'}));
    await runIn(lab, step('admin::remove_customer_tags', {customer_id: reference, tags: 'b2b'}));
    expect(order(lab).customer?.tags).toEqual(['vip']);
  });

  it('say which field names nothing: a guest’s order has no customer', async () => {
    const lab = shop();
    const fields = {customer_id: 'order.customer.id', tags: 'vip'};
    const {runs} = await runIn(
      lab,
      step('admin::add_customer_tags', fields),
      {},
      {trigger: 'order_created', order: '#1002'},
    );
    expect(runs[0]?.error).toBe('“Add customer tags”: customer_id: order.customer.id is empty here.');
  });

  it('write, change and remove a metafield and the note', async () => {
    const lab = shop();
    const metafield = {order_id: 'order.id', namespace: 'refund_recipes', key: 'ask', value_type: 'json'};
    await runIn(lab, step('admin::add_order_metafield', {...metafield, value: '{"recipe":"full-refund"}'}));
    expect(order(lab, '#1001', 'ask').metafield?.value).toBe('{"recipe":"full-refund"}');
    await runIn(lab, step('admin::update_order_metafield', {...metafield, value: '{"recipe":"goodwill"}'}));
    expect(order(lab, '#1001', 'ask').metafield?.value).toBe('{"recipe":"goodwill"}');
    const {runs} = await runIn(lab, step('admin::add_order_metafield', {...metafield, value: '{"recipe": '}));
    expect(runs[0]).toMatchObject({state: 'failed', error: expect.stringContaining('invalid')});
    const {value_type: _type, ...place} = metafield;
    await runIn(lab, step('admin::remove_order_metafield', place));
    expect(order(lab, '#1001', 'ask').metafield).toBeNull();
    await runIn(lab, step('admin::update_order_note', {order_id: 'order.id', note: 'About {{ order.name }}'}));
    expect(order(lab).note).toBe('About #1001');
  });
});

describe('Get order data, Sum and Count', () => {
  const tagged = (id: string, tag: string) => ({
    id,
    task: 'shopify::admin::add_order_tags',
    fields: {order_id: 'getOrderDataForeachitem.id', tags: tag},
  });

  it('finds orders by a search and For each goes through them, each read again in its turn', async () => {
    const lab = shop();
    const {runs} = await runIn(lab, {
      steps: [
        getOrders('get', "name:'{{ order.name }}' OR name:#1003", ['each']),
        forEach('each', 'getOrderData', ['tag'], ['mail']),
        {...tagged('tag', '{{ getOrderDataForeachitem.name }}'), to: ['check']},
        condition('check', '(getOrderDataForeachitem.tags any? |t| (t == getOrderDataForeachitem.name))', ['note']),
        {
          id: 'note',
          task: 'shopify::admin::update_order_note',
          fields: {order_id: 'getOrderDataForeachitem.id', note: 'seen'},
        },
        email(
          'mail',
          '{{ getOrderData.id | size }}: {% for o in getOrderData %}{{ o.name }} {{ o.note }} {% endfor %}',
        ),
      ],
    });
    expect(runs.map(told)).toEqual([
      [
        'get: Found 2 orders.',
        'each: Went through 2 items.',
        'tag[0]: Added the tag #1001.',
        'check[0]: It holds.',
        'note[0]: Wrote the order’s note.',
        'tag[1]: Added the tag #1003.',
        'check[1]: It holds.',
        'note[1]: Wrote the order’s note.',
        'mail: Mailed hallo@duinendraad.voorbeeld.nl: “About #1001”.',
      ],
    ]);
    expect([order(lab, '#1001').note, order(lab, '#1003').note]).toEqual(['seen', 'seen']);
  });

  it('counts and sums', async () => {
    const {outbox, runs} = await runIn(shop(), {
      steps: [
        {id: 'count', task: 'shopify::flow::count', fields: {listpath: 'order.lineItems'}, to: ['sum']},
        {
          id: 'sum',
          task: 'shopify::flow::sum',
          fields: {listpath: 'order.lineItems.originalTotalSet.shopMoney.amount'},
          to: ['mail'],
        },
        email('mail', '{{ count }} {{ sum }}'),
      ],
    });
    expect(runs[0]?.error).toBeNull();
    expect(outbox).toMatchObject([{message: '1 50'}]);
  });
});
