import {add, toDecimal} from '../core/index.ts';
import type {Money} from '../core/index.ts';
import {en} from './en.ts';
import {nl} from './nl.ts';
import type {MessageOptions, MessageWords, Movement} from './types.ts';

/**
 * What the customer hears, from what was executed: one line per component and destination, money that isn't there yet is
 * said to be on its way, and an apology only where the shop was at fault (facts: refund-rules §6). Plain text with line ends.
 * Empty when there is nothing to tell.
 */
export function customerMessage(movements: readonly Movement[], options: MessageOptions): string {
  const words = /^nl\b/i.test(options.language) ? nl : en;
  const told = movements.filter(({status}) => status !== 'open');
  const open = movements.filter(({status}) => status === 'open');
  if (movements.length === 0) return '';
  const warm = options.tone !== 'short';
  const lines = told.flatMap((movement) => linesOf(movement, words, options));
  return [
    ...(warm ? [words.greeting, ''] : []),
    ...(options.ground === 'defect' ? [words.apology] : []),
    told.length > 0 ? words.intro(options.orderName) : words.introOpen(options.orderName),
    ...lines.map((line) => `- ${line}`),
    ...(lines.length > 1 ? totals(told).map((total) => words.total(shown(total, words))) : []),
    ...(open.length > 0 ? [words.open(listed(totals(open), words))] : []),
    ...(warm ? ['', words.closing] : []),
  ].join('\n');
}

function linesOf(movement: Movement, words: MessageWords, options: MessageOptions): string[] {
  const label = movement.payment === undefined ? undefined : options.labels?.[movement.payment];
  const where = [
    label !== undefined && movement.kind === 'refundToOriginalPayment'
      ? `${words.destination.refundToOriginalPayment} (${label})`
      : words.destination[movement.kind],
    ...(movement.status === 'onItsWay' ? [words.onItsWay] : []),
    ...(movement.status === 'owed' ? [words.owed] : []),
    ...(movement.expiresAt === undefined ? [] : [words.expires(dateOf(movement.expiresAt, words))]),
  ].join('; ');
  const parts = movement.components.filter(({amount}) => amount.minor !== 0);
  const adds = parts.reduce((total, {amount}) => total + amount.minor, 0) === movement.amount.minor;
  if (!adds || parts.length === 0) {
    const what = movement.components.map(({kind}) => words.component[kind]).join(` ${words.and} `);
    return [words.line(shown(movement.amount, words), what, where)];
  }
  return parts.map(({kind, amount}) =>
    amount.minor < 0
      ? words.fee(shown({...amount, minor: -amount.minor}, words), words.component[kind])
      : words.line(shown(amount, words), words.component[kind], where),
  );
}

/** One sum for each currency. */
function totals(movements: readonly Movement[]): Money[] {
  const sums = new Map<string, Money>();
  for (const {amount} of movements) {
    const sum = sums.get(amount.currency);
    sums.set(amount.currency, sum ? add(sum, amount) : amount);
  }
  return [...sums.values()];
}

function listed(amounts: readonly Money[], words: MessageWords): string {
  return amounts.map((amount) => shown(amount, words)).join(` ${words.and} `);
}

/** Formatted from the exact decimal string: no float on the way. */
function shown(money: Money, words: MessageWords): string {
  const text = toDecimal(money);
  const digits = text.includes('.') ? text.length - text.indexOf('.') - 1 : 0;
  return new Intl.NumberFormat(words.locale, {
    style: 'currency',
    currency: money.currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(text as `${number}`);
}

function dateOf(at: string, words: MessageWords): string {
  return new Intl.DateTimeFormat(words.locale, {dateStyle: 'long', timeZone: 'UTC'}).format(new Date(at));
}
