import {ratioOf, type Call, type RefundPlan} from '../src/core/index.ts';
import {orderFromFile} from '../src/adapters/index.ts';
import {bag, minorOf, type Bag} from './amounts.ts';
import type {OrderFile, OrderNode} from './order.ts';

type RefundCall = Extract<Call, {kind: 'refundCreate'}>;

/**
 * The order's answer as it stands after a plan was carried out: refunds, their transactions, quantities and totals. As on a real
 * store, units that were not restocked are reported without an amount.
 */
export function applyPlan(file: OrderFile, plan: RefundPlan): OrderFile {
  return plan.calls
    .filter((call): call is RefundCall => call.kind === 'refundCreate')
    .reduce((state, call) => applyRefund(state, call, plan), file);
}

function applyRefund(file: OrderFile, call: RefundCall, plan: RefundPlan): OrderFile {
  const {order} = file;
  const {total, currency, shopCurrency} = orderFromFile(file);
  const money = (minor: number): Bag => bag(minor, {currency, shopCurrency, rate: ratioOf(total)});
  const number = order.refunds.length + 1;
  const id = `gid://shopify/Refund/${number}`;
  const createdAt = `2026-11-${String(11 + number).padStart(2, '0')}T10:00:00Z`;
  const paid = call.transactions.reduce((all, transaction) => all + transaction.amount.minor, 0);
  const credited = call.storeCredit?.minor ?? 0;
  const transactions = call.transactions.map(({parentId, gateway, amount}, index) => ({
    id: `gid://shopify/OrderTransaction/${number}0${index + 1}`,
    kind: 'REFUND' as const,
    status: 'SUCCESS' as const,
    gateway,
    amountSet: money(amount.minor),
    parentTransaction: {id: parentId},
  }));
  const gone = new Map<string, number>();
  for (const {lineItemId, quantity} of call.refundLineItems)
    gone.set(lineItemId, (gone.get(lineItemId) ?? 0) + quantity);
  const left = <Line extends OrderNode['lineItems']['nodes'][number]>(line: Line): Line => {
    const units = gone.get(line.id) ?? 0;
    return {
      ...line,
      refundableQuantity: line.refundableQuantity - units,
      unfulfilledQuantity: Math.max(0, line.unfulfilledQuantity - units),
    };
  };
  const net = minorOf(order.netPaymentSet) - paid - credited;
  return {
    ...file,
    order: {
      ...order,
      updatedAt: createdAt,
      displayFinancialStatus: net <= 0 ? 'REFUNDED' : 'PARTIALLY_REFUNDED',
      netPaymentSet: money(net),
      totalRefundedSet: money(minorOf(order.totalRefundedSet) + paid + credited),
      totalRefundedShippingSet: money(minorOf(order.totalRefundedShippingSet) + (call.shipping?.minor ?? 0)),
      refunds: [
        ...order.refunds,
        {
          id,
          createdAt,
          note: null,
          totalRefundedSet: money(paid + credited),
          duties: [],
          transactions: {nodes: transactions},
        },
      ],
      refundLines: [
        ...order.refundLines,
        {
          id,
          refundLineItems: {
            nodes: call.refundLineItems.map((choice) => refundedLine(choice, plan, money)),
            pageInfo: {hasNextPage: false, endCursor: null},
          },
          refundShippingLines: {nodes: []},
        },
      ],
      lineItems: {...order.lineItems, nodes: order.lineItems.nodes.map(left)},
    },
    ...(file.linesAfter ? {linesAfter: file.linesAfter.map(left)} : {}),
  };
}

function refundedLine(
  {lineItemId, quantity, restockType}: RefundCall['refundLineItems'][number],
  plan: RefundPlan,
  money: (minor: number) => Bag,
): OrderNode['refundLines'][number]['refundLineItems']['nodes'][number] {
  const minorIn = (kind: 'items' | 'tax') => {
    const lines = plan.components.find((component) => component.kind === kind)?.lines ?? [];
    return restockType === 'NO_RESTOCK' ? 0 : (lines.find((line) => line.lineId === lineItemId)?.amount.minor ?? 0);
  };
  return {
    quantity,
    restockType,
    lineItem: {id: lineItemId},
    subtotalSet: money(minorIn('items')),
    totalTaxSet: money(minorIn('tax')),
  };
}
