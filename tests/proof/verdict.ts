import type {Claim, TriggerKey} from '../../src/execution/index.ts';
import {paidLegs} from '../../src/execution/paid.ts';
import {TRIES} from '../../src/execution/triggers/due.ts';
import {summaryOf} from '../../src/execution/summary.ts';
import type {Ending, Paid} from './stage.ts';
import type {World} from './world.ts';

/** What each ending must have paid in the end, in cents: to the payments, and beyond them. */
const DUE: Readonly<Record<Ending, readonly [number, number]>> = {
  storeCredit: [695, 745],
  giftCard: [695, 745],
  outside: [695, 745],
  twoPayments: [400, 745],
};

/** Everything that is wrong at the end: the money of one outcome has moved, once, and claim and summary say so. */
export async function verdict(world: World): Promise<readonly string[]> {
  const claim = await world.claim();
  const paid = await world.paid();
  if (claim === null && world.byHand > 0 && world.ledger.acts === 0) return world.wrong;
  if (claim?.state !== 'done') return [...world.wrong, `unfinished: ${claim?.state ?? 'no claim'}`];
  const [refunded, beyond] = DUE[world.ending];
  const moved = {payments: paid.refunded, beyond: beyondOf(world.ending, paid, claim)};
  const wrong = [...world.wrong];
  if (moved.payments !== refunded || moved.beyond !== beyond) wrong.push(`moved ${moved.payments} and ${moved.beyond}`);
  const told = summaryOf(claim).refunded.map(({destination, amount}) => `${destination} ${amount}`);
  const first = `refundToOriginalPayment ${(refunded / 100).toFixed(2)}`;
  if (told[0] !== first) wrong.push(`the summary says ${told.join(', ')}`);
  const settled = claim.calls.flatMap((call) =>
    call.evidence?.decision ? call.legs.filter((leg) => !paidLegs(call).includes(leg)) : [],
  );
  const unpaid = settled.map(({amount}) => amount.minor).join();
  if (world.ending === 'twoPayments' && unpaid !== '295') wrong.push(`2.95 is lost: settled otherwise is ${unpaid}`);
  return [...wrong, ...untold(claim, world.stage.told())];
}

/** What an execution has reached, Flow heard at least once and a bounded number of times, or the claim says that it didn't. */
function untold({planId, flow, calls}: Claim, told: readonly string[]): string[] {
  const owed = ['completed', 'label', ...(calls.some(({kind}) => kind === 'outsidePayment') ? ['outside'] : [])];
  return owed.flatMap((key) => {
    const noted = flow?.[key as TriggerKey];
    const heard = told.filter((one) => one === `refund-${key} ${planId}`).length;
    if (noted === undefined) return [`nobody noted that Flow is to be told of ${key}`];
    if (typeof noted === 'string' && heard === 0) return [`noted that Flow heard of ${key}, and it didn't`];
    if (typeof noted === 'number' && noted < TRIES) return [`${key} is still to be told after ${noted} tries`];
    return heard > TRIES ? [`Flow heard of ${key} ${heard} times`] : [];
  });
}

function beyondOf(ending: Ending, paid: Paid, claim: Claim): number {
  if (ending === 'giftCard') return paid.giftCards;
  if (ending !== 'outside') return paid.credit;
  return claim.outside.reduce((sum, {amount}) => sum + amount.minor, 0);
}
