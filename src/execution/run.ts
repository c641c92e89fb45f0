import type {ExecutionCreditStateQuery, ExecutionStateQuery} from '../../graphql/generated/admin.generated.d.ts';
import {ExecutionCreditState, ExecutionState} from '../../graphql/generated/operations.ts';
import type {Operation} from '../../graphql/generated/operations.ts';
import type {Breach} from '../core/index.ts';
import type {LookedAt, Passage} from './approval/gate.ts';
import {writeClaim} from './claim/write.ts';
import type {Draft, MetafieldInput, Written} from './claim/write.ts';
import type {EvidenceRecord} from './evidence.ts';
import {orderChanged} from './money-state.ts';
import type {OrderMoney} from './money-state.ts';
import {Halt} from './problem.ts';
import {readRequests} from './requests/read.ts';
import type {ReadRequests} from './requests/types.ts';
import {due} from './triggers/due.ts';
import type {Before} from './triggers/due.ts';
import {syncTag, WAITING_TAG} from './tags.ts';
import type {Answer, CallState, ClaimedCall, Environment, ExecutionEvent, TriggerKey} from './types.ts';

/** Whoever has not written the claim for this long asks it again before an act: the tab may have slept. */
const FRESH_MS = 20_000;

export type CreditOwner = ExecutionCreditStateQuery['owner'];

/**
 * One executor at work: the claim as it will be, the claim as it was last written, and the only way from one to the other.
 * Changes of several calls may share a write; each reaches Shopify before the next act that depends on it.
 */
export class Run {
  declare readonly env: Environment;
  readonly evidence: EvidenceRecord[] = [];
  declare draft: Draft;
  /** Null until this executor has written the claim. */
  written: Written | null = null;
  /** The order's tags, as they were last read. */
  declare tags: readonly string[] | undefined;
  /** What Flow is to be told once the last write of this executor stands. */
  keys: readonly TriggerKey[] = [];
  /** Why the gate let nothing through. */
  breaches: readonly Breach[] | null = null;
  declare private readonly before: Before;
  declare private readonly seenDigest: string | null;
  /** `order.updatedAt` of the snapshot that the plan was made from; checked once, before the claim. */
  declare private readonly snapshotOf: string | null;
  declare private readonly emit: (event: ExecutionEvent) => void;
  private readonly changed = new Set<string>();
  /** The tag that is being put on while this executor works. */
  declare tagging: Promise<void> | undefined;
  private committedAt = 0;
  declare private readonly pass: ((looked: LookedAt) => Promise<Passage>) | null;
  private alongside: readonly MetafieldInput[] = [];
  /**
   * Sends what moves money. If time has passed since the intent was written, the claim is written once more: whoever slept
   * meanwhile learns that another has gone on.
   * @throws ClaimLost, ClaimUnwritten, AdminError
   */
  async act<Result, Variables>(operation: Operation<Result, Variables>, variables: Variables): Promise<Answer<Result>> {
    if (this.env.now() - this.committedAt > FRESH_MS) await this.commit();
    this.tagWhileOpen();
    return this.env.admin.request(operation, variables);
  }

  /** The order's requests as they were last read, or written. */
  declare private asked: Parameters<typeof readRequests>[0];

  /**
   * @param env its `admin` must send again what is safe to send again (`withRetry`)
   * @param seenDigest the claim's digest as it was read together with what the person saw
   * @param pass asked once, between the last look and the first write; without it everything passes
   */
  constructor(
    env: Environment,
    draft: Draft,
    seenDigest: string | null,
    snapshotOf: string | null,
    emit: (event: ExecutionEvent) => void,
    pass: ((looked: LookedAt) => Promise<Passage>) | null = null,
  ) {
    this.env = env;
    this.draft = draft;
    this.before = {...draft, calls: []};
    this.seenDigest = seenDigest;
    this.snapshotOf = snapshotOf;
    this.emit = emit;
    this.pass = pass;
  }

  /**
   * Without a refund at Shopify an order that a closed tab leaves halfway is not among those refunded last: it carries the
   * waiting tag while money may be on its way. Nobody waits for it before the end.
   */
  private tagWhileOpen(): void {
    const {orderId, calls} = this.draft;
    if (calls.some(({kind}) => kind === 'refundCreate')) return;
    this.tagging = syncTag(this.env.admin, orderId, this.tags || [], true).catch(() => undefined);
    this.tags = [WAITING_TAG];
  }

