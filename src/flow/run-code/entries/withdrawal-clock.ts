import {aliasedMetafield} from '../../../adapters/flow-whole.ts';
import {node, optionalText, text} from '../../../adapters/read.ts';
import {InputError} from '../../../core/index.ts';
import {answered, Refusal, type Verdict} from '../script/answer.ts';
import {wholeOf, wordsOf, type Given} from '../script/constants.ts';
import {DAY_MS, dayText, momentOf} from '../script/days.ts';
import {jsonText, safeText} from '../script/json.ts';

export interface Clock extends Verdict {
  readonly orderName: string;
  /** Days since the customer withdrew. */
  readonly day: number;
  /** The day by which the money has to be back: 2026-12-06. */
  readonly due: string;
  /** JSON lists of tags. */
  readonly tagsToAdd: string;
  readonly tagsToRemove: string;
}

/** A trader pays back within 14 days of being told of a withdrawal (Directive 2011/83/EU, article 13). */
const DAYS = 14;

/** Where an order's fourteen days stand, and whether today is a day to remind. A reminder that was sent shows in a tag. */
export function main(
  {order: value, scheduledAt}: {readonly order: unknown; readonly scheduledAt: unknown},
  given: Given,
): Clock | Verdict {
  return answered(value, () => {
    const tag = wordsOf(given, 'TAG');
    const first = wholeOf(given, 'FIRST_REMINDER', 1, DAYS - 1);
    const second = wholeOf(given, 'SECOND_REMINDER', first + 1, DAYS);
    const order = node(value, 'order');
    const name = text(order, 'name');
    const told = aliasedMetafield(order, 'refundRecipesWithdrawal');
    if (!told) {
      throw new Refusal('noDate', `Order ${name} carries the tag ${tag}, but not the day of its withdrawal.`);
    }
    const began = startOfDay(momentOf(told.value, 'refund_recipes.withdrawal'));
    const day = (startOfDay(momentOf(scheduledAt, 'scheduledAt')) - began) / DAY_MS;
    const due = dayText(began + DAYS * DAY_MS);
    const tags = tagsOf(order.value['tags']);
    const refunded = optionalText(order, 'displayFinancialStatus') === 'REFUNDED';
    const reached = [DAYS + 1, second, first].find((from) => day >= from);
    const reminded = `${tag}: day ${reached}`;
    const go = !refunded && reached !== undefined && !tags.includes(reminded);
    const code = refunded ? 'refunded' : go ? (reached > DAYS ? 'overdue' : 'remind') : 'wait';
    return {
      go,
      code,
      why: safeText(sentence(code, name, day, due)),
      orderName: safeText(name),
      day,
      due,
      tagsToAdd: jsonText(go ? [reminded] : []),
      tagsToRemove: jsonText(refunded ? tags.filter((one) => one === tag || one.startsWith(`${tag}: day `)) : []),
    };
  });
}

function sentence(code: string, name: string, day: number, due: string): string {
  if (code === 'refunded') return `Order ${name} is refunded: its withdrawal is settled.`;
  if (code === 'overdue') return `Order ${name}: the money should have been back by ${due}, ${day - DAYS} days ago.`;
  return `Order ${name}: day ${day} of ${DAYS} since the withdrawal, the money has to be back by ${due}.`;
}

function startOfDay(moment: number): number {
  return Math.floor(moment / DAY_MS) * DAY_MS;
}

function tagsOf(tags: unknown): readonly string[] {
  if (Array.isArray(tags) && tags.every((tag) => typeof tag === 'string')) return tags;
  throw new InputError('order.tags', tags, 'Ask for the order’s tags in the input query.');
}
