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
  'MetaobjectUpsert',
];
const FAULTS: readonly (Fault | null)[] = [
  null,
  null,
  'before',
  'after',
  'late',
  'throttled',
  'server',
  'malformed',
  'refused',
];
const ACTORS = ['one', 'two', 'three'];

/**
 * Random histories: several people press, resume, answer (also wrongly) and close their tabs, alone or at once, while requests
 * get lost, land late or are refused. At the end everything settles, and the money of one outcome has moved.
 * @param runs how many histories
 * @param seed the same seed tells the same histories
 */
export async function proveModel(runs: number, seed: number, engine: Engine = ENGINE): Promise<Report> {
  const failures: string[] = [];
  let steps = 0;
  for (let run = 0; run < runs; run += 1) {
    const chance = chances(seed + run);
    const world = new World(chance.pick(Object.keys(ENDINGS) as Ending[]), engine);
    const screen = look(world.shop);
    for (const operation of OPERATIONS) {
      if (chance.below(2) === 0)
        world.shop.fail(operation, ...Array.from({length: chance.below(12)}, () => chance.pick(FAULTS)));
    }
    for (let step = 1 + chance.below(6); step > 0; step -= 1) {
      await Promise.all(Array.from({length: 1 + chance.below(2)}, () => act(world, screen, chance)));
      steps += 1;
    }
    await world.settle();
    const wrong = world.verdict();
    if (wrong !== null) failures.push(`seed ${seed + run}: ${wrong}`);
  }
  return {name: 'model', figures: {runs, steps, failures: failures.length}, failures};
}

type Chance = ReturnType<typeof chances>;

async function act(world: World, screen: ReturnType<typeof look>, chance: Chance): Promise<void> {
  const env = world.env(chance.pick(ACTORS), chance.below(4) === 0 ? chance.below(10) : undefined);
  switch (chance.below(6)) {
    case 0:
      return world.execute(world.plan(), screen, env);
    case 1:
      return world.execute(world.plan(), {...look(world.shop), money: screen.money}, env);
    case 2:
      world.pass();
      return world.resume(env);
    case 3:
      return world.resume(env);
    case 4:
      return world.decide(env, chance.below(4) > 0);
    default:
      return world.shop.deliver(({name}) => name !== 'StoreCreditAccountCredit' || chance.below(2) === 0);
  }
}

/** A small generator (mulberry32) with what the histories need of it. */
function chances(seed: number) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    pick: <Item>(list: readonly Item[]): Item => list[below(list.length)] as Item,
  };
}
