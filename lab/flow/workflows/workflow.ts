/** A workflow that is ready to run: its graph, what each step reads, and what is wrong with it. */
import type {SelectionSetNode} from 'graphql';
import {handleOf, isDraftId, WAIT_MILLISECONDS} from '../assumptions.ts';
import {type Condition, pathOf, readCondition} from '../conditions/index.ts';
import {type Demand, merge, readQuery, want, wantCondition, wantSelection} from '../environment/demand.ts';
import {type FlowLiquid, hasLiquid} from '../liquid/index.ts';
import {FlowProblem, isRecord, words} from '../problem.ts';
import {millisecondsOf} from '../steps/duration.ts';
import {type Task, type TaskField, TASKS, TRIGGERS, type TriggerTask} from '../steps/tasks.ts';
import type {Port, SafetyLetter} from '../types.ts';
import type {FileStep, FlowFile} from './file.ts';

export interface Step {
  readonly id: string;
  readonly taskId: string;
  readonly task: Task;
  readonly fields: Readonly<Record<string, string>>;
  readonly label: string;
  /** What a person calls it. */
  readonly title: string;
  readonly variable: string | null;
  readonly targets: Readonly<Partial<Record<Port, readonly string[]>>>;
  /** What it reads of the environment when it runs. */
  readonly reads: Demand;
  readonly condition: Condition | null;
  readonly selection: SelectionSetNode | null;
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
  readonly problems: readonly string[];
}

/** The triggers and actions of the app itself: what its extensions declare. */
export interface AppTasks {
  readonly triggers: Readonly<Record<string, TriggerTask>>;
  readonly actions: Readonly<Record<string, {readonly label: string; readonly yields: boolean}>>;
}

const PORTS: Readonly<Record<string, Port>> = {
  output: 'output',
  true: 'true',
  false: 'false',
  loop_body: 'loop_body',
  after: 'after',
};

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
  const problems: string[] = [];
  const byId = new Map(file.steps.map((step) => [step.id, step]));
  if (byId.size !== file.steps.length) throw new FlowProblem('Two steps have the same step_id.');
  const triggers = file.steps.filter((step) => step.taskType === 'TRIGGER');
  const [trigger] = triggers;
  if (!trigger || triggers.length > 1)
    throw new FlowProblem(`A workflow has one trigger; this one has ${triggers.length}.`);
  const triggerTask = TRIGGERS[trigger.taskId] ?? app.triggers[handleOf(trigger.taskId)];
  if (!triggerTask) problems.push(`Nothing is known of the trigger ${trigger.taskId}.`);
  for (const [id, field] of Object.entries(triggerTask?.fields ?? {})) {
    if (field.required && !trigger.fields[id]) problems.push(`“${triggerTask?.label ?? ''}”: ${id} is empty.`);
  }
  const links = linksOf(file, byId, trigger.id);
  const order = topological(file, links, trigger.id);
  const tasks = new Map<string, Task>();
  for (const step of order) {
    const own = app.actions[handleOf(step.taskId)];
    const task = TASKS[step.taskId] ?? (own && step.taskType === 'ACTION' ? appAction(step, own) : undefined);
    if (task) tasks.set(step.id, task);
    else problems.push(`The lab’s Flow doesn’t know the step ${step.taskId}.`);
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
    if (inside) problems.push(`“${title}”: Flow has no ${task.label} inside a For each.`);
    const complain = (problem: unknown): void => void problems.push(`“${title}”: ${words(problem)}`);
    return [{...base, targets, variable, loop, ...readsOf(step, task, liquid, complain)}];
  });
  checkScopes(file, steps, links, triggerTask, problems);
  const waits = steps.reduce(
    (sum, step) => sum + (step.task.task === 'wait' ? (millisecondsOf(step.fields['duration'] ?? '') ?? 0) : 0),
    0,
  );
  if (waits > WAIT_MILLISECONDS) problems.push('The Waits of a workflow take at most 90 days together.');
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
    draft: file.steps.some((step) => isDraftId(step.taskId)),
    problems,
  };
}

type Links = ReadonlyMap<string, readonly {readonly port: Port; readonly to: string}[]>;

function linksOf(file: FlowFile, steps: ReadonlyMap<string, FileStep>, trigger: string): Links {
  const links = new Map<string, {port: Port; to: string}[]>();
  for (const {from, port, to} of file.links) {
    const known = PORTS[port];
    if (!steps.has(from)) throw new FlowProblem(`A link starts at ${from}, but there is no such step.`);
    if (!steps.has(to)) throw new FlowProblem(`A link leads to ${to}, but there is no such step.`);
    if (!known) throw new FlowProblem(`A link leaves ${from} by the port ${port}, which Flow doesn’t have.`);
    if (to === trigger) throw new FlowProblem('A link leads back to the trigger.');
    links.set(from, [...(links.get(from) ?? []), {port: known, to}]);
  }
  return links;
}

/** @throws FlowProblem where the links go round in a circle */
function topological(file: FlowFile, links: Links, trigger: string): readonly FileStep[] {
  const byId = new Map(file.steps.map((step) => [step.id, step]));
  const state = new Map<string, 'open' | 'done'>();
  const order: FileStep[] = [];
  const visit = (id: string): void => {
    if (state.get(id) === 'done') return;
    if (state.get(id) === 'open') throw new FlowProblem('The links of the steps go round in a circle.');
    state.set(id, 'open');
    for (const {to} of (links.get(id) ?? []).toReversed()) visit(to);
    state.set(id, 'done');
    const step = byId.get(id);
    if (step && id !== trigger) order.unshift(step);
  };
  visit(trigger);
  for (const {id} of file.steps.toReversed()) {
    if (state.has(id)) continue;
    visit(id);
  }
  return order;
}

