import {any, bare, equals, liquid, now, pathOf, scheduled, shifted, workflow} from '../builder/index.ts';
import {codeOf, WITHDRAWAL_CLOCK} from '../run-code/index.ts';
import {PERSON_TAG, tag} from './parts/tags.ts';

/** Staff or another app sets it on the day on which the customer says that they withdraw. */
const TAG = 'Withdrawal';

/** Keeps the fourteen days in which a withdrawal has to be paid back. */
export const withdrawal = workflow(
  {
    handle: 'withdrawal-clock-refrec',
    safety: 'none',
    categories: ['orders'],
    words: {
      en: {
        name: 'EU withdrawal clock',
        description: `Every hour, looks at orders tagged “${TAG}”: notes the day, mails staff the text that acknowledges the withdrawal, and reminds them on day 10, on day 13 and once the 14 days are over. Ends when the order is refunded. Mails staff only, moves no money.`,
        before: `Set the schedule. The day counts from the first run after the tag; for an earlier day, write it into the order metafield refund_recipes.withdrawal (2026-11-20) before you set the tag; then you acknowledge it yourself. FIRST_REMINDER and SECOND_REMINDER stand in “Count the days”. Another tag has to stand in “Find orders tagged “${TAG}”” and in TAG.`,
      },
      nl: {
        name: 'EU-herroepingsklok',
        description: `Kijkt elk uur naar bestellingen met de tag “${TAG}”: noteert de dag, mailt medewerkers de tekst die de herroeping bevestigt, en herinnert ze op dag 10, op dag 13 en als de 14 dagen voorbij zijn. Stopt als de bestelling is terugbetaald. Mailt alleen medewerkers, er wordt niets betaald.`,
        before: `Stel het schema in. De dag telt vanaf de eerste keer na de tag; schrijf een eerdere dag in het metaveld refund_recipes.withdrawal van de bestelling (2026-11-20) voordat je de tag zet; dan bevestig je de herroeping zelf. FIRST_REMINDER en SECOND_REMINDER staan bij “Count the days”. Een andere tag moet bij “Find orders tagged “${TAG}”” én bij TAG staan.`,
      },
    },
    repeat: 'Finds the day, and the tags of reminders that were sent: it mails nothing again.',
    leaves:
      'The day in the order metafield refund_recipes.withdrawal, a tag for each reminder that was sent, and the mails.',
    events: ['withdrawal-clock'],
  },
  scheduled({hours: 1}),
  (steps, {scheduledAt, shop}) => {
    const orders = steps.getOrders(`Find orders tagged “${TAG}”`, liquid`tag:'${TAG}'`);
    steps.forEach('Each of these orders', orders, (each, order) => {
      const roots = {order: pathOf(order), scheduledAt: pathOf(scheduledAt)};
      const clock = each.runCode('Count the days', codeOf(WITHDRAWAL_CLOCK, roots));
      each.when(
        'Is a reminder due?',
        equals(clock.go, true),
        (due) => {
          due.sendInternalEmail('Mail the reminder', {
            subject: liquid`Withdrawal of order ${order.name}: pay back by ${clock.due}`,
            message: liquid`${clock.why}`,
          });
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
                    value: now('%Y-%m-%dT%H:%M:%S.%NZ'),
                    compareDigest: null,
                  },
                ],
              });
              fresh.when(
                'Did this run note it?',
                any(noted.metafields, (metafield) => equals(metafield.key, 'withdrawal')),
                (ours) => {
                  ours.sendInternalEmail('Mail the acknowledgement', {
                    subject: liquid`Withdrawal of order ${order.name}: acknowledge it now`,
                    message: liquid`Send this to the customer today: “We have received your withdrawal from order ${order.name}. You get your money back by ${shifted(scheduledAt, 'date_plus', '14 days')}. ${shop.name}”. Reminders follow.`,
                  });
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
                  running.when('Can the day not be read?', equals(clock.code, 'input'), (wrong) => {
                    tag(wrong, order.id, `Tag it “${PERSON_TAG}”`, PERSON_TAG);
                  });
                },
              );
            },
          );
        },
      );
    });
  },
);
