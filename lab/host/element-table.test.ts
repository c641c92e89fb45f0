import {describe, expect, it} from 'vitest';
import {elementsFor, type ElementTable} from './element-table.ts';
import generated from './elements.generated.json' with {type: 'json'};

const table = generated as ElementTable;

describe('elementsFor', () => {
  it('gives an action its own elements and not those of blocks and pages', () => {
    const tags = Object.keys(elementsFor(table, 'admin.order-details.action.render'));
    expect(tags).toHaveLength(55);
    expect(tags).toContain('s-admin-action');
    expect(tags.filter((tag) => ['s-form', 's-page', 's-modal', 's-admin-block'].includes(tag))).toEqual([]);
  });

  it('knows that the money field of 2026-07 has no currency, and that its value is a string', () => {
    const field = elementsFor(table, 'admin.order-details.action.render')['s-money-field'];
    expect(field?.properties).not.toHaveProperty('currencyCode');
    expect(field?.properties['value']).toBe('string');
    expect(field?.events).toEqual(['blur', 'change', 'focus', 'input']);
  });

  it('names events as the DOM does', () => {
    expect(table.elements['s-table']?.events).toEqual(['nextpage', 'previouspage']);
  });

  it('refuses a target that Shopify does not have', () => {
    expect(() => elementsFor(table, 'admin.order.render')).toThrow('admin.order.render is not an admin target');
  });
});
