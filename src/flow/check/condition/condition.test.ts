import {describe, expect, it} from 'vitest';
import {condition} from '../foreign.fixture.ts';
import {said} from '../said.fixture.ts';
import {readCondition} from './index.ts';

const at = (path: string): string => `at condition: ${path}`;

describe('both encodings read as one', () => {
  const tree = JSON.stringify({
    uuid: '1',
    lhs: {
      uuid: '2',
      lhs: {value: 'order.name', comparison_value_type: 'EnvironmentValue'},
      rhs: {value: 'x', comparison_value_type: 'LiteralValue'},
      value_type: 'EnvironmentScalarDefinition:String',
      operator: 'start_with?',
      operation_type: 'Comparison',
    },
    rhs: {
      array_path: {value: 'order.tags', comparison_value_type: 'EnvironmentValue'},
      array_item_key: {value: 'tags_item'},
      operator: 'NONE',
      operation: {
        lhs: {
          lhs: {value: 'tags_item', comparison_value_type: 'EnvironmentValue'},
          rhs: {value: '', comparison_value_type: 'LiteralValue'},
          operator: 'empty_or_nil?',
          operation_type: 'Comparison',
        },
        operator: 'AND',
        operation_type: 'LogicalExpression',
      },
      operation_type: 'ArrayExpression',
    },
    operator: 'OR',
    operation_type: 'LogicalExpression',
  });

  it('a tree', () => {
    expect(readCondition(tree)).toEqual({
      is: 'joined',
      by: 'OR',
      parts: [
        {
          is: 'compared',
          left: 'order.name',
          operator: 'start_with?',
          right: {literal: 'x', isText: null},
          valueType: 'EnvironmentScalarDefinition:String',
        },
        {
          is: 'over',
          list: 'order.tags',
          item: 'tags_item',
          holds: 'NONE',
          test: {is: 'checked', left: 'tags_item', operator: 'empty_or_nil?', valueType: null},
        },
      ],
    });
  });

  it('the language', () => {
    expect(
      readCondition("((order.name start_with? 'x') || (order.tags none? |tags_item| (tags_item empty_or_nil?)))"),
    ).toEqual({
      is: 'joined',
      by: 'OR',
      parts: [
        {
          is: 'compared',
          left: 'order.name',
          operator: 'start_with?',
          right: {literal: 'x', isText: true},
          valueType: null,
        },
        {
          is: 'over',
          list: 'order.tags',
          item: 'tags_item',
          holds: 'NONE',
          test: {is: 'checked', left: 'tags_item', operator: 'empty_or_nil?', valueType: null},
        },
      ],
    });
    expect(readCondition('order.number>=10&&order.test==true&&order.createdAt<order.updatedAt')).toEqual({
      is: 'joined',
      by: 'AND',
      parts: [
        {is: 'compared', left: 'order.number', operator: '>=', right: {literal: '10', isText: false}, valueType: null},
        {is: 'compared', left: 'order.test', operator: '==', right: {literal: 'true', isText: false}, valueType: null},
        {is: 'compared', left: 'order.createdAt', operator: '<', right: {path: 'order.updatedAt'}, valueType: null},
      ],
    });
  });
});

describe('conditions that are in order', () => {
  it.each([
    '(order.totalPrice > 500)',
    "order.name include? 'x'",
    "(order.displayFinancialStatus == 'paid')",
    "(order.displayFinancialStatus in? 'PAID, partially_refunded')",
    '(order.refundClaim.value not_empty_and_not_nil?)',
    "(order.lineItems any? |l| (l.product.tags any? |t| (t == 'presale')))",
    "((order.createdAt > '2026-06-05T04:00:00.000Z') && ((order.test == false) || (order.cancelledAt not_nil?)))",
    '(order.customer.id not_empty_and_not_nil?)',
    '(order.createdAt < order.updatedAt)',
  ])('%s', (text) => {
    expect(said(condition(text))).toEqual([]);
  });
});

