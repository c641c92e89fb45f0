/** Writes small workflows as `.flow` files, for tests. */
import {createHash} from 'node:crypto';

export interface FixtureStep {
  readonly id: string;
  readonly task: string;
  readonly type?: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly name?: string;
  readonly words?: string;
  /** Which steps it leads to, by port; `output` where it is a plain list. */
  readonly to?: readonly string[] | Readonly<Record<string, readonly string[]>>;
}

export interface Fixture {
  readonly name?: string;
  readonly trigger?: string;
  readonly triggerFields?: Readonly<Record<string, string>>;
  readonly steps: readonly FixtureStep[];
  readonly patched?: readonly unknown[];
}

const TYPES: Readonly<Record<string, string>> = {
  'shopify::flow::condition': 'CONDITION',
  'shopify::flow::foreach': 'FOREACH',
  'shopify::flow::wait': 'WAIT',
};

/** The trigger leads to the first step. */
export function flowText({
  name = 'Fixture',
  trigger = 'shopify::admin::order_created',
  triggerFields,
  steps,
  patched = [],
}: Fixture): string {
  const [first] = steps;
  const all: FixtureStep[] = [
    {
      id: 'trigger',
      task: trigger,
      type: 'TRIGGER',
      to: first ? [first.id] : [],
      ...(triggerFields ? {fields: triggerFields} : {}),
    },
    ...steps,
  ];
  const root = {
    steps: all.map((step, at) => ({
      step_id: step.id,
      step_position: [0, at * 100],
      config_field_values: Object.entries(step.fields ?? {}).map(([id, value]) => ({config_field_id: id, value})),
      task_id: step.task,
      task_version: '0.1',
      task_type: step.type ?? TYPES[step.task] ?? 'ACTION',
      description: step.words ?? null,
      note: null,
      name: step.name ?? null,
    })),
    links: all.flatMap(({id, to = []}) =>
      Object.entries(
        Array.isArray(to) ? {output: to as readonly string[]} : (to as Record<string, readonly string[]>),
      ).flatMap(([port, targets]) =>
        targets.map((target) => ({from_step_id: id, from_port_id: port, to_step_id: target, to_port_id: 'input'})),
      ),
    ),
    patched_fields: patched,
    variables: [],
    note: null,
    vertical_layout_enabled: true,
    workflow_name: name,
  };
  const body = JSON.stringify({__metadata: {version: 0.1}, root});
  return `${createHash('sha256').update(body).digest('hex')}:${body}`;
}

export const condition = (
  id: string,
  text: string,
  met: readonly string[],
  otherwise: readonly string[] = [],
): FixtureStep => ({
  id,
  task: 'shopify::flow::condition',
  fields: {condition: text},
  to: {true: met, false: otherwise},
});

export const adminRequest = (id: string, name: string, blob: unknown, to: readonly string[] = []): FixtureStep => ({
  id,
  task: 'shopify::admin::admin_api_operation',
  fields: {api_call: JSON.stringify({name, blob: typeof blob === 'string' ? blob : JSON.stringify(blob)})},
  to,
});

export const runCode = (
  id: string,
  input: string,
  script: string,
  schema: string,
  to: readonly string[] = [],
): FixtureStep => ({
  id,
  task: 'shopify::flow::run_code',
  fields: {input, script, output_schema: schema},
  to,
});

export const addTags = (id: string, tags: string, to: readonly string[] = [], order = 'order.id'): FixtureStep => ({
  id,
  task: 'shopify::admin::add_order_tags',
  fields: {order_id: order, tags},
  to,
});

export const email = (id: string, message: string, to: readonly string[] = []): FixtureStep => ({
  id,
  task: 'shopify::flow::send_email',
  fields: {address: '{{ shop.email }}', subject: 'About {{ order.name }}', message},
  to,
});

export const forEach = (
  id: string,
  listpath: string,
  body: readonly string[],
  after: readonly string[] = [],
): FixtureStep => ({
  id,
  task: 'shopify::flow::foreach',
  fields: {listpath},
  to: {loop_body: body, after},
});

export const wait = (id: string, duration: string, to: readonly string[] = []): FixtureStep => ({
  id,
  task: 'shopify::flow::wait',
  fields: {duration},
  to,
});

export const getOrders = (id: string, query: string, to: readonly string[] = []): FixtureStep => ({
  id,
  task: 'shopify::flow::fetch::orders',
  fields: {query},
  to,
});
