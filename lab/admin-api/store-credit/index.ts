/** Store credit: accounts, credits, debits, expiry. */
import {connection, type Connection, type PageArgs} from '../connections.ts';
import type {LabContext, LabModule, Source} from '../resolvers.ts';
import {fits, matches, parseSearch} from '../search-syntax.ts';
import type {Store} from '../store.ts';
import {
  type AccountRow,
  accountsOf,
  findAccount,
  migrateAccounts,
  type TransactionRow,
  transactionsOf,
} from './accounts.ts';
import {credit, debit} from './mutations.ts';
import {accountSource, transactionSource} from './sources.ts';

type Search = PageArgs & {readonly query?: string | null; readonly sortKey?: string | null};

function accounts(source: {id: string}, args: Search, {store}: LabContext): Connection<Source> {
  const search = parseSearch(args.query);
  const rows = accountsOf(store, source.id).filter((row) =>
    matches(search, (term) => term.field === 'currency_code' && fits(term, row.currency)),
  );
  return connection(rows.map(accountSource), args, (one) => String(one['id']));
}

function transactions(source: {id: string}, args: Search, {store}: LabContext): Connection<Source> {
  const search = parseSearch(args.query);
  const value = (row: TransactionRow, field: string | null): string | null =>
    field === 'id'
      ? (row.id.split('/').at(-1) ?? null)
      : field === 'type'
        ? row.kind
        : field === 'expires_at'
          ? row.expires_at
          : null;
  const rows = transactionsOf(store, source.id).filter((row) =>
    matches(search, (term) => fits(term, value(row, term.field))),
  );
  if (args.sortKey === 'EXPIRES_AT') rows.sort((a, b) => (a.expires_at ?? '9').localeCompare(b.expires_at ?? '9'));
  return connection(
    rows.map((row) => transactionSource(store, row)),
    args,
    (one) => String(one['id']),
  );
}

const origin = (source: {originId: string | null}, _args: unknown, context: LabContext): Source | null =>
  (source.originId === null ? null : context.load(source.originId)) ?? null;

function loadTransaction(store: Store, id: string): Source | undefined {
  const row = store.get<TransactionRow>('SELECT * FROM store_credit_transactions WHERE id = ?', id);
  return row && transactionSource(store, row);
}

export const storeCreditModule: LabModule = {
  name: 'storeCredit',
  migrate: migrateAccounts,
  resolvers: {
    QueryRoot: {
      storeCreditAccount: (_source: unknown, args: {id: string}, {store}) => {
        const row = findAccount(store, args.id);
        return row ? accountSource(row) : null;
      },
      storeCreditConfiguration: (_source: unknown, _args: unknown, {settings}) => ({
        storeCreditEnabled: settings.storeCreditEnabled,
      }),
    },
    Mutation: {storeCreditAccountCredit: credit, storeCreditAccountDebit: debit},
    Customer: {storeCreditAccounts: accounts},
    CompanyLocation: {storeCreditAccounts: accounts},
    StoreCreditAccount: {
      owner: (source: {ownerId: string}, _args: unknown, context) => context.load(source.ownerId),
      transactions,
    },
    StoreCreditAccountCreditTransaction: {origin},
    StoreCreditAccountDebitTransaction: {origin},
    StoreCreditAccountExpirationTransaction: {
      origin,
      creditTransaction: (source: {creditId: string}, _args: unknown, {store}) =>
        loadTransaction(store, source.creditId),
    },
  },
  nodes: {
    StoreCreditAccount: {
      load: (store, id) => {
        const row = findAccount(store, id);
        return row && accountSource(row);
      },
    },
    StoreCreditAccountCreditTransaction: {load: loadTransaction},
    StoreCreditAccountDebitTransaction: {load: loadTransaction},
  },
  inspect: (store) => ({
    accounts: store.all<AccountRow>('SELECT * FROM store_credit_accounts ORDER BY rowid'),
    transactions: store.all<TransactionRow>('SELECT * FROM store_credit_transactions ORDER BY sequence'),
  }),
};
