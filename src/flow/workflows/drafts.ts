import {
  equals,
  liquid,
  none,
  pathOf,
  refundApproval,
  refundAttention,
  refundCompleted,
  refundCreated,
  refundLabel,
  refundOutside,
  returnClosed,
  returnProcessed,
  type Steps,
  workflow,
  workflowError,
} from '../builder/index.ts';
import type {Path} from '../builder/path.ts';
import type {EnvironmentReturn, EnvironmentShop} from '../environment/environment.types.ts';
import {ALARM, codeOf, REQUEST} from '../run-code/index.ts';
import {askForRefund} from './parts/ask.ts';
import {mailStaff} from './parts/mail.ts';
import {reportFound} from './parts/report.ts';
import {ALARM_TAG, tag} from './parts/tags.ts';

/** Whoever sets it on an order keeps a workflow from asking. */
const VETO_TAG = 'No automatic refund';

const DRAFT = {
  en: 'A draft: Flow imports it once the ids of its steps are known (npm run -s flow -- learn).',
  nl: 'Een concept: Flow importeert hem zodra de id’s van zijn stappen bekend zijn (npm run -s flow -- learn).',
};

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
      askForRefund(free, {order, shop}, codeOf(REQUEST, {order: pathOf(order)}, values), null);
    },
  );
}

