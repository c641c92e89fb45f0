import type {Money} from '../money/index.ts';
import type {OrderSnapshot} from './types.ts';

/** Neither done nor definitely failed: the money may still go. */
const MAY_STILL_GO: ReadonlySet<string> = new Set(['PENDING', 'AWAITING_RESPONSE', 'UNKNOWN']);

/**
 * What can still be paid back within Shopify's ceiling, in the customer's currency: the net payment, less refunds that are under
 * way. Shopify counts those only once they have succeeded, but what is on its way can't be promised a second time. A refund whose
 * total holds its pending money already is not counted twice.
 * @returns never below zero
 */
export function payableNow({netPayment, refunds, currency}: OrderSnapshot): Money {
  let minor = netPayment.presentment.minor;
  for (const {transactions, total} of refunds) {
    const sum = (counts: (status: string) => boolean) =>
      transactions.reduce((all, {status, amount}) => all + (counts(status) ? amount.presentment.minor : 0), 0);
    const pending = sum((status) => MAY_STILL_GO.has(status));
    const counted = Math.max(0, total.presentment.minor - sum((status) => status === 'SUCCESS'));
    minor -= Math.max(0, pending - counted);
  }
  return {minor: Math.max(0, minor), currency};
}
