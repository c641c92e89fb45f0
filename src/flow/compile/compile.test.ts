import {describe, expect, it} from 'vitest';
import {
  type About,
  equals,
  greater,
  liquid,
  orderCancelled,
  orderCreated,
  refundCreated,
  refundOutside,
  returnApproved,
  returnClosed,
  returnProcessed,
  scheduled,
  type Trigger,
  workflow,
  type Workflow,
  workflowError,
} from '../builder/index.ts';
import {readFlowFile, writeFlowFile} from '../format/index.ts';
import {checkTogether, compile, templateFiles} from './index.ts';
import {askTagged} from './sample.fixture.ts';

const WORDS = {name: 'Tag orders', description: 'Tags orders.', before: 'Nothing.'};
const ABOUT: About = {
  handle: 'tag-orders-refrec',
  safety: 'C',
  categories: ['orders'],
  words: {en: WORDS, nl: {name: 'Orders taggen', description: 'Tagt orders.', before: 'Niets.'}},
  repeat: 'Nothing new.',
  leaves: 'A tag.',
  events: ['order-created'],
};
const tagOrders = (change: Partial<About> = {}): Workflow =>
  workflow({...ABOUT, ...change}, orderCreated, (steps, {order}) => steps.addOrderTags('Tag it', order.id, ['x']));

describe('a compiled workflow', () => {
  const {file, drafts} = compile(askTagged);

  it('is the workflow that its definition tells', () => {
    const {steps, links, workflow_name, patched_fields} = file.root;
    const wordsOf = (id: unknown) => steps.find(({step_id}) => step_id === id)?.description;
    expect(workflow_name).toBe('Ask for tagged orders (C)');
    expect(patched_fields).toEqual([]);
    expect(drafts).toEqual([]);
    expect(steps.map(({task_id, description, name}) => [task_id, description, name])).toEqual([
      [
        'shopify::flow::scheduled_time',
        'Safety C: moves no money. A person sees the request on the order and releases it.',
        null,
      ],
      ['shopify::flow::fetch::orders', 'Find tagged orders', 'Get order data'],
      ['shopify::flow::foreach', 'Each of them', null],
      ['shopify::admin::admin_api_operation', 'Write the request', 'Send Admin API request'],
      ['shopify::flow::condition', 'Is it on the order?', null],
      ['shopify::admin::admin_api_operation', 'Tag it as waiting', 'Send Admin API request 1'],
      ['shopify::admin::admin_api_operation', 'Take the tag off', 'Send Admin API request 2'],
      ['shopify::admin::admin_api_operation', 'Tag it as failed', 'Send Admin API request 3'],
    ]);
    expect(
      links.slice(1).map((link) => [wordsOf(link.from_step_id), link.from_port_id, wordsOf(link.to_step_id)]),
    ).toEqual([
      ['Find tagged orders', 'output', 'Each of them'],
      ['Each of them', 'loop_body', 'Write the request'],
      ['Write the request', 'output', 'Is it on the order?'],
      ['Is it on the order?', 'true', 'Tag it as waiting'],
      ['Tag it as waiting', 'output', 'Take the tag off'],
      ['Is it on the order?', 'false', 'Tag it as failed'],
    ]);
    expect(links.every(({to_port_id}) => to_port_id === 'input')).toBe(true);
  });

  it('sends the ask as JSON within JSON within JSON', () => {
    const value = file.root.steps[3]?.config_field_values[0]?.value ?? '';
    const {name, blob} = JSON.parse(value) as {name: string; blob: string};
    expect(name).toBe('metafieldsSet');
    expect(JSON.parse(blob)).toEqual({
      metafields: [
        {
          ownerId: '{{ getOrderDataForeachitem.id }}',
          namespace: 'refund_recipes',
          key: 'ask',
          type: 'json',
          value: '{"recipe":"x"}',
        },
      ],
    });
  });

  it('is the same bytes each time, and reads back', () => {
    const text = writeFlowFile(file);
    expect(writeFlowFile(compile(askTagged).file)).toBe(text);
    expect(readFlowFile(text)).toEqual(file);
  });

  it('has an id for each step that follows from workflow and words alone', () => {
    const idsOf = (one: Workflow) => compile(one).file.root.steps.map(({step_id}) => step_id);
    expect(idsOf(tagOrders())).toEqual([
      'eb64644f-770d-8f97-a903-6a71f9af69cc',
      'f99c680e-70ba-88fb-aa76-8c81eacbaa44',
    ]);
    expect(new Set([...idsOf(tagOrders()), ...idsOf(tagOrders({handle: 'other-refrec'}))]).size).toBe(4);
  });

  it('reads metafields by patched fields in the dialect of exports', () => {
    const reads = workflow(ABOUT, orderCreated, (steps, {order}) => {
      const claim = steps.metafield(order, 'Order', 'refund_recipes', 'claim');
      steps.when('Claimed?', equals(claim.value, 'x'), (yes) => yes.addOrderTags('Tag it', order.id, []));
    });
    expect(compile(reads).file.root.patched_fields).toEqual([
      {
        id: 'b5be659c-bba3-80bb-b0d9-cf9bb0e17e20',
        handle: 'refundRecipesClaim',
        field: 'metafield',
        patched_type: 'Order',
        arguments: '{"key":"claim","namespace":"refund_recipes"}',
        merchant_configured: true,
      },
    ]);
  });

  it('names the tasks whose ids nobody has seen', () => {
    const draft = workflow(ABOUT, refundCreated, (steps, {order}) => {
      steps.wait('Wait', 3);
      steps.addOrderTags('Tag it', order.id, []);
    });
    expect(compile(draft).drafts).toEqual([
      'Refund created (shopify::admin::refund_created)',
      'Wait (shopify::flow::wait)',
    ]);
  });
});

