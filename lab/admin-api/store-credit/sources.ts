/** Store credit rows as the API's objects. */
import type {Source} from '../resolvers.ts';
import type {Store} from '../store.ts';
import {type AccountRow, findAccount, type TransactionRow} from './accounts.ts';

export function accountSource(row: AccountRow): Source {
  return {
    __typename: 'StoreCreditAccount',
    id: row.id,
    ownerId: row.owner,
    balance: {amount: row.balance, currencyCode: row.currency},
  };
}

/** A transaction with its account as it stands now. */
export function transactionSource(store: Store, row: TransactionRow): Source {
  const account = findAccount(store, row.account);
  const currencyCode = account?.currency;
  return {
    __typename: `StoreCreditAccount${row.kind}Transaction`,
    id: row.id,
    account: account && accountSource(account),
    amount: {amount: row.amount, currencyCode},
    balanceAfterTransaction: {amount: row.balance_after, currencyCode},
    createdAt: row.created_at,
    event: row.event,
    expiresAt: row.expires_at,
    remainingAmount: {amount: row.remaining, currencyCode},
    originId: row.origin,
    creditId: row.credit,
  };
}
