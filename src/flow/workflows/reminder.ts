import {equals, liquid, or, scheduled, workflow} from '../builder/index.ts';
import {codeOf, REMINDER} from '../run-code/index.ts';
import {mailStaff} from './parts/mail.ts';
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
        before:
          'Set the time of day and the time zone. In “Read what waits”, AFTER_DAYS says from which day on it reminds. It looks at 100 orders at most; where more wait, work them off in App Home.',
      },
      nl: {
        name: 'Herinnering aan terugbetalingen die wachten',
        description: `Mailt elke dag wat er twee dagen of langer wacht op bestellingen met de tag “${WAITING_TAG}”: verzoeken, goedkeuringen, onafgemaakte terugbetalingen en betalingen buiten Shopify. Eén mail per bestelling. Haalt de tag weg waar niets meer wacht. Er wordt niets betaald.`,
        before:
          'Stel het tijdstip en de tijdzone in. Bij “Read what waits” bepaalt AFTER_DAYS vanaf welke dag hij herinnert. Hij kijkt naar hoogstens 100 bestellingen; wachten er meer, handel ze dan af in App Home.',
      },
    },
    repeat: 'A second mail with the same content; nothing else.',
    leaves:
      'A mail for each order on which something waits. Where nothing waits any more, the tag “Refund waiting” is gone.',
    events: ['refund-reminder'],
  },
  scheduled({days: 1}),
  (steps, {scheduledAt, shop}) => {
    const orders = steps.getOrders(`Find orders tagged “${WAITING_TAG}”`, liquid`tag:'${WAITING_TAG}'`);
    steps.forEach('Each of these orders', orders, (each, order) => {
      const waiting = each.runCode('Read what waits', codeOf(REMINDER, {order, scheduledAt}));
      each.when(
        'Has it waited long enough, or is it unreadable?',
        or(equals(waiting.go, true), equals(waiting.code, 'input')),
        (yes) => mailStaff(yes, 'Mail what waits', {order, shop}, liquid`a refund waits`, liquid`${waiting.why}`),
        (no) => {
          no.when('Does nothing wait any more?', equals(waiting.code, 'nothingWaits'), (nothing) => {
            untag(nothing, order.id, `Take “${WAITING_TAG}” off`, WAITING_TAG);
          });
        },
      );
    });
  },
);