describe('a workflow on each trigger', () => {
  const mailOn = <Variables>(trigger: Trigger<Variables>) =>
    workflow(ABOUT, trigger, (steps) => steps.sendInternalEmail('Mail', {subject: liquid`S`, message: liquid`M`}));

  it('is ready where Shopify has published the id', () => {
    expect(compile(mailOn(orderCreated)).drafts).toEqual([]);
    expect(compile(mailOn(orderCancelled)).drafts).toEqual([]);
    expect(compile(mailOn(scheduled({hours: 6}))).drafts).toEqual([]);
  });

  it.each([
    [refundCreated, 'Refund created (shopify::admin::refund_created)'],
    [returnApproved, 'Return approved (shopify::admin::return_approved)'],
    [returnClosed, 'Return closed (shopify::admin::return_closed)'],
    [returnProcessed, 'Return processed (shopify::admin::return_processed)'],
    [workflowError, 'Workflow error occurred (shopify::flow::workflow_error_occurred)'],
  ])('is a draft where nobody has seen it: %#', (trigger, missing) => {
    expect(compile(mailOn<object>(trigger)).drafts).toEqual([missing]);
  });

  it('reads what a trigger of ours gives', () => {
    const told = workflow(ABOUT, refundOutside, (steps, {totalNumber, order, why}) => {
      steps.when('Much?', greater(totalNumber, 100), (yes) => {
        yes.sendInternalEmail('Mail', {subject: liquid`${order.name}`, message: liquid`${why}`});
      });
    });
    const {file} = compile(told);
    expect(file.root.steps[1]?.config_field_values[0]?.value).toContain(
      '"value_type":"EnvironmentScalarDefinition:Decimal","operator":">"',
    );
    expect(file.root.steps[2]?.config_field_values[1]).toEqual({config_field_id: 'subject', value: '{{ order.name }}'});
  });
});

