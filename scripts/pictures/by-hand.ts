import {any, equals, liquid, orderCreated, workflow} from '../../src/flow/builder/index.ts';
import {compile} from '../../src/flow/compile/index.ts';
import {writeFlowFile, type FlowFile} from '../../src/flow/format/index.ts';
import {taskOf} from '../../src/flow/tasks/index.ts';

/** The tag that the condition of docs/flow.md looks for. */
export const TAG = 'late';

/** What docs/flow.md has a workflow write. */
export const REQUEST =
  '{"recipe": "shipping-plus-label", "choices": {"ground": "policy", "amounts": {"returnLabel": "7.45"}}, "reason": "Delivered five days late"}';

/** A step as a merchant makes it: what to choose, and what to fill in, each under its name in Flow. */
export interface HandStep {
  readonly kind: string;
  readonly name: string;
  readonly fields: readonly (readonly [string, string])[];
}

/** The workflow that docs/flow.md builds by hand, as the file that Flow would export. */
export function byHand(): string {
  return writeFlowFile(compiled());
}

/** Its steps, as the picture shows them: the names in Flow's editor, the values of the file. */
export function handSteps(): readonly HandStep[] {
  const steps = compiled().root.steps.map((step) => {
    const values = new Map(step.config_field_values.map(({config_field_id: id, value}) => [id, value]));
    return {label: taskOf(step.task_id)?.label ?? step.task_id, value: (id: string) => values.get(id) ?? ''};
  });
  const [trigger, condition, metafield, tags] = steps;
  if (!trigger || !condition || !metafield || !tags) throw new Error('The workflow by hand has four steps.');
  return [
    {kind: 'Trigger', name: trigger.label, fields: [['Start it by hand', 'More actions → Run Flow automation']]},
    {
      kind: 'Condition',
      name: `Is the order tagged “${TAG}”?`,
      fields: [
        ['At least one of', 'order / tags'],
        ['is equal to', TAG],
      ],
    },
    {
      kind: 'Action',
      name: metafield.label,
      fields: [
        ['Namespace', metafield.value('namespace')],
        ['Key', metafield.value('key')],
        ['Type', metafield.value('value_type').toUpperCase()],
        ['Value', JSON.stringify(JSON.parse(metafield.value('value')), null, 2)],
      ],
    },
    {kind: 'Action', name: tags.label, fields: [['Tags', (JSON.parse(tags.value('tags')) as string[]).join(', ')]]},
  ];
}

function compiled(): FlowFile {
  const byHandWorkflow = workflow(
    {
      handle: 'by-hand-refrec',
      safety: 'C',
      categories: ['orders'],
      words: {
        en: {name: 'Ask for a refund of late orders', description: 'Built by hand.', before: 'Nothing.'},
        nl: {name: 'Terugbetaling vragen voor late orders', description: 'Met de hand gemaakt.', before: 'Niets.'},
      },
      repeat: 'The same request.',
      leaves: 'A request.',
      events: ['order-created'],
    },
    orderCreated,
    (steps, {order}) => {
      steps.when(
        `Is it tagged “${TAG}”?`,
        any(order.tags, (tag) => equals(tag, TAG)),
        (late) => {
          late.setOrderMetafield('Write what is asked for into refund_recipes.ask', order.id, {
            namespace: 'refund_recipes',
            key: 'ask',
            type: 'json',
            value: liquid`${REQUEST}`,
          });
          late.addOrderTags('Tag it “Refund waiting”', order.id, ['Refund waiting']);
        },
      );
    },
  );
  return compile(byHandWorkflow).file;
}
