import {describe, expect, it} from 'vitest';
import {addTags, adminRequest, condition, email, forEach, getOrders, runCode, wait} from '../fixture.ts';
import {order, runIn, shop, told} from '../runs/lab.fixture.ts';
import {ask} from '../../seed/ask.ts';

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

  it('gives what both ask for, where its query names a field twice', async () => {
    const {outbox} = await runIn(shop(), {
      steps: [
        runCode(
          'code',
          '{ order { lineItems { id } } order { name lineItems { name } } }',
          'export default ({order}) => ({said: `${order.name} ${order.lineItems.filter(({id, name}) => id && name).length > 0}`})',
          'type Output { said: String! }',
          ['mail'],
        ),
        email('mail', '{{ runCode.said }}'),
      ],
    });
    expect(outbox).toMatchObject([{message: '#1001 true'}]);
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

describe('a step', () => {
  it.each([
    ['{{ order.customer.unheard }}', 'order.customer.unheard: Customer has no unheard'],
    ['{{ order.name.first_part }}', 'order.name.first_part: name is a single value.'],
    ['{{ order.metafield.value }}', 'order.metafield needs the argument'],
    [
      '{% for line in order.lineItems %}{{ line.colour }}{% endfor %}',
      'order.lineItems.colour: LineItem has no colour',
    ],
    ['{{ shop.colour }}', 'shop.colour: Shop has no colour'],
  ])(
    'that reads what isn’t in Flow’s version of the API is refused before anything runs: %s',
    async (text, message) => {
      const lab = shop();
      await expect(runIn(lab, {steps: [addTags('tag', 'seen', ['mail']), email('mail', text)]})).rejects.toThrow(
        message,
      );
      expect(order(lab).tags).toEqual([]);
    },
  );

  it.each([
    ['lineItemsForeachitem', 'order.lineItems', 'lineItemsForeachitem.colour: LineItem has no colour'],
    ['getOrderDataForeachitem', 'getOrderData', 'getOrderDataForeachitem.colour: Order has no colour'],
  ])('in a loop that reads what %s hasn’t is refused, too', async (item, list, message) => {
    const steps = [
      getOrders('get', 'tag:vip', ['each']),
      forEach('each', list, ['mail']),
      email('mail', `{{ ${item}.colour }}`),
    ];
    await expect(runIn(shop(), {steps})).rejects.toThrow(message);
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

  it('sees no more of a list than there is room for', async () => {
    const size = {steps: [email('mail', '{{ order.lineItems.id | size }}')]};
    const event = {trigger: 'order_created', order: '#1005'};
    const all = await runIn(shop(), size, {}, event);
    const [mail] = all.outbox;
    expect(mail?.kind === 'email' && Number(mail.message)).toBeGreaterThan(1);
    expect((await runIn(shop(), size, {listLimit: 1}, event)).outbox).toMatchObject([{message: '1'}]);
  });
});
