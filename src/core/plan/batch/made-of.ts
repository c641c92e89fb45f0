import type {Draft, Pool} from '../draft.ts';
import type {ComponentKind} from '../types.ts';
import type {Cut, Piece} from './cut.ts';
import type {Portion, Slice} from './portions.ts';

/** What a sum is made of before fees, in the order of the calls. */
export function slicesOf(pool: Pool, draft: Draft, portions: readonly Portion[], bonus: number): Slice[] {
  if (pool === 'owed') return portions.flatMap((part) => part.slices);
  if (pool === 'bonus') return [{kind: 'bonus', minor: bonus}];
  return draft.components
    .filter((component) => component.class === pool && component.amount.minor > 0)
    .map((component) => ({kind: component.kind, minor: component.amount.minor}));
}

/** What comes off it: all fees come off what is owed. */
export function feesOf(pool: Pool, draft: Draft): Slice[] {
  if (pool !== 'owed') return [];
  return draft.components
    .filter((component) => component.amount.minor < 0)
    .map((component) => ({kind: component.kind, minor: component.amount.minor}));
}

/** Gives every piece what it is made of, in order; the last one also carries the fees. */
export function filled(cuts: readonly Cut[], slices: readonly Slice[], fees: readonly Slice[]): Piece[] {
  const queue = slices.map((slice) => ({...slice}));
  let next = 0;
  return cuts.map((cut, index) => {
    const last = index === cuts.length - 1;
    const made = new Map<ComponentKind, number>();
    let need = last ? Number.POSITIVE_INFINITY : cut.minor;
    for (let slice = queue[next]; slice && need > 0; slice = queue[next]) {
      const minor = Math.min(need, slice.minor);
      made.set(slice.kind, (made.get(slice.kind) || 0) + minor);
      need -= minor;
      slice.minor -= minor;
      if (slice.minor === 0) next += 1;
    }
    const parts = [...made].map(([kind, minor]) => ({kind, minor}));
    return {...cut, made: last ? [...parts, ...fees] : parts};
  });
}