describe('Shopify’s limits', () => {
  const handleOf = (length: number) => `${'a'.repeat(length - 7)}-refrec`;

  it('allow a handle of 30 characters and a description of 1024', () => {
    expect(compile(tagOrders({handle: handleOf(30)})).drafts).toEqual([]);
    const en = {...WORDS, description: 'd'.repeat(1024)};
    expect(compile(tagOrders({words: {en, nl: WORDS}})).drafts).toEqual([]);
  });

  it.each([
    [{handle: handleOf(31)}, 'It has 31 characters; Shopify takes 30'],
    [{handle: 'tag-orders'}, 'and the ending -refrec'],
    [{handle: 'Tag-orders-refrec'}, 'Use small letters'],
    [{categories: []}, "tag-orders-refrec.categories: [] can't be used. Name one or two."],
    [{categories: ['promotions' as 'promotion']}, '"promotions" can\'t be used. Use one of buyer_experience,'],
    [
      {words: {en: {...WORDS, description: 'd'.repeat(1025)}, nl: WORDS}},
      'It has 1025 characters; Shopify takes 1024.',
    ],
    [{words: {en: WORDS, nl: {...WORDS, name: ' '}}}, 'tag-orders-refrec.words.nl'],
    [{words: {en: {...WORDS, name: 'Tag orders (A)'}, nl: WORDS}}, 'Leave the letter out, it is added: Name (C).'],
    [{repeat: ''}, 'tag-orders-refrec.repeat'],
    [{leaves: ' '}, 'tag-orders-refrec.leaves'],
    [{events: []}, 'tag-orders-refrec.events'],
  ])('refuse %j', (change, message) => {
    expect(() => compile(tagOrders(change))).toThrow(message);
  });

  it('refuse two workflows with one handle, drafts included, and more than 25', () => {
    const some = (count: number) => Array.from({length: count}, (_, at) => ({handle: `w-${at}-refrec`}));
    expect(() => checkTogether(some(25))).not.toThrow();
    expect(() => checkTogether(some(26))).toThrow("workflows: 26 can't be used. Shopify takes 25 templates an app");
    expect(() => checkTogether([...some(2), {handle: 'w-1-refrec'}])).toThrow(
      'handle: "w-1-refrec" can\'t be used. Two',
    );
  });

  it.each([0, -1, 1.5, Number.NaN])('refuse a wait of %d days', (days) => {
    const waiting = workflow(ABOUT, orderCreated, (steps, {order}) => {
      steps.wait('Wait', days);
      steps.addOrderTags('Tag it', order.id, []);
    });
    expect(() => compile(waiting)).toThrow('Wait whole days, at least one.');
  });

  it('refuse a workflow without an action, and more than 90 days of waiting in all', () => {
    expect(() => compile(workflow(ABOUT, orderCreated, () => {}))).toThrow('A workflow needs at least one action.');
    const waiting = (...days: number[]) =>
      workflow(ABOUT, orderCreated, (steps, {order}) => {
        for (const [index, count] of days.entries()) steps.wait(`Wait ${index}`, count);
        steps.addOrderTags('Tag it', order.id, []);
      });
    expect(compile(waiting(45, 45)).drafts).toEqual(['Wait (shopify::flow::wait)']);
    expect(() => compile(waiting(45, 46))).toThrow(
      "tag-orders-refrec.wait: 91 can't be used. Flow waits 90 days at most",
    );
  });
});

describe('a template extension', () => {
  const files = templateFiles(tagOrders());

  it('has its config, words in two languages, a README and the workflow', () => {
    expect(Object.keys(files)).toEqual([
      'tag-orders-refrec.flow',
      'shopify.extension.toml',
      'locales/en.default.json',
      'locales/nl.json',
      'README.md',
    ]);
    expect(files['locales/nl.json']).toBe(
      '{\n  "name": "Orders taggen (C)",\n  "description": "Tagt orders.",\n  "preInstallNote": "Niets."\n}\n',
    );
    expect(files['shopify.extension.toml']).toContain('categories = ["orders"]\nmodule = "./tag-orders-refrec.flow"\n');
    expect(files['README.md']).toContain('**Safety C: moves no money.');
  });

  it('is offered in Flow’s library unless it can pay twice', () => {
    expect(files['shopify.extension.toml']).toContain('discoverable = true');
    expect(templateFiles(tagOrders({safety: 'B'}))['shopify.extension.toml']).toContain('discoverable = false');
  });

  it('has no letter where it has nothing to do with money', () => {
    const mails = workflow({...ABOUT, safety: 'none', events: []}, scheduled({days: 1}), (steps) =>
      steps.sendInternalEmail('Mail', {subject: liquid`S`, message: liquid`M`}),
    );
    expect(compile(mails).file.root.workflow_name).toBe('Tag orders');
  });
});
