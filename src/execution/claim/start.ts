import type {Call, Decision} from '../../core/index.ts';
import type {CallAct, Claim, ClaimedCall, ClaimedLeg, Confirmed, EarlierExecution} from '../types.ts';
import {paidLegs, unpaidLegs} from '../paid.ts';
import {isDuplicate, isOnItsWay} from '../waiting.ts';
import type {Draft} from './write.ts';

/**
 * The claim of a plan that nobody has begun: every call planned, earlier executions carried along in short.
 * @param by who begins it, and when (ISO 8601): a workflow has no clock of its own
 */
export function startClaim(
  plan: Decision,
  confirmed: Pick<Confirmed, 'claim' | 'money'>,
  {at, staff}: Pick<Claim, 'at' | 'staff'>,
): Draft {
  const previous = confirmed.claim.claim;
  return {
    format: 1,
    epoch: (previous?.epoch || 0) + 1,
    state: 'open',
    orderId: plan.orderId,
    planId: plan.planId,
    intentId: plan.intentId,
    recipe: plan.recipe,
    ground: plan.ground,
    staff,
    startedAt: at,
    calls: plan.calls.map((call) => claimedCall(call, plan, at)),
    before: confirmed.money,
    earlier: previous ? withFewCredits([inShort(previous), ...previous.earlier]) : [],
    outside: previous?.outside || [],
  };
}

/** An execution as later claims remember it: what was paid, and what was planned and never was. */
function inShort(claim: Claim): EarlierExecution {
  const pending = claim.calls.flatMap(({id: callId, evidence}) =>
    (evidence?.transactions || []).filter(isOnItsWay).map((transaction) => ({...transaction, callId})),
  );
  const unpaid = claim.calls.flatMap(unpaidLegs).map(legInShort);
  const credits = claim.calls
    .filter(({kind, state, evidence}) => kind === 'storeCreditAccountCredit' && state === 'done' && evidence?.before)
    .map((call) => ({...call, id: `${call.id}-${claim.planId}`, legs: call.legs.map(legInShort)}));
  return {
    planId: claim.planId,
    intentId: claim.intentId,
    at: claim.at,
    legs: claim.calls.flatMap(paidLegs).map(legInShort),
    ...(unpaid.length > 0 ? {unpaid} : {}),
    ...(pending.length > 0 ? {pending} : {}),
    ...(credits.length > 0 ? {credits} : {}),
    ...(Object.values(claim.flow || {}).some((told) => typeof told === 'number') ? {flow: claim.flow} : {}),
  };
}

/** As many credits as a look for a second one asks Shopify about, newest first; one that is in question stays however old. */
const CREDITS = 5;

function withFewCredits(earlier: readonly EarlierExecution[]): readonly EarlierExecution[] {
  let left = CREDITS;
  return earlier.map(({credits = [], ...rest}) => {
    const kept = credits.filter((call) => {
      left -= 1;
      return left >= 0 || isDuplicate(call);
    });
    return kept.length > 0 ? {...rest, credits: kept} : rest;
  });
}

function legInShort({payment: _payment, ...leg}: ClaimedLeg) {
  return leg;
}

function claimedCall(call: Call, plan: Decision, at: string): ClaimedCall {
  return {
    id: call.id,
    kind: call.kind,
    state: 'planned',
    legs: legsOf(call, plan),
    generation: 1,
    at,
    act: actOf(call),
  };
}

function legsOf(call: Call, plan: Decision): ClaimedLeg[] {
  return plan.legs
    .filter(({id}) => call.legs.includes(id))
    .map((leg) => ({
      kind: leg.kind,
      amount: leg.amount,
      class: leg.class,
      components: leg.components.map(({kind}) => kind),
      amounts: leg.components.map(({amount}) => amount.minor),
      ...(leg.payment ? {payment: leg.payment.id} : {}),
    }));
}

function actOf(call: Call): CallAct {
  if (call.kind === 'refundCreate') return refundAct(call);
  const {amount} = call;
  if (call.kind === 'storeCreditAccountCredit') {
    const expires = call.expiresAfterDays === null ? {} : {expiresAfterDays: call.expiresAfterDays};
    return {kind: call.kind, ownerId: call.ownerId, amount, ...expires, notify: call.notify};
  }
  return {kind: call.kind, amount};
}

function refundAct(call: Extract<Call, {kind: 'refundCreate'}>): CallAct {
  return {
    kind: call.kind,
    items: grouped(call.refundLineItems),
    ...(call.shipping ? {shipping: call.shipping} : {}),
    ...(call.duties.length > 0 ? {duties: call.duties} : {}),
    transactions: call.transactions.map(({parentId, gateway, amount}) => ({parent: parentId, gateway, amount})),
    ...(call.storeCredit ? {storeCredit: call.storeCredit} : {}),
    ...(call.discrepancyReason ? {discrepancyReason: call.discrepancyReason} : {}),
    ...(call.allowOverRefunding ? {allowOverRefunding: true as const} : {}),
    notify: call.notify,
  };
}

const LINE = 'gid://shopify/LineItem/';

/** A line takes a dozen characters instead of 130: orders of thousands of lines fit Shopify's 128 KB. */
function grouped(lines: Extract<Call, {kind: 'refundCreate'}>['refundLineItems']) {
  const groups = new Map<string, {restock: string; location?: string; units: string[]}>();
  for (const {lineItemId, quantity, restockType, locationId} of lines) {
    const key = `${restockType} ${locationId || ''}`;
    const group = groups.get(key) || {restock: restockType, ...(locationId ? {location: locationId} : {}), units: []};
    group.units.push(`${lineItemId.startsWith(LINE) ? lineItemId.slice(LINE.length) : lineItemId}:${quantity}`);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** The line and the quantity that an entry of `units` stands for. */
export function unitOf(entry: string): {lineItemId: string; quantity: number} {
  const colon = entry.lastIndexOf(':');
  const id = entry.slice(0, colon);
  return {lineItemId: /^\d+$/.test(id) ? LINE + id : id, quantity: Number(entry.slice(colon + 1))};
}
