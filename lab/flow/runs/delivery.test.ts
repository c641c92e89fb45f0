import {describe, expect, it} from 'vitest';
import {addTags, adminRequest, condition, email, type Fixture, forEach, runCode, wait} from '../fixture.ts';
import {credits, order, runIn, shop, told} from './lab.fixture.ts';

const CREDIT = {id: '{{ order.customer.id }}', creditInput: {creditAmount: {amount: '7.45', currencyCode: 'EUR'}}};
const CLAIM = [
  {handle: 'claim', field: 'metafield', patched_type: 'Order', arguments: {namespace: 'refund_recipes', key: 'claim'}},
];

/** Pays whatever happened before. */
const CARELESS: Fixture = {
  steps: [adminRequest('pay', 'storeCreditAccountCredit', CREDIT, ['tag']), addTags('tag', 'paid')],
};

/** Claims by compare and set, with a nonce beside the claim, and pays only on positive evidence. */
const CAREFUL: Fixture = {
  steps: [
    runCode(
      'read',
      '{ order { claim { compareDigest } nonce { compareDigest } } }',
      'export default ({order}) => ({free: order.claim === null, nonce: order.nonce ? JSON.stringify(order.nonce.compareDigest) : "null"})',
      'type Output { free: Boolean! nonce: String! }',
      ['free'],
    ),
    condition('free', '(runCode.free == true)', ['claim']),
    adminRequest(
      'claim',
      'metafieldsSet',
      `{"metafields": [
        {"ownerId": "{{ order.id }}", "namespace": "refund_recipes", "key": "claim", "type": "json", "value": "{\\"epoch\\":1}", "compareDigest": null},
        {"ownerId": "{{ order.id }}", "namespace": "refund_recipes", "key": "flow_run", "type": "single_line_text_field", "value": "{{ 'now' | date: '%s%N' }}", "compareDigest": {{ runCode.nonce }}}
      ]}`,
      ['won'],
    ),
    condition('won', "(sendAdminApiRequest.metafields any? |m| (m.key == 'claim'))", ['pay']),
    adminRequest('pay', 'storeCreditAccountCredit', CREDIT),
  ],
  patched: [
    ...CLAIM,
    {
      handle: 'nonce',
      field: 'metafield',
      patched_type: 'Order',
      arguments: {namespace: 'refund_recipes', key: 'flow_run'},
    },
  ],
};

describe('at least once', () => {
  it('the same event twice pays twice where nothing guards, and once where a claim does', async () => {
    const careless = shop();
    expect((await runIn(careless, CARELESS, {delivery: 'twice'})).runs).toHaveLength(2);
    expect(credits(careless)).toEqual(['7.45', '7.45']);
    const careful = shop();
    const {runs} = await runIn(careful, CAREFUL, {delivery: 'twice'});
    expect(credits(careful)).toEqual(['7.45']);
    expect(runs.map((run) => told(run).at(-1))).toEqual([
      expect.stringContaining('Sent storeCreditAccountCredit'),
      'free: It doesn’t hold.',
    ]);
  });

  it('runs that take turns both find the order free, and one of them wins the claim', async () => {
    const lab = shop();
    const {runs} = await runIn(lab, CAREFUL, {delivery: 'twiceInterleaved'});
    expect(runs.map(({steps}) => steps[1]?.did)).toEqual(['It holds.', 'It holds.']);
    expect(runs.map(({state}) => state)).toEqual(['completed', 'failed']);
    expect(credits(lab)).toEqual(['7.45']);
  });

  it.each([0, 1, 2, 3, 4, 5])(
    'whoever’s turn it is, one pays, also where the run goes on with userErrors: seed %i',
    async (seed) => {
      const lab = shop();
      const {runs} = await runIn(lab, CAREFUL, {delivery: 'twiceInterleaved', userErrors: 'continue', seed});
      expect(runs.map(({state}) => state)).toEqual(['completed', 'completed']);
      expect(credits(lab)).toEqual(['7.45']);
    },
  );

  it('a nonce that stands still lets both win: that is why it has to move', async () => {
    const lab = shop();
    await runIn(lab, CAREFUL, {delivery: 'twiceInterleaved', now: 'stands'});
    expect(credits(lab)).toEqual(['7.45', '7.45']);
  });

  it('a step whose answer was lost is carried out again', async () => {
    const lab = shop();
    const {runs} = await runIn(lab, CARELESS, {
      stepFaults: [{step: 'Send Admin API request', how: 'lostAnswer', times: 1}],
    });
    expect(credits(lab)).toEqual(['7.45', '7.45']);
    expect(runs[0]?.steps[0]).toMatchObject({
      state: 'done',
      did: expect.stringContaining('It was sent 2 times'),
      attempts: [
        {outcome: 'lost', at: '2026-11-22T12:00:00.000Z'},
        {outcome: 'done', at: '2026-11-22T12:01:00.000Z'},
      ],
    });
  });

  it('a step that failed before anything happened is carried out once, later and later', async () => {
    const lab = shop();
    const {runs} = await runIn(lab, CARELESS, {stepFaults: [{step: 'pay', how: 'failsBefore', times: 3}]});
    expect(credits(lab)).toEqual(['7.45']);
    expect(runs[0]?.steps[0]?.attempts.map(({outcome, at}) => `${outcome} ${at.slice(11, 16)}`)).toEqual([
      'transient 12:00',
      'transient 12:01',
      'transient 12:03',
      'done 12:07',
    ]);
  });

  it('gives up after 36 hours', async () => {
    const lab = shop();
    const {runs} = await runIn(lab, CARELESS, {stepFaults: [{step: 'pay', how: 'failsBefore', times: 1000}]});
    expect(runs[0]).toMatchObject({state: 'failed', error: expect.stringContaining('gave up after 36 hours')});
    expect(credits(lab)).toEqual([]);
  });

  it('the API’s own faults are tried again: throttled, gone, answered too late', async () => {
    for (const [fault, paid] of [
      [{kind: 'throttled', field: 'storeCreditAccountCredit'}, 1],
      [{kind: 'failsBefore', field: 'storeCreditAccountCredit', answer: 'networkCut'}, 1],
      [{kind: 'failsAfter', field: 'storeCreditAccountCredit', answer: 'timeout'}, 2],
      [{kind: 'failsAfter', field: 'storeCreditAccountCredit', answer: 'internalError'}, 2],
      [{kind: 'malformedAnswer', field: 'storeCreditAccountCredit', malformed: 'dataNull'}, 2],
    ] as const) {
      const lab = shop();
      lab.faults.add(fault);
      const {runs} = await runIn(lab, CARELESS);
      expect(runs[0]).toMatchObject({state: 'completed', error: null});
      expect(runs[0]?.steps[0]?.attempts.map(({outcome}) => outcome)).toEqual(['transient', 'done']);
      expect(credits(lab)).toHaveLength(paid);
    }
  });

  it('a retry reads and fills in again, or sends what it sent', async () => {
    const note = adminRequest(
      'note',
      'orderUpdate',
      `{"input": {"id": "{{ order.id }}", "note": "{{ order.note }}+{{ 'now' | date: '%M' }}"}}`,
    );
    const stepFaults = [{step: 'note', how: 'lostAnswer', times: 1}] as const;
    const again = shop();
    await runIn(again, {steps: [note]}, {stepFaults});
    expect(order(again).note).toBe('+00+01');
    const once = shop();
    await runIn(once, {steps: [note]}, {stepFaults, retryReads: 'once'});
    expect(order(once).note).toBe('+00');
  });

  it('is the same for the same shop, time and seed', async () => {
    const outcome = (seed: number): Promise<unknown> =>
      runIn(shop(), CAREFUL, {
        delivery: 'twiceInterleaved',
        userErrors: 'continue',
        seed,
        stepFaults: [{step: 'claim', how: 'lostAnswer', times: 1}],
      });
    expect(await outcome(7)).toEqual(await outcome(7));
  });
});