/** Flow's label in camel case, numbered from the second of its kind on; a name of its own where the step has one. */
function variablesOf(
  file: FlowFile,
  tasks: ReadonlyMap<string, Task>,
  problems: string[],
): ReadonlyMap<string, string> {
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
    if (task.yields && [...names.values()].includes(name)) problems.push(`Two steps are read as ${name}.`);
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

function reachable(links: Links, from: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const open = [...from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    open.push(...(links.get(id) ?? []).map(({to}) => to));
  }
  return seen;
}

function loopsOf(file: FlowFile, links: Links, tasks: ReadonlyMap<string, Task>): ReadonlyMap<string, string> {
  const loops = new Map<string, string>();
  for (const {id} of file.steps) {
    if (tasks.get(id)?.task !== 'forEach') continue;
    const starts = (port: Port): readonly string[] =>
      (links.get(id) ?? []).filter((link) => link.port === port).map(({to}) => to);
    const after = reachable(links, starts('after'));
    for (const inside of reachable(links, starts('loop_body'))) {
      if (after.has(inside)) throw new FlowProblem('A step stands both inside a loop and after it.');
      loops.set(inside, id);
    }
  }
  return loops;
}

function targetsOf(links: Links, id: string, task: Task, title: string, problems: string[]): Step['targets'] {
  const targets: Partial<Record<Port, string[]>> = {};
  for (const {port, to} of links.get(id) ?? []) {
    if (!task.ports.includes(port)) problems.push(`“${title}”: ${task.label} has no port ${port}.`);
    (targets[port] ??= []).push(to);
  }
  return targets;
}

type Reads = Pick<Step, 'reads' | 'condition' | 'selection'>;

function readsOf(step: FileStep, task: Task, liquid: FlowLiquid, complain: (problem: unknown) => void): Reads {
  const reads: Demand = {};
  let condition: Condition | null = null;
  let selection: SelectionSetNode | null = null;
  for (const id of Object.keys(step.fields)) {
    if (!task.fields[id]) complain(`${task.label} has no field ${id}.`);
  }
  for (const [id, field] of Object.entries(task.fields)) {
    const text = step.fields[id] ?? '';
    try {
      if (text === '') {
        if (field.required) throw new FlowProblem(`${id} is empty.`);
        continue;
      }
      switch (field.kind) {
        case 'condition':
          condition = readCondition(text);
          wantCondition(reads, condition);
          break;
        case 'query':
          selection = readQuery(text);
          wantSelection(reads, selection);
          break;
        case 'call':
          liquid.wants(callOf(text).blob, reads);
          break;
        case 'list':
          want(reads, listPath(text));
          break;
        case 'path':
          wantReference(text, reads, liquid);
          break;
        case 'liquid':
          liquid.wants(text, reads);
          break;
        default:
          if (hasLiquid(text) && field.kind === 'text') liquid.wants(text, reads);
      }
    } catch (error) {
      complain(error);
    }
  }
  return {reads, condition, selection};
}

function listPath(text: string): readonly string[] {
  const path = pathOf(text);
  if (!path) throw new FlowProblem(`“${text}” is no path.`);
  return path;
}

/** A field for an id: a path, or Liquid, or the JSON of newer tasks with one of both. */
export function referenceOf(text: string): {readonly path: readonly string[]} | {readonly liquid: string} {
  if (text.trimStart().startsWith('{') && !hasLiquid(text.slice(0, 2))) {
    let value: unknown = null;
    try {
      value = JSON.parse(text);
    } catch {
      throw new FlowProblem(`“${text}” is neither a path nor JSON.`);
    }
    const {value: own, default_value: fallback} = isRecord(value) ? value : {};
    if (typeof own === 'string' && own !== '') return {liquid: own};
    return {path: listPath(String(fallback))};
  }
  if (hasLiquid(text)) return {liquid: text};
  return {path: listPath(text)};
}

function wantReference(text: string, reads: Demand, liquid: FlowLiquid): void {
  const reference = referenceOf(text);
  if ('path' in reference) want(reads, reference.path);
  else liquid.wants(reference.liquid, reads);
}

/** @throws FlowProblem */
export function callOf(text: string): {readonly name: string; readonly blob: string} {
  let value: unknown = null;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new FlowProblem(`api_call is no JSON: ${words(error)}`);
  }
  const {name, blob} = isRecord(value) ? value : {};
  if (typeof name !== 'string' || !/^\w+$/.test(name)) throw new FlowProblem('api_call names no mutation.');
  if (typeof blob !== 'string') throw new FlowProblem('api_call’s blob is no text.');
  return {name, blob};
}

/** Every variable that is read has to exist where it is read: of the trigger, of a step that ran before, of the loop around. */
function checkScopes(
  file: FlowFile,
  steps: readonly Step[],
  links: Links,
  trigger: TriggerTask | undefined,
  problems: string[],
): void {
  const given = new Set(['shop', ...Object.keys(trigger?.variables ?? {})]);
  for (const step of steps) {
    const before = steps.filter((one) => one.id !== step.id && reachable(links, [one.id]).has(step.id));
    const known = new Set(given);
    for (const one of before) {
      if (one.variable === null) continue;
      if (one.task.task === 'forEach' ? step.loop === one.id : one.loop === null || one.loop === step.loop)
        known.add(one.variable);
    }
    for (const name of Object.keys(step.reads)) {
      if (!known.has(name)) problems.push(`“${step.title}” reads ${name}, which doesn’t exist there.`);
    }
  }
  const connected = reachable(
    links,
    file.steps.filter((one) => one.taskType === 'TRIGGER').map(({id}) => id),
  );
  for (const step of steps) if (!connected.has(step.id)) problems.push(`Nothing leads to “${step.title}”.`);
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
