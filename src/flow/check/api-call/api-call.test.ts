import {describe, expect, it} from 'vitest';
import {afterOrder, CLAIM_PATCH, link, ORDER_CREATED, request, runCode, step, workflow} from '../foreign.fixture.ts';
import {said} from '../said.fixture.ts';

const call = (name: string, blob: string): string[] => said(afterOrder(request(name, blob), [CLAIM_PATCH]));
const at = 'at api_call';

describe('the mutation', () => {
  it.each([
    ['tagsAdd', '{"id":"{{ order.id }}","tags":["a"]}', []],
    ['tagAdd', '{}', [`error mutation ${at}: “tagAdd” is no mutation of API version 2026-01. Did you mean tagsAdd?`]],
    ['orders', '{}', [`error mutation ${at}: “orders” is no mutation of API version 2026-01.`]],
    [
      'mutation { tagsAdd }',
      '{}',
      [
        `error mutation ${at}: “mutation { tagsAdd }” is no mutation of API version 2026-01. Write the name of the mutation only, for example tagsAdd.`,
      ],
    ],
    [
      'discountBulkTagsAdd',
      '{}',
      [`error mutation ${at}: “discountBulkTagsAdd” is no mutation of API version 2026-01.`],
    ],
    [
      'companyContactSendWelcomeEmail',
      '{"companyContactId":"{{ order.id }}"}',
      [
        `note not-checked ${at}: Not checked: companyContactSendWelcomeEmail: sources disagree on whether API version 2026-01 has it.`,
      ],
    ],
    [
      'customerMerge',
      '{"customerOneId":"gid://shopify/Customer/1","customerTwoId":"gid://shopify/Customer/2"}',
      [
        `warning mutation-job ${at}: customerMerge answers with a job; Flow is documented not to offer such mutations. Try it on a development store first.`,
      ],
    ],
    [
      'discountCodeActivate',
      '{"id":"gid://shopify/DiscountCodeNode/1"}',
      [
        `warning mutation-family ${at}: discountCodeActivate belongs to an app's own data; Flow is documented not to offer such mutations. Try it on a development store first.`,
      ],
    ],
  ])('%s', (name, blob, expected) => {
    expect(call(name, blob)).toEqual(expected);
  });

  it('and its variables stand in JSON in a text', () => {
    expect(
      said(afterOrder({task: 'shopify::admin::admin_api_operation', fields: {api_call: 'tagsAdd(id: 1)'}})),
    ).toEqual([
      `error api-call ${at}: The request isn't {"name": …, "blob": …} as JSON in a text. Write the mutation's name, and its variables as JSON in the text "blob".`,
    ]);
    expect(
      said(
        afterOrder({
          task: 'shopify::admin::admin_api_operation',
          fields: {
            api_call:
              '{"name":"tagsAdd","blob":"{\\"id\\":\\"gid://shopify/Order/1\\",\\"tags\\":\\"a\\"}","version":"x"}',
          },
        }),
      ),
    ).toEqual([`note unknown-key ${at}: The key version isn't known from any export.`]);
  });
});

