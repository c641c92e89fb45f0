import {aliasedMetafield} from '../../../adapters/flow-whole.ts';
import {text, type Node} from '../../../adapters/read.ts';
import {toDecimal, type Decision, type Money, type OrderSnapshot} from '../../../core/index.ts';
import type {Decided} from '../../../core/plan/decide.ts';
import {orderWarnings} from '../../../core/plan/explain/order-warnings.ts';
import {canonicalJson} from '../../../execution/canonical.ts';
import {sealOf} from '../../../execution/claim/read.ts';
import {startClaim} from '../../../execution/claim/start.ts';
import {sha256Hex} from '../../../execution/hash.ts';
import type {CallAct, CallEvidence, Claim, ClaimedCall, ReadClaim} from '../../../execution/types.ts';
import {Refusal, type Verdict} from './answer.ts';
import {jsonText, safeText} from './json.ts';
import {claimOfOrder, moneyOfOrder} from './order.ts';

/** What stands in a workflow's claims where a member of staff stands in others. */
const BY_FLOW = 'flow';

const FIELD = {namespace: 'refund_recipes', type: 'json'};

/** What one money step sends, and what its claim notes of it. */
export interface Sent {
  readonly variables: object;
  readonly evidence?: CallEvidence;
}

export type ActingCall = ClaimedCall & {readonly act: CallAct};

export type ClaimDraft = Pick<Claim, 'orderId' | 'planId' | 'before'>;

/** What a workflow does with a plan. */
export interface Claiming {
  readonly order: Node;
  readonly snapshot: OrderSnapshot;
  readonly decided: Decided;
  readonly dryRun: boolean;
  /** The most that the customer may get: minor units of the plan's currency. */
  readonly most: Money;
  /** What a call sends. @throws Refusal for a call that the workflow has no step for */
  readonly send: (call: ActingCall, draft: ClaimDraft) => Sent;
}

export interface Claimed extends Verdict {
  readonly orderName: string;
  /** Amounts as decimal texts, "0.00" where nothing goes that way. */
  readonly amount: string;
  readonly currency: string;
  readonly refundAmount: string;
  readonly creditAmount: string;
  readonly giftCardAmount: string;
  readonly outsideAmount: string;
  readonly planId: string;
  /** What the money steps send as JSON: `input` of refundCreate; `id` and `creditInput`; `input` of giftCardCreate. Else null. */
  readonly refundInput: string | null;
  readonly creditOwner: string | null;
  readonly creditInput: string | null;
  readonly giftCardInput: string | null;
  /** The last four characters of the card's code. */
  readonly giftCardEnd: string | null;
  /** The list of metafieldsSet up to where the nonce goes, and from there on; null where nothing is to be claimed. */
  readonly claimStart: string | null;
  readonly claimEnd: string | null;
}

/** One intent for an order and a workflow: the same event twice pays once. */
export function flowIntent(order: Node, recipe: string, again: string): string {
  return `flow-${sha256Hex(canonicalJson([text(order, 'id'), recipe, again])).slice(0, 16)}`;
}

/** @throws Refusal where the order's claim stands in the way */
export function refuseOccupied({claim, problem}: ReadClaim, intentId: string): void {
  if (problem) {
    throw new Refusal(
      'claimProblem',
      `The order’s refund record can’t be trusted (${problem.code}): look at it in the order’s refund block.`,
    );
  }
  if (!claim) return;
  const ours = claim.intentId === intentId;
  if (claim.state === 'done') {
    if (!ours && !claim.earlier.some((earlier) => earlier.intentId === intentId)) return;
    throw new Refusal('alreadyDone', 'This workflow has paid this order before: nothing is paid twice.');
  }
  throw new Refusal(
    claim.state === 'open' ? 'claimOpen' : 'claimStopped',
    `A refund of this order has begun and is not finished (since ${claim.startedAt}): finish it with the action on the order page.`,
  );
}

