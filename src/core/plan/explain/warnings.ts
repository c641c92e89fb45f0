import {payableNow} from '../../order/index.ts';
import type {OrderSnapshot} from '../../order/types.ts';
import type {Draft, Settlement} from '../draft.ts';
import type {Notice} from '../types.ts';

/** Tags by which other refund apps mark an order that they work on. */
const FOREIGN_TAG = /^(refund[-_ ]?id|refund[-_ ]?(pending|processing|in[-_ ]?progress))\b/i;
const OPEN_DISPUTE = /^(needs_response|under_review)$/i;
const UNDER_WAY: ReadonlySet<string> = new Set(['PENDING', 'AWAITING_RESPONSE']);

/** What a person should know before they confirm, about the order and about where the money goes. */
export function warningsOf(order: OrderSnapshot, draft: Draft, settlement: Settlement): readonly Notice[] {
  const {currency} = order;
  const money = (minor: number) => ({minor, currency});
  const all = settlement.flows.reduce((sum, flow) => sum + flow.minor, 0);
  // Where no money moves at all, the plan stops and says so.
  const own = draft.warnings.filter(({code}) => code !== 'nothingLeft' || all > 0);
  const warnings: Notice[] = [...own, ...settlement.warnings];
  const net = payableNow(order).minor;
  if (all > net) warnings.push({code: 'beyondTotal', beyond: money(all - net), left: money(net)});
  if (settlement.overRefund) warnings.push({code: 'pastShopifyTotal'});
  const manual = settlement.flows.filter((flow) => flow.payment?.kind === 'manual');
  if (manual.length > 0) {
    const amount = money(manual.reduce((sum, flow) => sum + flow.minor, 0));
    warnings.push({code: 'manualPayment', amount, label: manual[0]?.payment?.label || ''});
  }
  const credit = settlement.flows.some((flow) => flow.kind === 'refundToStoreCredit' || flow.kind === 'storeCredit');
  if (credit && order.storeCreditEnabled === null) warnings.push({code: 'storeCreditUnknown'});
  if (credit && order.creditOwner?.kind === 'companyLocation') warnings.push({code: 'companyCredit'});
  if (settlement.flows.some((flow) => flow.kind === 'giftCard')) warnings.push({code: 'giftCardByHand'});
  return [...warnings, ...cashRounding(order, settlement), ...orderWarnings(order, draft)];
}

/**
 * Cash is rounded at the till, on the payment and not on the items (facts/refund-rules R12), and Shopify's totals stay exact: a
 * refund can only book the exact amount, so what was really paid is for staff to hand out.
 */
function cashRounding({cashRounding: rounding, netPayment, refunded}: OrderSnapshot, {flows}: Settlement): Notice[] {
  const amount = rounding.presentment;
  const booked = flows.reduce((sum, flow) => sum + (flow.payment ? flow.minor : 0), 0);
  if (amount.minor === 0 || booked === 0) return [];
  const whole = refunded.presentment.minor === 0 && booked === netPayment.presentment.minor;
  if (!whole) return [{code: 'cashRoundingPart', amount}];
  const {currency} = amount;
  return [
    {code: 'cashRounding', amount, booked: {minor: booked, currency}, paid: {minor: booked + amount.minor, currency}},
  ];
}

function orderWarnings(order: OrderSnapshot, draft: Draft): readonly Notice[] {
  const warnings: Notice[] = [];
  const dispute = order.disputes.find(({status}) => OPEN_DISPUTE.test(status));
  if (dispute) warnings.push({code: 'disputeOpen'});
  const pending = order.refunds
    .flatMap((refund) => refund.transactions)
    .filter((transaction) => UNDER_WAY.has(transaction.status))
    .reduce((sum, transaction) => sum + transaction.amount.presentment.minor, 0);
  if (pending > 0) warnings.push({code: 'refundPending', amount: {minor: pending, currency: order.currency}});
  const tag = order.tags.find((candidate) => FOREIGN_TAG.test(candidate.trim()));
  if (tag !== undefined) warnings.push({code: 'foreignGuardTag', tag});
  if (order.cancelled) warnings.push({code: 'orderCancelled'});
  if (order.tip.presentment.minor > 0 && keepsNothing(order, draft)) {
    warnings.push({code: 'tipRemains', amount: order.tip.presentment});
  }
  return warnings;
}

/** Every unit that was left goes back now. */
function keepsNothing(order: OrderSnapshot, draft: Draft): boolean {
  const left = order.lines.reduce((all, line) => all + line.refundable, 0);
  const going = draft.entries.reduce((all, entry) => all + entry.choice.quantity, 0);
  return going > 0 && going === left;
}
