import type {Money} from '../../core/index.ts';
import type {Claim, ClaimedCall, ReadClaim} from '../../execution/types.ts';
import {resumableAt} from '../order-action/takeover.ts';

/** An execution that isn't done: who, how far, and what going on would send. */
export interface Unfinished {
  readonly claim: Claim;
  readonly done: number;
  /** From when it may be taken over, milliseconds since 1970. */
  readonly at: number;
  /** Whether going on can get anywhere: what only a person can settle is no work. */
  readonly resumable: boolean;
  /** What going on may still send, call by call; empty where it only looks what became of a call. */
  readonly sends: readonly {readonly kind: ClaimedCall['kind']; readonly amount: Money}[];
}

/** Null where everything is done, and where the record can't be trusted. */
export function unfinishedOf(read: ReadClaim): Unfinished | null {
  const {claim} = read;
  if (!claim || claim.state === 'done') return null;
  const open = claim.calls.filter(({state}) => state !== 'done' && state !== 'partlyDone');
  return {
    claim,
    done: claim.calls.filter(({state}) => state === 'done').length,
    at: resumableAt(read) || 0,
    resumable: claim.state === 'open' || open.length > 0,
    sends: open.filter((call) => !isQuestion(call)).flatMap(({kind, legs}) => legs.map(({amount}) => ({kind, amount}))),
  };
}

/**
 * What a person is asked: store credit whose outcome nothing could settle, and refunds that were carried out in part. Only
 * of an execution that rests: an open one looks once more first.
 */
export function openQuestions({state, calls}: Claim): readonly ClaimedCall[] {
  return state === 'stopped' ? calls.filter(isQuestion) : [];
}

function isQuestion({state, kind}: ClaimedCall): boolean {
  return state === 'partlyDone' || (state === 'unknown' && kind === 'storeCreditAccountCredit');
}
