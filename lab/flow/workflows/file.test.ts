import {createHash} from 'node:crypto';
import {describe, expect, it} from 'vitest';
import {addTags, flowText} from '../fixture.ts';
import {readFile} from './file.ts';

const GOOD = flowText({
  name: 'Tag (C)',
  steps: [addTags('tag', 'vip')],
  patched: [
    {
      handle: 'loyalty_tier',
      field: 'metafield',
      patched_type: 'CUSTOMER',
      arguments: {key: 'tier', namespace: 'custom'},
    },
    {id: 'p', handle: 'claim', field: 'metafield', patched_type: 'Order', arguments: '{"key":"claim"}'},
  ],
});

const signed = (body: string): string => `${createHash('sha256').update(body).digest('hex')}:${body}`;
const changed = (change: (root: Record<string, unknown>) => void): string => {
  const file = JSON.parse(GOOD.slice(65)) as {root: Record<string, unknown>};
  change(file.root);
  return signed(JSON.stringify(file));
};

describe('a .flow file', () => {
  it('is read in both dialects', () => {
    expect(readFile(GOOD)).toMatchObject({
      name: 'Tag (C)',
      steps: [
        {taskType: 'TRIGGER'},
        {taskId: 'shopify::admin::add_order_tags', fields: {tags: 'vip', order_id: 'order.id'}},
      ],
      links: [{from: 'trigger', port: 'output', to: 'tag'}],
      patchedFields: [
        {type: 'customer', name: 'loyaltyTier', field: 'metafield', arguments: {key: 'tier', namespace: 'custom'}},
        {type: 'order', name: 'claim', field: 'metafield', arguments: {key: 'claim'}},
      ],
    });
  });

  it.each([
    ['an empty file', '', 'is no .flow file'],
    ['a body without checksum', GOOD.slice(65), 'is no .flow file'],
    ['a changed character', GOOD.replace('vip', 'vup'), 'was changed after its export'],
    ['a newline at the end', `${GOOD}\n`, 'was changed after its export'],
    ['half of a file', GOOD.slice(0, 200), 'was changed after its export'],
    ['a body that is no JSON', signed('{"root": '), 'no JSON after its checksum'],
    ['no root', signed('{}'), 'root is no JSON object'],
    ['a list as root', signed('{"root": []}'), 'root is no JSON object'],
    ['no steps', changed((root) => delete root['steps']), 'root.steps is no list'],
    ['no name', changed((root) => (root['workflow_name'] = '')), 'root.workflow_name is missing'],
    ['a step that is a text', changed((root) => (root['steps'] = ['x'])), 'steps[0] is no JSON object'],
    ['a step without a task', changed((root) => (root['steps'] = [{step_id: 1}])), 'steps[0].task_id'],
    [
      'a field set twice',
      changed(
        (root) =>
          (root['steps'] = [
            {
              step_id: 1,
              task_id: 'x',
              task_version: '1',
              task_type: 'ACTION',
              config_field_values: [
                {config_field_id: 'a', value: '1'},
                {config_field_id: 'a', value: '2'},
              ],
            },
          ]),
      ),
      'sets a a second time',
    ],
    [
      'a link to another port',
      changed(
        (root) =>
          (root['links'] = [{from_step_id: 'trigger', from_port_id: 'output', to_step_id: 'tag', to_port_id: 'x'}]),
      ),
      'every link ends at "input"',
    ],
    [
      'arguments that are no JSON',
      changed((root) => (root['patched_fields'] = [{handle: 'a', field: 'b', patched_type: 'Order', arguments: '{'}])),
      'patched_fields[0].arguments is no JSON',
    ],
    [
      'more links than anybody draws',
      changed((root) => (root['links'] = Array.from({length: 5001}, () => ({})))),
      'more than 5000 links',
    ],
    [
      'more steps than anybody draws',
      changed((root) => (root['steps'] = Array.from({length: 501}, (_, at) => ({step_id: at})))),
      'more than 500 steps',
    ],
    ['a file without end', `${'0'.repeat(64)}:${'x'.repeat(2_000_001)}`, 'longer than'],
  ])('is refused: %s', (_what, text, message) => {
    expect(() => readFile(text)).toThrow(message);
  });
});
