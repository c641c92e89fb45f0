import {equals, liquid, or, type Steps} from '../../builder/index.ts';
import type {Path} from '../../builder/path.ts';
import type {ALARM, OutputOf} from '../../run-code/index.ts';
import {mailStaff, type OrderOfShop} from './mail.ts';
import {ALARM_TAG, CHECKED_TAG, tag} from './tags.ts';

/** Tags the order and mails what the alarm found, or that it could not read the order. */
export function reportFound<Known, Here extends Known>(
  steps: Steps<Known, Here>,
  about: OrderOfShop<Known>,
  found: Path<OutputOf<(typeof ALARM)['fields']>, Known>,
): void {
  steps.when(
    'Does something not fit, or is it unreadable?',
    or(equals(found.go, true), equals(found.code, 'input')),
    (yes) => {
      tag(yes, about.order.id, `Tag it “${ALARM_TAG}”`, ALARM_TAG);
      mailStaff(
        yes,
        'Mail what was found',
        about,
        liquid`look at its refunds`,
        liquid`${found.why} Open the order and its refund block: store credit that was given twice can be taken back there while it is unspent; a refund can’t. Then give the order the tag “${CHECKED_TAG}”.`,
      );
    },
  );
}
