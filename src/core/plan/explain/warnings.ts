import {payableNow} from '../../order/index.ts';
import type {OrderSnapshot} from '../../order/types.ts';
import type {Draft, Settlement} from '../draft.ts';
import type {Notice} from '../types.ts';
import {orderWarnings} from './order-warnings.ts';

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
  const tip = order.tip.presentment;
  const remains: Notice[] = tip.minor > 0 && keepsNothing(order, draft) ? [{code: 'tipRemains', amount: tip}] : [];
  return [...warnings, ...cashRounding(order, settlement), ...orderWarnings(order), ...remains];
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

/** Every unit that was left goes back now. */
function keepsNothing(order: OrderSnapshot, draft: Draft): boolean {
  const left = order.lines.reduce((all, line) => all + line.refundable, 0);
  const going = draft.entries.reduce((all, entry) => all + entry.choice.quantity, 0);
  return going > 0 && going === left;
}
