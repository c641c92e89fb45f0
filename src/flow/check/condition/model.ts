/** A condition, whichever encoding it was read from. */
export type Test =
  | {readonly is: 'joined'; readonly by: 'AND' | 'OR'; readonly parts: readonly Test[]}
  | {
      readonly is: 'compared';
      readonly left: string;
      readonly operator: string;
      readonly right: Operand;
      /** What the file says that it compares, in exports. */
      readonly valueType: string | null;
    }
  | {readonly is: 'checked'; readonly left: string; readonly operator: string; readonly valueType: string | null}
  | {
      readonly is: 'over';
      readonly list: string;
      readonly item: string;
      readonly holds: 'ANY' | 'ALL' | 'NONE';
      readonly test: Test;
    };

/** `isText`: it stood in quotes; null where the encoding doesn't tell. */
export type Operand = {readonly literal: string; readonly isText: boolean | null} | {readonly path: string};

export const UNARY: ReadonlySet<string> = new Set(['empty_or_nil?', 'not_empty_and_not_nil?', 'nil?', 'not_nil?']);
export const EMPTINESS: ReadonlySet<string> = new Set(['empty_or_nil?', 'not_empty_and_not_nil?']);
export const ON_TEXT: ReadonlySet<string> = new Set([
  'start_with?',
  'not_start_with?',
  'end_with?',
  'not_end_with?',
  'include?',
  'not_include?',
]);
export const BINARY: ReadonlySet<string> = new Set(['==', '!=', '>', '>=', '<', '<=', 'in?', 'not_in?', ...ON_TEXT]);

/** A condition that can't be read. */
export class ConditionError extends Error {
  override readonly name = 'ConditionError';
}

/** Deeper than anybody writes; beyond it reading would only use up the stack. */
export const DEEPEST = 100;
