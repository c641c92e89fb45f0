import type {FlowSwitches} from '../../../lab/flow/index.ts';
import {built, eventOf, withConstants} from './file.ts';
import {settle} from './settle.ts';
import {FlowShop, type Moved} from './shop.ts';

/** A workflow that moves money, and what it has to move: literally. */
export interface Paying {
  readonly handle: string;
  readonly letter: 'A' | 'B';
  /** Under tests/flow/events. */
  readonly event: string;
  /** What a merchant sets before anything is paid. */
  readonly constants: Readonly<Record<string, string | number | boolean>>;
  readonly asking: string;
  readonly done: string;
  readonly pays: Moved;
  /** What each of its money steps moves if Flow carries it out a second time: for A, the same as once. */
  readonly repeated: Readonly<Record<string, Moved>>;
}

export const PAYING: readonly Paying[] = [
  {
    handle: 'refund-lines-refrec',
    letter: 'A',
    event: 'refund-lines',
    constants: {},
    asking: 'Refund remaining lines',
    done: 'Refunded by Flow',
    pays: {refunded: 5000, credit: 0, giftCards: 0},
    repeated: {'Refund the lines': {refunded: 5000, credit: 0, giftCards: 0}},
  },
  {
    handle: 'goodwill-gift-card-refrec',
    letter: 'A',
    event: 'goodwill-gift-card',
    constants: {SECRET: 'kq83nV0zPw5xTr71LmYd2c'},
    asking: 'Goodwill gift card',
    done: 'Gift card sent',
    pays: {refunded: 0, credit: 0, giftCards: 1000},
    repeated: {'Create the gift card': {refunded: 0, credit: 0, giftCards: 1000}},
  },
  {
    handle: 'credit-bonus-refrec',
    letter: 'B',
    event: 'credit-bonus',
    constants: {CONSENT: 'asked for it by mail'},
    asking: 'Refund as store credit',
    done: 'Store credit given by Flow',
    pays: {refunded: 5000, credit: 5500, giftCards: 0},
    repeated: {
      'Refund the lines as store credit': {refunded: 5000, credit: 5500, giftCards: 0},
      'Give the bonus': {refunded: 5000, credit: 6000, giftCards: 0},
    },
  },
];

/** Both readings of what nobody has confirmed: what userErrors do, and how amounts reach a script. */
export const READINGS: readonly Partial<FlowSwitches>[] = [
  {userErrors: 'fail', money: 'string'},
  {userErrors: 'continue', money: 'number'},
];

const CONCURRENT_SEEDS = [0, 1, 2, 3, 4];
/** Flow gives up a step after 36 hours. */
const FOR_GOOD = 1000;

export interface Scenario {
  readonly what: string;
  readonly switches: Partial<FlowSwitches>;
  readonly due: Moved;
}

const wordsOf = ({userErrors, money}: Partial<FlowSwitches>) => `userErrors ${userErrors}, money as ${money}`;

/** Everything that is done to a workflow: steps are those of an undisturbed run. */
export function scenarios({pays, repeated}: Paying, steps: readonly string[]): Scenario[] {
  return READINGS.flatMap((reading) => {
    const scenario = (what: string, switches: Partial<FlowSwitches> = {}, due: Moved = pays): Scenario => ({
      what: `${what} (${wordsOf(reading)})`,
      switches: {...reading, ...switches},
      due,
    });
    const fault = (step: string, how: 'lostAnswer' | 'failsBefore', times: number) => ({
      stepFaults: [{step, how, times}],
    });
    return [
      scenario('once'),
      scenario('the same event twice', {delivery: 'twice'}),
      ...CONCURRENT_SEEDS.map((seed) =>
        scenario(`the same event twice at once, order ${seed}`, {delivery: 'twiceInterleaved', seed}),
      ),
      ...steps.flatMap((step) => [
        scenario(`“${step}” repeated`, fault(step, 'lostAnswer', 1), repeated[step] ?? pays),
        scenario(`“${step}” never works`, fault(step, 'failsBefore', FOR_GOOD)),
      ]),
      ...Object.entries(repeated).flatMap(([step, due]) =>
        due === pays || sameMoney(due, pays)
          ? [scenario(`“${step}” repeated for 36 hours`, fault(step, 'lostAnswer', FOR_GOOD))]
          : [],
      ),
    ];
  });
}

export function sameMoney(one: Moved, other: Moved): boolean {
  return one.refunded === other.refunded && one.credit === other.credit && one.giftCards === other.giftCards;
}

export const euros = ({refunded, credit, giftCards}: Moved): string =>
  [
    ['refunded', refunded],
    ['store credit', credit],
    ['gift cards', giftCards],
  ]
    .filter(([, cents]) => cents !== 0)
    .map(([what, cents]) => `${what} ${(Number(cents) / 100).toFixed(2)}`)
    .join(', ') || 'nothing';

/** The file as a merchant has it once it pays. */
export function liveFile({handle, constants}: Paying): string {
  return withConstants(built(handle), {DRY_RUN: false, ...constants});
}

/** One scenario on a shop of its own, and what is wrong afterwards. */
export async function play(paying: Paying, text: string, {what, switches, due}: Scenario): Promise<readonly string[]> {
  const event = eventOf(paying.event);
  const shop = new FlowShop('#1001');
  try {
    await shop.run(text, event, switches);
    const wrong = [...(await seen(shop, paying)), ...(await settle(shop, text, event, paying.asking))];
    const moved = await shop.moved();
    const {tags, claim, waiting} = await shop.now();
    // What was paid twice stays in the order's block until somebody has looked; nothing else does.
    if (waiting.anything === sameMoney(due, paying.pays))
      wrong.push(`in the block ${waiting.anything ? 'something' : 'nothing'} waits`);
    if (!sameMoney(moved, due)) wrong.push(`moved ${euros(moved)} instead of ${euros(due)}`);
    if (claim.claim?.state !== 'done')
      wrong.push(`the claim is ${claim.claim?.state ?? claim.problem?.code ?? 'not there'}`);
    if (!tags.includes(paying.done)) wrong.push(`the order does not say so: ${tags.join(', ')}`);
    if (tags.includes(paying.asking)) wrong.push(`the order is still tagged “${paying.asking}”`);
    return wrong.map((problem) => `${paying.handle}, ${what}: ${problem}`);
  } finally {
    shop.close();
  }
}

/** Right after the event: the order, a mail or the failed run says how it ended, and one run at most sent money. */
async function seen(shop: FlowShop, {done, repeated}: Paying): Promise<readonly string[]> {
  const wrong: string[] = [];
  const {tags, claim, waiting} = await shop.now();
  if (claim.problem) wrong.push(`the engine can't read the claim: ${claim.problem.code}`);
  const shown = tags.includes(done) || waiting.unfinished || shop.mails.length > 0;
  if (!shown && !shop.runs.some(({state}) => state === 'failed')) wrong.push('nothing shows how it ended');
  const payers = shop.runs.filter(({steps}) =>
    steps.some(
      ({name, attempts}) => name in repeated && attempts.some(({outcome}) => ['done', 'lost'].includes(outcome)),
    ),
  );
  if (payers.length > 1) wrong.push(`${payers.length} runs sent money`);
  return wrong;
}

/** The words of the actions that an undisturbed run carries out. */
export async function actionsOf(paying: Paying, text: string): Promise<readonly string[]> {
  const shop = new FlowShop('#1001');
  await shop.run(text, eventOf(paying.event));
  shop.close();
  return shop.runs.flatMap(({steps}) => steps.filter(({kind}) => kind === 'ACTION').map(({name}) => name));
}
