import {ExecutionState} from '../../graphql/generated/operations.ts';
import type {RefundPlan} from '../../src/core/index.ts';
import {
  AdminError,
  decide,
  executePlan,
  readClaim,
  readRequests,
  refreshPending,
  resume,
  sha256Hex,
  tellAtOpening,
} from '../../src/execution/index.ts';
import type {AdminApi, Claim, Confirmed, Environment, ExecutionOutcome} from '../../src/execution/index.ts';
import {moneyStateOf} from '../../src/execution/money-state.ts';
import {TRIES} from '../../src/execution/triggers/due.ts';
import {seen} from './invariants.ts';
import {LabStage} from './lab-stage.ts';
import {MemoryStage} from './memory-stage.ts';
import {planFor} from './plan.ts';
import type {Ending, Paid, Stage, StageName, Trouble} from './stage.ts';
import {Ledger} from './ledger.ts';
import {answerInstead} from './wire.ts';

/** The engine under proof; a test of the proof puts a broken one in its place. */
export interface Engine {
  execute(plan: RefundPlan, confirmed: Confirmed, env: Environment): Promise<ExecutionOutcome>;
  resume(confirmed: Confirmed, env: Environment): Promise<ExecutionOutcome>;
  /** Wraps the way to the Admin API. */
  admin?(admin: AdminApi): AdminApi;
  nonce?(): string;
}

export const ENGINE: Engine = {execute: executePlan, resume};

export const MINUTES = 60_000;
const QUIET_MS = 2 * MINUTES;
const HOUR_MS = 60 * MINUTES;

/** Thrown by every request after the tab was closed. */
class TabClosed extends Error {}

export type Where = 'before' | 'within' | 'after';

/** What happens to one executor on its way. */
export interface Fate {
  /** Requests after which the tab is closed. */
  readonly closesAfter?: number;
  /** How many requests of others pass while one of this is on its way. */
  readonly slow?: number;
  /** The tab sleeps before or after its nth request (or its first of that name), or within: then the answer is lost. */
  readonly sleeps?: {readonly at: number | string; readonly where: Where; readonly meanwhile: () => Promise<void>};
}

/** One order, one plan, several people, and everything that is wrong with what they did. */
export class World {
  readonly stage: Stage;
  readonly ending: Ending;
  readonly wrong: string[] = [];
  readonly ledger = new Ledger(() => this.stage.now());
  /** Cents that somebody refunded on Shopify's own screen. */
  byHand = 0;
  /** Names of all requests, in order. */
  readonly log: string[] = [];
  private readonly engine: Engine;
  private readonly troubles = new Map<string, (Trouble | null)[]>();
  private readonly failedKeys = new Set<string>();
  private nonces = 0;
  private atWork = 0;

  constructor(stage: Stage, ending: Ending, engine: Engine) {
    this.stage = stage;
    this.ending = ending;
    this.engine = engine;
    if (ending === 'twoPayments') stage.declineRefundsOn(stage.ids.payments[1]);
  }

  static async open(name: StageName, ending: Ending, engine: Engine): Promise<World> {
    return new World(name === 'lab' ? await LabStage.open() : new MemoryStage(), ending, engine);
  }

  plan(planId = 'plan-abc123'): RefundPlan {
    return planFor(this.stage.ids, this.ending, planId);
  }

  /** The next requests of an operation meet these; null lets one through. */
  trouble(operation: string, ...troubles: (Trouble | null)[]): void {
    this.troubles.set(operation, troubles);
  }

  calm(): void {
    this.troubles.clear();
  }

  /** What somebody who looks at the order now would confirm. */
  async look(): Promise<Confirmed> {
    const {order: orderId} = this.stage.ids;
    const {order} = (await this.stage.admin.request(ExecutionState, {id: orderId})).data;
    if (!order) throw new Error('The order is gone.');
    return {orderId, claim: readClaim(order.claim, orderId), money: moneyStateOf(order), at: this.stage.now()};
  }

  env(staff: string, fate: Fate = {}): Environment {
    const admin = this.fated(this.troubled(), fate);
    return {
      admin: this.engine.admin?.(admin) ?? admin,
      now: () => this.stage.now(),
      nonce: this.engine.nonce ?? (() => sha256Hex(`nonce ${(this.nonces += 1)}`).slice(0, 32)),
      hash: sha256Hex,
      wait: (milliseconds) => {
        this.stage.advance(milliseconds);
        return Promise.resolve();
      },
      staff,
    };
  }

  /** Presses *Refund* on what somebody saw; a closed tab ends silently. */
  async execute(plan: RefundPlan, confirmed: Confirmed, env: Environment): Promise<void> {
    await this.untilClosed(this.engine.execute(plan, confirmed, env));
    await this.check('after Refund');
  }

  /** Presses *resume*; within two minutes of the last transition nothing may happen. */
  async resume(env: Environment): Promise<void> {
    const confirmed = await this.look();
    const age = this.stage.now() - Date.parse(confirmed.claim.updatedAt ?? '');
    const outcome = await this.untilClosed(this.engine.resume(confirmed, env));
    const {claim} = confirmed.claim;
    if (claim && outcome && outcome.state !== 'refused') {
      const waited = this.stage.now() - Date.parse(confirmed.claim.updatedAt ?? '');
      if (waited < QUIET_MS) this.wrong.push(`resumed after ${Math.round(age / 1000)} s`);
    }
    await this.check('after resume');
  }

