import {liquid, scheduled, workflow} from '../builder/index.ts';
import {codeOf, REQUEST} from '../run-code/index.ts';
import {askForRefund} from './parts/ask.ts';
import {whenTagged} from './parts/tags.ts';

/** What staff or another app puts on an order to ask for a refund. */
const ASKING_TAG = 'Refund please';

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
          'Every hour, asks for a refund on orders tagged “Refund please”. No money moves: a person opens the request on the order, sees what it would pay, and releases it.',
        before:
          'Set the schedule and its time zone. In “Put the request together”, write the handle of your recipe (RECIPE) and the sentence that staff will read (REASON). Another tag? Change it in every step that names “Refund please”.',
      },
      nl: {
        name: 'Terugbetaling aanvragen voor bestellingen met een tag',
        description:
          'Vraagt elk uur een terugbetaling aan voor bestellingen met de tag “Refund please”. Er wordt niets betaald: iemand opent het verzoek op de bestelling, ziet wat het zou betalen, en geeft het vrij.',
        before:
          'Stel het schema en de tijdzone in. Schrijf bij “Put the request together” de handle van je recept (RECIPE) en de zin die medewerkers te lezen krijgen (REASON). Een andere tag? Verander hem in elke stap waarin “Refund please” staat.',
      },
    },
    repeat: 'The same request: its id follows from the order and the recipe, so asking twice asks once.',
    leaves:
      'The request on the order (metafield refund_recipes.ask) and the tag “Refund waiting”; where it can’t be asked, the tag “Refund needs a person” and a mail that says why.',
    events: ['request-tagged'],
  },
  scheduled({hours: 1}),
  (steps, {shop}) => {
    const orders = steps.getOrders('Find orders tagged “Refund please”', liquid`tag:'${ASKING_TAG}'`);
    steps.forEach('Each of these orders', orders, (each, order) => {
      whenTagged(each, order, ASKING_TAG, (tagged) => {
        const code = codeOf(REQUEST, {order}, {REASON: `Tagged “${ASKING_TAG}”`});
        askForRefund(tagged, {order, shop}, code, ASKING_TAG);
      });
    });
  },
);
