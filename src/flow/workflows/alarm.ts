import {liquid, scheduled, shifted, workflow} from '../builder/index.ts';
import {ALARM, codeOf} from '../run-code/index.ts';
import {reportFound} from './parts/report.ts';
import {ALARM_TAG, CHECKED_TAG, WAITING_TAG} from './parts/tags.ts';

/** Compares what was paid with what was recorded, and tells staff of what doesn't fit. */
export const alarm = workflow(
  {
    handle: 'double-payment-alarm-refrec',
    safety: 'none',
    categories: ['orders', 'error_monitoring'],
    words: {
      en: {
        name: 'Double-payment alarm',
        description: `Every hour, compares the refund record of orders that were refunded lately with their refunds and the customer’s store credit. What was paid twice, or belongs to no record, is tagged “${ALARM_TAG}” and mailed once. Moves nothing and takes nothing back.`,
        before: `Set the schedule and its time zone. When you have looked at an order, give it the tag “${CHECKED_TAG}”: then it is left alone for good. It looks at 100 orders at most: those that changed in the last two days, have neither tag, and were refunded or carry “${WAITING_TAG}”. So it doesn’t see store credit that was given without a refund; the order’s block does.`,
      },
      nl: {
        name: 'Alarm voor dubbele betalingen',
        description: `Vergelijkt elk uur wat er bij pas terugbetaalde bestellingen is vastgelegd met hun terugbetalingen en het winkeltegoed van de klant. Wat dubbel is betaald, of nergens bij hoort, krijgt de tag “${ALARM_TAG}” en wordt één keer gemaild. Verplaatst niets en haalt niets terug.`,
        before: `Stel het schema en de tijdzone in. Heb je naar een bestelling gekeken, geef die dan de tag “${CHECKED_TAG}”: dan laat het alarm die voorgoed met rust. Het kijkt naar hoogstens 100 bestellingen die de laatste twee dagen zijn veranderd, geen van beide tags hebben, en zijn terugbetaald of de tag “${WAITING_TAG}” dragen. Winkeltegoed zonder terugbetaling ziet het dus niet; het blok op de bestelling wel.`,
      },
    },
    repeat: 'Finds the tag of the run before and leaves the order alone.',
    leaves: `The tag “${ALARM_TAG}” and one mail, where something doesn’t fit or can’t be read.`,
    events: ['double-payment-alarm'],
  },
  scheduled({hours: 1}),
  (steps, {scheduledAt, shop}) => {
    const since = shifted(scheduledAt, 'date_minus', '2 days');
    const lately = (what: string) => liquid`${what} updated_at:>'${since}' -tag:'${ALARM_TAG}' -tag:'${CHECKED_TAG}'`;
    const orders = steps.getOrders(
      'Find orders that were refunded lately, or on which a refund waits',
      liquid`${lately('financial_status:refunded')} OR ${lately('financial_status:partially_refunded')} OR ${lately(`tag:'${WAITING_TAG}'`)}`,
    );
    steps.forEach('Each of these orders', orders, (each, order) => {
      const found = each.runCode('Compare the record with what was paid', codeOf(ALARM, {order, scheduledAt}));
      reportFound(each, {order, shop}, found);
    });
  },
);
