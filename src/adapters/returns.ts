import {InputError, type OrderSnapshot} from '../core/index.ts';
import {child, count, hasNextPage, nodes, oneOf, text, type Node} from './read.ts';

const STATUSES = ['REQUESTED', 'OPEN', 'CLOSED', 'CANCELED', 'DECLINED'] as const;

const OPEN: ReadonlySet<string> = new Set(['REQUESTED', 'OPEN']);

/** The returns of an order that are not finished, and how many units of each line stand on them. */
export interface OpenReturns {
  readonly list: OrderSnapshot['openReturns'];
  readonly units: ReadonlyMap<string, number>;
}

/**
 * @throws InputError where the order has more returns, or an open return more lines, than one page shows: units on a return that
 * was not read could be paid twice
 */
export function openReturns(order: Node): OpenReturns {
  if (hasNextPage(order, 'returns')) {
    throw new InputError(
      `${order.path}.returns.pageInfo.hasNextPage`,
      true,
      'Refund orders with more than 25 returns in Shopify itself.',
    );
  }
  const open = nodes(order, 'returns').filter((entry) => OPEN.has(oneOf(entry, 'status', STATUSES)));
  const units = new Map<string, number>();
  for (const entry of open) {
    if (hasNextPage(entry, 'returnLineItems')) {
      throw new InputError(
        `${entry.path}.returnLineItems.pageInfo.hasNextPage`,
        true,
        'Finish this return in Shopify first: it has more than 25 lines.',
      );
    }
    for (const line of nodes(entry, 'returnLineItems')) addUnits(units, line, text(entry, 'status'));
  }
  return {
    list: open.map((entry) => ({name: text(entry, 'name')})),
    units,
  };
}

/** Nothing of a requested return is refunded yet; of an open one, what is refunded through it no longer counts. */
function addUnits(units: Map<string, number>, line: Node, status: string): void {
  // An unverified return line has no order line behind it and comes as an empty object: it holds back no units.
  if (Object.keys(line.value).every((key) => key === '__typename')) return;
  const lineId = text(child(child(line, 'fulfillmentLineItem'), 'lineItem'), 'id');
  const held = count(line, status === 'REQUESTED' ? 'quantity' : 'refundableQuantity');
  units.set(lineId, (units.get(lineId) || 0) + held);
}
