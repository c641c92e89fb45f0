/** A Run code step's input: exactly what its query asks for, under the names that it gives. */
import {Kind, type SelectionSetNode} from 'graphql';

/** What isn't there is null, as in any GraphQL answer. */
export function project(value: unknown, selection: SelectionSetNode): unknown {
  if (Array.isArray(value)) return value.map((one) => project(one, selection));
  if (typeof value !== 'object' || value === null) return value ?? null;
  const from = value as Record<string, unknown>;
  const result: Record<string, unknown> = {};
  for (const one of selection.selections) {
    if (one.kind === Kind.INLINE_FRAGMENT) {
      const type = one.typeCondition?.name.value;
      if (type === undefined || from['__typename'] === type) {
        Object.assign(result, project(from, one.selectionSet));
      }
    } else if (one.kind === Kind.FIELD) {
      const inner = Object.hasOwn(from, one.name.value) ? from[one.name.value] : null;
      result[one.alias?.value ?? one.name.value] = one.selectionSet
        ? project(inner, one.selectionSet)
        : (inner ?? null);
    }
  }
  return result;
}
