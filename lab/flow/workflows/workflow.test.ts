import {describe, expect, it} from 'vitest';
import {
  addTags,
  adminRequest,
  condition,
  email,
  type Fixture,
  flowText,
  forEach,
  getOrders,
  runCode,
  wait,
} from '../fixture.ts';
import {flowLiquid} from '../liquid/index.ts';
import {sentenceOf} from '../said.ts';
import {readFile} from './file.ts';
import {readLater, readWorkflow, type Workflow} from './workflow.ts';

const liquid = flowLiquid({now: () => 0n, currency: 'EUR'});
const read = (fixture: Fixture): Workflow =>
  readWorkflow(
    readFile(flowText(fixture)),
    {triggers: {}, actions: {'give-credit': {label: 'Give credit', yields: true}}},
    liquid,
  );
const sentences = ({problems: all}: Workflow): readonly string[] => all.map((problem) => sentenceOf(problem));
const problems = (...steps: Fixture['steps']): readonly string[] => sentences(read({steps}));

const CODE = 'export default () => ({go: true})';
const OUTPUT = 'type Output { go: Boolean! }';

describe('a workflow', () => {
  it('has its letter, its steps in order, its variables and what each of them reads', () => {
    const workflow = read({
      name: 'Do it (B)',
      trigger: 'shopify::flow::scheduled_time',
      triggerFields: {recurrence: '["…"]'},
      steps: [
        getOrders('get', "tag:'x' created_at:<{{ scheduledAt | date_minus: '1 day' }}", ['each']),
        forEach('each', 'getOrderData', ['code'], ['mail']),
        email('mail', '{{ getOrderData.id | size }} orders; {{ shop.name }}'),
        runCode(
          'code',
          '{ getOrderDataForeachitem { id total: totalPriceSet { shopMoney { amount } } } }',
          CODE,
          OUTPUT,
          ['first'],
        ),
        adminRequest('first', 'tagsAdd', {id: '{{ getOrderDataForeachitem.id }}', tags: ['a']}, ['second']),
        adminRequest('second', 'tagsAdd', {id: '{{ sendAdminApiRequest.node.id }}', tags: ['b']}),
      ],
    });
    // The mail’s subject is about an order that a schedule hasn't got.
    expect(sentences(workflow)).toEqual(['“Send internal email” reads order, which doesn’t exist there.']);
    expect(workflow.letter).toBe('B');
    expect(workflow.steps.map(({id, variable, loop}) => [id, variable, loop])).toEqual([
      ['get', 'getOrderData', null],
      ['each', 'getOrderDataForeachitem', null],
      ['code', 'runCode', 'each'],
      ['first', 'sendAdminApiRequest', 'each'],
      ['second', 'sendAdminApiRequest1', 'each'],
      ['mail', null, null],
    ]);
    expect(workflow.steps[2]?.reads).toEqual({
      getOrderDataForeachitem: {id: {}, totalPriceSet: {shopMoney: {amount: {}}}},
    });
    expect(readLater(workflow, 'sendAdminApiRequest')).toEqual({node: {id: {}}});
  });

  it('takes the ids of newer tasks, JSON with a path in it', () => {
    const reference = JSON.stringify({value: '', default_value: 'order.customer.id'});
    const {problems: none, steps} = read({
      steps: [{id: 'tag', task: 'shopify::admin::add_customer_tags', fields: {customer_id: reference, tags: 'vip'}}],
    });
    expect(none).toEqual([]);
    expect(steps[0]?.reads).toEqual({order: {customer: {id: {}}}});
  });

  it('knows the app’s own actions by their handle, whatever stands before it', () => {
    const {steps, draft} = read({
      steps: [
        {
          id: 'a',
          task: 'unlearned::refund-recipes::give-credit',
          fields: {order_id: 'order.id', amount: '{{ order.note }}'},
        },
      ],
    });
    expect(steps[0]).toMatchObject({variable: 'giveCredit', reads: {order: {id: {}, note: {}}}});
    expect(draft).toBe(true);
  });
});

describe('a draft', () => {
  it.each([
    ['shopify::admin::order_created', 'P1D', true],
    ['shopify::admin::refund_created', null, true],
    ['shopify::admin::order_created', null, false],
  ])('is what uses an id that nobody has confirmed: %s, Wait %s', (trigger, duration, draft) => {
    const steps = duration === null ? [addTags('tag', 'x')] : [wait('wait', duration, ['tag']), addTags('tag', 'x')];
    expect(read({trigger, steps}).draft).toBe(draft);
  });
});

