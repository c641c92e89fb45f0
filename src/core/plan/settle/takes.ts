import type {ComponentClass} from '../../recipe/types.ts';
import type {Flow, Pool} from '../draft.ts';
import type {Reason} from '../types.ts';
import type {Room} from './room.ts';

/** What a destination could take, and why it took no more. */
export interface Taken {
  readonly flows: readonly Flow[];
  readonly rest: number;
  readonly limit: 'beyondNetPayment' | 'paymentNotRefundable' | null;
}

/**
 * Back to the payments, within each one's own limit and the order's net payment. Where Shopify only books the refund (a bank
 * transfer, cash on delivery), the money becomes an outside payment that staff make by hand.
 * @param because why an earlier preference could not be had, which is then the reason
 */
export function takeOriginal(room: Room, want: number, pool: Pool & ComponentClass, because: string | null): Taken {
  const flows: Flow[] = [];
  let rest = want;
  let allowed = room.net + room.over;
  for (const entry of room.payments) {
    const minor = Math.min(rest, entry.left, allowed);
    if (minor <= 0) continue;
    entry.left -= minor;
    allowed -= minor;
    rest -= minor;
    const {payment} = entry;
    const manual = payment.kind === 'manual';
    const code = manual ? 'manualPayment' : payment.kind === 'giftCard' ? 'giftCardFirst' : 'paidWithThis';
    flows.push({
      kind: manual ? 'outsidePayment' : 'refundToOriginalPayment',
      pool,
      class: pool,
      minor,
      reason: {code: manual ? code : (because ?? code), label: payment.label},
      payment,
    });
  }
  const paid = want - rest;
  if (paid > room.net) {
    room.overUsed = true;
    room.over -= paid - room.net;
  }
  room.net = Math.max(0, room.net - paid);
  return {flows, rest, limit: rest === 0 ? null : allowed === 0 ? 'beyondNetPayment' : 'paymentNotRefundable'};
}

/** To store credit as part of the refund, within net payment; what goes beyond is a credit of its own. */
export function takeRefundCredit(room: Room, want: number, reason: Reason): Taken {
  const within = Math.min(want, room.net);
  room.net -= within;
  if (within > 0) room.over = 0;
  const flow = (kind: Flow['kind'], minor: number): Flow => ({kind, pool: 'owed', class: 'owed', minor, reason});
  return {
    flows: [
      ...(within > 0 ? [flow('refundToStoreCredit', within)] : []),
      ...(want > within ? [flow('storeCredit', want - within)] : []),
    ],
    rest: 0,
    limit: null,
  };
}
