import type {OrderSnapshot} from '../../../core/index.ts';
import {Refusal} from './answer.ts';
import type {Sent} from './claiming.ts';

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

/** For a workflow whose only money step is a refund. @throws Refusal */
export function onlySent(): Sent {
  throw new Refusal('otherDestination', 'This order needs more than a refund: use the action on the order page.');
}
