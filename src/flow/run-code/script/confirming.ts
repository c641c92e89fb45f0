import {adminShape} from '../../../adapters/flow-shape.ts';
import {children, isAbsent, node, optionalText, text, type Node} from '../../../adapters/read.ts';
import {toDecimal} from '../../../core/index.ts';
import {readClaim} from '../../../execution/claim/read.ts';
import {planReference} from '../../../execution/money-state.ts';
import {unpaidLegs} from '../../../execution/paid.ts';
import {summaryOf} from '../../../execution/summary.ts';
import type {CallEvidence, CallState, Claim, ClaimedCall, Problem} from '../../../execution/types.ts';
import {isOnItsWay} from '../../../execution/waiting.ts';
import {answered, Refusal, type Verdict} from './answer.ts';
import {claimText, compared, sealed} from './claiming.ts';
import {jsonText, safeText} from './json.ts';

export interface Confirmed extends Verdict {
  /** `done`, `failed`, `partlyDone` or `unknown`: what became of the money step. */
  readonly state: string;
  /** The whole execution is done. */
  readonly done: boolean;
  /** The list of metafieldsSet as JSON: the next claim, and the summary where the execution rests. */
  readonly metafields: string;
  /** Somebody or a bank still has to do something: it stopped, is on its way, or is owed outside Shopify. */
  readonly waits: boolean;
}

interface Input {
  /** The payload of the metafieldsSet that wrote the claim. */
  readonly written: unknown;
  /** The payload of the money step. */
  readonly paid: unknown;
  readonly order: unknown;
}

/** What became of a payment. */
export interface Outcome {
  readonly state: CallState;
  readonly evidence: CallEvidence;
  /** Shopify refused, because it was there already: a step or a run before this one made it. */
  readonly before?: true;
}

type Act = NonNullable<ClaimedCall['act']>;

/** A mutation that moves money. */
export interface MoneyStep<Kind extends Act['kind']> {
  readonly kind: Kind;
  /** The problem's code where Shopify refused it. */
  readonly refused: string;
  /** What its answer shows to be there; null where it shows nothing. */
  found(payload: Node, asked: Asked<Kind>): Outcome | null;
}

/** A payment that was intended, and what is known of it besides the answer. */
export interface Asked<Kind extends Act['kind']> {
  readonly act: Extract<Act, {readonly kind: Kind}>;
  /** What its script noted before it was sent. */
  readonly given: CallEvidence;
  readonly errors: readonly Node[];
  /** The note of the refund, by which one is found whose answer Flow lost before it asked again. */
  readonly reference: string;
}

/**
 * After a money step: what its answer proves, as the claim's next state. `go` says that the next money step may run. An answer that
 * proves nothing is `unknown`, and a person settles it.
 */
export const confirming =
  <Kind extends Act['kind']>(money: MoneyStep<Kind>) =>
  ({written, paid, order}: Input): Confirmed | Verdict =>
    answered(order, () => {
      const orderName = text(node(order, 'order'), 'name');
      const {claim, digest} = claimOf(written);
      const call = claim.calls.find(({state}) => state === 'intended');
      if (!call) throw new Refusal('nothingIntended', 'The claim that was written has no payment under way.');
      const outcome = outcomeOf(money, call, paid, planReference(claim.planId, call.id));
      const {state, evidence} = outcome;
      const next = nextClaim(claim, call, outcome);
      const owner = {ownerId: claim.orderId, namespace: 'refund_recipes', type: 'json'};
      const waits = next.state !== 'done' || pendingOf(next) || next.outside.some((one) => one.state === 'owed');
      const problem = evidence.problem;
      return {
        go: next.state === 'open',
        code: problem?.code ?? (state === 'done' && next.state === 'stopped' ? 'paidBefore' : state),
        why: safeText(
          `Order ${orderName}: ${wordsOf(call, state, problem)}${next.state === 'stopped' && state === 'done' ? LEFT : ''}`,
        ),
        state,
        done: next.state === 'done',
        metafields: jsonText([
          {...owner, key: 'claim', value: claimText(next), ...compared(digest)},
          ...(next.state === 'open' ? [] : [{...owner, key: 'summary', value: JSON.stringify(summaryOf(next))}]),
        ]),
        waits,
      };
    });

const LEFT =
  ' Flow had paid it before this step: what comes next is left to a person, with the action on the order page.';

/** The claim as Shopify stored it. @throws Refusal where the answer doesn't show it: then nothing proves that it is ours */
function claimOf(written: unknown): {claim: Claim; digest: string} {
  const payload = node(written, 'written');
  const metafield = isAbsent(payload, 'metafields')
    ? undefined
    : children(payload, 'metafields').find((one) => one.value['key'] === 'claim');
  if (!metafield) throw new Refusal('notClaimed', 'The claim was not written: another run or a person was first.');
  const value = text(metafield, 'value');
  const {orderId} = JSON.parse(value) as {orderId: string};
  const compareDigest = text(metafield, 'compareDigest');
  const {claim, problem} = readClaim({value, compareDigest, updatedAt: ''}, orderId);
  if (!claim) throw new Refusal('claimProblem', `The claim can’t be trusted (${problem?.code ?? ''}).`);
  return {claim, digest: compareDigest};
}

