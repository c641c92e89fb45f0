import {bare, liquid, pathOf, scheduled, workflow} from '../builder/index.ts';
import {codeOf, GIFT_CARD} from '../run-code/index.ts';
import {claimThenPay, confirmPaid} from './parts/pay.ts';

const TAGS = {
  asking: 'Goodwill gift card',
  done: 'Gift card sent',
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
        description: `Every hour, creates a gift card of a fixed amount for the customers of orders tagged “${TAGS.asking}”. The card's code follows from the order and a secret of yours, so the same order never gets two. Comes as a dry run: it mails what it would give, until DRY_RUN is set to false.`,
        before: `Open “Plan the refund and its claim” and set the constants at the top: SECRET (at least 20 random characters, kept to yourself and never changed: whoever knows it can compute card codes; empty, it refuses), AMOUNT, CURRENCY (the shop's), DRY_RUN. A guest's card carries no customer: its code stands in the shop's gift cards only, so hand it over yourself.`,
      },
      nl: {
        name: 'Cadeaubon uit coulance voor bestellingen met een tag',
        description: `Maakt elk uur een cadeaubon van een vast bedrag voor de klanten van bestellingen met de tag “${TAGS.asking}”. De code volgt uit de bestelling en een geheim van jou, zodat dezelfde bestelling er nooit twee krijgt. Begint als proef: hij mailt wat hij zou geven, tot je DRY_RUN op false zet.`,
        before: `Open “Plan the refund and its claim” en stel de constanten bovenaan in: SECRET (minstens 20 willekeurige tekens, die je voor jezelf houdt en nooit verandert: wie het kent, kan codes uitrekenen; leeg weigert hij), AMOUNT, CURRENCY (die van de winkel), DRY_RUN. De bon van een gast hoort bij geen klant: de code staat alleen bij de cadeaubonnen van de winkel, dus geef hem zelf door.`,
      },
    },
    repeat: 'Finds the claim of the run before and gives nothing; a repeated step meets its own code, which is taken.',
    leaves: `The refund record (metafields refund_recipes.claim and .summary) in the order’s block, and the tag “${TAGS.done}”. What stopped on the way: the tag “Refund waiting” and a mail; staff finish it in the action. What it leaves to a person: the tag “Refund needs a person” and a mail that says why.`,
    events: ['goodwill-gift-card'],
  },
  scheduled({hours: 1}),
  (steps) => {
    const orders = steps.getOrders(`Find orders tagged “${TAGS.asking}”`, liquid`tag:'${TAGS.asking}'`);
    steps.forEach('Each of these orders', orders, (each, order) => {
      const code = codeOf(GIFT_CARD, {order: pathOf(order)});
      claimThenPay(each, order, code, TAGS, (pay, planned, written) => {
        const paid = pay.sendAdminApiRequest('Create the gift card', 'giftCardCreate', {
          input: bare(planned.giftCardInput),
        });
        confirmPaid(pay, order, 'giftCardCreate', written, paid, TAGS);
      });
    });
  },
);
