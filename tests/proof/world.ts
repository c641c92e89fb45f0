import type {Call, RefundPlan} from '../../src/core/index.ts';
import {decide, executePlan, resume} from '../../src/execution/index.ts';
import type {AdminApi, Confirmed, Environment} from '../../src/execution/index.ts';
import {FakeShop} from '../execution/fake-admin.ts';
import {GIFT_CARD, look, OUTSIDE, planOf} from '../execution/plans.ts';

/** What follows the refund of 6.95 to the card: 7.45 as store credit, as a gift card, or outside Shopify. */
export const ENDINGS = {storeCredit: undefined, giftCard: GIFT_CARD, outside: OUTSIDE} as const satisfies Record<
  string,
  Call | undefined
>;

export type Ending = keyof typeof ENDINGS;

/** The engine under proof; a test of the proof puts a broken one in its place. */
export interface Engine {
  execute(plan: RefundPlan, confirmed: Confirmed, env: Environment): Promise<unknown>;
  /** Wraps the way to the Admin API. */
  admin?(admin: AdminApi): AdminApi;
  nonce?(): string;
}

export const ENGINE: Engine = {execute: executePlan};

/** Thrown by every request after the tab was closed. */
class TabClosed extends Error {}

/** One order, one plan, several people. */
export class World {
  readonly shop = new FakeShop();
  readonly ending: Ending;
  private readonly engine: Engine;

  constructor(ending: Ending, engine: Engine) {
    this.ending = ending;
    this.engine = engine;
  }

  plan(planId = 'plan-abc123'): RefundPlan {
    return planOf(this.shop, ENDINGS[this.ending], planId);
  }

  /** @param closesAfter requests after which the tab is closed */
  env(staff: string, closesAfter = Number.POSITIVE_INFINITY): Environment {
    const env = this.shop.env(staff);
    let left = closesAfter;
    const closing: AdminApi = {
      request: (operation, variables) => {
        left -= 1;
        return left < 0 ? Promise.reject(new TabClosed()) : env.admin.request(operation, variables);
      },
    };
    return {...env, admin: this.engine.admin?.(closing) ?? closing, nonce: this.engine.nonce ?? env.nonce};
  }

  /** Presses *Refund* on what somebody saw; a closed tab ends silently. */
  async execute(plan: RefundPlan, confirmed: Confirmed, env: Environment): Promise<void> {
    await this.untilClosed(this.engine.execute(plan, confirmed, env));
  }

  async resume(env: Environment): Promise<void> {
    await this.untilClosed(resume(look(this.shop), env));
  }

  /** Two minutes pass. A request without a key that is still on its way has landed by then or never will. */
  pass(milliseconds = 121_000): void {
    this.shop.now += milliseconds;
    const unkeyed = ({name, sentAt}: {name: string; sentAt: number}) =>
      name === 'StoreCreditAccountCredit' && this.shop.now - sentAt > 120_000;
    this.shop.deliver(unkeyed);
  }

  /** A person answers what nothing could settle, by what the account shows; or, careless, that it did not happen. */
  async decide(env: Environment, careful: boolean): Promise<void> {
    const {claim} = look(this.shop);
    const open = claim.claim?.calls.find(({state}) => state === 'unknown');
    if (!open) return;
    const answer = careful && this.shop.credits.length > 0 ? 'happened' : 'didNotHappen';
    await this.untilClosed(decide(claim, open.id, answer, env));
  }

  /** The faults are over: everything lands, and somebody resumes and answers until nothing is open. */
  async settle(): Promise<void> {
    this.shop.faults.clear();
    for (let round = 0; round < 6; round += 1) {
      this.pass();
      const {claim} = look(this.shop).claim;
      if (claim?.state === 'done') break;
      if (claim) await this.resume(this.env('settler'));
      else await this.execute(this.plan(), look(this.shop), this.env('settler'));
      await this.decide(this.env('settler'), true);
    }
    this.shop.deliver();
  }

  /** What is wrong at the end, or null: 6.95 once, 7.45 once, and a claim that says so. */
  verdict(): string | null {
    const {claim, problem} = look(this.shop).claim;
    const outside = claim?.outside.reduce((sum, {amount}) => sum + amount.minor, 0) ?? 0;
    const giftCards = [...this.shop.giftCards.values()].reduce((sum, minor) => sum + minor, 0);
    const beyond = {storeCredit: this.shop.balance(), giftCard: giftCards, outside}[this.ending];
    if (this.shop.refunded() > 695 || beyond > 745) return `paid twice: ${this.shop.refunded()} and ${beyond}`;
    if (problem) return `the claim is ${problem.code}`;
    if (claim?.state !== 'done') return `unfinished: ${claim?.state ?? 'no claim'}`;
    if (this.shop.refunded() < 695 || beyond < 745) return `lost: ${this.shop.refunded()} and ${beyond}`;
    return null;
  }

  private async untilClosed(work: Promise<unknown>): Promise<void> {
    try {
      await work;
    } catch (error) {
      if (!(error instanceof TabClosed)) throw error;
    }
  }
}