  call(id: string): ClaimedCall {
    const call = this.draft.calls.find((candidate) => candidate.id === id);
    if (!call) throw new Error(`The claim has no ${id}.`);
    return call;
  }

  /** Notes a transition; `commit` writes it. What was sent is dropped once it is done. */
  move(id: string, state: CallState, change: Partial<ClaimedCall> = {}): void {
    const at = new Date(this.env.now()).toISOString();
    const moved = (call: ClaimedCall): ClaimedCall => {
      const {act, ...rest} = {...call, at, ...change, state};
      return state === 'done' || act === undefined ? rest : {...rest, act};
    };
    this.draft = {...this.draft, calls: this.draft.calls.map((call) => (call.id === id ? moved(call) : call))};
    this.changed.add(id);
  }

  /** One compare-and-set with everything noted so far. @throws ClaimLost, ClaimUnwritten */
  async commit(): Promise<Written> {
    const first = this.written === null;
    const digest = this.written?.digest ?? this.seenDigest;
    const startedAt = this.env.now();
    const written = await writeClaim(this.env.admin, this.draft, digest, this.env, this.alongside);
    this.written = written;
    this.committedAt = startedAt;
    this.alongside = [];
    if (first) this.emit({type: 'claimed', claim: written.claim});
    for (const id of this.changed) this.emit({type: 'call', call: this.call(id), claim: written.claim});
    this.changed.clear();
    return written;
  }

  /** The last write of this executor, with what Flow is to be told. @throws ClaimLost, ClaimUnwritten */
  async conclude(state: 'done' | 'stopped'): Promise<Written> {
    ({after: this.draft, keys: this.keys} = due(this.before, {...this.draft, state}));
    return this.commit();
  }

  /** The order's requests as this executor last saw or left them. */
  requests(): ReadRequests {
    return readRequests(this.asked, this.draft.orderId, this.env.now());
  }

  tell(event: ExecutionEvent): void {
    this.emit(event);
  }

  /** Reads the order's money right before an act. @throws Halt when it isn't as confirmed, or not allowed; AdminError */
  async look(): Promise<OrderMoney> {
    const {data} = await this.env.admin.request(ExecutionState, {id: this.draft.orderId});
    return this.checked(data);
  }

  /** The same together with the store credit accounts of an owner. @throws Halt, AdminError */
  async lookAtCredit(ownerId: string): Promise<CreditOwner> {
    const {data} = await this.env.admin.request(ExecutionCreditState, {id: this.draft.orderId, ownerId});
    await this.checked(data);
    return data.owner;
  }

  private async checked({order, settings}: ExecutionStateQuery): Promise<OrderMoney> {
    if (!order) throw new Halt({code: 'orderGone'});
    if (this.written === null) this.checkUntouched(order);
    const problem = orderChanged(this.draft.before, order, this.draft.planId);
    if (problem) throw new Halt(problem);
    this.tags = order.tags;
    this.asked = order;
    if (this.written === null) await this.passGate({order, settings});
    return order;
  }

  /** What the gate lets through is written with the claim. @throws Halt, AdminError, ClaimUnwritten */
  private async passGate(looked: LookedAt): Promise<void> {
    const passage = await this.pass?.(looked);
    if (!passage) return;
    if (passage.problem) {
      this.breaches = passage.breaches;
      throw new Halt(passage.problem);
    }
    if (passage.request) this.draft = {...this.draft, request: passage.request};
    this.alongside = passage.alongside;
    const [request] = passage.alongside;
    if (request) this.asked = {...this.asked, request: {value: request.value, compareDigest: ''}};
  }

  /** Before the claim nothing at all may have changed since the person looked. */
  private checkUntouched(order: OrderMoney & {claim?: {compareDigest: string} | null}): void {
    if ((order.claim?.compareDigest ?? null) !== this.seenDigest) {
      throw new Halt({code: 'claimTaken'});
    }
    if (this.snapshotOf !== null && order.updatedAt !== this.snapshotOf) {
      throw new Halt({code: 'orderChanged', what: 'order'});
    }
    if (order.refunds.some(({note}) => note?.startsWith(`Refund Recipes ${this.draft.planId} `))) {
      throw new Halt({code: 'alreadyExecuted', planId: this.draft.planId});
    }
  }
}
