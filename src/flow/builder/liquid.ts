import {InputError} from '../../core/index.ts';
import type {DateTime, Scalar} from './kinds.ts';
import {isRef, lastName, PATH, type Path, pathTo, type Ref, type Scoped, type ScopeOf} from './path.ts';

/** Text with Liquid in it, over paths that exist in `Scope`. */
export interface Liquid<out Scope> extends Scoped<Scope> {
  readonly liquid: string;
}

type Leaf = Scalar<string, unknown>;
type Part<Scope> = Ref<Leaf, Scope> | Liquid<Scope> | Moment<Scope> | string | number;

/**
 * Text with paths in it: liquid`Order ${order.name}`. Only single values can be put out; for lists there is `each`.
 * Anybody's words may come in, quotes and newlines included, so this is for mails and notes, never for JSON.
 */
export function liquid<const Parts extends readonly Part<unknown>[]>(
  texts: TemplateStringsArray,
  ...parts: Parts
): Liquid<ScopeOf<Parts[number]>> {
  const text = texts.map((piece, at) => `${literal(piece)}${at < parts.length ? shown(parts[at]) : ''}`).join('');
  return {liquid: text};
}

function shown(part: Part<unknown> | undefined): string {
  if (isRef(part)) return `{{ ${part[PATH]} }}`;
  if (typeof part === 'object') return 'liquid' in part ? part.liquid : `{{ ${part.moment} }}`;
  return literal(String(part));
}

/** Words of ours that hold no Liquid by accident. @throws {InputError} */
export function literal(text: string): string {
  if (/\{[{%]/.test(text)) {
    throw new InputError('text', text, 'Flow reads {{ and {% as Liquid: use a path, `each` or `given`.');
  }
  return text;
}

/** The same words for each item of a list. */
export function each<Item, Scope, Also = never>(
  list: Ref<readonly Item[], Scope>,
  words: <Inside>(item: Path<Item, Inside>) => Liquid<Inside | Scope | Also>,
): Liquid<Scope | Also> {
  const item = `${lastName(list[PATH])}_item`;
  return {liquid: `{% for ${item} in ${list[PATH]} %}${words<never>(pathTo(item)).liquid}{% endfor %}`};
}

/** Words only where the value is there; else the others. */
export function given<Scope, Words, Others = never>(
  value: Ref<Leaf, Scope>,
  words: Liquid<Words>,
  otherwise: Liquid<Others> = {liquid: ''},
): Liquid<Scope | Words | Others> {
  const rest = otherwise.liquid === '' ? '' : `{% else %}${otherwise.liquid}`;
  return {liquid: `{% if ${value[PATH]} %}${words.liquid}${rest}{% endif %}`};
}

/** A point in time with its filters. Single quotes only: it may stand inside JSON. */
export interface Moment<out Scope> extends Scoped<Scope> {
  readonly moment: string;
}

/**
 * When the step runs. How fine Flow's `'now'` is: docs/unconfirmed.md, 8.
 * @param format of Liquid's `date`: `%s%N` is nanoseconds since 1970
 */
export function now(format: string): Moment<never> {
  return {moment: `'now' | date: '${format}'`};
}

/** A date some days before or after another, for searches and mails. */
export function shifted<Scope>(
  from: Ref<DateTime, Scope> | 'now',
  by: 'date_plus' | 'date_minus',
  amount: string,
): Moment<Scope> {
  return {moment: `${from === 'now' ? "'now'" : from[PATH]} | ${by}: '${amount}'`};
}
