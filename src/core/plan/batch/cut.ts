import type {Draft, Flow} from '../draft.ts';
import {feesOf, filled, slicesOf} from './made-of.ts';
import type {Portion, Slice} from './portions.ts';

/** A flow, or what one call carries of it. */
export interface Piece {
  readonly flow: Flow;
  readonly minor: number;
  /** Index of the `refundCreate` that carries (or books) it; null where it has a call of its own. */
  readonly call: number | null;
  readonly made: readonly Slice[];
}

/** A piece before it is known what it is made of. */
export type Cut = Omit<Piece, 'made'>;

/** Whether a flow is part of a `refundCreate`: paid by it, or for a manual payment booked by it. */
export function inRefund(flow: Flow): boolean {
  return flow.kind === 'refundToOriginalPayment' || flow.kind === 'refundToStoreCredit' || flow.payment !== undefined;
}

/**
 * Flows cut along the calls: each call pays what it refunds, payment after payment. A piece knows what it is made of.
 */
export function cutFlows(
  draft: Draft,
  flows: readonly Flow[],
  portions: readonly Portion[],
  bonus: number,
): readonly Piece[] {
  const cuts = [
    ...alongCalls(
      flows.filter((flow) => inRefund(flow)),
      portions,
    ),
    ...ownCalls(flows),
  ];
  return (['owed', 'policy', 'goodwill', 'bonus'] as const)
    .flatMap((pool) =>
      filled(
        cuts.filter((cut) => cut.flow.pool === pool),
        slicesOf(pool, draft, portions, bonus),
        feesOf(pool, draft),
      ),
    )
    .sort((a, b) => (a.call ?? portions.length) - (b.call ?? portions.length));
}

function ownCalls(flows: readonly Flow[]): Cut[] {
  return flows.filter((flow) => !inRefund(flow)).map((flow) => ({flow, minor: flow.minor, call: null}));
}

function alongCalls(flows: readonly Flow[], portions: readonly Portion[]): Cut[] {
  const cuts: Cut[] = [];
  let call = 0;
  let room = portions[0]?.value || 0;
  for (const flow of flows) {
    // The shop's own rule is one sum of one call: only what is owed runs along the items.
    if (flow.pool !== 'owed') {
      cuts.push({flow, minor: flow.minor, call: 0});
      continue;
    }
    let left = flow.minor;
    while (left > 0) {
      while (room === 0 && call < portions.length - 1) room = portions[++call]?.value || 0;
      const minor = call === portions.length - 1 ? left : Math.min(left, room);
      cuts.push({flow, minor, call});
      left -= minor;
      room -= minor;
    }
  }
  return cuts;
}