describe('the variables', () => {
  it.each([
    ['tagsAdd', '[]', [`error blob-json ${at}: blob: The variables are [], not an object. Write {"input": { … }}.`]],
    [
      'tagsAdd',
      '{"id":"{{ order.id }}"',
      [
        `error blob-json ${at}: blob: The variables aren't JSON once Liquid has put its values there. Write JSON with Liquid in the place of values only.`,
      ],
    ],
    [
      'tagsAdd',
      '{"id":null}',
      [
        `error variables ${at}: id: It is null, and the mutation needs a value.`,
        `error variables ${at}: tagsAdd needs "tags".`,
      ],
    ],
    [
      'orderUpdate',
      '{"input":{"id":"{{ order.id }}","notes":"x"}}',
      [`error variables ${at}: input.notes: OrderInput has no "notes". Did you mean note?`],
    ],
    ['orderUpdate', '{"input":{"note":"x"}}', [`error variables ${at}: input: "id" is missing.`]],
    ['orderUpdate', '{"input":[1]}', [`error variables ${at}: input: It is [1]; OrderInput is an object.`]],
    [
      'productUpdate',
      '{"product":{"id":"x"},"foo":1}',
      [
        `note not-checked ${at}: product: Not checked: what is inside "product" of productUpdate.`,
        `error variables ${at}: foo: productUpdate has no argument "foo".`,
      ],
    ],
    [
      'metafieldsSet',
      '{"metafields":[{"ownerId":"{{ order.id }}","key":"ab","value":{{ order.number }},"compareDigest":"{{ order.refundClaim.compareDigest }}"}]}',
      [
        `error variables ${at}: metafields[0].value: {{ order.number }} is no text, and String is one. Write "{{ order.number }}".`,
      ],
    ],
  ])('%s %s', (name, blob, expected) => {
    expect(call(name, blob)).toEqual(expected);
  });

  it.each([
    [
      'tagsAdd',
      '{"id":"1001","tags":"a"}',
      'id: 1001 is no ID. Write an id in quotes, for example "gid://shopify/Order/1".',
    ],
    [
      'giftCardCreate',
      '{"input":{"initialValue":"ten"}}',
      'input.initialValue: ten is no Decimal. Write a number, for example "10.00".',
    ],
    [
      'giftCardCreate',
      '{"input":{"initialValue":"10.00","expiresOn":"next year"}}',
      'input.expiresOn: next year is no Date. Write a day in quotes, for example "2027-01-31".',
    ],
    [
      'refundCreate',
      '{"input":{"orderId":"{{ order.id }}","shipping":{"amount":"6,95"}}}',
      'input.shipping.amount: 6,95 is no Money. Write an amount, for example "10.00".',
    ],
  ])('a text of the wrong kind: %s %s', (name, blob, expected) => {
    const errors = call(name, blob).filter((line) => line.startsWith('error'));
    expect(errors).toEqual([`error variables ${at}: ${expected}`]);
  });

  it('refundCreate takes an input, whatever samples show', () => {
    expect(call('refundCreate', '{"orderId":"{{ order.id }}","notify":true}').slice(0, 3)).toEqual([
      `error variables ${at}: orderId: refundCreate has no argument "orderId". Write {"input": {"orderId": …}}.`,
      `error variables ${at}: notify: refundCreate has no argument "notify". Write {"input": {"notify": …}}.`,
      `error variables ${at}: refundCreate needs "input".`,
    ]);
    expect(
      call(
        'refundCreate',
        '{"input":{"orderId":"{{ order.id }}","notify":"yes","transactions":[{"orderId":"gid://shopify/Order/1","kind":"REFUNDS","gateway":"manual","amount":1.5}]}}',
      ).slice(0, 2),
    ).toEqual([
      `error variables ${at}: input.notify: yes is no Boolean. Write true or false.`,
      `error variables ${at}: input.transactions[0].kind: REFUNDS is no OrderTransactionKind. Did you mean REFUND?`,
    ]);
  });
});

describe('metafields that are written', () => {
  const metafields = (...list: readonly object[]): string[] =>
    call(
      'metafieldsSet',
      JSON.stringify({metafields: list.map((one) => ({ownerId: '{{ order.id }}', value: 'x', ...one}))}),
    );

  it.each([
    [
      {namespace: 'refund_recipes', key: 'ask', type: 'json', value: '{"by":"{{ order.id }}","n":{{ order.number }}}'},
      [],
    ],
    [
      {namespace: 'refund_recipes', key: 'ask', type: 'json', value: 'no'},
      [
        `error variables ${at}: metafields[0]: The type is json, and the value is no JSON. Write JSON within the text, quotes escaped.`,
      ],
    ],
    [
      {namespace: 'a', key: 'ask'},
      [`error key ${at}: metafields[0]: “a” is no metafield namespace: 3 to 255 letters, digits, - and _.`],
    ],
    [
      {namespace: '$app:x', key: 'ask'},
      [
        `warning key ${at}: metafields[0]: Flow can't see metafields that an app owns ($app:x). Use a namespace of the merchant, for example refund_recipes.`,
      ],
    ],
  ])('%j', (metafield, expected) => {
    expect(metafields(metafield)).toEqual(expected);
  });

  it('are 25 at most', () => {
    const many = Array.from({length: 26}, () => ({namespace: 'refund_recipes', key: 'ask'}));
    expect(metafields(...many)).toEqual([
      `error variables ${at}: metafields: There are 26 metafields; one request takes 25.`,
    ]);
  });
});

