import {describe, expect, it} from 'vitest';
import {equals} from './condition.ts';
import type {Draft} from './draft.ts';
import {liquid} from './liquid.ts';
import type {Code} from './index.ts';
import {pathOf} from './path.ts';
import type {Bool} from './kinds.ts';
import {orderCreated, scheduled} from './triggers.ts';
import {type About, workflow} from './workflow.ts';

const WORDS = {name: 'N', description: 'D', before: 'B'};
const ABOUT: About = {
  handle: 'test-refrec',
  safety: 'none',
  categories: ['orders'],
  words: {en: WORDS, nl: WORDS},
  repeat: 'R',
  leaves: 'L',
  events: [],
};
const CODE: Code<{readonly go: Bool}, never> = {
  input: '{ order { refundRecipesClaim { value } refundRecipesFlowRun { value } refundRecipesClaim { type } } }',
  script: 'export default () => ({go: true})',
  outputSchema: 'type Output { go: Boolean! }',
};

const linksOf = ({steps, links}: Draft) =>
  links.map(({from, port, to}) => `${steps[from]?.words} -${port}-> ${steps[to]?.words}`);

describe('steps', () => {
  it('follow each other, and branches and loops have lines of their own', () => {
    const {draft} = workflow(ABOUT, orderCreated, (steps, {order}) => {
      steps.addOrderTags('first', order.id, ['a']);
      steps.forEach('loop', order.lineItems, (loop) => {
        loop.addOrderTags('inside', order.id, ['b']);
        loop.updateOrderNote('inside too', order.id, liquid`n`);
      });
      steps.addOrderTags('after', order.id, ['c']);
      steps.when(
        'asked',
        equals(order.name, '#1'),
        (yes) => yes.addOrderTags('yes', order.id, ['d']),
        (no) => no.addOrderTags('no', order.id, ['e']),
      );
    });
    expect(linksOf(draft())).toEqual([
      'Order created -output-> first',
      'first -output-> loop',
      'loop -loop_body-> inside',
      'inside -output-> inside too',
      'loop -after-> after',
      'after -output-> asked',
      'asked -true-> yes',
      'asked -false-> no',
    ]);
  });

  it('are read under Flow’s label in camel case, numbered from the second of a kind on', () => {
    const read: string[] = [];
    const {draft} = workflow(ABOUT, orderCreated, (steps, {order}) => {
      read.push(pathOf(steps.sendAdminApiRequest('one', 'tagsAdd', {id: order.id, tags: []}).userErrors));
      read.push(pathOf(steps.sendAdminApiRequest('two', 'tagsAdd', {id: order.id, tags: []}).userErrors));
      read.push(pathOf(steps.runCode('run', CODE).go));
      const orders = steps.getOrders('get', liquid`tag:a`);
      steps.forEach('each', orders, (_loop, item) => read.push(pathOf(item.customer.id)));
      steps.forEach('lines', order.lineItems, (_loop, item) => read.push(pathOf(item.title)));
    });
    const {steps} = draft();
    expect(read).toEqual([
      'sendAdminApiRequest.userErrors',
      'sendAdminApiRequest1.userErrors',
      'runCode.go',
      'getOrderDataForeachitem.customer.id',
      'lineItemsForeachitem.title',
    ]);
    expect(steps.map(({name}) => name)).toEqual([
      null,
      'Send Admin API request',
      'Send Admin API request 1',
      'Run code',
      'Get order data',
      null,
      null,
    ]);
  });

  it('read metafields under a handle, each once, also those that Run code’s query names', () => {
    const {draft} = workflow(ABOUT, orderCreated, (steps, {order}) => {
      expect(pathOf(steps.metafield(order, 'Order', 'refund_recipes', 'claim').value)).toBe(
        'order.refundRecipesClaim.value',
      );
      steps.metafield(order.customer, 'Customer', 'custom', 'loyalty_tier');
      steps.runCode('run', CODE);
    });
    expect(draft().patches).toEqual([
      {type: 'Order', namespace: 'refund_recipes', key: 'claim', handle: 'refundRecipesClaim'},
      {type: 'Customer', namespace: 'custom', key: 'loyalty_tier', handle: 'customLoyaltyTier'},
      {type: 'Order', namespace: 'refund_recipes', key: 'flow_run', handle: 'refundRecipesFlowRun'},
    ]);
  });

  it('mail to the shop where nobody is named', () => {
    const {draft} = workflow(ABOUT, orderCreated, (steps, {shop}) => {
      steps.sendInternalEmail('mail', {subject: liquid`S`, message: liquid`${shop.name}`});
      steps.sendInternalEmail('mail them', {to: liquid`a@b.example`, subject: liquid`S`, message: liquid`M`});
    });
    expect(draft().steps.map(({values}) => values)).toEqual([
      {},
      {address: '{{ shop.email }}', subject: 'S', message: '{{ shop.name }}'},
      {address: 'a@b.example', subject: 'S', message: 'M'},
    ]);
  });

  it.each([
    [
      'a step after a condition',
      workflow(ABOUT, orderCreated, (steps, {order}) => {
        steps.when('asked', equals(order.name, '#1'), () => {});
        steps.addOrderTags('lost', order.id, []);
      }),
      'step: "lost" can\'t be used. Put it on the line of its branch or loop',
    ],
    [
      'an outer line used inside a loop',
      workflow(ABOUT, orderCreated, (steps, {order}) => {
        steps.forEach('each', order.lineItems, () => {
          steps.addOrderTags('misplaced', order.id, []);
        });
      }),
      'step: "misplaced" can\'t be used. Put it on the line of its branch or loop',
    ],
    [
      'a loop in a loop',
      workflow(ABOUT, orderCreated, (steps, {order}) => {
        steps.forEach('outer', order.lineItems, (loop) => loop.forEach('inner', order.lineItems, () => {}));
      }),
      'step: "inner" can\'t be used. Flow has no For each inside a For each',
    ],
    [
      'a search in a branch in a loop',
      workflow(ABOUT, orderCreated, (steps, {order}) => {
        steps.forEach('outer', order.lineItems, (loop) => {
          loop.when('asked', equals(order.name, '#1'), (yes) => void yes.getOrders('search', liquid``));
        });
      }),
      'step: "search" can\'t be used. Flow has no Get order data inside a For each',
    ],
    [
      'a wait in a loop',
      workflow(ABOUT, orderCreated, (steps, {order}) => {
        steps.forEach('outer', order.lineItems, (loop) => loop.wait('wait', 1));
      }),
      'step: "wait" can\'t be used. Flow has no Wait inside a For each',
    ],
    [
      'two steps with the same words',
      workflow(ABOUT, orderCreated, (steps, {order}) => {
        steps.addOrderTags('same', order.id, ['a']);
        steps.addOrderTags('same', order.id, ['b']);
      }),
      'step: "same" can\'t be used. Two steps of a workflow have the same words',
    ],
  ])('refuse %s', (_name, {draft}, message) => {
    expect(draft).toThrow(message);
  });
});

describe('the scheduled trigger', () => {
  it('is a rule of iCalendar in a list', () => {
    expect(scheduled({days: 1}).values).toEqual({
      recurrence: String.raw`["DTSTART;TZID=Etc/UTC:20270104T060000\nRRULE:FREQ=DAILY;INTERVAL=1;WKST=MO"]`,
    });
    expect(scheduled({minutes: 10}).values['recurrence']).toContain('RRULE:FREQ=MINUTELY;INTERVAL=10;');
    expect(scheduled({hours: 6}).values['recurrence']).toContain('RRULE:FREQ=HOURLY;INTERVAL=6;');
  });

  it.each([{minutes: 9}, {minutes: 0}, {hours: 0}, {days: 367}, {days: 1.5}])('refuses %j', (every) => {
    expect(() => scheduled(every)).toThrow('Flow takes 10 minutes to a year');
  });
});
