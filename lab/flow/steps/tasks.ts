/** The tasks that the lab's Flow knows: what it calls them, their ports, and what stands in their fields. */
import type {Port, StepKind} from '../types.ts';

/**
 * `path`: a bare path (`order.id`), or Liquid, or the JSON of newer tasks `{"value": …, "default_value": "order.id"}`;
 * `liquid`: text with Liquid; `call`: name and blob of a mutation; the others as they say.
 */
export type FieldKind = 'path' | 'list' | 'liquid' | 'text' | 'call' | 'condition' | 'query' | 'script' | 'sdl';

export interface TaskField {
  readonly kind: FieldKind;
  readonly required: boolean;
}

export type TaskName =
  | 'trigger'
  | 'condition'
  | 'forEach'
  | 'runCode'
  | 'adminRequest'
  | 'getOrders'
  | 'addOrderTags'
  | 'removeOrderTags'
  | 'addCustomerTags'
  | 'removeCustomerTags'
  | 'setOrderMetafield'
  | 'removeOrderMetafield'
  | 'orderNote'
  | 'email'
  | 'http'
  | 'wait'
  | 'sum'
  | 'count'
  | 'appAction';

export interface Task {
  readonly task: TaskName;
  readonly label: string;
  readonly kind: StepKind;
  readonly ports: readonly Port[];
  readonly fields: Readonly<Record<string, TaskField>>;
  /** Whether its result is gone after a Wait. */
  readonly forgets?: true;
  /** Whether later steps read a result of it. */
  readonly yields?: true;
}

const must = (kind: FieldKind): TaskField => ({kind, required: true});
const may = (kind: FieldKind): TaskField => ({kind, required: false});

const ACTION = {kind: 'ACTION', ports: ['output']} as const;
const tags = {order_id: must('path'), tags: must('liquid')};
const metafield = {order_id: must('path'), namespace: must('liquid'), key: must('liquid')};

/** By task id. Ids that facts §3 doesn't confirm are by analogy: they stand in lab/README.md. */
export const TASKS: Readonly<Record<string, Task>> = {
  'shopify::flow::condition': {
    task: 'condition',
    label: 'Condition',
    kind: 'CONDITION',
    ports: ['true', 'false'],
    fields: {condition: must('condition')},
  },
  'shopify::flow::foreach': {
    task: 'forEach',
    label: 'For each loop',
    kind: 'FOREACH',
    ports: ['loop_body', 'after'],
    fields: {listpath: must('list')},
  },
  'shopify::flow::run_code': {
    ...ACTION,
    task: 'runCode',
    label: 'Run code',
    fields: {input: must('query'), script: must('script'), output_schema: must('sdl')},
    yields: true,
    forgets: true,
  },
  'shopify::admin::admin_api_operation': {
    ...ACTION,
    task: 'adminRequest',
    label: 'Send Admin API request',
    fields: {api_call: must('call')},
    yields: true,
  },
  'shopify::flow::fetch::orders': {
    ...ACTION,
    task: 'getOrders',
    label: 'Get order data',
    fields: {query: may('liquid'), sort_key: may('text'), reverse: may('text'), first: may('text'), limit: may('text')},
    yields: true,
    forgets: true,
  },
  'shopify::admin::add_order_tags': {...ACTION, task: 'addOrderTags', label: 'Add order tags', fields: tags},
  'shopify::admin::remove_order_tags': {...ACTION, task: 'removeOrderTags', label: 'Remove order tags', fields: tags},
  'shopify::admin::add_customer_tags': {
    ...ACTION,
    task: 'addCustomerTags',
    label: 'Add customer tags',
    fields: {customer_id: must('path'), tags: must('liquid')},
  },
  'shopify::admin::remove_customer_tags': {
    ...ACTION,
    task: 'removeCustomerTags',
    label: 'Remove customer tags',
    fields: {customer_id: must('path'), tags: must('liquid')},
  },
  'shopify::admin::add_order_metafield': {
    ...ACTION,
    task: 'setOrderMetafield',
    label: 'Update order metafield',
    fields: {...metafield, value: must('liquid'), value_type: must('text')},
  },
  'shopify::admin::update_order_metafield': {
    ...ACTION,
    task: 'setOrderMetafield',
    label: 'Update order metafield',
    fields: {...metafield, value: must('liquid'), value_type: must('text')},
  },
  'shopify::admin::remove_order_metafield': {
    ...ACTION,
    task: 'removeOrderMetafield',
    label: 'Remove order metafield',
    fields: metafield,
  },
  'shopify::admin::update_order_note': {
    ...ACTION,
    task: 'orderNote',
    label: 'Update order note',
    fields: {order_id: must('path'), note: must('liquid')},
  },
  'shopify::flow::send_email': {
    ...ACTION,
    task: 'email',
    label: 'Send internal email',
    fields: {address: must('liquid'), subject: must('liquid'), message: must('liquid')},
  },
  'shopify::flow::send_http_request': {
    ...ACTION,
    task: 'http',
    label: 'Send HTTP request',
    fields: {
      method: must('text'),
      url: must('liquid'),
      headers: may('liquid'),
      body: may('liquid'),
      on_client_error: may('text'),
      on_server_error: may('text'),
    },
  },
  'shopify::flow::wait': {
    task: 'wait',
    label: 'Wait',
    kind: 'WAIT',
    ports: ['output'],
    fields: {duration: must('text')},
  },
  'shopify::flow::sum': {
    ...ACTION,
    task: 'sum',
    label: 'Sum',
    fields: {listpath: must('list')},
    yields: true,
    forgets: true,
  },
  'shopify::flow::count': {
    ...ACTION,
    task: 'count',
    label: 'Count',
    fields: {listpath: must('list')},
    yields: true,
    forgets: true,
  },
};

