import type {FromPort, TaskType} from '../format/index.ts';

/** A step that Flow knows: a trigger, an action, a condition, a loop, a wait. */
export interface Task {
  readonly id: string;
  readonly version: string;
  readonly type: TaskType;
  /** Flow's own label. In camel case it is the variable that later steps read: `Run code` gives `runCode`, then `runCode1`. */
  readonly label: string;
  readonly fields: readonly TaskField[];
  readonly ports: readonly FromPort[];
  readonly yields: Yields;
  /** `confirmed`: the id was seen in an export or in Shopify's own material. `draft`: a name by analogy, not for import. */
  readonly status: 'confirmed' | 'draft';
}

export interface TaskField {
  readonly id: string;
  readonly required: boolean;
  readonly encoding: Encoding;
}

/**
 * What is inside a field's string: a bare path (`order.id`), text, text with Liquid, mail addresses, JSON (a list of texts), a query over
 * the environment, SDL, an ES module, a condition (tree or DSL), iCalendar rules in a JSON list, or `{name, blob}` with JSON and Liquid
 * in `blob`.
 */
export type Encoding =
  | 'path'
  | 'text'
  | 'liquid'
  | 'addresses'
  | 'json'
  | 'graphql'
  | 'sdl'
  | 'javascript'
  | 'condition'
  | 'recurrence'
  | 'apiCall';

/** What later steps may read. Type names are those of the environment. */
export type Yields =
  | {readonly kind: 'nothing'}
  /** A trigger's variables by name. */
  | {readonly kind: 'variables'; readonly variables: Readonly<Record<string, string>>}
  /** A list under the step's variable. */
  | {readonly kind: 'list'; readonly of: string}
  /** One value under the step's variable. */
  | {readonly kind: 'value'; readonly of: string}
  /** The payload of the mutation that `api_call` names. */
  | {readonly kind: 'payload'}
  /** The type `Output` of the field `output_schema`. */
  | {readonly kind: 'output'}
  /** Inside the loop only: `<last segment of listpath>Foreachitem`. */
  | {readonly kind: 'item'};
