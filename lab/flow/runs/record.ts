/** What is written down of a run while it goes on. */
import {Spoken} from '../problem.ts';
import {say, sentenceOf} from '../said.ts';
import type {StepResult} from '../steps/step.ts';
import type {Attempt, RunDetails, Said, StepRecord} from '../types.ts';
import type {Step} from '../workflows/workflow.ts';

type Mutable<T> = {-readonly [K in keyof T]: T[K]};

export type MutableRun = Omit<Mutable<RunDetails>, 'steps'> & {steps: MutableStep[]};
export type MutableStep = Omit<Mutable<StepRecord>, 'attempts'> & {attempts: Attempt[]};

/** A step ended for good. */
export class StepFailed extends Spoken {
  override readonly name = 'StepFailed';
}

export function begun(step: Step, item: number | null, at: string): MutableStep {
  return {
    stepId: step.id,
    label: step.label,
    name: step.title,
    kind: step.task.kind,
    item,
    state: 'running',
    startedAt: at,
    endedAt: null,
    port: null,
    did: '',
    didSaid: null,
    attempts: [],
  };
}

/** Writes down what a step did. */
export function tell(record: MutableStep, did: Said): void {
  record.did = sentenceOf(did);
  record.didSaid = did;
}

export function finish(record: MutableStep, {port, did}: StepResult, at: string): void {
  const lost = record.attempts.filter(({outcome}) => outcome === 'lost').length;
  record.state = 'done';
  record.endedAt = at;
  record.port = port;
  tell(record, lost > 0 ? say`${did} It was sent ${lost + 1} times: Flow did not hear the answer.` : did);
}

/** What ends the run. */
export function failed(step: Step, record: MutableStep, why: Said, at: string): StepFailed {
  record.state = 'failed';
  record.endedAt = at;
  tell(record, why);
  return new StepFailed(say`“${step.title}”: ${why}`);
}