describe('what keeps a workflow from being switched on', () => {
  it.each([
    [
      'a step with the name of something of JavaScript’s',
      [{id: 'a', task: 'constructor', type: 'ACTION'}],
      'doesn’t know the step constructor',
    ],
    [
      'a field with such a name',
      [{...addTags('a', 'x'), fields: {order_id: 'order.id', tags: 'x', constructor: 'red'}}],
      'has no field constructor',
    ],
    ['a path with such a name', [addTags('a', '{{ order.__proto__.x }}')], '__proto__ is no field'],
    ['an unknown step', [{id: 'a', task: 'shopify::flow::dream'}], 'doesn’t know the step shopify::flow::dream'],
    [
      'an item outside of its loop',
      [forEach('each', 'order.lineItems', [], ['mail']), email('mail', '{{ lineItemsForeachitem.title }}')],
      'reads lineItemsForeachitem',
    ],
    [
      'a result of a loop after it',
      [
        forEach('each', 'order.lineItems', ['code'], ['mail']),
        runCode('code', '{ shop { name } }', CODE, OUTPUT),
        email('mail', '{{ runCode.go }}'),
      ],
      'reads runCode',
    ],
    [
      'a result of another branch',
      [
        condition('if', "(order.name == 'x')", ['code'], ['mail']),
        runCode('code', '{ shop { name } }', CODE, OUTPUT),
        email('mail', '{{ runCode.go }}'),
      ],
      'reads runCode',
    ],
    [
      'a loop in a loop',
      [forEach('each', 'order.lineItems', ['again']), forEach('again', 'order.tags', [])],
      'no For each loop inside a For each',
    ],
    [
      'a Wait in a loop',
      [forEach('each', 'order.lineItems', ['wait']), wait('wait', 'P1D')],
      'no Wait inside a For each',
    ],
    ['a Wait without a duration', [wait('wait', 'soon')], '“soon” is no duration'],
    ['waits of more than 90 days', [wait('one', 'P60D', ['two']), wait('two', 'P31D')], 'at most 90 days'],
    [
      'an empty field',
      [{id: 'a', task: 'shopify::admin::add_order_tags', fields: {order_id: 'order.id'}}],
      'tags is empty',
    ],
    [
      'a field that the task hasn’t got',
      [{...addTags('a', 'x'), fields: {order_id: 'order.id', tags: 'x', colour: 'red'}}],
      'has no field colour',
    ],
    [
      'a port that the task hasn’t got',
      [{...addTags('a', 'x'), to: {true: ['b']}}, addTags('b', 'y')],
      'has no port true',
    ],
    ['a step that nothing leads to', [addTags('a', 'x'), addTags('b', 'y')], 'Nothing leads to'],
    ['an index', [addTags('a', '{{ order.lineItems[0].title }}')], 'no index'],
    ['a path that is none', [addTags('a', 'x', [], 'order..id')], 'is no path'],
    [
      'api_call without JSON',
      [{id: 'a', task: 'shopify::admin::admin_api_operation', fields: {api_call: 'refundCreate'}}],
      'api_call is no JSON',
    ],
    [
      'a mutation’s text in its name',
      [
        {
          id: 'a',
          task: 'shopify::admin::admin_api_operation',
          fields: {api_call: '{"name": "mutation {x}", "blob": "{}"}'},
        },
      ],
      'names no mutation',
    ],
    [
      'arguments in the input query',
      [runCode('a', '{ order { metafield(namespace: "a", key: "b") { value } } }', CODE, OUTPUT)],
      'gives arguments to metafield',
    ],
    [
      'connections in the input query',
      [runCode('a', '{ order { lineItems { nodes { id } } } }', CODE, OUTPUT)],
      'lists are plain',
    ],
    ['a mutation as the input query', [runCode('a', 'mutation { x }', CODE, OUTPUT)], 'can only read'],
    ['a query that can’t be read', [runCode('a', '{ order {', CODE, OUTPUT)], 'can’t be read'],
  ] satisfies [string, Fixture['steps'], string][])('%s', (_what, steps, message) => {
    expect(problems(...steps).join('\n')).toContain(message);
  });

  it('an unknown trigger', () => {
    expect(sentences(read({trigger: 'shopify::admin::moon_rose', steps: []}))).toEqual([
      'Nothing is known of the trigger shopify::admin::moon_rose.',
    ]);
  });
});

describe('what can be no workflow', () => {
  it.each([
    ['a circle', [addTags('a', 'x', ['b']), addTags('b', 'y', ['a'])], 'round in a circle'],
    ['a link to nowhere', [addTags('a', 'x', ['b'])], 'there is no such step'],
    ['a link to the trigger', [addTags('a', 'x', ['trigger'])], 'leads back to the trigger'],
    ['a second trigger', [{id: 'b', task: 'shopify::admin::order_created', type: 'TRIGGER'}], 'this one has 2'],
    ['an id twice', [addTags('trigger', 'x')], 'same step_id'],
    [
      'a port with the name of something of JavaScript’s',
      [{...addTags('a', 'x'), to: {constructor: ['b']}}, addTags('b', 'y')],
      'port constructor',
    ],
    ['an unknown port', [{...addTags('a', 'x'), to: {sideways: ['b']}}, addTags('b', 'y')], 'port sideways'],
    [
      'a step in and after a loop',
      [forEach('each', 'order.tags', ['a'], ['a']), addTags('a', 'x')],
      'both inside a loop and after',
    ],
  ] satisfies [string, Fixture['steps'], string][])('%s', (_what, steps, message) => {
    expect(() => read({steps})).toThrow(message);
  });
});
