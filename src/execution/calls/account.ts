import {EvidenceByHandle} from '../../../graphql/generated/operations.ts';
import type {StoreCreditAccountStateQuery} from '../../../graphql/generated/admin.generated.d.ts';
import {zero} from '../../core/index.ts';
import type {Money} from '../../core/index.ts';
import {creditHandle} from '../evidence.ts';
import {moneyOf} from '../money-state.ts';
import type {AdminApi, CallEvidence} from '../types.ts';

type Owner = StoreCreditAccountStateQuery['owner'];
type Account = Extract<NonNullable<Owner>, {__typename: 'Customer'}>['storeCreditAccounts']['nodes'][number];
type Entry = Account['transactions']['nodes'][number];

/** How many transactions StoreCreditAccountState reads. */
const PAGE = 20;

/** The account before a credit, as the intent keeps it. */
export function beforeOf(owner: Owner, currency: string): NonNullable<CallEvidence['before']> {
  const account = accountOf(owner, currency);
  if (!account) return {accountId: null, lastTransactionId: null, balance: zero(currency)};
  return {accountId: account.id, lastTransactionId: newestOf(owner, currency), balance: moneyOf(account.balance)};
}

/**
 * Ids of the credits that came after `before` and fit: amount, currency, expiry, given by an app or by staff (Shopify calls
 * both ADJUSTMENT). Null when the account moved so much since that the list may be cut.
 */
export function fitting(
  owner: Owner,
  amount: Money,
  before: NonNullable<CallEvidence['before']>,
  expiresAt: string | undefined,
): readonly string[] | null {
  const entries = accountOf(owner, amount.currency)?.transactions.nodes || [];
  const known = entries.findIndex((entry) => idOfEntry(entry) === before.lastTransactionId);
  const complete = before.lastTransactionId === null ? entries.length < PAGE : known >= 0;
  if (!complete) return null;
  const added = before.lastTransactionId === null ? entries : entries.slice(0, known);
  return added.flatMap((entry) => {
    if (entry.__typename !== 'StoreCreditAccountCreditTransaction' || entry.event !== 'ADJUSTMENT') return [];
    const fits = moneyOf(entry.amount).minor === amount.minor && sameMoment(entry.expiresAt ?? undefined, expiresAt);
    return fits ? [entry.id] : [];
  });
}

/** Of these credits those that no other execution has filed as its own. @throws AdminError */
export async function unclaimed(admin: AdminApi, ids: readonly string[]): Promise<readonly string[]> {
  const free: string[] = [];
  for (const id of ids) {
    const {data} = await admin.request(EvidenceByHandle, {handle: creditHandle(id)});
    if (!data.evidence) free.push(id);
  }
  return free;
}

/** The account's newest movement, null where there is none. */
export function newestOf(owner: Owner, currency: string): string | null {
  return (
    accountOf(owner, currency)
      ?.transactions.nodes.map(idOfEntry)
      .find((id) => id !== null) ?? null
  );
}

/** Ids of the debits of an amount by an app or by staff that came after the movement `before`. */
export function debitsSince(owner: Owner, amount: Money, before: string | null): readonly string[] {
  const entries = accountOf(owner, amount.currency)?.transactions.nodes || [];
  const known = entries.findIndex((entry) => idOfEntry(entry) === before);
  return entries.slice(0, Math.max(0, known)).flatMap((entry) => {
    const own = entry.__typename === 'StoreCreditAccountDebitTransaction' && entry.event === 'ADJUSTMENT';
    return own && moneyOf(entry.amount).minor === -amount.minor ? [entry.id] : [];
  });
}

export function accountOf(owner: Owner, currency: string): Account | undefined {
  if (owner?.__typename !== 'Customer' && owner?.__typename !== 'CompanyLocation') return undefined;
  return owner.storeCreditAccounts.nodes.find(({balance}) => balance.currencyCode === currency);
}

function idOfEntry(entry: Entry): string | null {
  return 'id' in entry ? entry.id : null;
}

/** Shopify may keep an expiry with less precision than it was sent with: the day decides. */
function sameMoment(one: string | undefined, other: string | undefined): boolean {
  return one?.slice(0, 10) === other?.slice(0, 10);
}
