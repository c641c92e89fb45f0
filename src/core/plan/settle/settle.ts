import type {Draft, Settlement} from '../draft.ts';
import type {composeBonus} from './bonus.ts';
import {preferences, type Desk, type SettleContext} from './desk.ts';
import type {settleOwed} from './owed.ts';
import {openRoom} from './room.ts';
import {spread} from './spread.ts';

/** The rules of the settling that not every recipe needs: a share in store credit, a bonus. */
export interface Settlers {
  readonly owed?: typeof settleOwed;
  readonly bonus?: typeof composeBonus;
}

const NO_BONUS: ReturnType<typeof composeBonus> = {component: null, stops: []};

/**
 * Where each sum goes: what is owed (less the fees) first, then the shop's own rule, then gestures, then the bonus on what
 * became store credit. Deterministic, and as long as the order has payments: never as long as it has lines.
 */
export function settle(context: SettleContext, draft: Draft, settlers: Settlers): Settlement {
  const {order, recipe, choices} = context;
  const desk: Desk = {...context, room: openRoom(order, context.maxima), flows: [], stops: [], warnings: new Map()};
  const pools = poolsOf(draft);
  if (settlers.owed) settlers.owed(desk, pools.owed);
  else spread(desk, 'owed', pools.owed, preferences(desk, 'owed'));
  spread(desk, 'policy', pools.policy, preferences(desk, 'policy'));
  spread(desk, 'goodwill', pools.goodwill, preferences(desk, 'goodwill'));
  const credited = desk.flows
    .filter((flow) => flow.pool === 'owed' && (flow.kind === 'refundToStoreCredit' || flow.kind === 'storeCredit'))
    .reduce((all, flow) => all + flow.minor, 0);
  const {component, stops} = settlers.bonus?.({order, recipe, choices}, credited) || NO_BONUS;
  if (component) {
    const reason = {code: 'bonusOnCredit'};
    desk.flows.push({kind: 'storeCredit', pool: 'bonus', class: 'goodwill', minor: component.amount.minor, reason});
  }
  return {
    flows: desk.flows,
    bonus: component,
    stops: [...desk.stops, ...stops],
    warnings: [...desk.warnings.values()],
    overRefund: desk.room.overUsed,
  };
}

/** Sums per pool, in minor units. Fees come off what is owed. */
function poolsOf(draft: Draft): Record<'owed' | 'policy' | 'goodwill', number> {
  const pools = {owed: 0, policy: 0, goodwill: 0};
  for (const {class: cls, amount} of draft.components) pools[amount.minor < 0 ? 'owed' : cls] += amount.minor;
  return pools;
}
