/** What the lab's Flow offers. */
import type {ActionEndpoint} from './steps/step.ts';
import type {
  FlowEvent,
  FlowState,
  FlowSwitches,
  OutboxEntry,
  RunDetails,
  RunSummary,
  WorkflowDetails,
  WorkflowSummary,
} from './types.ts';

export interface FlowOptions {
  /** Whether the project's own workflows are there from the start; a workflow that runs alone needs none of them. */
  readonly ready?: boolean;
  /** How many items of a list the environment holds, at most 250 (the default): the real number is unknown. */
  readonly listLimit?: number;
  /** Answers custom actions in place of what the project's extensions declare; by handle. */
  readonly actions?: Readonly<Record<string, ActionEndpoint>>;
}

export interface LabFlow {
  workflows(): WorkflowSummary[];
  /** @throws FlowProblem where there is none */
  workflow(id: string): WorkflowDetails;
  /** Takes a `.flow` file, switched off. @throws FlowProblem where it is damaged or no workflow */
  import(text: string, file?: string): WorkflowSummary;
  /** Off ends the runs that are under way. @throws FlowProblem where its problems keep it from being switched on */
  setOn(id: string, on: boolean): Promise<WorkflowSummary>;
  /** Other values for constants of a step's script; runs that wait keep theirs, unlike Shopify's. @throws FlowProblem for what the script hasn't */
  setConstants(id: string, step: string, values: Readonly<Record<string, unknown>>): WorkflowDetails;
  remove(id: string): Promise<void>;
  /** Newest first, at most 200. */
  runs(workflowId?: string): RunSummary[];
  run(id: string): RunDetails;
  /**
   * Starts a workflow by hand and carries out all that is due: *Run Flow automation* on an order, "run now" for a schedule.
   * It doesn't have to be on for that.
   * @throws FlowProblem where it can't be started like this
   */
  start(id: string, event?: Partial<FlowEvent>): Promise<RunSummary[]>;
  /**
   * Tells every workflow that is on of something that happened, and carries out all that is due.
   * @throws FlowProblem where a payload hasn't the fields that its trigger declares
   */
  tell(event: FlowEvent): Promise<RunSummary[]>;
  /** Looks at what happened in the shop and carries out all that is due by the lab's clock. */
  tick(): Promise<void>;
  /** Comes back when nothing is being carried out just now; what waits goes on waiting. */
  settled(): Promise<void>;
  /** Moves the clock, stopping wherever something is due. */
  moveClock(milliseconds: number): Promise<void>;
  /** Moves the clock from one due moment to the next until no run is under way any more, at most this far. */
  finish(milliseconds: number): Promise<void>;
  outbox(): OutboxEntry[];
  switches(): FlowSwitches;
  setSwitches(changes: Partial<FlowSwitches>): FlowSwitches;
  state(): FlowState;
}
