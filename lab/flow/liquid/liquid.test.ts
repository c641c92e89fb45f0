import {describe, expect, it} from 'vitest';
import type {Demand} from '../environment/demand.ts';
import {flowLiquid} from './index.ts';

let nanoseconds = 1_795_348_800_123_456_789n;
const liquid = flowLiquid({now: () => nanoseconds++, currency: 'EUR'});

const VALUES = {
  order: {
    id: 'gid://shopify/Order/1001',
    name: '#1001',
    note: 'Call "first"\nplease',
    totalPrice: '56.95',
    createdAt: '2026-01-31T10:00:00Z',
    customer: null,
    tags: ['vip', 'new'],
    lineItems: [
      {id: 'a', title: 'Mok'},
      {id: 'b', title: 'Plaid'},
    ],
  },
};

const render = (text: string): string => liquid.render(text, VALUES);
const wanted = (text: string): Demand => {
  const demand: Demand = {};
  liquid.wants(text, demand);
  return demand;
};

describe('Liquid in Flow', () => {
  it.each([
    ['{{ order.name }} costs {{ order.totalPrice | money }}', '#1001 costs €56.95'],
    ['{{ order.note }}', 'Call "first"\nplease'],
    ['{{ order.customer.email }}', ''],
    ['{{ order.customer.email | default: "guest" }}', 'guest'],
    ['{% for item in order.lineItems %}{{ forloop.index }}:{{ item.title }} {% endfor %}', '1:Mok 2:Plaid '],
    ['{{ order.lineItems.id | size }}', '2'],
    ['{% assign n = order.lineItems.id | size %}{% if n > 1 %}many{% else %}few{% endif %}', 'many'],
    ['{{ order.createdAt | date_plus: "1 month" }}', '2026-02-28T10:00:00Z'],
    ['{{ order.createdAt | date_minus: "2 weeks" | date: "%Y-%m-%d" }}', '2026-01-17'],
    ['{{ "x" | sha256 | slice: 0, 8 }}', '2d711642'],
    ['{{ "x" | md5 }}', '9dd4e461268c8034f5c8564e155c67a6'],
    ['{{ "x" | hmac_sha256: "key" | slice: 0, 8 }}', '4fc3b7ea'],
    ['{{ order.tags | join: ", " }}', 'vip, new'],
  ])('%s', (text, expected) => {
    expect(render(text)).toBe(expected);
  });

  it('has the lab’s time for now, each reading a nanosecond later', () => {
    nanoseconds = 1_795_348_800_123_456_789n;
    expect(render("{{ 'now' | date: '%s%N' }}")).toBe('1795348800123456789');
    expect(render("{{ 'now' | date: '%s%N' }}")).toBe('1795348800123456790');
    expect(render("{{ 'now' | date: '%Y-%m-%d %H:%M' }}")).toBe('2026-11-22 12:00');
    expect(render("{{ 'now' | date_minus: '3 days' }}")).toBe('2026-11-19T12:00:00Z');
  });

  it.each([
    ['{{ order }}', 'single values only, and this is an object'],
    ['{{ order.lineItems }}', 'single values only, and this is a list'],
    ['{{ order.tags }}', 'single values only, and this is a list'],
    ['{{ order.createdAt | date_plus: "soon" }}', '"soon"'],
    ['{{ order.name', 'not closed'],
    ['{% for x in (1..99999999) %}x{% endfor %}', 'too much memory'],
    ['{% assign r = (1..9000) %}{% for a in r %}{% for b in r %}{% endfor %}{% endfor %}', 'took too long'],
    ['{% assign s = "xx" %}{% for i in (1..60) %}{% capture s %}{{ s }}{{ s }}{% endcapture %}{% endfor %}', 'memory'],
  ])('refuses to fill in %s', (text, message) => {
    expect(() => render(text)).toThrow(message);
  });

  it.each([
    ['{{ order.lineItems[0].title }}', 'no index'],
    ['{{ order["name"] }}', 'no index'],
    ['{{ order.lineItems.first.title }}', 'no .first'],
    ['{{ order.lineItems.size }}', 'no .size'],
    ['{{ order.lineItems.nodes }}', 'without nodes'],
    ['{% include "x" %}', 'no tag “include”'],
    ['{% increment x %}', 'no tag “increment”'],
    ['{{ order | json }}', 'no filter “json”'],
    ['{{ order.lineItems | first }}', 'The lab’s Liquid lacks the filter “first”, which Flow has.'],
    ['{{ order.lineItems | map: "title" | join }}', 'The lab’s Liquid lacks the filter “map”, which Flow has.'],
    ['{{ order.name | unheard_of }}', 'no filter “unheard_of”'],
    ['{{ order.name | slugify }}', 'no filter “slugify”'],
    ['{{ order.tags | sample }}', 'no filter “sample”'],
    ['{% assign at = "now" | date_to_xmlschema %}', 'no filter “date_to_xmlschema”'],
    ['{% if order.test %}{{ order.name | blake3 }}{% endif %}', 'lacks the filter “blake3”'],
    ['{% if order.lineItems.id | size > 0 %}x{% endif %}', ''],
  ])('refuses %s before it runs', (text, message) => {
    expect(() => wanted(text)).toThrow(message);
  });
});

describe('what a template reads', () => {
  it('is found through loops, assignments, filters and conditions', () => {
    expect(
      wanted(
        '{% assign lines = order.lineItems %}{% for line in lines %}{% if line.product.title == order.name %}{{ line.sku | default: shop.name }}{% endif %}{% endfor %}',
      ),
    ).toEqual({
      order: {lineItems: {product: {title: {}}, sku: {}}, name: {}},
      shop: {name: {}},
    });
    expect(
      wanted('{% case order.status %}{% when "a" %}{{ runCode.a }}{% else %}{{ runCode.b }}{% endcase %}'),
    ).toEqual({
      order: {status: {}},
      runCode: {a: {}, b: {}},
    });
    expect(wanted("{{ 'now' | date: '%s' }}{{ 3 | plus: count }}")).toEqual({count: {}});
    expect(
      wanted('{% unless order.test %}{% capture x %}{{ order.email }}{% endcapture %}{{ x }}{% endunless %}'),
    ).toEqual({
      order: {test: {}, email: {}},
    });
  });
});
