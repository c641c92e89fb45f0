import type {Report} from './report.ts';
import type {StageName} from './stage.ts';
import {verdict} from './verdict.ts';
import {ENGINE, World} from './world.ts';
import type {Engine, Fate} from './world.ts';

const EXECUTORS = 50;
const ONE_PLAN = () => 'plan-abc123';
const EACH_HIS_PLAN = (index: number) => `plan-${index}`;
const SOMEBODY = (index: number) => `staff ${index}`;

/** Many at once on the same order: the money of one consistent outcome moves. */
export async function proveRaces(engine: Engine = ENGINE, stage: StageName = 'lab'): Promise<Report> {
  const failures: string[] = [];
  let executors = 0;
  const prove = async (what: string, run: (world: World) => Promise<void>) => {
    const world = await World.open(stage, 'storeCredit', engine);
    await run(world);
    for (const wrong of await verdict(world)) failures.push(`${what}: ${wrong}`);
    world.stage.close();
  };
  const race = (
    what: string,
    count: number,
    planIdOf: (index: number) => string,
    staff: (index: number) => string,
    how: 'at once' | 'each looks' | 'staggered' = 'at once',
  ) =>
    prove(what, async (world) => {
      const screen = await world.look();
      await Promise.all(
        Array.from({length: count}, async (_, index) => {
          const late = how === 'staggered' ? index % 12 : 0;
          for (let passed = 0; passed < late; passed += 1) await world.look();
          const confirmed = how === 'each looks' ? await world.look() : screen;
          const fate = how === 'staggered' ? {slow: (index * 7) % 5} : {};
          await world.execute(world.plan(planIdOf(index)), confirmed, world.env(staff(index), fate));
        }),
      );
      executors += count;
    });
  await race('one plan', EXECUTORS, ONE_PLAN, SOMEBODY);
  await race('different plans', EXECUTORS, EACH_HIS_PLAN, SOMEBODY);
  await race('different plans, each looks by himself', EXECUTORS, EACH_HIS_PLAN, SOMEBODY, 'each looks');
  await race('different plans, one a moment after the other', EXECUTORS, EACH_HIS_PLAN, SOMEBODY, 'staggered');
  await race('two people, one stale screen', 2, ONE_PLAN, SOMEBODY);
  await race('one person, two tabs', 2, ONE_PLAN, () => 'staff');
  await prove('one after the other', async (world) => {
    const confirmed = await world.look();
    await world.execute(world.plan('plan-first'), confirmed, world.env('one'));
    await world.execute(world.plan('plan-second'), confirmed, world.env('two'));
    executors += 2;
  });
  await prove('a second plan while the first is between claim and refund', async (world) => {
    const confirmed = await world.look();
    const meanwhile = () => world.execute(world.plan('plan-second'), confirmed, world.env('two'));
    const fate: Fate = {sleeps: {at: 'RefundCreate', where: 'before', meanwhile}};
    await world.execute(world.plan('plan-first'), confirmed, world.env('one', fate));
    executors += 2;
  });
  await prove('fifty resume at once', async (world) => {
    world.trouble('RefundCreate', 'refused');
    await world.execute(world.plan(), await world.look(), world.env('one'));
    world.pass();
    await Promise.all(Array.from({length: EXECUTORS}, (_, index) => world.resume(world.env(SOMEBODY(index)))));
    executors += EXECUTORS + 1;
  });
  return {name: `race on the ${stage}`, figures: {executors, failures: failures.length}, failures};
}
