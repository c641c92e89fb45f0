import type {OrderSnapshot} from '../../../core/index.ts';
import {refundVariables} from '../../../execution/calls/refund-variables.ts';
import {Refusal} from './answer.ts';
import type {ActingCall, ClaimDraft, Sent} from './claiming.ts';

/** What a workflow leaves to a person, whatever the recipe. @throws Refusal */
export function refuseUnclear(order: OrderSnapshot, currency: string): void {
  const [open] = order.openReturns;
  if (open) {
    throw new Refusal('openReturn', `Order ${order.name} has an open return (${open.name}): process the return first.`);
  }
  if (order.currency !== currency) {
    throw new Refusal('otherCurrency', `Order ${order.name} was paid in ${order.currency}, not in ${currency}.`);
  }
}

/**
 * A refund's variables as the engine would send them. Flow's action has no place for the key of an idempotent refund; the hash in
 * the claim is with it, so that a person can finish in the action what a workflow began.
 * @throws Refusal for anything but a refund
 */
export function refundOnly(call: ActingCall, draft: ClaimDraft): Sent {
  const {act} = call;
  if (act.kind !== 'refundCreate') {
    throw new Refusal('otherDestination', 'This order needs more than a refund: use the action on the order page.');
  }
  return {variables: refundVariables(draft, {...call, act}, draft.before.netPayment.currency)};
}