const requestOnReturnClosed = workflow(
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

const requestOnReturnProcessed = workflow(
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

const alarmOnRefund = workflow(
  {
    handle: 'alarm-on-refund-refrec',
    safety: 'none',
    categories: ['orders', 'error_monitoring'],
    words: {
      en: {
        name: 'Double-payment alarm at each refund',
        description: `Compares the refund record with what was paid as soon as a refund is created; what doesn’t fit is tagged “${ALARM_TAG}” and mailed.`,
        before: DRAFT.en,
      },
      nl: {
        name: 'Alarm voor dubbele betalingen bij elke terugbetaling',
        description: `Vergelijkt wat er is vastgelegd met wat er is betaald zodra er een terugbetaling is gemaakt; wat niet klopt, krijgt de tag “${ALARM_TAG}” en wordt gemaild.`,
        before: DRAFT.nl,
      },
    },
    repeat: 'The same finding again: one more mail.',
    leaves: `The tag “${ALARM_TAG}” and a mail, where something doesn’t fit.`,
    events: ['alarm-on-refund'],
  },
  refundCreated,
  (steps, {order, shop}) => {
    const roots = {order: pathOf(order), scheduledAt: pathOf(order.updatedAt)};
    const found = steps.runCode('Compare the record with what was paid', codeOf(ALARM, roots));
    reportFound(steps, {order, shop}, found);
  },
);

const mailOnError = workflow(
  {
    handle: 'mail-on-error-refrec',
    safety: 'none',
    categories: ['error_monitoring'],
    words: {
      en: {
        name: 'Mail when a workflow fails',
        description: 'Mails that a workflow failed, so that somebody looks at orders with the tag “Refund waiting”.',
        before: DRAFT.en,
      },
      nl: {
        name: 'Mailen als een workflow mislukt',
        description:
          'Mailt dat een workflow is mislukt, zodat iemand naar bestellingen met de tag “Refund waiting” kijkt.',
        before: DRAFT.nl,
      },
    },
    repeat: 'One more mail.',
    leaves: 'A mail.',
    events: [],
  },
  workflowError,
  (steps, {shop}) => {
    steps.sendInternalEmail('Mail that a workflow failed', {
      subject: liquid`A workflow of ${shop.name} failed`,
      message: liquid`Flow’s run log says which one. If it refunds orders, look at those with the tag “Refund waiting” and at the orders of that run: an unfinished refund stands in the order’s refund block.`,
    });
  },
);

const mailOnApproval = workflow(
  {
    handle: 'mail-approval-refrec',
    safety: 'none',
    categories: ['orders'],
    words: {
      en: {
        name: 'Mail when a refund waits for approval',
        description: 'Mails the order, the amount and the reason when a refund above a limit waits for somebody else.',
        before: DRAFT.en,
      },
      nl: {
        name: 'Mailen als een terugbetaling op goedkeuring wacht',
        description:
          'Mailt de bestelling, het bedrag en de reden als een terugbetaling boven een limiet op iemand anders wacht.',
        before: DRAFT.nl,
      },
    },
    repeat: 'Nothing where the app says that Flow was told before; else one more mail.',
    leaves: 'A mail. The request itself stands on the order.',
    events: ['mail-approval'],
  },
  refundApproval,
  (steps, {order, shop, total, currency, recipeTitle, reason, why, sentBefore}) => {
    steps.when('Is it told for the first time?', equals(sentBefore, false), (fresh) => {
      mailStaff(
        fresh,
        'Mail what waits for approval',
        {order, shop},
        liquid`${total} ${currency} waits for approval`,
        liquid`${recipeTitle}\n${reason}\n${why}`,
      );
    });
  },
);

const mailOnAttention = workflow(
  {
    handle: 'mail-attention-refrec',
    safety: 'none',
    categories: ['orders', 'error_monitoring'],
    words: {
      en: {
        name: 'Mail when a refund needs attention',
        description:
          'Mails what is open and why when a refund stopped, its outcome is unknown, or something was given twice.',
        before: DRAFT.en,
      },
      nl: {
        name: 'Mailen als een terugbetaling aandacht nodig heeft',
        description:
          'Mailt wat er openstaat en waarom als een terugbetaling is gestopt, de uitkomst onbekend is, of iets dubbel is gegeven.',
        before: DRAFT.nl,
      },
    },
    repeat: 'One more mail: better twice than not at all.',
    leaves: 'A mail. The order carries the tag “Refund waiting” already.',
    events: ['mail-attention'],
  },
  refundAttention,
  (steps, {order, shop, open, why}) => {
    mailStaff(
      steps,
      'Mail what needs attention',
      {order, shop},
      liquid`a refund needs attention`,
      liquid`${open}\n${why}\nLook at the order’s refund block.`,
    );
  },
);

const mailOnOutside = workflow(
  {
    handle: 'mail-outside-refrec',
    safety: 'none',
    categories: ['orders', 'payment_reminders'],
    words: {
      en: {
        name: 'Mail when a payment outside Shopify is owed',
        description: 'Mails the order and the amount when a refund leaves something to be paid outside Shopify.',
        before: DRAFT.en,
      },
      nl: {
        name: 'Mailen als er buiten Shopify betaald moet worden',
        description:
          'Mailt de bestelling en het bedrag als na een terugbetaling nog iets buiten Shopify moet worden betaald.',
        before: DRAFT.nl,
      },
    },
    repeat: 'Nothing where the app says that Flow was told before; else one more mail.',
    leaves: 'A mail. What is owed stands in the order’s refund block, and the order carries the tag “Refund waiting”.',
    events: ['mail-outside'],
  },
  refundOutside,
  (steps, {order, shop, outsidePayment, currency, recipeTitle, reason, sentBefore}) => {
    steps.when('Is it told for the first time?', equals(sentBefore, false), (fresh) => {
      mailStaff(
        fresh,
        'Mail what is owed',
        {order, shop},
        liquid`${outsidePayment} ${currency} has to be paid outside Shopify`,
        liquid`${recipeTitle}\n${reason}\nPay it, then mark it as paid in the order’s refund block.`,
      );
    });
  },
);

const LABEL_TAG = 'Return label credited';

const tagOnLabel = workflow(
  {
    handle: 'tag-label-refrec',
    safety: 'none',
    categories: ['orders'],
    words: {
      en: {
        name: 'Tag orders whose return label was credited',
        description: `Tags an order “${LABEL_TAG}” when the customer was credited for a return label.`,
        before: DRAFT.en,
      },
      nl: {
        name: 'Bestellingen taggen waarvan het retourlabel is vergoed',
        description: `Geeft een bestelling de tag “${LABEL_TAG}” als de klant een retourlabel vergoed heeft gekregen.`,
        before: DRAFT.nl,
      },
    },
    repeat: 'The tag is there already.',
    leaves: `The tag “${LABEL_TAG}”.`,
    events: ['tag-label'],
  },
  refundLabel,
  (steps, {order}) => tag(steps, order.id, `Tag it “${LABEL_TAG}”`, LABEL_TAG),
);

const COMPLETED_TAG = 'Refunded with a recipe';

const tagOnCompleted = workflow(
  {
    handle: 'tag-completed-refrec',
    safety: 'none',
    categories: ['orders'],
    words: {
      en: {
        name: 'Tag orders that were refunded with a recipe',
        description: `Tags an order “${COMPLETED_TAG}” when every step of a refund is done.`,
        before: DRAFT.en,
      },
      nl: {
        name: 'Bestellingen taggen die met een recept zijn terugbetaald',
        description: `Geeft een bestelling de tag “${COMPLETED_TAG}” als elke stap van een terugbetaling klaar is.`,
        before: DRAFT.nl,
      },
    },
    repeat: 'The tag is there already.',
    leaves: `The tag “${COMPLETED_TAG}”.`,
    events: ['tag-completed'],
  },
  refundCompleted,
  (steps, {order}) => tag(steps, order.id, `Tag it “${COMPLETED_TAG}”`, COMPLETED_TAG),
);

/** Built by `flow build --drafts` only: the ids of their triggers or steps are not known. */
export const DRAFTS = [
  requestOnReturnClosed,
  requestOnReturnProcessed,
  alarmOnRefund,
  mailOnError,
  mailOnApproval,
  mailOnAttention,
  mailOnOutside,
  tagOnCompleted,
  tagOnLabel,
];
