import type {Movement} from '../message/types.ts';
import type {Claim, ClaimedCall, ClaimedLeg} from './types.ts';
import {isOnItsWay} from './waiting.ts';

const FAILED: ReadonlySet<string> = new Set(['FAILURE', 'ERROR']);

/** What the customer got, as it was executed: amounts from Shopify's transactions where there are some, never the plan's. */
export function executedMovements(claim: Claim): Movement[] {
  return claim.calls.flatMap((call) => call.legs.map((leg) => movementOf(claim, call, leg)));
}

function movementOf(claim: Claim, call: ClaimedCall, leg: ClaimedLeg): Movement {
  const base = {
    kind: leg.kind,
    class: leg.class as Movement['class'],
    amount: leg.amount,
    components: leg.components.map((kind, index) => ({
      kind: kind as Movement['components'][number]['kind'],
      amount: {minor: leg.amounts?.[index] || 0, currency: leg.amount.currency},
    })),
    ...(leg.payment ? {payment: leg.payment} : {}),
    ...(call.evidence?.expiresAt ? {expiresAt: call.evidence.expiresAt} : {}),
  };
  if (call.state !== 'done' && call.state !== 'partlyDone') return {...base, status: 'open'};
  if (call.kind === 'outsidePayment') return outside(claim, call, base);
  if (call.kind !== 'refundCreate' || leg.payment === undefined) return {...base, status: 'done'};
  const own = call.evidence?.transactions?.find(({parentId}) => parentId === leg.payment);
  if (!own) return {...base, status: call.state === 'done' ? 'done' : 'open'};
  if (FAILED.has(own.status)) return {...base, status: 'open'};
  return {...base, amount: own.amount, status: isOnItsWay(own) ? 'onItsWay' : 'done'};
}

function outside(claim: Claim, call: ClaimedCall, base: Omit<Movement, 'status'>): Movement {
  const owed = claim.outside.find(({planId, callId}) => planId === claim.planId && callId === call.id);
  return {...base, status: owed?.state === 'paid' ? 'done' : 'owed'};
}
