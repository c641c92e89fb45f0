import type {FieldRule} from './field-rules.ts';

export type FaultCode =
  | 'object'
  | 'unknown'
  | 'wrong'
  | 'twice'
  | 'gestureAsRefund'
  | 'withoutBonus'
  | 'otherAmount'
  | 'valueOfRemaining'
  | 'valueMissing'
  | 'percentage'
  | 'otherKinds'
  | 'capOfFixed'
  | 'rateWithoutShop'
  | 'followsOrder'
  | 'kindTwice'
  | 'feeWithoutItems'
  | 'amountBesideItems'
  | 'bonusAlone'
  | 'withoutItems'
  | 'withoutPart'
  | 'setByRecipe'
  | 'gestureToPayment'
  | 'zeroRate';

/**
 * What is wrong with one field of a recipe or of choices, without words: `issueOf` has them for files and commands; an
 * extension says the field in its own languages and doesn't ship the sentences.
 */
export interface Fault {
  /** For example `recipe.parts[0].amount.value`. */
  readonly field: string;
  /** What stood there; undefined where it is missing. */
  readonly value: unknown;
  readonly code: FaultCode;
  /** Of `wrong`: the rule that it breaks. */
  readonly rule?: FieldRule;
  /** What would be understood there. */
  readonly known?: readonly string[];
  /** The kind of part or amount that it stands beside, or the recipe's handle. */
  readonly of?: string;
}
