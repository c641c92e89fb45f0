import {describe, expect, it} from 'vitest';
import {afterOrder} from './foreign.fixture.ts';
import {said} from './said.fixture.ts';

describe('metafields that Flow’s own actions write', () => {
  const write = (value: string, type = 'json', key = 'ask', namespace = 'refund_recipes'): string[] =>
    said(
      afterOrder({
        task: 'shopify::admin::add_order_metafield',
        fields: {order_id: 'order.id', namespace, key, value, value_type: type},
      }),
    );

  it('the request that docs/flow.md shows is in order, with an amount of the order too', () => {
    expect(
      write(
        '{"recipe": "shipping-plus-label", "choices": {"amounts": {"returnLabel": "7.45"}}, "reason": "Delivered five days late"}',
      ),
    ).toEqual([]);
    expect(
      write('{"recipe": "goodwill-amount", "choices": {"amounts": {"goodwill": "{{ order.totalPrice }}"}}}'),
    ).toEqual([]);
    expect(write('{{ order.note }}', 'multi_line_text_field')).toEqual([]);
  });

  it('anybody’s words would break its JSON', () => {
    const at = 'error unsafe-text at value: reason: {{ order.note }} is anybody';
    expect(write('{"recipe": "full-refund", "reason": "{{ order.note }}"}')[0]).toContain(at);
    const newer = {
      order_id: '{"value":"","default_value":"order.id"}',
      metafield: '{"namespace":"refund_recipes","key":"ask","type":"json"}',
      value: '{"recipe": "full-refund", "reason": "{{ order.note }}"}',
    };
    const text = afterOrder({task: 'shopify::admin::add_order_metafield', version: '1.0', fields: newer});
    expect(said(text).filter((line) => line.startsWith('error'))).toEqual([expect.stringContaining(at)]);
  });

  it.each([
    [
      write('{recipe: full-refund}'),
      "error variables at value: The metafield's type is JSON, and the value is none once Liquid has put its values there. Write JSON with Liquid in the place of values only.",
    ],
    [write('{}', 'json', 'a'), 'error key: “a” is no metafield key: 2 to 64 letters, digits, - and _.'],
    [
      write('{}', 'json', 'ask', '$app:refunds'),
      "warning key: Flow can't see metafields that an app owns ($app:refunds). Use a namespace of the merchant, for example refund_recipes.",
    ],
  ])('%#', (found, expected) => {
    expect(found).toEqual([expected]);
  });
});
