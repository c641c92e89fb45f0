import {bare, liquid, scheduled, workflow} from '../builder/index.ts';
import {codeOf, GIFT_CARD} from '../run-code/index.ts';
import {mailStaff} from './parts/mail.ts';
import {claimThenPay, confirmPaid} from './parts/pay.ts';

const TAGS = {
  asking: 'Goodwill gift card',
  done: 'Gift card given',
  dryRun: 'Gift card dry run',
};

/** Gives a gift card on orders that carry a tag, under a code that follows from the order. */
export const giftCard = workflow(
  {
    handle: 'goodwill-gift-card-refrec',
    safety: 'A',
    categories: ['orders', 'loyalty'],
    words: {
      en: {
        name: 'Goodwill gift card for tagged orders',
        description: `Every hour, makes a gift card of a fixed amount for the customer of each order tagged “${TAGS.asking}”, and mails you to send it: Shopify doesn’t send it by itself. The card’s code follows from the order and a secret of yours, so the same order never gets two. Comes as a dry run: it mails what it would give, until DRY_RUN is set to false.`,
        before: `Set the schedule and its time zone. Open “Plan the refund and its claim” and set the constants at the top: SECRET (at least 20 random characters, kept to yourself and never changed: whoever knows it can compute card codes; empty, it refuses), AMOUNT, CURRENCY (the shop’s), DRY_RUN. A guest’s card has no customer: add one under Products, Gift cards, then send it. Another tag? Change it in every step that names “${TAGS.asking}”.`,
      },
      nl: {
        name: 'Cadeaubon uit coulance voor bestellingen met een tag',
        description: `Maakt elk uur een cadeaubon van een vast bedrag voor de klant van elke bestelling met de tag “${TAGS.asking}”, en mailt je dat hij verstuurd moet worden: dat doet Shopify niet vanzelf. De code volgt uit de bestelling en een geheim van jou, zodat dezelfde bestelling er nooit twee krijgt. Begint als proef: hij mailt wat hij zou geven, tot je DRY_RUN op false zet.`,
        before: `Stel het schema en de tijdzone in. Open “Plan the refund and its claim” en stel de constanten bovenaan in: SECRET (minstens 20 willekeurige tekens, die je voor jezelf houdt en nooit verandert: wie het kent, kan codes uitrekenen; leeg weigert hij), AMOUNT, CURRENCY (die van de winkel), DRY_RUN. De bon van een gast hoort bij geen klant: voeg er bij Producten, Cadeaubonnen een toe en verstuur hem dan. Een andere tag? Verander hem in elke stap waarin “${TAGS.asking}” staat.`,
      },
    },
    repeat: 'Finds the claim of the run before and gives nothing; a repeated step meets its own code, which is taken.',
    leaves: `The refund record (metafields refund_recipes.claim and .summary) in the order’s block, the tag “${TAGS.done}”, and a mail that the card has to be sent. What stopped on the way: the tag “Refund waiting” and a mail; staff finish it in the action. What it leaves to a person: the tag “Refund needs a person” and a mail that says why.`,
    events: ['goodwill-gift-card'],
  },
  scheduled({hours: 1}),
  (steps, {shop}) => {
    const orders = steps.getOrders(`Find orders tagged “${TAGS.asking}”`, liquid`tag:'${TAGS.asking}'`);
    steps.forEach('Each of these orders', orders, (each, order) => {
      const code = codeOf(GIFT_CARD, {order});
      claimThenPay(each, {order, shop}, code, TAGS, (pay, planned, written) => {
        const paid = pay.sendAdminApiRequest('Create the gift card', 'giftCardCreate', {
          input: bare(planned.giftCardInput),
        });
        confirmPaid(pay, {order, shop}, 'giftCardCreate', written, paid, TAGS, {
          told: (there) =>
            mailStaff(
              there,
              'Mail that the card has to be sent',
              {order, shop},
              liquid`send the gift card`,
              liquid`A gift card of ${planned.amount} ${planned.currency} was made. Shopify doesn’t send it by itself: open Products, Gift cards, find the one that ends in ${planned.giftCardEnd}, and send it to the customer. A guest’s card has no customer yet: add one first.`,
            ),
        });
      });
    });
  },
);
