import {InputError} from '../../errors.ts';
import {allocate, parseRatio} from '../../money/index.ts';
import type {OrderSnapshot} from '../../order/types.ts';
import type {Choices, ComponentClass, Destination, Recipe} from '../../recipe/types.ts';
import type {Draft, Flow, Pool, Settlement} from '../draft.ts';
import type {Notice} from '../types.ts';
import {composeBonus} from './bonus.ts';
import {openRoom, type Room} from './room.ts';
import {takeOriginal, takeRefundCredit} from './takes.ts';

export interface SettleContext {
  readonly order: OrderSnapshot;
  readonly recipe: Recipe;
  readonly choices: Choices;
  /** Shopify's own maximum per payment id (minor units), where it was asked. */
  readonly maxima?: ReadonlyMap<string, number>;
}

interface Desk extends SettleContext {
  readonly room: Room;
  readonly flows: Flow[];
  readonly stops: Notice[];
  readonly warnings: Map<string, Notice>;
}

/**
 * Where each sum goes: what is owed (less the fees) first, then the shop's own rule, then gestures, then the bonus on what
 * became store credit. Deterministic, and as long as the order has payments: never as long as it has lines.
 */
export function settle(context: SettleContext, draft: Draft): Settlement {
  const {order, recipe, choices} = context;
  const desk: Desk = {...context, room: openRoom(order, context.maxima), flows: [], stops: [], warnings: new Map()};
  const pools = poolsOf(draft);
  settleOwed(desk, pools.owed);
  spread(desk, 'policy', pools.policy, preferences(desk, 'policy'));
  spread(desk, 'goodwill', pools.goodwill, preferences(desk, 'goodwill'));
  const credited = desk.flows
    .filter((flow) => flow.pool === 'owed' && (flow.kind === 'refundToStoreCredit' || flow.kind === 'storeCredit'))
    .reduce((all, flow) => all + flow.minor, 0);
  const {component, stops} = composeBonus({order, recipe, choices}, credited);
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
export function poolsOf(draft: Draft): Record<'owed' | 'policy' | 'goodwill', number> {
  const pools = {owed: 0, policy: 0, goodwill: 0};
  for (const {class: cls, amount} of draft.components) pools[amount.minor < 0 ? 'owed' : cls] += amount.minor;
  return pools;
}

function settleOwed(desk: Desk, owed: number): void {
  const share = creditShare(desk);
  if (!share || owed <= 0) return spread(desk, 'owed', owed, preferences(desk, 'owed'));
  const obstacle = creditObstacle(desk);
  const [credit = 0, cash = 0] = obstacle ? [0, owed] : allocate(owed, [share.credit, share.rest]);
  const cashFirst: Destination[] = ['originalPayment', ...preferences(desk, 'owed')];
  const creditFlows: Flow[] = [];
  if (obstacle) desk.warnings.set(obstacle, {code: warningFor(obstacle)});
  else if (credit > 0) {
    if (!desk.choices.consent) desk.stops.push({code: 'consentNeeded', amount: money(desk, credit)});
    creditFlows.push(...takeRefundCredit(desk.room, credit, {code: 'creditShare', percent: share.text}).flows);
  }
  spread(desk, 'owed', cash, cashFirst);
  desk.flows.push(...creditFlows);
}

/** @throws InputError for a share above 100 % */
function creditShare({recipe, choices}: Desk): {credit: number; rest: number; text: string} | null {
  const text = choices.creditShare ?? recipe.creditShare;
  if (text === undefined || text === '') return null;
  const {numerator, denominator} = parseRatio(text, 'choices.creditShare');
  const rest = denominator * 100 - numerator;
  if (rest < 0) throw new InputError('choices.creditShare', text, 'Write a percentage from 0 to 100.');
  return numerator === 0 ? null : {credit: numerator, rest, text};
}

/** What was chosen for this order, then the recipe's own order. */
function preferences({recipe, choices}: SettleContext, cls: ComponentClass): Destination[] {
  const first = choices.prefer?.[cls];
  return first ? [first, ...recipe.destinations[cls]] : [...recipe.destinations[cls]];
}

/** Goes through the preferences until the sum is placed; whatever nothing else can take is paid outside. */
function spread(desk: Desk, pool: Exclude<Pool, 'bonus'>, want: number, wishes: readonly Destination[]): void {
  let rest = want;
  let skipped: string | null = null;
  const fallback: Destination[] =
    pool === 'owed' && desk.choices.consent ? ['storeCredit', 'outsidePayment'] : ['outsidePayment'];
  for (const destination of new Set([...wishes, ...fallback])) {
    if (rest <= 0) return;
    const flow = (kind: Flow['kind'], code: string): Flow => ({
      kind,
      pool,
      class: pool,
      minor: rest,
      reason: {code: skipped ?? code},
    });
    const place = (placed: Flow) => {
      desk.flows.push(placed);
      rest = 0;
    };
    if (destination === 'outsidePayment') place(flow('outsidePayment', 'preferredOutside'));
    else if (destination === 'originalPayment') {
      if (pool === 'goodwill') {
        skipped = 'gestureStaysOutOfRefund';
        continue;
      }
      const taken = takeOriginal(desk.room, rest, pool, skipped);
      desk.flows.push(...taken.flows);
      rest = taken.rest;
      skipped = taken.limit;
      if (taken.limit === 'paymentNotRefundable') {
        desk.warnings.set(taken.limit, {code: taken.limit, amount: money(desk, rest)});
      }
    } else {
      const started = rest < want;
      const obstacle = destination === 'storeCredit' ? creditObstacle(desk) : null;
      if (obstacle) {
        desk.warnings.set(obstacle, {code: warningFor(obstacle)});
        skipped = obstacle;
        continue;
      }
      if (pool === 'owed' && !desk.choices.consent) {
        if (started || skipped === 'beyondNetPayment' || skipped === 'paymentNotRefundable') continue;
        desk.stops.push({code: 'consentNeeded', amount: money(desk, rest)});
      }
      if (destination === 'giftCard') place(flow('giftCard', 'preferredGiftCard'));
      else if (pool === 'owed') {
        desk.flows.push(...takeRefundCredit(desk.room, rest, {code: skipped ?? 'consentedCredit'}).flows);
        rest = 0;
      } else place(flow('storeCredit', pool === 'goodwill' ? 'gestureAsCredit' : 'preferredCredit'));
    }
  }
}

/** Why store credit can't be had, or null. */
function creditObstacle({order}: SettleContext): 'guestHasNoStoreCredit' | 'storeCreditOff' | null {
  if (!order.creditOwner) return 'guestHasNoStoreCredit';
  return order.storeCreditEnabled === false ? 'storeCreditOff' : null;
}

function warningFor(obstacle: 'guestHasNoStoreCredit' | 'storeCreditOff'): string {
  return obstacle === 'guestHasNoStoreCredit' ? 'guestWithoutStoreCredit' : 'storeCreditOff';
}

function money(desk: Desk, minor: number) {
  return {minor, currency: desk.order.currency};
}
