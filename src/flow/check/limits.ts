import type {Graph} from './graph.ts';
import type {Report} from './finding.ts';
import {pathNames} from './path.ts';
import type {Step} from './read.ts';
import type {StepScope} from './scope.ts';

/** Days that a workflow may wait, in all (facts §3). */
const MOST_DAYS = 90;

const DAYS: Readonly<Record<string, number>> = {Y: 365, M: 30, W: 7, D: 1};

/** How long a Wait waits, in days: `P3D`, `PT36H`; null where its field is written in another way (docs/unconfirmed.md, 32). */
export function daysOf(step: Step): number | null {
  for (const value of step.fields.values()) {
    const found = /^\s*P(?=.)((?:\d+[YMWD])*)(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?\s*$/.exec(value);
    if (!found) continue;
    const whole = [...(found[1] ?? '').matchAll(/(\d+)([YMWD])/g)].reduce(
      (sum, [, count, unit]) => sum + Number(count) * (DAYS[unit ?? ''] ?? 0),
      0,
    );
    return whole + Number(found[2] ?? 0) / 24 + Number(found[3] ?? 0) / 1440 + Number(found[4] ?? 0) / 86_400;
  }
  return null;
}

/** Flow's limits on loops and waits. */
export function checkLimits(graph: Graph, scopes: ReadonlyMap<string, StepScope>, report: Report): void {
  const waited = new Map<string, number>();
  for (const step of graph.inOrder) {
    const place = report.forStep(step);
    const before = Math.max(0, ...(graph.into.get(step.id) ?? []).map(({from}) => waited.get(from) ?? 0));
    let days = before;
    if (step.type === 'WAIT') {
      const own = daysOf(step);
      if (own === null) place.unchecked("how long it waits: its field is written in a way that isn't known.");
      days += own ?? 0;
      if (days > MOST_DAYS && before <= MOST_DAYS)
        place.error(
          'wait-too-long',
          `With this the workflow waits ${Math.ceil(days)} days; Flow waits 90 at most.`,
          'Wait less, or let a second workflow go on.',
        );
    }
    waited.set(step.id, days);
    checkInLoop(step, scopes.get(step.id), place);
    if (step.type === 'FOREACH') checkLength(step, place);
    if (isGetData(step)) checkSearch(step, place);
  }
}

function checkInLoop(step: Step, scope: StepScope | undefined, report: Report): void {
  if (!scope || scope.loops.length === 0) return;
  const what =
    step.type === 'FOREACH'
      ? 'another For each'
      : step.type === 'WAIT'
        ? 'a Wait'
        : isGetData(step)
          ? 'a Get data step'
          : null;
  if (what !== null)
    report.error('in-loop', `Inside a For each there can't be ${what}.`, 'Put it before or after the loop.');
}

const isGetData = ({taskId}: Step): boolean => taskId.startsWith('shopify::flow::fetch::');

function checkSearch({fields}: Step, report: Report): void {
  if (fields.get('query')?.trim() !== '') return;
  report
    .at('query')
    .warning(
      'search-empty',
      'The search is empty: it finds everything there is, 100 at most.',
      "Write what it has to find, for example tag:'vip'.",
    );
}

/** A list that one Get data step made has 100 items at most; any other may have more. */
export function mayBeLonger(list: string): boolean {
  return !/^get\w*$/.test(list.trim());
}

function checkLength(step: Step, report: Report): void {
  const path = pathNames(step.fields.get('listpath') ?? '');
  if (path && mayBeLonger(path.join('.')))
    report.note(
      'loop-length',
      `When ${path.join('.')} has more than 100 items, the run fails at this loop and later steps don't run.`,
    );
}
