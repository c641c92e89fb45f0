/** The items of a For each. */
import {type Bound, itemType, rootOf} from '../environment/index.ts';
import type {Seen} from '../environment/selection.ts';
import {FlowProblem} from '../problem.ts';
import {say} from '../said.ts';

/**
 * Of what type the items of a list are, and whether each can be read again by itself; null for a list of plain values.
 * @param path of the list, from the variable on
 */
export function itemKind(
  seen: Seen,
  source: Bound,
  path: readonly string[],
): {readonly type: string; readonly again: boolean} | null {
  if (source.is === 'value') return null;
  if (source.is === 'things') return {type: source.type, again: true};
  const type = itemType(seen, source.type, path.slice(1));
  return type === null ? null : {type, again: rootOf(seen, type) !== null};
}

/**
 * @param list as it was read
 * @param again the type under which each item is read again; null: it stays as it is
 * @throws FlowProblem for what is no list
 */
export function itemsOf(
  source: Bound | undefined,
  path: readonly string[],
  list: unknown,
  again: string | null,
): readonly Bound[] {
  if (source?.is === 'things' && path.length === 1) {
    return source.ids.map((id) => ({is: 'thing', type: source.type, id}));
  }
  if (!Array.isArray(list)) throw new FlowProblem(say`${path.join('.')} is no list here.`);
  return list.map((value: unknown) => {
    const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : null;
    return again !== null && typeof id === 'string' ? {is: 'thing', type: again, id} : {is: 'value', value};
  });
}
