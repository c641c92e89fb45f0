/** A workflow that is ready to run: its graph, what each step reads, and what is wrong with it. */
import {handleOf, isDraftId, WAIT_MILLISECONDS} from '../assumptions.ts';
import {type Demand, merge} from '../environment/demand.ts';
import type {FlowLiquid} from '../liquid/index.ts';
import {entry, FlowProblem} from '../problem.ts';
import {say} from '../said.ts';
import {millisecondsOf} from '../steps/duration.ts';
import {BY_ANALOGY, type Task, type TaskField, TASKS, TRIGGERS, type TriggerTask} from '../steps/tasks.ts';
import type {Port, Said, SafetyLetter} from '../types.ts';
import {type Reads, readsOf} from './fields.ts';
import type {FileStep, FlowFile} from './file.ts';
import {type Links, linksOf, loopsOf, reachable, topological} from './graph.ts';

export interface Step extends Reads {
  readonly id: string;
  readonly taskId: string;
  readonly task: Task;
  readonly fields: Readonly<Record<string, string>>;
  readonly label: string;
  /** What a person calls it. */
  readonly title: string;
  readonly variable: string | null;
  readonly targets: Readonly<Partial<Record<Port, readonly string[]>>>;
  /** The loop around it. */
  readonly loop: string | null;
}

export interface Workflow {
  readonly file: FlowFile;
  readonly letter: SafetyLetter | null;
  readonly trigger: {readonly step: FileStep; readonly task: TriggerTask; readonly event: string};
  /** Without the trigger, each after everything that leads to it. */
  readonly steps: readonly Step[];
  readonly first: readonly string[];
  readonly draft: boolean;
  readonly problems: readonly Said[];
}

/** The triggers and actions of the app itself: what its extensions declare. */
export interface AppTasks {
  readonly triggers: Readonly<Record<string, TriggerTask>>;
  readonly actions: Readonly<Record<string, {readonly label: string; readonly yields: boolean}>>;
}

const anyField: TaskField = {kind: 'liquid', required: false};

function appAction(step: FileStep, {label, yields}: {readonly label: string; readonly yields: boolean}): Task {
  const fields = Object.fromEntries(
    Object.keys(step.fields).map((id) => [
      id,
      id.endsWith('_id') ? ({kind: 'path', required: false} as const) : anyField,
    ]),
  );
  return {
    task: 'appAction',
    label,
    kind: 'ACTION',
    ports: ['output'],
    fields,
    ...(yields ? {yields: true as const} : {}),
  };
}

/**
 * @throws FlowProblem where the file can't be a workflow at all; what only keeps it from being switched on stands in `problems`
 */
export function readWorkflow(file: FlowFile, app: AppTasks, liquid: FlowLiquid): Workflow {
  const problems: Said[] = [];
  const byId = new Map(file.steps.map((step) => [step.id, step]));
  if (byId.size !== file.steps.length) throw new FlowProblem(say`Two steps have the same step_id.`);
  const triggers = file.steps.filter((step) => step.taskType === 'TRIGGER');
  const [trigger] = triggers;
  if (!trigger || triggers.length > 1)
    throw new FlowProblem(say`A workflow has one trigger; this one has ${triggers.length}.`);
  const triggerTask = entry(TRIGGERS, trigger.taskId) ?? entry(app.triggers, handleOf(trigger.taskId));
  if (!triggerTask) problems.push(say`Nothing is known of the trigger ${trigger.taskId}.`);
  for (const [id, field] of Object.entries(triggerTask?.fields ?? {})) {
    if (field.required && !trigger.fields[id]) problems.push(say`“${triggerTask?.label ?? ''}”: ${id} is empty.`);
  }
  const links = linksOf(file, byId, trigger.id);
  const order = topological(file, links, trigger.id);
  const tasks = new Map<string, Task>();
  for (const step of order) {
    const own = entry(app.actions, handleOf(step.taskId));
    const task = entry(TASKS, step.taskId) ?? (own && step.taskType === 'ACTION' ? appAction(step, own) : undefined);
    if (task) tasks.set(step.id, task);
    else problems.push(say`The lab’s Flow doesn’t know the step ${step.taskId}.`);
  }
  const names = variablesOf(file, tasks, problems);
  const loops = loopsOf(file, links, tasks);
  const steps = order.flatMap((step): Step[] => {
    const task = tasks.get(step.id);
    if (!task) return [];
    const title = step.description || step.name || task.label;
    const loop = loops.get(step.id) ?? null;
    const base = {id: step.id, taskId: step.taskId, task, fields: step.fields, label: task.label, title};
    const targets = targetsOf(links, step.id, task, title, problems);
    const variable = task.yields || task.task === 'forEach' ? (names.get(step.id) ?? null) : null;
    const inside = loop !== null && ['forEach', 'wait', 'getOrders'].includes(task.task);
    if (inside) problems.push(say`“${title}”: Flow has no ${task.label} inside a For each.`);
    const complain = (problem: Said): void => void problems.push(say`“${title}”: ${problem}`);
    const {duration = ''} = task.task === 'wait' ? step.fields : {};
    if (duration !== '' && millisecondsOf(duration) === null)
      problems.push(say`“${title}”: “${duration}” is no duration.`);
    return [{...base, targets, variable, loop, ...readsOf(step, task, liquid, complain)}];
  });
  checkScopes(file, steps, links, triggerTask, problems);
  const waits = steps.reduce(
    (sum, step) => sum + (step.task.task === 'wait' ? (millisecondsOf(step.fields['duration'] ?? '') ?? 0) : 0),
    0,
  );
  if (waits > WAIT_MILLISECONDS) problems.push(say`The Waits of a workflow take at most 90 days together.`);
  const letter = /\(([ABC])\)\s*$/.exec(file.name)?.[1];
  return {
    file,
    letter: letter === 'A' || letter === 'B' || letter === 'C' ? letter : null,
    trigger: {
      step: trigger,
      task: triggerTask ?? {label: trigger.taskId, variables: {}},
      event: handleOf(trigger.taskId),
    },
    steps,
    first: (links.get(trigger.id) ?? []).map(({to}) => to),
    draft: file.steps.some(({taskId}) => isDraftId(taskId) || BY_ANALOGY.has(taskId)),
    problems,
  };
}

