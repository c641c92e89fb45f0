import {flowOrder} from '../../../adapters/flow-order.ts';
import {aliasedMetafield} from '../../../adapters/flow-whole.ts';
import {text} from '../../../adapters/read.ts';
import {toDecimal, type Money} from '../../../core/index.ts';
import {readRequests} from '../../../execution/requests/read.ts';
import {waitingOn} from '../../../execution/waiting.ts';
import {answered, type Verdict} from '../script/answer.ts';
import {wholeOf, type Given} from '../script/constants.ts';
import {DAY_MS, momentOf} from '../script/days.ts';
import {jsonText, safeText} from '../script/json.ts';
import {claimOfOrder} from '../script/order.ts';
import {WAITING_TAG} from '../script/tags.ts';

export interface Reminder extends Verdict {
  readonly orderName: string;
  /** How many things wait longer than AFTER_DAYS. */
  readonly count: number;
  /** A sentence for each. */
  readonly lines: string;
  /** A JSON list: the waiting tag, where nothing at all waits any more. */
  readonly tagsToRemove: string;
}

/**
 * What waits on an order, and for how long.
 * @throws InputError for a constant that can't be used: the step fails, where a quiet no would never be heard
 */
export function main(
  {order: value, scheduledAt}: {readonly order: unknown; readonly scheduledAt: unknown},
  given: Given,
): Reminder | Verdict {
  const after = wholeOf(given, 'AFTER_DAYS', 0, 365);
  return answered(value, () => {
    const now = momentOf(scheduledAt, 'scheduledAt');
    const order = flowOrder(value);
    const name = text(order, 'name');
    const read = claimOfOrder(order);
    const fields = {
      request: aliasedMetafield(order, 'refundRecipesRequest'),
      ask: aliasedMetafield(order, 'refundRecipesAsk'),
    };
    const requests = readRequests(fields, text(order, 'id'), now);
    const waiting = waitingOn(read, requests);
    const since = read.updatedAt ?? '';
    const entries: readonly (readonly [string, string])[] = [
      ...waiting.requests.map(
        ({at, recipe, reason}) => [at, `a request for ${recipe.handle} waits for a person${because(reason)}`] as const,
      ),
      ...waiting.approvals.map(
        ({at, recipe, reason}) =>
          [at, `an approval of ${recipe.handle} waits for somebody else${because(reason)}`] as const,
      ),
      ...(waiting.unfinished ? [[since, 'a refund has begun and is not finished'] as const] : []),
      ...waiting.owed.map(({at, amount}) => [at, `${sum(amount)} is still to be paid outside Shopify`] as const),
      ...waiting.abandoned.map(
        ({at, amount}) => [at, `${sum(amount)} of an earlier refund was planned and never paid`] as const,
      ),
      ...waiting.pending.map(({amount}) => [since, `${sum(amount)} is on its way and has not arrived`] as const),
      ...waiting.duplicates.map(() => [since, 'store credit may have been given twice'] as const),
      ...requests.problems.map(() => [since, 'a request can’t be read'] as const),
    ];
    const aged = entries
      .map(([at, words]) => ({days: at === '' ? after : Math.floor((now - momentOf(at, 'at')) / DAY_MS), words}))
      .filter(({days}) => days >= after);
    const lines = aged.map(({days, words}) => `${words} (${days === 1 ? '1 day' : `${days} days`})`).join('; ');
    const go = aged.length > 0;
    return {
      go,
      code: go ? 'waits' : waiting.anything ? 'notYet' : 'nothingWaits',
      why: safeText(
        `Order ${name}: ${go ? lines : waiting.anything ? `nothing waits for ${after} days yet` : 'nothing waits'}.`,
      ),
      orderName: safeText(name),
      count: aged.length,
      lines: safeText(lines),
      tagsToRemove: jsonText(waiting.anything ? [] : [WAITING_TAG]),
    };
  });
}

function because(reason: string): string {
  return reason === '' ? '' : `, because: ${reason}`;
}

function sum(amount: Money): string {
  return `${toDecimal(amount)} ${amount.currency}`;
}
