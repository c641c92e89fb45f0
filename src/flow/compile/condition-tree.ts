import type {Expression, Side} from '../builder/condition.ts';
import type {Comparison, ConditionNode, ConditionTree, LiteralValue, LogicalExpression} from '../format/index.ts';
import {uuidOf} from './ids.ts';
import type {Kinds} from './kinds.ts';

/**
 * A condition as Flow's export encodes it. A single comparison is wrapped in an AND; from three parts on, they are nested to the
 * right (which way Flow nests is not known, both mean the same: docs/unconfirmed.md, 1).
 * @param seed of the ids: workflow and step
 */
export function treeOf(expression: Expression, kinds: Kinds, ...seed: readonly string[]): ConditionTree {
  let count = 0;
  const next = () => uuidOf(...seed, 'condition', (count += 1));

  const logical = (part: Expression, parent: string | undefined): LogicalExpression => {
    const uuid = next();
    const parts = part.is === 'joined' ? part.parts : [part];
    const by = part.is === 'joined' ? part.by : 'AND';
    const [first, second, ...more] = parts;
    const rest: Expression | undefined =
      second && (more.length === 0 ? second : {is: 'joined', by, parts: [second, ...more]});
    return {
      uuid,
      ...(parent === undefined ? {} : {parent_uuid: parent}),
      lhs: node(first as Expression, uuid),
      ...(rest ? {rhs: node(rest, uuid)} : {}),
      operator: by,
      operation_type: 'LogicalExpression',
    };
  };

  const node = (part: Expression, parent: string): ConditionNode => {
    if (part.is === 'joined') return logical(part, parent);
    const uuid = next();
    if (part.is === 'over') {
      const array_path = {
        uuid: next(),
        parent_uuid: uuid,
        value: part.list,
        comparison_value_type: 'EnvironmentValue',
      } as const;
      const array_item_key = {...array_path, uuid: next(), value: part.item};
      kinds.inside(part.list, part.item);
      const operation = logical(part.test, uuid);
      const operator = part.holds;
      return {
        uuid,
        parent_uuid: parent,
        array_path,
        array_item_key,
        operation,
        operator,
        operation_type: 'ArrayExpression',
      };
    }
    const left = {
      uuid: next(),
      parent_uuid: uuid,
      value: part.left,
      comparison_value_type: 'EnvironmentValue',
      full_environment_path: part.left,
    } as const;
    const value_type = kinds.of(part.left);
    const operator = part.is === 'checked' ? unaryOf(value_type, part.present) : part.operator;
    const rhs = sideOf(part.is === 'checked' ? {literal: ''} : part.right, next(), uuid);
    return {uuid, parent_uuid: parent, lhs: left, rhs, value_type, operator, operation_type: 'Comparison'};
  };

  return logical(expression, undefined);
}

function sideOf(side: Side, uuid: string, parent_uuid: string): Comparison['rhs'] {
  if ('path' in side) {
    const {path} = side;
    return {uuid, parent_uuid, value: path, comparison_value_type: 'EnvironmentValue', full_environment_path: path};
  }
  return {uuid, parent_uuid, value: String(side.literal), comparison_value_type: 'LiteralValue'} satisfies LiteralValue;
}

/** Texts and ids are empty or not; everything else is there or not. */
export function unaryOf(
  kind: string,
  present: boolean,
): 'empty_or_nil?' | 'not_empty_and_not_nil?' | 'nil?' | 'not_nil?' {
  if (/:(?:String|ID|URL)$/.test(kind)) return present ? 'not_empty_and_not_nil?' : 'empty_or_nil?';
  return present ? 'not_nil?' : 'nil?';
}
