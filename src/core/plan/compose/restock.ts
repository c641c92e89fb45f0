import type {SnapshotLine} from '../../order/types.ts';
import type {Choices, Recipe} from '../../recipe/types.ts';
import type {RefundLineChoice} from '../types.ts';

type Restock = 'return' | 'cancel' | 'none';

export interface RestockedUnits {
  readonly restock: Restock;
  readonly choice: RefundLineChoice;
}

export interface RestockResult {
  /** One entry, or two where a part of the units was shipped and the other was not. */
  readonly parts: readonly RestockedUnits[];
  /** Units would go back to stock, but nobody said where. */
  readonly noLocation: boolean;
}

const TYPES = {return: 'RETURN', cancel: 'CANCEL', none: 'NO_RESTOCK'} as const;

/**
 * What becomes of a line's refunded units. Unshipped units are cancelled first: they never have to come back. Shipped ones
 * return to stock where a location was chosen; without one Shopify puts nothing back (recorded), so the plan says so instead.
 */
export function restockUnits(line: SnapshotLine, units: number, recipe: Recipe, choices: Choices): RestockResult {
  const wish = choices.restock?.[line.id];
  const unshipped = wish === 'none' ? 0 : Math.min(units, line.unfulfilled);
  const shipped = units - unshipped;
  const returned = (wish || recipe.restock || 'return') === 'return' && line.restockable;
  const noLocation = returned && shipped > 0 && choices.locationId === undefined;
  const parts: RestockedUnits[] = [];
  if (unshipped > 0) parts.push(entry(line.id, unshipped, 'cancel', choices.locationId));
  if (shipped > 0) {
    parts.push(entry(line.id, shipped, returned && !noLocation ? 'return' : 'none', choices.locationId));
  }
  return {parts, noLocation};
}

function entry(lineItemId: string, quantity: number, restock: Restock, locationId: string | undefined): RestockedUnits {
  const choice = {lineItemId, quantity, restockType: TYPES[restock]};
  return {restock, choice: restock === 'none' || locationId === undefined ? choice : {...choice, locationId}};
}
