import {isFields} from '../read.ts';
import {BINARY, ConditionError, DEEPEST, type Operand, type Test, UNARY} from './model.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The condition of an export (encoding B): a JSON tree of logical expressions, comparisons and expressions over lists. */
export function readTree(value: unknown): Test {
  return node(value, 0);
}

function node(value: unknown, depth: number): Test {
  if (depth > DEEPEST) throw new ConditionError('it is nested too deep.');
  if (!isFields(value)) throw new ConditionError('a part of it is missing.');
  switch (value['operation_type']) {
    case 'LogicalExpression':
      return logical(value, depth);
    case 'Comparison':
      return comparison(value);
    case 'ArrayExpression':
      return over(value, depth);
    default:
      throw new ConditionError(`it has a part of the type ${JSON.stringify(value['operation_type']) ?? 'none'}.`);
  }
}

/** A chain of the same operator is one list; a single comparison is wrapped with `lhs` only. */
function logical(value: Fields, depth: number): Test {
  const left = node(value['lhs'], depth + 1);
  if (value['rhs'] === undefined || value['rhs'] === null) return left;
  const right = node(value['rhs'], depth + 1);
  const by = value['operator'];
  if (by !== 'AND' && by !== 'OR')
    throw new ConditionError(`its parts are joined by ${JSON.stringify(by) ?? 'nothing'}.`);
  const flat = (test: Test): readonly Test[] => (test.is === 'joined' && test.by === by ? test.parts : [test]);
  return {is: 'joined', by, parts: [...flat(left), ...flat(right)]};
}

function comparison(value: Fields): Test {
  const left = environmentPath(value['lhs'], 'the left side of a comparison');
  const {operator} = value;
  const valueType = typeof value['value_type'] === 'string' ? value['value_type'] : null;
  if (typeof operator !== 'string' || !(BINARY.has(operator) || UNARY.has(operator))) {
    throw new ConditionError(`${JSON.stringify(operator) ?? 'nothing'} is no operator.`);
  }
  if (UNARY.has(operator)) return {is: 'checked', left, operator, valueType};
  return {is: 'compared', left, operator, right: operand(value['rhs']), valueType};
}

function over(value: Fields, depth: number): Test {
  const list = environmentPath(value['array_path'], 'the list');
  const key = isFields(value['array_item_key']) ? value['array_item_key']['value'] : value['array_item_key'];
  const holds = value['operator'];
  if (typeof key !== 'string' || key === '') throw new ConditionError(`the items of ${list} have no name.`);
  if (holds !== 'ANY' && holds !== 'ALL' && holds !== 'NONE') {
    throw new ConditionError(
      `the list ${list} is asked ${JSON.stringify(holds) ?? 'nothing'}; it is ANY, ALL or NONE.`,
    );
  }
  return {is: 'over', list, item: key, holds, test: node(value['operation'], depth + 1)};
}

/** What it compares is `value`; `full_environment_path` says the same from the root and is left out by some exports. */
function environmentPath(side: unknown, what: string): string {
  const path = isFields(side) ? (side['value'] ?? side['full_environment_path']) : undefined;
  if (typeof path !== 'string' || path === '') throw new ConditionError(`${what} names no path.`);
  return path;
}

function operand(side: unknown): Operand {
  if (!isFields(side)) throw new ConditionError('the right side of a comparison is missing.');
  if (side['comparison_value_type'] === 'EnvironmentValue')
    return {path: environmentPath(side, 'the right side of a comparison')};
  const {value} = side;
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
    throw new ConditionError('the right side of a comparison has no value.');
  }
  return {literal: String(value), isText: null};
}
