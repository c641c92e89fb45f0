import {any, bare, type Code, equals, liquid, oneOf, type Steps} from '../../builder/index.ts';
import type {Path} from '../../builder/path.ts';
import type {EnvironmentOrder} from '../../environment/environment.types.ts';
import type {OutputOf, REQUEST} from '../../run-code/index.ts';
import {PERSON_TAG, tag, untag, WAITING_TAG} from './tags.ts';

type Asked = OutputOf<(typeof REQUEST)['fields']>;

/**
 * Writes a refund request beside those that are on the order, for a person to release. The same one again is told apart.
 * @param asking the tag by which the order was found, taken off once it is answered; null where a person started the run
 */
export function askForRefund<Known, Here extends Known>(
  steps: Steps<Known, Here>,
  order: Path<EnvironmentOrder, Known>,
  code: Code<Asked>,
  asking: string | null,
): void {
  const asked = steps.runCode('Put the request together', code);
  steps.when(
    'May it be asked for?',
    equals(asked.go, true),
    (yes) => {
      const written = yes.sendAdminApiRequest('Write the request', 'metafieldsSet', {
        metafields: bare(asked.metafields),
      });
      yes.when(
        'Is the request on the order?',
        any(written.metafields, (metafield) => equals(metafield.key, 'ask')),
        (there) => {
          tag(there, order.id, `Tag it “${WAITING_TAG}”`, WAITING_TAG);
          if (asking !== null) untag(there, order.id, `Take the tag “${asking}” off`, asking);
        },
        (lost) => mailWhy(lost, 'Mail that it could not be written', asked, 'it could not be written'),
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
            (settled) => mailWhy(settled, 'Mail that it is answered', asked, 'nothing was asked'),
            (refused) => {
              tag(refused, order.id, `Tag it “${PERSON_TAG}”`, PERSON_TAG);
              mailWhy(refused, 'Mail why it takes a person', asked, 'it takes a person');
            },
          );
        },
      );
    },
  );
}

function mailWhy<Known, Here>(steps: Steps<Known, Here>, words: string, asked: Path<Asked, Known>, what: string): void {
  steps.sendInternalEmail(words, {
    subject: liquid`Refund request: ${what}`,
    message: liquid`${asked.why}`,
  });
}
