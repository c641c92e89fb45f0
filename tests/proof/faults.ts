import type {Fault} from '../execution/fake-admin.ts';
import {look} from '../execution/plans.ts';
import type {Report} from './report.ts';
import {ENDINGS, ENGINE, World} from './world.ts';
import type {Ending, Engine} from './world.ts';

const OPERATIONS = [
  'MetafieldsSet',
  'RefundCreate',
  'StoreCreditAccountCredit',
  'GiftCardCreate',
  'ExecutionState',
  'ExecutionCreditState',
  'StoreCreditAccountState',
  'EvidenceByHandle',
  'MetaobjectUpsert',
  'MetaobjectPairUpsert',
];

const FAULTS: readonly Fault[] = ['before', 'after', 'late', 'throttled', 'server', 'malformed', 'refused'];

/** How often a fault comes back: once it is repaired on the spot, five times it outlives every retry. */
const TIMES = [1, 5];
/** Which request of its kind meets it first. */
const FIRST = [0, 1, 2, 3];

/** Every call kind × every step × every fault × once or for good × landing before or after somebody else resumes. */
export async function proveFaults(engine: Engine = ENGINE, operations = OPERATIONS): Promise<Report> {
  const failures: string[] = [];
  let cases = 0;
  for (const ending of Object.keys(ENDINGS) as Ending[]) {
    for (const operation of operations) {
      for (const fault of FAULTS) {
        for (const [times, first] of TIMES.flatMap((count) => FIRST.map((from) => [count, from] as const))) {
          for (const landsBefore of [true, false]) {
            const world = new World(ending, engine);
            const faults = [...Array.from({length: first}, () => null), ...Array.from({length: times}, () => fault)];
            world.shop.fail(operation, ...faults);
            await live(world, landsBefore);
            cases += 1;
            note(failures, world, `${ending} ${operation} ${fault} ×${times} from ${first + 1} ${landsBefore}`);
          }
        }
      }
    }
    for (let closesAfter = 0; closesAfter <= 9; closesAfter += 1) {
      const world = new World(ending, engine);
      await live(world, true, closesAfter);
      cases += 1;
      note(failures, world, `${ending} tab closed after ${closesAfter} requests`);
    }
  }
  return {name: 'faults', figures: {cases, failures: failures.length}, failures};
}

async function live(world: World, landsBefore: boolean, closesAfter?: number): Promise<void> {
  await world.execute(world.plan(), look(world.shop), world.env('one', closesAfter));
  world.pass();
  if (landsBefore) world.shop.deliver();
  await world.resume(world.env('two'));
  await world.settle();
}

function note(failures: string[], world: World, what: string): void {
  const wrong = world.verdict();
  if (wrong !== null) failures.push(`${what}: ${wrong}`);
}
