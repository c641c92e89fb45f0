import {describe, expect, it} from 'vitest';
import {type About, equals, orderCreated, workflow} from '../builder/index.ts';
import {iacOf} from './index.ts';

const WORDS = {name: 'Tag orders', description: 'D', before: 'B'};
const ABOUT: About = {
  handle: 'tag-orders-refrec',
  safety: 'C',
  categories: ['orders'],
  words: {en: WORDS, nl: WORDS},
  repeat: 'R',
  leaves: 'L',
  events: ['order-created'],
};

describe('a workflow for `shopify flow workflow push`', () => {
  it('has sorted keys, conditions in Flow’s language and patched fields with objects', () => {
    const text = iacOf(
      workflow(ABOUT, orderCreated, (steps, {order}) => {
        const claim = steps.metafield(order, 'Order', 'refund_recipes', 'claim');
        steps.when('Claimed?', equals(claim.value, 'x'), (yes) => yes.addOrderTags('Tag it', order.id, ['vip']));
      }),
    );
    expect(text.endsWith('}\n')).toBe(true);
    const {root} = JSON.parse(text) as {root: Record<string, unknown> & {steps: Record<string, unknown>[]}};
    expect(Object.keys(root)).toEqual(['links', 'patched_fields', 'steps', 'workflow_name']);
    expect(root['patched_fields']).toEqual([
      {
        arguments: {key: 'claim', namespace: 'refund_recipes'},
        field: 'metafield',
        handle: 'refundRecipesClaim',
        merchant_configured: true,
        patched_type: 'ORDER',
      },
    ]);
    expect(root.steps[1]?.['config_field_values']).toEqual([
      {config_field_id: 'condition', value: "(order.refundRecipesClaim.value == 'x')"},
    ]);
  });
});
