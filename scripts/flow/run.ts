import {parseArgs} from 'node:util';
import {InputError} from '../../src/core/index.ts';
import {createLab, type Lab} from '../../lab/admin-api/index.ts';
import {deployApp} from '../../lab/deploy.ts';
import {createFlow, FlowProblem, type FlowSwitches, runWorkflow, type WorkflowDetails} from '../../lab/flow/index.ts';
import {seed} from '../../lab/seed/index.ts';
import {readText} from './check.ts';
import {withConstants} from './run-constants.ts';
import {differences} from './run-differences.ts';
import {prepare, readEvent} from './run-event.ts';
import {inWords} from './run-words.ts';

export const help = `npm run -s flow -- run FILE [--event EVENT.json] [OPTIONS]

Executes a .flow file in a fresh shop of the lab and prints what each step really did, and what changed in the shop.
The shop has the orders #1001 to #1021; nothing that happens in it is kept, and nothing leaves this machine.

  --event FILE           what starts it, see below; left out: the order #1001 was created, or its schedule is due
  --order NAME           the order, in place of the event's own
  --tag TAG              a tag that the order (#1001) gets first, as an hourly workflow looks for it; may be given several times
  --set NAME=VALUE       a constant at the top of a Run code step, such as DRY_RUN=false; may be given several times
  --repeat event         the same event is delivered twice, one run after the other
  --repeat concurrently  the same event is delivered twice, and the runs take turns step by step
  --repeat step:NAME     the step is carried out, Flow doesn't hear so and does it again; NAME is its words, label or variable
  --user-errors fail|continue   whether userErrors fail the step (fail), or the run goes on with them
  --money string|number  how scripts see amounts (string)
  --seed NUMBER          whose turn it is in concurrent runs (0: strictly by turns)
  --now MOMENT           when it happens (2026-11-22T12:00:00Z)
  --json                 everything as JSON: runs with each attempt's input and output, mails, changes

EVENT.json:
  {"trigger": "order_created", "order": "#1001"}
  {"trigger": "scheduled_time", "scheduledAt": "2026-11-23T06:00:00Z"}   left out: now
  {"trigger": "refund_created", "order": "#1007"}
  {"trigger": "return_closed", "return": "gid://shopify/Return/1001"}
  {"trigger": "refund-completed", "payload": {"order_id": 1001, …}}   a trigger of ours, by its handle
  "given": [{"order": "#1001", "addTags": ["vip"], "note": "…"}]           prepares orders before it happens

Ends with 1 where a run failed.`;

const OPTIONS = {
  event: {type: 'string'},
  order: {type: 'string'},
  tag: {type: 'string', multiple: true},
  repeat: {type: 'string', multiple: true},
  set: {type: 'string', multiple: true},
  'user-errors': {type: 'string'},
  money: {type: 'string'},
  seed: {type: 'string'},
  now: {type: 'string'},
  json: {type: 'boolean'},
} as const;

interface Options {
  readonly event?: string;
  readonly order?: string;
  readonly tag?: string[];
  readonly repeat?: string[];
  readonly set?: string[];
  readonly 'user-errors'?: string;
  readonly money?: string;
  readonly seed?: string;
  readonly now?: string;
  readonly json?: boolean;
}

/** @throws {InputError} for a file, an event or an option that can't be used */
export async function run(args: readonly string[]): Promise<void> {
  const {file, options} = read(args);
  const text = withConstants(readText(file), options.set ?? []);
  const moment = options.now ?? '2026-11-22T12:00:00Z';
  const lab = openLab(moment);
  try {
    const {steps} = await look(lab, file, text);
    const trigger = steps.find(({kind}) => kind === 'TRIGGER')?.taskId ?? '';
    const given = options.event === undefined ? usual(trigger) : readText(options.event, '--event');
    const event = readEvent(given, moment, options.order, options.tag);
    const switches = switchesOf(options, steps);
    prepare(lab, event.given);
    const before = lab.state();
    const outcome = await runWorkflow(lab, text, event.event, switches);
    const changes = differences(before, lab.state());
    const report = {event: event.event, ...outcome, changes};
    process.stdout.write(`${options.json ? JSON.stringify(report, null, 2) : inWords(report)}\n`);
    if (outcome.runs.some(({state}) => state !== 'completed')) process.exitCode = 1;
  } catch (error) {
    if (error instanceof FlowProblem)
      throw options.event === undefined && options.order !== undefined
        ? new InputError('--order', options.order, error.message)
        : new InputError('--event', options.event, error.message);
    throw error;
  } finally {
    lab.close();
  }
}

