import type {Breach, Choices, OrderSnapshot, Recipe, RefundPlan, Settings} from '../../core/index.ts';
import type {ReadRequests, RefundRequest} from '../../execution/requests/types.ts';
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
  readonly requests: ReadRequests;
  /** Requests and approvals that somebody has to deal with. */
  readonly waiting: readonly Waiting[];
  /** Null where they can't be read: then the engine lets nothing through but what is owed. */
  readonly settings: Settings | null;
  /** What is confirmed when the button is pressed: claim and money, read together with the order. */
  readonly confirmed: Confirmed;
}

export interface Waiting {
  readonly request: RefundRequest;
  /** What the recipe is called. */
  readonly title: Recipe['title'];
  /** Why it can't be taken over into the form. */
  readonly problem: Problem | null;
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
  /** Above a limit: someone else has to approve it. */
  | {
      readonly name: 'approval';
      readonly plan: RefundPlan;
      readonly problem: Problem;
      readonly breaches: readonly Breach[];
    }
  | {readonly name: 'asked'}
  | {
      readonly name: 'confirm';
      readonly plan: RefundPlan;
      readonly estimate: RefundPlan;
      /** It has stood long enough to be read. */
      readonly read: boolean;
    }
  | ({readonly name: 'running'} & Run)
  | ({readonly name: 'finished'; readonly outcome: ExecutionOutcome} & Run);

/** An execution as far as it is known. */
interface Run {
  /** Null where an earlier execution is resumed. */
  readonly plan: RefundPlan | null;
  readonly calls: readonly ClaimedCall[];
  readonly giftCards: readonly GiftCardCode[];
  /** The claim has it all, but no entry of evidence could be stored. */
  readonly evidenceMissing?: boolean;
}

/** What staff typed, exactly as it stands in the fields; keys as `fieldKey` makes them. */
export type Typed = Readonly<Record<string, string>>;

export interface State {
  readonly screen: Screen;
  readonly session: Session | null;
  /** Made once per opening and kept over retries: pressing twice is one refund. A second, deliberate one has another. */
  readonly intentId: string;
  /** The intent of a refund that staff plan themselves, kept while a request with its own is looked at. */
  readonly ownIntentId: string;
  /** The request that was taken over into the form. */
  readonly from: RefundRequest | null;
  /** Why somebody approves, declines, or asks for approval. */
  readonly reason: string;
  /** ISO 8601. The age of a rate that staff type. */
  readonly openedAt: string;
  /** The decimal mark that amounts of ours carry in a field, as the page's language writes it. */
  readonly mark: ',' | '.';
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
