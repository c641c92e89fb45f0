import type {PartKind} from './types.ts';

/**
 * What one field of a recipe or of choices may hold. Tables of these drive the checker, the published JSON Schema and the editor,
 * so that the three can't disagree.
 */
export interface FieldRule {
  /** Where it stands: `title.en`, `parts[].kind` for entries of a list, `quantities{}` for values under free keys. */
  readonly path: string;
  readonly type:
    'object' | 'list' | 'map' | 'text' | 'integer' | 'boolean' | 'choice' | 'decimal' | 'percent' | 'format';
  readonly required?: boolean;
  /** For `choice`; for `map` the keys that are allowed. */
  readonly values?: readonly string[];
  readonly default?: string | number | boolean;
  /** Smallest and largest integer, or number of entries of a list. */
  readonly min?: number;
  readonly max?: number;
  /** Most characters of a text. */
  readonly maxLength?: number;
  /** A regular expression that a text has to match. */
  readonly pattern?: string;
  /** Only parts of these kinds have it. */
  readonly kinds?: readonly PartKind[];
}

/** The rules directly inside the object at `parent` ('' for the top). */
export function rulesInside(rules: readonly FieldRule[], parent: string): readonly FieldRule[] {
  const prefix = parent === '' ? '' : `${parent}.`;
  return rules.filter((rule) => rule.path.startsWith(prefix) && /^\w+$/.test(rule.path.slice(prefix.length)));
}

/** The name of a rule's field, without the path that leads there. */
export function nameOf(rule: FieldRule): string {
  return rule.path.slice(rule.path.lastIndexOf('.') + 1);
}
