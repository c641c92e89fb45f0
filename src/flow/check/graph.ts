import {type Report, shown} from './finding.ts';
import {labelOf} from './tasks.ts';
import {type Link, portsOf, type Step, type Workflow} from './read.ts';

/** A workflow whose links make sense, its steps in an order in which each comes after all that lead to it. */
export interface Graph {
  readonly inOrder: readonly Step[];
  readonly into: ReadonlyMap<string, readonly Link[]>;
  readonly from: ReadonlyMap<string, readonly Link[]>;
  readonly trigger: Step | null;
}

/** Reports what is wrong with steps and links; null where the steps go in a circle, so that "before" means nothing. */
export function readGraph({steps, links}: Workflow, report: Report): Graph | null {
  const byId = new Map<string, Step>();
  for (const step of steps) {
    if (byId.has(step.id))
      report.forStep(step).error('step-twice', 'Two steps have this id.', 'Give each step an id of its own.');
    else byId.set(step.id, step);
  }
  const triggers = steps.filter(({type}) => type === 'TRIGGER');
  if (triggers.length === 0)
    report.error('no-trigger', 'Nothing starts the workflow.', 'Let it begin with one trigger.');
  for (const extra of triggers.slice(1)) {
    report
      .forStep(extra)
      .error('two-triggers', 'A workflow has one trigger.', 'Make a workflow of its own for this one.');
  }
  if (triggers.length > 0 && !steps.some(({type}) => type === 'ACTION')) {
    report.error('no-action', 'The workflow does nothing.', 'Give it at least one action.');
  }
  const kept = usable(links, byId, report);
  const into = grouped(kept, ({to}) => to);
  const from = grouped(kept, (link) => link.from);
  const trigger = triggers[0] ?? null;
  if (trigger) reachable(steps, from, trigger, report);
  leadSomewhere(steps, from, report);
  const inOrder = ordered([...byId.values()], kept);
  if (inOrder.length < byId.size) {
    const sorted = new Set(inOrder);
    const circle = [...byId.values()].find((step) => !sorted.has(step));
    const message = 'Steps lead back to one another: the workflow would never end.';
    (circle ? report.forStep(circle) : report).error('cycle', message, 'Remove the link that leads back.');
    return null;
  }
  return {inOrder, into, from, trigger};
}

function usable(links: readonly Link[], byId: ReadonlyMap<string, Step>, report: Report): Link[] {
  const seen = new Set<string>();
  return links.filter((link) => {
    const [from, to] = [byId.get(link.from), byId.get(link.to)];
    for (const [id, step] of [
      [link.from, from],
      [link.to, to],
    ] as const) {
      if (!step) report.error('link-nowhere', `A link names the step ${id}, which isn't there.`, 'Remove the link.');
    }
    if (!from || !to) return false;
    const place = report.forStep(from);
    const ports = portsOf(from.type);
    if (!ports.includes(link.port)) {
      place.error(
        'port',
        `${shown(labelOf(from.taskId))} has no port "${shown(link.port)}".`,
        `Use ${ports.join(' or ')}.`,
      );
      return false;
    }
    if (to.type === 'TRIGGER') {
      place.error('into-trigger', 'A link leads into a trigger.', 'Remove the link.');
      return false;
    }
    const key = JSON.stringify([link.from, link.port, link.to]);
    if (seen.has(key)) {
      place.error(
        'link-twice',
        `Two links lead from "${link.port}" to “${to.name}”.`,
        'Remove one: the step would run twice.',
      );
      return false;
    }
    seen.add(key);
    return true;
  });
}

function grouped(links: readonly Link[], key: (link: Link) => string): Map<string, Link[]> {
  const groups = new Map<string, Link[]>();
  for (const link of links) {
    const group = groups.get(key(link));
    if (group) group.push(link);
    else groups.set(key(link), [link]);
  }
  return groups;
}

function reachable(
  steps: readonly Step[],
  from: ReadonlyMap<string, readonly Link[]>,
  trigger: Step,
  report: Report,
): void {
  const reached = new Set([trigger.id]);
  const todo = [trigger.id];
  for (let id = todo.pop(); id !== undefined; id = todo.pop()) {
    for (const {to} of from.get(id) ?? []) {
      if (reached.has(to)) continue;
      reached.add(to);
      todo.push(to);
    }
  }
  for (const step of steps) {
    if (!reached.has(step.id) && step.type !== 'TRIGGER')
      report
        .forStep(step)
        .stricter('unreachable', 'No way leads here from the trigger: it never runs.', 'Link it or remove it.');
  }
}

/** A question whose answer changes nothing, a loop without a body: most likely a link got lost. */
function leadSomewhere(steps: readonly Step[], from: ReadonlyMap<string, readonly Link[]>, report: Report): void {
  for (const step of steps) {
    const links = from.get(step.id) ?? [];
    if (step.type === 'CONDITION' && links.length === 0)
      report
        .forStep(step)
        .warning('leads-nowhere', 'Nothing follows this condition.', 'Link a step to it or remove it.');
    if (step.type === 'FOREACH' && !links.some(({port}) => port === 'loop_body'))
      report.forStep(step).warning('leads-nowhere', 'The loop has no steps in it.', 'Link a step to loop_body.');
  }
}

/** Kahn's order. Steps on a circle, or behind one, are left out. */
function ordered(steps: readonly Step[], links: readonly Link[]): Step[] {
  const waitsFor = new Map(steps.map(({id}) => [id, 0]));
  for (const {to} of links) waitsFor.set(to, (waitsFor.get(to) ?? 0) + 1);
  const from = grouped(links, (link) => link.from);
  const byId = new Map(steps.map((step) => [step.id, step]));
  const ready = steps.filter(({id}) => waitsFor.get(id) === 0);
  const done: Step[] = [];
  for (let at = 0; at < ready.length; at += 1) {
    const step = ready[at] as Step;
    done.push(step);
    for (const {to} of from.get(step.id) ?? []) {
      const left = (waitsFor.get(to) ?? 0) - 1;
      waitsFor.set(to, left);
      const next = byId.get(to);
      if (left === 0 && next) ready.push(next);
    }
  }
  return done;
}