describe('loops', () => {
  const list = (count: number): Fixture => ({
    steps: [
      runCode(
        'code',
        '{ shop { name } }',
        `export default () => ({tags: Array.from({length: ${count}}, (_, i) => 't' + i), parts: [{name: 'a'}, {name: 'b'}]})`,
        'type Part { name: String! } type Output { tags: [String!]! parts: [Part!]! }',
        ['each'],
      ),
      forEach('each', 'runCode.tags', ['tag'], ['mail']),
      addTags('tag', '{{ tagsForeachitem }}'),
      email('mail', 'after'),
    ],
  });

  it('take 100 items', async () => {
    const lab = shop();
    const {runs, outbox} = await runIn(lab, list(100));
    expect(runs[0]?.state).toBe('completed');
    expect(order(lab).tags).toHaveLength(100);
    expect(outbox).toHaveLength(1);
  });

  it('end the run at 101, and what follows doesn’t run', async () => {
    const lab = shop();
    const {runs, outbox} = await runIn(lab, list(101));
    expect(runs[0]).toMatchObject({
      state: 'failed',
      error: expect.stringContaining('has 101 items; For each takes at most 100'),
    });
    expect(order(lab).tags).toEqual([]);
    expect(outbox).toEqual([]);
  });

  it('give each item’s own fields, of things without an id too', async () => {
    const {outbox, runs} = await runIn(shop(), {
      steps: [
        forEach('each', 'order.taxLines', ['mail']),
        email('mail', '{{ taxLinesForeachitem.title }} {{ taxLinesForeachitem.priceSet.shopMoney.amount }}'),
      ],
    });
    expect(runs[0]?.error).toBeNull();
    expect(outbox.map((mail) => mail.kind === 'email' && mail.message)).toEqual(['btw 8.68', 'btw 1.21']);
  });

  it('end where an item fails, and say at which', async () => {
    const {runs} = await runIn(shop(), {
      steps: [
        runCode(
          'code',
          '{ shop { name } }',
          "export default () => ({ids: ['gid://shopify/Order/1001', 'gid://shopify/Order/1', 'gid://shopify/Order/1002']})",
          'type Output { ids: [ID!]! }',
          ['each'],
        ),
        forEach('each', 'runCode.ids', ['tag'], ['mail']),
        {id: 'tag', task: 'shopify::admin::add_order_tags', fields: {order_id: '{{ idsForeachitem }}', tags: 'x'}},
        email('mail', 'after'),
      ],
    });
    expect(runs.map(told)).toEqual([
      [
        'code: Ran the script.',
        'each: Ended with the step that failed.',
        'tag[0]: Added the tag x.',
        expect.stringMatching(/^tag\[1\]: .*does not exist/),
        expect.stringMatching(/^! “Add order tags”: .*does not exist/),
      ],
    ]);
  });
});

describe('branches', () => {
  it('are gone through one after the other, and what they join in runs once', async () => {
    const lab = shop();
    const {runs} = await runIn(lab, {
      steps: [
        {...addTags('start', 'start'), to: ['left', 'right']},
        addTags('left', 'left', ['join']),
        addTags('right', 'right', ['join']),
        wait('join', 'PT1H', ['end']),
        addTags('end', 'end'),
      ],
    });
    expect(runs[0]?.steps.map(({stepId}) => stepId)).toEqual(['start', 'left', 'right', 'join', 'end']);
  });
});
