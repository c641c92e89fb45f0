import {any, equals, jsonInText, liquid, scheduled, workflow} from '../builder/index.ts';

/** What staff or another app puts on an order to ask for a refund. */
const ASKING_TAG = 'Refund please';
const WAITING_TAG = 'Refund waiting';
const FAILED_TAG = 'Refund request failed';

/** Asks for a recipe on every order that carries a tag. A person releases the request in the order's block or in App Home. */
export const requestTagged = workflow(
  {
    handle: 'request-tagged-refrec',
    safety: 'C',
    categories: ['orders'],
    words: {
      en: {
        name: 'Refund request for tagged orders',
        description:
          'Every hour, asks for a refund on orders tagged “Refund please”. No money moves: a person sees the request on the order, with what it would pay, and releases it.',
        before:
          'Set the schedule and its time zone. In “Write the request”, put the handle of your recipe in the place of shipping-plus-label.',
      },
      nl: {
        name: 'Terugbetaling aanvragen voor orders met een tag',
        description:
          'Vraagt elk uur een terugbetaling aan voor orders met de tag “Refund please”. Er beweegt geen geld: iemand ziet het verzoek op de order, met wat het zou betalen, en geeft het vrij.',
        before:
          'Stel het schema en de tijdzone in. Zet bij “Write the request” de handle van je recept op de plaats van shipping-plus-label.',
      },
    },
    repeat: 'The same request: its id follows from the order and the recipe, so asking twice asks once.',
    events: ['scheduled'],
  },
  scheduled({hours: 1}),
  (steps) => {
    const orders = steps.getOrders('Find orders tagged “Refund please”', liquid`tag:'${ASKING_TAG}'`);
    steps.forEach('Each of these orders', orders, (loop, order) => {
      const written = loop.sendAdminApiRequest('Write the request', 'metafieldsSet', {
        metafields: [
          {
            ownerId: order.id,
            namespace: 'refund_recipes',
            key: 'ask',
            type: 'json',
            value: jsonInText({recipe: 'shipping-plus-label'}),
          },
        ],
      });
      loop.when(
        'Is the request on the order?',
        any(written.metafields, (metafield) => equals(metafield.key, 'ask')),
        (yes) => {
          yes.sendAdminApiRequest('Tag it “Refund waiting”', 'tagsAdd', {id: order.id, tags: [WAITING_TAG]});
          yes.sendAdminApiRequest('Take the tag “Refund please” off', 'tagsRemove', {id: order.id, tags: [ASKING_TAG]});
        },
        (no) => {
          no.sendAdminApiRequest('Tag it “Refund request failed”', 'tagsAdd', {id: order.id, tags: [FAILED_TAG]});
        },
      );
    });
  },
);