/** The plan as a claim, and what the workflow's steps need. @throws Refusal, InputError */
export function claimed({order, snapshot, decided, dryRun, most, send}: Claiming): Claimed {
  const {decision: plan} = decided;
  const toCustomer = sumOf(plan, most.currency);
  refusePlan(snapshot, decided, toCustomer, most);
  const before = claimOfOrder(order);
  const draft = startClaim(
    plan,
    {claim: before, money: moneyOfOrder(order)},
    {at: plan.orderUpdatedAt, staff: BY_FLOW},
  );
  const money = draft.calls.filter(({kind}) => kind !== 'outsidePayment');
  const variables = new Map<ClaimedCall['kind'], object>();
  const calls = draft.calls.map((call) => {
    if (call.kind === 'outsidePayment' || !call.act) return call;
    const sent = send({...call, act: call.act}, draft);
    variables.set(call.kind, sent.variables);
    const noted = {
      variablesHash: sha256Hex(canonicalJson(sent.variables)),
      ...(sent.evidence ? {evidence: sent.evidence} : {}),
    };
    // The first is about to be sent; the others once it is confirmed.
    return {...call, ...noted, state: call === money[0] ? ('intended' as const) : call.state};
  });
  if (variables.size < money.length) {
    throw new Refusal('tooLong', 'This order is too long for a workflow: refund it with the action on the order page.');
  }
  const claim = sealed({...draft, calls}, before.digest ?? '');
  const go = !dryRun;
  return {
    go,
    code: go ? 'ready' : 'dryRun',
    why: safeText(
      `${go ? 'Pays' : 'Dry run, nothing is paid. It would pay'} ${sentence(plan)} for order ${plan.orderName}.`,
    ),
    orderName: safeText(plan.orderName),
    amount: toDecimal(toCustomer),
    currency: toCustomer.currency,
    ...amountsOf(plan, most.currency),
    planId: plan.planId,
    refundInput: part(variables.get('refundCreate'), 'input'),
    creditOwner: ownerOf(plan),
    creditInput: part(variables.get('storeCreditAccountCredit'), 'creditInput'),
    giftCardInput: part(variables.get('giftCardCreate'), 'input'),
    giftCardEnd: codeEnd(calls),
    ...(go ? claimFields(order, claim, before.digest) : {claimStart: null, claimEnd: null}),
  };
}

function part(variables: object | undefined, name: string): string | null {
  return variables ? jsonText((variables as Record<string, unknown>)[name]) : null;
}

function codeEnd(calls: readonly ClaimedCall[]): string | null {
  return calls.flatMap(({evidence}) => evidence?.giftCardCode?.slice(-4) ?? [])[0] ?? null;
}

function ownerOf({calls}: Decision): string | null {
  return calls.flatMap((call) => (call.kind === 'storeCreditAccountCredit' ? [call.ownerId] : []))[0] ?? null;
}

/** What all legs, or those of some kinds, come to. */
function sumOf({legs}: Decision, currency: string, kinds?: readonly string[]): Money {
  const minor = legs.reduce((all, {kind, amount}) => all + (kinds?.includes(kind) === false ? 0 : amount.minor), 0);
  return {minor, currency};
}

/** @throws Refusal for what a person has to look at */
function refusePlan(snapshot: OrderSnapshot, decided: Decided, toCustomer: Money, most: Money): void {
  const {orderName, stops} = decided.decision;
  const [stop] = stops;
  const warnings = [...orderWarnings(snapshot), ...decided.settlement.warnings].map(({code}) => code);
  if (decided.settlement.overRefund) warnings.push('pastShopifyTotal');
  if (decided.decision.components.some(({cap}) => cap?.code === 'netPayment')) warnings.push('netPayment');
  const doubt = warnings.map((code) => DOUBTS[code]).find((words) => words !== undefined);
  if (stop?.code === 'nothingToRefund') {
    throw new Refusal('nothingToRefund', `Nothing is left to refund on order ${orderName}.`);
  }
  // Unpaid, not captured yet, or paid back without its lines: nobody has refunded what was asked for.
  if (stop?.code === 'nothingPaid') {
    throw new Refusal(
      'nothingPaid',
      `Order ${orderName} has lines left, but no money that was paid for them: look at its payments.`,
    );
  }
  const why = stop?.code ?? doubt;
  if (why !== undefined) {
    const code = stop ? 'planStopped' : 'planDoubtful';
    throw new Refusal(code, `Order ${orderName} needs a person (${why}): use the action on the order page.`);
  }
  if (toCustomer.minor > most.minor) {
    throw new Refusal(
      'aboveMost',
      `Order ${orderName} would get ${toDecimal(toCustomer)} ${toCustomer.currency}, more than AT_MOST allows (${toDecimal(most)}).`,
    );
  }
}

