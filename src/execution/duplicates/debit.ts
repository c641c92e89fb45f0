import {StoreCreditAccountDebit, StoreCreditAccountState} from '../../../graphql/generated/operations.ts';
import {AdminError} from '../admin/error.ts';
import {withRetry} from '../admin/retry.ts';
import {debitsSince, newestOf} from '../calls/account.ts';
import {moneyInput} from '../calls/refund-variables.ts';
import {amend, notAtRest, withCall} from '../claim/amend.ts';
import type {DecisionOutcome} from '../claim/amend.ts';
import {creditHandle} from '../evidence.ts';
import {problemOf, refusedBy} from '../problem.ts';
import type {Claim, ClaimedCall, CreditDebit, Environment, Problem, ReadClaim} from '../types.ts';
import {creditedCalls} from '../waiting.ts';
import {findDuplicateCredits} from './find.ts';
import type {DuplicateCredit} from './find.ts';

/**
 * Takes a duplicate credit back, by a person's decision and only while the account holds as much. Nothing at Shopify guards a
 * debit against a repeat: the intent is written first, an open outcome is adopted when exactly one new debit fits, and is
 * never sent again; in every other case a person answers (`settleDebit`).
 * @param duplicate from `findDuplicateCredits`; it is looked for again before anything is sent
 * @returns `recorded` also when the debit failed or its outcome is open: the call's `debits` say so
 * @throws AdminError before the intent is written
 */
export async function debitDuplicate(
  read: ReadClaim,
  duplicate: Pick<DuplicateCredit, 'callId' | 'creditTransactionId'>,
  reason: string,
  env: Environment,
): Promise<DecisionOutcome> {
  const {claim, digest, problem} = read;
  const call = callOf(claim, duplicate.callId);
  if (problem) return refused(problem);
  if (!claim || !call) return refused({code: 'noSuchCall', call: duplicate.callId});
  const busy = notAtRest(claim) || unsettled(call);
  if (busy) return refused(busy);
  const admin = withRetry(env.admin, env.wait.bind(env), env.now.bind(env));
  const again = (await findDuplicateCredits(env, claim)).find(
    ({creditTransactionId}) => creditTransactionId === duplicate.creditTransactionId,
  );
  if (!again) return refused({code: 'noDuplicate'});
  if (!again.unspent) return refused({code: 'duplicateSpent'});
  const ownerId = call.evidence?.ownerId || '';
  const {owner} = (await admin.request(StoreCreditAccountState, {ownerId})).data;
  const {creditTransactionId, accountId, amount} = again;
  const before = newestOf(owner, amount.currency);
  const at = new Date(env.now()).toISOString();
  const debit: CreditDebit = {
    creditTransactionId,
    accountId,
    amount,
    before,
    staff: env.staff,
    at,
    reason,
    state: 'intended',
  };
  const intended = await note(claim, digest, call, debit, env);
  if (intended.state !== 'recorded') return intended;
  const outcome = await send(debit, ownerId, {...env, admin});
  return note(intended.claim, intended.digest, call, outcome, env);
}

/**
 * What a person answers to a debit whose outcome nothing could settle, after looking at the account: `happened` ends it,
 * `didNotHappen` allows another.
 */
export async function settleDebit(
  read: ReadClaim,
  callId: string,
  answer: 'happened' | 'didNotHappen',
  env: Environment,
): Promise<DecisionOutcome> {
  const {claim, digest, problem} = read;
  const call = callOf(claim, callId);
  const debit = call?.evidence?.debits?.find(isOpen);
  if (problem) return refused(problem);
  if (!claim || !call || !debit) return refused({code: 'nothingToDecide', state: 'done'});
  const busy = notAtRest(claim);
  if (busy) return refused(busy);
  const state = answer === 'happened' ? 'done' : 'failed';
  return note(claim, digest, call, {...debit, state, staff: env.staff}, env);
}

/**
 * A person has looked and lets the customer keep what was given: it counts as no duplicate any more.
 * @param kept the credit that is kept, where one was found
 */
