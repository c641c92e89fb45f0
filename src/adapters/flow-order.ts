import type {OrderSnapshot} from '../core/index.ts';
import {currenciesOf, snapshotOrder} from './admin-order.ts';
import {adminShape} from './flow-shape.ts';
import {checkWhole} from './flow-whole.ts';
import {node, type Node} from './read.ts';

/**
 * An order as Flow's environment gives it to Run code (`FLOW_ORDER_FIELDS`), in the Admin API's shape. Return lines aren't asked
 * for: the list of returns says enough.
 * @throws InputError where it is no object
 */
export function flowOrder(value: unknown): Node {
  const shaped = node(adminShape(value, 'order'), 'order');
  const noLines = {nodes: [], pageInfo: {hasNextPage: false}};
  const {returns} = shaped.value as {returns?: {nodes?: readonly object[]}};
  const listed = returns?.nodes?.map((entry) => ({...entry, returnLineItems: noLines}));
  const whole = listed ? {returns: {...returns, nodes: listed}} : {};
  return {value: {...shaped.value, refundLines: shaped.value['refunds'], ...whole}, path: 'order'};
}

/**
 * The order as the planner sees it. What Flow can't tell is a stop: a list that may be cut throws, and while a return is open
 * every shipped unit counts as being on it. Whether the shop has store credit switched on, Flow can't read.
 * @throws InputError that names the field of anything missing, malformed or cut
 */
export function snapshotFromFlow(order: Node): OrderSnapshot {
  checkWhole(order, currenciesOf(order));
  const snapshot = snapshotOrder(order, null, {});
  if (snapshot.openReturns.length === 0) return snapshot;
  return {
    ...snapshot,
    lines: snapshot.lines.map((line) => ({...line, onOpenReturn: line.quantity - line.unfulfilled})),
  };
}
