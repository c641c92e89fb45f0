import {look} from '../execution/plans.ts';
import type {Report} from './report.ts';
import {ENGINE, World} from './world.ts';
import type {Engine} from './world.ts';

const EXECUTORS = 50;

/** Many at once on the same order: the money of one consistent outcome moves. */
export async function proveRaces(engine: Engine = ENGINE): Promise<Report> {
  const failures: string[] = [];
  let executors = 0;
  const race = async (
    what: string,
    count: number,
    planIdOf: (index: number) => string,
    staff: (index: number) => string,
  ) => {
    const world = new World('storeCredit', engine);
    const confirmed = look(world.shop);
    const all = Array.from({length: count}, (_, index) =>
      world.execute(world.plan(planIdOf(index)), confirmed, world.env(staff(index))),
    );
    await Promise.all(all);
    executors += count;
    const wrong = world.verdict();
    if (wrong !== null) failures.push(`${what}: ${wrong}`);
  };
  await race(
    'one plan',
    EXECUTORS,
    () => 'plan-abc123',
    (index) => `staff ${index}`,
  );
  await race(
    'different plans',
    EXECUTORS,
    (index) => `plan-${index}`,
    (index) => `staff ${index}`,
  );
  await race(
    'two people, one stale screen',
    2,
    () => 'plan-abc123',
    (index) => `staff ${index}`,
  );
  await race(
    'one person, two tabs',
    2,
    () => 'plan-abc123',
    () => 'staff',
  );
  await oneAfterTheOther(engine, failures);
  return {name: 'race', figures: {executors: executors + 2, failures: failures.length}, failures};
}

/** Two people look at the same screen; the second presses when the first is done. */
async function oneAfterTheOther(engine: Engine, failures: string[]): Promise<void> {
  const world = new World('storeCredit', engine);
  const confirmed = look(world.shop);
  await world.execute(world.plan('plan-first'), confirmed, world.env('one'));
  await world.execute(world.plan('plan-second'), confirmed, world.env('two'));
  const wrong = world.verdict();
  if (wrong !== null) failures.push(`one after the other: ${wrong}`);
}
