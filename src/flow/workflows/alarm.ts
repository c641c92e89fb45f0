import {equals, liquid, pathOf, scheduled, shifted, workflow} from '../builder/index.ts';
import {ALARM, codeOf} from '../run-code/index.ts';
import {ALARM_TAG, tag} from './parts/tags.ts';

/** Staff set it once they have looked. */
const CHECKED_TAG = 'Refund checked';

/** Compares what was paid with what was recorded, and tells staff of what doesn't fit. */
export const alarm = workflow(
  {
    handle: 'double-payment-alarm-refrec',
    safety: 'none',
    categories: ['orders', 'error_monitoring'],
    words: {
      en: {
        name: 'Double-payment alarm',
        description: `Every hour, compares the refund record of orders that were refunded lately with their refunds and the customer's store credit. What was paid twice, or belongs to no record, is tagged “${ALARM_TAG}” and mailed once. Moves nothing and takes nothing back.`,
        before: `Set the schedule. When you have looked at an order, give it the tag “${CHECKED_TAG}”: then it is left alone. It looks at 100 orders at most, of those that changed in the last two days and are not tagged.`,
      },
      nl: {
        name: 'Alarm voor dubbele betalingen',
        description: `Vergelijkt elk uur wat er bij pas terugbetaalde bestellingen is vastgelegd met hun terugbetalingen en het winkeltegoed van de klant. Wat dubbel is betaald, of nergens bij hoort, krijgt de tag “${ALARM_TAG}” en wordt één keer gemaild. Verplaatst niets en haalt niets terug.`,
        before: `Stel het schema in. Heb je naar een bestelling gekeken, geef die dan de tag “${CHECKED_TAG}”: dan laat het alarm die met rust. Het kijkt naar hoogstens 100 bestellingen die de laatste twee dagen zijn veranderd en geen van beide tags hebben.`,
      },
    },
    repeat: 'Finds the tag of the run before and leaves the order alone.',
    leaves: `The tag “${ALARM_TAG}” and one mail, where something doesn't fit.`,
    events: ['double-payment-alarm'],
  },
  scheduled({hours: 1}),
  (steps, {scheduledAt}) => {
    const since = shifted(scheduledAt, 'date_minus', '2 days');
    const refunded = (status: string) =>
      liquid`financial_status:${status} updated_at:>'${since}' -tag:'${ALARM_TAG}' -tag:'${CHECKED_TAG}'`;
    const orders = steps.getOrders(
      'Find orders that were refunded lately',
      liquid`${refunded('refunded')} OR ${refunded('partially_refunded')}`,
    );
    steps.forEach('Each of these orders', orders, (each, order) => {
      const found = each.runCode(
        'Compare the record with what was paid',
        codeOf(ALARM, {order: pathOf(order), scheduledAt: pathOf(scheduledAt)}),
      );
      each.when('Does something not fit?', equals(found.go, true), (yes) => {
        tag(yes, order.id, `Tag it “${ALARM_TAG}”`, ALARM_TAG);
        yes.sendInternalEmail('Mail what was found', {
          subject: liquid`Order ${order.name}: was something paid twice?`,
          message: liquid`${found.why} Look at the order’s refund block. Then give the order the tag “${CHECKED_TAG}”.`,
        });
      });
    });
  },
);
