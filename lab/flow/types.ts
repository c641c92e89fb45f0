/** What the lab's Flow tells over HTTP (`/lab/flow/…`), as JSON. Moments are ISO 8601 in the lab's own time. */

/** A sentence that a page says in its own language. The English one stands beside it, filled in. */
export interface Said {
  /** In English; `{0}` is where the first value stands. */
  readonly words: string;
  /** What comes from elsewhere stays as it is; a part that is a sentence of the lab's is said in the page's language too. */
  readonly values: readonly (string | Said)[];
}

/** What a request that is refused answers. */
export interface Refusal {
  readonly error: string;
  readonly errorSaid: Said;
}

/** How a workflow is protected against moving money twice; it stands in its name: "… (B)". */
export type SafetyLetter = 'A' | 'B' | 'C';

export type StepKind = 'TRIGGER' | 'ACTION' | 'CONDITION' | 'FOREACH' | 'WAIT';

export type Port = 'output' | 'true' | 'false' | 'loop_body' | 'after';

export interface WorkflowSummary {
  readonly id: string;
  readonly name: string;
  readonly letter: SafetyLetter | null;
  readonly on: boolean;
  /** Came with the project (`extensions/flow-templates`), or was imported from a file. */
  readonly source: 'ready' | 'imported';
  /** The folder or file that it came from. */
  readonly file: string;
  readonly trigger: {readonly taskId: string; readonly label: string; readonly event: string};
  /** Whether a person can start it on an order: *Run Flow automation*. */
  readonly startsByHand: boolean;
  /** Uses a task whose id nobody has confirmed: a draft that a real Flow may refuse. */
  readonly draft: boolean;
  /** Why it can't be switched on, one sentence each. */
  readonly problems: readonly string[];
  readonly problemsSaid: readonly Said[];
  readonly importedAt: string;
  readonly lastRun: RunSummary | null;
}

export interface WorkflowStep {
  readonly id: string;
  readonly kind: StepKind;
  readonly taskId: string;
  readonly taskVersion: string;
  /** Flow's own label for the task. */
  readonly label: string;
  /** What the author called it, else the label. */
  readonly name: string;
  readonly description: string | null;
  readonly note: string | null;
  /** Under which later steps read its result, where it has one. */
  readonly variable: string | null;
  readonly position: readonly [x: number, y: number];
  readonly ports: readonly Port[];
  readonly fields: readonly {readonly id: string; readonly value: string}[];
  /** What may be changed at the top of its script. */
  readonly constants: readonly ScriptConstant[];
}

export interface ScriptConstant {
  readonly name: string;
  /** The comment above it. */
  readonly about: string;
  readonly value: string | number | boolean;
}

export interface WorkflowLink {
  readonly from: string;
  readonly port: Port;
  readonly to: string;
}

export interface WorkflowDetails extends WorkflowSummary {
  readonly note: string | null;
  readonly steps: readonly WorkflowStep[];
  readonly links: readonly WorkflowLink[];
  /** Fields with arguments under a name of their own, e.g. `claim` for a metafield of Order. */
  readonly patchedFields: readonly {
    readonly type: string;
    readonly name: string;
    readonly field: string;
    readonly arguments: unknown;
  }[];
  readonly runs: readonly RunSummary[];
}

/** What starts runs. `trigger` is a task id, or its last part: `order_created`, `scheduled_time`, the handle of a trigger of ours. */
export interface FlowEvent {
  readonly trigger: string;
  /** A global id, or an order's name such as "#1001". */
  readonly order?: string;
  readonly return?: string;
  readonly scheduledAt?: string;
  /** What `flowTriggerReceive` was given, for triggers of ours. */
  readonly payload?: Readonly<Record<string, unknown>>;
  /** A person started it: *Run Flow automation*. */
  readonly byHand?: boolean;
}

export type RunState = 'running' | 'waiting' | 'retrying' | 'completed' | 'failed' | 'cancelled';

