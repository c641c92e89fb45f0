import {bare, liquid, scheduled, workflow} from '../builder/index.ts';
import {codeOf, REMAINING_LINES} from '../run-code/index.ts';
import {claimThenPay, confirmPaid} from './parts/pay.ts';

const TAGS = {
  asking: 'Refund remaining lines',
  done: 'Refunded by Flow',
  dryRun: 'Refund dry run',
};

/** Pays back all lines that are left of an order that carries a tag. */
export const refundRemaining = workflow(
  {
    handle: 'refund-lines-refrec',
    safety: 'A',
    categories: ['orders'],
    words: {
      en: {
        name: 'Refund the remaining lines of tagged orders',
        description: `Every hour, refunds all lines that are left on orders tagged “${TAGS.asking}”, to the way they were paid; shipping and import duties stay. Comes as a dry run: it mails what it would pay, until DRY_RUN is set to false.`,
        before: `Set the schedule and its time zone. Open “Plan the refund and its claim” and read the constants at the top: DRY_RUN, CURRENCY, AT_MOST, NOTIFY_CUSTOMER. Leave DRY_RUN on for the first orders; the mails say what it would have paid. Another tag? Change it in every step that names “${TAGS.asking}”.`,
      },
      nl: {
        name: 'De overige regels van bestellingen met een tag terugbetalen',
        description: `Betaalt elk uur alle regels die nog over zijn van bestellingen met de tag “${TAGS.asking}” terug, op de manier waarop ze betaald zijn; verzendkosten en invoerrechten blijven staan. Begint als proef: hij mailt wat hij zou betalen, tot je DRY_RUN op false zet.`,
        before: `Stel het schema en de tijdzone in. Open “Plan the refund and its claim” en lees de constanten bovenaan: DRY_RUN, CURRENCY, AT_MOST, NOTIFY_CUSTOMER. Laat DRY_RUN aan voor de eerste bestellingen; de mails zeggen wat er betaald zou zijn. Een andere tag? Verander hem in elke stap waarin “${TAGS.asking}” staat.`,
      },
    },
    repeat: 'Finds the claim of the run before, or no lines: it pays nothing.',
    leaves: `The refund record (metafields refund_recipes.claim and .summary) in the order’s block, and the tag “${TAGS.done}”. What stopped on the way: the tag “Refund waiting” and a mail; staff finish it in the action. What it leaves to a person: the tag “Refund needs a person” and a mail that says why.`,
    events: ['refund-lines'],
  },
  scheduled({hours: 1}),
  (steps, {shop}) => {
    const orders = steps.getOrders(`Find orders tagged “${TAGS.asking}”`, liquid`tag:'${TAGS.asking}'`);
    steps.forEach('Each of these orders', orders, (each, order) => {
      const code = codeOf(REMAINING_LINES, {order});
      claimThenPay(each, {order, shop}, code, TAGS, (pay, planned, written) => {
        const paid = pay.sendAdminApiRequest('Refund the lines', 'refundCreate', {input: bare(planned.refundInput)});
        confirmPaid(pay, {order, shop}, 'refundCreate', written, paid, TAGS);
      });
    });
  },
);
