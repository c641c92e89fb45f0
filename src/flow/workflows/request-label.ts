import {and, any, differs, equals, liquid, orderCreated, scheduled, workflow} from '../builder/index.ts';
import {codeOf, REQUEST_LABEL} from '../run-code/index.ts';
import {askForRefund} from './parts/ask.ts';
import {whenTagged} from './parts/tags.ts';

const ASKING_TAG = 'Refund shipping and label';

const BEFORE = {
  en: 'In “Put the request together”, set LABEL_AMOUNT and LABEL_CURRENCY (what customers pay for a return label), GROUND, and the sentence that staff will read (REASON).',
  nl: 'Stel bij “Put the request together” LABEL_AMOUNT en LABEL_CURRENCY in (wat klanten voor een retourlabel betalen), GROUND, en de zin die medewerkers te lezen krijgen (REASON).',
};

const LEAVES =
  'The request on the order (metafield refund_recipes.ask) and the tag “Refund waiting”; where it can’t be asked, the tag “Refund needs a person” and a mail that says why.';

const REPEAT =
  'The same request: its id follows from the order, the recipe and the label’s amount, so asking twice asks once.';

/** A member of staff starts it on an order: More actions, Run Flow automation. */
export const requestLabelByHand = workflow(
  {
    handle: 'ask-label-by-hand-refrec',
    safety: 'C',
    categories: ['orders'],
    words: {
      en: {
        name: 'Refund shipping plus return-label credit',
        description:
          'Started by hand on an order (More actions, Run Flow automation): asks for the shipping costs plus what the customer paid for the return label. No money moves: a person opens the request on the order, sees what it would pay, and releases it.',
        before: `${BEFORE.en} Flow also starts it for every new order; it asks for nothing while nothing was shipped, nor for orders of Shopify POS. Where another app makes orders that are shipped already, take the workflow for tagged orders instead.`,
      },
      nl: {
        name: 'Verzendkosten plus retourlabel terugbetalen',
        description:
          'Start je met de hand op een bestelling (Meer acties, Flow-automatisering uitvoeren): vraagt de verzendkosten aan, plus wat de klant voor het retourlabel heeft betaald. Er wordt niets betaald: iemand opent het verzoek op de bestelling, ziet wat het zou betalen, en geeft het vrij.',
        before: `${BEFORE.nl} Flow start hem ook voor elke nieuwe bestelling; zolang er niets is verzonden, en bij bestellingen van Shopify POS, vraagt hij niets aan. Maakt een andere app bestellingen die al verzonden zijn, neem dan de workflow voor bestellingen met een tag.`,
      },
    },
    repeat: REPEAT,
    leaves: LEAVES,
    events: ['ask-label-by-hand'],
  },
  orderCreated,
  (steps, {order, shop}) => {
    steps.when(
      'Was it shipped, and not sold over the counter? (A new order ends here)',
      and(
        differs(order.sourceName, 'pos'),
        any(order.fulfillments, (fulfillment) => equals(fulfillment.requiresShipping, true)),
      ),
      (shipped) => {
        const code = codeOf(REQUEST_LABEL, {order}, {REASON: 'Return with a label that the customer paid for'});
        askForRefund(shipped, {order, shop}, code, null);
      },
    );
  },
);

/** The same for every order that carries a tag. */
export const requestLabelTagged = workflow(
  {
    handle: 'ask-label-tagged-refrec',
    safety: 'C',
    categories: ['orders'],
    words: {
      en: {
        name: 'Refund shipping plus return-label credit for tagged orders',
        description: `Every hour, asks for the shipping costs plus the return label on orders tagged “${ASKING_TAG}”. No money moves: a person opens the request on the order, sees what it would pay, and releases it.`,
        before: `Set the schedule and its time zone. ${BEFORE.en} Another tag? Change it in every step that names “${ASKING_TAG}”.`,
      },
      nl: {
        name: 'Verzendkosten plus retourlabel terugbetalen voor bestellingen met een tag',
        description: `Vraagt elk uur de verzendkosten plus het retourlabel aan voor bestellingen met de tag “${ASKING_TAG}”. Er wordt niets betaald: iemand opent het verzoek op de bestelling, ziet wat het zou betalen, en geeft het vrij.`,
        before: `Stel het schema en de tijdzone in. ${BEFORE.nl} Een andere tag? Verander hem in elke stap waarin “${ASKING_TAG}” staat.`,
      },
    },
    repeat: REPEAT,
    leaves: LEAVES,
    events: ['ask-label-tagged'],
  },
  scheduled({hours: 1}),
  (steps, {shop}) => {
    const orders = steps.getOrders(`Find orders tagged “${ASKING_TAG}”`, liquid`tag:'${ASKING_TAG}'`);
    steps.forEach('Each of these orders', orders, (each, order) => {
      whenTagged(each, order, ASKING_TAG, (tagged) => {
        const code = codeOf(REQUEST_LABEL, {order}, {REASON: `Tagged “${ASKING_TAG}”`});
        askForRefund(tagged, {order, shop}, code, ASKING_TAG);
      });
    });
  },
);
