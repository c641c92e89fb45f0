import {amend, notAtRest} from '../claim/amend.ts';
import type {DecisionOutcome} from '../claim/amend.ts';
import type {EvidenceRecord} from '../evidence.ts';
import type {Claim, Environment, OutsidePayment, Problem, ReadClaim} from '../types.ts';
import {abandonedLegs} from './abandoned.ts';

/** Which outside payment of an order: calls of several executions may have the same id. */
export type OutsideId = Pick<OutsidePayment, 'planId' | 'callId'>;

/** A reference names a payment, not a person. */
const LONGEST = 140;

/**
 * An outside payment was made: owed becomes paid. So does a leg that an earlier execution left unpaid (`abandonedLegs`), paid
 * otherwise.
 * @param payment `reference`: by which it is found at the bank, no names; `date`: the day, `2026-11-22`
 */
export async function markOutsidePaid(
  read: ReadClaim,
  id: OutsideId,
  payment: {readonly reference: string; readonly date: string},
  env: Environment,
): Promise<DecisionOutcome> {
  const {date} = payment;
  const day = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  const real = !Number.isNaN(day) && new Date(day).toISOString().startsWith(date);
  // The shop's today may be tomorrow by universal time.
  if (!real || day > env.now() + 86_400_000) return {state: 'refused', problem: {code: 'dateUnusable', value: date}};
  return settle(read, id, {state: 'paid', reference: payment.reference, date}, env);
}

/** An outside payment will not be made, or a leg left unpaid isn't owed: it becomes cancelled, with the reason. */
export async function cancelOutside(
  read: ReadClaim,
  id: OutsideId,
  reason: string,
  env: Environment,
): Promise<DecisionOutcome> {
  return settle(read, id, {state: 'cancelled', reference: reason}, env);
}

async function settle(
  read: ReadClaim,
  id: OutsideId,
  change: {readonly state: 'paid' | 'cancelled'; readonly reference: string; readonly date?: string},
  env: Environment,
): Promise<DecisionOutcome> {
  const {claim, digest, problem} = read;
  const all = claim ? [...claim.outside, ...abandonedLegs(claim)] : [];
  const payment = all.find(({planId, callId}) => planId === id.planId && callId === id.callId);
  if (problem) return {state: 'refused', problem};
  if (!claim || !payment) return {state: 'refused', problem: {code: 'noSuchCall', call: id.callId}};
  const reference = change.reference.trim();
  const wrong = refusal(claim, payment, reference);
  if (wrong) return {state: 'refused', problem: wrong};
  const {planId, callId, amount, at} = payment;
  const settled: OutsidePayment = {
    planId,
    callId,
    amount,
    at,
    ...change,
    reference,
    settled: {staff: env.staff, at: new Date(env.now()).toISOString()},
  };
  const outside = claim.outside.includes(payment)
    ? claim.outside.map((other) => (other === payment ? settled : other))
    : [...claim.outside, settled];
  return amend(claim, digest, {outside}, [recordOf(claim, settled)], env);
}

function refusal(claim: Claim, payment: OutsidePayment, reference: string): Problem | null {
  if (payment.state !== 'owed') return {code: 'outsideSettled', state: payment.state};
  if (reference === '' || reference.length > LONGEST) return {code: 'referenceUnusable', most: LONGEST};
  return notAtRest(claim);
}

function recordOf({orderId}: Claim, payment: OutsidePayment): EvidenceRecord {
  const handle = `${payment.planId}-${payment.callId}-outside-${payment.state}`.toLowerCase();
  return {handle, orderId, evidence: payment};
}
