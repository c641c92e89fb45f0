import type {Bool, Float, ID, Int, JsonText, LegacyID, Scalar} from './kinds.ts';
import {literal, type Moment} from './liquid.ts';
import {isRef, PATH, type Ref, type Scoped, type ScopeOf} from './path.ts';

/** What may stand between the quotes of a JSON text: nothing that can hold a quote, a backslash or a newline. */
export type Quotable<Of extends string = string> =
  ID<Of> | Scalar<'SafeText' | 'Int' | 'Float' | 'Money' | 'Decimal' | 'DateTime' | 'Enum', unknown>;

/** A value put into JSON without quotes, as Liquid. */
export interface Bare<out Scope> extends Scoped<Scope> {
  readonly bare: string;
}

/** A number, true or false, or a whole JSON value that Run code made, as it is (docs/unconfirmed.md, 9). */
export function bare<Scope>(value: Ref<Int | Float | Bool | JsonText, Scope>): Bare<Scope> {
  return {bare: put(value)};
}

/** JSON that Run code made in parts, with a moment between them where only Liquid has one: madeJson`${start}${now('%s%N')}${end}`. */
export function madeJson<const Parts extends readonly (Ref<JsonText, unknown> | Moment<unknown>)[]>(
  texts: TemplateStringsArray,
  ...parts: Parts
): Bare<ScopeOf<Parts[number]>> {
  return {bare: texts.map((piece, at) => `${literal(piece)}${putAny(parts[at])}`).join('')};
}

/** A text with safe values in it: safe`gid://shopify/Order/${order.legacyResourceId}`. */
export interface Safe<out Scope> extends Scoped<Scope> {
  readonly safe: string;
}

export function safe<const Parts extends readonly (Ref<Quotable | LegacyID, unknown> | Moment<unknown>)[]>(
  texts: TemplateStringsArray,
  ...parts: Parts
): Safe<ScopeOf<Parts[number]>> {
  return {safe: texts.map((piece, at) => `${literal(piece)}${putAny(parts[at])}`).join('')};
}

function put(value: Ref<unknown, unknown>): string {
  return `{{ ${value[PATH]} }}`;
}

function putAny(part: Ref<unknown, unknown> | Moment<unknown> | undefined): string {
  if (part === undefined) return '';
  return isRef(part) ? put(part) : `{{ ${part.moment} }}`;
}

/**
 * A mutation's variables (or a part of them) with safe values of the workflow in the place of texts and numbers.
 * @typeParam Ids whose id each variable is that is one, by its name
 * @typeParam Of the object whose id this one is; null where it is none
 */
export type WithRefs<T, Scope, Ids, Of extends string | null = null> =
  | (unknown extends T ? AnyJson<Scope> : never)
  | (T extends string
      ? | Ref<Of extends string ? Quotable<Of> : Quotable | LegacyID, Scope>
        | Moment<Scope>
        | Safe<Scope>
        | JsonInText<Scope>
      : never)
  | Bare<Scope>
  | (T extends string | number | boolean | null | undefined ? T : never)
  | (T extends readonly (infer Item)[] ? readonly WithRefs<Item, Scope, Ids, Of>[] : never)
  | (T extends object
      ? T extends readonly unknown[]
        ? never
        : {readonly [K in keyof T]: WithRefs<T[K], Scope, Ids, IdOf<K, Ids>>}
      : never);

/** An id whose object nothing says is any object's. */
type IdOf<Name, Ids> = Name extends keyof Ids ? Extract<Ids[Name], string> : Name extends `${string}Id` ? string : null;

/** Any JSON with safe values in it. */
export type AnyJson<Scope> =
  | string
  | number
  | boolean
  | null
  | Ref<Quotable | LegacyID, Scope>
  | Moment<Scope>
  | Safe<Scope>
  | Bare<Scope>
  | readonly AnyJson<Scope>[]
  | {readonly [name: string]: AnyJson<Scope>};

/** JSON as the text of a JSON metafield. */
export interface JsonInText<out Scope> extends Scoped<Scope> {
  readonly jsonInText: string;
}

/** Ids, amounts and dates only: what Run code escaped once would have to be escaped twice here. */
type Plain<Scope> =
  | string
  | number
  | boolean
  | null
  | Ref<Scalar<'ID' | 'LegacyID' | 'Int' | 'Float' | 'Money' | 'Decimal' | 'DateTime' | 'Enum', unknown>, Scope>
  | readonly Plain<Scope>[]
  | {readonly [name: string]: Plain<Scope>};

type ScopeWithin<Value> = Value extends string | number | boolean | null
  ? never
  : Value extends Ref<unknown, infer Scope>
    ? Scope
    : Value extends readonly (infer Item)[]
      ? ScopeWithin<Item>
      : {[K in keyof Value]: ScopeWithin<Value[K]>}[keyof Value];

/** The value of a metafield of type `json`, written where it is used: jsonInText({recipe: 'goodwill-amount'}). */
export function jsonInText<const Value extends Plain<unknown>>(value: Value): JsonInText<ScopeWithin<Value>> {
  return {jsonInText: JSON.stringify(value, inPlace)};
}

/** Marks around values that lose their quotes, as they are and as JSON writes them. */
const OPEN = '\u0001';
const CLOSE = '\u0002';
const MARKED = /"\\u0001(.*?)\\u0002"/g;

/**
 * The variables as JSON with Liquid in it, indented so that a merchant can read and change it in Flow.
 * @throws {InputError} where a text of ours holds Liquid by accident
 */
export function blobOf(variables: object): string {
  return JSON.stringify(variables, inPlace, 2).replace(
    MARKED,
    (_all, escaped: string) => JSON.parse(`"${escaped}"`) as string,
  );
}

function inPlace(_name: string, value: unknown): unknown {
  if (typeof value === 'string') return literal(value);
  if (typeof value !== 'object' || value === null) return value;
  if (isRef(value)) return put(value);
  if ('bare' in value) return `${OPEN}${String(value.bare)}${CLOSE}`;
  if ('moment' in value) return `{{ ${String(value.moment)} }}`;
  if ('safe' in value) return value.safe;
  if ('jsonInText' in value) return value.jsonInText;
  return value;
}
