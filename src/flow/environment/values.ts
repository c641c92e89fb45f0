import type {Scalar} from '../builder/kinds.ts';

/**
 * The environment's types as values of Run code's input. Anything may be missing. Money, decimals, ids and big numbers arrive as text or as
 * numbers (UNCONFIRMED which: see docs/unconfirmed.md), so code has to take both.
 */
export type ValueOf<T> =
  T extends Scalar<infer Name, unknown>
    ? LeafOf<Name> | null
    : T extends readonly (infer Item)[]
      ? readonly ValueOf<Item>[]
      : {readonly [K in Exclude<keyof T, '#type'>]?: ValueOf<T[K]> | null};

type LeafOf<Name extends string> = Name extends 'Boolean'
  ? boolean
  : Name extends 'Int' | 'Float'
    ? number
    : Name extends 'ID' | 'Money' | 'Decimal' | 'DateTime'
      ? string | number
      : string;
