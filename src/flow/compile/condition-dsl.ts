import type {Expression, Side} from '../builder/condition.ts';
import {InputError} from '../../core/index.ts';
import {unaryOf} from './condition-tree.ts';
import type {Kinds} from './kinds.ts';

/**
 * A condition as Flow's tool API writes it: `(order.tags any? |tags_item| (tags_item == 'vip'))`.
 * @throws {InputError} where a literal holds a single quote: the DSL has no way to write it
 */
export function dslOf(expression: Expression, kinds: Kinds): string {
  const write = (part: Expression): string => {
    switch (part.is) {
      case 'joined':
        return `(${part.parts.map(write).join(part.by === 'AND' ? ' && ' : ' || ')})`;
      case 'over':
        kinds.inside(part.list, part.item);
        return `(${part.list} ${part.holds.toLowerCase()}? |${part.item}| ${write(part.test)})`;
      case 'checked':
        return `(${part.left} ${unaryOf(kinds.of(part.left), part.present)})`;
      case 'compared':
        return `(${part.left} ${part.operator} ${sideOf(part.right, kinds.of(part.left))})`;
    }
  };
  return write(expression);
}

const UNQUOTED = /:(?:Int|Float|Money|Decimal|Boolean)$/;

function sideOf(side: Side, kind: string): string {
  if ('path' in side) return side.path;
  const text = String(side.literal);
  if (UNQUOTED.test(kind)) return text;
  if (text.includes("'"))
    throw new InputError('condition', text, 'Flow’s condition language has no way to write a single quote.');
  return `'${text}'`;
}
