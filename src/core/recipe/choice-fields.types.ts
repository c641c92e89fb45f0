import type {Money} from '../money/types.ts';
import type {Destination, Ground, PartKind} from './types.ts';

/**
 * One thing that staff may set for this order and recipe. The order action draws its form from these, the command line lists
 * them, and both send back `Choices`.
 */
export type ChoiceField =
  | {readonly field: 'ground'; readonly value: Ground; readonly options: readonly Ground[]}
  | {
      readonly field: 'quantity';
      readonly lineId: string;
      readonly name: string;
      readonly sku: string | null;
      readonly value: number;
      /** The most that can be refunded now. */
      readonly max: number;
      readonly sold: number;
      /** Why `max` is below what was sold, if it is. */
      readonly blocked: 'onOpenReturn' | 'alreadyRefunded' | null;
      /** What all `max` units bring, tax included. */
      readonly worth: Money;
      readonly restock: 'return' | 'cancel' | 'none';
      readonly restockable: boolean;
    }
  | {
      readonly field: 'amount';
      readonly kind: PartKind;
      /** A decimal string, or empty where staff still have to type it. */
      readonly value: string;
      readonly currency: string;
      /** The most that is accepted; null where only the shop's own judgement limits it. */
      readonly max: Money | null;
      readonly required: boolean;
    }
  | {readonly field: 'creditShare'; readonly value: string}
  | {readonly field: 'consent'; readonly required: boolean}
  | {readonly field: 'dayRate'; readonly required: boolean; readonly from: string; readonly to: string}
  | {
      readonly field: 'destination';
      readonly class: 'owed' | 'policy' | 'goodwill';
      readonly value: Destination;
      readonly options: readonly Destination[];
    };