function outcomeOf<Kind extends Act['kind']>(
  {kind, refused, found}: MoneyStep<Kind>,
  call: ClaimedCall,
  paid: unknown,
  reference: string,
): Outcome {
  const given = call.evidence ?? {};
  if (typeof paid !== 'object' || paid === null) return unknown(given, 'noAnswer');
  const payload = node(adminShape(paid, 'payload'), 'paid');
  const errors = isAbsent(payload, 'userErrors') ? [] : children(payload, 'userErrors');
  const {act} = call;
  const there = act?.kind === kind ? found(payload, {act: act as Asked<Kind>['act'], given, errors, reference}) : null;
  if (there) return there;
  const [first] = errors;
  if (!first) return unknown(given, 'noAnswer');
  const message = errors.map((error) => optionalText(error, 'message') ?? '').join(' ');
  const problem = {code: refused, message};
  // A card that a step before may have made is met again under its code.
  const {giftCardCode} = given;
  return {state: 'failed', evidence: {problem, ...(giftCardCode === undefined ? {} : {giftCardCode})}};
}

function unknown(given: CallEvidence, code: string): Outcome {
  return {state: 'unknown', evidence: {...given, problem: {code}}};
}

/**
 * The next state: the next payment is intended, or all is done, or it stopped here. What was paid before this step asked may be
 * another run's, which goes on by itself: then nothing more is paid here.
 */
function nextClaim(claim: Claim, call: ClaimedCall, {state, evidence, before}: Outcome): Claim {
  const {nonce, at: _at, seal: _seal, ...rest} = claim;
  const {act: _act, ...short} = call;
  const moved: ClaimedCall = state === 'done' ? {...short, state, evidence} : {...call, state, evidence};
  const calls = claim.calls.map((other) => (other.id === call.id ? moved : other));
  if (state !== 'done') return sealed({...rest, calls, state: 'stopped'}, nonce);
  const coming = calls.find((other) => other.state === 'planned' && other.kind !== 'outsidePayment');
  if (coming) {
    const next = intendedAfter(call, coming);
    const ahead: ClaimedCall = before ? {...next, state: 'planned'} : next;
    const going = {...rest, calls: calls.map((other) => (other === coming ? ahead : other))};
    return sealed(before ? {...going, state: 'stopped'} : going, nonce);
  }
  const owed = calls.flatMap(({id, kind, act}) =>
    kind === 'outsidePayment' && act?.kind === kind
      ? [{planId: claim.planId, callId: id, amount: act.amount, at: claim.startedAt, state: 'owed' as const}]
      : [],
  );
  const settled = calls.map((other): ClaimedCall => {
    if (other.kind !== 'outsidePayment') return other;
    const {act: _owed, ...told} = other;
    return {...told, state: 'done'};
  });
  return sealed({...rest, calls: settled, outside: [...claim.outside, ...owed], state: 'done'}, nonce);
}

/** The next payment: a refund to store credit has raised the balance that its script read. */
function intendedAfter(paid: ClaimedCall, coming: ClaimedCall): ClaimedCall {
  const {evidence} = coming;
  const before = evidence?.before;
  if (!before) return {...coming, state: 'intended'};
  const {currency, minor} = before.balance;
  const raised = paid.legs
    .filter(({kind, amount}) => kind === 'refundToStoreCredit' && amount.currency === currency)
    .reduce((sum, {amount}) => sum + amount.minor, minor);
  const balance = {minor: raised, currency};
  return {...coming, state: 'intended', evidence: {...evidence, before: {...before, balance}}};
}

function pendingOf({calls}: Claim): boolean {
  return calls.some(({evidence}) => evidence?.transactions?.some((one) => isOnItsWay(one)));
}

function wordsOf(call: ClaimedCall, state: CallState, problem: Problem | undefined): string {
  const {legs} = call;
  const [first] = legs;
  const minor = legs.reduce((all, {amount}) => all + amount.minor, 0);
  const sum = first ? `${toDecimal({...first.amount, minor})} ${first.amount.currency}` : 'the amount';
  const said = problem?.message ? ` Shopify says: ${problem.message}` : '';
  switch (state) {
    case 'done':
      return problem ? `${sum} was paid, perhaps twice: look at it in the order’s refund block.` : `${sum} was paid.`;
    case 'partlyDone': {
      const open = unpaidLegs({...call, state}).length;
      return `a part of ${sum} was not paid (${open} of ${legs.length}): settle it in the order’s refund block.${said}`;
    }
    case 'failed':
      return `${sum} was not paid.${said} Finish it with the action on the order page.`;
    default:
      return `nobody can say whether ${sum} was paid: look at the order, then settle it in its refund block. It is not repeated.`;
  }
}
