/** The lab's Flow as a library. See lab/README.md. */
export {createFlow} from './flow.ts';
export type {FlowOptions, LabFlow} from './lab-flow.ts';
export {flowHandler} from './http.ts';
export {FlowProblem} from './problem.ts';
export {runWorkflow, type RunOptions, type WorkflowOutcome} from './run-workflow.ts';
export type {ActionEndpoint} from './steps/step.ts';
export type * from './types.ts';
