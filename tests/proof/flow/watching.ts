import {executePlan} from '../../../src/execution/index.ts';
import {confirmedPlan} from '../../execution/lab-order.ts';
import {type Break, WHOLE} from './broken.ts';
import {built, eventOf} from './file.ts';
import {liveFile, PAYING} from './paying.ts';
import type {Proved} from './proved.ts';
import {FlowShop} from './shop.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const ALARM = 'double-payment-alarm-refrec';

/** The schedule's next turn, by the lab's clock. */
const turn = (shop: FlowShop) => ({
  trigger: 'scheduled_time',
  scheduledAt: shop.lab.clock
    .now()
    .toISOString()
    .replace(/\.\d+Z$/, 'Z'),
});

const subjects = (shop: FlowShop) => shop.mails.map(({subject}) => subject);

/** Silent on what was paid once; what B paid twice it tags and mails, once. */
export async function proveAlarm(broken: Break = WHOLE): Promise<Proved> {
  const failures: string[] = [];
  const paying = PAYING.find(({letter}) => letter === 'B');
  if (!paying) throw new Error('There is no workflow with the letter B.');
  const text = liveFile(paying);
  let runs = 0;
  for (const twice of [false, true]) {
    const shop = new FlowShop('#1001');
    const stepFaults = twice ? [{step: 'Give the bonus', how: 'lostAnswer' as const, times: 1}] : [];
    await shop.run(text, eventOf(paying.event), {stepFaults});
    const mailed = shop.mails.length;
    for (let round = 0; round < 3; round += 1) {
      shop.pass(HOUR_MS);
      await shop.run(broken(built(ALARM)), turn(shop), {stepFaults: []});
    }
    const {tags} = await shop.now();
    const found = shop.mails.slice(mailed).map(({message}) => message);
    const words = 'store credit of 5.00 EUR was given 2 times, the refund record knows 1';
    if (twice) {
      if (!tags.includes('Refund check'))
        failures.push(`${ALARM}: a bonus was given twice, and the order is not tagged`);
      if (found.length !== 1 || !found[0]?.includes(words))
        failures.push(`${ALARM}: mailed ${found.join(' · ') || 'nothing'}`);
    } else if (tags.includes('Refund check') || found.length > 0) {
      failures.push(`${ALARM}: raised without reason: ${found.join(' · ')}`);
    }
    runs += 3;
    shop.close();
  }
  return {runs, failures};
}

/** Quiet before its time, then a mail a day; takes the tag off where nothing waits. */
export async function proveReminder(broken: Break = WHOLE): Promise<Proved> {
  const handle = 'refund-reminder-refrec';
  const failures: string[] = [];
  const shop = new FlowShop('#1001');
  await shop.run(built('ask-label-by-hand-refrec'), eventOf('ask-label-by-hand'));
  const remind = async (days: number) => {
    shop.pass(days * DAY_MS);
    await shop.run(broken(built(handle)), turn(shop));
    return shop.mails.at(-1)?.message ?? '';
  };
  if ((await remind(1)) !== '') failures.push(`${handle}: mailed after one day`);
  const message = await remind(2);
  const words =
    'Order #1001: a request for shipping-plus-label waits for a person, because: Return with a label that the customer paid for (3 days).\n\nhttps://duin-en-draad.myshopify.com/admin/orders/1001';
  if (message !== words) failures.push(`${handle}: mailed “${message}”`);
  const [request] = (await shop.now()).waiting.requests;
  if (!request) failures.push(`${handle}: the request is gone`);
  const {plan, confirmed} = await confirmedPlan(
    shop.staff(),
    await shop.id(),
    request?.choices,
    'shipping-plus-label',
    request?.intentId,
  );
  await executePlan(plan, confirmed, shop.staff());
  await shop.tag('#1001', ['Refund waiting']);
  const mailed = shop.mails.length;
  await remind(1);
  if (shop.mails.length > mailed) failures.push(`${handle}: reminded of what was paid`);
  if ((await shop.now()).tags.includes('Refund waiting')) failures.push(`${handle}: left the tag where nothing waits`);
  shop.close();
  return {runs: 4, failures};
}

const CLOCK_MAILS = [
  'Order #1001: acknowledge the withdrawal now',
  'Order #1001: withdrawal, pay back by 2026-12-06',
  'Order #1001: withdrawal, pay back by 2026-12-06',
  'Order #1001: withdrawal, pay back by 2026-12-06',
];

/** Refunded as a whole, it loses its tags; a day that nobody can read is told once. */
export async function proveClockEnds(broken: Break = WHOLE): Promise<Proved> {
  const handle = 'withdrawal-clock-refrec';
  const text = broken(built(handle));
  const failures: string[] = [];
  const refunded = new FlowShop('#1001');
  await refunded.run(text, eventOf('withdrawal-clock'));
  const {plan, confirmed} = await confirmedPlan(refunded.staff(), await refunded.id(), {}, 'full-refund');
  await executePlan(plan, confirmed, refunded.staff());
  await refunded.tag('#1001', ['Withdrawal: day 10', 'Withdrawal: day 15']);
  await refunded.run(text, turn(refunded));
  const left = (await refunded.now()).tags.join();
  if (left !== '') failures.push(`${handle}: refunded, still tagged ${left}`);
  refunded.close();
  const unreadable = new FlowShop('#1001');
  await unreadable.write('withdrawal', 'last week');
  await unreadable.run(text, eventOf('withdrawal-clock'));
  for (let hour = 0; hour < 2; hour += 1) await unreadable.run(text, turn(unreadable));
  const {tags} = await unreadable.now();
  if (!tags.includes('Refund needs a person')) failures.push(`${handle}: no day, tagged ${tags.join(', ')}`);
  if (subjects(unreadable).join() !== 'Order #1001: the withdrawal clock stands still')
    failures.push(`${handle}: no day, mailed ${subjects(unreadable).join(' · ') || 'nothing'}`);
  unreadable.close();
  return {runs: 5, failures};
}

/** Acknowledged at once, reminded on day 10 and 13 and when it is over; each once, though it runs twice a day and twice at once. */
export async function proveClock(broken: Break = WHOLE): Promise<Proved> {
  const handle = 'withdrawal-clock-refrec';
  const failures: string[] = [];
  const shop = new FlowShop('#1001');
  const days: number[] = [];
  await shop.run(broken(built(handle)), eventOf('withdrawal-clock'), {
    delivery: 'twiceInterleaved',
    userErrors: 'continue',
  });
  days.push(...shop.mails.map(() => 0));
  let runs = 2;
  for (let half = 1; half <= 36; half += 1) {
    shop.pass(DAY_MS / 2);
    const before = shop.mails.length;
    await shop.run(broken(built(handle)), turn(shop), {delivery: 'once'});
    days.push(...shop.mails.slice(before).map(() => half / 2));
    runs += 1;
  }
  const told = subjects(shop);
  if (told.join('\n') !== CLOCK_MAILS.join('\n')) failures.push(`${handle}: mailed ${told.join(' · ')}`);
  if (days.map((day) => Math.ceil(day)).join() !== '0,10,13,15')
    failures.push(`${handle}: mailed on days ${days.join(', ')}`);
  shop.close();
  return {runs, failures};
}
