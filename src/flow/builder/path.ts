import type {Scalar} from './kinds.ts';

/** A path's text: `order.customer.id`. Symbols, because every name may be a field of Shopify's. */
export const PATH = Symbol('path');
declare const TYPE: unique symbol;
declare const SCOPE: unique symbol;

/** What exists in a part of the workflow only: in a loop, in a branch, behind a step. */
export interface Scoped<out Scope> {
  readonly [SCOPE]?: Scope;
}

/** All the scopes that some values need; literals need none. */
export type ScopeOf<Value> = Value extends string | number | boolean | null
  ? never
  : Value extends Scoped<infer Scope>
    ? Scope
    : never;

/** A place in the environment: what it holds, and the part of the workflow in which it exists. */
export interface Ref<out T, out Scope> extends Scoped<Scope> {
  readonly [PATH]: string;
  readonly [TYPE]?: T;
}

/** A path as the workflow writes it: `order.customer.id` is checked name by name. */
export type Path<T, Scope> =
  T extends Scalar<string, unknown>
    ? Ref<T, Scope>
    : T extends readonly unknown[]
      ? Ref<T, Scope>
      : Ref<T, Scope> & {readonly [K in Exclude<keyof T, '#type'>]: Path<T[K], Scope>};

/** A path that records the names it is asked for. */
export function pathTo<T, Scope>(path: string): Path<T, Scope> {
  const names: ProxyHandler<object> = {
    get: (_target, name) => (typeof name === 'symbol' ? (name === PATH ? path : undefined) : pathTo(`${path}.${name}`)),
  };
  return new Proxy({}, names) as Path<T, Scope>;
}

/** A path as text. */
export function pathOf(ref: Ref<unknown, unknown>): string {
  return ref[PATH];
}

export function isRef(value: unknown): value is Ref<unknown, unknown> {
  return typeof value === 'object' && value !== null && typeof (value as {[PATH]?: unknown})[PATH] === 'string';
}

/** The last name of a path: Flow calls an item of `order.lineItems` after it. */
export function lastName(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}
