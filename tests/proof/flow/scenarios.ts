import type {FlowSwitches} from '../../../lab/flow/index.ts';
import type {Paying} from './paying.ts';
import type {Moved} from './shop.ts';

/** Both readings of what nobody has confirmed: what userErrors do, and how amounts reach a script. */
export const READINGS: readonly Partial<FlowSwitches>[] = [
  {userErrors: 'fail', money: 'string'},
  {userErrors: 'continue', money: 'number'},
];

/** Something that happens to a workflow, and what is to be paid in the end. */
export interface Scenario {
  readonly kind: 'event' | 'concurrent' | 'step' | 'outage' | 'adverse' | 'unguarded';
  readonly what: string;
  readonly order: '#1001' | '#1004';
  readonly switches: Partial<FlowSwitches>;
  readonly due: Moved;
}

const CONCURRENT_SEEDS = [0, 1, 2, 3, 4];
/** Flow gives up a step after 36 hours. */
const FOR_GOOD = 1000;

/** If Flow turned out like this, the claim would let both of two concurrent runs through: what guards itself still pays once. */
const ADVERSE: readonly Partial<FlowSwitches>[] = [{jsonNull: 'leftOut'}, {now: 'stands'}];

/** @param steps the actions of an undisturbed run, by their words */
export function scenarios(paying: Paying, steps: readonly string[]): readonly Scenario[] {
  return READINGS.flatMap((reading) => underReading(paying, steps, reading));
}

function underReading(
  {pays, paysOther, moneySteps, unguarded}: Paying,
  steps: readonly string[],
  reading: Partial<FlowSwitches>,
): Scenario[] {
  const words = `userErrors ${reading.userErrors}, money as ${reading.money}`;
  const scenario = (
    kind: Scenario['kind'],
    what: string,
    switches: Partial<FlowSwitches> = {},
    rest: Partial<Pick<Scenario, 'order' | 'due'>> = {},
  ): Scenario => ({
    kind,
    what: `${what} (${words})`,
    order: '#1001',
    due: pays,
    switches: {...reading, ...switches},
    ...rest,
  });
  const fault = (step: string, how: 'lostAnswer' | 'failsBefore', times: number) => ({
    stepFaults: [{step, how, times}],
  });
  const guarded = moneySteps.filter((step) => step !== unguarded?.step);
  return [
    scenario('event', 'once'),
    scenario('event', 'the same event twice', {delivery: 'twice'}),
    scenario('event', 'a customer with store credit', {delivery: 'twice'}, {order: '#1004', due: paysOther}),
    ...CONCURRENT_SEEDS.map((seed) =>
      scenario('concurrent', `twice at once, turns ${seed}`, {delivery: 'twiceInterleaved', seed}),
    ),
    ...ADVERSE.map((adverse) =>
      scenario('adverse', `twice at once, ${JSON.stringify(adverse)}`, {delivery: 'twiceInterleaved', ...adverse}),
    ),
    ...steps.map((step) =>
      step === unguarded?.step
        ? scenario('unguarded', `“${step}” repeated`, fault(step, 'lostAnswer', 1), {due: unguarded.moves})
        : scenario('step', `“${step}” repeated`, fault(step, 'lostAnswer', 1)),
    ),
    ...guarded.map((step) => scenario('step', `“${step}” repeated for 36 hours`, fault(step, 'lostAnswer', FOR_GOOD))),
    ...steps.map((step) => scenario('outage', `“${step}” never works`, fault(step, 'failsBefore', FOR_GOOD))),
    ...moneySteps.map((step) =>
      scenario('outage', `“${step}” never works, a customer with store credit`, fault(step, 'failsBefore', FOR_GOOD), {
        order: '#1004',
        due: paysOther,
      }),
    ),
  ];
}
