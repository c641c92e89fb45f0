import {describe, expect, it} from 'vitest';
import {EXPORT_2024, link, mail, ORDER_CREATED, step, workflow} from '../check/foreign.fixture.ts';
import {learnFrom, withLesson} from './index.ts';

/** An export that one trigger starts. */
function exported(task: string, name: string | null = null, version = '1.0'): string {
  return workflow(
    [step({id: 'a', task, type: 'TRIGGER', name, version}), step({id: 'b', ...mail('x')})],
    [link('a', 'output', 'b')],
  );
}

describe('what an export teaches', () => {
  it.each([
    [
      'by the handle in the id',
      exported('app::123456::refund-completed'),
      null,
      'refund-completed',
      'app::123456::refund-completed',
    ],
    ['with underscores too', exported('acme/refund_attention@2'), null, 'refund-attention', 'acme/refund_attention@2'],
    [
      'by the label in the id',
      exported('app::123::Refund plan completed'),
      null,
      'refund-completed',
      'app::123::Refund plan completed',
    ],
    ['in camel case', exported('app--42--refundLabel'), null, 'refund-label', 'app--42--refundLabel'],
    ['by the label of the step', exported('app::77', 'Outside payment owed'), null, 'refund-outside', 'app::77'],
    ['because the merchant says so', exported('app::77'), 'refund-label', 'refund-label', 'app::77'],
  ])('%s', (_how, text, trigger, handle, id) => {
    expect(learnFrom(text, trigger)).toEqual({handle, id, version: '1.0', fields: []});
  });

  it.each([
    [
      'nothing tells which it is',
      exported('app::77'),
      null,
      'task_id: "app::77" can\'t be used. Nothing in it tells which of our triggers it is. Say which it is: --trigger refund-approval|',
    ],
    ['a name that is only close', exported('app::prerefund-completed-2'), null, 'Nothing in it tells'],
    ['a part of another name', exported('acme::auto-refund-completed'), null, 'Nothing in it tells'],
    ['two in one', exported('app::refund-completed-refund-label'), null, 'Nothing in it tells'],
    [
      "Shopify's own trigger that nobody listed",
      exported('shopify::admin::order_updated'),
      'refund-label',
      "This trigger is Shopify's own.",
    ],
    ['id and label disagree', exported('app::refund-label', 'Outside payment owed'), null, 'Nothing in it tells'],
    [
      'the merchant says something else',
      exported('app::refund-label'),
      'refund-outside',
      '--trigger: "refund-outside" can\'t be used. The export says refund-label',
    ],
    [
      'no trigger of ours',
      exported('app::77'),
      'refund',
      '--trigger: "refund" can\'t be used. Use one of refund-approval, refund-attention',
    ],
    ["Shopify's own trigger", EXPORT_2024, 'refund-label', "This trigger is Shopify's own."],
    [
      'a draft of this project',
      exported('unlearned::refund-recipes::refund-label'),
      null,
      'This is a draft that this project wrote, not an export',
    ],
    ['no id', exported('<b>'), 'refund-label', 'No id known of Flow looks like this.'],
    ['a file that was changed', exported('app::refund-label').replace('"x"', '"y"'), null, "The checksum doesn't fit"],
    [
      'two triggers',
      workflow([ORDER_CREATED, step({id: 'c', task: 'app::refund-label', type: 'TRIGGER'})], []),
      null,
      'Export a workflow that one of our triggers starts.',
    ],
    ['no JSON', '{', null, "The file's body isn't JSON."],
  ])('refused: %s', (_why, text, trigger, message) => {
    expect(() => learnFrom(text, trigger)).toThrow(message);
  });
});

describe('what is known', () => {
  const lesson = {handle: 'refund-label', id: 'app::1', version: '0.1', fields: []};

  it('grows in alphabetical order', () => {
    const known = withLesson({'refund-outside': {id: 'app::2', version: '0.1'}}, {...lesson, fields: ['limit']});
    expect(JSON.stringify(known)).toBe(
      '{"refund-label":{"id":"app::1","version":"0.1","fields":["limit"]},"refund-outside":{"id":"app::2","version":"0.1"}}',
    );
    expect(withLesson(known, lesson)['refund-label']).toEqual({id: 'app::1', version: '0.1'});
  });

  it('is replaced only on purpose, and one id stands for one trigger', () => {
    const known = {'refund-label': {id: 'app::9', version: '0.1'}};
    expect(() => withLesson(known, lesson)).toThrow(
      'refund-label was learned as app::9 (0.1). Add --replace if that app is gone.',
    );
    expect(withLesson(known, lesson, true)).toEqual({'refund-label': {id: 'app::1', version: '0.1'}});
    expect(() => withLesson({'refund-outside': {id: 'app::1', version: '0.1'}}, lesson, true)).toThrow(
      'It was learned as refund-outside before',
    );
  });
});
