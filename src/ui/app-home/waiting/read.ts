import type {WaitingOrdersQuery} from '../../../../graphql/generated/admin.generated.d.ts';
import {WaitingOrders} from '../../../../graphql/generated/operations.ts';
import {readClaim} from '../../../execution/claim/read.ts';
import {readRequests} from '../../../execution/requests/read.ts';
import type {ReadRequests} from '../../../execution/requests/types.ts';
import type {Problem, ReadClaim} from '../../../execution/types.ts';
import {type Waiting, waitingOn} from '../../../execution/waiting.ts';
import type {HomeHost} from '../home-host.ts';
import {patient} from '../load.ts';

/** An order on which something waits. */
export interface WaitingEntry {
  readonly orderId: string;
  readonly name: string;
  readonly claim: ReadClaim;
  readonly requests: ReadRequests;
  readonly waiting: Waiting;
  /** Requests that can't be used: they stay as they are. */
  readonly problems: readonly Problem[];
}

export interface WaitingList {
  readonly entries: readonly WaitingEntry[];
  /** More orders carry the tag than one reading brings. */
  readonly more: boolean;
}

/**
 * What waits across orders. Found by the tag, and among the orders refunded last where a closed tab left none; what really
 * waits is read from each order's metafields.
 * @throws AdminError
 */
export async function readWaiting(host: HomeHost): Promise<WaitingList> {
  const {tagged, refunded} = (await patient(host).request(WaitingOrders, {})).data;
  const orders = new Map([...tagged.nodes, ...refunded.nodes].map((order) => [order.id, order]));
  const entries = [...orders.values()].map((order) => entryOf(order, host.now()));
  return {entries: entries.filter(({waiting}) => waiting.anything), more: tagged.pageInfo.hasNextPage};
}

function entryOf(order: WaitingOrdersQuery['refunded']['nodes'][number], now: number): WaitingEntry {
  const claim = readClaim(order.claim, order.id);
  const requests = readRequests(order, order.id, now);
  const {id: orderId, name} = order;
  return {orderId, name, claim, requests, waiting: waitingOn(claim, requests), problems: requests.problems};
}
