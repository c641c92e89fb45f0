import {InputError} from '../errors.ts';
import type {Choices, Recipe} from '../recipe/types.ts';
import type {OrderSnapshot, SnapshotLine} from './types.ts';

/**
 * Units per line id that a recipe and the choices ask for; lines without units are left out, and so is everything when the
 * recipe has no `items` part. May ask for more than is available now: the planner says what stands in the way.
 * @throws InputError when the choices name a line that the order hasn't, or a quantity that is no whole number
 */
export function selectedQuantities(
  order: OrderSnapshot,
  recipe: Recipe,
  choices: Choices,
): ReadonlyMap<string, number> {
  const chosen = choices.quantities || {};
  const known = new Set(order.lines.map((line) => line.id));
  for (const [id, units] of Object.entries(chosen)) {
    const field = `choices.quantities.${id}`;
    if (!known.has(id)) throw new InputError(field, id, `Name a line of order ${order.name}.`);
    if (!Number.isSafeInteger(units) || units < 0)
      throw new InputError(field, units, 'Use a whole number of zero or more.');
  }
  const items = recipe.parts.find((part) => part.kind === 'items');
  if (!items) return new Map();
  return new Map(
    order.lines
      .map((line) => [line.id, chosen[line.id] ?? preselected(line, items.selection || 'all')] as const)
      .filter(([, units]) => units > 0),
  );
}

function preselected(line: SnapshotLine, selection: 'all' | 'chosen' | 'unfulfilled'): number {
  if (selection === 'chosen') return 0;
  return selection === 'all' ? line.refundable : Math.min(line.unfulfilled, line.refundable);
}
