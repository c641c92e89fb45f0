import {any, equals, liquid, orderCreated, workflow} from '../../src/flow/builder/index.ts';
import {compile} from '../../src/flow/compile/index.ts';
import {writeFlowFile} from '../../src/flow/format/index.ts';

/** The workflow that docs/flow.md builds by hand, as the file that Flow would export. */
export function byHand(): string {
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
        'Is it tagged “late”?',
        any(order.tags, (tag) => equals(tag, 'late')),
        (late) => {
          late.setOrderMetafield('Write what is asked for into refund_recipes.ask', order.id, {
            namespace: 'refund_recipes',
            key: 'ask',
            type: 'json',
            value: liquid`{"recipe": "shipping-plus-label", "choices": {"amounts": {"returnLabel": "7.45"}}, "reason": "Delivered five days late"}`,
          });
          late.addOrderTags('Tag it “Refund waiting”', order.id, ['Refund waiting']);
        },
      );
    },
  );
  return writeFlowFile(compile(byHandWorkflow).file);
}
