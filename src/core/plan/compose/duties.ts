import type {OrderSnapshot} from '../../order/types.ts';
import type {Component, Notice} from '../types.ts';
import {compareIds} from './ids.ts';

export interface ComposedDuties {
  readonly component: Component | null;
  readonly dutyIds: readonly string[];
  readonly warnings: readonly Notice[];
}

/**
 * Duties that weren't refunded yet. Shopify takes a duty back as a whole, so it goes with the last units of its line; a line
 * that keeps units keeps its duties, and the plan says so.
 * @param wholly the lines whose last units go back; null where the recipe refunds duties without items: then all of them
 */
export function composeDuties(
  order: OrderSnapshot,
  wholly: ReadonlySet<string> | null,
  touched: ReadonlySet<string>,
): ComposedDuties {
  const lines: NonNullable<Component['lines']>[number][] = [];
  const dutyIds: string[] = [];
  const stay: string[] = [];
  for (const line of order.lines) {
    if (line.duties.length === 0) continue;
    const open = line.duties.filter((duty) => !duty.refunded);
    if (open.length === 0) continue;
    if (wholly && !wholly.has(line.id)) {
      if (touched.has(line.id)) stay.push(line.name);
      continue;
    }
    const minor = open.reduce((all, duty) => all + duty.amount.presentment.minor, 0);
    lines.push({lineId: line.id, quantity: line.refundable, amount: {minor, currency: order.currency}});
    dutyIds.push(...open.map((duty) => duty.id));
  }
  lines.sort((a, b) => compareIds(a.lineId, b.lineId));
  const minor = lines.reduce((all, line) => all + line.amount.minor, 0);
  const amount = {minor, currency: order.currency};
  return {
    component: minor === 0 ? null : {kind: 'duties', class: 'owed', reason: {code: 'dutiesPaid'}, amount, lines},
    dutyIds: [...dutyIds].sort(compareIds),
    warnings: stay.length > 0 ? [{code: 'dutiesStay', lines: stay}] : [],
  };
}
