import type {Report} from './report.ts';
import {ENDINGS, WIRE_TROUBLES} from './stage.ts';
import type {Ending, StageName, Trouble} from './stage.ts';
import {verdict} from './verdict.ts';
import {DECLINABLE} from './wire.ts';
import {ENGINE, MINUTES, World} from './world.ts';
import type {Engine, Fate, Where} from './world.ts';

/** Who goes on, after how long, and how often the trouble comes back: once, beyond every retry, or into the resumption. */
const COURSES = [
  {times: 1, by: 'two', after: 2},
  {times: 6, by: 'one', after: 2},
  {times: 6, by: 'two', after: 25 * 60},
  {times: 14, by: 'two', after: 2},
] as const;

/** Nothing is on its way for a day: what sleeps that long has sent its request, or not yet begun to. */
const SLEEPS = [
  ['before', 2],
  ['within', 2],
  ['after', 2],
  ['within', 25 * 60],
  ['after', 25 * 60],
] as const;

const NOTHING_BEGAN = true;

/** What telling Flow takes. */
const TELLING: ReadonlySet<string> = new Set(['TriggerFacts', 'FlowTriggerReceive']);

type Course = (typeof COURSES)[number] & {readonly landsBefore: boolean};

export interface Options {
  readonly engine?: Engine;
  readonly stage?: StageName;
  readonly endings?: readonly Ending[];
  /** Only these operations. */
  readonly operations?: readonly string[];
}

/**
 * Every ending × every request of it × every trouble × every course, late requests landing before or after somebody else
 * resumes; then every request at which the tab closes, and every one at which it falls asleep and wakes when another has
 * gone on.
 */
export async function proveFaults(options: Options = {}): Promise<Report> {
  const {engine = ENGINE, stage = 'lab', endings = ENDINGS} = options;
  const failures: string[] = [];
  let cases = 0;
  const prove = async (ending: Ending, what: string, course: (world: World) => Promise<boolean | void>) => {
    const world = await World.open(stage, ending, engine);
    if ((await course(world)) !== NOTHING_BEGAN) await world.settle();
    for (const wrong of await verdict(world)) failures.push(`${ending}, ${what}: ${wrong}`);
    world.stage.close();
    cases += 1;
  };
  for (const ending of endings) {
    const steps = await requestsOf(stage, ending);
    for (const {name, nth} of steps) {
      if (options.operations && !options.operations.includes(name)) continue;
      for (const {trouble, course} of troublesOf(name)) {
        const times = Array.from({length: course.times}, () => trouble);
        const when = `${course.by} after ${course.after} min${course.landsBefore ? '' : ', lands after'}`;
        await prove(ending, `${name} ${nth} ${trouble} ×${course.times}, ${when}`, (world) => {
          world.trouble(name, ...Array.from({length: nth - 1}, () => null), ...times);
          return TELLING.has(name) ? untold(world, course) : live(world, course);
        });
      }
    }
    for (let at = 1; at <= steps.length; at += 1) {
      for (const course of [
        {...COURSES[0], landsBefore: true},
        {...COURSES[2], landsBefore: true},
      ]) {
        const what = `tab closed after ${at - 1} requests, ${course.after} min`;
        await prove(ending, what, (world) => live(world, course, {closesAfter: at - 1}));
      }
      await prove(ending, `refunded by hand before request ${at}`, (world) => refundedByHand(world, at));
      for (const [where, minutes] of SLEEPS) {
        await prove(ending, `asleep ${where} request ${at} for ${minutes} min`, (world) =>
          asleep(world, at, where, minutes),
        );
      }
    }
  }
  return {name: `faults on the ${stage}`, figures: {cases, failures: failures.length}, failures};
}

/** Flow can't be told: the refund has ended all the same, as it does when nothing troubles it. */
async function untold(world: World, course: Course): Promise<void> {
  await world.execute(world.plan(), await world.look(), world.env('one'));
  const state = (await world.claim())?.state;
  const due = world.ending === 'twoPayments' ? 'stopped' : 'done';
  if (state !== due) world.wrong.push(`money waited for a trigger: ${state ?? 'no claim'}`);
  await world.openPage(world.env(course.by));
}

/** One presses *Refund*; somebody tries to resume at once, and does so later. */
async function live(world: World, course: Course, fate?: Fate): Promise<void> {
  await world.execute(world.plan(), await world.look(), world.env('one', fate));
  await world.openPage(world.env('one'));
  if (await world.claim()) await world.resume(world.env(course.by));
  world.pass(course.after * MINUTES + 1000);
  if (course.landsBefore) world.stage.deliver();
  await world.resume(world.env(course.by));
}

/** The first executor is still at work when another has gone on. */
async function asleep(world: World, at: number, where: Where, minutes: number): Promise<void> {
  const meanwhile = async () => {
    world.pass(minutes * MINUTES + 1000);
    if (await world.claim()) await world.resume(world.env('two'));
  };
  await world.execute(world.plan(), await world.look(), world.env('one', {sleeps: {at, where, meanwhile}}));
}

/**
 * Somebody refunds on Shopify's own screen meanwhile. Every act is preceded by a look, so one at most is still sent: the one
 * that was looked for a moment before.
 */
async function refundedByHand(world: World, at: number): Promise<boolean> {
  let before = 0;
  const meanwhile = async () => {
    before = world.ledger.acts;
    await world.refundByHand();
  };
  await world.execute(world.plan(), await world.look(), world.env('one', {sleeps: {at, where: 'before', meanwhile}}));
  if (world.ledger.acts - before > 1) world.wrong.push(`${world.ledger.acts - before} acts after a refund by hand`);
  return (await world.claim()) === null && world.ledger.acts === 0 ? NOTHING_BEGAN : !NOTHING_BEGAN;
}

/** The requests of an execution that nothing troubles. */
async function requestsOf(stage: StageName, ending: Ending): Promise<{name: string; nth: number}[]> {
  const world = await World.open(stage, ending, ENGINE);
  await world.execute(world.plan(), await world.look(), world.env('one'));
  world.stage.close();
  const count = new Map<string, number>();
  return world.log.map((name) => {
    const nth = (count.get(name) ?? 0) + 1;
    count.set(name, nth);
    return {name, nth};
  });
}

function troublesOf(name: string): {trouble: Trouble; course: Course}[] {
  const own: Trouble[] = [
    ...(DECLINABLE.has(name) ? (['declined'] as const) : []),
    ...(name === 'RefundCreate' ? (['held', 'keyFailed'] as const) : []),
    ...(name === 'MetafieldsSet' ? (['stale'] as const) : []),
  ];
  return [...WIRE_TROUBLES, ...own].flatMap((trouble) =>
    COURSES.flatMap((course) => {
      const late = trouble === 'late' || trouble === 'held';
      // Nothing lands after a day.
      return [true, ...(late && course.after < 60 ? [false] : [])].map((landsBefore) => ({
        trouble,
        course: {...course, landsBefore},
      }));
    }),
  );
}
