import {toDecimal} from '../core/index.ts';
import type {LegKind, Money} from '../core/index.ts';
import {earlierMovements} from './earlier.ts';
import {abandonedLegs} from './outside/abandoned.ts';
import {paidLegs, unpaidLegs} from './paid.ts';
import type {Claim} from './types.ts';
import {isOnItsWay} from './waiting.ts';

/** The order metafield `refund_recipes.summary`: for the block, and for Flow, which reads amounts as decimal strings. */
export interface Summary {
  readonly format: 1;
  readonly at: string;
  readonly planId: string;
  readonly state: 'done' | 'unfinished';
  /** All executions on this order together as they stand now, by class and destination, without what was cancelled. */
  readonly refunded: readonly SummaryAmount[];
  /** Refunds to a payment that Shopify has accepted and not carried out yet. */
  readonly pending: readonly {readonly amount: string; readonly currency: string}[];
  /** What the shop still has to pay outside Shopify. */
  readonly owedOutside: readonly {readonly amount: string; readonly currency: string; readonly since: string}[];
  /** Calls of the newest execution that are not done. */
  readonly unfinished: readonly {
    readonly call: string;
    readonly state: string;
    readonly amount: string;
    readonly currency: string;
  }[];
  /** What earlier executions had planned and never paid, until a person settles it: somebody began another one over them. */
  readonly abandoned: readonly (SummaryAmount & {readonly planId: string})[];
}

interface SummaryAmount {
  readonly class: string;
  readonly destination: LegKind;
  readonly amount: string;
  readonly currency: string;
}

/** Amounts and states only: no names, addresses or message texts. */
export function summaryOf(claim: Claim): Summary {
  const open = claim.calls.filter(({state}) => state !== 'done');
  return {
    format: 1,
    at: claim.at,
    planId: claim.planId,
    state: open.length === 0 ? 'done' : 'unfinished',
    refunded: totals(claim),
    pending: [...claim.calls.map(({evidence}) => evidence?.transactions), ...claim.earlier.map((one) => one.pending)]
      .flatMap((transactions) => transactions || [])
      .filter(isOnItsWay)
      .map(({amount}) => decimal(amount)),
    owedOutside: claim.outside
      .filter(({state}) => state === 'owed')
      .map(({amount, at}) => ({...decimal(amount), since: at})),
    unfinished: open.flatMap((call) =>
      unpaidLegs(call).map((leg) => ({call: call.id, state: call.state, ...decimal(leg.amount)})),
    ),
    abandoned: abandonedLegs(claim).map(({planId, class: of, kind, amount}) => ({
      planId,
      class: of,
      destination: kind,
      ...decimal(amount),
    })),
  };
}

function totals(claim: Claim): SummaryAmount[] {
  const sums = new Map<string, {class: string; kind: LegKind; amount: Money}>();
  const newest = {...claim, legs: claim.calls.flatMap(paidLegs)};
  const legs = [newest, ...claim.earlier]
    .flatMap((execution) => earlierMovements(execution, claim.outside))
    .filter(({status}) => status !== 'open');
  for (const leg of legs) {
    const kind = leg.class ?? 'unknown';
    const key = `${kind} ${leg.kind} ${leg.amount.currency}`;
    const sum = sums.get(key)?.amount.minor || 0;
    sums.set(key, {class: kind, kind: leg.kind, amount: {...leg.amount, minor: sum + leg.amount.minor}});
  }
  return [...sums.values()].map((sum) => ({class: sum.class, destination: sum.kind, ...decimal(sum.amount)}));
}

/** An amount as those read it who don't know minor units. */
export function decimal(amount: Money): {amount: string; currency: string} {
  return {amount: toDecimal(amount), currency: amount.currency};
}
