import {type Break, WHOLE} from './broken.ts';
import {built, eventOf, withConstants} from './file.ts';
import {euros, liveFile, type Paying, sameMoney} from './paying.ts';
import {FlowShop} from './shop.ts';

const NOTHING = {refunded: 0, credit: 0, giftCards: 0};

/** An order that a workflow leaves to a person, and why: a part of the mail. */
interface Refusal {
  readonly order: string;
  readonly says: string;
  readonly constants?: Paying['constants'];
}

const OTHER_CURRENCY: Refusal = {order: '#1008', says: 'was paid in USD, not in EUR'};
const OPEN_RETURN: Refusal = {order: '#1013', says: 'has an open return'};
const TOO_MUCH: Refusal = {order: '#1007', says: 'would get 247.00 EUR, more than AT_MOST allows (100.00)'};
const MANUAL: Refusal = {order: '#1006', says: 'can’t be paid back through Shopify alone'};

const REFUSALS: Readonly<Record<string, readonly Refusal[]>> = {
  'refund-lines-refrec': [
    OTHER_CURRENCY,
    OPEN_RETURN,
    TOO_MUCH,
    MANUAL,
    {order: '#1001', says: 'AT_MOST', constants: {AT_MOST: 'much'}},
  ],
  'goodwill-gift-card-refrec': [
    {order: '#1008', says: 'is in USD, not in EUR'},
    {order: '#1001', says: 'Write at least 20 random characters', constants: {SECRET: ''}},
  ],
  'credit-bonus-refrec': [
    OTHER_CURRENCY,
    OPEN_RETURN,
    {order: '#1007', says: 'would get 271.70 EUR, more than AT_MOST allows (100.00)'},
    {order: '#1002', says: 'is a guest’s: store credit needs a customer'},
    {order: '#1001', says: 'CONSENT', constants: {CONSENT: ''}},
  ],
};

/** Nothing moves, the order is tagged for a person, and a mail says why. */
export async function provePerson(
  paying: Paying,
  broken: Break = WHOLE,
): Promise<{readonly runs: number; readonly failures: readonly string[]}> {
  const refusals = REFUSALS[paying.handle] ?? [];
  const failures: string[] = [];
  for (const {order, says, constants = {}} of refusals) {
    const text = broken(withConstants(liveFile(paying), constants));
    const shop = new FlowShop(order);
    const {tags, mails, moved} = await ended(paying, text, shop);
    shop.close();
    const at = `${paying.handle}, ${order} (${says})`;
    if (!sameMoney(moved, NOTHING)) failures.push(`${at}: moved ${euros(moved)}`);
    if (!tags.includes('Refund needs a person')) failures.push(`${at}: tagged ${tags.join(', ')}`);
    if (tags.includes(paying.asking)) failures.push(`${at}: it is asked for again`);
    if (!mails.some((message) => message.includes(says))) failures.push(`${at}: mailed ${mails.join(' · ')}`);
  }
  return {runs: refusals.length, failures};
}

const DRY_RUNS: Readonly<Record<string, readonly [tag: string, says: string]>> = {
  'refund-lines-refrec': ['Refund dry run', 'It would pay 50.00 EUR to the original payment for order #1001.'],
  'goodwill-gift-card-refrec': ['Gift card dry run', 'It would pay 10.00 EUR as a gift card for order #1001.'],
  'credit-bonus-refrec': [
    'Store credit dry run',
    'It would pay 50.00 EUR as store credit and 5.00 EUR as extra store credit for order #1001.',
  ],
};

/**
 * As it ships, with nothing set but what it demands: it says what it would pay, and writes no claim. Asked for again once it may
 * pay, it pays, and the order no longer says that it was only tried.
 */
export async function proveDryRun(paying: Paying, broken: Break = WHOLE): Promise<readonly string[]> {
  const [tag, says] = DRY_RUNS[paying.handle] ?? ['', ''];
  const shop = new FlowShop('#1001');
  const dry = await ended(paying, broken(withConstants(built(paying.handle), paying.constants)), shop);
  const live = await ended(paying, broken(liveFile(paying)), shop);
  shop.close();
  const at = `${paying.handle}, dry run`;
  return [
    ...(sameMoney(dry.moved, NOTHING) ? [] : [`${at}: moved ${euros(dry.moved)}`]),
    ...(dry.claimed ? [`${at}: wrote a claim`] : []),
    ...(dry.tags.includes(tag) && !dry.tags.includes(paying.asking) ? [] : [`${at}: tagged ${dry.tags.join(', ')}`]),
    ...(dry.mails.some((message) => message.includes(says)) ? [] : [`${at}: mailed ${dry.mails.join(' · ')}`]),
    ...(sameMoney(live.moved, paying.pays) ? [] : [`${at}, then for real: moved ${euros(live.moved)}`]),
    ...(live.tags.includes(tag) ? [`${at}, then for real: still tagged ${tag}`] : []),
  ];
}

async function ended(paying: Paying, text: string, shop: FlowShop) {
  const event = eventOf(paying.event);
  const given = [{order: shop.order, addTags: [paying.asking]}];
  await shop.run(text, {...event, given});
  const {tags, claim} = await shop.now();
  const moved = await shop.moved();
  return {tags, moved, claimed: claim.claim !== null, mails: shop.mails.map(({message}) => message)};
}
