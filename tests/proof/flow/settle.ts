import type {FlowSwitches} from '../../../lab/flow/index.ts';
import {decide, resume} from '../../../src/execution/index.ts';
import type {EventFile} from './file.ts';
import type {FlowShop} from './shop.ts';

const MINUTES = 60_000;
const CALM: Partial<FlowSwitches> = {delivery: 'once', stepFaults: []};
/** Longer than a request that was sent can still be on its way. */
const QUIET_MS = 3 * MINUTES;

/**
 * The troubles are over: the workflow runs again as its schedule has it, staff finish what stands in the order's block as
 * unfinished; until the order no longer asks.
 * @returns what staff could not do, one line each
 */
export async function settle(
  shop: FlowShop,
  text: string,
  event: EventFile,
  asking: string,
): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (let round = 0; round < 3; round += 1) {
    shop.pass(QUIET_MS);
    await shop.run(text, event, CALM, true);
    wrong.push(...(await finish(shop)));
    const {tags, claim} = await shop.now();
    if (claim.claim?.state === 'done' && !tags.includes(asking)) break;
  }
  return wrong;
}

async function finish(shop: FlowShop): Promise<readonly string[]> {
  for (let round = 0; round < 4; round += 1) {
    const {claim, waiting} = await shop.now();
    if (claim.problem) return [`the engine can't read the claim: ${claim.problem.code}`];
    if (!claim.claim || claim.claim.state === 'done') return [];
    if (!waiting.unfinished) return ['an unfinished refund is not shown as such'];
    shop.pass(QUIET_MS);
    const outcome = await resume(await shop.confirmed(), shop.staff());
    if (outcome.state === 'refused' || outcome.state === 'stale') return [`resuming: ${outcome.problem.code}`];
    await answer(shop);
  }
  return ['staff could not finish it'];
}

/** What nothing could settle: a person looks at the customer's store credit, and says what they see. */
async function answer(shop: FlowShop): Promise<void> {
  const {claim} = (await shop.now()).claim;
  const open = claim?.calls.find(({state}) => state === 'unknown');
  if (!claim || !open) return;
  const due = claim.calls
    .filter(
      ({kind, legs}) => kind === 'storeCreditAccountCredit' || legs.some((leg) => leg.kind === 'refundToStoreCredit'),
    )
    .flatMap(({legs}) => legs)
    .reduce((sum, {amount}) => sum + amount.minor, 0);
  const {credit} = await shop.moved();
  const {claim: read} = await shop.now();
  await decide(read, open.id, credit >= due ? 'happened' : 'didNotHappen', shop.staff(), 'seen in the account');
}
