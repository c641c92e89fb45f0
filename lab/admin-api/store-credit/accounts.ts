/** Store credit accounts and what moves on them: one account per owner and currency, made by its first credit. */
import {add, compare, dec, type Dec, format, isZero, min, negate, ratio, subtract, ZERO} from '../decimal.ts';
import {gidType} from '../gid.ts';
import type {LabSettings} from '../settings.ts';
import type {Store} from '../store.ts';

export type StoreCreditEvent = 'ADJUSTMENT' | 'ORDER_CANCELLATION' | 'ORDER_PAYMENT' | 'ORDER_REFUND';
export type TransactionKind = 'Credit' | 'Debit' | 'Expiration';

export interface AccountRow {
  id: string;
  owner: string;
  currency: string;
  balance: string;
}

export interface TransactionRow {
  id: string;
  account: string;
  kind: TransactionKind;
  amount: string;
  balance_after: string;
  event: StoreCreditEvent;
  /** The order transaction that it came from. */
  origin: string | null;
  expires_at: string | null;
  remaining: string;
  credit: string | null;
  created_at: string;
}

export function migrateAccounts(store: Store): void {
  store.exec(`
    CREATE TABLE IF NOT EXISTS store_credit_accounts (
      id TEXT PRIMARY KEY, owner TEXT NOT NULL, currency TEXT NOT NULL, balance TEXT NOT NULL, UNIQUE (owner, currency)
    ) STRICT;
    CREATE TABLE IF NOT EXISTS store_credit_transactions (
      sequence INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, account TEXT NOT NULL, kind TEXT NOT NULL,
      amount TEXT NOT NULL, balance_after TEXT NOT NULL, event TEXT NOT NULL, origin TEXT, expires_at TEXT,
      remaining TEXT NOT NULL, credit TEXT, created_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX IF NOT EXISTS store_credit_transactions_of ON store_credit_transactions (account);
  `);
}

