import type {Money} from '../../money/index.ts';
import type {OrderSnapshot} from '../../order/types.ts';
import type {Choices, ComponentClass, Destination, Recipe} from '../../recipe/types.ts';
import type {Flow} from '../draft.ts';
import type {Notice} from '../types.ts';
import type {Room} from './room.ts';

export interface SettleContext {
  readonly order: OrderSnapshot;
  readonly recipe: Recipe;
  readonly choices: Choices;
  /** Shopify's own maximum per payment id (minor units), where it was asked. */
  readonly maxima?: ReadonlyMap<string, number>;
}

/** The settling's work in progress. */
export interface Desk extends SettleContext {
  readonly room: Room;
  readonly flows: Flow[];
  readonly stops: Notice[];
  readonly warnings: Map<string, Notice>;
}

/**
 * What was chosen for this order, then the recipe's own order. Who agreed to store credit gets it before anything has to be paid
 * outside, for what is owed too.
 */
export function preferences({recipe, choices}: SettleContext, cls: ComponentClass): Destination[] {
  const first = choices.prefer?.[cls];
  const wishes = first ? [first, ...recipe.destinations[cls]] : [...recipe.destinations[cls]];
  const outside = wishes.indexOf('outsidePayment');
  if (cls !== 'owed' || !choices.consent || outside === 0) return [...wishes, 'outsidePayment'];
  if (outside < 0) return [...wishes, 'storeCredit', 'outsidePayment'];
  return [...wishes.slice(0, outside), 'storeCredit', ...wishes.slice(outside)];
}

/** Why store credit can't be had, or null. */
export function creditObstacle({order}: SettleContext): 'guestHasNoStoreCredit' | 'storeCreditOff' | null {
  if (!order.creditOwner) return 'guestHasNoStoreCredit';
  return order.storeCreditEnabled === false ? 'storeCreditOff' : null;
}

/** The warning that goes with it. */
export function warningFor(obstacle: 'guestHasNoStoreCredit' | 'storeCreditOff'): string {
  return obstacle === 'guestHasNoStoreCredit' ? 'guestWithoutStoreCredit' : 'storeCreditOff';
}

export function money(desk: Desk, minor: number): Money {
  return {minor, currency: desk.order.currency};
}
