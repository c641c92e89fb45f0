import {InputError} from '../core/index.ts';

/** An object of an answer with the path that leads to it, so that every complaint can name its field. */
export interface Node {
  readonly value: Readonly<Record<string, unknown>>;
  readonly path: string;
}

const MEND = 'Read the order again with OrderForRefund.graphql.';

/** @throws InputError unless the value is an object */
export function node(value: unknown, path: string): Node {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new InputError(path, value, MEND);
  return {value: value as Record<string, unknown>, path};
}

export function pathOf(parent: Node, key: string): string {
  return parent.path === '' ? key : `${parent.path}.${key}`;
}

/** @throws InputError unless the field is an object */
export function child(parent: Node, key: string): Node {
  return node(parent.value[key], pathOf(parent, key));
}

/** Whether the field is null or was not asked for. */
export function isAbsent(parent: Node, key: string): boolean {
  return parent.value[key] === null || parent.value[key] === undefined;
}

/**
 * For fields that may be null, but whose null has a meaning (a guest, an order that isn't cancelled): that they were asked for.
 * @throws InputError for the first that is missing
 */
export function present(parent: Node, ...keys: readonly string[]): void {
  const missing = keys.find((key) => parent.value[key] === undefined);
  if (missing !== undefined) throw new InputError(pathOf(parent, missing), undefined, MEND);
}

/** Null where the field is null or was not asked for. @throws InputError unless the field is an object then */
export function optionalChild(parent: Node, key: string): Node | null {
  return isAbsent(parent, key) ? null : child(parent, key);
}

/** @throws InputError unless the field is a list of objects */
export function children(parent: Node, key: string): readonly Node[] {
  const list = parent.value[key];
  const path = pathOf(parent, key);
  if (!Array.isArray(list)) throw new InputError(path, list, MEND);
  return Array.from(list, (item, index) => node(item, `${path}[${index}]`));
}

/** The nodes of a connection. @throws InputError unless they are a list of objects */
export function nodes(parent: Node, key: string): readonly Node[] {
  return children(child(parent, key), 'nodes');
}

/**
 * Whether a connection has a page after this one.
 * @throws InputError where that can't be read: a list that may be cut is never taken for whole
 */
export function hasNextPage(parent: Node, key: string): boolean {
  return flag(child(child(parent, key), 'pageInfo'), 'hasNextPage');
}

/**
 * A plain list (no connection, so no word of a next page) that is whole for certain: shorter than what was asked for.
 * @throws InputError when it is as long as the query's `first`
 */
export function wholeList(parent: Node, key: string, asked: number, list: readonly Node[]): readonly Node[] {
  if (list.length < asked) return list;
  throw new InputError(
    pathOf(parent, key),
    list.length,
    `Refund orders with ${asked} or more of these in Shopify itself.`,
  );
}

/** @throws InputError unless the field is text that is not empty */
export function text(parent: Node, key: string): string {
  const value = parent.value[key];
  if (typeof value !== 'string' || value === '') throw new InputError(pathOf(parent, key), value, MEND);
  return value;
}

/** @throws InputError unless the field is text, null or absent */
export function optionalText(parent: Node, key: string): string | null {
  const value = parent.value[key];
  if (value === null || value === undefined) return null;
  if (typeof value !== 'string') throw new InputError(pathOf(parent, key), value, MEND);
  return value;
}

/** @throws InputError unless the field is true or false */
export function flag(parent: Node, key: string): boolean {
  const value = parent.value[key];
  if (typeof value !== 'boolean') throw new InputError(pathOf(parent, key), value, 'Give true or false.');
  return value;
}

/** @throws InputError unless the field is a whole number of zero or more */
export function count(parent: Node, key: string): number {
  const value = parent.value[key];
  if (!Number.isSafeInteger(value) || (value as number) < 0) {
    throw new InputError(pathOf(parent, key), value, 'Give a whole number of zero or more.');
  }
  return value as number;
}

/** @throws InputError unless the field is one of the values */
export function oneOf<Value extends string>(parent: Node, key: string, values: readonly Value[]): Value {
  const value = parent.value[key];
  if (!values.includes(value as Value)) {
    throw new InputError(pathOf(parent, key), value, `Give one of ${values.join(', ')}.`);
  }
  return value as Value;
}
