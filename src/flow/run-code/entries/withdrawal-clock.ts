import {currenciesOf} from '../../../adapters/admin-order.ts';
import {flowOrder} from '../../../adapters/flow-order.ts';
import {aliasedMetafield} from '../../../adapters/flow-whole.ts';
import {moneyPair} from '../../../adapters/money.ts';
import {children, node, text, type Node} from '../../../adapters/read.ts';
import {InputError, toDecimal, type Money} from '../../../core/index.ts';
import {answered, type Verdict} from '../script/answer.ts';
import {wholeOf, wordsOf, type Given} from '../script/constants.ts';
import {DAY_MS, dayText, isZoned, momentOf} from '../script/days.ts';
import {jsonText, safeText} from '../script/json.ts';
import {tagsOf} from '../script/tags.ts';

export interface Clock extends Verdict {
  readonly orderName: string;
  /** The shop's day: 2026-11-22. */
  readonly today: string;
  /** Days since the customer withdrew. */
  readonly day: number;
  /** The day by which the money has to be back: 2026-12-06. */
  readonly due: string;
  /** The same for a customer's eyes: 6 December 2026. */
  readonly dueEnglish: string;
  readonly dueDutch: string;
  /** JSON lists of tags. */
  readonly tagsToAdd: string;
  readonly tagsToRemove: string;
}

/**
 * A trader pays back within 14 days of the day on which they are told of a withdrawal, which doesn't count itself; unless they fetch
 * the goods, they may wait until these are back, or shown to be sent (Directive 2011/83/EU, article 13).
 */
const DAYS = 14;

/** Nothing was taken, or all of it is back. */
const SETTLED: readonly unknown[] = ['REFUNDED', 'VOIDED'];

/**
 * Where an order's fourteen days stand (days in the shop's time zone), and whether today is a day to
 * remind. A reminder that was sent shows in a tag.
 * @throws InputError for a constant that can't be used: the step fails, where a quiet no would never be heard
 */
export function main(
  {order: value, scheduledAt, shop}: {readonly order: unknown; readonly scheduledAt: unknown; readonly shop: unknown},
  given: Given,
): Clock | Verdict {
  const tag = wordsOf(given, 'TAG');
  const first = wholeOf(given, 'FIRST_REMINDER', 1, DAYS - 1);
  const second = wholeOf(given, 'SECOND_REMINDER', first + 1, DAYS);
  return answered(value, () => {
    const order = flowOrder(value);
    const name = text(order, 'name');
    const tags = tagsOf(node(value, 'order'));
    const zone = zoneOf(shop);
    const today = dayOf(scheduledAt, 'scheduledAt', zone);
    const told = aliasedMetafield(order, 'refundRecipesWithdrawal');
    const began = told ? dayOf(notedDay(told.value), 'refund_recipes.withdrawal', zone) : today;
    const day = (today - began) / DAY_MS;
    const due = dayText(began + DAYS * DAY_MS);
    const settled = SETTLED.includes(order.value['displayFinancialStatus']);
    const reached = [DAYS + 1, second, first].find((from) => day >= from);
    const reminded = `${tag}: day ${reached}`;
    const go = told !== null && !settled && reached !== undefined && !tags.includes(reminded);
    const code = !told ? 'noDate' : settled ? 'refunded' : go ? (reached > DAYS ? 'overdue' : 'remind') : 'wait';
    return {
      go,
      code,
      why: safeText(`Order ${name}: ${SENTENCES[code]({day, due})}${go ? whatToDo(order, began, zone, tag) : ''}`),
      orderName: safeText(name),
      today: dayText(today),
      day,
      due,
      dueEnglish: inWords(due, ENGLISH),
      dueDutch: inWords(due, DUTCH),
      tagsToAdd: jsonText(go ? [reminded] : []),
      tagsToRemove: jsonText(settled ? tags.filter((one) => one === tag || one.startsWith(`${tag}: day `)) : []),
    };
  });
}

interface Standing {
  readonly day: number;
  readonly due: string;
}

const counted = ({day, due}: Standing) =>
  `day ${day} of ${DAYS} since the withdrawal, the money has to be back by ${due}.`;

const SENTENCES = {
  noDate: () => 'the day of its withdrawal is not noted yet.',
  refunded: () => 'refunded, its withdrawal is settled.',
  overdue: ({day, due}: Standing) => `the money should have been back by ${due}, ${days(day - DAYS)} ago.`,
  remind: counted,
  wait: counted,
} as const;

/** The law's one reason to wait, what was paid since, and how the clock ends. */
function whatToDo(order: Node, began: number, zone: number, tag: string): string {
  const {currency, minor} = refundedSince(order, began, zone);
  const paid = minor > 0 ? ` ${toDecimal({minor, currency})} ${currency} was refunded since then.` : '';
  return `${WAITING}${paid} Once it is paid back, take the tag “${tag}” off: only an order that is refunded as a whole loses it by itself.`;
}

const WAITING =
  ' Unless you fetch the goods yourself, you may wait until they are back, or until the customer has shown that they were sent.';

function refundedSince(order: Node, began: number, zone: number): Money {
  const currencies = currenciesOf(order);
  const minor = children(order, 'refunds')
    .filter((refund) => dayOf(text(refund, 'createdAt'), 'refund.createdAt', zone) >= began)
    .reduce((sum, refund) => sum + moneyPair(refund, 'totalRefundedSet', currencies).presentment.minor, 0);
  return {minor, currency: currencies.presentment};
}

function days(count: number): string {
  return count === 1 ? '1 day' : `${count} days`;
}

const ENGLISH = 'January February March April May June July August September October November December'.split(' ');
const DUTCH = 'januari februari maart april mei juni juli augustus september oktober november december'.split(' ');

function inWords(date: string, months: readonly string[]): string {
  const [year, month = 0, day] = date.split('-').map(Number);
  return `${day} ${months[month - 1]} ${year}`;
}

/** How far the shop's time is ahead of UTC, in milliseconds. */
function zoneOf(shop: unknown): number {
  const minutes = node(shop, 'shop').value['timezoneOffsetMinutes'];
  if (typeof minutes === 'number' && Number.isInteger(minutes)) return minutes * 60_000;
  throw new InputError('shop.timezoneOffsetMinutes', minutes, 'Ask for it in the input query.');
}

/** The shop's day in which a moment lies, as the milliseconds at which it begins in UTC. A time without a zone is the shop's own. */
function dayOf(moment: unknown, field: string, zone: number): number {
  const written = momentOf(moment, field);
  const local = isZoned(String(moment)) ? written + zone : written;
  return Math.floor(local / DAY_MS) * DAY_MS;
}

/** The shop's day, which the workflow notes before the moment, so that summer time doesn't move it; or what a person wrote. */
function notedDay(value: string): string {
  return value.split(', noted ')[0] ?? value;
}
