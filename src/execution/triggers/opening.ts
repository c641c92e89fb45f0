import {EvidenceByHandle} from '../../../graphql/generated/operations.ts';
import type {Money} from '../../core/index.ts';
import {withRetry} from '../admin/retry.ts';
import {writeEvidence} from '../evidence.ts';
import {writeRequests} from '../requests/write.ts';
import type {ReadRequests, RefundRequest} from '../requests/types.ts';
import type {Environment, ReadClaim} from '../types.ts';
import {RECENT_MS, TRIES} from './due.ts';
import type {Facts} from './payload.ts';
import {aboutClaim, factsOf, inWords, tell, textOf, wordsOf} from './tell.ts';

/** Nobody is at work on a claim that is open for longer: its tab was closed. */
const ABANDONED_MS = 600_000;

/**
 * When an order is opened: tells Flow, once, of a record that can't be trusted or was left open, and of approvals that Flow has
 * not confirmed. Such a record can't note it: evidence does, under a handle that follows from the record as it stands.
 * @returns whether the order's requests were written: read again
 */
export async function tellAtOpening(
  orderId: string,
  read: ReadClaim,
  requests: ReadRequests,
  env: Environment,
  most = TRIES,
): Promise<boolean> {
  const patient = {...env, admin: withRetry(env.admin, env.wait.bind(env), env.now.bind(env))};
  const {claim, problem, updatedAt} = read;
  const abandoned = claim?.state === 'open' && env.now() - Date.parse(updatedAt || '') > ABANDONED_MS;
  if (problem || abandoned) await tellOnce(orderId, read, patient);
  const until = most > TRIES ? Number.POSITIVE_INFINITY : env.now() - RECENT_MS;
  const owed = requests.requests.find(
    ({flow, state, at}) => state === 'waiting' && typeof flow === 'number' && flow < most && !(Date.parse(at) > until),
  );
  return owed !== undefined && (await tellApproval(requests, owed, true, patient)) !== requests;
}

async function tellOnce(orderId: string, {claim, problem, digest}: ReadClaim, env: Environment): Promise<void> {
  const handle = `flow-${env.hash(orderId + digest).slice(0, 16)}`;
  try {
    if ((await env.admin.request(EvidenceByHandle, {handle})).data.evidence) return;
    const facts = await factsOf(orderId, claim?.recipe.handle || '', env);
    const about = (known: Facts) =>
      claim ? aboutClaim(claim, 'attention', known, env) : distrusted(orderId, problem, env);
    if (await tell('attention', about, facts, false, env)) {
      await writeEvidence(env.admin, [{handle, orderId, evidence: {at: env.now(), problem}}]);
    }
  } catch {
    // Told at the next opening.
  }
}

function distrusted(orderId: string, problem: ReadClaim['problem'], env: Environment) {
  const planId = String(problem?.['planId'] || '');
  return {orderId, planId, recipe: {handle: ''}, moved: [], why: problem ? inWords(problem, wordsOf(env)) : ''};
}

/**
 * Tells Flow that an approval is asked for. Counted before it is sent; what Flow took is noted in the request.
 * @param request with `flow` as it stands at Shopify
 * @param again it was sent before: counted first
 * @returns the requests as they stand now
 */
export async function tellApproval(
  read: ReadRequests,
  request: RefundRequest,
  again: boolean,
  env: Environment,
): Promise<ReadRequests> {
  let now = read;
  const note = async (flow: number | string) => {
    const requests = now.requests.map((one) => (one.id === request.id ? {...one, flow} : one));
    now = await writeRequests(env.admin, now, requests, env);
  };
  try {
    if (again) await note(Number(request.flow) + 1);
    const facts = await factsOf(read.orderId, request.recipe.handle, env);
    if (await tell('approval', () => aboutRequest(read.orderId, request), facts, again, env)) {
      await note(new Date(env.now()).toISOString());
    }
  } catch {
    // Somebody else wrote, or nothing can be written: it stays as it was counted.
  }
  return now;
}

export function aboutRequest(orderId: string, request: RefundRequest) {
  const {planId = '', planTotals, breaches = [], by} = request;
  const moved = (amounts: object | undefined, key: 'class' | 'kind') =>
    Object.entries((amounts || {}) as Record<string, Money>).flatMap(([name, amount]) =>
      amount.minor ? [{class: '', kind: '', status: 'asked', components: [], [key]: name, amount}] : [],
    );
  return {
    ...request,
    orderId,
    planId,
    staff: by,
    moved: moved(planTotals?.byDestination, 'kind'),
    classes: moved(planTotals?.byClass, 'class'),
    why: breaches
      .map(
        ({class: of, kind, would, limit}) => `${of} ${kind}: ${textOf({amount: would})} > ${textOf({amount: limit})}`,
      )
      .join('; '),
  };
}
