import {add, toDecimal} from '../core/index.ts';
import type {Money} from '../core/index.ts';
import type {MessageOptions, Movement, Say} from './types.ts';

/**
 * What the customer hears, from what was executed: one line per component and destination, money that isn't there yet is
 * said to be on its way, and an apology only where the shop was at fault (facts: refund-rules §6). Plain text with line ends.
 * Empty when there is nothing to tell. `nl` and its variants in Dutch, every other language in English.
 * @param say the words of en.json and nl.json, which ship in the locale files, whatever the staff member's own language
 */
export function customerMessage(movements: readonly Movement[], options: MessageOptions, say: Say): string {
  const told = movements.filter(({status}) => status !== 'open');
  const open = movements.filter(({status}) => status === 'open');
  if (movements.length === 0) return '';
  const language = options.language.startsWith('nl') ? 'nl' : 'en';
  const words: Say = (key, parameters) => say(`message.${language}.${key}`, parameters);
  const warm = options.tone !== 'short';
  const lines = told.flatMap((movement) => linesOf(movement, words, options));
  return [
    ...(warm ? [words('greeting'), ''] : []),
    ...(options.ground === 'defect' ? [words('apology')] : []),
    words(told.length > 0 ? 'intro' : 'introOpen', {order: options.orderName}),
    ...lines.map((line) => `- ${line}`),
    ...(lines.length > 1 ? totals(told).map((total) => words('total', {amount: shown(total, words)})) : []),
    ...(open.length > 0 ? [words('open', {amounts: listed(totals(open), words)})] : []),
    ...(warm ? ['', words('closing')] : []),
  ].join('\n');
}

function linesOf(movement: Movement, words: Say, options: MessageOptions): string[] {
  const {kind, status, expiresAt, components, payment} = movement;
  const label = payment === undefined ? undefined : options.labels?.[payment];
  const where = [
    words(`destination.${kind}`) + (label !== undefined && kind === 'refundToOriginalPayment' ? ` (${label})` : ''),
    ...(status === 'onItsWay' || status === 'owed' ? [words(status)] : []),
    ...(expiresAt === undefined ? [] : [words('expires', {date: dateOf(expiresAt, words)})]),
  ].join('; ');
  const what = (part: string): string => words(`component.${part}`);
  const parts = components.filter(({amount}) => amount.minor !== 0);
  const adds = parts.reduce((total, {amount}) => total + amount.minor, 0) === movement.amount.minor;
  if (!adds || parts.length === 0) {
    const all = components.map((part) => what(part.kind)).join(` ${words('and')} `);
    return [words('line', {amount: shown(movement.amount, words), what: all, where})];
  }
  return parts.map((part) =>
    words(part.amount.minor < 0 ? 'fee' : 'line', {
      amount: shown({...part.amount, minor: Math.abs(part.amount.minor)}, words),
      what: what(part.kind),
      where,
    }),
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

function listed(amounts: readonly Money[], words: Say): string {
  return amounts.map((amount) => shown(amount, words)).join(` ${words('and')} `);
}

/** Formatted from the exact decimal string: no float on the way. */
function shown(money: Money, words: Say): string {
  const text = toDecimal(money);
  const digits = text.includes('.') ? text.length - text.indexOf('.') - 1 : 0;
  return new Intl.NumberFormat(words('locale'), {
    style: 'currency',
    currency: money.currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(text as `${number}`);
}

function dateOf(at: string, words: Say): string {
  return new Intl.DateTimeFormat(words('locale'), {dateStyle: 'long', timeZone: 'UTC'}).format(new Date(at));
}
