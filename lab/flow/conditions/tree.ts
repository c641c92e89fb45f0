/** Conditions as Flow's editor exports them: a JSON tree in a string (facts §4, encoding B). */
import {asText, FlowProblem, isRecord, words} from '../problem.ts';
import {say} from '../said.ts';
import type {Said} from '../types.ts';
import {type Condition, isOperator, isUnary, type Operand, pathOf} from './ast.ts';

/** @throws FlowProblem */
export function readTree(text: string): Condition {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new FlowProblem(say`The condition’s tree is no JSON: ${words(error)}`);
  }
  return node(value);
}

function node(value: unknown): Condition {
  if (!isRecord(value)) throw new FlowProblem(say`A part of the condition’s tree is no object.`);
  switch (value['operation_type']) {
    case 'LogicalExpression':
      return logic(value);
    case 'Comparison':
      return comparison(value);
    case 'ArrayExpression':
      return list(value);
    default:
      throw new FlowProblem(say`The condition’s tree holds an unknown part, "${String(value['operation_type'])}".`);
  }
}

function logic(value: Record<string, unknown>): Condition {
  const {operator} = value;
  const parts = [node(value['lhs']), ...(isRecord(value['rhs']) ? [node(value['rhs'])] : [])];
  const [only] = parts;
  if (parts.length === 1 && only) return only;
  if (operator !== 'AND' && operator !== 'OR')
    throw new FlowProblem(say`"${String(operator)}" joins no conditions: AND and OR do.`);
  return {is: 'logic', operator, parts};
}

function comparison(value: Record<string, unknown>): Condition {
  const operator = String(value['operator']);
  if (!isOperator(operator))
    throw new FlowProblem(say`The condition compares with "${operator}", which Flow doesn’t know.`);
  const path = environmentPath(value['lhs'], say`The left side of a comparison is no value of the workflow.`);
  return {
    is: 'comparison',
    path,
    operator,
    right: isUnary(operator) ? null : operand(value['rhs'], String(value['value_type'])),
  };
}

const NUMBERS = new Set(['Int', 'Float', 'Money', 'Decimal']);

function operand(value: unknown, valueType: string): Operand {
  if (!isRecord(value)) throw new FlowProblem(say`A comparison of the condition has no right side.`);
  if (value['comparison_value_type'] === 'EnvironmentValue')
    return {path: environmentPath(value, say`The right side of a comparison is no value of the workflow.`)};
  const literal = value['value'];
  if (typeof literal === 'number' || typeof literal === 'boolean') return {literal};
  const text = asText(literal);
  const scalar = valueType.split(':').at(-1) ?? '';
  if (scalar === 'Boolean' && (text === 'true' || text === 'false')) return {literal: text === 'true'};
  if (NUMBERS.has(scalar) && /^-?\d+(\.\d+)?$/.test(text)) return {literal: Number(text)};
  return {literal: text};
}

function environmentPath(value: unknown, otherwise: Said): readonly string[] {
  if (!isRecord(value) || value['comparison_value_type'] !== 'EnvironmentValue') {
    throw new FlowProblem(otherwise);
  }
  const path = pathOf(String(value['value']));
  if (!path) throw new FlowProblem(say`"${String(value['value'])}" in the condition is no path.`);
  return path;
}

function list(value: Record<string, unknown>): Condition {
  const operator = String(value['operator']);
  if (operator !== 'ANY' && operator !== 'ALL' && operator !== 'NONE') {
    throw new FlowProblem(say`The condition goes over a list with "${operator}": ANY, ALL and NONE do that.`);
  }
  const item = isRecord(value['array_item_key']) ? String(value['array_item_key']['value']) : '';
  if (pathOf(item)?.length !== 1) throw new FlowProblem(say`"${item}" is no name for the items of a list.`);
  return {
    is: 'list',
    operator,
    path: environmentPath(value['array_path'], say`The list side of a comparison is no value of the workflow.`),
    item,
    body: node(value['operation']),
  };
}
