/** Workflows as other people's exports and tools write them, made up for the tests: dialects of 2024, of 2026, and of the tool API. */
import {checksumOf} from '../format/index.ts';

export type Json = Record<string, unknown>;

/** A workflow's parts as a `.flow` file with its checksum. */
export function flowText(root: Json): string {
  const body = JSON.stringify({__metadata: {version: 0.1}, root});
  return `${checksumOf(body)}:${body}`;
}

export interface StepParts {
  readonly id: string;
  readonly task: string;
  readonly type?: string;
  readonly version?: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly name?: string | null;
}

/** A step as an export of 2026 has it. */
export function step({id, task, type = 'ACTION', version = '0.1', fields = {}, name = null}: StepParts): Json {
  return {
    step_id: id,
    step_position: [0, 0],
    config_field_values: Object.entries(fields).map(([config_field_id, value]) => ({config_field_id, value})),
    task_id: task,
    task_version: version,
    task_type: type,
    description: null,
    note: null,
    name,
  };
}

export function link(from: string, port: string, to: string): Json {
  return {from_step_id: from, from_port_id: port, to_step_id: to, to_port_id: 'input'};
}

export function workflow(
  steps: readonly Json[],
  links: readonly Json[],
  patches: readonly Json[] = [],
  name = 'Mine',
): string {
  return flowText({
    steps,
    links,
    patched_fields: patches,
    variables: [],
    note: null,
    vertical_layout_enabled: true,
    workflow_name: name,
  });
}

export const CLAIM_PATCH: Json = {
  id: 'd0f1c9a2-6b7e-4d0b-9a53-0c8f5d1b7e01',
  handle: 'refundClaim',
  field: 'metafield',
  patched_type: 'Order',
  arguments: '{"key":"claim","namespace":"refund_recipes"}',
  merchant_configured: true,
};

export const ORDER_CREATED = step({id: 'start', task: 'shopify::admin::order_created', type: 'TRIGGER'});

/** A step after the order was created; what is asked is about it. */
export function afterOrder(parts: Omit<StepParts, 'id'>, patches: readonly Json[] = []): string {
  return workflow([ORDER_CREATED, step({id: 'it', ...parts})], [link('start', 'output', 'it')], patches);
}

export const mail = (message: string): Omit<StepParts, 'id'> => ({
  task: 'shopify::flow::send_email',
  fields: {address: 'shop@example.com', subject: 'Hello', message},
});

export const condition = (text: string): string =>
  workflow(
    [
      ORDER_CREATED,
      step({id: 'it', task: 'shopify::flow::condition', type: 'CONDITION', fields: {condition: text}}),
      step({id: 'mail', ...mail('Hello')}),
    ],
    [link('start', 'output', 'it'), link('it', 'true', 'mail')],
    [CLAIM_PATCH],
  );

export const request = (name: string, blob: string): Omit<StepParts, 'id'> => ({
  task: 'shopify::admin::admin_api_operation',
  fields: {api_call: JSON.stringify({name, blob})},
});

export const runCode = (
  input: string,
  script: string,
  schema = 'type Output { ok: Boolean! }',
): Omit<StepParts, 'id'> => ({
  task: 'shopify::flow::run_code',
  fields: {input, script, output_schema: schema},
});

