import {flowOrder} from '../../../adapters/flow-order.ts';
import {currenciesOf} from '../../../adapters/admin-order.ts';
import {moneyPair} from '../../../adapters/money.ts';
import {
  child,
  children,
  isAbsent,
  nodes,
  optionalChild,
  optionalText,
  text,
  type Node,
} from '../../../adapters/read.ts';
import {toDecimal, type Money} from '../../../core/index.ts';
import {moneyOf} from '../../../execution/money-state.ts';
import type {Claim} from '../../../execution/types.ts';
import {answered, type Verdict} from '../script/answer.ts';
import {wholeOf, type Given} from '../script/constants.ts';
import {momentOf} from '../script/days.ts';
import {jsonText, safeText} from '../script/json.ts';
import {claimOfOrder} from '../script/order.ts';

export interface Alarm extends Verdict {
  readonly orderName: string;
  readonly count: number;
  /** A sentence for each finding. */
  readonly findings: string;
  /** A JSON list. */
  readonly tagsToAdd: string;
}

interface Refund {
  readonly id: string;
  readonly note: string;
  readonly at: number;
  readonly total: Money;
  /** Ids of the order lines that it refunds. */
  readonly lines: readonly string[];
}

const ALARM_TAG = 'Refund check';
const MINUTE_MS = 60_000;
/** A claim of the button begins by the clock of whoever pressed it, a credit by Shopify's. */
const CLOCKS_MS = 10 * MINUTE_MS;
const OURS = /^Refund Recipes (\S+) (\S+)$/;

/**
 * Compares an order's claim with its refunds and the customer's store credit: what was paid twice, or belongs to nothing.
 * @throws InputError for a constant that can't be used
 */
export function main(
  {order: value, scheduledAt}: {readonly order: unknown; readonly scheduledAt: unknown},
  given: Given,
): Alarm | Verdict {
  // A constant that can't be used fails the step: an alarm that only says no would never be heard again.
  const hours = wholeOf(given, 'OPEN_HOURS', 1, 720);
  const minutes = wholeOf(given, 'TWICE_WITHIN_MINUTES', 1, 1440);
  return answered(value, () => {
    const now = momentOf(scheduledAt, 'scheduledAt');
    const order = flowOrder(value);
    const name = text(order, 'name');
    const {claim, problem, updatedAt} = claimOfOrder(order);
    const refunds = children(order, 'refunds').map((refund) => refundOf(refund, order));
    const findings = [
      ...(problem ? [`the refund record can’t be trusted (${problem.code})`] : []),
      ...sameReference(refunds),
      ...(problem ? [] : unknownReference(refunds, claim)),
      ...closeTogether(refunds, claim, minutes),
      ...(claim ? [...inBetween(refunds, claim), ...extraCredits(order, claim)] : []),
      ...(claim && claim.state !== 'done' ? open(claim, updatedAt ?? claim.at, now, hours) : []),
    ];
    const go = findings.length > 0;
    const lines = findings.join('; ');
    return {
      go,
      code: go ? 'found' : 'clean',
      why: safeText(`Order ${name}: ${go ? lines : 'nothing was paid twice'}.`),
      orderName: safeText(name),
      count: findings.length,
      findings: safeText(lines),
      tagsToAdd: jsonText(go ? [ALARM_TAG] : []),
    };
  });
}

function refundOf(refund: Node, order: Node): Refund {
  return {
    id: text(refund, 'id'),
    note: optionalText(refund, 'note') ?? '',
    at: momentOf(text(refund, 'createdAt'), 'refund.createdAt'),
    total: moneyPair(refund, 'totalRefundedSet', currenciesOf(order)).presentment,
    lines: nodes(refund, 'refundLineItems').map((entry) => text(child(entry, 'lineItem'), 'id')),
  };
}

function sameReference(refunds: readonly Refund[]): string[] {
  const ours = refunds.filter(({note}) => OURS.test(note));
  return ours
    .filter(({note}, index) => ours.findIndex((other) => other.note === note) < index)
    .map(({note, total}) => `a refund of ${sum(total)} was made twice (${note})`);
}

/** Refunds that say they are ours, of a plan that the record doesn't know. */
function unknownReference(refunds: readonly Refund[], claim: Claim | null): string[] {
  const plans = claim ? [claim.planId, ...claim.earlier.map(({planId}) => planId)] : [];
  return refunds.flatMap(({note, total}) => {
    const plan = OURS.exec(note)?.[1];
    return plan === undefined || plans.includes(plan)
      ? []
      : [`a refund of ${sum(total)} has no refund record (${note})`];
  });
}

