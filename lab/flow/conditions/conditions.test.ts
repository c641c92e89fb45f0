import {describe, expect, it} from 'vitest';
import {holds, readCondition} from './index.ts';

const VALUES = {
  order: {
    name: '#1001',
    note: 'Call "first"\nplease',
    email: '',
    totalPrice: '56.95',
    tags: ['VIP', 'refund'],
    customer: null,
    createdAt: '2026-11-20T10:00:00Z',
    test: false,
    lineItems: [
      {title: 'Mok', quantity: 2, product: {tags: ['presale']}},
      {title: 'Plaid', quantity: 1, product: {tags: []}},
    ],
    status: 'PAID',
  },
  runCode: {go: true, none: 0, total: 10, limit: 10, last: '2026-11-20T10:00:00Z'},
};

const judge = (text: string, missing: 'nothingHolds' | 'asNull' = 'nothingHolds'): boolean =>
  holds(readCondition(text), VALUES, {missing});

describe('a condition written as text', () => {
  it.each([
    ["(order.name == '#1001')", true],
    ["order.status == 'paid'", true],
    ["(order.status != 'PAID')", false],
    ['(order.totalPrice > 56.94)', true],
    ['(order.totalPrice > 500)', false],
    ['(order.totalPrice == 56.95)', true],
    ['(runCode.go == true)', true],
    ['(order.test == false)', true],
    ['(runCode.total >= runCode.limit)', true],
    ['(order.createdAt == runCode.last)', true],
    ["(order.createdAt < '2026-11-21T00:00:00.000Z')", true],
    ["(order.note include? 'CALL \\\"first')", true],
    ["(order.note not_include? 'call')", false],
    ["(order.name start_with? '#10')", true],
    ["(order.name not_end_with? '1')", false],
    ["(order.status in? 'refunded, paid')", true],
    ["(runCode.total in? '9,10')", true],
    ["(runCode.none in? '1, ,2')", false],
    ["(order.totalPrice in? '56.950')", true],
    ["(order.status not_in? 'voided,pending')", true],
    ['(order.email empty_or_nil?)', true],
    ['(order.name not_empty_and_not_nil?)', true],
    ["(order.tags any? |tags_item| (tags_item == 'vip'))", true],
    ["(order.tags none? |tags_item| (tags_item == 'vip'))", false],
    ['(order.lineItems all? |li| (li.quantity > 1))', false],
    ["(order.lineItems any? |li| ((li.product.tags any? |t| (t == 'presale')) && (li.title == 'mok')))", true],
    ["((order.test == true) || (order.status == 'paid'))", true],
    ["(order.test == true) || ((order.status == 'paid') && (order.totalPrice < 10))", false],
  ])('%s is %s', (text, expected) => {
    expect(judge(text)).toBe(expected);
  });

  it('tells null from missing', () => {
    expect(judge("(order.customer.email != 'x')")).toBe(false);
    expect(judge("(order.customer.email != 'x')", 'asNull')).toBe(true);
    expect(judge('(order.customer.email empty_or_nil?)')).toBe(true);
    expect(judge('(order.customer nil?)')).toBe(true);
    expect(judge('(order.customer.ordersCount > 1)')).toBe(false);
  });

  it.each([
    ["(order.name == '{{ order.name }}')", 'Liquid'],
    ['(order.test == true) || (order.test == false) && (order.test == true)', 'mixes && and ||'],
    ["(order.name ~= 'x')", 'can’t be read from “~='],
    ["(order.name like? 'x')", 'like?'],
    ["(order.name == 'x'", 'ends where'],
    ["(order.name == 'x') order", 'goes on after its end'],
    ['(order..name nil?)', 'is no path'],
    [`${'('.repeat(60)}order.test nil?${')'.repeat(60)}`, 'too deep'],
    ['', 'ends where'],
  ])('refuses %s', (text, message) => {
    expect(() => judge(text)).toThrow(message);
  });
});

const value = (path: string): unknown => ({
  value: path,
  comparison_value_type: 'EnvironmentValue',
  full_environment_path: path,
});
const literal = (text: string): unknown => ({value: text, comparison_value_type: 'LiteralValue'});
const compared = (
  path: string,
  operator: string,
  text: string,
  type = 'EnvironmentScalarDefinition:String',
): unknown => ({
  lhs: value(path),
  rhs: literal(text),
  value_type: type,
  operator,
  operation_type: 'Comparison',
});
const logic = (lhs: unknown, rhs?: unknown, operator = 'AND'): unknown => ({
  lhs,
  ...(rhs === undefined ? {} : {rhs}),
  operator,
  operation_type: 'LogicalExpression',
});

describe('a condition exported as a tree', () => {
  it('compares, joins and goes over lists', () => {
    expect(judge(JSON.stringify(logic(compared('order.name', '==', '#1001'))))).toBe(true);
    expect(
      judge(JSON.stringify(logic(compared('runCode.go', '==', 'true', 'EnvironmentScalarDefinition:Boolean')))),
    ).toBe(true);
    expect(
      judge(JSON.stringify(logic(compared('order.totalPrice', '>', '500', 'EnvironmentScalarDefinition:Money')))),
    ).toBe(false);
    expect(
      judge(JSON.stringify(logic(compared('order.totalPrice', '>', '9', 'EnvironmentScalarDefinition:Money')))),
    ).toBe(true);
    expect(
      judge(JSON.stringify(logic(compared('order.totalPrice', '==', '56.950', 'EnvironmentScalarDefinition:Money')))),
    ).toBe(true);
    expect(judge(JSON.stringify(logic(compared('order.email', 'empty_or_nil?', ''))))).toBe(true);
    const either = logic(compared('order.name', '==', 'x'), compared('order.status', '==', 'paid'), 'OR');
    expect(judge(JSON.stringify(logic(either)))).toBe(true);
    const tagged = {
      array_path: value('order.tags'),
      array_item_key: value('tags_item'),
      operation: logic(compared('tags_item', '==', 'vip')),
      operator: 'ANY',
      operation_type: 'ArrayExpression',
    };
    expect(judge(JSON.stringify(logic(tagged)))).toBe(true);
  });

  it.each([
    ['{"operation_type":"LogicalExpression"', 'no JSON'],
    [JSON.stringify({operation_type: 'Guess'}), '"Guess"'],
    [JSON.stringify(logic(compared('order.name', 'is', 'x'))), '"is"'],
    [JSON.stringify(logic(compared('order.lineItems[0].title', '==', 'x'))), 'is no path'],
    [JSON.stringify(logic(compared('order.name', '==', 'x'), compared('order.name', '==', 'x'), 'XOR')), '"XOR"'],
  ])('refuses %s', (text, message) => {
    expect(() => judge(text)).toThrow(message);
  });
});
