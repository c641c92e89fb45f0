import {InputError} from '../../core/index.ts';
import type {BinaryOperator} from '../format/index.ts';
import type {DateTime, Decimal, Float, Int, Money, Scalar} from './kinds.ts';
import {isRef, lastName, PATH, type Path, pathTo, type Ref, type Scoped, type ScopeOf} from './path.ts';

/** A condition before it is encoded. */
export type Expression =
  | {readonly is: 'compared'; readonly left: string; readonly operator: BinaryOperator; readonly right: Side}
  | {readonly is: 'checked'; readonly left: string; readonly present: boolean}
  | {readonly is: 'joined'; readonly by: 'AND' | 'OR'; readonly parts: readonly Expression[]}
  | {
      readonly is: 'over';
      readonly list: string;
      readonly item: string;
      readonly holds: 'ANY' | 'ALL' | 'NONE';
      readonly test: Expression;
    };

export type Side = {readonly literal: string | number | boolean} | {readonly path: string};

/** A condition over paths that exist in `Scope`. */
export interface Condition<out Scope> extends Scoped<Scope> {
  readonly expression: Expression;
}

type Leaf<L = unknown> = Scalar<string, L>;
type Ordered = Int | Float | Money | Decimal | DateTime;
type Words = Scalar<'String' | 'ID' | 'URL' | 'SafeText', string>;
/** A literal of the left side's kind, or a path to one. Money and decimals may be written as numbers. */
type Other<T extends Leaf, Scope> = T['#literal'] | (T extends Money | Decimal ? number : never) | Ref<T, Scope>;

type Compare<Allowed extends Leaf> = <T extends Allowed, Scope, Also = never>(
  left: Ref<T, Scope>,
  right: Other<NoInfer<T>, Also>,
) => Condition<Scope | Also>;

function compare<Allowed extends Leaf>(operator: BinaryOperator): Compare<Allowed> {
  return (left, right) => ({expression: {is: 'compared', left: left[PATH], operator, right: sideOf(right)}});
}

function sideOf(right: unknown): Side {
  return isRef(right) ? {path: right[PATH]} : {literal: right as string | number | boolean};
}

/** Texts are compared without regard to case. */
export const equals = compare<Leaf>('==');
export const differs = compare<Leaf>('!=');
export const greater = compare<Ordered>('>');
export const atLeast = compare<Ordered>('>=');
export const less = compare<Ordered>('<');
export const atMost = compare<Ordered>('<=');
export const startsWith = compare<Words>('start_with?');
export const endsWith = compare<Words>('end_with?');
export const contains = compare<Words>('include?');

/** One of several values. @throws {InputError} where one holds a comma: Flow separates them by it */
export function oneOf<T extends Leaf, Scope>(
  left: Ref<T, Scope>,
  values: readonly NoInfer<T['#literal']>[],
): Condition<Scope> {
  const split = values.find((value) => String(value).includes(','));
  if (split !== undefined) throw new InputError('condition', split, 'Flow separates the values by commas: use `or`.');
  return {expression: {is: 'compared', left: left[PATH], operator: 'in?', right: {literal: values.join(',')}}};
}

/** There and, where it is text, not empty. */
export const isPresent = <T extends Leaf, Scope>(left: Ref<T, Scope>): Condition<Scope> => ({
  expression: {is: 'checked', left: left[PATH], present: true},
});

/** Missing, or empty text. */
export const isMissing = <T extends Leaf, Scope>(left: Ref<T, Scope>): Condition<Scope> => ({
  expression: {is: 'checked', left: left[PATH], present: false},
});

const join =
  (by: 'AND' | 'OR') =>
  <Parts extends readonly [Condition<unknown>, Condition<unknown>, ...Condition<unknown>[]]>(
    ...parts: Parts
  ): Condition<ScopeOf<Parts[number]>> => ({
    expression: {is: 'joined', by, parts: parts.map(({expression}) => expression)},
  });

export const and = join('AND');
export const or = join('OR');

const over =
  (holds: 'ANY' | 'ALL' | 'NONE') =>
  <Item, Scope, Also = never>(
    list: Ref<readonly Item[], Scope>,
    test: <Inside>(item: Path<Item, Inside>) => Condition<Inside | Scope | Also>,
  ): Condition<Scope | Also> => {
    const item = `${lastName(list[PATH])}_item`;
    const {expression} = test<never>(pathTo(item));
    return {expression: {is: 'over', list: list[PATH], item, holds, test: expression}};
  };

export const any = over('ANY');
export const all = over('ALL');
export const none = over('NONE');
