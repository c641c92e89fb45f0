/** A Run code step's input: exactly what its query asks for, under the names that it gives. */
import {Kind, type SelectionSetNode} from 'graphql';
import {isRecord} from '../problem.ts';

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
        merge(result, project(from, one.selectionSet));
      }
    } else if (one.kind === Kind.FIELD) {
      const inner = Object.hasOwn(from, one.name.value) ? from[one.name.value] : null;
      merge(result, {
        [one.alias?.value ?? one.name.value]: one.selectionSet ? project(inner, one.selectionSet) : (inner ?? null),
      });
    }
  }
  return result;
}

/** A field that is asked for twice gives what both ask for. */
function merge(into: Record<string, unknown>, from: unknown): void {
  if (!isRecord(from)) return;
  for (const [name, value] of Object.entries(from)) into[name] = merged(into[name], value);
}

function merged(one: unknown, other: unknown): unknown {
  if (Array.isArray(one) && Array.isArray(other)) return one.map((item, at) => merged(item, other[at]));
  if (!isRecord(one) || !isRecord(other)) return other;
  const both = {...one};
  merge(both, other);
  return both;
}
