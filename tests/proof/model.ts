import type {Confirmed} from '../../src/execution/index.ts';
import type {Report} from './report.ts';
import {ENDINGS, WIRE_TROUBLES} from './stage.ts';
import type {StageName, Trouble} from './stage.ts';
import {verdict} from './verdict.ts';
import {DECLINABLE} from './wire.ts';
import {ENGINE, MINUTES, World} from './world.ts';
import type {Engine, Fate} from './world.ts';

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
  'TagsAdd',
  'TagsRemove',
  'TriggerFacts',
  'FlowTriggerReceive',
];
const ACTORS = ['one', 'two', 'three'];

export interface Histories {
  /** How many on each stage. */
  readonly lab: number;
  readonly memory: number;
  /** The same seed tells the same histories. */
  readonly seed: number;
}

/**
 * Random histories: several people press, resume, answer (also wrongly), close their tabs and fall asleep, alone or at once,
 * while requests get lost, land late or are refused. At the end everything settles, and the money of one outcome has moved.
 */
export async function proveModel({lab, memory, seed}: Histories, engine: Engine = ENGINE): Promise<Report> {
  const failures: string[] = [];
  let steps = 0;
  for (let run = 0; run < lab + memory; run += 1) {
    const stage: StageName = run < lab ? 'lab' : 'memory';
    const chance = chances(seed + run);
    const world = await World.open(stage, chance.pick(ENDINGS), engine);
    steps += await history(world, chance);
    for (const wrong of await verdict(world)) failures.push(`seed ${seed + run} on the ${stage}: ${wrong}`);
    world.stage.close();
  }
  return {name: 'model', figures: {runs: lab + memory, lab, steps, failures: failures.length}, failures};
}

type Chance = ReturnType<typeof chances>;

async function history(world: World, chance: Chance): Promise<number> {
  const screen = await world.look();
  for (const operation of OPERATIONS) {
    if (chance.below(2) === 0) {
      world.trouble(operation, ...Array.from({length: chance.below(12)}, () => troubleOf(operation, chance)));
    }
  }
  const steps = 1 + chance.below(6);
  for (let step = 0; step < steps; step += 1) {
    await Promise.all(Array.from({length: 1 + chance.below(2)}, () => act(world, screen, chance)));
  }
  await world.settle();
  return steps;
}

function troubleOf(operation: string, chance: Chance): Trouble | null {
  if (chance.below(4) === 0) return null;
  const own: Trouble[] = [
    ...(DECLINABLE.has(operation) ? (['declined'] as const) : []),
    ...(operation === 'RefundCreate' ? (['held', 'keyFailed'] as const) : []),
    ...(operation === 'MetafieldsSet' ? (['stale'] as const) : []),
  ];
  return chance.pick([...WIRE_TROUBLES, ...own]);
}

async function act(world: World, screen: Confirmed, chance: Chance): Promise<void> {
  const env = world.env(chance.pick(ACTORS), fateOf(world, chance));
  switch (chance.below(7)) {
    case 0:
      return world.execute(world.plan(), screen, env);
    case 1:
      return world.execute(world.plan(), {...(await world.look()), money: screen.money}, env);
    case 2:
      world.pass((chance.below(8) === 0 ? 25 * 60 : 2) * MINUTES + 1000);
      return world.resume(env);
    case 3:
      return world.resume(env);
    case 4:
      return world.decide(env, chance.below(4) > 0);
    case 5:
      return world.openPage(env);
    default:
      return world.stage.deliver();
  }
}

function fateOf(world: World, chance: Chance): Fate {
  if (chance.below(4) === 0) return {closesAfter: chance.below(10)};
  if (chance.below(6) > 0) return {};
  const meanwhile = async () => {
    world.pass();
    await world.resume(world.env(chance.pick(ACTORS)));
  };
  return {sleeps: {at: 1 + chance.below(10), where: chance.pick(['before', 'within', 'after']), meanwhile}};
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
