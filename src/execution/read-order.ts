import type {OrderForRefundQuery} from '../../graphql/generated/admin.generated.d.ts';
import {OrderForRefund, OrderLinesPage, RefundLinesPage} from '../../graphql/generated/operations.ts';
import {readClaim} from './claim/read.ts';
import {moneyStateOf} from './money-state.ts';
import {Halt} from './problem.ts';
import type {AdminApi, Confirmed, ReadClaim} from './types.ts';

type Order = NonNullable<OrderForRefundQuery['order']>;

export interface OrderReading {
  /** Complete: every line and every refund line of the order, whatever its length. */
  readonly raw: OrderForRefundQuery & {readonly order: Order};
  readonly claim: ReadClaim;
  /** For `executePlan` and `resume`: what the person sees now. */
  readonly confirmed: Confirmed;
}

export interface ReadingProgress {
  readonly lines: number;
  readonly refunds: number;
}

const READINGS = 4;

/**
 * Reads an order in one piece. Beyond 250 lines it pages, and when the order changes between two pages it starts again.
 * @param now the clock in milliseconds since 1970, noted as the moment of reading
 * @param onProgress told after each page
 * @throws Halt `orderGone` when there is no such order (or it is older than 60 days and the app may not read it),
 *   `orderRestless` when it changed at every reading; AdminError
 */
export async function readOrderForRefund(
  admin: AdminApi,
  id: string,
  now: () => number,
  onProgress: (progress: ReadingProgress) => void = () => undefined,
): Promise<OrderReading> {
  for (let reading = 1; reading <= READINGS; reading += 1) {
    const {data} = await admin.request(OrderForRefund, {id});
    const {order} = data;
    if (!order) throw new Halt({code: 'orderGone', order: id});
    onProgress({lines: order.lineItems.nodes.length, refunds: order.refunds.length});
    const complete = await completed(admin, order, onProgress);
    if (complete) {
      const claim = readClaim(complete.claim, id);
      const confirmed = {orderId: id, claim, money: moneyStateOf(complete), at: now()};
      return {raw: {...data, order: complete}, claim, confirmed};
    }
  }
  throw new Halt({code: 'orderRestless', readings: READINGS});
}

/** The order with all pages, or null when it changed meanwhile. Refund lines first: the line pages then vouch for both. */
async function completed(
  admin: AdminApi,
  order: Order,
  onProgress: (progress: ReadingProgress) => void,
): Promise<Order | null> {
  const refundLines: Order['refundLines'] = [];
  for (const refund of order.refundLines) refundLines.push(await completedRefund(admin, refund));
  const nodes = [...order.lineItems.nodes];
  let {pageInfo} = order.lineItems;
  while (pageInfo.hasNextPage) {
    const {data} = await admin.request(OrderLinesPage, {id: order.id, after: pageInfo.endCursor ?? null});
    if (!data.order || data.order.updatedAt !== order.updatedAt) return null;
    nodes.push(...data.order.lineItems.nodes);
    pageInfo = data.order.lineItems.pageInfo;
    onProgress({lines: nodes.length, refunds: order.refunds.length});
  }
  return {...order, refundLines, lineItems: {nodes, pageInfo}};
}

async function completedRefund(
  admin: AdminApi,
  refund: Order['refundLines'][number],
): Promise<Order['refundLines'][number]> {
  const nodes = [...refund.refundLineItems.nodes];
  let {pageInfo} = refund.refundLineItems;
  while (pageInfo.hasNextPage) {
    const {data} = await admin.request(RefundLinesPage, {id: refund.id, after: pageInfo.endCursor ?? null});
    if (!data.refund) throw new Halt({code: 'orderRestless', refund: refund.id});
    nodes.push(...data.refund.refundLineItems.nodes);
    pageInfo = data.refund.refundLineItems.pageInfo;
  }
  return {...refund, refundLineItems: {nodes, pageInfo}};
}