  /** Opens the order's page: block and action look what became of payments, and tell Flow what it has not confirmed. */
  async openPage(env: Environment): Promise<void> {
    this.pass(MINUTES + 1000);
    const {order: orderId} = this.stage.ids;
    const {order} = (await this.stage.admin.request(ExecutionState, {id: orderId})).data;
    if (!order) throw new Error('The order is gone.');
    const claim = readClaim(order.claim, orderId);
    await this.untilClosed(
      refreshPending(claim, order.refunds, env).then(() =>
        tellAtOpening(orderId, claim, readRequests(order, orderId, env.now()), env),
      ),
    );
    await this.check('after the page opened');
  }

  /** Time passes. A request that nothing guards has landed after two minutes, or never will; any has after an hour. */
  pass(milliseconds = QUIET_MS + 1000): void {
    if (milliseconds > HOUR_MS) this.stage.deliver();
    this.stage.advance(milliseconds);
    this.stage.deliver(QUIET_MS, 'StoreCreditAccountCredit');
  }

  /** A person answers what nothing could settle: by what the account shows, or, careless, that it did not happen. */
  async decide(env: Environment, careful: boolean): Promise<void> {
    const read = (await this.look()).claim;
    const open = read.claim?.calls.find(({state}) => state === 'unknown' || state === 'partlyDone');
    if (!open) return;
    const {credit} = await this.paid();
    const answer = open.state === 'partlyDone' || (careful && credit > 0) ? 'happened' : 'didNotHappen';
    const outcome = await this.untilClosed(decide(read, open.id, answer, env, 'settled at the bank'));
    if (outcome && answer === 'didNotHappen' && outcome.state !== 'refused') this.ledger.personSaidNo();
    await this.check('after an answer');
  }

  /** The troubles are over: somebody resumes and answers until nothing is open, while what was on its way lands. */
  async settle(): Promise<void> {
    this.calm();
    for (let round = 0; round < 8; round += 1) {
      this.pass();
      if (round === 3) this.stage.deliver();
      const {claim} = (await this.look()).claim;
      if (claim?.state === 'done') break;
      if (claim) await this.resume(this.env('settler'));
      else await this.execute(this.plan(), await this.look(), this.env('settler'));
      await this.decide(this.env('settler'), true);
    }
    this.stage.deliver();
    for (let opened = 0; opened < TRIES; opened += 1) await this.openPage(this.env('settler'));
    await this.check('at the end');
  }

  async refundByHand(): Promise<void> {
    await this.stage.refundByHand();
    this.byHand += 100;
  }

  /** What the engine moved. */
  async paid(): Promise<Paid> {
    const paid = await this.stage.paid();
    return {...paid, refunded: paid.refunded - this.byHand};
  }

  async claim(): Promise<Claim | null> {
    return (await this.look()).claim.claim;
  }

  /** Looks whether everything holds while nobody is at work; what doesn't is collected. */
  async check(when: string): Promise<void> {
    if (this.atWork > 0) return;
    for (const problem of seen(await this.look(), await this.paid(), this.ledger)) {
      const line = `${when}: ${problem}`;
      if (!this.wrong.includes(line)) this.wrong.push(line);
    }
  }

  private async untilClosed<T>(work: Promise<T>): Promise<T | null> {
    this.atWork += 1;
    try {
      return await work;
    } catch (error) {
      if (error instanceof TabClosed) return null;
      throw error;
    } finally {
      this.atWork -= 1;
    }
  }

  /** Closes or sleeps as its fate says. */
  private fated(admin: AdminApi, {closesAfter = Number.POSITIVE_INFINITY, slow = 0, sleeps}: Fate): AdminApi {
    let count = 0;
    let slept = false;
    return {
      request: async (operation, variables) => {
        count += 1;
        if (count > closesAfter) throw new TabClosed();
        const now = sleeps?.at === nameOf(operation) && !slept ? sleeps.at : count;
        slept ||= now === sleeps?.at;
        for (let passed = 0; passed < slow; passed += 1) await this.look();
        if (sleeps?.at === now && sleeps.where === 'before') await sleeps.meanwhile();
        const answer = await admin.request(operation, variables);
        if (sleeps?.at === now && sleeps.where !== 'before') await sleeps.meanwhile();
        if (sleeps?.at === now && sleeps.where === 'within') throw new AdminError('network', 'The tab slept.');
        return answer;
      },
    };
  }

  /** Each request meets what is prepared for it, and the ledger notes what became of it. */
  private troubled(): AdminApi {
    return {
      request: (operation, variables) => {
        const name = nameOf(operation);
        this.log.push(name);
        const trouble = this.troubles.get(name)?.shift() ?? null;
        return this.ledger.note(name, variables, () => this.meet(name, trouble, operation, variables));
      },
    };
  }

  private async meet<Result, Variables>(
    name: string,
    trouble: Trouble | null,
    operation: Parameters<typeof this.stage.admin.request<Result, Variables>>[0],
    variables: Variables,
  ) {
    const {key = ''} = variables as {key?: string};
    // A key that has failed stays failed.
    if (trouble === 'keyFailed' || this.failedKeys.has(key)) {
      this.failedKeys.add(key);
      this.stage.failFormer(key);
      return answerInstead<Result>(name, 'keyFailed');
    }
    if (trouble === 'declined') return answerInstead<Result>(name, trouble);
    if (trouble === 'stale') {
      const claim = await this.claim();
      if (claim) await this.stage.rewriteClaim(claim);
    } else if (trouble) this.stage.arm(name, trouble);
    return this.stage.admin.request(operation, variables);
  }
}

function nameOf(operation: string): string {
  return /^\w+ (\w+)/.exec(operation)?.[1] ?? '';
}
