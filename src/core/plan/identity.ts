import type {OrderSnapshot} from '../order/types.ts';
import type {Recipe} from '../recipe/types.ts';
import type {Call, Component, Leg, RefundLineChoice} from './types.ts';

/**
 * The plan's id: the same order, recipe version, components, legs, stock and intent give the same id, in whatever order the
 * lines stand (facts/refund-rules R14). An approval is for one id, so what becomes of the units counts too. Reasons are words
 * about the plan and don't.
 * @param hash any text to at least 16 hexadecimal digits
 */
export function planIdOf(
  order: OrderSnapshot,
  recipe: Recipe,
  intentId: string,
  components: readonly Component[],
  legs: readonly Leg[],
  calls: readonly Call[],
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
    calls.map((call) => (call.kind === 'refundCreate' ? stockText(call.refundLineItems) : '')),
  ]);
  return `plan-${hash(text).slice(0, 16)}`;
}

/** Lines are sorted already; one text is quicker to hash than a list of lists. */
function linesText(lines: NonNullable<Component['lines']>): string {
  let text = '';
  for (const {lineId, quantity, amount} of lines) text += `${numberIn(lineId)}*${quantity}=${amount.minor};`;
  return text;
}

function stockText(items: readonly RefundLineChoice[]): string {
  let text = '';
  for (const {lineItemId, quantity, restockType, locationId = ''} of items) {
    text += `${numberIn(lineItemId)}*${quantity}=${restockType}${locationId};`;
  }
  return text;
}

/** What tells a line from the others in Shopify's global id: a long order's text is half as long to hash. */
function numberIn(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}