/** Flow's label in camel case, numbered from the second of its kind on; a name of its own where the step has one. */
function variablesOf(file: FlowFile, tasks: ReadonlyMap<string, Task>, problems: Said[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const counts = new Map<string, number>();
  for (const step of file.steps) {
    const task = tasks.get(step.id);
    if (!task) continue;
    if (task.task === 'forEach') {
      names.set(step.id, `${(step.fields['listpath'] ?? '').split('.').at(-1) ?? ''}Foreachitem`);
      continue;
    }
    const count = counts.get(task.label) ?? 0;
    counts.set(task.label, count + 1);
    const name = camelCase(step.name ?? (count === 0 ? task.label : `${task.label} ${count}`));
    if (task.yields && [...names.values()].includes(name)) problems.push(say`Two steps are read as ${name}.`);
    names.set(step.id, name);
  }
  return names;
}

function camelCase(label: string): string {
  return (label.match(/[A-Za-z0-9]+/g) ?? [])
    .map((word, at) =>
      at === 0 ? word.toLowerCase() : `${word.charAt(0).toUpperCase()}${word.slice(1).toLowerCase()}`,
    )
    .join('');
}

function targetsOf(links: Links, id: string, task: Task, title: string, problems: Said[]): Step['targets'] {
  const targets: Partial<Record<Port, string[]>> = {};
  for (const {port, to} of links.get(id) ?? []) {
    if (!task.ports.includes(port)) problems.push(say`“${title}”: ${task.label} has no port ${port}.`);
    (targets[port] ??= []).push(to);
  }
  return targets;
}

/** Every variable that is read has to exist where it is read: of the trigger, of a step that ran before, of the loop around. */
function checkScopes(
  file: FlowFile,
  steps: readonly Step[],
  links: Links,
  trigger: TriggerTask | undefined,
  problems: Said[],
): void {
  const given = new Set(['shop', ...Object.keys(trigger?.variables ?? {})]);
  const leadsTo = new Map(steps.map(({id}) => [id, reachable(links, [id])]));
  for (const step of steps) {
    const before = steps.filter(({id}) => id !== step.id && leadsTo.get(id)?.has(step.id));
    const known = new Set(given);
    for (const one of before) {
      if (one.variable === null) continue;
      if (one.task.task === 'forEach' ? step.loop === one.id : one.loop === null || one.loop === step.loop)
        known.add(one.variable);
    }
    for (const name of Object.keys(step.reads)) {
      if (!known.has(name)) problems.push(say`“${step.title}” reads ${name}, which doesn’t exist there.`);
    }
  }
  const connected = reachable(
    links,
    file.steps.filter((one) => one.taskType === 'TRIGGER').map(({id}) => id),
  );
  for (const step of steps) if (!connected.has(step.id)) problems.push(say`Nothing leads to “${step.title}”.`);
}

/** What steps after this one (or inside it) read of a variable. */
export function readLater(workflow: Workflow, variable: string): Demand {
  const all: Demand = {};
  for (const step of workflow.steps) {
    const inner = step.reads[variable];
    if (inner) merge(all, inner);
  }
  return all;
}
