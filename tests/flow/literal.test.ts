/** An order's note goes through Run code, Liquid and a request's JSON into the request that staff read: word for word. */
import {expect, it} from 'vitest';
import {createLab} from '../../lab/admin-api/lab.ts';
import {runWorkflow} from '../../lab/flow/index.ts';
import {seed} from '../../lab/seed/index.ts';
import {ask} from '../execution/lab-client.ts';
import {built, withConstants} from '../proof/flow/file.ts';

const FILE = withConstants(built('ask-label-by-hand-refrec'), {REASON: ''});

it.each([
  'He said: "{{ shop.name }}" {% if x %}\n\\ {{{ }}} \t and left.',
  '{% raw %}{{ order.id }}{% endraw %}',
  '{{{%{%{{ }',
  '"',
  '\\',
  '\\" \\u007b \\n',
  'é 😀 𝒳 \u2028\u2029 </script> ${x}`',
  `${'a'.repeat(199)}😀`,
])('%j', async (note) => {
  const lab = createLab({now: new Date('2026-11-22T12:00:00Z')});
  seed(lab);
  const {orders} = (await ask(lab, '{orders(first: 1, query: "name:#1001") {nodes {id}}}')) as {
    orders: {nodes: {id: string}[]};
  };
  const orderId = orders.nodes[0]?.id;
  await ask(lab, 'mutation($input: OrderInput!) {orderUpdate(input: $input) {userErrors {message}}}', {
    input: {id: orderId, note},
  });
  const {runs} = await runWorkflow(lab, FILE, {trigger: 'order_created', order: '#1001', byHand: true}, {});
  expect(runs.map(({state}) => state)).toEqual(['completed']);
  const {order} = (await ask(
    lab,
    'query($id: ID!) {order(id: $id) {metafield(namespace: "refund_recipes", key: "ask") {value}}}',
    {id: orderId},
  )) as {order: {metafield: {value: string}}};
  expect(JSON.parse(order.metafield.value)).toMatchObject({recipe: 'shipping-plus-label', reason: note});
});
