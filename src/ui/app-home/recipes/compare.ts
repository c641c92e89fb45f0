import type {Draft} from './draft.ts';

export interface Difference {
  /** `parts[0].amount.value` */
  readonly field: string;
  readonly mine: string;
  readonly theirs: string;
}

/** Where two versions differ, field by field; the version itself always does and is left out. */
export function differences(mine: unknown, theirs: unknown): readonly Difference[] {
  const [a, b] = [flat(mine), flat(theirs)];
  return [...new Set([...a.keys(), ...b.keys()])]
    .filter((field) => field !== 'version' && a.get(field) !== b.get(field))
    .map((field) => ({field, mine: a.get(field) || '', theirs: b.get(field) || ''}));
}

function flat(value: unknown, path = ''): Map<string, string> {
  if (value === null) return new Map();
  if (Array.isArray(value)) {
    if (value.every((entry) => typeof entry === 'string')) return new Map([[path, value.join(', ')]]);
    return new Map(value.flatMap((entry, index) => [...flat(entry, `${path}[${index}]`)]));
  }
  if (typeof value === 'object' && value !== null) {
    return new Map(
      Object.entries(value as Draft).flatMap(([key, held]) => [...flat(held, path ? `${path}.${key}` : key)]),
    );
  }
  return new Map([[path, typeof value === 'string' ? value : JSON.stringify(value)]]);
}
