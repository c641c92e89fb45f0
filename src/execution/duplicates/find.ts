import type {StoreCreditAccountStateQuery} from '../../../graphql/generated/admin.generated.d.ts';
import {StoreCreditAccountState} from '../../../graphql/generated/operations.ts';
import {withRetry} from '../admin/retry.ts';
import {accountOf, fitting, unclaimed} from '../calls/account.ts';
import {moneyOf} from '../money-state.ts';
import {creditedCalls} from '../waiting.ts';
import type {Claim, ClaimedCall, Environment} from '../types.ts';
import type {Money} from '../../core/index.ts';

type Owner = StoreCreditAccountStateQuery['owner'];

/** A credit that fits a call which another credit has already paid. */
export interface DuplicateCredit {
  readonly callId: string;
  readonly creditTransactionId: string;
  readonly accountId: string;
  readonly amount: Money;
  /** Whether the account still holds as much: store credit has no serial numbers. */
  readonly unspent: boolean;
}

/**
 * Credits that came since a call's intent, fit it, and belong to no execution: the call itself is paid by another one. A late
 * request may land after the count that the engine made, also when a newer execution has begun, so whoever doubts can look at
 * any time; one request for each account that the claim's credits went to, and one for each find.
 * @throws AdminError
 */
export async function findDuplicateCredits(
  env: Pick<Environment, 'admin' | 'wait'>,
  claim: Claim,
): Promise<readonly DuplicateCredit[]> {
  const admin = withRetry(env.admin, env.wait.bind(env));
  const calls = creditedCalls(claim);
  const own = new Set(calls.map(({evidence}) => evidence?.creditTransactionId));
  const owners = new Map<string, Owner>();
  const found = new Map<string, DuplicateCredit>();
  for (const call of calls) {
    const {ownerId, before, expiresAt, creditTransactionId: paid} = call.evidence || {};
    const amount = amountOf(call);
    if (call.state !== 'done' || !ownerId || !before || !amount) continue;
    const owner = owners.get(ownerId) || (await admin.request(StoreCreditAccountState, {ownerId})).data.owner;
    owners.set(ownerId, owner);
    const account = accountOf(owner, amount.currency);
    const others = fitting(owner, amount, before, expiresAt)?.filter((id) => !own.has(id)) || [];
    const free = await unclaimed(admin, others);
    // Where a person's word says that it happened, the oldest is the one that did.
    for (const creditTransactionId of paid ? free : free.slice(0, -1)) {
      if (!account || found.has(creditTransactionId)) continue;
      const unspent = moneyOf(account.balance).minor >= amount.minor;
      const duplicate = {callId: call.id, creditTransactionId, accountId: account.id, amount, unspent};
      found.set(creditTransactionId, duplicate);
    }
  }
  return [...found.values()];
}

/** What a credit call pays, in the account's currency. */
function amountOf({kind, legs}: ClaimedCall): Money | null {
  const [first] = legs;
  if (kind !== 'storeCreditAccountCredit' || !first) return null;
  return {...first.amount, minor: legs.reduce((sum, {amount}) => sum + amount.minor, 0)};
}