describe('conditions that are not', () => {
  it.each([
    [
      "(order.tags include? 'x')",
      [
        `error list ${at('order.tags')}: order.tags goes through a list; a condition asks about its items. Use any?, all? or none? on the list.`,
      ],
    ],
    [
      "(order.note == '')",
      [
        `warning empty-text ${at('order.note')}: order.note is compared with an empty text; a missing one is something else. Use empty_or_nil? or not_empty_and_not_nil?.`,
      ],
    ],
    [
      "((order.name == 'a') && (order.email == 'b') || (order.test == true))",
      [
        "error condition at condition: The condition can't be read: && and || stand on one level: put brackets around those that belong together.",
      ],
    ],
    [
      "(order.displayFinancialStatus == 'payd')",
      [
        `error value-type ${at('order.displayFinancialStatus')}: “payd” is no OrderDisplayFinancialStatus (order.displayFinancialStatus). Did you mean PAID?`,
      ],
    ],
    [
      '(order.test > true)',
      [`error operator ${at('order.test')}: > puts values in order, and Boolean has none. Use == or !=.`],
    ],
    [
      "(order.totalPrice include? '5')",
      [
        `error operator ${at('order.totalPrice')}: include? is for texts; order.totalPrice is Money. Compare with == or another operator.`,
      ],
    ],
    [
      "(order.createdAt > 'yesterday')",
      [
        `error value-type ${at('order.createdAt')}: “yesterday” is no value for order.createdAt (DateTime). Write a date, for example 2026-06-05T04:00:00.000Z.`,
      ],
    ],
    [
      "(order.number in? '1,b')",
      [
        `error value-type ${at('order.number')}: “b” is no value for order.number (Int). Write a number, for example 10.00.`,
      ],
    ],
    [
      '(order.totalPrice empty_or_nil?)',
      [`error operator ${at('order.totalPrice')}: empty_or_nil? isn't for Money. Use nil?.`],
    ],
    [
      '(order.note not_nil?)',
      [`error operator ${at('order.note')}: not_nil? isn't for String. Use not_empty_and_not_nil?.`],
    ],
    [
      '(order.number > order.name)',
      [`error value-type ${at('order.number')}: Int is compared with order.name, which is String.`],
    ],
    [
      '(order.customer == 1)',
      [
        `error object ${at('order.customer')}: order.customer is Customer, not a single value. Go on to one of its fields.`,
      ],
    ],
    [
      "(order.financialStatus == 'paid')",
      [
        `error path ${at('order.financialStatus')}: “order.financialStatus”: Order has no "financialStatus". Did you mean displayFinancialStatus?`,
      ],
    ],
    [
      "(order.lineItems.nodes any? |n| (n.title == 'x'))",
      [
        `error path ${at('order.lineItems.nodes')}: “order.lineItems.nodes”: in Flow a list is a plain list, without "nodes". Write order.lineItems.`,
        `note not-checked ${at('n.title')}: Not checked: the items of order.lineItems.nodes.`,
      ],
    ],
    [
      "(order.customer any? |c| (c.id == '1'))",
      [
        `error not-a-list ${at('order.customer')}: order.customer is no list. Compare it without any?, all? or none?.`,
        `note not-checked ${at('c.id')}: Not checked: the items of order.customer.`,
      ],
    ],
    [
      "(order.agreements any? |a| (a.id == '1'))",
      [
        `note not-checked ${at('order.agreements')}: Not checked: “order.agreements”: Order.agreements.`,
        `note not-checked ${at('a.id')}: Not checked: the items of order.agreements.`,
      ],
    ],
    [
      "(order.name == '{{ x }}')",
      ["error condition at condition: The condition can't be read: it holds Liquid, which conditions have not."],
    ],
    [
      "(order.name = 'x')",
      ["error condition at condition: The condition can't be read: an operator belongs where “= 'x')” stands."],
    ],
    ["(order.name == 'x'", ["error condition at condition: The condition can't be read: a bracket isn't closed."]],
    ["(order.name == 'x)", ["error condition at condition: The condition can't be read: the text 'x) isn't closed."]],
    [
      "(order.name sounds_like? 'x')",
      ["error condition at condition: The condition can't be read: “sounds_like?” is no operator."],
    ],
    ['{', ["error condition at condition: The condition can't be read: its JSON can't be read."]],
    [
      '{"operation_type":"Comparison"}',
      ["error condition at condition: The condition can't be read: the left side of a comparison names no path."],
    ],
  ])('%s', (text, expected) => {
    expect(said(condition(text))).toEqual(expected);
  });
});
