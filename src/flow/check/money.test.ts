import {describe, expect, it} from 'vitest';
import {afterOrder, CLAIM_PATCH, link, ORDER_CREATED, request, step, workflow} from './foreign.fixture.ts';
import {said} from './said.fixture.ts';

describe('money', () => {
  const refund = step({id: 'r', ...request('refundCreate', '{"input":{"orderId":"{{ order.id }}"}}')});
  const claim = step({
    id: 'c',
    ...request(
      'metafieldsSet',
      '{"metafields":[{"ownerId":"{{ order.id }}","namespace":"refund_recipes","key":"claim","type":"json","value":"{}","compareDigest":"{{ order.refundClaim.compareDigest }}"}]}',
    ),
  });
  const won = step({
    id: 'q',
    task: 'shopify::flow::condition',
    type: 'CONDITION',
    fields: {condition: "(sendAdminApiRequest.metafields any? |m| (m.key == 'claim'))"},
  });
  const whole = (name: string) =>
    workflow(
      [ORDER_CREATED, claim, won, refund],
      [link('start', 'output', 'c'), link('c', 'output', 'q'), link('q', 'true', 'r')],
      [CLAIM_PATCH],
      name,
    );
  const bare = workflow([ORDER_CREATED, refund], [link('start', 'output', 'r')]);
  const unasked = workflow(
    [ORDER_CREATED, claim, refund],
    [link('start', 'output', 'c'), link('c', 'output', 'r')],
    [CLAIM_PATCH],
  );

  it('a claim that was won before it is in order', () => {
    expect(said(whole('Refund (A)'), {ours: true})).toEqual([]);
  });

  it('no claim is an error for ours and a warning for others', () => {
    const words =
      "money-without-claim: refundCreate runs without a claim before it: a second run of the workflow pays again. Write the order's claim with compareDigest first, and go on only where it was won.";
    expect(said(bare)).toEqual([`warning ${words}`]);
    expect(said(bare, {ours: true})).toEqual([
      `error ${words}`,
      'error letter: The workflow moves money and its name has no safety letter. End the name in (A) or (B).',
    ]);
  });

  const unproved =
    'warning money-without-claim: The claim is written, but nothing makes sure that it was won before refundCreate. Between the two, go on only where a condition finds the claim among the metafields that metafieldsSet answered.';

  it('a claim that nobody asks about is none', () => {
    expect(said(unasked)).toEqual([unproved]);
  });

  const asking = (test: string): string[] =>
    said(
      workflow(
        [ORDER_CREATED, claim, {...won, config_field_values: [{config_field_id: 'condition', value: test}]}, refund],
        [link('start', 'output', 'c'), link('c', 'output', 'q'), link('q', 'true', 'r')],
        [CLAIM_PATCH],
      ),
    );

  it.each([
    "(sendAdminApiRequest.metafields none? |m| (m.key == 'claim'))",
    "(sendAdminApiRequest.metafields all? |m| (m.key == 'claim'))",
    "(sendAdminApiRequest.metafields any? |m| (m.key != 'claim'))",
    '(sendAdminApiRequest.userErrors any? |e| (e.message not_empty_and_not_nil?))',
    "((sendAdminApiRequest.metafields any? |m| (m.key == 'claim')) || (order.test == false))",
    "(order.tags any? |m| (m == 'claim'))",
  ])('a condition that holds where the claim was lost proves nothing: %s', (test) => {
    expect(asking(test)).toEqual([unproved]);
  });

  it.each([
    "((order.test == false) && (sendAdminApiRequest.metafields any? |m| (m.key == 'claim')))",
    "((sendAdminApiRequest.metafields any? |m| (m.key == 'claim')) || (sendAdminApiRequest.metafields any? |m| (m.id not_empty_and_not_nil?)))",
    '(sendAdminApiRequest.userErrors none? |e| (e.message not_empty_and_not_nil?))',
  ])('a condition that holds only where it was won is enough: %s', (test) => {
    expect(asking(test)).toEqual([]);
  });

  it('the letter tells what the workflow does', () => {
    expect(said(whole('Ask (C)'))).toEqual([
      'error letter: The name says (C), no money, and this step sends refundCreate. Name it (A) or (B).',
    ]);
  });

  it('what a repeated step does is said', () => {
    const credit = request(
      'storeCreditAccountCredit',
      '{"id":"{{ order.customer.id }}","creditInput":{"creditAmount":{"amount":"5.00","currencyCode":"EUR"}}}',
    );
    expect(said(afterOrder(credit))[1]).toBe(
      'warning repeat: Flow repeats a step whose answer got lost, and nothing stops a second credit. Watch for doubles with the double-payment alarm.',
    );
    expect(said(afterOrder(request('giftCardCreate', '{"input":{"initialValue":"5.00"}}')))[1]).toBe(
      'warning repeat: Flow repeats a step whose answer got lost, and without a fixed code that makes a second gift card. Give the card a code that follows from the order.',
    );
  });
});