/** An export of 2024: no notes, no variables; ids are UUIDs of version 1, steps carry fewer keys, the condition is a tree. */
export const EXPORT_2024: string = flowText({
  steps: [
    {
      step_id: '5e0b4a70-0b7c-11ef-9d1a-5b0c2f6a7d10',
      step_position: [2200, 2000],
      config_field_values: [],
      task_id: 'shopify::admin::order_created',
      task_version: '0.1',
      task_type: 'TRIGGER',
      description: null,
    },
    {
      step_id: '63a1f2c0-0b7c-11ef-9d1a-5b0c2f6a7d10',
      step_position: [2600, 2000],
      config_field_values: [
        {
          config_field_id: 'condition',
          value: JSON.stringify({
            uuid: '63a1f2c1-0b7c-11ef-9d1a-5b0c2f6a7d10',
            lhs: {
              uuid: '63a1f2c2-0b7c-11ef-9d1a-5b0c2f6a7d10',
              parent_uuid: '63a1f2c1-0b7c-11ef-9d1a-5b0c2f6a7d10',
              array_path: {
                uuid: '63a1f2c3-0b7c-11ef-9d1a-5b0c2f6a7d10',
                parent_uuid: '63a1f2c2-0b7c-11ef-9d1a-5b0c2f6a7d10',
                value: 'order.tags',
                comparison_value_type: 'EnvironmentValue',
                full_environment_path: 'order.tags',
              },
              array_item_key: {
                uuid: '63a1f2c4-0b7c-11ef-9d1a-5b0c2f6a7d10',
                parent_uuid: '63a1f2c2-0b7c-11ef-9d1a-5b0c2f6a7d10',
                value: 'tags_item',
                comparison_value_type: 'EnvironmentValue',
                full_environment_path: 'order.tags_item',
              },
              operation: {
                uuid: '63a1f2c5-0b7c-11ef-9d1a-5b0c2f6a7d10',
                parent_uuid: '63a1f2c2-0b7c-11ef-9d1a-5b0c2f6a7d10',
                lhs: {
                  uuid: '63a1f2c6-0b7c-11ef-9d1a-5b0c2f6a7d10',
                  parent_uuid: '63a1f2c5-0b7c-11ef-9d1a-5b0c2f6a7d10',
                  lhs: {
                    uuid: '63a1f2c7-0b7c-11ef-9d1a-5b0c2f6a7d10',
                    parent_uuid: '63a1f2c6-0b7c-11ef-9d1a-5b0c2f6a7d10',
                    value: 'tags_item',
                    comparison_value_type: 'EnvironmentValue',
                    full_environment_path: 'order.tags_item',
                  },
                  rhs: {
                    uuid: '63a1f2c8-0b7c-11ef-9d1a-5b0c2f6a7d10',
                    parent_uuid: '63a1f2c6-0b7c-11ef-9d1a-5b0c2f6a7d10',
                    value: 'wholesale',
                    comparison_value_type: 'LiteralValue',
                  },
                  value_type: 'EnvironmentScalarDefinition:String',
                  operator: '==',
                  operation_type: 'Comparison',
                },
                operator: 'AND',
                operation_type: 'LogicalExpression',
              },
              operator: 'ANY',
              operation_type: 'ArrayExpression',
            },
            operator: 'AND',
            operation_type: 'LogicalExpression',
          }),
        },
      ],
      task_id: 'shopify::flow::condition',
      task_version: '0.1',
      task_type: 'CONDITION',
      description: null,
    },
    {
      step_id: '6b9d8e40-0b7c-11ef-9d1a-5b0c2f6a7d10',
      step_position: [3000, 2000],
      config_field_values: [
        {config_field_id: 'order_id', value: 'order.id'},
        {config_field_id: 'namespace', value: 'custom'},
        {config_field_id: 'key', value: 'channel'},
        {config_field_id: 'value', value: 'b2b {{order.name}}'},
        {config_field_id: 'value_type', value: 'single_line_text_field'},
      ],
      task_id: 'shopify::admin::add_order_metafield',
      task_version: '0.1',
      task_type: 'ACTION',
      description: null,
    },
  ],
  links: [
    {
      from_step_id: '5e0b4a70-0b7c-11ef-9d1a-5b0c2f6a7d10',
      from_port_id: 'output',
      to_step_id: '63a1f2c0-0b7c-11ef-9d1a-5b0c2f6a7d10',
      to_port_id: 'input',
    },
    {
      from_step_id: '63a1f2c0-0b7c-11ef-9d1a-5b0c2f6a7d10',
      from_port_id: 'true',
      to_step_id: '6b9d8e40-0b7c-11ef-9d1a-5b0c2f6a7d10',
      to_port_id: 'input',
    },
  ],
  patched_fields: [],
  workflow_name: 'Mark wholesale orders',
});

