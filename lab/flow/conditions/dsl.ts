/** Conditions as Flow's tools write them (facts §4, encoding A): `(order.totalPrice > 500)`. */
import {FlowProblem} from '../problem.ts';
import {say} from '../said.ts';
import type {Said} from '../types.ts';
import {type Condition, isOperator, isUnary, type Operand, pathOf} from './ast.ts';

const TOKEN =
  /\s*(?:(\(|\)|\|\||\||&&|==|!=|>=|<=|>|<)|('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|(-?\d+(?:\.\d+)?)|([A-Za-z_][\w.]*\??))/y;

interface Token {
  readonly kind: 'sign' | 'text' | 'number' | 'word';
  readonly value: string;
}

const DEEPEST = 50;

/** @throws FlowProblem that says where the condition can't be read */
export function readDsl(text: string): Condition {
  if (/\{\{|\{%/.test(text)) throw new FlowProblem(say`The condition holds Liquid; conditions have none.`);
  const reader = new Reader(tokens(text));
  const condition = reader.expression(0);
  reader.end();
  return condition;
}

function tokens(text: string): Token[] {
  const found: Token[] = [];
  let at = 0;
  while (text.slice(at).trim() !== '') {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (!match) throw new FlowProblem(say`The condition can’t be read from “${text.slice(at, at + 30).trim()}” on.`);
    const [, sign, quoted, number, word] = match;
    if (sign !== undefined) found.push({kind: 'sign', value: sign});
    else if (quoted !== undefined) found.push({kind: 'text', value: quoted.slice(1, -1).replace(/\\(.)/g, '$1')});
    else if (number !== undefined) found.push({kind: 'number', value: number});
    else if (word !== undefined) found.push({kind: 'word', value: word});
    at = TOKEN.lastIndex;
  }
  return found;
}

class Reader {
  private at = 0;
  private readonly all: readonly Token[];

  constructor(all: readonly Token[]) {
    this.all = all;
  }

  /** Terms joined by one sign: `&&` and `||` never stand on one level. */
  expression(depth: number): Condition {
    if (depth > DEEPEST) throw new FlowProblem(say`The condition is nested too deep.`);
    const parts = [this.term(depth)];
    let sign: string | null = null;
    for (let next = this.peek(); next === '&&' || next === '||'; next = this.peek()) {
      if (sign !== null && sign !== next)
        throw new FlowProblem(say`The condition mixes && and || on one level: add brackets.`);
      sign = next;
      this.at += 1;
      parts.push(this.term(depth));
    }
    const [only] = parts;
    if (sign === null && only) return only;
    return {is: 'logic', operator: sign === '&&' ? 'AND' : 'OR', parts};
  }

  end(): void {
    const rest = this.all[this.at];
    if (rest) throw new FlowProblem(say`The condition goes on after its end, at “${rest.value}”.`);
  }

  private term(depth: number): Condition {
    if (this.peek() !== '(') return this.comparison(depth);
    this.at += 1;
    const inner = this.expression(depth + 1);
    this.sign(')');
    return inner;
  }

  private comparison(depth: number): Condition {
    const path = this.path();
    const operator = this.next(say`an operator`).value;
    if (operator === 'any?' || operator === 'all?' || operator === 'none?') {
      this.sign('|');
      const item = this.path();
      const [name] = item;
      if (item.length !== 1 || name === undefined)
        throw new FlowProblem(say`“${item.join('.')}” is no name for the items of a list.`);
      this.sign('|');
      const body = this.term(depth + 1);
      return {is: 'list', operator: LISTS[operator], path, item: name, body};
    }
    if (!isOperator(operator))
      throw new FlowProblem(say`The condition compares with “${operator}”, which Flow doesn’t know.`);
    return {is: 'comparison', path, operator, right: isUnary(operator) ? null : this.operand()};
  }

  private operand(): Operand {
    const token = this.next(say`a value`);
    if (token.kind === 'text') return {literal: token.value};
    if (token.kind === 'number') return {literal: Number(token.value)};
    if (token.value === 'true' || token.value === 'false') return {literal: token.value === 'true'};
    const path = token.kind === 'word' ? pathOf(token.value) : null;
    if (!path) throw new FlowProblem(say`“${token.value}” in the condition is no value.`);
    return {path};
  }

  private path(): readonly string[] {
    const {value} = this.next(say`a path`);
    const path = pathOf(value);
    if (!path) throw new FlowProblem(say`“${value}” in the condition is no path.`);
    return path;
  }

  private sign(value: string): void {
    const token = this.next(say`“${value}”`);
    if (token.kind !== 'sign' || token.value !== value)
      throw new FlowProblem(say`The condition has “${token.value}” where “${value}” belongs.`);
  }

  private peek(): string | null {
    const token = this.all[this.at];
    return token?.kind === 'sign' ? token.value : null;
  }

  private next(wanted: Said): Token {
    const token = this.all[this.at];
    if (!token) throw new FlowProblem(say`The condition ends where ${wanted} belongs.`);
    this.at += 1;
    return token;
  }
}

const LISTS = {'any?': 'ANY', 'all?': 'ALL', 'none?': 'NONE'} as const;
