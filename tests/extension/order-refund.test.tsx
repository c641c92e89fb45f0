// @vitest-environment jsdom
/// <reference types="@shopify/ui-extensions/admin.order-details.action.render" />
import {getExtension} from '@shopify/ui-extensions-tester';
import {fireEvent} from '@testing-library/preact';
import {render} from 'preact';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {eventually} from './eventually.ts';
import {ORDER, WireShop} from './shop.ts';
import {shipped, translator} from './words.ts';

const TARGET = 'admin.order-details.action.render';
const extension = getExtension(TARGET, {configSearchDir: 'extensions/order-refund'});
const translate = translator(shipped('order-refund', 'en.default.json'));
const euros = (value: number): string => `€${value.toFixed(2)}`;

let shop: WireShop;

/** The source of the action under Shopify's own tester, which types and checks what it uses of the `shopify` object. */
describe('the order action under Shopify’s tester', () => {
  beforeEach(() => {
    extension.setUp();
    shop = new WireShop();
    extension.shopify.data.selected = [{id: ORDER}];
    extension.shopify.i18n.translate = vi.fn(translate) as unknown as typeof extension.shopify.i18n.translate;
    extension.shopify.i18n.formatCurrency = vi.fn((value: number | bigint) => euros(Number(value)));
    extension.shopify.i18n.formatDate = vi.fn(() => '22 Nov 2026');
    vi.stubGlobal('fetch', async (_url: string, init: {body: string}) => {
      const answer = await shop.wire(init);
      return new Response(answer.body, {status: answer.status});
    });
  });

  afterEach(() => {
    render(null, document.body);
    extension.tearDown();
    vi.unstubAllGlobals();
  });

  it('shows that it reads, then the plan', async () => {
    await extension.render();
    expect(document.querySelector('s-admin-action')?.getAttribute('heading')).toBe('Refund with a recipe');
    expect(document.body.textContent).toContain("Reading the order and Shopify's own figures…");
    await eventually(() =>
      expect(document.querySelector('s-admin-action')?.getAttribute('heading')).toBe('Refund #1001'),
    );
    expect(document.querySelectorAll('s-select[name=recipe] s-option')).toHaveLength(14);
  });

  it('puts the amount on the button while it is typed', async () => {
    await extension.render();
    const label = await eventually(() => field('amount:returnLabel'));
    expect(main().hasAttribute('disabled')).toBe(true);
    type(label, '7,45');
    await eventually(() => expect(main().textContent).toBe('Refund €14.40'));
    expect(main().hasAttribute('disabled')).toBe(false);
  });

  it('keeps what was typed when it is wrong, and says what to write', async () => {
    await extension.render();
    type(await eventually(() => field('amount:returnLabel')), '7,4x');
    await eventually(() => expect(field('amount:returnLabel').getAttribute('error')).toContain('in digits'));
    expect(main().hasAttribute('disabled')).toBe(true);
  });

  it('ends in words where Shopify refuses', async () => {
    shop.fail('OrderForRefund', 'refused');
    await extension.render();
    await eventually(() =>
      expect(document.querySelector('s-banner')?.textContent).toContain("don't have the permission"),
    );
  });

  it('closes on Cancel', async () => {
    const close = vi.fn();
    extension.shopify.close = close;
    await extension.render();
    await eventually(() => field('recipe'));
    const cancel = [...document.querySelectorAll('s-button')].find(({textContent}) => textContent === 'Cancel');
    if (cancel) fireEvent.click(cancel);
    expect(close).toHaveBeenCalledOnce();
  });
});

describe('should-render', () => {
  it('shows for one order, hides for several, and shows in doubt', async () => {
    const {default: shouldRender} = await import('../../extensions/order-refund/src/should-render.ts');
    const asked = (data: unknown): boolean => {
      vi.stubGlobal('shopify', {data});
      return shouldRender().display;
    };
    expect(asked({selected: [{id: ORDER}]})).toBe(true);
    expect(asked({selected: [{id: ORDER}, {id: 'gid://shopify/Order/2'}]})).toBe(false);
    expect(asked({})).toBe(true);
    expect(asked(undefined)).toBe(true);
    vi.unstubAllGlobals();
  });
});

function field(name: string): Element {
  const found = document.querySelector(`[name="${name}"]`);
  if (!found) throw new Error(`No field ${name}`);
  return found;
}

function main(): Element {
  const found = document.querySelector('s-button[slot=primary-action]');
  if (!found) throw new Error('No main button');
  return found;
}

function type(element: Element, value: string): void {
  Object.assign(element, {value});
  fireEvent.input(element);
}
