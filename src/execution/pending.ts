import {amend, notAtRest} from './claim/amend.ts';
import {recordOf} from './evidence.ts';
import type {OrderMoney} from './money-state.ts';
import type {
  Claim,
  ClaimedCall,
  EarlierExecution,
  Environment,
  OutsidePayment,
  Problem,
  ReadClaim,
  RefundTransaction,
} from './types.ts';
import {due, RECENT_MS} from './triggers/due.ts';
import {isOnItsWay} from './waiting.ts';

/** The order's refunds as a read brings them, as far as this looks at them. */
export type OrderRefunds = readonly {
  readonly transactions: {
    readonly nodes: readonly Pick<OrderMoney['refunds'][number]['transactions']['nodes'][number], 'id' | 'status'>[];
  };
}[];

export interface Refreshed {
  readonly claim: ReadClaim;
  readonly changed: boolean;
  /** Why what Shopify tells could not be noted: read again. */
  readonly problem?: Problem;
}

/**
 * Notes what became of payments that were on their way, and tells Flow what it has not confirmed yet. SUCCESS has arrived. One that failed leaves its execution visibly
 * unfinished, for a person to settle; if a newer execution began meanwhile, the amount stands as an outside payment owed.
 * @param refunds as read just now, whenever block or action opens
 */
export async function refreshPending(read: ReadClaim, refunds: OrderRefunds, env: Environment): Promise<Refreshed> {
  const {claim, digest} = read;
  if (!claim || read.problem || notAtRest(claim)) return {claim: read, changed: false};
  const statuses = new Map(refunds.flatMap(({transactions}) => transactions.nodes.map(({id, status}) => [id, status])));
  const now = new Date(env.now()).toISOString();
  const calls = claim.calls.map((call) => refreshed(call, statuses, now));
  const moved = calls.filter((call, index) => call !== claim.calls[index]);
  const earlier = claim.earlier.map((execution) => arrived(execution, statuses));
  const same = moved.length === 0 && earlier.every((execution, index) => execution === claim.earlier[index]);
  const told = env.now() - Date.parse(claim.at) < RECENT_MS || due(claim, claim).keys.length === 0;
  if (same && told) {
    return {claim: read, changed: false};
  }
  const outside = [...claim.outside, ...claim.earlier.flatMap((execution) => owed(execution, statuses, now))];
  const state = calls.every((call) => call.state === 'done') ? 'done' : 'stopped';
  const records = moved.map((call) => withStatuses(claim, call, env));
  const outcome = await amend(claim, digest, {calls, earlier, outside, state}, records, env);
  if (outcome.state !== 'recorded') return {claim: read, changed: false, problem: outcome.problem};
  return {claim: {claim: outcome.claim, digest: outcome.digest, updatedAt: outcome.updatedAt ?? null}, changed: true};
}

type Statuses = ReadonlyMap<string, string>;

function refreshed(call: ClaimedCall, statuses: Statuses, at: string): ClaimedCall {
  const {transactions = []} = call.evidence || {};
  const settled = transactions.map((one) => {
    const status = isOnItsWay(one) ? (statuses.get(one.id) ?? one.status) : one.status;
    return status === one.status ? one : {...one, status};
  });
  if (settled.every((one, index) => one === transactions[index])) return call;
  // What had failed when a person settled the call is settled.
  const failed = settled.filter(
    (one, index) => isFailed(one) && !(call.state === 'done' && one === transactions[index]),
  );
  const evidence = {...call.evidence, transactions: settled};
  if (failed.length === 0) return {...call, at, evidence};
  const problem = {code: 'paymentFailed', transactions: failed.map(({id}) => id).join(' '), failed: failed.length};
  return {...call, state: 'partlyDone', at, evidence: {...evidence, problem}};
}

function isFailed({status}: RefundTransaction): boolean {
  return status === 'FAILURE' || status === 'ERROR';
}

/** What hasn't ended yet stays. */
function arrived(execution: EarlierExecution, statuses: Statuses): EarlierExecution {
  const {pending, ...rest} = execution;
  const left = pending?.filter((one) => isOnItsWay({status: statuses.get(one.id) ?? one.status}));
  if (!pending || !left || left.length === pending.length) return execution;
  return left.length === 0 ? rest : {...rest, pending: left};
}

function owed({planId, pending = []}: EarlierExecution, statuses: Statuses, at: string): OutsidePayment[] {
  const failed = pending.filter(({id}) => statuses.get(id) === 'FAILURE' || statuses.get(id) === 'ERROR');
  return failed.map(({id, amount}) => {
    const callId = `payment-${id.slice(id.lastIndexOf('/') + 1)}`;
    return {planId, callId, amount, at, state: 'owed'};
  });
}

function withStatuses(claim: Claim, call: ClaimedCall, env: Environment) {
  const statuses = call.evidence?.transactions?.map(({status}) => status.toLowerCase()).join('-') || '';
  const record = recordOf({...claim, staff: env.staff}, call);
  return {...record, handle: `${record.handle}-${statuses}`.slice(0, 255).replaceAll(/[^a-z0-9-]/g, '-')};
}
