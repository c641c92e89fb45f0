import {any, equals, type ID, type Steps} from '../../builder/index.ts';
import type {Path, Ref} from '../../builder/path.ts';
import type {EnvironmentOrder} from '../../environment/environment.types.ts';

export {WAITING_TAG} from '../../run-code/index.ts';

/** Nothing was paid, and what it takes is a person's decision. */
export const PERSON_TAG = 'Refund needs a person';
/** What was paid and what was recorded don't fit. */
export const ALARM_TAG = 'Refund check';
/** Staff set it once they have looked. */
export const CHECKED_TAG = 'Refund checked';

/** By `tagsAdd`, which needs no task whose fields are unconfirmed. */
export function tag<Known, Here>(
  steps: Steps<Known, Here>,
  order: Ref<ID<'Order'>, Known>,
  words: string,
  text: string,
): void {
  steps.sendAdminApiRequest(words, 'tagsAdd', {id: order, tags: [text]});
}

export function untag<Known, Here>(
  steps: Steps<Known, Here>,
  order: Ref<ID<'Order'>, Known>,
  words: string,
  ...texts: string[]
): void {
  steps.sendAdminApiRequest(words, 'tagsRemove', {id: order, tags: texts});
}

/** Goes on only for an order that carries the tag, whatever the search found; any other is left alone (docs/unconfirmed.md, 37). */
export function whenTagged<Known, Here extends Known>(
  steps: Steps<Known, Here>,
  order: Path<EnvironmentOrder, NoInfer<Known>>,
  text: string,
  then: <Inside>(steps: Steps<Known | Inside, Inside>) => void,
): void {
  steps.when(
    `Does it carry the tag “${text}”?`,
    any(order.tags, (one) => equals(one, text)),
    then,
  );
}
