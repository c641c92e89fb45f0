/** How the steps of a workflow hang together. */
import {entry, FlowProblem} from '../problem.ts';
import {say} from '../said.ts';
import type {Task} from '../steps/tasks.ts';
import type {Port} from '../types.ts';
import type {FileStep, FlowFile} from './file.ts';

const PORTS: Readonly<Record<string, Port>> = {
  output: 'output',
  true: 'true',
  false: 'false',
  loop_body: 'loop_body',
  after: 'after',
};

export type Links = ReadonlyMap<string, readonly {readonly port: Port; readonly to: string}[]>;

/** @throws FlowProblem for a link that can't be one */
export function linksOf(file: FlowFile, steps: ReadonlyMap<string, FileStep>, trigger: string): Links {
  const links = new Map<string, {port: Port; to: string}[]>();
  for (const {from, port, to} of file.links) {
    const known = entry(PORTS, port);
    if (!steps.has(from)) throw new FlowProblem(say`A link starts at ${from}, but there is no such step.`);
    if (!steps.has(to)) throw new FlowProblem(say`A link leads to ${to}, but there is no such step.`);
    if (!known) throw new FlowProblem(say`A link leaves ${from} by the port ${port}, which Flow doesn’t have.`);
    if (to === trigger) throw new FlowProblem(say`A link leads back to the trigger.`);
    links.set(from, [...(links.get(from) ?? []), {port: known, to}]);
  }
  return links;
}

/** Each step after all that lead to it. @throws FlowProblem where the links go round in a circle */
export function topological(file: FlowFile, links: Links, trigger: string): readonly FileStep[] {
  const byId = new Map(file.steps.map((step) => [step.id, step]));
  const state = new Map<string, 'open' | 'done'>();
  const order: FileStep[] = [];
  const visit = (id: string): void => {
    if (state.get(id) === 'done') return;
    if (state.get(id) === 'open') throw new FlowProblem(say`The links of the steps go round in a circle.`);
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

/** These steps and all that they lead to. */
export function reachable(links: Links, from: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const open = [...from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    open.push(...(links.get(id) ?? []).map(({to}) => to));
  }
  return seen;
}

/** Which loop a step stands in. @throws FlowProblem where it also stands after it */
export function loopsOf(file: FlowFile, links: Links, tasks: ReadonlyMap<string, Task>): ReadonlyMap<string, string> {
  const loops = new Map<string, string>();
  for (const {id} of file.steps) {
    if (tasks.get(id)?.task !== 'forEach') continue;
    const starts = (port: Port): readonly string[] =>
      (links.get(id) ?? []).filter((link) => link.port === port).map(({to}) => to);
    const after = reachable(links, starts('after'));
    for (const inside of reachable(links, starts('loop_body'))) {
      if (after.has(inside)) throw new FlowProblem(say`A step stands both inside a loop and after it.`);
      loops.set(inside, id);
    }
  }
  return loops;
}
