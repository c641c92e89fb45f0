/** What a person or a test may do to the lab's money from outside: the bank's side of refunds, and the day's rates. */
import type {Store} from '../store.ts';
import {type GatewayAnswer, setGatewayAnswer} from './gateways.ts';
import {setTodaysRate} from './rates.ts';
import {backToGiftCard} from './gift-card-money.ts';
import {settle} from './refund-book.ts';
import {orderOfPart, saveOrder} from './repository.ts';

/**
 * Tells how a refund that was on its way ended: it arrived, or the gateway declined after all.
 * @param errorCode an OrderTransactionErrorCode, with FAILURE
 * @throws Error when there is no such transaction on its way
 */
export function settleRefund(
  store: Store,
  transactionId: string,
  status: 'FAILURE' | 'SUCCESS',
  errorCode: string | null = null,
): void {
  const order = orderOfPart(store, transactionId);
  if (!order) throw new Error(`No order has a transaction ${transactionId}`);
  store.transaction(() => {
    const refund = settle(store, order, transactionId, status, errorCode);
    if (status === 'SUCCESS') backToGiftCard(store, order, refund);
    saveOrder(store, order);
  });
}

type Body = Readonly<Record<string, unknown>>;

const text = (body: Body, field: string): string => {
  const value = body[field];
  if (typeof value !== 'string' || value === '') throw new Error(`${field} has to be a text`);
  return value;
};

function oneOf<T extends string>(body: Body, field: string, allowed: readonly T[]): T {
  const value = allowed.find((one) => one === body[field]);
  if (value === undefined) throw new Error(`${field} has to be one of ${allowed.join(', ')}`);
  return value;
}

const STATUSES: readonly GatewayAnswer['status'][] = ['ERROR', 'FAILURE', 'PENDING', 'SUCCESS'];

/** `POST /lab/api/orders/…`: the same from outside the process. */
export const ORDER_CONTROLS: Readonly<Record<string, (store: Store, body: Body) => void>> = {
  /** {target: gateway or payment id, status, errorCode?, times?} */
  gateway(store, body) {
    const errorCode = typeof body.errorCode === 'string' ? body.errorCode : null;
    const times = typeof body.times === 'number' ? body.times : null;
    setGatewayAnswer(store, text(body, 'target'), {status: oneOf(body, 'status', STATUSES), errorCode}, times);
  },
  /** {transactionId, status, errorCode?} */
  settle(store, body) {
    const errorCode = typeof body.errorCode === 'string' ? body.errorCode : null;
    settleRefund(store, text(body, 'transactionId'), oneOf(body, 'status', ['FAILURE', 'SUCCESS']), errorCode);
  },
  /** {currency, shopCurrency, rate} */
  rate(store, body) {
    setTodaysRate(store, text(body, 'currency'), text(body, 'shopCurrency'), text(body, 'rate'));
  },
};
