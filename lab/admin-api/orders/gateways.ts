/** What a gateway answers when it is told to pay back. SUCCESS, unless a test or a person in the lab says otherwise. */
import type {Store} from '../store.ts';
import type {TransactionRecord} from './model.ts';

export interface GatewayAnswer {
  status: 'ERROR' | 'FAILURE' | 'PENDING' | 'SUCCESS';
  /** An OrderTransactionErrorCode with FAILURE or ERROR, for instance INSUFFICIENT_FUNDS. */
  errorCode: string | null;
}

export function migrateGateways(store: Store): void {
  store.exec(`CREATE TABLE IF NOT EXISTS gateway_answers (
    target TEXT PRIMARY KEY, status TEXT NOT NULL, error_code TEXT, times INTEGER
  ) STRICT`);
}

/**
 * Sets what refunds on a gateway, or on one payment, are answered with.
 * @param target a gateway ("shopify_payments") or the global id of the payment; the payment goes first
 * @param times how many refunds it holds for; null: until it is changed
 */
export function setGatewayAnswer(
  store: Store,
  target: string,
  answer: GatewayAnswer,
  times: number | null = null,
): void {
  store.run(
    'INSERT OR REPLACE INTO gateway_answers (target, status, error_code, times) VALUES (?, ?, ?, ?)',
    target,
    answer.status,
    answer.errorCode,
    times,
  );
}

/** The answer for a refund on this payment; uses up one of a limited number. */
export function gatewayAnswer(store: Store, payment: TransactionRecord): GatewayAnswer {
  for (const target of [payment.id, payment.gateway]) {
    const row = store.get<{status: GatewayAnswer['status']; error_code: string | null; times: number | null}>(
      'SELECT status, error_code, times FROM gateway_answers WHERE target = ?',
      target,
    );
    if (!row) continue;
    if (row.times !== null) {
      if (row.times <= 1) store.run('DELETE FROM gateway_answers WHERE target = ?', target);
      else store.run('UPDATE gateway_answers SET times = ? WHERE target = ?', row.times - 1, target);
    }
    return {status: row.status, errorCode: row.error_code};
  }
  return {status: 'SUCCESS', errorCode: null};
}