/** An export of 2026: a product trigger, a task of a newer version, a patched field, an enum, a redirect. */
export const EXPORT_2026: string = workflow(
  [
    step({id: '0d6f1c52-8a34-4c0e-b0f2-6a1f1de0a001', task: 'shopify::admin::product_status_updated', type: 'TRIGGER'}),
    step({
      id: '0d6f1c52-8a34-4c0e-b0f2-6a1f1de0a002',
      task: 'shopify::flow::condition',
      type: 'CONDITION',
      fields: {
        condition: JSON.stringify({
          uuid: '01JZ0000000000000000000001',
          lhs: {
            uuid: '01JZ0000000000000000000002',
            parent_uuid: '01JZ0000000000000000000001',
            lhs: {
              uuid: '01JZ0000000000000000000003',
              parent_uuid: '01JZ0000000000000000000002',
              value: 'product.status',
              comparison_value_type: 'EnvironmentValue',
              full_environment_path: 'product.status',
            },
            rhs: {
              uuid: '01JZ0000000000000000000004',
              parent_uuid: '01JZ0000000000000000000002',
              value: 'ARCHIVED',
              comparison_value_type: 'LiteralValue',
            },
            value_type: 'EnvironmentEnumDefinition:ProductStatus',
            operator: '==',
            operation_type: 'Comparison',
          },
          operator: 'AND',
          operation_type: 'LogicalExpression',
        }),
      },
    }),
    step({
      id: '0d6f1c52-8a34-4c0e-b0f2-6a1f1de0a003',
      task: 'shopify::admin::created_redirect_url',
      fields: {path: '/products/{{product.handle}}', target: '/collections/{{product.productType | handleize}}'},
    }),
    step({
      id: '0d6f1c52-8a34-4c0e-b0f2-6a1f1de0a004',
      task: 'shopify::admin::add_product_metafield',
      version: '1.0',
      fields: {
        product_id: '{"value":"","default_value":"product.id"}',
        metafield: '{"namespace":"custom","key":"was","type":"single_line_text_field"}',
        value: '{{product.tierNote.value}}',
      },
    }),
  ],
  [
    link('0d6f1c52-8a34-4c0e-b0f2-6a1f1de0a001', 'output', '0d6f1c52-8a34-4c0e-b0f2-6a1f1de0a002'),
    link('0d6f1c52-8a34-4c0e-b0f2-6a1f1de0a002', 'true', '0d6f1c52-8a34-4c0e-b0f2-6a1f1de0a003'),
    link('0d6f1c52-8a34-4c0e-b0f2-6a1f1de0a003', 'output', '0d6f1c52-8a34-4c0e-b0f2-6a1f1de0a004'),
  ],
  [
    {
      id: '0d6f1c52-8a34-4c0e-b0f2-6a1f1de0a005',
      handle: 'tierNote',
      field: 'metafield',
      patched_type: 'Product',
      arguments: '{"namespace":"custom","key":"tier_note"}',
      merchant_configured: true,
    },
  ],
  'Redirect what was archived',
);

/** The tool API's form: ids are numbers, conditions a text, arguments an object, types in capitals. */
export const FROM_TOOL: string = flowText({
  workflow_name: 'Thank good customers',
  steps: [
    {
      step_id: 1,
      task_id: 'shopify::flow::scheduled_time',
      task_version: '0.1',
      task_type: 'TRIGGER',
      config_field_values: [
        {
          config_field_id: 'recurrence',
          value: '["DTSTART;TZID=Europe/Amsterdam:20270104T060000\\nRRULE:FREQ=DAILY;INTERVAL=1"]',
        },
      ],
    },
    {
      step_id: 2,
      task_id: 'shopify::flow::fetch::orders',
      task_version: '0.1',
      task_type: 'ACTION',
      config_field_values: [
        {config_field_id: 'query', value: 'created_at:>\'{{ scheduledAt | date_minus: "1 day" }}\''},
      ],
    },
    {
      step_id: 3,
      task_id: 'shopify::flow::foreach',
      task_version: '0.1',
      task_type: 'FOREACH',
      config_field_values: [{config_field_id: 'listpath', value: 'getOrderData'}],
    },
    {
      step_id: 4,
      task_id: 'shopify::flow::condition',
      task_version: '0.1',
      task_type: 'CONDITION',
      config_field_values: [
        {
          config_field_id: 'condition',
          value:
            "((getOrderDataForeachitem.totalPriceSet.shopMoney.amount > 100.00) && (getOrderDataForeachitem.customer.tier.value == 'gold') && (getOrderDataForeachitem.lineItems any? |lineItems_item| ((lineItems_item.quantity >= 2) || (lineItems_item.product.tags any? |tags_item| (tags_item == 'vip')))))",
        },
      ],
    },
    {
      step_id: 5,
      task_id: 'shopify::admin::admin_api_operation',
      task_version: '0.1',
      task_type: 'ACTION',
      config_field_values: [
        {
          config_field_id: 'api_call',
          value: JSON.stringify({
            name: 'tagsAdd',
            blob: '{\n  "id": "{{ getOrderDataForeachitem.id }}",\n  "tags": ["Thank"]\n}',
          }),
        },
      ],
    },
  ],
  links: [
    {from_step_id: 1, from_port_id: 'output', to_step_id: 2, to_port_id: 'input'},
    {from_step_id: 2, from_port_id: 'output', to_step_id: 3, to_port_id: 'input'},
    {from_step_id: 3, from_port_id: 'loop_body', to_step_id: 4, to_port_id: 'input'},
    {from_step_id: 4, from_port_id: 'true', to_step_id: 5, to_port_id: 'input'},
  ],
  patched_fields: [
    {
      handle: 'tier',
      field: 'metafield',
      patched_type: 'CUSTOMER',
      arguments: {namespace: 'custom', key: 'tier'},
      merchant_configured: true,
    },
  ],
});

export const WAIT = step({id: 'wait', task: 'shopify::flow::wait', type: 'WAIT', fields: {duration: 'P3D'}});
