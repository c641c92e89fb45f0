/** What all runs of one Flow stand on: its way to the Admin API, its Liquid, its switches, its app's tasks. */
import type {Lab} from '../admin-api/index.ts';
import {actionEndpoints, triggerTasks} from './app-tasks.ts';
import {LIST_LIMIT} from './assumptions.ts';
import {flowApi} from './environment/api.ts';
import type {FlowOptions} from './lab-flow.ts';
import {flowLiquid} from './liquid/index.ts';
import type {RunHost} from './runs/run.ts';
import {sentenceOf} from './said.ts';
import type {ActionEndpoint} from './steps/step.ts';
import {addToOutbox, readSwitches, saveRun} from './store.ts';
import type {FlowSwitches} from './types.ts';
import {readFile} from './workflows/file.ts';
import {pathProblems} from './workflows/paths.ts';
import {readWorkflow, type Workflow} from './workflows/workflow.ts';

export interface Ground {
  readonly host: RunHost;
  /** @throws FlowProblem where a file is damaged or no workflow */
  parse(text: string): Workflow;
}

export function createGround(lab: Lab, options: FlowOptions): Ground {
  const {store, clock} = lab;
  const switches = (): FlowSwitches => readSwitches(store);
  let readings = 0n;
  const liquid = flowLiquid({
    now: () => {
      if (switches().now === 'moves') readings += 1n;
      return BigInt(clock.now().getTime()) * 1_000_000n + readings;
    },
    currency: lab.settings.currency,
  });
  // The extensions' configs are read once for each address.
  const declared = new Map<string | null, Readonly<Record<string, ActionEndpoint>>>();
  const actions = (): Readonly<Record<string, ActionEndpoint>> => {
    const {actionsUrl} = switches();
    const known = options.actions ?? declared.get(actionsUrl) ?? actionEndpoints(actionsUrl);
    declared.set(actionsUrl, known);
    return known;
  };
  const api = flowApi(lab);
  return {
    host: {
      lab,
      api,
      liquid,
      switches,
      listLimit: options.listLimit ?? LIST_LIMIT,
      actions,
      save: (run) => saveRun(store, run),
      post: (runId, entry) => addToOutbox(store, {...entry, at: clock.now().toISOString(), runId}),
    },
    parse(text) {
      const own = Object.values(actions()).map(
        ({handle, label, returns}) => [handle, {label, yields: returns !== null}] as const,
      );
      const app = {triggers: triggerTasks(lab.settings.flowTriggers ?? []), actions: Object.fromEntries(own)};
      const workflow = readWorkflow(readFile(text), app, liquid);
      const problems = [...workflow.problems, ...pathProblems(workflow, api.schema)];
      const different = new Map(problems.map((problem) => [sentenceOf(problem), problem]));
      return {...workflow, problems: [...different.values()]};
    },
  };
}
