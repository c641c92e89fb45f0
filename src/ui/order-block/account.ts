import {StoreCreditAccountState} from '../../../graphql/generated/operations.ts';
import type {Money} from '../../core/index.ts';
import {AdminError, withRetry} from '../../execution/index.ts';
import {accountOf} from '../../execution/calls/account.ts';
import {moneyOf} from '../../execution/money-state.ts';
import type {ClaimedCall} from '../../execution/types.ts';
import type {BlockHost} from './host.ts';

/** What a store credit account shows now. */
export interface AccountNow {
  readonly balance: Money;
  /** The credits that came since the call was written down, newest first, as far as one page tells. */
  readonly credits: readonly {readonly id: string; readonly amount: Money; readonly at: string}[];
}

/** The account that a call gives store credit to; null where it can't be read. */
export async function readAccount(
  {admin, wait}: Pick<BlockHost, 'admin' | 'wait'>,
  {act, evidence, legs}: ClaimedCall,
): Promise<AccountNow | null> {
  const ownerId = act?.kind === 'storeCreditAccountCredit' ? act.ownerId : evidence?.ownerId;
  const currency = legs[0]?.amount.currency;
  if (!ownerId || !currency) return null;
  try {
    const {owner} = (await withRetry(admin, wait).request(StoreCreditAccountState, {ownerId})).data;
    const account = accountOf(owner, currency);
    if (!account) return {balance: {minor: 0, currency}, credits: []};
    const last = evidence?.before?.lastTransactionId ?? null;
    const {nodes} = account.transactions;
    const known = nodes.findIndex((entry) => 'id' in entry && entry.id === last);
    const credits = nodes
      .slice(0, known < 0 ? nodes.length : known)
      .flatMap((entry) =>
        entry.__typename === 'StoreCreditAccountCreditTransaction'
          ? [{id: entry.id, amount: moneyOf(entry.amount), at: entry.createdAt}]
          : [],
      );
    return {balance: moneyOf(account.balance), credits};
  } catch (error) {
    if (error instanceof AdminError) return null;
    throw error;
  }
}
