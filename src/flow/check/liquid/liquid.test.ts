import {describe, expect, it} from 'vitest';
import {afterOrder, mail} from '../foreign.fixture.ts';
import {said} from '../said.fixture.ts';

describe('Liquid that Flow reads', () => {
  it.each([
    '{{ order.note }}',
    '{{ order.lineItems.id | size }}',
    '{{ order.tags | join: ", " }}',
    '{% for item in order.lineItems %}{{ item.title }}: {{ item.quantity }}{% unless forloop.last %}, {% endunless %}{% endfor %}',
    '{% assign n = order.lineItems.id | size %}{% if n > 2 %}{{ n }}{% endif %}',
    '{% for item in order.lineItems %}{% assign last = item.title %}{% endfor %}{{ last }}',
    "{{ 'now' | date_plus: '1 day' | date: '%s%N' }}",
    '{{ order.totalPriceSet.shopMoney.amount | money }}',
    '{% raw %}{{ anything }}{% endraw %}{% comment %}{{ other }}{% endcomment %}',
    '{% if order.note == blank %}none{% elsif order.customer.firstName or shop.name %}some{% endif %}',
    '{% capture words %}{{ order.name }}{% endcapture %}{{ words | upcase }}',
    '{{ shop.name | default: "the shop" | sha256 }}',
    '{% for tag in order.tags limit: 2 %}{{ tag }}{% endfor %}{% for tag in order.tags offset: continue %}{{ tag }}{% endfor %}',
  ])('%s', (message) => {
    expect(said(afterOrder(mail(message)))).toEqual([]);
  });
});

describe('Liquid that it does not', () => {
  it.each([
    [
      '{{ order.lineItems }}',
      'liquid-output at message: “order.lineItems” is a list; Flow puts out single values only. Name one of its fields.',
    ],
    [
      '{{ order.tags }}',
      'liquid-output at message: “order.tags” is a list; Flow puts out single values only. Join it (| join: ", "), count it (| size) or go through it with a for tag.',
    ],
    [
      '{{ order.customer }}',
      'liquid-output at message: “order.customer” is an object; Flow puts out single values only. Name one of its fields.',
    ],
    [
      '{{ order.lineItems | size }}',
      'liquid-size at message: Flow counts the values of a field, not objects. Name a field of the items: {{ order.lineItems.id | size }}.',
    ],
    [
      '{{ order.lineItems[0].title }}',
      "liquid-index at message: “order.lineItems[0].title” takes one item of a list by its number, which Flow's Liquid can't. Go through the list with a for tag.",
    ],
    [
      '{{ order.tags.first }}',
      'liquid-property at message: Flow\'s Liquid has no ".first" (“order.tags.first”). Go through the list with a for tag.',
    ],
    [
      '{{ order.tags.size }}',
      'liquid-property at message: Flow\'s Liquid has no ".size" (“order.tags.size”). Count values: {{ order.tags | size }}, of objects those of a field, order.tags.id.',
    ],
    [
      '{{ order.note | json }}',
      "liquid-filter at message: Flow's Liquid has no filter json. Let Run code make the JSON and put its output here.",
    ],
    ['{{ order.note | upcaze }}', "liquid-filter at message: Flow's Liquid has no filter upcaze. Did you mean upcase?"],
    [
      '{% for item in order.lineItems %}{{ item.nope }}{% endfor %}',
      'path at message: “item.nope”: LineItem has no "nope".',
    ],
    [
      '{% for item in order.customer %}{% endfor %}',
      'liquid-loop at message: “{% for item in order.customer %}” goes through something that is no list.',
    ],
    [
      '{% for t in order.tags %}{{ t }}{% endfor %}{{ t }}',
      'path at message: Nothing before this step gives “t”. Here are: order, shop.',
    ],
    [
      '{% if order.test %}a{% else %}{{ order.nope }}{% endif %}',
      'path at message: “order.nope”: Order has no "nope". Did you mean note?',
    ],
    ['{{ customer.email }}', 'path at message: Nothing before this step gives “customer”. Here are: order, shop.'],
    [
      '{{ order.lineItems.edges }}',
      'path at message: “order.lineItems.edges”: in Flow a list is a plain list, without "edges". Write order.lineItems.',
    ],
    ['{{ order.name.length }}', 'path at message: “order.name.length” goes on after String, which has no parts.'],
    ['{% render "part" %}', "liquid-tag at message: Flow's Liquid has no tag render."],
    ['{{ order.name', 'liquid at message: The Liquid can\'t be read: output "{{ order.name" not closed (line 1).'],
    [
      '{% if order.test %}',
      "liquid at message: The Liquid can't be read: tag {% if order.test %} not closed (line 1).",
    ],
    [
      '\n{% if order.customer.displayName contains "somebody" %}',
      'liquid at message: The Liquid can\'t be read: tag {% if order.customer.displayName contains "somebody" … (line 2).',
    ],
  ])('%s', (message, expected) => {
    expect(said(afterOrder(mail(message)))).toEqual([`error ${expected}`]);
  });

  it('what can not be known is a note', () => {
    expect(
      said(afterOrder(mail('{{ order.agreements.id | size }}{{ order.totalPrice | money_with_currency }}'))),
    ).toEqual([
      'note not-checked at message: Not checked: “order.agreements.id”: Order.agreements.',
      'note not-checked at message: Not checked: whether Flow has the filter money_with_currency.',
    ]);
  });
});
