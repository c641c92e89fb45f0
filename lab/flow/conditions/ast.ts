/** A condition, from whichever encoding. */
export type Condition =
  | {readonly is: 'logic'; readonly operator: 'AND' | 'OR'; readonly parts: readonly Condition[]}
  | {
      readonly is: 'comparison';
      readonly path: readonly string[];
      readonly operator: Operator;
      readonly right: Operand | null;
    }
  | {
      readonly is: 'list';
      readonly operator: 'ANY' | 'ALL' | 'NONE';
      readonly path: readonly string[];
      readonly item: string;
      readonly body: Condition;
    };

export type Operand = {readonly literal: string | number | boolean} | {readonly path: readonly string[]};

const BINARY = [
  '==',
  '!=',
  '>',
  '>=',
  '<',
  '<=',
  'start_with?',
  'not_start_with?',
  'end_with?',
  'not_end_with?',
  'include?',
  'not_include?',
  'in?',
  'not_in?',
] as const;

const UNARY = ['empty_or_nil?', 'not_empty_and_not_nil?', 'nil?', 'not_nil?'] as const;

export type Operator = (typeof BINARY)[number] | (typeof UNARY)[number];

export const isUnary = (operator: string): operator is (typeof UNARY)[number] =>
  (UNARY as readonly string[]).includes(operator);

export const isOperator = (operator: string): operator is Operator =>
  isUnary(operator) || (BINARY as readonly string[]).includes(operator);

const NAME = /^[A-Za-z_]\w*$/;

/** `order.customer.email` in its parts; null where it is no path. */
export function pathOf(text: string): readonly string[] | null {
  const parts = text.trim().split('.');
  return parts.every((part) => NAME.test(part)) ? parts : null;
}