export interface TriggerTask {
  readonly label: string;
  /** What the workflow may read. `DateTime` is a value, the others are read from the store. */
  readonly variables: Readonly<Record<string, string>>;
  /** A person can start it on such a thing (facts §3). */
  readonly byHand?: 'order';
  readonly fields?: Readonly<Record<string, TaskField>>;
}

const ORDER = {variables: {order: 'Order'}} as const;
const RETURN = {variables: {return: 'Return'}} as const;

/** Confirmed and assumed ones, as the table above. Those that start by hand but need data that the lab lacks are left out. */
export const TRIGGERS: Readonly<Record<string, TriggerTask>> = {
  'shopify::admin::order_created': {...ORDER, label: 'Order created', byHand: 'order'},
  'shopify::admin::order_cancelled': {...ORDER, label: 'Order canceled'},
  'shopify::admin::order_risk_analyzed': {...ORDER, label: 'Order risk analyzed'},
  'shopify::flow::scheduled_time': {
    label: 'Scheduled time',
    variables: {scheduledAt: 'DateTime'},
    fields: {recurrence: must('text')},
  },
  'shopify::admin::refund_created': {...ORDER, label: 'Refund created'},
  'shopify::admin::return_requested': {...RETURN, label: 'Return requested'},
  'shopify::admin::return_approved': {...RETURN, label: 'Return approved'},
  'shopify::admin::return_declined': {...RETURN, label: 'Return declined'},
  'shopify::admin::return_cancelled': {...RETURN, label: 'Return canceled'},
  'shopify::admin::return_closed': {...RETURN, label: 'Return closed'},
  'shopify::admin::return_processed': {...RETURN, label: 'Return processed'},
  'shopify::flow::workflow_error_occurred': {
    label: 'Workflow error occurred',
    variables: {workflowError: 'WorkflowError'},
  },
};

/** Ids above that nobody has seen in an export (facts §3): they are what their neighbours suggest. */
export const BY_ANALOGY: ReadonlySet<string> = new Set([
  'shopify::admin::refund_created',
  'shopify::admin::return_requested',
  'shopify::admin::return_approved',
  'shopify::admin::return_declined',
  'shopify::admin::return_cancelled',
  'shopify::admin::return_closed',
  'shopify::admin::return_processed',
  'shopify::flow::workflow_error_occurred',
  'shopify::admin::remove_order_tags',
  'shopify::admin::update_order_metafield',
  'shopify::admin::remove_order_metafield',
  'shopify::admin::update_order_note',
  'shopify::admin::add_customer_tags',
  'shopify::admin::remove_customer_tags',
  'shopify::flow::send_http_request',
  'shopify::flow::wait',
]);
