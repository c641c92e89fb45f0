import {describe, expect, it} from 'vitest';
import {
  all,
  and,
  any,
  atLeast,
  atMost,
  type Condition,
  contains,
  differs,
  endsWith,
  equals,
  isMissing,
  isPresent,
  less,
  none,
  oneOf,
  or,
  orderCreated,
  startsWith,
  workflow,
} from '../builder/index.ts';
import {pathTo} from '../builder/path.ts';
import type {EnvironmentOrder} from '../environment/environment.types.ts';
import {Kinds, dslOf, treeOf} from './index.ts';
import {uuidOf} from './ids.ts';

const order = pathTo<EnvironmentOrder, 'root'>('order');
const WORDS = {name: 'N', description: 'D', before: 'B'};
const {draft} = workflow(
  {
    handle: 'test-refrec',
    safety: 'none',
    categories: ['orders'],
    words: {en: WORDS, nl: WORDS},
    repeat: 'R',
    leaves: 'L',
    events: [],
  },
  orderCreated,
  () => {},
);
const kinds = new Kinds(draft());
const dsl = (condition: Condition<'root'>) => dslOf(condition.expression, kinds);
const tree = (condition: Condition<'root'>) => treeOf(condition.expression, kinds, 'w', 's');

describe('a condition in Flow’s language', () => {
  it.each([
    [equals(order.name, '#1001'), "(order.name == '#1001')"],
    [differs(order.displayFinancialStatus, 'PAID'), "(order.displayFinancialStatus != 'PAID')"],
    [equals(order.refundable, true), '(order.refundable == true)'],
    [atLeast(order.totalPriceSet.shopMoney.amount, '100.00'), '(order.totalPriceSet.shopMoney.amount >= 100.00)'],
    [atLeast(order.createdAt, '2026-11-22T00:00:00Z'), "(order.createdAt >= '2026-11-22T00:00:00Z')"],
    [less(order.createdAt, order.processedAt), '(order.createdAt < order.processedAt)'],
    [atMost(order.subtotalLineItemsQuantity, 3), '(order.subtotalLineItemsQuantity <= 3)'],
    [startsWith(order.name, '#1'), "(order.name start_with? '#1')"],
    [endsWith(order.email, '.nl'), "(order.email end_with? '.nl')"],
    [contains(order.note, 'urgent'), "(order.note include? 'urgent')"],
    [
      equals(order.customer.firstName, order.customer.lastName),
      '(order.customer.firstName == order.customer.lastName)',
    ],
    [oneOf(order.displayFinancialStatus, ['PAID', 'REFUNDED']), "(order.displayFinancialStatus in? 'PAID,REFUNDED')"],
    [isMissing(order.note), '(order.note empty_or_nil?)'],
    [isPresent(order.customer.id), '(order.customer.id not_empty_and_not_nil?)'],
    [isMissing(order.cancelledAt), '(order.cancelledAt nil?)'],
    [isPresent(order.totalPriceSet.shopMoney.amount), '(order.totalPriceSet.shopMoney.amount not_nil?)'],
    [any(order.tags, (tag) => equals(tag, 'vip')), "(order.tags any? |tags_item| (tags_item == 'vip'))"],
    [none(order.tags, (tag) => equals(tag, 'vip')), "(order.tags none? |tags_item| (tags_item == 'vip'))"],
    [
      all(order.lineItems, (line) => any(line.product.tags, (tag) => equals(tag, 'sale'))),
      "(order.lineItems all? |lineItems_item| (lineItems_item.product.tags any? |tags_item| (tags_item == 'sale')))",
    ],
    [
      or(and(equals(order.name, 'a'), equals(order.name, 'b')), equals(order.name, 'c')),
      "(((order.name == 'a') && (order.name == 'b')) || (order.name == 'c'))",
    ],
  ])('%#: %j', (condition, expected) => {
    expect(dsl(condition)).toBe(expected);
  });

  it('has no way to write a comma in a list', () => {
    expect(() => oneOf(order.name, ['a,b'])).toThrow(
      'condition: "a,b" can\'t be used. Flow separates the values by commas',
    );
  });

  it('has no way to write a single quote', () => {
    expect(() => dsl(equals(order.name, "it's"))).toThrow('no way to write a single quote');
  });
});

