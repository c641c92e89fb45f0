import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {afterAll, describe, expect, it} from 'vitest';
import {adminRequest, condition, email, type Fixture, forEach, getOrders, runCode, wait} from '../fixture.ts';
import {credits, CREATED, order, runIn, shop, told} from '../runs/lab.fixture.ts';
import {ask} from '../../seed/ask.ts';

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

describe('Send Admin API request', () => {
  it('sends as Flow’s own app, at its own version, without a key, and gives the payload to later steps', async () => {
    const lab = shop();
    const {runs, outbox} = await runIn(lab, {
      steps: [
        adminRequest(
          'refund',
          'refundCreate',
          {
            input: {
              orderId: '{{ order.id }}',
              note: 'by Flow',
              shipping: {amount: '5.00'},
              transactions: [
                {
                  orderId: '{{ order.id }}',
                  gateway: 'shopify_payments',
                  kind: 'REFUND',
                  amount: '5.00',
                  parentId: '{{ runCode.payment }}',
                },
              ],
            },
          },
          ['mail'],
        ),
        email(
          'mail',
          '{{ sendAdminApiRequest.refund.id }} {{ sendAdminApiRequest.refund.totalRefundedSet.shopMoney.amount }}',
        ),
      ].toSpliced(
        0,
        0,
        runCode(
          'code',
          '{ order { transactions { id kind } } }',
          'export default ({order}) => ({payment: order.transactions[0].id})',
          'type Output { payment: ID! }',
          ['refund'],
        ),
      ),
    });
    expect(runs[0]?.error).toBeNull();
    expect(outbox).toMatchObject([{message: 'gid://shopify/Refund/1004 5.0'}]);
    const sent = lab.log().find(({operation}) => operation === 'FlowSends');
    expect(sent).toMatchObject({version: '2026-01', fields: ['refundCreate']});
  });

  const noted = adminRequest(
    'write',
    'orderUpdate',
    '{"input": {"id": "{{ order.id }}", "note": "was: {{ order.note }}"}}',
  );

  it('fails clearly, and moves nothing, where a note breaks the JSON', async () => {
    const lab = shop();
    for (const note of ['say "please"', 'two\nlines', 'a \\ b']) {
      ask(lab, 'mutation ($input: OrderInput!) {orderUpdate(input: $input) {userErrors {message}}}', {
        input: {id: order(lab).id, note},
      });
      const {runs} = await runIn(lab, {steps: [noted]});
      expect(runs[0]).toMatchObject({
        state: 'failed',
        error: expect.stringContaining('a text holds a quote or a newline'),
      });
      expect(runs[0]?.steps[0]?.attempts).toMatchObject([
        {outcome: 'failed', input: {name: 'orderUpdate', blob: expect.stringContaining('was: ')}},
      ]);
      expect(order(lab).note).toBe(note);
    }
  });

  it.each([
    ['orders', {}, 'is a query'],
    ['discountCodeBasicCreate', {}, 'no mutation discountCodeBasicCreate'],
    ['orderCancel', {orderId: '{{ order.id }}', reason: 'CUSTOMER', restock: true}, 'ends in a job'],
    ['refundCreate', {orderId: '{{ order.id }}', note: 'x', notify: true}, 'takes no argument orderId; it takes input'],
    ['refundCreate', {}, 'needs the argument input'],
    ['orderUpdate', {input: {id: '{{ order.id }}', colour: 'red'}}, 'colour'],
    ['orderUpdate', '[1]', 'no JSON object'],
    ['flowTriggerReceive', {handle: 'refund-plan-completed', payload: {order_id: 1}}, 'Invalid handle'],
    [
      'metafieldsSet',
      {metafields: [{ownerId: '{{ order.id }}', namespace: 'app--330000001', key: 'claim', type: 'json', value: '{}'}]},
      'refused',
    ],
  ])('refuses %s with %j', async (name, blob, message) => {
    const {runs} = await runIn(shop(), {steps: [adminRequest('it', name, blob)]});
    expect(runs[0]).toMatchObject({state: 'failed', error: expect.stringContaining(message)});
  });

  const refused = adminRequest(
    'it',
    'storeCreditAccountCredit',
    {id: '{{ order.customer.id }}', creditInput: {creditAmount: {amount: '-1', currencyCode: 'EUR'}}},
    ['mail'],
  );
  const says = email('mail', '{% for e in sendAdminApiRequest.userErrors %}{{ e.message }}{% endfor %}');

  it('has both behaviours of userErrors', async () => {
    const failing = await runIn(shop(), {steps: [refused, says]});
    expect(failing.runs[0]).toMatchObject({
      state: 'failed',
      error: expect.stringContaining('storeCreditAccountCredit refused: '),
    });
    expect(failing.outbox).toEqual([]);
    const going = await runIn(shop(), {steps: [refused, says]}, {userErrors: 'continue'});
    expect(going.runs[0]).toMatchObject({state: 'completed'});
    expect(going.outbox).toMatchObject([{message: expect.stringContaining('positive')}]);
  });

  it('sends a null or leaves it out', async () => {
    const lab = shop();
    const clear = adminRequest('it', 'orderUpdate', {input: {id: '{{ order.id }}', note: null, poNumber: 'x'}});
    const note = (text: string): unknown =>
      ask(lab, 'mutation ($input: OrderInput!) {orderUpdate(input: $input) {userErrors {message}}}', {
        input: {id: order(lab).id, note: text},
      });
    note('kept');
    await runIn(lab, {steps: [clear]}, {jsonNull: 'leftOut'});
    expect(order(lab).note).toBe('kept');
    await runIn(lab, {steps: [clear]});
    expect(order(lab).note).toBeNull();
  });
});

