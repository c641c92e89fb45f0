import type {Ground, OrderSnapshot} from '../../core/index.ts';
import {customerMessage, type Movement} from '../../message/index.ts';
import type {Words} from '../words/words.ts';

/** Our text to the customer in their own language; where Shopify doesn't know it, in the staff member's. */
export function messageText(
  movements: readonly Movement[],
  {name, customerLocale, payments}: OrderSnapshot,
  ground: Ground,
  words: Words,
): string {
  const labels = Object.fromEntries(payments.map(({id, label}) => [id, label]));
  const options = {language: customerLocale ?? words.language, ground, orderName: name, labels};
  return customerMessage(movements, options, words.t);
}
