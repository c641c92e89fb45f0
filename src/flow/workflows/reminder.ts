import {equals, liquid, pathOf, scheduled, workflow} from '../builder/index.ts';
import {codeOf, REMINDER} from '../run-code/index.ts';
import {untag, WAITING_TAG} from './parts/tags.ts';

/** Reminds staff of what waits, order by order. */
export const reminder = workflow(
  {
    handle: 'refund-reminder-refrec',
    safety: 'C',
    categories: ['orders', 'error_monitoring'],
    words: {
      en: {
        name: 'Reminder of refunds that wait',
        description: `Every day, mails what has waited for two days or longer on orders tagged “${WAITING_TAG}”: requests, approvals, unfinished refunds and payments outside Shopify. One mail for each order. Takes the tag off where nothing waits any more. No money moves.`,
        before: 'Set the time of day. In “Read what waits”, AFTER_DAYS says from which day on it reminds.',
      },
      nl: {
        name: 'Herinnering aan terugbetalingen die wachten',
        description: `Mailt elke dag wat er twee dagen of langer wacht op bestellingen met de tag “${WAITING_TAG}”: verzoeken, goedkeuringen, onafgemaakte terugbetalingen en betalingen buiten Shopify. Eén mail per bestelling. Haalt de tag weg waar niets meer wacht. Er wordt niets betaald.`,
        before: 'Stel het tijdstip in. Bij “Read what waits” bepaalt AFTER_DAYS vanaf welke dag hij herinnert.',
      },
    },
    repeat: 'A second mail with the same content; nothing else.',
    leaves: 'A mail for each order on which something waits.',
    events: ['refund-reminder'],
  },
  scheduled({days: 1}),
  (steps, {scheduledAt}) => {
    const orders = steps.getOrders(`Find orders tagged “${WAITING_TAG}”`, liquid`tag:'${WAITING_TAG}'`);
    steps.forEach('Each of these orders', orders, (each, order) => {
      const waiting = each.runCode(
        'Read what waits',
        codeOf(REMINDER, {order: pathOf(order), scheduledAt: pathOf(scheduledAt)}),
      );
      each.when(
        'Has it waited long enough?',
        equals(waiting.go, true),
        (yes) => {
          yes.sendInternalEmail('Mail what waits', {
            subject: liquid`Order ${order.name}: a refund waits`,
            message: liquid`${waiting.why}`,
          });
        },
        (no) => {
          no.when('Does nothing wait any more?', equals(waiting.code, 'nothingWaits'), (nothing) => {
            untag(nothing, order.id, `Take “${WAITING_TAG}” off`, WAITING_TAG);
          });
        },
      );
    });
  },
);
