import {InputError} from '../../../core/index.ts';

/** The tag under which staff and App Home find orders on which something waits. */
export const WAITING_TAG = 'Refund waiting';

/** Stands on an order from before a gift card is made until it is sent. */
export const TO_SEND_TAG = 'Gift card to send';

/** An order's tags. @throws InputError where the query didn't ask for them */
export function tagsOf({value}: {readonly value: Readonly<Record<string, unknown>>}): readonly string[] {
  const {tags} = value;
  if (Array.isArray(tags) && tags.every((tag) => typeof tag === 'string')) return tags;
  throw new InputError('order.tags', tags, 'Ask for the order’s tags in the input query.');
}
