import {toDecimal} from '../core/index.ts';
import type {Leg, LegKind, Money, RefundPlan} from '../core/index.ts';
import {earlierMovements, executedMovements} from '../execution/index.ts';
import type {Claim, ClaimedCall, EarlierExecution} from '../execution/index.ts';

export type ResultState = 'DONE' | 'ALREADY_DONE' | 'WAITING_FOR_APPROVAL' | 'DECLINED' | 'DRY_RUN';

export const RESULT_STATES: ReadonlySet<string> = new Set<ResultState>([
  'DONE',
  'ALREADY_DONE',
  'WAITING_FOR_APPROVAL',
  'DECLINED',
  'DRY_RUN',
]);

type Destination = 'ORIGINAL_PAYMENT' | 'STORE_CREDIT' | 'GIFT_CARD' | 'OUTSIDE_PAYMENT';
type Status = 'DONE' | 'ON_ITS_WAY' | 'OWED' | 'PLANNED';

/** One movement of money, as `schema.graphql` of each action describes it. Amounts are decimal text in the order's currency. */
interface ResultMovement {
  readonly destination: Destination;
  readonly amount: string;
  readonly currency: string;
  readonly status: Status;
  /** OWED, POLICY or GOODWILL. */
  readonly class: string;
  /** The refund, the store credit transaction or the gift card at Shopify. */
  readonly reference: string | null;
}

/** The `return_value` of every action: the type RefundResult of their schema.graphql (docs/unconfirmed.md, 21). */
export interface RefundResult {
  readonly state: ResultState;
  readonly message: string;
  readonly recipe: string;
  readonly plan: string;
  readonly currency: string;
  readonly total: string;
  /** The same for conditions of Flow, which compare numbers only. */
  readonly totalAsNumber: number;
  readonly toOriginalPayment: string;
  readonly toStoreCredit: string;
  readonly owedOutside: string;
  readonly isOnItsWay: boolean;
  readonly needsApproval: boolean;
  readonly movements: readonly ResultMovement[];
}

const DESTINATIONS: Readonly<Record<LegKind, Destination>> = {
  refundToOriginalPayment: 'ORIGINAL_PAYMENT',
  refundToStoreCredit: 'STORE_CREDIT',
  storeCredit: 'STORE_CREDIT',
  giftCard: 'GIFT_CARD',
  outsidePayment: 'OUTSIDE_PAYMENT',
};

interface Moved {
  readonly kind: LegKind;
  readonly amount: Money;
  readonly status: Status;
  readonly class: string;
  readonly reference: string | null;
}

/** A result without its words. */
export type Figures = Omit<RefundResult, 'state' | 'message'>;

/** What an execution moved, from its record at Shopify, never from the plan. */
export function figuresOfClaim(claim: Claim): Figures {
  const moved = claim.calls.flatMap((call) =>
    executedMovements({...claim, calls: [call]}).flatMap((movement): Moved[] =>
      movement.status === 'open' ? [] : [{...movement, status: STATUS[movement.status], reference: referenceOf(call)}],
    ),
  );
  return figures(moved, claim.before.netPayment.currency, claim.recipe.handle, claim.planId);
}

const STATUS = {done: 'DONE', onItsWay: 'ON_ITS_WAY', owed: 'OWED'} as const;

function referenceOf({evidence}: ClaimedCall): string | null {
  return evidence?.refundId ?? evidence?.creditTransactionId ?? evidence?.giftCardId ?? null;
}

/** The same of an execution that a later claim remembers in short, with the order's outside payments. */
export function figuresOfEarlier(
  earlier: EarlierExecution,
  outside: Claim['outside'],
  recipe: string,
  currency: string,
): Figures {
  const moved = earlierMovements(earlier, outside).flatMap(({kind, amount, class: cls = 'policy', status}): Moved[] =>
    status === 'open' ? [] : [{kind, amount, status: STATUS[status], class: cls, reference: null}],
  );
  return figures(moved, currency, recipe, earlier.planId);
}

/** What a plan would move. */
export function figuresOfPlan(plan: RefundPlan, needsApproval = false): Figures {
  const moved = plan.legs.map((leg: Leg): Moved => ({...leg, status: 'PLANNED', reference: null}));
  return {...figures(moved, plan.totals.toCustomer.currency, plan.recipe.handle, plan.planId), needsApproval};
}

/** Nothing moved: it waits for an approval, or it was declined. */
export function noFigures(recipe: string, plan: string, currency: string, needsApproval: boolean): Figures {
  return {...figures([], currency, recipe, plan), needsApproval};
}

function figures(moved: readonly Moved[], currency: string, recipe: string, plan: string): Figures {
  const sum = (of: (one: Moved) => boolean): string =>
    toDecimal({minor: moved.filter(of).reduce((total, {amount}) => total + amount.minor, 0), currency});
  const total = sum(() => true);
  return {
    recipe,
    plan,
    currency,
    total,
    totalAsNumber: Number(total),
    toOriginalPayment: sum(({kind}) => DESTINATIONS[kind] === 'ORIGINAL_PAYMENT'),
    toStoreCredit: sum(({kind}) => DESTINATIONS[kind] === 'STORE_CREDIT'),
    owedOutside: sum(({kind, status}) => kind === 'outsidePayment' && status !== 'DONE'),
    isOnItsWay: moved.some(({status}) => status === 'ON_ITS_WAY'),
    needsApproval: false,
    movements: moved.map(({kind, amount, status, class: cls, reference}) => ({
      destination: DESTINATIONS[kind],
      amount: toDecimal(amount),
      currency: amount.currency,
      status,
      class: cls.toUpperCase(),
      reference,
    })),
  };
}