/** Two refunds of one amount shortly after each other, unless both are in the record or they are for other lines. */
function closeTogether(refunds: readonly Refund[], claim: Claim | null, minutes: number): string[] {
  const recorded = claim?.calls.map(({evidence}) => evidence?.refundId) ?? [];
  return refunds.flatMap((refund, index) => {
    const twin = refunds.slice(0, index).find((other) => {
      const near = Math.abs(other.at - refund.at) <= minutes * MINUTE_MS;
      // Two of one reference of ours are told as such.
      const told = other.note === refund.note && OURS.test(refund.note);
      return near && other.total.minor === refund.total.minor && !told && !apart(other, refund);
    });
    if (!twin || refund.total.minor === 0) return [];
    if (recorded.includes(twin.id) && recorded.includes(refund.id)) return [];
    return [`two refunds of ${sum(refund.total)} were made within ${minutes} minutes`];
  });
}

/** Refunds that somebody else made after the claim's look at the order, and before its own last refund. */
function inBetween(refunds: readonly Refund[], {before, calls}: Claim): string[] {
  const own = calls.flatMap(({evidence}) => evidence?.refundId ?? []);
  const last = Math.max(...refunds.filter(({id}) => own.includes(id)).map(({at}) => at));
  const known = [...before.refundIds, ...own];
  return refunds
    .filter(({id, at, total}) => at <= last && total.minor > 0 && !known.includes(id))
    .map(({total}) => `a refund of ${sum(total)} was made by somebody else while this one was under way`);
}

/** Shopify refunds a line once: two refunds that share no line are two. */
function apart(one: Refund, other: Refund): boolean {
  const some = one.lines.length > 0 && other.lines.length > 0;
  return some && !one.lines.some((line) => other.lines.includes(line));
}

/** More credits of a payment's amount since it began than the record has payments, or none where the record has one. */
function extraCredits(order: Node, claim: Claim): string[] {
  const began = momentOf(claim.startedAt, 'claim.startedAt') - CLOCKS_MS;
  const credits = accountsOf(order)
    .flatMap((account) => (isAbsent(account, 'transactions') ? [] : nodes(account, 'transactions')))
    .filter((entry) => text(entry, 'event') === 'ADJUSTMENT')
    .map((entry) => ({
      at: momentOf(text(entry, 'createdAt'), 'createdAt'),
      amount: moneyOf(child(entry, 'amount').value as {amount: string; currencyCode: string}),
    }));
  const before = claim.earlier.flatMap(({credits: given = []}) => given);
  const paid = [...claim.calls, ...before.filter(({at}) => momentOf(at, 'call.at') >= began)]
    .filter(({kind, state}) => kind === 'storeCreditAccountCredit' && state !== 'planned' && state !== 'failed')
    .map(({state, legs}) => ({
      done: state === 'done',
      minor: legs.reduce((all, {amount}) => all + amount.minor, 0),
      currency: legs[0]?.amount.currency ?? '',
    }));
  return paid
    .filter((one, index) => paid.findIndex((other) => same(other, one)) === index)
    .flatMap((one) => {
      const known = paid.filter((other) => same(other, one));
      const seen = credits.filter(({amount}) => same(amount, one));
      const given = seen.filter(({at}) => at >= began).length;
      if (given > known.length) {
        return [
          `store credit of ${sum(one)} was given ${given} times, the refund record knows ${known.length} (unless the customer got the same for another order)`,
        ];
      }
      return seen.length === 0 && known.some(({done}) => done)
        ? [
            `store credit of ${sum(one)} stands in the refund record, but not among the movements of the customer’s account`,
          ]
        : [];
    });
}

function same(one: Money, other: Money): boolean {
  return one.minor === other.minor && one.currency === other.currency;
}

function accountsOf(order: Node): readonly Node[] {
  const customer = optionalChild(order, 'customer');
  return customer ? nodes(customer, 'storeCreditAccounts') : [];
}

function open(claim: Claim, updatedAt: string, now: number, hours: number): string[] {
  const age = Math.floor((now - momentOf(updatedAt, 'claim.updatedAt')) / (60 * MINUTE_MS));
  return age >= hours ? [`a refund of plan ${claim.planId} has been ${claim.state} for ${age} hours`] : [];
}

function sum(amount: Money): string {
  return `${toDecimal(amount)} ${amount.currency}`;
}
