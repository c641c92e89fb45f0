import {ASKING, proveAsking, proveNewOrders, proveUnasked} from './asking.ts';
import {type Break, WHOLE} from './broken.ts';
import {euros, liveFile, PAYING, type Paying} from './paying.ts';
import {actionsOf, play} from './play.ts';
import {type Proved, together} from './proved.ts';
import {proveDryRun, provePerson} from './refusing.ts';
import {type Scenario, scenarios} from './scenarios.ts';
import {proveTrouble} from './trouble.ts';
import {proveAlarm, proveClock, proveClockEnds, proveReminder} from './watching.ts';

/** What was proved of one workflow. */
export interface Line extends Proved {
  readonly letter: 'A' | 'B' | 'C' | '-';
  readonly handle: string;
  /** What was repeated, and what came of it. */
  readonly repeated: string;
}

export interface Options {
  readonly workflows?: readonly string[];
  /** Which scenarios of those that pay; left out: all. */
  readonly only?: (scenario: Scenario) => boolean;
  /** A broken workflow in the place of the one that ships. */
  readonly broken?: Break;
}

/** Every ready workflow, end to end on the lab's Flow, with its event and steps repeated. */
export async function proveFlow(
  {workflows, only = () => true, broken = WHOLE}: Options,
  tell: (line: Line) => void,
): Promise<void> {
  const wanted = (handle: string) => workflows?.includes(handle) ?? true;
  for (const asking of ASKING.filter(({handle}) => wanted(handle))) {
    const parts = [await proveAsking(asking, broken), await proveUnasked(asking, broken)];
    if (asking.event === 'ask-label-by-hand') parts.push(await proveNewOrders(broken));
    const repeated = `event twice and twice at once: one request; released it paid once: ${euros(asking.pays)}; left 1 order to a person`;
    tell({letter: 'C', handle: asking.handle, repeated, ...together(parts)});
  }
  for (const paying of PAYING.filter(({handle}) => wanted(handle))) tell(await provePaying(paying, only, broken));
  const watching = [
    [
      '-',
      'double-payment-alarm-refrec',
      'every hour: one mail for what was paid twice, none for what was not',
      proveAlarm,
    ],
    ['C', 'refund-reminder-refrec', 'day after day: silent before its time and after the payment', proveReminder],
    [
      '-',
      'withdrawal-clock-refrec',
      'twice a day for 18 days: mailed on day 0, 10, 13 and 15; ended with the refund',
      async (broke: Break) => together([await proveClock(broke), await proveClockEnds(broke)]),
    ],
  ] as const;
  for (const [letter, handle, repeated, prove] of watching) {
    if (wanted(handle)) tell({letter, handle, repeated, ...(await prove(broken))});
  }
}

async function provePaying(paying: Paying, only: (scenario: Scenario) => boolean, broken: Break): Promise<Line> {
  const whole = liveFile(paying);
  const steps = await actionsOf(paying, whole);
  const text = broken(whole);
  const all = scenarios(paying, steps).filter(only);
  const failures: string[] = [];
  for (const scenario of all) failures.push(...(await play(paying, text, scenario)));
  const people = await provePerson(paying, broken);
  const trouble = await proveTrouble(paying, broken);
  const dry = {runs: 1, failures: await proveDryRun(paying, broken)};
  const {unguarded, handle, letter} = paying;
  const counts = (kind: Scenario['kind']) => all.filter((scenario) => scenario.kind === kind).length;
  const repeated = [
    `event twice, ${counts('concurrent') + counts('adverse')} times at once, each of ${steps.length} steps repeated or lost for good`,
    `paid once: ${euros(paying.pays)}`,
    `said so of ${trouble.runs} that were refused or slow`,
    `left ${people.runs} orders to a person`,
    ...(unguarded
      ? [`NOT guarded: “${unguarded.step}” carried out twice gave ${euros(unguarded.moves)}, which the alarm finds`]
      : []),
  ].join('; ');
  return {letter, handle, repeated, ...together([{runs: all.length, failures}, people, trouble, dry])};
}

/** `A  refund-lines-refrec: …; scenarios 60 · ok` */
export function textOf({letter, handle, repeated, runs, failures}: Line): string {
  return `${letter}  ${handle}: ${repeated}; scenarios ${runs} · ${failures.length === 0 ? 'ok' : 'FAILED'}`;
}