function read(args: readonly string[]): {readonly file: string; readonly options: Options} {
  try {
    const {values, positionals} = parseArgs({args: [...args], options: OPTIONS, allowPositionals: true});
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) {
      throw new InputError('FILE', positionals.join(' ') || undefined, 'Name one .flow file; --help says more.');
    }
    return {file, options: values};
  } catch (error) {
    if (error instanceof InputError) throw error;
    const message = error instanceof Error ? error.message.split(/[.\n]/)[0] : String(error);
    throw new InputError('options', message, '--help says more.');
  }
}

/** The workflow as the lab reads it. @throws {InputError} where it can't be run at all */
async function look(lab: Lab, file: string, text: string): Promise<WorkflowDetails> {
  try {
    const flow = createFlow(lab, {ready: false});
    const {id} = flow.import(text);
    const workflow = flow.workflow(id);
    await flow.remove(id);
    const [problem] = workflow.problems;
    if (problem !== undefined) throw new InputError('FILE', file, `It can’t be run. ${problem}`);
    return workflow;
  } catch (error) {
    if (error instanceof FlowProblem) throw new InputError('FILE', file, error.message);
    throw error;
  }
}

/** The event of a workflow for which none was given. */
function usual(trigger: string): string {
  return JSON.stringify(
    trigger === 'shopify::flow::scheduled_time'
      ? {trigger: 'scheduled_time'}
      : {trigger: 'order_created', order: '#1001'},
  );
}

function openLab(moment: string): Lab {
  const now = new Date(moment);
  if (Number.isNaN(now.getTime())) throw new InputError('--now', moment, 'Write a moment like 2026-11-22T12:00:00Z.');
  return createLab({
    now,
    seed: (empty) => {
      deployApp(empty);
      seed(empty);
    },
    settings: {throttling: false},
  });
}

function oneOf<T extends string>(name: string, value: string | undefined, known: readonly [T, ...T[]]): T {
  const found = known.find((one) => one === value);
  if (value !== undefined && found === undefined) {
    throw new InputError(name, value, `Use one of: ${known.join(', ')}.`);
  }
  return found ?? known[0];
}

function switchesOf(options: Options, steps: WorkflowDetails['steps']): Partial<FlowSwitches> {
  const repeats = options.repeat ?? [];
  const known = ['event', 'concurrently'];
  const stray = repeats.find((one) => !known.includes(one) && !/^step:./.test(one));
  if (stray !== undefined) throw new InputError('--repeat', stray, 'Use event, concurrently or step:NAME.');
  // What starts a run is no step of it: --repeat event is for that.
  const own = steps.filter(({kind}) => kind !== 'TRIGGER');
  const names = own.flatMap(({id, description, name, label, variable, taskId}) => [
    id,
    description,
    name,
    label,
    variable,
    taskId,
  ]);
  const nobody = repeats.find(
    (one) =>
      one.startsWith('step:') && !names.some((name) => name?.toLowerCase() === one.slice('step:'.length).toLowerCase()),
  );
  if (nobody !== undefined) {
    const words = own.map(({description, name}) => description ?? name);
    throw new InputError('--repeat', nobody, `The workflow has no such step. It has: ${words.join('; ')}.`);
  }
  const seedNumber = Number(options.seed ?? 0);
  if (!Number.isSafeInteger(seedNumber)) throw new InputError('--seed', options.seed ?? '', 'Give a whole number.');
  return {
    delivery: repeats.includes('concurrently') ? 'twiceInterleaved' : repeats.includes('event') ? 'twice' : 'once',
    stepFaults: repeats
      .filter((one) => one.startsWith('step:'))
      .map((one) => ({step: one.slice('step:'.length), how: 'lostAnswer', times: 1})),
    userErrors: oneOf('--user-errors', options['user-errors'], ['fail', 'continue']),
    money: oneOf('--money', options.money, ['string', 'number']),
    seed: seedNumber,
  };
}
