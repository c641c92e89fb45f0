import type {ClaimedCall, ClaimedLeg} from './types.ts';

const FAILED: ReadonlySet<string> = new Set(['FAILURE', 'ERROR']);

/** The legs of a call that brought money, or are bringing it: not those whose payment failed, whoever settled them since. */
export function paidLegs(call: ClaimedCall): readonly ClaimedLeg[] {
  return call.state === 'done' || call.state === 'partlyDone' ? call.legs.filter((leg) => isPaid(call, leg)) : [];
}

/** The legs of a call that nobody has paid and nobody has settled. */
export function unpaidLegs(call: ClaimedCall): readonly ClaimedLeg[] {
  if (call.state === 'done') return [];
  const paid = paidLegs(call);
  return call.legs.filter((leg) => !paid.includes(leg));
}

/** A refund that lacks one payment's transaction has not paid it; a call that is done without transactions has. */
function isPaid(call: ClaimedCall, {payment}: ClaimedLeg): boolean {
  const {state, kind} = call;
  if (kind !== 'refundCreate' || payment === undefined) return true;
  const own = transactionOf(call, payment);
  return own ? !FAILED.has(own.status) : state === 'done';
}

/** The transaction that a refund made to a payment, as far as it is known. */
export function transactionOf({evidence}: ClaimedCall, payment: string) {
  return evidence?.transactions?.find(({parentId}) => parentId === payment);
}
