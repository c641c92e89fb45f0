import {fieldKey, type State} from '../state.ts';
import type {QuantityField} from './LineRow.tsx';

/** Up to so many lines all stand open; longer orders get a search field and pages. */
export const SHORT = 8;
export const PAGE = 10;

/** The lines whose name or SKU has every word of the search, in the order's own order: nothing moves while someone types. */
export function matchingLines(fields: readonly QuantityField[], search: string): readonly QuantityField[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return fields.filter(({name, sku}) => {
    const text = `${name} ${sku || ''}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/**
 * Lines for which a recipe takes more units than can be refunded now: the rest stands on an open return, which stops the plan
 * (design §4.7). Nobody typed that, so it is no mistake in the field.
 */
export function beyondReturn(fields: readonly QuantityField[], {typed}: State): readonly QuantityField[] {
  return fields.filter(({lineId, value, max}) => typed[fieldKey('quantity', lineId)] === undefined && value > max);
}

export function unitsChosen(fields: readonly QuantityField[], {typed}: State): {chosen: number; all: number} {
  let [chosen, all] = [0, 0];
  for (const field of fields) {
    chosen += Number(typed[fieldKey('quantity', field.lineId)] ?? field.value) || 0;
    all += Math.max(field.max, field.value);
  }
  return {chosen, all};
}
