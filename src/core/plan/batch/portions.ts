import {allocate} from '../../money/index.ts';
import type {Draft, RefundEntry} from '../draft.ts';
import type {Component, ComponentKind} from '../types.ts';

/** The most entries that Shopify takes in one input list (recorded: MAX_INPUT_SIZE_EXCEEDED). */
export const LIST_LIMIT = 250;

/** One kind's share in what a call pays; minor units above zero. */
export interface Slice {
  readonly kind: ComponentKind;
  readonly minor: number;
}

/** What one `refundCreate` refunds. */
export interface Portion {
  readonly entries: readonly RefundEntry[];
  readonly dutyIds: readonly string[];
  readonly shipping: number | null;
  /** What is owed with it, kind by kind, before fees. */
  readonly slices: readonly Slice[];
  /** What is owed with it, after fees: the money that this call should pay. */
  readonly value: number;
}

/**
 * The refund in as many calls as Shopify's lists need: shipping, duties and a chosen sum go with the first, what is owed on top
 * (a label) with the last, fees come off from the last backwards.
 */
export function portion(draft: Draft): readonly Portion[] {
  const owed = draft.components.filter((component) => component.class === 'owed' && component.amount.minor > 0);
  const minorOf = (kind: ComponentKind) => owed.find((component) => component.kind === kind)?.amount.minor || 0;
  const dutyIds = minorOf('duties') > 0 ? draft.dutyIds : [];
  const count = Math.max(1, Math.ceil(draft.entries.length / LIST_LIMIT), Math.ceil(dutyIds.length / LIST_LIMIT));
  const chunks = Array.from({length: count}, (_, index) =>
    draft.entries.slice(index * LIST_LIMIT, (index + 1) * LIST_LIMIT),
  );
  const shippingTax = minorOf('tax') - linesTotal(owed, 'tax');
  const items = shares(
    minorOf('items'),
    chunks.map((chunk) => chunk.reduce((all, entry) => all + entry.price, 0)),
  );
  const taxes = shares(
    minorOf('tax') - Math.max(0, shippingTax),
    chunks.map((chunk) => chunk.reduce((all, entry) => all + entry.tax, 0)),
  );
  let fees = -draft.components.reduce((all, component) => all + Math.min(0, component.amount.minor), 0);

  const portions: Portion[] = [];
  for (let index = count - 1; index >= 0; index--) {
    const slices = [
      {kind: 'items' as const, minor: items[index] || 0},
      {kind: 'tax' as const, minor: (taxes[index] || 0) + (index === 0 ? Math.max(0, shippingTax) : 0)},
      ...(index === 0 ? slicesOf(owed, ['shipping', 'duties', 'amount']) : []),
      ...(index === count - 1 ? slicesOf(owed, ['returnLabel', 'goodwill']) : []),
    ].filter((slice) => slice.minor > 0);
    const gross = slices.reduce((all, slice) => all + slice.minor, 0);
    const taken = Math.min(fees, gross);
    fees -= taken;
    portions.push({
      entries: chunks[index] || [],
      dutyIds: dutyIds.slice(index * LIST_LIMIT, (index + 1) * LIST_LIMIT),
      shipping: index === 0 && minorOf('shipping') > 0 ? minorOf('shipping') : null,
      slices,
      value: gross - taken,
    });
  }
  return portions.reverse();
}

function slicesOf(owed: readonly Component[], kinds: readonly ComponentKind[]): Slice[] {
  return owed.filter((part) => kinds.includes(part.kind)).map((part) => ({kind: part.kind, minor: part.amount.minor}));
}

function linesTotal(owed: readonly Component[], kind: ComponentKind): number {
  const lines = owed.find((component) => component.kind === kind)?.lines || [];
  return lines.reduce((all, line) => all + line.amount.minor, 0);
}

/** A total over the calls, in proportion to what their entries bring; where these bring nothing, all of it in the first. */
function shares(total: number, weights: readonly number[]): readonly number[] {
  if (weights.length === 1 || weights.every((weight) => weight === 0)) return [total];
  return allocate(total, weights);
}
