import {withRetry} from '../admin/retry.ts';
import {writeEvidence} from '../evidence.ts';
import type {EvidenceRecord} from '../evidence.ts';
import {refreshTag} from '../tags.ts';
import {due} from '../triggers/due.ts';
import {tellFlow} from '../triggers/tell.ts';
import type {Claim, ClaimedCall, Environment, Problem} from '../types.ts';
import {ClaimLost, ClaimUnwritten, writeClaim} from './write.ts';
import type {Draft} from './write.ts';

export type DecisionOutcome =
  | {
      readonly state: 'recorded';
      readonly claim: Claim;
      readonly digest: string;
      /** When Shopify stored it, by Shopify's clock. */
      readonly updatedAt?: string;
      /** Set where the claim has it, but its evidence could not be stored. */
      readonly evidenceMissing?: true;
    }
  /** Someone else wrote in between: read again. */
  | {readonly state: 'stale'; readonly problem: Problem}
  | {readonly state: 'refused'; readonly problem: Problem};

/** Nothing was written. */
export type Unwritten = Exclude<DecisionOutcome, {readonly state: 'recorded'}>;

/**
 * One transition of an execution that rests: a compare-and-set, then its evidence, the order's tag, and what Flow is to be told.
 * Without a change it tells Flow what it has not confirmed yet.
 */
export async function amend(
  claim: Claim,
  digest: string | null,
  change: Partial<Draft>,
  records: readonly EvidenceRecord[],
  env: Environment,
  most?: number,
): Promise<DecisionOutcome> {
  const admin = withRetry(env.admin, env.wait.bind(env), env.now.bind(env));
  const {nonce: _nonce, at: _at, seal: _seal, ...rest} = claim;
  const {after, keys} = due(claim, {...rest, ...change}, most);
  try {
    const first = await writeClaim(admin, after, digest, env);
    const stored = await writeEvidence(admin, records);
    await refreshTag({...env, admin}, claim.orderId);
    const written = (await tellFlow(first.claim, first.digest, keys, {...env, admin})) || first;
    return {state: 'recorded', ...written, ...(stored ? {} : {evidenceMissing: true})};
  } catch (error) {
    if (error instanceof ClaimLost) return {state: 'stale', problem: {code: 'claimTaken'}};
    if (error instanceof ClaimUnwritten) return {state: 'refused', problem: error.problem};
    throw error;
  }
}

/** One call changed, of this execution or of an earlier one's credits. */
export function withCall(claim: Claim, changed: ClaimedCall): Pick<Claim, 'calls' | 'earlier'> {
  const put = (call: ClaimedCall): ClaimedCall => (call.id === changed.id ? changed : call);
  return {
    calls: claim.calls.map(put),
    earlier: claim.earlier.map((one) => (one.credits ? {...one, credits: one.credits.map(put)} : one)),
  };
}

/** An execution at work can't be amended: its executor would be turned away. */
export function notAtRest(claim: Claim): Problem | null {
  return claim.state === 'open' ? {code: 'claimOpen', planId: claim.planId, since: claim.startedAt} : null;
}
