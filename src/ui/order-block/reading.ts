import type {OrderForBlockQuery} from '../../../graphql/generated/admin.generated.d.ts';
import {OrderForBlock} from '../../../graphql/generated/operations.ts';
import {readClaim, withRetry} from '../../execution/index.ts';
import {moneyStateOf} from '../../execution/money-state.ts';
import {Halt} from '../../execution/problem.ts';
import {readRequests} from '../../execution/requests/read.ts';
import type {ReadRequests} from '../../execution/requests/types.ts';
import type {Confirmed, Environment} from '../../execution/types.ts';

export type BlockOrder = NonNullable<OrderForBlockQuery['order']>;

/** All that the block knows, from one request. */
export interface BlockReading {
  readonly order: BlockOrder;
  readonly requests: ReadRequests;
  /** Claim and money as read together with what is shown: confirmed by whoever finishes a refund from here. */
  readonly confirmed: Confirmed;
}

/** @throws AdminError; Halt `orderGone`; InputError where an amount can't be read */
export async function readBlock(
  {admin, now, wait}: Pick<Environment, 'admin' | 'now' | 'wait'>,
  id: string,
): Promise<BlockReading> {
  const {order} = (await withRetry(admin, wait).request(OrderForBlock, {id})).data;
  if (!order) throw new Halt({code: 'orderGone', order: id});
  return {
    order,
    requests: readRequests(order, id, now()),
    confirmed: {orderId: id, claim: readClaim(order.claim, id), money: moneyStateOf(order), at: now()},
  };
}
