import {ClaimUnwritten, LIMIT_BYTES, NAMESPACE, bytesOf, compareAndSet} from '../claim/write.ts';
import type {MetafieldInput} from '../claim/write.ts';
import type {AdminApi, Environment} from '../types.ts';
import type {ReadRequests, RefundRequest} from './types.ts';

/**
 * The metafield as it is to be written, under compare-and-set and with a nonce of its own. What was decided longest ago is
 * dropped where it would grow beyond Shopify's limit; what waits never is.
 * @throws ClaimUnwritten when what stands there can't be read, or what waits is too large
 */
export function requestsInput(
  read: ReadRequests,
  requests: readonly RefundRequest[],
  env: Pick<Environment, 'nonce'>,
): MetafieldInput {
  if (read.kept === null) throw new ClaimUnwritten({code: 'requestsUnreadable'}, 'no');
  const {orderId, kept, digest} = read;
  const value = JSON.stringify({format: 1, nonce: env.nonce(), requests: [...fitted(requests, kept), ...kept]});
  return {ownerId: orderId, namespace: NAMESPACE, type: 'json', key: 'request', value, compareDigest: digest};
}

/** One compare-and-set of the requests. @throws ClaimLost, ClaimUnwritten */
export async function writeRequests(
  admin: AdminApi,
  read: ReadRequests,
  requests: readonly RefundRequest[],
  env: Pick<Environment, 'nonce'>,
): Promise<ReadRequests> {
  const written = await compareAndSet(admin, [requestsInput(read, requests, env)], 'requestRefused');
  return {...read, requests, digest: written.compareDigest};
}

function fitted(requests: readonly RefundRequest[], kept: readonly unknown[]): readonly RefundRequest[] {
  const bytes = bytesOf([requests, kept]);
  if (bytes <= LIMIT_BYTES) return requests;
  const [oldest] = requests
    .filter(({state}) => state !== 'waiting')
    .toSorted((one, other) => Date.parse(settledAt(one)) - Date.parse(settledAt(other)));
  if (!oldest) throw new ClaimUnwritten({code: 'requestsTooLarge', bytes, limit: LIMIT_BYTES}, 'no');
  return fitted(
    requests.filter((request) => request !== oldest),
    kept,
  );
}

function settledAt({decision, at}: RefundRequest): string {
  return decision?.at ?? at;
}
