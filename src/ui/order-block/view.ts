import type {Money} from '../../core/index.ts';
import type {RefundRequest} from '../../execution/requests/types.ts';
import type {Claim, ClaimedCall, OutsidePayment, Problem} from '../../execution/types.ts';
import {isUntold} from '../../execution/triggers/again.ts';
import {type Waiting, waitingOn} from '../../execution/waiting.ts';
import {type Back, type Payment, paymentsBack, paymentsOf, storeCreditOf} from './payments.ts';
import type {BlockReading} from './reading.ts';
import {type Refunded, refundedOf} from './refunded.ts';
import {sumOf} from './sums.ts';
import {openQuestions, type Unfinished, unfinishedOf} from './unfinished.ts';

/** The one thing that matters most; its words stand under `block.summary`. */
export type Headline =
  | {readonly code: 'untrusted' | 'unfinished' | 'requestUnreadable' | 'nothing'}
  | {
      readonly code: 'open' | 'question' | 'duplicate' | 'owed' | 'abandoned' | 'pending' | 'refunded';
      readonly amount: Money;
    }
  | {readonly code: 'requests'; readonly count: number};

/** What the block shows, what matters most first. Amounts are in the order's presentment currency. */
export interface BlockView {
  readonly headline: Headline;
  /** The trusted record of what recipes refunded here, if any. */
  readonly claim: Claim | null;
  /** The record of an earlier refund can't be trusted: nothing moves until someone has looked. */
  readonly untrusted: Problem | null;
  readonly unfinished: Unfinished | null;
  /** Calls that only a person can settle. */
  readonly questions: readonly ClaimedCall[];
  /** Store credit that may have been given twice. */
  readonly duplicates: readonly ClaimedCall[];
  readonly requests: readonly RefundRequest[];
  /** Requests that can't be read. They stay as they are. */
  readonly requestProblems: readonly Problem[];
  readonly owed: readonly OutsidePayment[];
  readonly pending: readonly Back[];
  /** What an earlier execution had planned and never paid: another one was begun over it. */
  readonly abandoned: Waiting['abandoned'];
  readonly refunded: Refunded;
  /** What can still go back to payments, together and, where that is certain, one by one. */
  readonly left: {
    readonly total: Money;
    readonly payments: readonly {readonly label: string; readonly amount: Money}[];
  };
  /** Null for a guest. */
  readonly storeCredit: readonly Money[] | null;
  /** Something waits: the order carries the tag. */
  readonly waits: boolean;
  /** Flow was told three times of something and has not confirmed it. */
  readonly untold: boolean;
  /** The order knows two currencies: amounts name theirs. */
  readonly explicit: boolean;
}

/** @throws InputError where an amount or a field of the answer can't be read */
export function viewOf({order, requests, confirmed}: BlockReading): BlockView {
  const {problem = null, claim} = confirmed.claim;
  const waiting = waitingOn(confirmed.claim, requests);
  const currency = order.presentmentCurrencyCode;
  const payments = paymentsOf(order);
  const back = paymentsBack(order, payments);
  const pending = back.filter(({state}) => state === 'onItsWay');
  const refunded = refundedOf(claim, back, currency);
  const view = {
    claim,
    untrusted: problem,
    unfinished: unfinishedOf(confirmed.claim),
    questions: claim ? openQuestions(claim) : [],
    duplicates: waiting.duplicates,
    requests: [...waiting.approvals, ...waiting.requests],
    requestProblems: requests.problems,
    owed: waiting.owed,
    pending,
    abandoned: waiting.abandoned,
    refunded,
    left: leftOf(payments, confirmed.money.netPayment),
    storeCredit: storeCreditOf(order),
    waits: waiting.anything,
    untold: isUntold(confirmed.claim, requests),
    explicit: currency !== order.currencyCode,
  };
  return {...view, headline: headlineOf(view, waiting, currency)};
}

/** Never more than Shopify's net payment: a refund to store credit takes nothing from a payment, but from the order. */
function leftOf(payments: readonly Payment[], net: Money): BlockView['left'] {
  const open = payments.map(({label, refundable}) => ({label, amount: refundable.presentment}));
  const all = sumOf(
    open.map(({amount}) => amount),
    net.currency,
  );
  const capped = all.minor > net.minor;
  return {
    total: capped ? {...net, minor: Math.max(0, net.minor)} : all,
    payments: capped ? [] : open.filter(({amount}) => amount.minor > 0),
  };
}

function headlineOf(
  {claim, untrusted, unfinished, questions, pending, refunded, requestProblems}: Omit<BlockView, 'headline'>,
  {requests, approvals, owed, abandoned, duplicates}: Waiting,
  currency: string,
): Headline {
  if (untrusted) return {code: 'untrusted'};
  const sum = (amounts: readonly Money[]): Money => sumOf(amounts, currency);
  const legs = (calls: readonly ClaimedCall[]): Money =>
    sum(calls.flatMap((call) => call.legs.map(({amount}) => amount)));
  const asked = new Set(questions.map(({id}) => id));
  const todo = claim?.calls.filter(({id, state}) => state !== 'done' && !asked.has(id)) || [];
  if (unfinished && (todo.length > 0 || questions.length === 0)) {
    return todo.length > 0 ? {code: 'open', amount: legs(todo)} : {code: 'unfinished'};
  }
  if (questions.length > 0) return {code: 'question', amount: legs(questions)};
  if (duplicates.length > 0) return {code: 'duplicate', amount: legs(duplicates)};
  const count = requests.length + approvals.length;
  if (count > 0) return {code: 'requests', count};
  if (requestProblems.length > 0) return {code: 'requestUnreadable'};
  if (owed.length > 0) return {code: 'owed', amount: sum(owed.map(({amount}) => amount))};
  if (abandoned.length > 0) return {code: 'abandoned', amount: sum(abandoned.map(({amount}) => amount))};
  if (pending.length > 0) return {code: 'pending', amount: sum(pending.map(({amount}) => amount))};
  return refunded.total.minor > 0 ? {code: 'refunded', amount: refunded.total} : {code: 'nothing'};
}
