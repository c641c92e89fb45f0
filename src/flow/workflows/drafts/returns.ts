import {equals, none, returnClosed, returnProcessed, type Steps, workflow} from '../../builder/index.ts';
import type {Path} from '../../builder/path.ts';
import type {EnvironmentReturn, EnvironmentShop} from '../../environment/environment.types.ts';
import {codeOf, REQUEST} from '../../run-code/index.ts';
import {askForRefund} from '../parts/ask.ts';
import {DRAFT} from './note.ts';

/** Whoever sets it on an order keeps a workflow from asking. */
const VETO_TAG = 'No automatic refund';

const ASKED_ONCE = 'The same request: its id follows from the order and the recipe, so asking twice asks once.';

interface Returned<Scope> {
  readonly returned: Path<EnvironmentReturn, Scope>;
  readonly shop: Path<EnvironmentShop, Scope>;
}

function askUnlessVetoed<Known, Here>(
  steps: Steps<Known, Here>,
  {returned: {order}, shop}: Returned<Known>,
  reason: string,
): void {
  steps.when(
    `Does the order lack the tag “${VETO_TAG}”?`,
    none(order.tags, (one) => equals(one, VETO_TAG)),
    (free) => {
      const values = {RECIPE: 'chosen-items', REASON: reason};
      askForRefund(free, {order, shop}, codeOf(REQUEST, {order}, values), null);
    },
  );
}

export const requestOnReturnClosed = workflow(
  {
    handle: 'ask-return-closed-refrec',
    safety: 'C',
    categories: ['orders'],
    words: {
      en: {
        name: 'Refund request three days after a return is closed',
        description: `Asks for a refund of chosen items three days after a return is closed, unless the order is tagged “${VETO_TAG}” by then. A person picks what came back and releases it.`,
        before: DRAFT.en,
      },
      nl: {
        name: 'Terugbetaling aanvragen drie dagen na het sluiten van een retour',
        description: `Vraagt drie dagen nadat een retour is gesloten een terugbetaling van gekozen artikelen aan, tenzij de bestelling dan de tag “${VETO_TAG}” heeft. Iemand kiest wat er terugkwam en geeft het vrij.`,
        before: DRAFT.nl,
      },
    },
    repeat: ASKED_ONCE,
    leaves: 'A request on the order and the tag “Refund waiting”.',
    events: ['ask-return-closed'],
  },
  returnClosed,
  (steps, given) => {
    steps.wait('Wait three days', 3);
    askUnlessVetoed(steps, {returned: given.return, shop: given.shop}, 'A return was closed three days ago');
  },
);

export const requestOnReturnProcessed = workflow(
  {
    handle: 'ask-return-processed-refrec',
    safety: 'C',
    categories: ['orders'],
    words: {
      en: {
        name: 'Refund request when a return is processed',
        description: `Asks for a refund of chosen items when a return is processed, unless the order is tagged “${VETO_TAG}”. A person picks what came back and releases it.`,
        before: DRAFT.en,
      },
      nl: {
        name: 'Terugbetaling aanvragen als een retour is verwerkt',
        description: `Vraagt een terugbetaling van gekozen artikelen aan als een retour is verwerkt, tenzij de bestelling de tag “${VETO_TAG}” heeft. Iemand kiest wat er terugkwam en geeft het vrij.`,
        before: DRAFT.nl,
      },
    },
    repeat: ASKED_ONCE,
    leaves: 'A request on the order and the tag “Refund waiting”.',
    events: ['ask-return-processed'],
  },
  returnProcessed,
  (steps, given) => askUnlessVetoed(steps, {returned: given.return, shop: given.shop}, 'A return was processed'),
);
