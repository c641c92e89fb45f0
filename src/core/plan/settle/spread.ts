import type {Destination} from '../../recipe/types.ts';
import type {Flow, Pool} from '../draft.ts';
import {creditObstacle, money, warningFor, type Desk} from './desk.ts';
import {takeOriginal, takeRefundCredit} from './takes.ts';

/** Goes through the preferences until the sum is placed; whatever nothing else can take is paid outside. */
export function spread(desk: Desk, pool: Exclude<Pool, 'bonus'>, want: number, wishes: readonly Destination[]): void {
  let rest = want;
  let skipped: string | null = null;
  for (const destination of new Set(wishes)) {
    if (rest <= 0) return;
    const flow = (kind: Flow['kind'], code: string): Flow => ({
      kind,
      pool,
      class: pool,
      minor: rest,
      reason: {code: skipped ?? code},
    });
    const place = (placed: Flow) => {
      desk.flows.push(placed);
      rest = 0;
    };
    if (destination === 'outsidePayment') place(flow('outsidePayment', 'preferredOutside'));
    else if (destination === 'originalPayment') {
      if (pool === 'goodwill') {
        skipped = 'gestureStaysOutOfRefund';
        continue;
      }
      const taken = takeOriginal(desk.room, rest, pool, skipped);
      desk.flows.push(...taken.flows);
      rest = taken.rest;
      skipped = taken.limit;
      if (taken.limit === 'paymentNotRefundable') {
        desk.warnings.set(taken.limit, {code: taken.limit, amount: money(desk, rest)});
      }
    } else {
      const started = rest < want;
      const obstacle = destination === 'storeCredit' ? creditObstacle(desk) : null;
      if (obstacle) {
        desk.warnings.set(obstacle, {code: warningFor(obstacle)});
        skipped = obstacle;
        continue;
      }
      if (pool === 'owed' && !desk.choices.consent) {
        if (started || skipped === 'beyondNetPayment' || skipped === 'paymentNotRefundable') continue;
        desk.stops.push({code: 'consentNeeded', amount: money(desk, rest)});
      }
      if (destination === 'giftCard') place(flow('giftCard', 'preferredGiftCard'));
      else if (pool === 'owed') {
        desk.flows.push(
          ...takeRefundCredit(desk.room, rest, {
            code: skipped ?? (desk.choices.consent ? 'consentedCredit' : 'preferredCredit'),
          }).flows,
        );
        rest = 0;
      } else place(flow('storeCredit', pool === 'goodwill' ? 'gestureAsCredit' : 'preferredCredit'));
    }
  }
}
