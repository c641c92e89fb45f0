import type {StoreCreditAccountCreditMutationVariables} from '../../../graphql/generated/admin.generated.d.ts';
import {StoreCreditAccountCredit, StoreCreditAccountState} from '../../../graphql/generated/operations.ts';
import {AdminError} from '../admin/error.ts';
import {canonicalJson} from '../canonical.ts';
import {moneyOf} from '../money-state.ts';
import {Halt, problemOf, refusedBy} from '../problem.ts';
import type {CreditOwner, Run} from '../run.ts';
import type {CallAct, ClaimedCall, Problem} from '../types.ts';
import {beforeOf, fitting, unclaimed} from './account.ts';
import {moneyInput} from './refund-variables.ts';

type CreditCall = ClaimedCall & {readonly act: Extract<CallAct, {kind: 'storeCreditAccountCredit'}>};

const DAY_MS = 86_400_000;

/**
 * Extra store credit, which nothing at Shopify guards against a repeat. A call whose outcome is open is never sent again:
 * it is adopted when exactly one new, unclaimed credit fits what the intent noted; else a person decides, also when nothing
 * is found, because a late request can still land. What a person answered doesn't outweigh a credit that is there after all.
 * @returns what stops the execution, or null when the call is done
 * @throws Halt, AdminError before the act; ClaimLost, ClaimUnwritten
 */
export async function creditStep(run: Run, call: CreditCall): Promise<Problem | null> {
  const owner = await run.lookAtCredit(call.act.ownerId);
  if (owner?.__typename !== 'Customer' && owner?.__typename !== 'CompanyLocation') {
    throw new Halt({code: 'creditRefused', message: 'Owner does not exist'});
  }
  const {before: noted, decision} = call.evidence || {};
  // A workflow notes the account with its plan. What is still planned, and nobody answered for, was never sent.
  if (noted && (decision || call.state !== 'planned')) {
    const found = await settle(run, call, owner);
    if (found !== 'nothing') return found;
    if (call.state !== 'planned') return stay(run, call, {code: 'nothingFound'});
  }
  if (run.written === null) await run.commit();
  return give(run, call, owner);
}

/** Intends, with the account as it stands, and acts. */
async function give(run: Run, call: CreditCall, owner: CreditOwner): Promise<Problem | null> {
  const {act} = call;
  const before = beforeOf(owner, act.amount.currency);
  const expiresAt = act.expiresAfterDays === undefined ? undefined : expiry(run.env.now(), act.expiresAfterDays);
  const variables: StoreCreditAccountCreditMutationVariables = {
    id: act.ownerId,
    creditInput: {creditAmount: moneyInput(act.amount), notify: act.notify, ...(expiresAt ? {expiresAt} : {})},
  };
  const decision = call.evidence?.decision;
  const evidence = {before, ownerId: act.ownerId, ...(expiresAt ? {expiresAt} : {}), ...(decision ? {decision} : {})};
  run.move(call.id, 'intended', {variablesHash: run.env.hash(canonicalJson(variables)), evidence});
  await run.commit();
  const intended = run.call(call.id) as CreditCall;
  try {
    const payload = (await run.act(StoreCreditAccountCredit, variables)).data.storeCreditAccountCredit;
    const {storeCreditAccountTransaction: credit, userErrors = []} = payload || {};
    if (!credit) return fail(run, intended, refusedBy('creditRefused', userErrors));
    const expected = before.balance.minor + act.amount.minor;
    const alone = moneyOf(credit.balanceAfterTransaction).minor === expected;
    return await done(run, intended, credit.id, alone);
  } catch (error) {
    if (!(error instanceof AdminError)) throw error;
    if (error.landed === 'no') return fail(run, intended, problemOf(error));
    return lost(run, intended, error);
  }
}

/** The answer got lost: the account may show what happened. */
async function lost(run: Run, call: CreditCall, error: AdminError): Promise<Problem | null> {
  try {
    const {data} = await run.env.admin.request(StoreCreditAccountState, {ownerId: call.act.ownerId});
    const found = await settle(run, call, data.owner);
    return found === 'nothing' ? stay(run, call, problemOf(error)) : found;
  } catch (failure) {
    if (failure instanceof AdminError) return stay(run, call, problemOf(error));
    throw failure;
  }
}

/** Adopts the one credit that fits, leaves several to a person, or finds nothing. @throws AdminError */
async function settle(run: Run, call: CreditCall, owner: CreditOwner): Promise<Problem | null | 'nothing'> {
  const {before, expiresAt} = call.evidence || {};
  if (!before) return 'nothing';
  const fits = fitting(owner, call.act.amount, before, expiresAt);
  if (fits === null) {
    // Nobody can read back that far: what a person saw is all there is. Without an answer it stays open.
    const answered = call.state === 'planned' && call.evidence?.decision?.answer === 'didNotHappen';
    return answered ? 'nothing' : stay(run, call, {code: 'accountTooBusy'});
  }
  const own = new Set(run.draft.calls.map(({evidence}) => evidence?.creditTransactionId));
  const free = await unclaimed(
    run.env.admin,
    fits.filter((id) => !own.has(id)),
  );
  const [only] = free;
  if (only === undefined) return 'nothing';
  return free.length === 1 ? done(run, call, only, true) : stay(run, call, {code: 'severalFit', count: free.length});
}

/** @param alone whether the balance shows that nothing else came in between; if not, matching credits are counted */
async function done(run: Run, call: CreditCall, creditTransactionId: string, alone: boolean): Promise<null> {
  const count = alone ? 1 : await countFitting(run, call);
  const problem: Problem | null =
    count === null || count > 1 ? {code: 'duplicateCredit', ...(count === null ? {} : {count})} : null;
  const {problem: _settled, ...noted} = call.evidence || {};
  run.move(call.id, 'done', {evidence: {...noted, creditTransactionId, ...(problem ? {problem} : {})}});
  return null;
}

/** How many credits like this one came since the intent; null when nobody can say. */
async function countFitting(run: Run, call: CreditCall): Promise<number | null> {
  const {before, expiresAt} = call.evidence || {};
  if (!before) return null;
  try {
    const {data} = await run.env.admin.request(StoreCreditAccountState, {ownerId: call.act.ownerId});
    return fitting(data.owner, call.act.amount, before, expiresAt)?.length ?? null;
  } catch (error) {
    if (error instanceof AdminError) return null;
    throw error;
  }
}

/** Shopify refused: nothing was given, so nothing that the account shows can be this call's. */
function fail(run: Run, call: CreditCall, problem: Problem): Problem {
  run.move(call.id, 'failed', {evidence: {problem}});
  return problem;
}

function stay(run: Run, call: CreditCall, problem: Problem): Problem {
  run.move(call.id, 'unknown', {evidence: {...call.evidence, problem}});
  return {...problem, code: 'outcomeUnknown', cause: problem.code};
}

/** Whole seconds: Shopify's DateTime keeps no more. */
function expiry(now: number, days: number): string {
  return `${new Date(now + days * DAY_MS).toISOString().slice(0, 19)}Z`;
}