describe('what Liquid puts into JSON', () => {
  it.each([
    '{{ order.id | append: order.note }}',
    "{{ order.note | date: '%F' }}",
    '{{ order.id | url_decode }}',
    "{{ order.note | replace: '\"', '' }}",
    "{{ order.lineItems | map: 'title' | join: ', ' }}",
  ])('%s is still anybody’s words', (value) => {
    expect(call('tagsAdd', JSON.stringify({id: 'gid://shopify/Order/1', tags: value}))[0] ?? '').toContain(
      'error unsafe-text at api_call: tags: ',
    );
  });

  it('branches that belong together are taken together', () => {
    expect(
      call(
        'tagsAdd',
        '{"id":"gid://shopify/Order/1",{% if order.test %}"tags":"a"{% endif %}{% unless order.test %}"tags":"b"{% endunless %}}',
      ),
    ).toEqual([]);
    expect(call('tagsAdd', '{"id":"gid://shopify/Order/1","tags":{% if order.test %}"a"{% endif %}}')).toEqual([
      `warning blob-json ${at}: blob: On one way through the Liquid's branches the variables may not be JSON. Write JSON with Liquid in the place of values only.`,
    ]);
  });

  it('anybody’s words between quotes are an error', () => {
    expect(call('tagsAdd', '{"id":"{{ order.id }}","tags":["{{ order.note }}"]}')).toEqual([
      `error unsafe-text ${at}: tags[0]: {{ order.note }} is anybody's words: a quote or a line end in it breaks the request. Let Run code escape it, and put its output here.`,
    ]);
    expect(
      call(
        'tagsAdd',
        '{% capture all %}{{ order.customer.firstName | upcase }}{% endcapture %}{"id":"gid://shopify/Order/1","tags":"{{ all }}"}',
      )[0],
    ).toContain('error unsafe-text at api_call: tags: {{ all }}');
    expect(
      call(
        'tagsAdd',
        '{"id":"gid://shopify/Order/1","tags":[{% for t in order.tags %}"{{ t }}"{% unless forloop.last %},{% endunless %}{% endfor %}]}',
      )[0],
    ).toContain('error unsafe-text at api_call: tags[0]: {{ t }}');
  });

  it.each([
    '{"id":"{{ order.id }}","tags":["{{ order.note | sha256 }}","{{ order.createdAt | date: \'%F\' }}","{{ order.currencyCode }}"]}',
    '{"id":"gid://shopify/Order/{{ order.legacyResourceId }}","tags":["{{ order.refundClaim.compareDigest }}"]}',
    '{"id":"{% if order.test %}gid://shopify/Order/1{% else %}{{ order.id }}{% endif %}","tags":[{% for l in order.lineItems %}"{{ l.id }}"{% unless forloop.last %},{% endunless %}{% endfor %}]}',
  ])('ids, hashes, dates and digests may: %s', (blob) => {
    expect(call('tagsAdd', blob)).toEqual([]);
  });

  it('a text without quotes is no JSON; numbers and what Run code made may stand so', () => {
    expect(call('tagsAdd', '{"id":{{ order.id }},"tags":[]}')).toEqual([
      `error liquid-unquoted ${at}: id: {{ order.id }} is a text and stands without quotes: what comes out isn't JSON. Write "{{ order.id }}".`,
    ]);
    const made = runCode(
      '{ order { id } }',
      'export default () => ({start: "[", end: "]"})',
      'type Output { start: String! end: String! }',
    );
    const text = workflow(
      [
        ORDER_CREATED,
        step({id: 'a', ...made}),
        step({
          id: 'b',
          ...request('metafieldsSet', `{"metafields": {{ runCode.start }}{{ 'now' | date: '%s%N' }}{{ runCode.end }}}`),
        }),
      ],
      [link('start', 'output', 'a'), link('a', 'output', 'b')],
    );
    expect(said(text)).toEqual([]);
  });
});
