import type {Movement} from '../message/types.ts';
import type {Claim, ClaimedCall, ClaimedLeg} from './types.ts';
import {paidLegs, transactionOf, unpaidLegs} from './paid.ts';
import {isOnItsWay} from './waiting.ts';

/**
 * What the customer got, as it was executed: amounts from Shopify's transactions where there are some, never the plan's; without
 * outside payments that were cancelled, and payments that failed and a person has settled otherwise.
 */
export function executedMovements(claim: Claim): Movement[] {
  return claim.calls.flatMap((call) => call.legs.flatMap((leg) => movementOf(claim, call, leg) || []));
}

function movementOf(claim: Claim, call: ClaimedCall, leg: ClaimedLeg): Movement | false {
  const base = {
    kind: leg.kind,
    class: leg.class as Movement['class'],
    amount: leg.amount,
    components: leg.components.map((kind, index) => ({
      kind: kind as Movement['components'][number]['kind'],
      amount: {minor: leg.amounts?.[index] || 0, currency: leg.amount.currency},
    })),
    ...(leg.payment && {payment: leg.payment}),
    ...(call.evidence?.expiresAt && {expiresAt: call.evidence.expiresAt}),
  };
  if (unpaidLegs(call).includes(leg)) return {...base, status: 'open'};
  if (!paidLegs(call).includes(leg)) return false;
  if (call.kind === 'outsidePayment') return outside(claim, call, base);
  const own = leg.payment && transactionOf(call, leg.payment);
  if (!own) return {...base, status: 'done'};
  // Legs of several classes share their payment's transaction: each takes its own part, the last one what is left.
  const sharing = call.legs.filter(({payment}) => payment === leg.payment);
  const at = sharing.indexOf(leg);
  const left = sharing.slice(0, at).reduce((minor, {amount}) => minor - amount.minor, own.amount.minor);
  const minor = Math.max(0, sharing[at + 1] ? Math.min(left, leg.amount.minor) : left);
  return {...base, amount: {...own.amount, minor}, status: isOnItsWay(own) ? 'onItsWay' : 'done'};
}

function outside(claim: Claim, call: ClaimedCall, base: Omit<Movement, 'status'>): Movement | false {
  const state = claim.outside.find(({planId, callId}) => planId === claim.planId && callId === call.id)?.state;
  return state !== 'cancelled' && {...base, status: state === 'paid' ? 'done' : 'owed'};
}