function write(
  store: Store,
  account: AccountRow,
  row: Omit<TransactionRow, 'id' | 'account' | 'balance_after' | 'created_at'>,
): TransactionRow {
  const after = format(add(dec(account.balance), dec(row.amount)));
  const entry: TransactionRow = {
    ...row,
    id: store.newGid(`StoreCreditAccount${row.kind}Transaction`),
    account: account.id,
    balance_after: after,
    created_at: store.clock.iso(),
  };
  store.run(
    `INSERT INTO store_credit_transactions (id, account, kind, amount, balance_after, event, origin, expires_at, remaining, credit, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    entry.id,
    entry.account,
    entry.kind,
    entry.amount,
    entry.balance_after,
    entry.event,
    entry.origin,
    entry.expires_at,
    entry.remaining,
    entry.credit,
    entry.created_at,
  );
  store.run('UPDATE store_credit_accounts SET balance = ? WHERE id = ?', after, account.id);
  return entry;
}

/** Credits whose day has come are written off, each as a transaction of its own. */
function expire(store: Store, account: AccountRow): AccountRow {
  const due = store.all<TransactionRow>(
    `SELECT * FROM store_credit_transactions WHERE account = ? AND kind = 'Credit' AND expires_at IS NOT NULL AND expires_at <= ? AND remaining <> '0.0' ORDER BY sequence`,
    account.id,
    store.clock.iso(),
  );
  const current: AccountRow = {...account};
  for (const credit of due) {
    const written = write(store, current, {
      kind: 'Expiration',
      amount: format(negate(dec(credit.remaining))),
      event: credit.event,
      origin: null,
      expires_at: null,
      remaining: '0.0',
      credit: credit.id,
    });
    store.run("UPDATE store_credit_transactions SET remaining = '0.0' WHERE id = ?", credit.id);
    current.balance = written.balance_after;
  }
  return current;
}

export function findAccount(store: Store, id: string): AccountRow | undefined {
  const row = store.get<AccountRow>('SELECT * FROM store_credit_accounts WHERE id = ?', id);
  return row && expire(store, row);
}

/** @param owner gid of a customer or a company location */
export function accountOf(store: Store, owner: string, currency: string): AccountRow | undefined {
  const row = store.get<AccountRow>(
    'SELECT * FROM store_credit_accounts WHERE owner = ? AND currency = ?',
    owner,
    currency,
  );
  return row && expire(store, row);
}

/** All accounts of an owner, oldest first. */
export function accountsOf(store: Store, owner: string): AccountRow[] {
  return store
    .all<AccountRow>('SELECT * FROM store_credit_accounts WHERE owner = ? ORDER BY rowid', owner)
    .map((row) => expire(store, row));
}

function openAccount(store: Store, owner: string, currency: string, id?: string): AccountRow {
  const row: AccountRow = {id: id ?? store.newGid('StoreCreditAccount'), owner, currency, balance: '0.0'};
  store.run(
    'INSERT INTO store_credit_accounts (id, owner, currency, balance) VALUES (?, ?, ?, ?)',
    row.id,
    owner,
    currency,
    row.balance,
  );
  return row;
}

export function transactionsOf(store: Store, account: string): TransactionRow[] {
  return store.all<TransactionRow>(
    'SELECT * FROM store_credit_transactions WHERE account = ? ORDER BY sequence',
    account,
  );
}

export interface Credit {
  readonly owner: string;
  readonly currency: string;
  /** In units of the currency, above zero. */
  readonly amount: Dec;
  readonly event: StoreCreditEvent;
  readonly origin?: string | null;
  readonly expiresAt?: string | null;
}

/** Puts money on the owner's account in that currency; opens it where there is none. Checks nothing: see `wouldExceedLimit`. */
export function creditOwner(store: Store, credit: Credit): TransactionRow {
  const account = accountOf(store, credit.owner, credit.currency) ?? openAccount(store, credit.owner, credit.currency);
  return write(store, account, {
    kind: 'Credit',
    amount: format(credit.amount),
    event: credit.event,
    origin: credit.origin ?? null,
    expires_at: credit.expiresAt ?? null,
    remaining: format(credit.amount),
    credit: null,
  });
}

/**
 * Takes money off an account: first what expires first (an assumption), then the oldest.
 * @param amount above zero and no more than the balance
 */
export function debitAccount(
  store: Store,
  account: AccountRow,
  amount: Dec,
  event: StoreCreditEvent,
  origin: string | null = null,
): TransactionRow {
  let open = amount;
  const credits = store.all<TransactionRow>(
    `SELECT * FROM store_credit_transactions WHERE account = ? AND kind = 'Credit' AND remaining <> '0.0' ORDER BY expires_at IS NULL, expires_at, sequence`,
    account.id,
  );
  for (const credit of credits) {
    if (isZero(open)) break;
    const taken = min(open, dec(credit.remaining));
    open = subtract(open, taken);
    store.run(
      'UPDATE store_credit_transactions SET remaining = ? WHERE id = ?',
      format(subtract(dec(credit.remaining), taken)),
      credit.id,
    );
  }
  return write(store, account, {
    kind: 'Debit',
    amount: format(negate(amount)),
    event,
    origin,
    expires_at: null,
    remaining: '0.0',
    credit: null,
  });
}

/** Whether a credit would lift the account over its limit; a currency without a rate in the settings has none. */
export function wouldExceedLimit(
  settings: LabSettings,
  owner: string,
  currency: string,
  balance: string,
  amount: Dec,
): boolean {
  const rate = settings.usdRates[currency];
  if (rate === undefined) return false;
  const usd =
    gidType(owner) === 'CompanyLocation'
      ? settings.storeCreditLimitUsd.companyLocation
      : settings.storeCreditLimitUsd.customer;
  const limit = ratio(dec(usd), dec(rate), dec('1'), 3);
  return compare(add(dec(balance), amount), limit) > 0;
}

export function isPositive(amount: Dec): boolean {
  return compare(amount, ZERO) > 0;
}
