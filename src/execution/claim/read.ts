import {canonicalJson} from '../canonical.ts';
import {sha256Hex} from '../hash.ts';
import type {Claim, Problem, ReadClaim} from '../types.ts';
import {shapeProblem} from './shape.ts';

/** The order metafield as the queries bring it. */
export interface ClaimMetafield {
  readonly value: string;
  readonly compareDigest: string;
  readonly updatedAt: string;
}

/** SHA-256 over everything in the claim but the seal itself. */
export function sealOf(claim: Omit<Claim, 'seal'>): string {
  return sha256Hex(canonicalJson({...claim, seal: undefined}));
}

/**
 * Reads the claim and checks it: format, shape, that it belongs to this order, and its seal. What can't be trusted is
 * explained in `problem` and nothing moves on it; the seal shows a change by hand or by another app, it proves no identity.
 */
export function readClaim(metafield: ClaimMetafield | null | undefined, orderId: string): ReadClaim {
  if (!metafield) return {claim: null, digest: null, updatedAt: null};
  const {value, compareDigest: digest, updatedAt} = metafield;
  const distrust = (problem: Problem): ReadClaim => ({claim: null, digest, updatedAt, problem});
  let claim: unknown;
  try {
    claim = JSON.parse(value);
  } catch {
    return distrust({code: 'claimUnreadable', message: 'JSON'});
  }
  const wrong = shapeProblem(claim);
  if (wrong !== null) return distrust({code: 'claimUnreadable', message: wrong});
  const trusted = claim as Claim;
  if (trusted.orderId !== orderId) return distrust({code: 'claimForeign', other: trusted.orderId});
  if (trusted.seal !== sealOf(trusted)) return distrust({code: 'claimAltered', planId: trusted.planId});
  return {claim: trusted, digest, updatedAt};
}
