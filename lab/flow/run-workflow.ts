/** One workflow, one event, to the end: for the command, for tests and for proofs. */
import type {Lab} from '../admin-api/index.ts';
import {WAIT_MILLISECONDS} from './assumptions.ts';
import {createFlow} from './flow.ts';
import {DEFAULT_SWITCHES} from './store.ts';
import type {ActionEndpoint} from './steps/step.ts';
import type {FlowEvent, FlowSwitches, OutboxEntry, RunDetails} from './types.ts';

export interface RunOptions extends Partial<FlowSwitches> {
  /** How far the clock may move for Waits and retries; milliseconds. Left out: as far as Waits may go. */
  readonly until?: number;
  /** How many items of a list the environment holds, at most 250 (the default). */
  readonly listLimit?: number;
  /** Answers custom actions; by handle. */
  readonly actions?: Readonly<Record<string, ActionEndpoint>>;
}

export interface WorkflowOutcome {
  /** One for each delivery of the event, in the order of their start. */
  readonly runs: readonly RunDetails[];
  readonly outbox: readonly OutboxEntry[];
}

/**
 * Runs a `.flow` file in a lab. The same lab at the same time with the same options gives the same outcome.
 * @param text of the file
 * @throws FlowProblem where the file is damaged or can't be run with this event
 */
export async function runWorkflow(
  lab: Lab,
  text: string,
  event: FlowEvent,
  options: RunOptions = {},
): Promise<WorkflowOutcome> {
  const {until = WAIT_MILLISECONDS, actions, listLimit, ...switches} = options;
  const flow = createFlow(lab, {ready: false, ...(actions ? {actions} : {}), ...(listLimit ? {listLimit} : {})});
  flow.setSwitches({...DEFAULT_SWITCHES, ...switches});
  const {id} = flow.import(text);
  const before = flow.outbox().length;
  const started = await flow.start(id, event);
  await flow.finish(until);
  const runs = started.map((run) => flow.run(run.id));
  const outbox = flow.outbox().slice(before);
  await flow.remove(id);
  return {runs, outbox};
}