describe('Run code', () => {
  const total = '{ order { totalPriceSet { shopMoney { amount } } } }';
  const kind = 'export default ({order}) => ({kind: typeof order.totalPriceSet.shopMoney.amount})';

  it('sees money as text or as a number', async () => {
    const said = async (money: 'string' | 'number'): Promise<unknown> => {
      const {outbox} = await runIn(
        shop(),
        {
          steps: [
            runCode('code', total, kind, 'type Output { kind: String! }', ['mail']),
            email('mail', '{{ runCode.kind }}'),
          ],
        },
        {money},
      );
      return outbox;
    };
    expect(await said('string')).toMatchObject([{message: 'string'}]);
    expect(await said('number')).toMatchObject([{message: 'number'}]);
  });

  it('gives null for what the script left out', async () => {
    const {runs} = await runIn(shop(), {
      steps: [
        runCode(
          'code',
          total,
          'export default () => ({})',
          'type Part { a: Int } type Output { reason: String part: Part }',
          ['if'],
        ),
        condition('if', "(runCode.reason != 'x')", []),
      ],
    });
    expect(runs.map(told)).toEqual([['code: Ran the script.', 'if: It holds.']]);
  });

  it.each([
    ['export default () => { for (;;); }', 'ran too long'],
    ['export default () => { let x = "x"; for (;;) x += x; }', 'memory'],
    ['export default () => { throw new Error("no order") }', 'no order'],
    ['export default () => ({kind: 1})', 'output'],
    ['export default () => ({kind: Date.now()})', 'clock'],
    ['export default (', 'SyntaxError'],
  ])('ends the run where the script is %s', async (script, message) => {
    const {runs, outbox} = await runIn(shop(), {
      steps: [runCode('code', total, script, 'type Output { kind: String! }', ['mail']), email('mail', 'never')],
    });
    expect(runs[0]).toMatchObject({state: 'failed', error: expect.stringContaining(message)});
    expect(outbox).toEqual([]);
  });
});

describe('Wait', () => {
  it('moves on when its time has come, reads the store again, and has forgotten what was fetched and computed', async () => {
    const lab = shop();
    const {runs, outbox} = await runIn(lab, {
      steps: [
        runCode('code', '{ order { note } }', 'export default () => ({go: true})', 'type Output { go: Boolean! }', [
          'send',
        ]),
        adminRequest('send', 'orderUpdate', {input: {id: '{{ order.id }}', note: 'changed'}}, ['before']),
        email('before', '{{ runCode.go }} {{ order.note }}', ['wait']),
        wait('wait', 'P3DT12H', ['after']),
        email('after', '{{ runCode.go }} {{ order.note }} {{ sendAdminApiRequest.order.id }}'),
      ],
    });
    expect(runs[0]?.error).toBeNull();
    expect(outbox).toMatchObject([
      {at: '2026-11-22T12:00:00.000Z', message: 'true changed'},
      {at: '2026-11-26T00:00:00.000Z', message: ' changed gid://shopify/Order/1001'},
    ]);
  });
});

