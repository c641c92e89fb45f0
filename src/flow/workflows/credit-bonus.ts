import {bare, liquid, scheduled, workflow} from '../builder/index.ts';
import {codeOf, STORE_CREDIT_BONUS} from '../run-code/index.ts';
import {claimThenPay, confirmPaid} from './parts/pay.ts';

const TAGS = {
  asking: 'Refund as store credit',
  done: 'Store credit given by Flow',
  dryRun: 'Store credit dry run',
};

/** Turns the remaining lines of orders that carry a tag into store credit, with a bonus. */
export const creditBonus = workflow(
  {
    handle: 'credit-bonus-refrec',
    safety: 'B',
    categories: ['orders', 'loyalty'],
    words: {
      en: {
        name: 'Store credit with a bonus for tagged orders',
        description: `Every hour, refunds the lines that are left on orders tagged “${TAGS.asking}” as store credit, and adds a bonus that expires; shipping and import duties stay. Only for customers who agreed to store credit instead of their money. Shopify has nothing that stops a repeated store credit: if Flow loses the answer to the bonus step and sends it again, the customer gets the bonus twice. Turn the double-payment alarm on beside it. Comes as a dry run: it mails what it would give, until DRY_RUN is set to false.`,
        before: `Set the schedule and its time zone, and turn on “Double-payment alarm” first. Open “Plan the refund and its claim” and set the constants at the top: CONSENT (how your customers agree; empty, it refuses), BONUS_PERCENT, BONUS_DAYS, CURRENCY, AT_MOST, DRY_RUN. Another tag? Change it in every step that names “${TAGS.asking}”.`,
      },
      nl: {
        name: 'Winkeltegoed met bonus voor bestellingen met een tag',
        description: `Betaalt elk uur de regels die nog over zijn van bestellingen met de tag “${TAGS.asking}” terug als winkeltegoed, met een bonus die verloopt; verzendkosten en invoerrechten blijven staan. Alleen voor klanten die met tegoed in plaats van geld hebben ingestemd. Shopify heeft niets dat herhaald winkeltegoed tegenhoudt: raakt Flow het antwoord op de bonusstap kwijt en stuurt hij hem opnieuw, dan krijgt de klant de bonus twee keer. Zet er het alarm voor dubbele betalingen naast aan. Begint als proef: hij mailt wat hij zou geven, tot je DRY_RUN op false zet.`,
        before: `Stel het schema en de tijdzone in, en zet eerst “Alarm voor dubbele betalingen” aan. Open “Plan the refund and its claim” en stel de constanten bovenaan in: CONSENT (hoe je klanten instemmen; leeg weigert hij), BONUS_PERCENT, BONUS_DAYS, CURRENCY, AT_MOST, DRY_RUN. Een andere tag? Verander hem in elke stap waarin “${TAGS.asking}” staat.`,
      },
    },
    repeat:
      'Finds the claim of the run before and gives nothing. If Flow repeats the bonus step itself, the bonus is given twice: the alarm finds it, tags the order and mails.',
    leaves: `The refund record (metafields refund_recipes.claim and .summary) in the order’s block, and the tag “${TAGS.done}”. What stopped on the way: the tag “Refund waiting” and a mail; staff finish it in the action. What it leaves to a person: the tag “Refund needs a person” and a mail that says why.`,
    events: ['credit-bonus'],
  },
  scheduled({hours: 1}),
  (steps, {scheduledAt, shop}) => {
    const orders = steps.getOrders(`Find orders tagged “${TAGS.asking}”`, liquid`tag:'${TAGS.asking}'`);
    steps.forEach('Each of these orders', orders, (each, order) => {
      const code = codeOf(STORE_CREDIT_BONUS, {order, scheduledAt});
      claimThenPay(each, {order, shop}, code, TAGS, (pay, planned, written) => {
        const refunded = pay.sendAdminApiRequest('Refund the lines as store credit', 'refundCreate', {
          input: bare(planned.refundInput),
        });
        confirmPaid(pay, {order, shop}, 'refundCreate', written, refunded, TAGS, {
          next: (more, noted) => {
            const credited = more.sendAdminApiRequest('Give the bonus', 'storeCreditAccountCredit', {
              id: planned.creditOwner,
              creditInput: bare(planned.creditInput),
            });
            confirmPaid(more, {order, shop}, 'storeCreditAccountCredit', noted, credited, TAGS);
          },
        });
      });
    });
  },
);
