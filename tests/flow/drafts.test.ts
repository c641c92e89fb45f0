/** Drafts on the lab's Flow, which takes their steps' ids by analogy: Flow itself would refuse them. */
import {describe, expect, it} from 'vitest';
import {compile} from '../../src/flow/compile/index.ts';
import {writeFlowFile} from '../../src/flow/format/index.ts';
import learned from '../../src/flow/tasks/learned.json' with {type: 'json'};
import {WORKFLOWS} from '../../src/flow/workflows/index.ts';
import {ask} from '../execution/lab-client.ts';
import {eventOf} from '../proof/flow/file.ts';
import {FlowShop} from '../proof/flow/shop.ts';

/** Workflows on our own triggers are drafts until `flow learn` has read their ids. */
const ON_OWN = {
  'mail-approval-refrec': 'refund-approval',
  'mail-attention-refrec': 'refund-attention',
  'mail-outside-refrec': 'refund-outside',
  'tag-completed-refrec': 'refund-completed',
  'tag-label-refrec': 'refund-label',
};

function textOf(handle: string): string {
  const draft = WORKFLOWS.find(({about}) => about.handle === handle);
  if (!draft) throw new Error(`There is no workflow ${handle}.`);
  return writeFlowFile(compile(draft).file);
}

async function ended(handle: string, order: string, given: readonly string[] = []) {
  const shop = new FlowShop(order);
  if (given.length > 0) await shop.tag(order, given);
  await shop.run(textOf(handle), eventOf(handle.replace('-refrec', '')));
  const {tags, waiting} = await shop.now();
  const moved = await shop.moved();
  shop.close();
  expect(shop.runs.map(({state}) => state)).toEqual(['completed']);
  expect(moved).toEqual({refunded: 0, credit: 0, giftCards: 0});
  const asked = waiting.requests.map(({recipe, reason}) => `${recipe.handle}: ${reason}`);
  return {tags, asked, mails: shop.mails.map(({subject}) => subject)};
}

describe('drafts', () => {
  it('are those whose ids nobody has seen, and those on triggers of ours that nobody has learned', () => {
    const drafts = WORKFLOWS.filter((workflow) => compile(workflow).drafts.length > 0);
    expect(drafts.map(({about}) => about.handle)).toEqual([
      'ask-return-closed-refrec',
      'ask-return-processed-refrec',
      'alarm-on-refund-refrec',
      'mail-on-error-refrec',
      ...Object.entries(ON_OWN)
        .filter(([, trigger]) => !Object.hasOwn(learned, trigger))
        .map(([handle]) => handle),
    ]);
  });

  it.each([
    ['ask-return-closed-refrec', 'A return was closed three days ago'],
    ['ask-return-processed-refrec', 'A return was processed'],
  ])('%s asks, unless somebody has tagged the order against it', async (handle, reason) => {
    expect(await ended(handle, '#1013')).toEqual({
      tags: ['Refund waiting'],
      asked: [`chosen-items: ${reason}`],
      mails: [],
    });
    const veto = await ended(handle, '#1013', ['No automatic refund']);
    expect(veto).toEqual({tags: ['No automatic refund'], asked: [], mails: []});
  });

  it('tell staff what our triggers tell', async () => {
    expect((await ended('mail-approval-refrec', '#1001')).mails).toEqual([
      'Order #1001: 150.00 EUR waits for approval',
    ]);
    expect((await ended('mail-attention-refrec', '#1001')).mails).toEqual(['Order #1001: a refund needs attention']);
    expect((await ended('mail-outside-refrec', '#1001')).mails).toEqual([
      'Order #1001: 12.50 EUR has to be paid outside Shopify',
    ]);
    expect((await ended('tag-label-refrec', '#1001')).tags).toEqual(['Return label credited']);
    expect((await ended('tag-completed-refrec', '#1001')).tags).toEqual(['Refunded with a recipe']);
    expect((await ended('mail-on-error-refrec', '#1001')).mails).toEqual(['A workflow of Duin & Draad failed']);
  });

  it('are silent on a refund in order', async () => {
    const {tags, mails} = await ended('alarm-on-refund-refrec', '#1012');
    expect({check: tags.includes('Refund check'), mails}).toEqual({check: false, mails: []});
  });

  it('mail each thing on a line of its own: what staff wrote may end without a full stop', async () => {
    const bodies = await Promise.all(
      ['mail-approval-refrec', 'mail-attention-refrec', 'mail-outside-refrec'].map(async (handle) => {
        const shop = new FlowShop('#1001');
        await shop.run(textOf(handle), eventOf(handle.replace('-refrec', '')));
        shop.close();
        return shop.mails.map(({message}) => message.split('\n\n')[0]);
      }),
    );
    expect(bodies).toEqual([
      ['Goodwill\nParcel lost\ngoodwill perRefund: 150.00 EUR > 100.00 EUR'],
      [
        "150.00 EUR storeCredit open\nWhether this step happened isn't certain. It is not repeated by itself.\nLook at the order’s refund block.",
      ],
      ['Goodwill\nParcel lost\nPay it, then mark it as paid in the order’s refund block.'],
    ]);
  });

  it('tell of a refund that was made twice', async () => {
    const shop = new FlowShop('#1001');
    const orderId = await shop.id();
    const {order} = (await ask(shop.lab, 'query($id: ID!) {order(id: $id) {transactions {id gateway}}}', {
      id: orderId,
    })) as {order: {transactions: {id: string; gateway: string}[]}};
    const payment = order.transactions.map(({id, gateway}) => ({
      orderId,
      parentId: id,
      gateway,
      kind: 'REFUND',
      amount: '2.00',
    }));
    for (const key of ['one', 'other']) {
      const input = {orderId, shipping: {amount: '2.00'}, transactions: payment.slice(0, 1)};
      expect(await ask(shop.lab, REFUND, {key, input})).toEqual({refundCreate: {userErrors: []}});
    }
    await shop.run(textOf('alarm-on-refund-refrec'), {trigger: 'refund_created', order: '#1001'});
    const {tags} = await shop.now();
    shop.close();
    expect(tags).toEqual(['Refund check']);
    expect(shop.mails.map(({subject}) => subject)).toEqual(['Order #1001: look at its refunds']);
    expect(shop.mails[0]?.message).toMatch(/^Order #1001: two refunds of 2\.00 EUR were made within 60 minutes\. Open/);
  });
});

const REFUND = `mutation($input: RefundInput!, $key: String!) {
  refundCreate(input: $input) @idempotent(key: $key) {userErrors {message}}
}`;
