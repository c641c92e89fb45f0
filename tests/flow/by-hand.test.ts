/** What docs/flow.md has a merchant build by hand, taken from its text and run. */
import {readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {byHand, handSteps, REQUEST} from '../../scripts/pictures/by-hand.ts';
import {executePlan} from '../../src/execution/index.ts';
import {planOfRequest} from '../../src/execution/requests/plan.ts';
import {readFlowFile, writeFlowFile} from '../../src/flow/format/index.ts';
import {FlowShop} from '../proof/flow/shop.ts';

const STARTED = {trigger: 'order_created', order: '#1001', byHand: true} as const;
const [request = '', variables = ''] = Array.from(
  readFileSync('docs/flow.md', 'utf8').matchAll(/```json\n(.*?)```/gs),
  ([, json = '']) => json,
);

/** The workflow with *Send Admin API request* where the native actions are. */
function byRequest(): string {
  const file = readFlowFile(byHand());
  const calls = [
    {name: 'metafieldsSet', blob: variables},
    {name: 'tagsAdd', blob: '{"id": "{{ order.id }}", "tags": ["Refund waiting"]}'},
  ];
  const [trigger, condition, ...actions] = file.root.steps;
  if (!trigger || !condition) throw new Error('No steps');
  const steps = actions.map((step, index) => ({
    ...step,
    task_id: 'shopify::admin::admin_api_operation',
    config_field_values: [{config_field_id: 'api_call', value: JSON.stringify(calls[index])}],
  }));
  return writeFlowFile({...file, root: {...file.root, steps: [trigger, condition, ...steps]}});
}

async function shopAfter(text: string, tags: readonly string[], times = 1): Promise<FlowShop> {
  const shop = new FlowShop('#1001');
  if (tags.length > 0) await shop.tag('#1001', tags);
  for (let run = 0; run < times; run += 1) await shop.run(text, STARTED);
  expect(shop.runs.map(({state}) => state)).toEqual(Array.from({length: times}, () => 'completed'));
  expect(await shop.moved()).toEqual({refunded: 0, credit: 0, giftCards: 0});
  return shop;
}

describe('a queue built by hand', () => {
  it('has the same request in the text and in the picture', () => {
    expect(JSON.parse(request)).toEqual(JSON.parse(REQUEST));
    expect(handSteps().map(({name}) => name)).toEqual([
      'Order created',
      'Is the order tagged “late”?',
      'Update order metafield',
      'Add order tags',
    ]);
    expect(new Map(handSteps()[2]?.fields).get('Value')).toBe(JSON.stringify(JSON.parse(request), null, 2));
  });

  it('asks once, however often it runs, and pays when a person releases it', async () => {
    const shop = await shopAfter(byHand(), ['late'], 2);
    const {waiting, tags} = await shop.now();
    expect(tags).toEqual(['Refund waiting', 'late']);
    expect(waiting.requests).toMatchObject([{by: 'flow', reason: 'Delivered five days late'}]);
    const env = shop.staff();
    const requestId = waiting.requests[0]?.id ?? '';
    const {plan, confirmed} = await planOfRequest(env, await shop.id(), requestId);
    expect(plan.ground).toBe('policy');
    expect(await executePlan(plan, confirmed, env, () => undefined, {requestId})).toMatchObject({state: 'done'});
    expect(await shop.moved()).toEqual({refunded: 695, credit: 745, giftCards: 0});
    await shop.run(byHand(), STARTED);
    expect((await shop.now()).waiting.requests).toEqual([]);
    shop.close();
  });

  it('asks for nothing on another order', async () => {
    const shop = await shopAfter(byHand(), []);
    expect(await shop.now()).toMatchObject({tags: [], waiting: {anything: false}});
    shop.close();
  });

  it('asks by Send Admin API request too', async () => {
    const shop = await shopAfter(byRequest(), ['late']);
    const {waiting, tags} = await shop.now();
    expect(tags).toEqual(['Refund waiting', 'late']);
    expect(waiting.requests).toMatchObject([{recipe: {handle: 'shipping-only'}, reason: 'Delivered five days late'}]);
    shop.close();
  });
});
