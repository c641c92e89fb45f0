import {TO_SEND_TAG} from '../../../src/flow/run-code/index.ts';
import {eventOf} from './file.ts';
import {euros, type Paying, sameMoney} from './paying.ts';
import type {Scenario} from './scenarios.ts';
import {settle} from './settle.ts';
import {silentRuns} from './silent.ts';
import {FlowShop} from './shop.ts';

/** One scenario on a shop of its own, to the end that staff bring it to. @returns what is wrong, one line each */
export async function play(paying: Paying, text: string, scenario: Scenario): Promise<readonly string[]> {
  const {what, order, kind, switches, due} = scenario;
  const event = {...eventOf(paying.event), given: [{order, addTags: [paying.asking]}]};
  const shop = new FlowShop(order);
  try {
    await shop.run(text, event, switches);
    const wrong = [
      ...(await shown(shop, paying)),
      ...(kind === 'event' ? await answered(shop, paying) : []),
      ...(kind === 'adverse' ? [] : payers(shop, paying)),
      ...(await settle(shop, text, event, paying.asking)),
    ];
    wrong.push(...silentRuns(shop.runs));
    const moved = await shop.moved();
    const {tags, claim, waiting} = await shop.now();
    if (!sameMoney(moved, due)) wrong.push(`moved ${euros(moved)} instead of ${euros(due)}`);
    if (claim.claim?.state !== 'done') {
      wrong.push(`the claim is ${claim.claim?.state ?? claim.problem?.code ?? 'not there'}`);
    }
    if (!tags.includes(paying.done)) wrong.push(`the order does not say so: ${tags.join(', ')}`);
    wrong.push(...forgotten(shop, paying, tags, claim.claim?.staff !== 'flow'));
    if (tags.includes(paying.asking)) wrong.push(`the order is still tagged “${paying.asking}”`);
    // What was paid twice stays in the order's block until somebody has looked; nothing else does.
    if (waiting.anything !== (kind === 'unguarded')) {
      wrong.push(`in the order's block ${waiting.anything ? 'something' : 'nothing'} waits`);
    }
    return wrong.map((problem) => `${paying.handle}, ${what}: ${problem}`);
  } finally {
    shop.close();
  }
}

/** Right after the event: the order, a mail or the failed run says how it ended. */
async function shown(shop: FlowShop, {done}: Paying): Promise<readonly string[]> {
  const {tags, claim, waiting} = await shop.now();
  if (claim.problem) return [`the engine can't read the claim: ${claim.problem.code}`];
  const visible = tags.includes(done) || waiting.unfinished || shop.mails.length > 0;
  return visible || shop.runs.some(({state}) => state === 'failed') ? [] : ['nothing shows how it ended'];
}

/** An undisturbed run leaves nothing for the next one. */
async function answered(shop: FlowShop, {done, sends}: Paying): Promise<readonly string[]> {
  const {tags} = await shop.now();
  const mailed = shop.mails.map(({subject}) => subject).join();
  const sent = timesAsked(shop, sends);
  return [
    ...(tags.join() === done ? [] : [`tagged ${tags.join(', ')}`]),
    ...(mailed === '' ? [] : [`mailed ${mailed}`]),
    ...(sent === (sends ? 1 : 0) ? [] : [`the customer was told ${sent} times`]),
  ];
}

const timesAsked = (shop: FlowShop, mutation = '') =>
  shop.lab.log().filter(({fields}) => fields.includes(mutation)).length;

/** What the customer is to get, Shopify sent, or a tag says to send it, or whoever finished it in the block saw it. */
function forgotten(
  shop: FlowShop,
  {sends}: Paying,
  tags: readonly string[],
  staffFinished: boolean,
): readonly string[] {
  const reached = !sends || timesAsked(shop, sends) > 0 || tags.includes(TO_SEND_TAG) || staffFinished;
  return reached ? [] : ['the customer never hears of it, and nothing says so'];
}

/** The claim lets one run through: no other sends money, whatever became of it. */
function payers(shop: FlowShop, {moneySteps}: Paying): readonly string[] {
  const sent = shop.runs.filter(({steps}) =>
    steps.some(
      ({name, attempts}) => moneySteps.includes(name) && attempts.some(({outcome}) => outcome !== 'transient'),
    ),
  );
  return sent.length > 1 ? [`${sent.length} runs sent money`] : [];
}

/** The words of the actions that an undisturbed run carries out. */
export async function actionsOf(paying: Paying, text: string): Promise<readonly string[]> {
  const shop = new FlowShop('#1001');
  await shop.run(text, eventOf(paying.event));
  shop.close();
  return shop.runs.flatMap(({steps}) => steps.filter(({kind}) => kind === 'ACTION').map(({name}) => name));
}