let server: Server | null = null;
afterAll(() => void server?.close());

describe('Send HTTP request', () => {
  const request = (url: string, more: Readonly<Record<string, string>> = {}): Fixture =>
    step('flow::send_http_request', {
      method: 'POST',
      url,
      headers: '[["X-Test", "1"]]',
      body: '{"order": "{{ order.id }}"}',
      ...more,
    });

  it('reaches this machine only, and is recorded', async () => {
    const heard: string[] = [];
    let status = 200;
    server = createServer((incoming, response) => {
      incoming.on('data', (chunk) => heard.push(`${String(incoming.headers['x-test'])} ${String(chunk)}`));
      incoming.on('end', () => {
        response.statusCode = status;
        status = 200;
        response.end();
      });
    });
    await new Promise<void>((resolve) => void server?.listen(0, '127.0.0.1', resolve));
    const url = `http://localhost:${(server.address() as AddressInfo).port}/hook`;
    const {outbox} = await runIn(shop(), request(url));
    expect(outbox).toMatchObject([{kind: 'http', method: 'POST', url, status: 200}]);
    expect(heard).toEqual(['1 {"order": "gid://shopify/Order/1001"}']);
    status = 500;
    const again = await runIn(shop(), request(url, {on_server_error: 'retry'}));
    expect(again.runs[0]?.steps[0]?.attempts.map(({outcome}) => outcome)).toEqual(['transient', 'done']);
    status = 404;
    expect((await runIn(shop(), request(url, {on_client_error: 'ignore'}))).runs[0]?.state).toBe('completed');
    status = 404;
    expect((await runIn(shop(), request(url, {on_client_error: 'fail'}))).runs[0]?.error).toContain('answered 404');
    expect((await runIn(shop(), request('https://example.com/'))).runs[0]?.error).toContain(
      'this machine only, not to example.com',
    );
    expect((await runIn(shop(), request('file:///etc/passwd'))).runs[0]?.error).toContain('no web address');
    expect((await runIn(shop(), request(url, {headers: '{"a": 1}'}))).runs[0]?.error).toContain(
      'no JSON list of pairs',
    );
  });
});

describe('a step', () => {
  it('that reads what isn’t in Flow’s version of the API ends the run before anything moves', async () => {
    const lab = shop();
    const {runs} = await runIn(lab, {
      steps: [
        adminRequest('it', 'storeCreditAccountCredit', {
          id: '{{ order.customer.unheard }}',
          creditInput: {creditAmount: {amount: '1.00', currencyCode: 'EUR'}},
        }),
      ],
    });
    expect(runs[0]?.error).toContain('Customer has no unheard');
    expect(credits(lab)).toEqual([]);
  });

  it('reads metafields and other fields with arguments under the names of patched_fields', async () => {
    const lab = shop();
    ask(lab, 'mutation ($m: [MetafieldsSetInput!]!) {metafieldsSet(metafields: $m) {userErrors {message}}}', {
      m: [{ownerId: order(lab).id, namespace: 'refund_recipes', key: 'claim', type: 'json', value: '{"epoch":1}'}],
    });
    const {outbox, runs} = await runIn(lab, {
      steps: [
        runCode(
          'code',
          '{ order { claim { value } none: gone { value } } }',
          'export default ({order}) => ({value: order.claim.value + String(order.none)})',
          'type Output { value: String! }',
          ['mail'],
        ),
        email('mail', '{{ runCode.value }}{{ order.claim.type }}'),
      ],
      patched: [
        {
          handle: 'claim',
          field: 'metafield',
          patched_type: 'ORDER',
          arguments: {namespace: 'refund_recipes', key: 'claim'},
        },
        {
          handle: 'gone',
          field: 'metafield',
          patched_type: 'Order',
          arguments: '{"namespace":"refund_recipes","key":"gone"}',
        },
      ],
    });
    expect(runs[0]?.error).toBeNull();
    expect(outbox).toMatchObject([{message: '{"epoch":1}nulljson'}]);
  });

  it('needs a name in patched_fields for a metafield', async () => {
    const {runs} = await runIn(shop(), {steps: [email('mail', '{{ order.metafield.value }}')]}, {}, CREATED);
    expect(runs[0]?.error).toContain('needs the argument');
  });
});
