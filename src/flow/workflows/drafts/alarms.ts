import {liquid, refundCreated, workflow, workflowError} from '../../builder/index.ts';
import {ALARM, codeOf} from '../../run-code/index.ts';
import {reportFound} from '../parts/report.ts';
import {ALARM_TAG} from '../parts/tags.ts';
import {DRAFT} from './note.ts';

export const alarmOnRefund = workflow(
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
    const found = steps.runCode(
      'Compare the record with what was paid',
      codeOf(ALARM, {order, scheduledAt: order.updatedAt}),
    );
    reportFound(steps, {order, shop}, found);
  },
);

export const mailOnError = workflow(
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
