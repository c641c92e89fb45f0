import {
  type Arguments,
  evalQuotedToken,
  type FilteredValueToken,
  type PropertyAccessToken,
  type Token,
  TypeGuards,
  type Value as LiquidValue,
} from 'liquidjs';
import {type Report, shown} from '../finding.ts';
import {didYouMean} from '../nearest.ts';
import {lookUp, type Scope} from '../path.ts';
import {FILTERS, PERHAPS} from './filters.ts';
import {type Safety, UNKNOWN, type Value, valueOf, worst} from './values.ts';

/** What stands behind a tag: a value with filters, or a single token. */
export type Argument = Arguments extends Iterable<infer One> ? One : never;

/** Names that the template itself makes: `assign`, `capture`, a loop's item. */
export type Locals = ReadonlyMap<string, Value>;

const NO_PROPERTIES = new Set(['first', 'last', 'size', 'empty?', 'empty']);

/** Judges expressions of one template against what the step may read. */
export class Expressions {
  private readonly scope: Scope;
  private readonly report: Report;

  constructor(scope: Scope, report: Report) {
    this.scope = scope;
    this.report = report;
  }

  /** What stands between `{{` and `}}`, or behind a tag: a value and its filters. */
  value(written: LiquidValue, locals: Locals): Value {
    const initial = this.tokens(written.initial.postfix, locals);
    return written.filters.reduce((value, filter) => {
      const added = filter.args.map((one) => this.argument(Array.isArray(one) ? one[1] : one, locals).json);
      return this.filtered(value, filter.name, added);
    }, initial);
  }

  /** A tag's argument: a value with filters or a bare token. */
  argument(argument: Argument | undefined, locals: Locals): Value {
    if (argument === undefined) return UNKNOWN;
    return 'filters' in argument && 'initial' in argument && !('begin' in argument)
      ? this.value(argument, locals)
      : this.token(argument, locals);
  }

  private tokens(postfix: readonly Token[], locals: Locals): Value {
    const values = postfix
      .filter((token) => !TypeGuards.isOperatorToken(token))
      .map((token) => this.token(token, locals));
    return values.length === 1 ? (values[0] as Value) : {kind: 'single', json: values.length > 1 ? 'bare' : 'word'};
  }

  private token(token: Token, locals: Locals): Value {
    if (TypeGuards.isPropertyAccessToken(token)) return this.path(token, locals);
    if (TypeGuards.isNumberToken(token)) return {kind: 'single', json: 'bare'};
    if (TypeGuards.isQuotedToken(token))
      return {kind: 'single', json: breaksJson(evalQuotedToken(token)) ? 'anyone' : 'word'};
    if (TypeGuards.isLiteralToken(token)) return {kind: 'single', json: 'bare'};
    if (TypeGuards.isRangeToken(token)) {
      this.token(token.lhs, locals);
      this.token(token.rhs, locals);
      return {kind: 'singles', json: 'bare'};
    }
    if ('initial' in token) return this.value(token as FilteredValueToken as unknown as LiquidValue, locals);
    return UNKNOWN;
  }

  private path(token: PropertyAccessToken, locals: Locals): Value {
    const names: string[] = [];
    for (const part of token.props) {
      if (TypeGuards.isNumberToken(part) || TypeGuards.isPropertyAccessToken(part)) {
        this.report.error(
          'liquid-index',
          `“${shown(token.getText())}” takes one item of a list by its number, which Flow's Liquid can't.`,
          'Go through the list with a for tag.',
        );
        return UNKNOWN;
      }
      names.push(TypeGuards.isQuotedToken(part) ? evalQuotedToken(part) : part.getText());
    }
    if (token.variable !== undefined || names.length === 0) return UNKNOWN;
    const [first = '', ...rest] = names;
    if (first === 'forloop' || first === 'tablerowloop') return {kind: 'single', json: 'bare'};
    const banned = rest.find((name) => NO_PROPERTIES.has(name));
    if (banned !== undefined) {
      const path = names.slice(0, names.indexOf(banned, 1)).join('.');
      const fix =
        banned === 'size'
          ? `Count values: {{ ${path} | size }}, of objects those of a field, ${path}.id.`
          : 'Go through the list with a for tag.';
      this.report.error('liquid-property', `Flow's Liquid has no ".${banned}" (“${shown(token.getText())}”).`, fix);
      return UNKNOWN;
    }
    const local = locals.get(first);
    if (local && rest.length === 0) return local;
    if (local?.type === undefined && local) return UNKNOWN;
    const scope = local?.type
      ? {...this.scope, roots: new Map([...this.scope.roots, [first, {type: local.type}]])}
      : this.scope;
    const found = lookUp(scope, names);
    if (found.is === 'found') return valueOf(found);
    if (found.is === 'wrong') this.report.error('path', found.message, found.fix);
    else this.report.unchecked(found.why);
    return UNKNOWN;
  }

  private filtered(value: Value, filter: string, added: readonly Safety[]): Value {
    const effect = FILTERS.get(filter);
    if (effect === undefined) {
      if (filter === 'json')
        this.report.error(
          'liquid-filter',
          "Flow's Liquid has no filter json.",
          'Let Run code make the JSON and put its output here.',
        );
      else if (PERHAPS.has(filter)) this.report.unchecked(`whether Flow has the filter ${filter}.`);
      else
        this.report.error(
          'liquid-filter',
          `Flow's Liquid has no filter ${shown(filter)}.`,
          didYouMean(filter, FILTERS.keys()),
        );
      return UNKNOWN;
    }
    const json = worst([value.json, ...added]);
    switch (effect) {
      case 'keeps':
        return {...value, json};
      case 'safe':
        return {kind: 'single', json: 'word'};
      case 'text':
        return {kind: 'single', json: json === 'bare' ? 'word' : json};
      case 'opens':
        return {kind: 'single', json: 'anyone'};
      case 'item':
        if (value.kind === 'objects') return value.item ? {kind: 'object', json: 'unknown', type: value.item} : UNKNOWN;
        return value.kind === 'singles' ? {...value, kind: 'single'} : UNKNOWN;
      case 'list':
        return {kind: 'singles', json: filter === 'map' ? 'anyone' : json};
      case 'size':
        if (value.kind === 'object' || value.kind === 'objects')
          this.report.error(
            'liquid-size',
            'Flow counts the values of a field, not objects.',
            'Name a field of the items: {{ order.lineItems.id | size }}.',
          );
        return {kind: 'single', json: 'bare'};
    }
  }
}

/** Whether a text can't stand between the quotes of JSON as it is. */
function breaksJson(text: string): boolean {
  return JSON.stringify(text) !== `"${text}"`;
}
