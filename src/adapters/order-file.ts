import {InputError, type OrderSnapshot} from '../core/index.ts';
import {snapshotFromAdmin, snapshotOrder} from './admin-order.ts';
import {child, node} from './read.ts';

/**
 * An order from a file: a whole answer of OrderForRefund.graphql (`{data: {order, …}}` or `{order, …}`), or the order alone. The
 * order alone says nothing of the shop: whether store credit is on is unknown then, and the shop's currency is the order's
 * `currencyCode`. Lines of further pages may stand beside `order` as `linesAfter` and `refundLinesAfter`.
 * @throws InputError that names the field of anything missing or malformed
 */
export function orderFromFile(json: unknown): OrderSnapshot {
  const file = node(json, 'order file');
  if ('errors' in file.value && !('data' in file.value)) {
    throw new InputError('order file', file.value['errors'], 'Give an answer with data: this one has only errors.');
  }
  const answer = 'data' in file.value ? child(file, 'data') : file;
  if ('order' in answer.value) {
    const {linesAfter, refundLinesAfter} = answer.value as Parameters<typeof snapshotFromAdmin>[1] & object;
    return snapshotFromAdmin(answer.value, {
      ...(linesAfter && {linesAfter}),
      ...(refundLinesAfter && {refundLinesAfter}),
    });
  }
  if ('lineItems' in answer.value) return snapshotOrder({value: answer.value, path: 'order'}, null, {});
  throw new InputError('order', undefined, 'Give what OrderForRefund.graphql returns for one order.');
}
