import {ExecutionState} from '../../../graphql/generated/operations.ts';
import {withRetry} from '../admin/retry.ts';
import {writeEvidence} from '../evidence.ts';
import type {EvidenceRecord} from '../evidence.ts';
import {QUIET_MS} from '../resume.ts';
import {refreshTag} from '../tags.ts';
import type {Claim, Confirmed, Environment} from '../types.ts';
import type {DecisionOutcome} from './amend.ts';
import {shopifyTime} from './clock.ts';
import {shapeProblem} from './shape.ts';
import {ClaimLost, ClaimUnwritten, writeClaim} from './write.ts';
import type {Draft} from './write.ts';

/** A record holds a JSON text of 128 KB; within quotes, each of its own quotes takes two bytes. */
const PIECE = 40_000;

/**
 * A person has looked at a record that can't be trusted, compared it with the order's payments and the customer's store credit,
 * and begins it anew. What stood there is kept as evidence first. Of a record that is whole but was altered, the ids of its
 * executions and the outside payments go on, so that nothing is carried out again or forgotten.
 * Not before it has rested for two minutes by Shopify's clock: until then a request may be on its way.
 * @param confirmed read just now
 * @throws AdminError before anything is written
 */
export async function setAside(confirmed: Confirmed, reason: string, env: Environment): Promise<DecisionOutcome> {
  const {orderId, money, claim: read} = confirmed;
  if (!read.problem || read.digest === null) return {state: 'refused', problem: {code: 'nothingToDecide'}};
  const admin = withRetry(env.admin, env.wait.bind(env), env.now.bind(env));
  try {
    const quiet = (await shopifyTime(admin, orderId, env)) - Date.parse(read.updatedAt || '');
    if (!(quiet >= QUIET_MS)) {
      return {state: 'refused', problem: {code: 'tooEarly', seconds: Math.ceil((QUIET_MS - quiet) / 1000)}};
    }
    const {order} = (await admin.request(ExecutionState, {id: orderId})).data;
    if (order?.claim?.compareDigest !== read.digest) return {state: 'stale', problem: {code: 'claimTaken'}};
    const {value} = order.claim;
    if (!(await writeEvidence(admin, piecesOf(value, orderId, reason, env)))) {
      return {state: 'refused', problem: {code: 'evidenceMissing'}};
    }
    const {claim, digest} = await writeClaim(admin, anew(value, orderId, money, env), read.digest, env);
    await refreshTag({...env, admin}, orderId);
    return {state: 'recorded', claim, digest};
  } catch (error) {
    if (error instanceof ClaimLost) return {state: 'stale', problem: {code: 'claimTaken'}};
    if (error instanceof ClaimUnwritten) return {state: 'refused', problem: error.problem};
    throw error;
  }
}

function piecesOf(value: string, orderId: string, reason: string, env: Environment): EvidenceRecord[] {
  const name = `set-aside-${env.hash(value).slice(0, 16)}`;
  const at = new Date(env.now()).toISOString();
  return Array.from({length: Math.ceil(value.length / PIECE)}, (_none, index) => {
    const text = value.slice(index * PIECE, (index + 1) * PIECE);
    return {handle: `${name}-${index + 1}`, orderId, evidence: {staff: env.staff, at, reason, text}};
  });
}

/** An execution of nothing, done. */
function anew(value: string, orderId: string, before: Claim['before'], env: Environment): Draft {
  const old = wholeOf(value, orderId);
  const at = new Date(env.now()).toISOString();
  const id = `set-aside-${env.hash(value).slice(0, 16)}`;
  return {
    format: 1,
    epoch: (old?.epoch || 0) + 1,
    state: 'done',
    orderId,
    planId: id,
    intentId: id,
    recipe: {handle: 'set-aside', version: 0},
    ground: 'policy',
    staff: env.staff,
    startedAt: at,
    calls: [],
    before,
    earlier: old ? [{planId: old.planId, intentId: old.intentId, at: old.at, legs: []}, ...old.earlier] : [],
    outside: old?.outside || [],
  };
}

function wholeOf(value: string, orderId: string): Claim | null {
  try {
    const claim: unknown = JSON.parse(value);
    return shapeProblem(claim) === null && (claim as Claim).orderId === orderId ? (claim as Claim) : null;
  } catch {
    return null;
  }
}
