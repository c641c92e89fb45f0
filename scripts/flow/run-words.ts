/** A run in plain words. */
import type {FlowEvent, OutboxEntry, RunDetails, StepRecord, WorkflowOutcome} from '../../lab/flow/index.ts';
import type {Change} from './run-differences.ts';

export interface RunReport extends WorkflowOutcome {
  readonly event: FlowEvent;
  readonly changes: readonly Change[];
}

export function inWords({event, runs, outbox, changes}: RunReport): string {
  const about = event.order ?? event.return ?? event.scheduledAt ?? '';
  return [
    runs[0]?.workflowName ?? '',
    `${event.trigger}${about === '' ? '' : ` ${about}`}${runs.length > 1 ? `, delivered ${runs.length} times` : ''}`,
    ...runs.flatMap((run, at) => runWords(run, runs.length > 1 ? at + 1 : null)),
    '',
    changes.length > 0 ? 'What changed' : 'Nothing changed in the shop.',
    ...changes.map(({of, what}) => `  ${of}: ${what}`),
    ...(outbox.length > 0 ? ['', 'What was sent'] : []),
    ...outbox.flatMap(sentWords),
  ].join('\n');
}

/** Lines of a mail that say what it is about; the rest is in `--json`. */
const MOST_LINES = 6;

function sentWords(one: OutboxEntry): string[] {
  if (one.kind !== 'email') return [`  ${one.method} ${one.url}`];
  const lines = one.message.split('\n').filter((line) => line.trim() !== '');
  const shown = lines.length > MOST_LINES ? [...lines.slice(0, MOST_LINES), '…'] : lines;
  return [`  mail to ${one.to}: ${one.subject}`, ...shown.map((line) => `    ${line.trim()}`)];
}

function runWords(run: RunDetails, number: number | null): string[] {
  const end = run.state === 'completed' ? 'completed' : `${run.state}: ${run.error ?? ''}`;
  return ['', `Run${number === null ? '' : ` ${number}`}`, ...run.steps.flatMap(stepWords), `  ${end}`];
}

function stepWords(step: StepRecord): string[] {
  const indent = step.item === null ? '  ' : '    ';
  const item = step.item === null ? '' : `[${step.item + 1}] `;
  const tries = step.attempts.length > 1 ? ` (${step.attempts.length} attempts)` : '';
  const logs = step.attempts.flatMap(({logs: said}) => said).map((line) => `${indent}  | ${line}`);
  return [`${indent}${item}${step.name}: ${step.did || step.state}${tries}`, ...logs];
}
