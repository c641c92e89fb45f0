import type {OrderSnapshot} from '../order/types.ts';
import type {Recipe} from '../recipe/types.ts';
import type {Component, Leg} from './types.ts';

/**
 * The plan's id: the same order, recipe version, components, legs and intent give the same id, in whatever order the lines
 * stand (facts/refund-rules R14). Reasons are words about the plan and don't count.
 * @param hash any text to at least 16 hexadecimal digits
 */
export function planIdOf(
  order: OrderSnapshot,
  recipe: Recipe,
  intentId: string,
  components: readonly Component[],
  legs: readonly Leg[],
  hash: (text: string) => string,
): string {
  const text = JSON.stringify([
    order.id,
    recipe.handle,
    recipe.version,
    intentId,
    order.currency,
    components.map(({kind, class: cls, amount, lines}) => [kind, cls, amount.minor, lines ? linesText(lines) : null]),
    legs.map((leg) => [leg.kind, leg.class, leg.amount.minor, leg.payment?.id, leg.ownerId, leg.expiresAfterDays]),
  ]);
  return `plan-${hash(text).slice(0, 16)}`;
}

/** Lines are sorted already; one text is quicker to hash than a list of lists. */
function linesText(lines: NonNullable<Component['lines']>): string {
  let text = '';
  for (const {lineId, quantity, amount} of lines) text += `${lineId}*${quantity}=${amount.minor};`;
  return text;
}
