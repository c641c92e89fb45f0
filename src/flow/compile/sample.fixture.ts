import {any, equals, jsonInText, liquid, scheduled, workflow} from '../builder/index.ts';

const WORDS = {name: 'Ask for tagged orders', description: 'Asks.', before: 'Set the recipe.'};

/** A small workflow with a loop, a request and a condition on its answer. */
export const askTagged = workflow(
  {
    handle: 'ask-tagged-refrec',
    safety: 'C',
    categories: ['orders'],
    words: {en: WORDS, nl: WORDS},
    repeat: 'The same request.',
    leaves: 'A tag.',
    events: ['scheduled'],
  },
  scheduled({hours: 1}),
  (steps) => {
    const orders = steps.getOrders('Find tagged orders', liquid`tag:'Refund please'`);
    steps.forEach('Each of them', orders, (loop, order) => {
      const written = loop.sendAdminApiRequest('Write the request', 'metafieldsSet', {
        metafields: [
          {ownerId: order.id, namespace: 'refund_recipes', key: 'ask', type: 'json', value: jsonInText({recipe: 'x'})},
        ],
      });
      loop.when(
        'Is it on the order?',
        any(written.metafields, (metafield) => equals(metafield.key, 'ask')),
        (yes) => {
          yes.sendAdminApiRequest('Tag it as waiting', 'tagsAdd', {id: order.id, tags: ['Refund waiting']});
          yes.sendAdminApiRequest('Take the tag off', 'tagsRemove', {id: order.id, tags: ['Refund please']});
        },
        (no) => {
          no.sendAdminApiRequest('Tag it as failed', 'tagsAdd', {id: order.id, tags: ['Refund request failed']});
        },
      );
    });
  },
);
