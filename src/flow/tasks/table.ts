import type {Encoding, Task, TaskField} from './types.ts';

const required = (id: string, encoding: Encoding): TaskField => ({id, required: true, encoding});
const optional = (id: string, encoding: Encoding): TaskField => ({id, required: false, encoding});

const CONFIRMED = {version: '0.1', status: 'confirmed'} as const;
const DRAFT = {version: '0.1', status: 'draft'} as const;
const NOTHING = {kind: 'nothing'} as const;
const variables = (names: Readonly<Record<string, string>>) => ({kind: 'variables', variables: names}) as const;
const TRIGGER = {type: 'TRIGGER', ports: ['output']} as const;
const ACTION = {type: 'ACTION', ports: ['output']} as const;
const ORDER = variables({order: 'Order'});
const RETURN = variables({return: 'Return'});

/** What starts a workflow. Those on an order that was created can also be started by hand: *Run Flow automation* on the order. */
export const TRIGGERS = {
  orderCreated: {
    ...CONFIRMED,
    ...TRIGGER,
    id: 'shopify::admin::order_created',
    label: 'Order created',
    fields: [],
    yields: ORDER,
  },
  orderCancelled: {
    ...CONFIRMED,
    ...TRIGGER,
    id: 'shopify::admin::order_cancelled',
    label: 'Order canceled',
    fields: [],
    yields: ORDER,
  },
  orderRiskAnalyzed: {
    ...CONFIRMED,
    ...TRIGGER,
    id: 'shopify::admin::order_risk_analyzed',
    label: 'Order risk analyzed',
    fields: [],
    yields: variables({order: 'Order', orderRiskLevel: 'String'}),
  },
  scheduledTime: {
    ...CONFIRMED,
    ...TRIGGER,
    id: 'shopify::flow::scheduled_time',
    label: 'Scheduled time',
    fields: [required('recurrence', 'recurrence')],
    yields: variables({scheduledAt: 'DateTime'}),
  },
  refundCreated: {
    ...DRAFT,
    ...TRIGGER,
    id: 'shopify::admin::refund_created',
    label: 'Refund created',
    fields: [],
    yields: ORDER,
  },
  returnApproved: {
    ...DRAFT,
    ...TRIGGER,
    id: 'shopify::admin::return_approved',
    label: 'Return approved',
    fields: [],
    yields: RETURN,
  },
  returnClosed: {
    ...DRAFT,
    ...TRIGGER,
    id: 'shopify::admin::return_closed',
    label: 'Return closed',
    fields: [],
    yields: RETURN,
  },
  returnProcessed: {
    ...DRAFT,
    ...TRIGGER,
    id: 'shopify::admin::return_processed',
    label: 'Return processed',
    fields: [],
    yields: RETURN,
  },
  workflowError: {
    ...DRAFT,
    ...TRIGGER,
    id: 'shopify::flow::workflow_error_occurred',
    label: 'Workflow error occurred',
    fields: [],
    yields: NOTHING,
  },
} as const satisfies Readonly<Record<string, Task>>;

/** What a workflow does. Only what ours use; `check` reports any other id as unknown, not as wrong. */
export const ACTIONS = {
  condition: {
    ...CONFIRMED,
    id: 'shopify::flow::condition',
    type: 'CONDITION',
    label: 'Condition',
    fields: [required('condition', 'condition')],
    ports: ['true', 'false'],
    yields: NOTHING,
  },
  forEach: {
    ...CONFIRMED,
    id: 'shopify::flow::foreach',
    type: 'FOREACH',
    label: 'For each loop',
    fields: [required('listpath', 'path')],
    ports: ['loop_body', 'after'],
    yields: {kind: 'item'},
  },
  runCode: {
    ...CONFIRMED,
    ...ACTION,
    id: 'shopify::flow::run_code',
    label: 'Run code',
    fields: [required('input', 'graphql'), required('script', 'javascript'), required('output_schema', 'sdl')],
    yields: {kind: 'output'},
  },
  sendAdminApiRequest: {
    ...CONFIRMED,
    ...ACTION,
    id: 'shopify::admin::admin_api_operation',
    label: 'Send Admin API request',
    fields: [required('api_call', 'apiCall')],
    yields: {kind: 'payload'},
  },
  /** The fields for sorting and for the number are not known, so they keep Flow's defaults (docs/unconfirmed.md, 5). */
  getOrderData: {
    ...CONFIRMED,
    ...ACTION,
    id: 'shopify::flow::fetch::orders',
    label: 'Get order data',
    fields: [optional('query', 'liquid')],
    yields: {kind: 'list', of: 'Order'},
  },
  addOrderTags: {
    ...CONFIRMED,
    ...ACTION,
    id: 'shopify::admin::add_order_tags',
    label: 'Add order tags',
    fields: [required('order_id', 'path'), required('tags', 'json')],
    yields: NOTHING,
  },
  addOrderMetafield: {
    ...CONFIRMED,
    ...ACTION,
    id: 'shopify::admin::add_order_metafield',
    label: 'Update order metafield',
    fields: [
      required('order_id', 'path'),
      required('namespace', 'text'),
      required('key', 'text'),
      required('value', 'liquid'),
      required('value_type', 'text'),
    ],
    yields: NOTHING,
  },
  /** Its fields: docs/unconfirmed.md, 7. */
  sendInternalEmail: {
    ...CONFIRMED,
    ...ACTION,
    id: 'shopify::flow::send_email',
    label: 'Send internal email',
    fields: [required('address', 'addresses'), required('subject', 'liquid'), required('message', 'liquid')],
    yields: NOTHING,
  },
  count: {
    ...CONFIRMED,
    ...ACTION,
    id: 'shopify::flow::count',
    label: 'Count',
    fields: [],
    yields: {kind: 'value', of: 'Int'},
  },
  sum: {
    ...CONFIRMED,
    ...ACTION,
    id: 'shopify::flow::sum',
    label: 'Sum',
    fields: [],
    yields: {kind: 'value', of: 'Decimal'},
  },
  capturePayment: {
    ...CONFIRMED,
    ...ACTION,
    id: 'shopify::admin::capture_payment',
    label: 'Capture payment',
    fields: [],
    yields: NOTHING,
  },
  alertForErrors: {
    ...CONFIRMED,
    ...ACTION,
    id: 'shopify::iris::send_shopify_alert_for_errors',
    label: 'Send alert for errors',
    fields: [],
    yields: NOTHING,
  },
  removeOrderTags: {
    ...DRAFT,
    ...ACTION,
    id: 'shopify::admin::remove_order_tags',
    label: 'Remove order tags',
    fields: [required('order_id', 'path'), required('tags', 'json')],
    yields: NOTHING,
  },
  updateOrderNote: {
    ...DRAFT,
    ...ACTION,
    id: 'shopify::admin::update_order_note',
    label: 'Update order note',
    fields: [required('order_id', 'path'), required('note', 'liquid')],
    yields: NOTHING,
  },
  wait: {
    ...DRAFT,
    id: 'shopify::flow::wait',
    type: 'WAIT',
    label: 'Wait',
    fields: [required('duration', 'text')],
    ports: ['output'],
    yields: NOTHING,
  },
} as const satisfies Readonly<Record<string, Task>>;
