/** `orderMarkAsPaid`: books what is outstanding as paid by hand. Recorded: the shop side is at today's rate. */
import type {Store} from '../store.ts';
import type {OrderRecord} from './model.ts';
import {capturable} from './payments.ts';
import {today} from './rates.ts';
import {outstanding} from './totals.ts';

export const canMarkAsPaid = (order: OrderRecord): boolean =>
  order.cancelledAt === null && outstanding(order).customer > 0 && capturable(order).customer === 0;

/** Changes `order`; ask `canMarkAsPaid` first. */
export function markAsPaid(store: Store, order: OrderRecord): void {
  const now = store.clock.iso();
  const open = outstanding(order).customer;
  const waiting = order.transactions.find(({kind, status}) => kind === 'SALE' && status === 'PENDING');
  if (waiting && waiting.amount.customer === open) {
    waiting.status = 'SUCCESS';
    waiting.amount = today(store, order, open);
    waiting.processedAt = now;
  } else {
    order.transactions.push({
      id: store.newGid('OrderTransaction'),
      kind: 'SALE',
      status: 'SUCCESS',
      errorCode: null,
      gateway: 'manual',
      parentId: null,
      amount: today(store, order, open),
      rounding: null,
      accountNumber: null,
      giftCardId: null,
      createdAt: now,
      processedAt: now,
      test: order.test,
    });
  }
  order.updatedAt = now;
}
