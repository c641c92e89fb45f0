import type {AdminApi, Environment} from '../types.ts';
import {compareAndSet, NAMESPACE} from './write.ts';

/**
 * Shopify's clock, in milliseconds since 1970: writes who is about to resume beside the claim and reads when Shopify stored
 * it. It needs the same right as the claim itself and no definitions of our own.
 * @throws ClaimUnwritten
 */
export async function shopifyTime(
  admin: AdminApi,
  orderId: string,
  env: Pick<Environment, 'now' | 'nonce' | 'staff'>,
): Promise<number> {
  const at = new Date(env.now()).toISOString();
  const value = JSON.stringify({resumedBy: env.staff, at, nonce: env.nonce()});
  const {updatedAt} = await compareAndSet(
    admin,
    [{ownerId: orderId, namespace: NAMESPACE, key: 'clock', type: 'json', value}],
    'claimRefused',
  );
  return Date.parse(updatedAt);
}
