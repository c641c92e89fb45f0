import {mulDiv} from '../../money/index.ts';
import {payableNow} from '../../order/index.ts';
import type {OrderSnapshot} from '../../order/types.ts';
import {inRefund} from '../batch/cut.ts';
import type {Draft, Flow} from '../draft.ts';
import type {RefundPlan} from '../types.ts';

/** What the refund does to stock, to the order's financial status, and to what can still be refunded. */
export function effectsOf(order: OrderSnapshot, draft: Draft, flows: readonly Flow[]): RefundPlan['effects'] {
  const booked = flows.reduce((all, flow) => all + (inRefund(flow) ? flow.minor : 0), 0);
  const {shop: netShop, presentment: net} = order.netPayment;
  const after = Math.max(0, payableNow(order).minor - booked);
  const shop = net.minor <= 0 ? 0 : mulDiv(Math.max(0, netShop.minor), after, net.minor, 'halfUp');
  return {
    stock: draft.stock,
    financialStatus: booked === 0 ? 'UNCHANGED' : booked >= net.minor ? 'REFUNDED' : 'PARTIALLY_REFUNDED',
    remaining: {
      shop: {minor: shop, currency: order.shopCurrency},
      presentment: {minor: after, currency: order.currency},
    },
  };
}
