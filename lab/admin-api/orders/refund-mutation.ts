/** `refundCreate`: all or nothing, once per idempotency key. */
import type {GraphQLResolveInfo} from 'graphql';
import {userError} from '../errors.ts';
import type {Idempotent, Payload} from '../idempotency.ts';
import type {LabContext} from '../resolvers.ts';
import {moveMoney} from './move-money.ts';
import {orderSource} from './order-source.ts';
import {requireRefundPermission} from './permissions.ts';
import {bookRefund} from './refund-book.ts';
import {refundErrors} from './refund-checks.ts';
import type {RefundInput} from './refund-input.ts';
import {refundSource} from './refund-source.ts';
import {findOrder, saveOrder} from './repository.ts';

interface Remembered {
  orderId: string;
  refundId: string;
}

function resolve({input}: {input: RefundInput}, context: LabContext, info: GraphQLResolveInfo): Payload {
  const {store, settings} = context;
  const order = findOrder(store, input.orderId);
  if (!order) return {refund: null, order: null, userErrors: [userError(['orderId'], 'Order does not exist')]};
  const errors = refundErrors({
    order,
    input,
    now: store.clock.now().getTime(),
    storeCreditEnabled: settings.storeCreditEnabled,
  });
  if (errors.length > 0) return {refund: null, order: orderSource(order), userErrors: errors};
  requireRefundPermission(context, info, order, input);
  const refund = bookRefund(store, order, input);
  const expiresAt = input.refundMethods?.[0]?.storeCreditRefund?.expiresAt ?? null;
  const refused = moveMoney(context, order, refund, {event: 'ORDER_REFUND', expiresAt});
  if (refused) {
    const before = findOrder(store, input.orderId);
    return {refund: null, order: before ? orderSource(before) : null, userErrors: [refused]};
  }
  saveOrder(store, order);
  return {refund: refundSource(order, refund), order: orderSource(order), userErrors: []};
}

function rebuild({orderId, refundId}: Remembered, {store}: LabContext): Payload {
  const order = findOrder(store, orderId);
  const refund = order?.refunds.find(({id}) => id === refundId);
  return {
    refund: order && refund ? refundSource(order, refund) : null,
    order: order ? orderSource(order) : null,
    userErrors: [],
  };
}

export const refundCreate: Idempotent<{input: RefundInput}> = {
  resolve,
  remember: ({refund, order}): Remembered => ({orderId: idOf(order), refundId: idOf(refund)}),
  rebuild,
  nothing: {refund: null, order: null},
};

function idOf(source: unknown): string {
  return typeof source === 'object' && source !== null && 'id' in source ? String(source.id) : '';
}
