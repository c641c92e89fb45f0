// @vitest-environment jsdom
/// <reference types="@shopify/ui-extensions/admin.order-details.block.render" />
import {getExtension} from '@shopify/ui-extensions-tester';
import {fireEvent} from '@testing-library/preact';
import {render} from 'preact';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {answer, bag, payment, refund} from '../../src/adapters/order-answer.fixture.ts';
import {eventually} from './eventually.ts';
import {shipped, translator} from './words.ts';

const TARGET = 'admin.order-details.block.render';
const extension = getExtension(TARGET, {configSearchDir: 'extensions/order-refund-block'});
const translate = translator(shipped('order-refund-block', 'en.default.json'));

/** An order of which 15.00 was refunded on Shopify's own screen. */
const back = payment({
  id: 'gid://shopify/OrderTransaction/2',
  kind: 'REFUND',
  amountSet: bag('15.0'),
  parentTransaction: {id: 'gid://shopify/OrderTransaction/1'},
});
const {order} = answer({refunds: [refund({transactions: {nodes: [back]}})], netPaymentSet: bag('41.95')});
const DENIED = {errors: [{message: 'Access denied', extensions: {code: 'ACCESS_DENIED'}}]};

let answers: unknown[];

/** The source of the block under Shopify's own tester, which types and checks what it uses of the `shopify` object. */
describe('the order block under Shopify’s tester', () => {
  beforeEach(() => {
    extension.setUp();
    answers = [];
    extension.shopify.data.selected = [{id: order.id}];
    extension.shopify.i18n.translate = vi.fn(translate) as unknown as typeof extension.shopify.i18n.translate;
    extension.shopify.i18n.formatCurrency = vi.fn((value: number | bigint) => `€${Number(value).toFixed(2)}`);
    extension.shopify.i18n.formatDate = vi.fn(() => '22 Nov 2026');
    vi.stubGlobal('fetch', async () => new Response(JSON.stringify(answers.shift() ?? {data: {order}})));
  });

  afterEach(() => {
    render(null, document.body);
    extension.tearDown();
    vi.unstubAllGlobals();
  });

  it('shows that it reads, then what was refunded, with a summary for when it is collapsed', async () => {
    await extension.render();
    expect(document.body.textContent).toContain('Reading what was refunded…');
    expect(block().getAttribute('heading')).toBe('Refunds');
    await eventually(() => expect(block().getAttribute('collapsedSummary')).toBe('Refunded: €15.00'));
    expect(document.body.textContent).toContain('•••• 4242');
  });

  it('opens the action by navigation', async () => {
    const navigate = vi.fn();
    extension.shopify.navigation = {navigate};
    await extension.render();
    const open = await eventually(() => button('Refund with a recipe'));
    fireEvent.click(open);
    expect(navigate.mock.calls).toEqual([['extension://order-refund']]);
  });

  it('ends in words where Shopify refuses, and tries again', async () => {
    answers = [DENIED];
    await extension.render();
    await eventually(() =>
      expect(document.querySelector('s-banner')?.textContent).toContain("don't have the permission"),
    );
    fireEvent.click(button('Try again'));
    await eventually(() => expect(document.body.textContent).toContain('Refunded so far'));
  });
});

function block(): Element {
  const found = document.querySelector('s-admin-block');
  if (!found) throw new Error('No block');
  return found;
}

function button(label: string): Element {
  const found = [...document.querySelectorAll('s-button')].find(({textContent}) => textContent === label);
  if (!found) throw new Error(`No button ${label}`);
  return found;
}
