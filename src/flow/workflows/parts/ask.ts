import {any, bare, type Code, equals, liquid, oneOf, type Steps} from '../../builder/index.ts';
import type {OutputOf, REQUEST} from '../../run-code/index.ts';
import {mailStaff, type OrderOfShop} from './mail.ts';
import {PERSON_TAG, tag, untag, WAITING_TAG} from './tags.ts';

type Asked = OutputOf<(typeof REQUEST)['fields']>;

/**
 * Writes a refund request beside those that are on the order, for a person to release. The same one again is told apart. The tag
 * comes first: staff find the order by it, whatever becomes of the answer to the writing.
 * @param asking the tag by which the order was found, taken off once it is answered; null where a person started the run
 */
export function askForRefund<Known, Here extends Known>(
  steps: Steps<Known, Here>,
  about: OrderOfShop<Known>,
  code: Code<Asked, Known>,
  asking: string | null,
): void {
  const {order} = about;
  const asked = steps.runCode('Put the request together', code);
  steps.when(
    'May it be asked for?',
    equals(asked.go, true),
    (yes) => {
      tag(yes, order.id, `Tag it “${WAITING_TAG}”`, WAITING_TAG);
      const written = yes.sendAdminApiRequest('Write the request', 'metafieldsSet', {
        metafields: bare(asked.metafields),
      });
      yes.when(
        'Is the request on the order?',
        any(written.metafields, (metafield) => equals(metafield.key, 'ask')),
        (there) => {
          if (asking !== null) untag(there, order.id, `Take the tag “${asking}” off`, asking);
        },
        (lost) =>
          mailStaff(
            lost,
            'Mail that it could not be written',
            about,
            liquid`was a refund asked for?`,
            liquid`The request could not be written, or another run wrote it first. Look at the order’s refund block; if nothing waits there, ask for it again.`,
          ),
      );
    },
    (no) => {
      no.when(
        'Does it wait already?',
        equals(asked.code, 'alreadyAsked'),
        (waits) => {
          tag(waits, order.id, `Tag it “${WAITING_TAG}”: asked before`, WAITING_TAG);
          if (asking !== null) untag(waits, order.id, `Take the tag “${asking}” off: asked before`, asking);
        },
        (other) => {
          if (asking !== null) untag(other, order.id, `Take the tag “${asking}” off: not asked`, asking);
          other.when(
            'Is it answered, or is nothing left?',
            oneOf(asked.code, ['alreadyRefunded', 'declined', 'nothingLeft']),
            (settled) =>
              mailStaff(
                settled,
                'Mail that it is answered',
                about,
                liquid`no refund was asked for`,
                liquid`${asked.why}`,
              ),
            (refused) => {
              tag(refused, order.id, `Tag it “${PERSON_TAG}”`, PERSON_TAG);
              mailStaff(
                refused,
                'Mail why it takes a person',
                about,
                liquid`a refund needs a person`,
                liquid`Flow could not ask for it. ${asked.why}`,
              );
            },
          );
        },
      );
    },
  );
}
