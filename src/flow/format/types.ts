/**
 * A workflow as Flow's *Export* writes it and *Import* reads it (layout of 2026). Key names are Shopify's. What older exports and the
 * tool API leave out (positions, notes) is filled in when read.
 */
export interface FlowFile {
  readonly __metadata: {readonly version: number};
  readonly root: FlowRoot;
}

export interface FlowRoot {
  readonly steps: readonly FlowStep[];
  readonly links: readonly FlowLink[];
  readonly patched_fields: readonly PatchedField[];
  readonly variables: readonly unknown[];
  readonly note: string | null;
  readonly vertical_layout_enabled: boolean;
  readonly workflow_name: string;
}

export type TaskType = 'TRIGGER' | 'ACTION' | 'CONDITION' | 'FOREACH' | 'WAIT';

/** A UUID in exports; the tool API also takes ULIDs and whole numbers. */
export type StepId = string | number;

export interface FlowStep {
  readonly step_id: StepId;
  /** x, y on the canvas. */
  readonly step_position: readonly [number, number];
  readonly config_field_values: readonly ConfigFieldValue[];
  readonly task_id: string;
  readonly task_version: string;
  readonly task_type: TaskType;
  readonly description: string | null;
  readonly note: string | null;
  /** What the merchant calls the step; in camel case it is the variable that later steps read. Null: the task's own label. */
  readonly name: string | null;
}

/** `value` is always a string; what is inside depends on the field (see `src/flow/tasks`). */
export interface ConfigFieldValue {
  readonly config_field_id: string;
  readonly value: string;
}

/** Triggers and actions leave by `output`, conditions by `true` or `false`, loops by `loop_body` and `after`. */
export type FromPort = 'output' | 'true' | 'false' | 'loop_body' | 'after';

export interface FlowLink {
  readonly from_step_id: StepId;
  readonly from_port_id: string;
  readonly to_step_id: StepId;
  /** Always `input`. */
  readonly to_port_id: string;
}

/** A field with arguments, a metafield above all, that the workflow reads under a handle of its own. */
export interface PatchedField {
  readonly id?: string;
  /** Camel case; `order.<handle>.value` in paths. */
  readonly handle: string;
  /** The field of `patched_type`, `metafield` for example. */
  readonly field: string;
  /** `Order` in exports, `ORDER` in the tool API. */
  readonly patched_type: string;
  /** JSON, as exports write it. An object, as the tool API has it, is turned into its JSON when read. */
  readonly arguments: string;
  readonly merchant_configured: boolean;
}
