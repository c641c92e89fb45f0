import {InputError} from '../../errors.ts';
import {availableUnits, lineEntitlement, selectedQuantities} from '../../order/index.ts';
import type {RefundEntry} from '../draft.ts';
import type {Component, Notice, RefundPlan} from '../types.ts';
import {entriesOf} from './entries.ts';
import {compareIds} from './ids.ts';
import type {AmountContext} from './amounts.ts';
import {restockUnits} from './restock.ts';

type LineAmount = NonNullable<Component['lines']>[number];

export interface ComposedItems {
  readonly components: readonly Component[];
  readonly entries: readonly RefundEntry[];
  readonly stock: RefundPlan['effects']['stock'];
  /** Lines whose last units go back now: their duties do too. */
  readonly wholly: ReadonlySet<string>;
  readonly stops: readonly Notice[];
  readonly warnings: readonly Notice[];
}

/**
 * The units that go back, with their price and (where prices don't include it) their tax, by cumulative entitlement, half up
 * (facts/refund-rules R5). Units beyond what is left are a stop, not an error: staff may have planned on an older screen.
 * @throws InputError for a line that the order hasn't, or more units than were sold
 */
export function composeItems(context: AmountContext): ComposedItems {
  const {order, recipe, choices} = context;
  const asked = selectedQuantities(order, recipe, choices);
  const prices: LineAmount[] = [];
  const taxes: LineAmount[] = [];
  const entries: RefundEntry[] = [];
  const stock: RefundPlan['effects']['stock'][number][] = [];
  const wholly = new Set<string>();
  const gone: string[] = [];
  const onReturn: string[] = [];
  let noLocation = false;

  for (const line of order.lines) {
    const wanted = asked.get(line.id) || 0;
    if (wanted > line.quantity) {
      throw new InputError(
        `choices.quantities.${line.id}`,
        wanted,
        `Use at most ${line.quantity}: that many were sold.`,
      );
    }
    if (wanted > line.refundable) gone.push(line.name);
    else if (wanted > availableUnits(line)) onReturn.push(line.name);
    const units = Math.min(wanted, line.refundable);
    if (units === 0) continue;
    if (units === line.refundable) wholly.add(line.id);

    const price = lineEntitlement(line, units, 'subtotal');
    prices.push({lineId: line.id, quantity: units, amount: price});
    const tax = order.taxesIncluded ? null : lineEntitlement(line, units, 'tax');
    if (tax) taxes.push({lineId: line.id, quantity: units, amount: tax});

    const restocked = restockUnits(line, units, recipe, choices);
    noLocation ||= restocked.noLocation;
    for (const part of restocked.parts) {
      stock.push({lineId: line.id, name: line.name, quantity: part.choice.quantity, restock: part.restock});
    }
    entries.push(...entriesOf(line, restocked.parts, price.minor, tax?.minor || 0));
  }

  prices.sort(byLine);
  taxes.sort(byLine);
  entries.sort((a, b) => compareIds(a.choice.lineItemId, b.choice.lineItemId));
  const count = prices.reduce((all, line) => all + line.quantity, 0);
  return {
    components: [
      ...component('items', {code: 'itemsReturned', count}, prices, order.currency),
      ...component('tax', {code: 'taxPaid'}, taxes, order.currency),
    ],
    entries,
    stock,
    wholly,
    stops: [
      ...(gone.length > 0 ? [{code: 'itemsAlreadyRefunded', lines: gone}] : []),
      ...(onReturn.length > 0
        ? [{code: 'itemsOnOpenReturn', lines: onReturn, returns: order.openReturns.map((open) => open.name)}]
        : []),
    ],
    warnings: noLocation ? [{code: 'noLocation'}] : [],
  };
}

function component(
  kind: 'items' | 'tax',
  reason: Component['reason'],
  lines: readonly LineAmount[],
  currency: string,
): Component[] {
  const minor = lines.reduce((all, line) => all + line.amount.minor, 0);
  return minor === 0 ? [] : [{kind, class: 'owed', reason, amount: {minor, currency}, lines}];
}

function byLine(a: LineAmount, b: LineAmount): number {
  return compareIds(a.lineId, b.lineId);
}
