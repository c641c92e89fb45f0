import {executePlan} from '../../../execution/execute.ts';
import {type PlannedRequest, planOfRequest} from '../../../execution/requests/plan.ts';
import type {Environment, Problem} from '../../../execution/types.ts';
import {problemOf} from '../../order-action/problems.ts';
import type {HomeHost} from '../home-host.ts';

/** A request that is to be carried out. */
export interface Picked {
  readonly orderId: string;
  readonly orderName: string;
  readonly requestId: string;
}

/** What became of one request so far. */
export interface Item extends Picked {
  readonly state: 'todo' | 'ready' | 'running' | 'done' | 'stopped';
  readonly planned: PlannedRequest | null;
  readonly problem: Problem | null;
}

export interface GiftCardCode {
  readonly orderName: string;
  readonly code: string;
}

export function itemsOf(picked: readonly Picked[]): readonly Item[] {
  return picked.map((one) => ({...one, state: 'todo', planned: null, problem: null}));
}

type Tell = (items: readonly Item[]) => void;

/** Plans each request as things stand now, with Shopify's figures. What can't be carried out says why; nothing is changed. */
export async function planAll(host: HomeHost, picked: readonly Picked[], tell: Tell): Promise<void> {
  const env = await environment(host);
  let items = itemsOf(picked);
  for (const one of items) {
    const next = await planned(env, one);
    items = items.map((other) => (other === one ? next : other));
    tell(items);
  }
}

async function planned(env: Environment, one: Item): Promise<Item> {
  try {
    const found = await planOfRequest(env, one.orderId, one.requestId);
    const [stop] = found.plan.stops;
    const problem: Problem | null = stop
      ? {code: 'planStopped', stop: stop.code}
      : found.changed && found.request.kind === 'approval'
        ? {code: 'approvalOtherPlan'}
        : null;
    return {...one, planned: found, problem, state: problem ? 'stopped' : 'ready'};
  } catch (error) {
    return {...one, problem: problemOf(error), state: 'stopped'};
  }
}

/**
 * Carries out what is ready, one after another, and stops at the first problem: what was done stays done, the rest goes on
 * waiting. What comes after another refund of the same order is planned anew, and carried out with the figures that were shown
 * or not at all.
 */
export async function carryOutAll(
  host: HomeHost,
  items: readonly Item[],
  tell: Tell,
  keep: (code: GiftCardCode) => void,
): Promise<void> {
  const env = await environment(host);
  const changed = new Set<string>();
  let now = items;
  const put = (at: number, change: Partial<Item>): void => {
    now = now.map((item, index) => (index === at ? {...item, ...change} : item));
    tell(now);
  };
  for (const [at, item] of items.entries()) {
    if (item.state !== 'ready') continue;
    put(at, {state: 'running'});
    const {planned: plan, problem: hindrance} = changed.has(item.orderId) ? await plannedAgain(env, item) : item;
    const problem = hindrance || (plan && (await carriedOut(env, item, plan, keep)));
    put(at, {planned: plan, problem, state: problem ? 'stopped' : 'done'});
    if (problem) return;
    changed.add(item.orderId);
  }
}

async function plannedAgain(env: Environment, item: Item): Promise<Item> {
  const again = await planned(env, item);
  return again.problem || movedBy(again) === movedBy(item) ? again : {...again, problem: {code: 'orderChanged'}};
}

/** Where a plan sends how much. */
function movedBy({planned: found}: Item): string {
  return JSON.stringify(found?.plan.legs.map(({kind, amount}) => [kind, amount.minor]));
}

async function carriedOut(
  env: Environment,
  {requestId, orderName}: Item,
  {plan, confirmed}: PlannedRequest,
  keep: (code: GiftCardCode) => void,
): Promise<Problem | null> {
  try {
    const outcome = await executePlan(
      plan,
      confirmed,
      env,
      (event) => event.type === 'giftCard' && keep({orderName, code: event.code}),
      {requestId},
    );
    return outcome.state === 'done' ? null : outcome.problem;
  } catch (error) {
    return {code: 'unexpectedRunning', message: error instanceof Error ? error.message : String(error)};
  }
}

async function environment(host: HomeHost): Promise<Environment> {
  return {...host, staff: await host.staff()};
}
