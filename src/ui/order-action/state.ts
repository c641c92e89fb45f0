import type {Choices, OrderSnapshot, Recipe, RefundPlan} from '../../core/index.ts';
import type {ClaimedCall, Confirmed, ExecutionOutcome, Problem} from '../../execution/types.ts';

/** What one reading of the order gave: everything that the action knows about the shop and the order. */
export interface Session {
  readonly order: OrderSnapshot;
  /** Last used first. */
  readonly recipes: readonly Recipe[];
  /** Stored recipes that can't be used, each with why. The others work. */
  readonly broken: readonly {readonly handle: string; readonly problem: Problem}[];
  /** The shop has more recipes than were read. */
  readonly moreRecipes: boolean;
  readonly locations: readonly {readonly id: string; readonly name: string}[];
  /** Flow wrote a refund request on the order. */
  readonly requestWaiting: boolean;
  /** What is confirmed when the button is pressed: claim and money, read together with the order. */
  readonly confirmed: Confirmed;
}

/** A gift card's whole code: shown once, kept nowhere. */
export interface GiftCardCode {
  readonly callId: string;
  readonly code: string;
}

/**
 * Where the action stands. Money can move only in `running`, and `running` is reached only from `confirm` or `unfinished`.
 */
export type Screen =
  | {readonly name: 'loading'; readonly lines: number; readonly waiting: boolean}
  | {readonly name: 'failed'; readonly problem: Problem}
  /** An earlier execution on this order isn't finished. */
  | {readonly name: 'unfinished'}
  | {readonly name: 'edit'; readonly notice: Problem | null}
  | {readonly name: 'asking'}
  | {readonly name: 'confirm'; readonly plan: RefundPlan; readonly estimate: RefundPlan}
  | ({readonly name: 'running'} & Run)
  | ({readonly name: 'finished'; readonly outcome: ExecutionOutcome} & Run);

/** An execution as far as it is known. */
interface Run {
  /** Null where an earlier execution is resumed. */
  readonly plan: RefundPlan | null;
  readonly calls: readonly ClaimedCall[];
  readonly giftCards: readonly GiftCardCode[];
}

/** What staff typed, exactly as it stands in the fields; keys as `fieldKey` makes them. */
export type Typed = Readonly<Record<string, string>>;

export interface State {
  readonly screen: Screen;
  readonly session: Session | null;
  /** Made once per opening and kept over retries: pressing twice is one refund. A second, deliberate one has another. */
  readonly intentId: string;
  /** ISO 8601. The age of a rate that staff type. */
  readonly openedAt: string;
  /** Today's rate from recent orders, where the order has two currencies and one was found. */
  readonly recentRate: NonNullable<Choices['dayRate']> | null;
  readonly recipe: string | null;
  /** What was chosen rather than typed. */
  readonly choices: Choices;
  readonly typed: Typed;
}

export type TypedField = 'amount' | 'quantity' | 'creditShare' | 'dayRate';

export function fieldKey(field: TypedField, id = ''): string {
  return `${field}:${id}`;
}
