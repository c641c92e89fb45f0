import {abandonedLegs} from './outside/abandoned.ts';
import type {AbandonedLeg} from './outside/abandoned.ts';
import type {ReadRequests, RefundRequest} from './requests/types.ts';
import type {Claim, ClaimedCall, OutsidePayment, ReadClaim, RefundTransaction} from './types.ts';

/** Payments that Shopify has accepted and not carried out yet. */
const ON_ITS_WAY: ReadonlySet<string> = new Set(['PENDING', 'AWAITING_RESPONSE', 'UNKNOWN']);

export function isOnItsWay({status}: Pick<RefundTransaction, 'status'>): boolean {
  return ON_ITS_WAY.has(status);
}

/** Everything on an order that somebody, or a bank, still has to do something about. */
export interface Waiting {
  /** Requests that whoever may refund can release. */
  readonly requests: readonly RefundRequest[];
  /** Plans above a limit, for someone else than who asked. */
  readonly approvals: readonly RefundRequest[];
  /** An execution stopped or never ended, or its record can't be trusted. */
  readonly unfinished: boolean;
  readonly owed: readonly OutsidePayment[];
  /** What earlier executions left unpaid and nobody has settled. */
  readonly abandoned: readonly AbandonedLeg[];
  readonly pending: readonly RefundTransaction[];
  /** Calls whose store credit may have been given twice, or whose debit nobody has settled. */
  readonly duplicates: readonly ClaimedCall[];
  readonly anything: boolean;
}

/** What waits, from the order's claim and requests. A request whose intent was carried out waits no longer. */
export function waitingOn(
  {claim, problem}: Pick<ReadClaim, 'claim' | 'problem'>,
  {requests: all, problems}: Pick<ReadRequests, 'requests' | 'problems'>,
): Waiting {
  const executed = new Set(claim ? [claim.intentId, ...claim.earlier.map(({intentId}) => intentId)] : []);
  const open = all.filter(({state, intentId}) => state === 'waiting' && !executed.has(intentId));
  const requests = open.filter(({kind}) => kind === 'request');
  const approvals = open.filter(({kind}) => kind === 'approval');
  const unfinished = problem !== undefined || (claim !== null && claim.state !== 'done');
  const owed = claim?.outside.filter(({state}) => state === 'owed') || [];
  const abandoned = claim ? abandonedLegs(claim) : [];
  const pending = [
    ...(claim?.calls.flatMap(({evidence}) => evidence?.transactions || []) || []),
    ...(claim?.earlier.flatMap((earlier) => earlier.pending || []) || []),
  ].filter(isOnItsWay);
  const duplicates = claim ? creditedCalls(claim).filter(isDuplicate) : [];
  const lists = [open, problems, owed, abandoned, pending, duplicates];
  return {
    requests,
    approvals,
    unfinished,
    owed,
    abandoned,
    pending,
    duplicates,
    anything: unfinished || lists.some(({length}) => length > 0),
  };
}

/** The calls of this execution, and the store credits of earlier ones as far as they are remembered. */
export function creditedCalls({calls, earlier}: Pick<Claim, 'calls' | 'earlier'>): readonly ClaimedCall[] {
  return [...calls, ...earlier.flatMap(({credits = []}) => credits)];
}

/** Store credit that may have been given twice, or whose debit nobody has settled. */
export function isDuplicate({state, evidence}: ClaimedCall): boolean {
  const unsettled = evidence?.debits?.some((debit) => debit.state === 'intended' || debit.state === 'unknown');
  return unsettled === true || (state === 'done' && evidence?.problem?.code === 'duplicateCredit');
}
