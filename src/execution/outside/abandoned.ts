import type {LegKind} from '../../core/index.ts';
import type {Claim, OutsidePayment} from '../types.ts';

/** A leg that an earlier execution had planned and nobody has paid: another one was begun over it. */
export interface AbandonedLeg extends OutsidePayment {
  readonly kind: LegKind;
  readonly class: string;
}

/**
 * What earlier executions left unpaid, until a person says that it was paid otherwise, or isn't owed. The answer stands among
 * the outside payments, under the id that is given here; the list in `earlier` stays as it was, so that ids last.
 */
export function abandonedLegs({earlier, outside}: Pick<Claim, 'earlier' | 'outside'>): readonly AbandonedLeg[] {
  return earlier.flatMap(({planId, at, unpaid = []}) =>
    unpaid.flatMap(({kind, amount, class: of = 'unknown'}, index): AbandonedLeg[] => {
      const callId = `unpaid-${index + 1}`;
      const settled = outside.some((one) => one.planId === planId && one.callId === callId);
      return settled ? [] : [{planId, callId, kind, class: of, amount, at, state: 'owed'}];
    }),
  );
}
