import {describe, expect, it} from 'vitest';
import {addTags, adminRequest, email, runCode} from '../fixture.ts';
import {order, runIn, shop} from '../runs/lab.fixture.ts';
import {ask} from '../../seed/ask.ts';

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
  ])('refuses %s before anything runs', async (name, blob, message) => {
    const lab = shop();
    await expect(runIn(lab, {steps: [addTags('tag', 'seen', ['it']), adminRequest('it', name, blob)]})).rejects.toThrow(
      message,
    );
    expect(order(lab).tags).toEqual([]);
  });

  it.each([
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
