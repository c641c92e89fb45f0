import type {Draft, Flow, Pool} from '../draft.ts';
import type {ComponentKind} from '../types.ts';
import type {Portion, Slice} from './portions.ts';

/** A flow, or what one call carries of it. */
export interface Piece {
  readonly flow: Flow;
  readonly minor: number;
  /** Index of the `refundCreate` that carries (or books) it; null where it has a call of its own. */
  readonly call: number | null;
  readonly made: readonly Slice[];
}

type Cut = Omit<Piece, 'made'>;

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
  let room = portions[0]?.value ?? 0;
  for (const flow of flows) {
    // The shop's own rule is one sum of one call: only what is owed runs along the items.
    if (flow.pool !== 'owed') {
      cuts.push({flow, minor: flow.minor, call: 0});
      continue;
    }
    let left = flow.minor;
    while (left > 0) {
      while (room === 0 && call < portions.length - 1) room = portions[++call]?.value ?? 0;
      const minor = call === portions.length - 1 ? left : Math.min(left, room);
      cuts.push({flow, minor, call});
      left -= minor;
      room -= minor;
    }
  }
  return cuts;
}

function slicesOf(pool: Pool, draft: Draft, portions: readonly Portion[], bonus: number): Slice[] {
  if (pool === 'owed') return portions.flatMap((part) => part.slices);
  if (pool === 'bonus') return [{kind: 'bonus', minor: bonus}];
  return draft.components
    .filter((component) => component.class === pool && component.amount.minor > 0)
    .map((component) => ({kind: component.kind, minor: component.amount.minor}));
}

function feesOf(pool: Pool, draft: Draft): Slice[] {
  if (pool !== 'owed') return [];
  return draft.components
    .filter((component) => component.amount.minor < 0)
    .map((component) => ({kind: component.kind, minor: component.amount.minor}));
}

/** Gives every piece what it is made of, in order; the last one also carries the fees. */
function filled(cuts: readonly Cut[], slices: readonly Slice[], fees: readonly Slice[]): Piece[] {
  const queue = slices.map((slice) => ({...slice}));
  let next = 0;
  return cuts.map((cut, index) => {
    const last = index === cuts.length - 1;
    const made = new Map<ComponentKind, number>();
    let need = last ? Number.POSITIVE_INFINITY : cut.minor;
    for (let slice = queue[next]; slice && need > 0; slice = queue[next]) {
      const minor = Math.min(need, slice.minor);
      made.set(slice.kind, (made.get(slice.kind) ?? 0) + minor);
      need -= minor;
      slice.minor -= minor;
      if (slice.minor === 0) next += 1;
    }
    const parts = [...made].map(([kind, minor]) => ({kind, minor}));
    return {...cut, made: last ? [...parts, ...fees] : parts};
  });
}