describe('a condition as an export has it', () => {
  const id = (count: number) => uuidOf('w', 's', 'condition', count);

  it('wraps a single comparison, and links every part to the one above', () => {
    expect(tree(equals(order.refundable, true))).toEqual({
      uuid: id(1),
      lhs: {
        uuid: id(2),
        parent_uuid: id(1),
        lhs: {
          uuid: id(3),
          parent_uuid: id(2),
          value: 'order.refundable',
          comparison_value_type: 'EnvironmentValue',
          full_environment_path: 'order.refundable',
        },
        rhs: {uuid: id(4), parent_uuid: id(2), value: 'true', comparison_value_type: 'LiteralValue'},
        value_type: 'EnvironmentScalarDefinition:Boolean',
        operator: '==',
        operation_type: 'Comparison',
      },
      operator: 'AND',
      operation_type: 'LogicalExpression',
    });
  });

  it('writes keys in the order of an export', () => {
    expect(Object.keys(tree(equals(order.refundable, true)).lhs)).toEqual([
      'uuid',
      'parent_uuid',
      'lhs',
      'rhs',
      'value_type',
      'operator',
      'operation_type',
    ]);
  });

  it('goes through a list with an item of its own', () => {
    expect(tree(any(order.tags, (tag) => equals(tag, 'vip')))).toMatchObject({
      lhs: {
        array_path: {value: 'order.tags', parent_uuid: id(2), comparison_value_type: 'EnvironmentValue'},
        array_item_key: {value: 'tags_item', parent_uuid: id(2), comparison_value_type: 'EnvironmentValue'},
        operation: {
          parent_uuid: id(2),
          lhs: {
            lhs: {value: 'tags_item', full_environment_path: 'tags_item'},
            rhs: {value: 'vip'},
            value_type: 'EnvironmentScalarDefinition:String',
            operator: '==',
          },
          operator: 'AND',
        },
        operator: 'ANY',
        operation_type: 'ArrayExpression',
      },
    });
  });

  it('nests three parts to the right, an enumeration by its name, and an empty text beside a check', () => {
    const {lhs, rhs, operator} = tree(
      or(oneOf(order.displayFinancialStatus, ['PAID']), isMissing(order.note), isPresent(order.cancelledAt)),
    );
    expect(operator).toBe('OR');
    expect(lhs).toMatchObject({value_type: 'EnvironmentEnumDefinition:OrderDisplayFinancialStatus', operator: 'in?'});
    expect(rhs).toMatchObject({
      operation_type: 'LogicalExpression',
      operator: 'OR',
      lhs: {operator: 'empty_or_nil?', rhs: {value: '', comparison_value_type: 'LiteralValue'}},
      rhs: {operator: 'not_nil?', value_type: 'EnvironmentScalarDefinition:DateTime'},
    });
  });

  it('refuses a path that leads nowhere, and a list that is compared', () => {
    const nowhere = pathTo<EnvironmentOrder['name'], 'root'>('order.nick');
    expect(() => tree(equals(nowhere, 'x'))).toThrow('path: "order.nick" can\'t be used. It leads nowhere');
    const list = pathTo<EnvironmentOrder['name'], 'root'>('order.tags');
    expect(() => tree(equals(list, 'x'))).toThrow('path: "order.tags" can\'t be used. It is a list');
    const single = pathTo<EnvironmentOrder['tags'], 'root'>('order.name');
    expect(() => tree(any(single, (tag) => equals(tag, 'x')))).toThrow(
      'path: "order.name" can\'t be used. It is no list.',
    );
  });
});
