import {
  equals,
  liquid,
  refundApproval,
  refundAttention,
  refundCompleted,
  refundLabel,
  refundOutside,
  workflow,
} from '../../builder/index.ts';
import {mailStaff} from '../parts/mail.ts';
import {tag} from '../parts/tags.ts';
import {DRAFT} from './note.ts';

export const mailOnApproval = workflow(
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

export const mailOnAttention = workflow(
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

export const mailOnOutside = workflow(
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

export const tagOnLabel = workflow(
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

export const tagOnCompleted = workflow(
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
