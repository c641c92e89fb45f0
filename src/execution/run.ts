import type {ExecutionCreditStateQuery} from '../../graphql/generated/admin.generated.d.ts';
import {ExecutionCreditState, ExecutionState} from '../../graphql/generated/operations.ts';
import {writeClaim} from './claim/write.ts';
import type {Draft, Written} from './claim/write.ts';
import type {EvidenceRecord} from './evidence.ts';
import {orderChanged} from './money-state.ts';
import type {OrderMoney} from './money-state.ts';
import {Halt} from './problem.ts';
import type {CallState, ClaimedCall, Environment, ExecutionEvent} from './types.ts';

export type CreditOwner = ExecutionCreditStateQuery['owner'];

/**
 * One executor at work: the claim as it will be, the claim as it was last written, and the only way from one to the other.
 * Changes of several calls may share a write; each reaches Shopify before the next act that depends on it.
 */
export class Run {
  readonly env: Environment;
  readonly evidence: EvidenceRecord[] = [];
  draft: Draft;
  /** Null until this executor has written the claim. */
  written: Written | null = null;
  private readonly seenDigest: string | null;
  /** `order.updatedAt` of the snapshot that the plan was made from; checked once, before the claim. */
  private readonly snapshotOf: string | null;
  private readonly emit: (event: ExecutionEvent) => void;
  private readonly changed = new Set<string>();

  /**
   * @param env its `admin` must send again what is safe to send again (`withRetry`)
   * @param seenDigest the claim's digest as it was read together with what the person saw
   */
  constructor(
    env: Environment,
    draft: Draft,
    seenDigest: string | null,
    snapshotOf: string | null,
    emit: (event: ExecutionEvent) => void,
  ) {
    this.env = env;
    this.draft = draft;
    this.seenDigest = seenDigest;
    this.snapshotOf = snapshotOf;
    this.emit = emit;
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
    const written = await writeClaim(this.env.admin, this.draft, digest, this.env);
    this.written = written;
    if (first) this.emit({type: 'claimed', claim: written.claim});
    for (const id of this.changed) this.emit({type: 'call', call: this.call(id), claim: written.claim});
    this.changed.clear();
    return written;
  }

  tell(event: ExecutionEvent): void {
    this.emit(event);
  }

  /** Reads the order's money right before an act. @throws Halt when it isn't as confirmed; AdminError */
  async look(): Promise<OrderMoney> {
    const {data} = await this.env.admin.request(ExecutionState, {id: this.draft.orderId});
    return this.checked(data.order);
  }

  /** The same together with the store credit accounts of an owner. @throws Halt, AdminError */
  async lookAtCredit(ownerId: string): Promise<CreditOwner> {
    const {data} = await this.env.admin.request(ExecutionCreditState, {id: this.draft.orderId, ownerId});
    this.checked(data.order);
    return data.owner;
  }

  private checked(order: (OrderMoney & {claim?: {compareDigest: string} | null}) | null | undefined): OrderMoney {
    if (!order) throw new Halt({code: 'orderGone', message: 'The order can no longer be read.'});
    if (this.written === null) this.checkUntouched(order);
    const problem = orderChanged(this.draft.before, order, this.draft.planId);
    if (problem) throw new Halt(problem);
    return order;
  }

  /** Before the claim nothing at all may have changed since the person looked. */
  private checkUntouched(order: OrderMoney & {claim?: {compareDigest: string} | null}): void {
    if ((order.claim?.compareDigest ?? null) !== this.seenDigest) {
      throw new Halt({code: 'claimTaken', message: 'Someone else has begun a refund on this order.'});
    }
    if (this.snapshotOf !== null && order.updatedAt !== this.snapshotOf) {
      throw new Halt({code: 'orderChanged', what: 'order', message: 'The order was changed since you looked.'});
    }
    if (order.refunds.some(({note}) => note?.startsWith(`Refund Recipes ${this.draft.planId} `))) {
      throw new Halt({code: 'alreadyExecuted', planId: this.draft.planId});
    }
  }
}
