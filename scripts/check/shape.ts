import type {Problem} from './problem.ts';
import {isTable} from './project.ts';

/** What a TOML table may hold: a kind of value, a table of its own, a list of tables (`[shape]`), or any key (`*`). */
export type Shape = 'string' | 'strings' | 'boolean' | 'anything' | readonly [ShapeTable] | ShapeTable;
export interface ShapeTable {
  readonly [key: string]: Shape;
}

function isKind(value: unknown, kind: string): boolean {
  if (kind === 'anything') return true;
  if (kind === 'strings') return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
  return typeof value === kind;
}

/** Tells every key that Shopify would silently ignore, and every value of another kind than expected. */
export function shapeProblems(file: string, value: unknown, shape: Shape, path = ''): Problem[] {
  const key = path === '' ? 'the file' : path;
  if (typeof shape === 'string') {
    const expected = shape === 'strings' ? 'a list of strings' : `a ${shape}`;
    return isKind(value, shape)
      ? []
      : [{file, key, found: `is ${JSON.stringify(value)}.`, fix: `Make it ${expected}.`}];
  }
  if (Array.isArray(shape)) {
    if (!Array.isArray(value)) return [{file, key, found: 'is not a list of tables.', fix: `Write it as [[${path}]].`}];
    return value.flatMap((entry, index) => shapeProblems(file, entry, shape[0], `${path}[${index}]`));
  }
  if (!isTable(value))
    return [{file, key, found: `is ${JSON.stringify(value)}.`, fix: `Write it as a table, [${path}].`}];
  const known = shape as ShapeTable;
  return Object.entries(value).flatMap(([name, inner]) => {
    const innerPath = path === '' ? name : `${path}.${name}`;
    const expected = known[name] ?? known['*'];
    if (expected !== undefined) return shapeProblems(file, inner, expected, innerPath);
    const choices = Object.keys(known).join(', ');
    return [
      {file, key: innerPath, found: 'is not a key that Shopify reads.', fix: `Remove it or use one of: ${choices}.`},
    ];
  });
}