/** Over what a person may go on, and a workflow may not. */
const DOUBTS: Readonly<Record<string, string>> = {
  disputeOpen: 'a dispute is open',
  refundPending: 'an earlier refund has not arrived yet',
  foreignGuardTag: 'a tag says that another app refunds it',
  paymentNotRefundable: 'a payment can’t be refunded',
  pastShopifyTotal: 'it goes beyond what Shopify counts as paid',
  netPayment: 'less is left of its payments than its lines are worth',
};

const KINDS = {
  refundAmount: ['refundToOriginalPayment', 'refundToStoreCredit'],
  creditAmount: ['storeCredit'],
  giftCardAmount: ['giftCard'],
  outsideAmount: ['outsidePayment'],
};

function amountsOf(plan: Decision, currency: string): Pick<Claimed, keyof typeof KINDS> {
  const amount = (kinds: readonly string[]) => toDecimal(sumOf(plan, currency, kinds));
  return {
    refundAmount: amount(KINDS.refundAmount),
    creditAmount: amount(KINDS.creditAmount),
    giftCardAmount: amount(KINDS.giftCardAmount),
    outsideAmount: amount(KINDS.outsideAmount),
  };
}

const DESTINATIONS: Readonly<Record<string, string>> = {
  refundToOriginalPayment: 'to the original payment',
  refundToStoreCredit: 'as store credit',
  storeCredit: 'as extra store credit',
  giftCard: 'as a gift card',
  outsidePayment: 'outside Shopify, by hand',
};

function sentence(plan: Decision): string {
  return plan.legs
    .map(({kind, amount}) => `${toDecimal(amount)} ${amount.currency} ${DESTINATIONS[kind]}`)
    .join(' and ');
}

/**
 * A claim as the engine would seal it. Run code has no chance: the nonce follows from what stood there before and what is
 * written now. Two runs that write the same are told apart by the metafield `flow_run` beside it.
 */
export function sealed(draft: Omit<Claim, 'nonce' | 'at' | 'seal'>, former: string): Claim {
  const states = draft.calls.map(({id, state}) => [id, state]);
  const nonce = sha256Hex(canonicalJson([former, draft.planId, draft.epoch, draft.startedAt, states])).slice(0, 32);
  const unsealed = {...draft, nonce, at: draft.startedAt};
  return {...unsealed, seal: sealOf(unsealed)};
}

/** Shopify's limit for a JSON metafield is 128 KB. @throws Refusal */
export function claimText(claim: Claim): string {
  const value = JSON.stringify(claim);
  if (value.length > 100_000)
    throw new Refusal('claimTooLarge', 'The order’s refund record is full: use the action on the order page.');
  return value;
}

/**
 * All or none: the claim, and a nonce that only Liquid can give (`{{ 'now' | date: '%s%N' }}` goes between the two texts), so
 * that of two runs at the same time one is turned away.
 */
function claimFields(order: Node, claim: Claim, digest: string | null): Pick<Claimed, 'claimStart' | 'claimEnd'> {
  const ownerId = claim.orderId;
  const run = aliasedMetafield(order, 'refundRecipesFlowRun');
  const metafields = [
    {ownerId, ...FIELD, key: 'claim', value: claimText(claim), ...compared(digest)},
    {
      ownerId,
      namespace: FIELD.namespace,
      key: 'flow_run',
      type: 'single_line_text_field',
      ...compared(run?.compareDigest ?? null),
      value: '',
    },
  ];
  const whole = jsonText(metafields);
  const cut = whole.lastIndexOf('""') + 1;
  return {claimStart: whole.slice(0, cut), claimEnd: whole.slice(cut)};
}

/** Null says that there must be no such metafield yet. Whether a JSON null reaches the mutation is UNCONFIRMED (26). */
export function compared(digest: string | null): {readonly compareDigest: string | null} {
  return {compareDigest: digest};
}
