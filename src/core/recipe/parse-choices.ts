import {InputError} from '../errors.ts';
import type {OrderSnapshot} from '../order/types.ts';
import {useOneOf} from './nearest.ts';
import {unitsOf, lineOf} from './parse-lines.ts';
import type {Choices, PartKind} from './types.ts';

/** What a command line can't say itself. */
export interface GivenWith {
  /** Who recorded a consent. */
  readonly by: string;
  /** When consent and day rate were given; text, usually ISO 8601. */
  readonly at: string;
}

const AMOUNTS: ReadonlyMap<string, PartKind> = new Map([
  ['label', 'returnLabel'],
  ['returnLabel', 'returnLabel'],
  ['goodwill', 'goodwill'],
  ['amount', 'amount'],
  ['shipping', 'shipping'],
  ['returnFee', 'returnShippingFee'],
  ['returnShippingFee', 'returnShippingFee'],
  ['restockingFee', 'restockingFee'],
  ['diminishedValue', 'diminishedValue'],
]);

const PLAIN = ['ground', 'lines', 'restock', 'location', 'creditShare', 'consent', 'dayRate', 'accept'];

/** What `--choice` understands, as it is shown to a person. */
export const CHOICE_KEYS: readonly string[] = [
  ...PLAIN,
  'line:<position, id or SKU>',
  'restock:<position, id or SKU>',
  ...AMOUNTS.keys(),
  'prefer.owed',
  'prefer.policy',
  'prefer.goodwill',
  'notify.refund',
  'notify.storeCredit',
];

/**
 * Choices from `key=value` pairs of a command line, in order, later ones over earlier ones: `ground=defect`, `lines=all`,
 * `line:2=1` (second line, one unit), `label=7.45`, `creditShare=50`, `consent=phone`, `prefer.goodwill=giftCard`,
 * `dayRate=1.1`, `accept=shopify`. What the values may be is for `checkChoices` and the planner to say.
 * @throws InputError for a key that is not known (listing the known ones), a pair without `=`, or a line the order hasn't
 */
export function parseChoices(
  pairs: readonly string[],
  order: Pick<OrderSnapshot, 'lines'>,
  given: GivenWith = {by: 'command line', at: 'on the command line'},
): Choices {
  const choices: Choices = {};
  for (const pair of pairs) {
    const cut = pair.indexOf('=');
    if (cut < 1) throw new InputError('--choice', pair, 'Write it as key=value, for example label=7.45.');
    Object.assign(choices, parsePair(pair.slice(0, cut), pair.slice(cut + 1), choices, order, given));
  }
  return choices;
}

function parsePair(
  key: string,
  value: string,
  choices: Choices,
  order: Pick<OrderSnapshot, 'lines'>,
  given: GivenWith,
): Choices {
  const kind = AMOUNTS.get(key);
  if (kind) return {amounts: {...choices.amounts, [kind]: value}};
  const [group, rest] = splitKey(key);
  switch (group) {
    case 'ground':
      return {ground: value as NonNullable<Choices['ground']>};
    case 'lines':
      return {quantities: unitsOf(value, order.lines)};
    case 'line:':
      return {quantities: {...choices.quantities, [lineOf(rest, order.lines).id]: wholeNumber(key, value)}};
    case 'restock':
      return {
        restock: Object.fromEntries(order.lines.map((line) => [line.id, value])) as NonNullable<Choices['restock']>,
      };
    case 'restock:':
      return {
        restock: {...choices.restock, [lineOf(rest, order.lines).id]: value} as NonNullable<Choices['restock']>,
      };
    case 'location':
      return {locationId: value};
    case 'creditShare':
      return {creditShare: value};
    case 'consent':
      return {consent: {by: given.by, at: given.at, channel: value}};
    case 'dayRate':
      return {dayRate: {value, source: 'typed', at: given.at}};
    case 'accept':
      if (value === 'shopify') return {acceptShopifyFigures: true};
      throw new InputError('--choice accept', value, 'Write accept=shopify to take Shopify’s figures.');
    case 'prefer.':
      return {prefer: {...choices.prefer, [rest]: value}};
    case 'notify.':
      return {notify: {...choices.notify, [rest]: yesOrNo(key, value)}};
    default:
      throw new InputError('--choice', key, useOneOf(key, CHOICE_KEYS));
  }
}

/** `line:3` is `line:` and `3`; `prefer.owed` is `prefer.` and `owed`; the rest stands alone. */
function splitKey(key: string): readonly [string, string] {
  const found = /^(line:|restock:|prefer\.(?=(?:owed|policy|goodwill)$)|notify\.(?=(?:refund|storeCredit)$))(.+)$/.exec(
    key,
  );
  return found ? [String(found[1]), String(found[2])] : [key, ''];
}

function wholeNumber(key: string, value: string): number {
  if (/^\d{1,9}$/.test(value)) return Number(value);
  throw new InputError(`--choice ${key}`, value, 'Write a whole number of units.');
}

function yesOrNo(key: string, value: string): boolean {
  if (value === 'yes' || value === 'true') return true;
  if (value === 'no' || value === 'false') return false;
  throw new InputError(`--choice ${key}`, value, 'Write yes or no.');
}
