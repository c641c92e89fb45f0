import {ExecutionState, TagsAdd, TagsRemove} from '../../graphql/generated/operations.ts';
import {AdminError} from './admin/error.ts';
import {readClaim} from './claim/read.ts';
import {readRequests} from './requests/read.ts';
import type {AdminApi, Environment} from './types.ts';
import {waitingOn} from './waiting.ts';

/** On every order on which something waits: how App Home, staff and Flow find it. */
export const WAITING_TAG = 'Refund waiting';

/**
 * Puts the tag on or takes it off, only where that changes something. Best effort: a tag never stops money.
 * @param tags what the order carries, where it was read
 */
export async function syncTag(
  admin: AdminApi,
  id: string,
  tags: readonly string[] | undefined,
  waits: boolean,
): Promise<void> {
  const tagged = tags?.some((tag) => tag.toLowerCase() === WAITING_TAG.toLowerCase());
  if (tagged === waits) return;
  try {
    const tag = {id, tags: [WAITING_TAG]};
    await (waits ? admin.request(TagsAdd, tag) : admin.request(TagsRemove, tag));
  } catch (error) {
    if (!(error instanceof AdminError)) throw error;
  }
}

/** Reads what waits on an order, and puts its tag right. Best effort. */
export async function refreshTag(env: Pick<Environment, 'admin' | 'now'>, id: string): Promise<void> {
  try {
    const {order} = (await env.admin.request(ExecutionState, {id})).data;
    if (!order) return;
    const {anything} = waitingOn(readClaim(order.claim, id), readRequests(order, id, env.now()));
    await syncTag(env.admin, id, order.tags, anything);
  } catch (error) {
    if (!(error instanceof AdminError)) throw error;
  }
}
