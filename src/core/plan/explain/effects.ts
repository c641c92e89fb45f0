import {mulDiv} from '../../money/index.ts';
import type {OrderSnapshot} from '../../order/types.ts';
import {inRefund} from '../batch/cut.ts';
import type {Draft, Flow} from '../draft.ts';
import type {RefundPlan} from '../types.ts';

/** What the refund does to stock, to the order's financial status, and to what can still be refunded. */
export function effectsOf(order: OrderSnapshot, draft: Draft, flows: readonly Flow[]): RefundPlan['effects'] {
  const booked = flows.reduce((all, flow) => all + (inRefund(flow) ? flow.minor : 0), 0);
  const before = Math.max(0, order.netPayment.presentment.minor);
  const after = Math.max(0, before - booked);
  const shop = before === 0 ? 0 : mulDiv(Math.max(0, order.netPayment.shop.minor), after, before, 'halfUp');
  return {
    stock: draft.stock,
    financialStatus: booked === 0 ? 'UNCHANGED' : after === 0 ? 'REFUNDED' : 'PARTIALLY_REFUNDED',
    remaining: {
      shop: {minor: shop, currency: order.shopCurrency},
      presentment: {minor: after, currency: order.currency},
    },
  };
}
