import {
  and,
  bare,
  each as eachOf,
  equals,
  isPresent,
  liquid,
  scheduled,
  type Steps,
  workflow,
} from '../builder/index.ts';
import type {Path} from '../builder/path.ts';
import type {EnvironmentPayloads} from '../environment/environment.types.ts';
import {codeOf, GIFT_CARD, type OutputOf, TO_SEND_TAG} from '../run-code/index.ts';
import {mailStaff, type OrderOfShop} from './parts/mail.ts';
import {claimThenPay, confirmPaid} from './parts/pay.ts';
import {tag, untag} from './parts/tags.ts';

const TAGS = {
  asking: 'Goodwill gift card',
  done: 'Gift card given',
  dryRun: 'Gift card dry run',
};

/**
 * Shopify mails the card, its code included, where there is a customer with an address or a number (shopify.dev,
 * giftCardSendNotificationToCustomer). Whether a run ends at userErrors is docs/unconfirmed.md, 3: the tag stands already.
 */
function sendCard<Known, Here extends Known>(
  steps: Steps<Known, Here>,
  about: OrderOfShop<Known>,
  card: Path<OutputOf<(typeof GIFT_CARD)['fields']>, Known>,
  paid: Path<EnvironmentPayloads['giftCardCreate'], Known>,
): void {
  const {order} = about;
  const byHand = liquid`Open Products, Gift cards, find the one that ends in ${card.giftCardEnd}, and send it to the customer; a guest’s card has no customer yet, so add one first. Then take the tag “${TO_SEND_TAG}” off.`;
  steps.when(
    'Is Shopify to mail the card?',
    and(equals(card.notify, true), isPresent(paid.giftCard.id)),
    (mails) => {
      const sent = mails.sendAdminApiRequest('Mail the card to the customer', 'giftCardSendNotificationToCustomer', {
        id: paid.giftCard.id,
      });
      mails.when(
        'Was it mailed?',
        isPresent(sent.giftCard.id),
        (done) =>
          done.when('Did no earlier card wait to be sent?', equals(card.first, true), (all) =>
            untag(all, order.id, `Take “${TO_SEND_TAG}” off: mailed`, TO_SEND_TAG),
          ),
        (not) =>
          mailStaff(
            not,
            'Mail that Shopify did not mail it',
            about,
            liquid`send the gift card`,
            liquid`A gift card of ${card.amount} ${card.currency} was made, and Shopify did not mail it. ${eachOf(sent.userErrors, ({message}) => liquid`Shopify says: ${message} `)}${byHand}`,
          ),
      );
    },
    (hand) =>
      mailStaff(
        hand,
        'Mail that the card has to be sent',
        about,
        liquid`send the gift card`,
        liquid`A gift card of ${card.amount} ${card.currency} was made, and Shopify doesn’t send it by itself. ${byHand}`,
      ),
  );
}

/** Gives a gift card on orders that carry a tag, under a code that follows from the order. */
export const giftCard = workflow(
  {
    handle: 'goodwill-gift-card-refrec',
    safety: 'A',
    categories: ['orders', 'loyalty'],
    words: {
      en: {
        name: 'Goodwill gift card for tagged orders',
        description: `Every hour, makes a gift card of a fixed amount for the customer of each order tagged “${TAGS.asking}”, and has Shopify mail it. Until it is sent, the order carries the tag “${TO_SEND_TAG}”. The card’s code follows from the order and a secret of yours, so the same order never gets two. Comes as a dry run: it mails what it would give, until DRY_RUN is set to false.`,
        before: `Set the schedule and its time zone. Open “Plan the refund and its claim” and set the constants at the top: SECRET (at least 20 random characters, kept to yourself and never changed: whoever knows it can compute card codes; empty, it refuses), AMOUNT, CURRENCY (the shop’s), NOTIFY_CUSTOMER (false: you send the card), DRY_RUN. A guest’s card has no customer: add one under Products, Gift cards, then send it. Another tag? Change it in every step that names “${TAGS.asking}”.`,
      },
      nl: {
        name: 'Cadeaubon uit coulance voor bestellingen met een tag',
        description: `Maakt elk uur een cadeaubon van een vast bedrag voor de klant van elke bestelling met de tag “${TAGS.asking}”, en laat Shopify hem mailen. Tot hij verstuurd is, staat de tag “${TO_SEND_TAG}” op de bestelling. De code volgt uit de bestelling en een geheim van jou, zodat dezelfde bestelling er nooit twee krijgt. Begint als proef: hij mailt wat hij zou geven, tot je DRY_RUN op false zet.`,
        before: `Stel het schema en de tijdzone in. Open “Plan the refund and its claim” en stel de constanten bovenaan in: SECRET (minstens 20 willekeurige tekens, die je voor jezelf houdt en nooit verandert: wie het kent, kan codes uitrekenen; leeg weigert hij), AMOUNT, CURRENCY (die van de winkel), NOTIFY_CUSTOMER (false: je verstuurt hem zelf), DRY_RUN. De bon van een gast hoort bij geen klant: voeg er bij Producten, Cadeaubonnen een toe en verstuur hem dan. Een andere tag? Verander hem in elke stap waarin “${TAGS.asking}” staat.`,
      },
    },
    repeat:
      'Finds the claim of the run before and gives nothing; a repeated step meets its own code, which is taken. Mailing the card twice gives nothing twice.',
    leaves: `The refund record (metafields refund_recipes.claim and .summary) in the order’s block, the tag “${TAGS.done}”, and until the card is sent the tag “${TO_SEND_TAG}”. Where Shopify doesn’t mail the card, you get a mail to send it, unless Flow ends the run there. What stopped on the way: the tag “Refund waiting” and a mail; staff finish it in the action. What it leaves to a person: the tag “Refund needs a person” and a mail that says why.`,
    events: ['goodwill-gift-card'],
  },
  scheduled({hours: 1}),
  (steps, {shop}) => {
    const orders = steps.getOrders(`Find orders tagged “${TAGS.asking}”`, liquid`tag:'${TAGS.asking}'`);
    steps.forEach('Each of these orders', orders, (each, order) => {
      const code = codeOf(GIFT_CARD, {order});
      claimThenPay(each, {order, shop}, code, TAGS, (pay, planned, written) => {
        // Before it is made: wherever this run ends, the card isn't forgotten.
        tag(pay, order.id, `Tag it “${TO_SEND_TAG}” until it is sent`, TO_SEND_TAG);
        const paid = pay.sendAdminApiRequest('Create the gift card', 'giftCardCreate', {
          input: bare(planned.giftCardInput),
        });
        confirmPaid(pay, {order, shop}, 'giftCardCreate', written, paid, TAGS, {
          told: (there) => sendCard(there, {order, shop}, planned, paid),
        });
      });
    });
  },
);