export async function keepDuplicate(
  read: ReadClaim,
  kept: {readonly callId: string; readonly creditTransactionId?: string},
  reason: string,
  env: Environment,
): Promise<DecisionOutcome> {
  const {claim, digest, problem} = read;
  const call = callOf(claim, kept.callId);
  if (problem) return refused(problem);
  if (!claim || !call) return refused({code: 'noSuchCall', call: kept.callId});
  const busy = notAtRest(claim);
  if (busy) return refused(busy);
  const {problem: found, ...rest} = call.evidence || {};
  const evidence = found && found.code !== 'duplicateCredit' ? {...rest, problem: found} : rest;
  const {planId, orderId} = claim;
  const at = new Date(env.now()).toISOString();
  const handle = kept.creditTransactionId ? creditHandle(kept.creditTransactionId) : `${planId}-${call.id}-kept`;
  const record = {handle, orderId, evidence: {planId, ...kept, kept: true, reason, staff: env.staff, at}};
  return amend(claim, digest, withCall(claim, {...call, evidence}), [record], env);
}

async function send(debit: CreditDebit, ownerId: string, env: Environment): Promise<CreditDebit> {
  const {accountId: id, amount, before} = debit;
  try {
    const variables = {id, debitInput: {debitAmount: moneyInput(amount)}};
    const payload = (await env.admin.request(StoreCreditAccountDebit, variables)).data.storeCreditAccountDebit;
    const {storeCreditAccountTransaction: taken, userErrors = []} = payload || {};
    const debitTransactionId = taken?.id;
    if (debitTransactionId) return {...debit, state: 'done', debitTransactionId};
    return {...debit, state: 'failed', problem: refusedBy('debitRefused', userErrors)};
  } catch (error) {
    if (!(error instanceof AdminError)) throw error;
    if (error.landed === 'no') return {...debit, state: 'failed', problem: problemOf(error)};
    const [debitTransactionId, ...more] = await debitsOf(env, ownerId, amount, before);
    if (debitTransactionId !== undefined && more.length === 0) return {...debit, state: 'done', debitTransactionId};
    return {...debit, state: 'unknown', problem: problemOf(error)};
  }
}

async function debitsOf(env: Environment, ownerId: string, amount: CreditDebit['amount'], before: string | null) {
  try {
    const {owner} = (await env.admin.request(StoreCreditAccountState, {ownerId})).data;
    return debitsSince(owner, amount, before);
  } catch (error) {
    if (error instanceof AdminError) return [];
    throw error;
  }
}

/** One compare-and-set with the debit as it stands. A duplicate that is gone is filed, so that nothing adopts it. */
async function note(
  claim: Claim,
  digest: string | null,
  {id}: ClaimedCall,
  debit: CreditDebit,
  env: Environment,
): Promise<DecisionOutcome> {
  const call = callOf(claim, id) as ClaimedCall;
  const {problem, ...rest} = call.evidence || {};
  const former = rest.debits?.filter((other) => !isOpen(other)) || [];
  const debits = [...former, debit];
  const taken = debits.filter(({state}) => state === 'done').length;
  const over = problem?.code === 'duplicateCredit' && taken >= Number(problem['count'] ?? 2) - 1;
  const changed = {...call, evidence: {...rest, ...(problem && !over ? {problem} : {}), debits}};
  const {planId, orderId} = claim;
  const name = debit.creditTransactionId.slice(debit.creditTransactionId.lastIndexOf('/') + 1);
  const handle = `${planId}-${id}-debit-${name}-${debit.state}-${Date.parse(debit.at)}`.toLowerCase();
  const evidence = {planId, callId: id, debit};
  const filed = {handle: creditHandle(debit.creditTransactionId), orderId, evidence};
  const records = [{handle, orderId, evidence}, ...(debit.state === 'done' ? [filed] : [])];
  return amend(claim, digest, withCall(claim, changed), records, env);
}

function callOf(claim: Claim | null, id: string): ClaimedCall | undefined {
  return claim ? creditedCalls(claim).find((call) => call.id === id) : undefined;
}

function isOpen({state}: CreditDebit): boolean {
  return state === 'intended' || state === 'unknown';
}

function unsettled({evidence}: ClaimedCall): Problem | null {
  return evidence?.debits?.some(isOpen) ? {code: 'debitUnknown'} : null;
}

function refused(problem: Problem): DecisionOutcome {
  return {state: 'refused', problem};
}
