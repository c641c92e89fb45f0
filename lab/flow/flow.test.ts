import {describe, expect, it} from 'vitest';
import {createLab, type Lab} from '../admin-api/index.ts';
import {seed} from '../seed/index.ts';
import {addTags, adminRequest, condition, email, flowText, runCode} from './fixture.ts';
import {createFlow, runWorkflow} from './index.ts';

const NOW = new Date('2026-11-22T12:00:00Z');
const shop = (): Lab => createLab({now: NOW, seed, settings: {throttling: false}});

const CREATED = {trigger: 'order_created', order: '#1001'};

const LABEL = flowText({
  name: 'Label credit (B)',
  steps: [
    runCode(
      'plan',
      '{ order { id name totalPriceSet { shopMoney { amount } } shippingLines { title } claim { value } } shop { name } }',
      `export default function main({order, shop}) {
        console.log(order.name, shop.name);
        const amount = Number(order.totalPriceSet.shopMoney.amount);
        return {go: order.claim === null && amount > 50, amount: '6.95', shipping: order.shippingLines.length};
      }`,
      'type Output { go: Boolean! amount: String! shipping: Int! }',
      ['ready'],
    ),
    condition('ready', '(runCode.go == true)', ['claim'], ['note']),
    adminRequest(
      'claim',
      'metafieldsSet',
      {
        metafields: [
          {
            ownerId: '{{ order.id }}',
            namespace: 'refund_recipes',
            key: 'claim',
            type: 'json',
            value: '{}',
            compareDigest: null,
          },
        ],
      },
      ['won'],
    ),
    condition('won', "(sendAdminApiRequest.metafields any? |m| (m.key == 'claim'))", ['credit'], ['note']),
    adminRequest(
      'credit',
      'storeCreditAccountCredit',
      {
        id: '{{ order.customer.id }}',
        creditInput: {creditAmount: {amount: '{{ runCode.amount }}', currencyCode: 'EUR'}},
      },
      ['tag'],
    ),
    addTags('tag', '["Label credited"]', ['mail']),
    email(
      'mail',
      'Credited {{ runCode.amount }} for {{ order.name }}: {{ sendAdminApiRequest1.storeCreditAccountTransaction.amount.amount }}',
    ),
    addTags('note', '["Not credited"]'),
  ],
  patched: [
    {
      id: 'p',
      handle: 'claim',
      field: 'metafield',
      patched_type: 'Order',
      arguments: '{"namespace":"refund_recipes","key":"claim"}',
      merchant_configured: true,
    },
  ],
});

describe('a workflow from file to store', () => {
  it('reads, computes, claims, pays, tags and mails', async () => {
    const lab = shop();
    const {runs, outbox} = await runWorkflow(lab, LABEL, CREATED);
    expect(runs.map(({state, error}) => ({state, error}))).toEqual([{state: 'completed', error: null}]);
    expect(runs[0]?.steps.map(({stepId, port, did}) => `${stepId} ${port}: ${did}`)).toEqual([
      'plan output: Ran the script.',
      'ready true: It holds.',
      'claim output: Sent metafieldsSet: metafields Metafield/1001.',
      'won true: It holds.',
      'credit output: Sent storeCreditAccountCredit: storeCreditAccountTransaction StoreCreditAccountCreditTransaction/1002.',
      'tag output: Added the tag Label credited.',
      'mail output: Mailed hallo@duinendraad.voorbeeld.nl: “About #1001”.',
    ]);
    expect(runs[0]?.steps[0]?.attempts[0]).toMatchObject({
      input: {
        order: {name: '#1001', totalPriceSet: {shopMoney: {amount: '56.95'}}, claim: null},
        shop: {name: 'Duin & Draad'},
      },
      output: {go: true, amount: '6.95', shipping: 1},
      logs: ['#1001 Duin & Draad'],
    });
    expect(outbox).toMatchObject([{kind: 'email', message: 'Credited 6.95 for #1001: 6.95'}]);
  });
});

describe('a clock that is moved past many moments', () => {
  it('lets others act between them', async () => {
    const flow = createFlow(shop(), {ready: false});
    const recurrence = JSON.stringify(['DTSTART;TZID=Etc/UTC:20261122T121000\nRRULE:FREQ=MINUTELY;INTERVAL=10']);
    const fields = {address: 'a@example.com', subject: 's', message: '{{ scheduledAt }}'};
    const {id} = flow.import(
      flowText({
        trigger: 'shopify::flow::scheduled_time',
        triggerFields: {recurrence},
        steps: [{id: 'mail', task: 'shopify::flow::send_email', fields}],
      }),
    );
    await flow.setOn(id, true);
    let turns = 0;
    const beat = setInterval(() => {
      turns += 1;
    }, 0);
    await flow.moveClock(3 * 3_600_000);
    clearInterval(beat);
    expect(flow.outbox()).toHaveLength(18);
    expect(turns).toBeGreaterThan(1);
  });
});