export interface RunSummary {
  readonly id: string;
  readonly workflowId: string;
  readonly workflowName: string;
  readonly event: FlowEvent;
  /** The order that it is about, as merchants call it. */
  readonly subject: string | null;
  readonly state: RunState;
  readonly startedAt: string;
  readonly endedAt: string | null;
  /** Until when it waits or when it tries again. */
  readonly until: string | null;
  readonly error: string | null;
  readonly errorSaid: Said | null;
}

export interface RunDetails extends RunSummary {
  readonly steps: readonly StepRecord[];
}

/** One execution of a step; a step in a loop has one for each item. */
export interface StepRecord {
  readonly stepId: string;
  readonly label: string;
  readonly name: string;
  readonly kind: StepKind;
  /** Counts from 0; null outside of loops. */
  readonly item: number | null;
  readonly state: 'running' | 'waiting' | 'retrying' | 'done' | 'failed' | 'cancelled';
  readonly startedAt: string;
  readonly endedAt: string | null;
  /** Where the run went on. */
  readonly port: Port | null;
  /** What it really did, in plain words. */
  readonly did: string;
  readonly didSaid: Said | null;
  readonly attempts: readonly Attempt[];
}

export interface Attempt {
  readonly at: string;
  /** `lost`: it was carried out and Flow didn't hear the answer (provoked); `transient`: Flow tries again. */
  readonly outcome: 'done' | 'lost' | 'transient' | 'failed';
  /** What the step was given, after Liquid. */
  readonly input: unknown;
  /** What later steps can read of it. */
  readonly output: unknown;
  readonly logs: readonly string[];
  readonly error: string | null;
  readonly errorSaid: Said | null;
}

/** What a workflow sent to the world: kept here, sent nowhere (HTTP: to this machine only). */
export type OutboxEntry =
  | {
      readonly kind: 'email';
      readonly id: number;
      readonly at: string;
      readonly runId: string;
      readonly to: string;
      readonly subject: string;
      readonly message: string;
    }
  | {
      readonly kind: 'http';
      readonly id: number;
      readonly at: string;
      readonly runId: string;
      readonly method: string;
      readonly url: string;
      readonly body: string;
      readonly status: number | null;
    };

/** A fault that hits the first `times` attempts of a step. */
export interface StepFault {
  /** The step's name, label, variable or id. */
  readonly step: string;
  /** `lostAnswer`: it is carried out, but Flow hears nothing and does it again; `failsBefore`: nothing happens, Flow tries again. */
  readonly how: 'lostAnswer' | 'failsBefore';
  readonly times: number;
}

/** How this Flow behaves: what nobody could confirm of the real one, and how unreliable it is just now. */
export interface FlowSwitches {
  /** Whether a mutation that answers with userErrors fails its step, or the run goes on with them in the step's output. */
  readonly userErrors: 'fail' | 'continue';
  /** How scripts, conditions and Liquid see Money and Decimal. */
  readonly money: 'string' | 'number';
  /** How often one event is delivered, and whether the runs take turns step by step. */
  readonly delivery: 'once' | 'twice' | 'twiceInterleaved';
  readonly stepFaults: readonly StepFault[];
  /** Whether a step that is tried again reads its data and fills in its Liquid again. */
  readonly retryReads: 'again' | 'once';
  /** What a comparison says of a value whose parent is null: nothing holds, or it counts as null. */
  readonly missing: 'nothingHolds' | 'asNull';
  /** Whether a null in the variables reaches the mutation. */
  readonly jsonNull: 'sent' | 'leftOut';
  /** Whether two readings of Liquid's 'now' within the same millisecond differ. */
  readonly now: 'moves' | 'stands';
  /** Decides whose turn it is among runs that take turns. */
  readonly seed: number;
  /** Where our custom actions' function answers on this machine, e.g. "http://localhost:8787"; null: nobody does. */
  readonly actionsUrl: string | null;
}

/** `GET /lab/flow/state` */
export interface FlowState {
  readonly now: string;
  readonly switches: FlowSwitches;
  /** Runs that wait or try again, soonest first, and when schedules are due. */
  readonly upcoming: readonly {
    readonly at: string;
    readonly what: string;
    readonly runId: string | null;
    readonly workflowId: string;
  }[];
  /** Files of the project that are no workflows. */
  readonly unreadable: readonly {readonly file: string; readonly problem: string}[];
}
