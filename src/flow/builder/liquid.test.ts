import {describe, expect, it} from 'vitest';
import type {EnvironmentOrder, EnvironmentShop} from '../environment/environment.types.ts';
import {each, given, liquid, now, shifted} from './index.ts';
import {pathTo} from './path.ts';

const order = pathTo<EnvironmentOrder, 'root'>('order');
const shop = pathTo<EnvironmentShop, 'root'>('shop');

describe('liquid', () => {
  it('puts paths, texts, numbers and moments where they stand', () => {
    expect(
      liquid`${shop.name}: order ${order.name} has ${order.customer.firstName}, ${3} times, since ${now('%Y')}.`,
    ).toEqual({
      liquid:
        "{{ shop.name }}: order {{ order.name }} has {{ order.customer.firstName }}, 3 times, since {{ 'now' | date: '%Y' }}.",
    });
  });

  it('says the same of each item of a list, inside of which the outer paths stay', () => {
    expect(each(order.lineItems, (line) => liquid`${line.quantity} × ${line.title} of ${order.name}\n`).liquid).toBe(
      '{% for lineItems_item in order.lineItems %}{{ lineItems_item.quantity }} × {{ lineItems_item.title }} of {{ order.name }}\n{% endfor %}',
    );
  });

  it('says something only where a value is there', () => {
    expect(given(order.note, liquid`Note: ${order.note}`).liquid).toBe(
      '{% if order.note %}Note: {{ order.note }}{% endif %}',
    );
    expect(given(order.note, liquid`Note: ${order.note}`, liquid`No note`).liquid).toBe(
      '{% if order.note %}Note: {{ order.note }}{% else %}No note{% endif %}',
    );
  });

  it('counts from a date', () => {
    expect(liquid`created_at:<'${shifted('now', 'date_minus', '10 days')}'`.liquid).toBe(
      "created_at:<'{{ 'now' | date_minus: '10 days' }}'",
    );
    expect(shifted(order.createdAt, 'date_plus', '1 week').moment).toBe("order.createdAt | date_plus: '1 week'");
  });

  it('refuses words of ours that Flow would read as Liquid', () => {
    expect(() => liquid`Write {{ order.name }} here`).toThrow('text: "Write {{ order.name }} here" can\'t be used.');
    expect(() => liquid`${'{% raw %}'}`).toThrow('Flow reads {{ and {% as Liquid');
  });
});
