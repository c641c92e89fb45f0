import {MetafieldsSet} from '../../../graphql/generated/operations.ts';
import {AdminError} from '../admin/error.ts';
import {problemOf, refusedBy} from '../problem.ts';
import {summaryOf} from '../summary.ts';
import type {AdminApi, Claim, Environment, Problem} from '../types.ts';
import {sealOf} from './read.ts';

export const NAMESPACE = 'refund_recipes';

/** Shopify's limit for a JSON metafield is 128 KB; the rest is room for what a call still has to write. */
export const LIMIT_BYTES = 120_000;

export type MetafieldInput = Extract<
  Parameters<NonNullable<(typeof MetafieldsSet)['types']>>[0]['metafields'],
  readonly unknown[]
>[number];

/** A claim before it is written: every write adds its own nonce, time and seal. */
export type Draft = Omit<Claim, 'nonce' | 'at' | 'seal'>;

export interface Written {
  readonly claim: Claim;
  readonly digest: string;
  readonly updatedAt: string;
}

/** The claim is not ours, or no longer: another digest stood there. */
export class ClaimLost extends Error {}

/** The claim could not be written; what stood there still stands, or (`landed: unknown`) this write may yet appear. */
export class ClaimUnwritten extends Error {
  declare readonly problem: Problem;
  declare readonly landed: 'no' | 'unknown';

  constructor(problem: Problem, landed: 'no' | 'unknown') {
    super(problem.message ?? problem.code);
    this.problem = problem;
    this.landed = landed;
  }
}

/**
 * One compare-and-set of the claim, and with it the summary where the execution rests.
 * @param admin sends the same write again after an unknown outcome (`withRetry`): success means that it is ours, because
 *   the nonce makes the value unique and Shopify accepts an unchanged value; a stale digest means that it is another's
 * @param digest what the former read or write returned; null creates
 * @param alongside written in the same piece, or not at all: the request that this claim carries out
 * @throws ClaimLost, ClaimUnwritten
 */
export async function writeClaim(
  admin: AdminApi,
  draft: Draft,
  digest: string | null,
  env: Pick<Environment, 'now' | 'nonce'>,
  alongside: readonly MetafieldInput[] = [],
): Promise<Written> {
  const unsealed = fitted({...draft, nonce: env.nonce(), at: new Date(env.now()).toISOString()});
  const claim: Claim = {...unsealed, seal: sealOf(unsealed)};
  const owner = {ownerId: claim.orderId, namespace: NAMESPACE, type: 'json'};
  const metafields = [
    {...owner, key: 'claim', value: JSON.stringify(claim), compareDigest: digest},
    ...(claim.state === 'open' ? [] : [{...owner, key: 'summary', value: JSON.stringify(summaryOf(claim))}]),
    ...alongside,
  ];
  const written = await compareAndSet(admin, metafields, 'claimRefused');
  return {claim, digest: written.compareDigest, updatedAt: written.updatedAt};
}

/**
 * Sets metafields, all or none, each under the digest that it names.
 * @param refused the problem's code when Shopify says no
 * @returns the first of them as it stands now
 * @throws ClaimLost, ClaimUnwritten
 */
export async function compareAndSet(admin: AdminApi, metafields: readonly MetafieldInput[], refused: string) {
  const {metafields: all, userErrors: errors = []} = (await send(admin, metafields)).data.metafieldsSet || {};
  if (errors.some(({code}) => code === 'STALE_OBJECT' || code === 'INVALID_COMPARE_DIGEST')) throw new ClaimLost();
  const written = all?.find(({key}) => key === metafields[0]?.key);
  if (errors.length > 0) throw new ClaimUnwritten(refusedBy(refused, errors), 'no');
  if (!written) throw new ClaimUnwritten({code: 'malformed'}, 'unknown');
  return written;
}

async function send(admin: AdminApi, metafields: readonly MetafieldInput[]) {
  try {
    return await admin.request(MetafieldsSet, {metafields});
  } catch (error) {
    if (error instanceof AdminError) throw new ClaimUnwritten(problemOf(error), error.landed);
    throw error;
  }
}

/** Empties the oldest executions' legs until the claim fits; that they happened is never forgotten. @throws ClaimUnwritten */
function fitted(claim: Omit<Claim, 'seal'>): Omit<Claim, 'seal'> {
  if (bytesOf(claim) <= LIMIT_BYTES) return claim;
  const kept = claim.earlier.findLastIndex(({legs}) => legs.length > 0);
  if (kept < 0) {
    throw new ClaimUnwritten({code: 'claimTooLarge', bytes: bytesOf(claim), limit: LIMIT_BYTES}, 'no');
  }
  const earlier = claim.earlier.map((entry, index) => (index === kept ? {...entry, legs: []} : entry));
  return fitted({...claim, earlier});
}

export function bytesOf(claim: unknown): number {
  return new TextEncoder().encode(JSON.stringify(claim)).length;
}
