import {and, any, bare, equals, liquid, none, now, safe, scheduled, workflow} from '../builder/index.ts';
import type {Liquid, SafeText, Text} from '../builder/index.ts';
import type {Ref} from '../builder/path.ts';
import {codeOf, WITHDRAWAL_CLOCK} from '../run-code/index.ts';
import {mailStaff} from './parts/mail.ts';
import {PERSON_TAG, tag, whenTagged} from './parts/tags.ts';

/** Staff or another app sets it on the day on which the customer says that they withdraw. */
const TAG = 'Withdrawal';

/**
 * What a trader has to send without delay, on a durable medium, with the day and time of the withdrawal (Directive 2011/83/EU as
 * amended by 2023/2673, article 11a). When the customer withdrew, only staff know.
 */
function acknowledgement<Loop, Tagged, Root>(
  name: Ref<Text, Loop>,
  due: {readonly dueEnglish: Ref<SafeText, Tagged>; readonly dueDutch: Ref<SafeText, Tagged>},
  shop: Ref<Text, Root>,
): Liquid<Loop | Tagged | Root> {
  return liquid`Send this to the customer today, with the day and the time at which they withdrew:

We received your withdrawal from order ${name} on … at …. We pay you back by ${due.dueEnglish}, but not before we have the goods back or you show us that you sent them. ${shop}

Or in Dutch:

We hebben je herroeping van bestelling ${name} op … om … ontvangen. We betalen je uiterlijk ${due.dueDutch} terug, maar niet voordat we de artikelen terug hebben of jij laat zien dat je ze hebt verstuurd. ${shop}

Leave out what follows “but” if nothing was delivered, or if you fetch the goods yourself. Reminders follow.`;
}

/** Keeps the fourteen days in which a withdrawal has to be paid back. */
export const withdrawal = workflow(
  {
    handle: 'withdrawal-clock-refrec',
    safety: 'none',
    categories: ['orders'],
    words: {
      en: {
        name: 'EU withdrawal clock',
        description: `Every hour, looks at orders tagged “${TAG}”: notes the day, mails staff the text that acknowledges the withdrawal, and reminds them on day 10, on day 13 and once the 14 days are over. Ends when the order is refunded as a whole, or when you take the tag off. Mails staff only, moves no money.`,
        before: `Set the schedule and its time zone. The day counts from the first run after the tag, in the shop’s time zone. For an earlier day, write it into the order metafield refund_recipes.withdrawal (2026-11-20) before you set the tag; then you acknowledge it yourself. For a second withdrawal from the same order, delete that metafield first. FIRST_REMINDER and SECOND_REMINDER stand in “Count the days”. Another tag? Change it in every step that names “${TAG}”, and in TAG. It looks at 100 orders at most; those that had their last reminder don’t count. Take the tag off once an order is paid back.`,
      },
      nl: {
        name: 'EU-herroepingsklok',
        description: `Kijkt elk uur naar bestellingen met de tag “${TAG}”: noteert de dag, mailt medewerkers de tekst die de herroeping bevestigt, en herinnert ze op dag 10, op dag 13 en als de 14 dagen voorbij zijn. Stopt als de bestelling helemaal is terugbetaald, of als je de tag weghaalt. Mailt alleen medewerkers, er wordt niets betaald.`,
        before: `Stel het schema en de tijdzone in. De dag telt vanaf de eerste keer na de tag, in de tijdzone van de winkel. Schrijf een eerdere dag in het metaveld refund_recipes.withdrawal van de bestelling (2026-11-20) voordat je de tag zet; dan bevestig je de herroeping zelf. Verwijder dat metaveld eerst bij een tweede herroeping van dezelfde bestelling. FIRST_REMINDER en SECOND_REMINDER staan bij “Count the days”. Een andere tag? Verander hem in elke stap waarin “${TAG}” staat, en bij TAG. Hij kijkt naar hoogstens 100 bestellingen; die hun laatste herinnering hebben gehad, tellen niet mee. Haal de tag weg als een bestelling is terugbetaald.`,
      },
    },
    repeat: 'Finds the day, and the tags of reminders that were sent: it mails nothing again.',
    leaves:
      'The day in the order metafield refund_recipes.withdrawal, a tag for each reminder that was sent, and the mails. A day that can’t be read: the tag “Refund needs a person” and a mail.',
    events: ['withdrawal-clock'],
  },
  scheduled({hours: 1}),
  (steps, {scheduledAt, shop}) => {
    // After the last reminder an order is found again only once it is refunded: 100 orders are for those that still run.
    const orders = steps.getOrders(
      `Find orders tagged “${TAG}”`,
      liquid`tag:'${TAG}' financial_status:refunded OR tag:'${TAG}' -tag:'${TAG}: day 15'`,
    );
    steps.forEach('Each of these orders', orders, (each, order) => {
      whenTagged(each, order, TAG, (tagged) => {
        const clock = tagged.runCode('Count the days', codeOf(WITHDRAWAL_CLOCK, {order, scheduledAt, shop}));
        tagged.when(
          'Is a reminder due?',
          equals(clock.go, true),
          (due) => {
            const subject = liquid`withdrawal, pay back by ${clock.due}`;
            mailStaff(due, 'Mail the reminder', {order, shop}, subject, liquid`${clock.why}`);
            due.sendAdminApiRequest('Tag that it was sent', 'tagsAdd', {id: order.id, tags: bare(clock.tagsToAdd)});
          },
          (no) => {
            no.when(
              'Is it new?',
              equals(clock.code, 'noDate'),
              (fresh) => {
                // The moment is its own nonce: of two runs at the same time one is turned away.
                const noted = fresh.sendAdminApiRequest('Note the day', 'metafieldsSet', {
                  metafields: [
                    {
                      ownerId: order.id,
                      namespace: 'refund_recipes',
                      key: 'withdrawal',
                      type: 'single_line_text_field',
                      value: safe`${clock.today}, noted ${now('%Y-%m-%dT%H:%M:%S.%N%z')}`,
                      compareDigest: null,
                    },
                  ],
                });
                fresh.when(
                  'Did this run note it?',
                  any(noted.metafields, (metafield) => equals(metafield.key, 'withdrawal')),
                  (ours) => {
                    mailStaff(
                      ours,
                      'Mail the acknowledgement',
                      {order, shop},
                      liquid`acknowledge the withdrawal now`,
                      acknowledgement(order.name, clock, shop.name),
                    );
                  },
                );
              },
              (known) => {
                known.when(
                  'Is it refunded?',
                  equals(clock.code, 'refunded'),
                  (settled) => {
                    settled.sendAdminApiRequest('Take its tags off', 'tagsRemove', {
                      id: order.id,
                      tags: bare(clock.tagsToRemove),
                    });
                  },
                  (running) => {
                    running.when(
                      'Is the day unreadable, and was nobody told?',
                      and(
                        equals(clock.code, 'input'),
                        none(order.tags, (one) => equals(one, PERSON_TAG)),
                      ),
                      (wrong) => {
                        tag(wrong, order.id, `Tag it “${PERSON_TAG}”`, PERSON_TAG);
                        const subject = liquid`the withdrawal clock stands still`;
                        mailStaff(
                          wrong,
                          'Mail that the clock stands still',
                          {order, shop},
                          subject,
                          liquid`${clock.why}`,
                        );
                      },
                    );
                  },
                );
              },
            );
          },
        );
      });
    });
  },
);
