import {amend} from '../claim/amend.ts';
import type {ReadRequests} from '../requests/types.ts';
import type {Claim, Environment, Problem, ReadClaim} from '../types.ts';
import {due, TRIES} from './due.ts';
import {tellAtOpening} from './opening.ts';

const ALWAYS = Number.POSITIVE_INFINITY;

/** Whether there is something that Flow has not confirmed, and that is not sent again by itself any more. */
export function isUntold({claim}: ReadClaim, {requests}: ReadRequests): boolean {
  if (requests.some(({state, flow}) => state === 'waiting' && typeof flow === 'number' && flow >= TRIES)) return true;
  return claim?.state !== 'open' && keysOf(claim, ALWAYS) > keysOf(claim, TRIES);
}

function keysOf(claim: Claim | null, most: number): number {
  return claim ? due(claim, claim, most).keys.length : 0;
}

/**
 * Tells Flow once more whatever it has not confirmed on an order, however often that was tried: when a person says so.
 * @returns the problem where the order's record could not be written
 */
export async function tellAgain(
  orderId: string,
  read: ReadClaim,
  requests: ReadRequests,
  env: Environment,
): Promise<{readonly state: string; readonly problem?: Problem}> {
  await tellAtOpening(orderId, read, requests, env, ALWAYS);
  const {claim, digest} = read;
  if (!claim || claim.state === 'open' || keysOf(claim, ALWAYS) === 0) return {state: 'recorded'};
  return amend(claim, digest, {}, [], env, ALWAYS);
}
