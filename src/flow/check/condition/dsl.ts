import {BINARY, ConditionError, DEEPEST, type Operand, type Test, UNARY} from './model.ts';

/**
 * The condition language of Flow's tool API (encoding A): `((order.totalPrice > 500) && (order.tags any? |t| (t == 'vip')))`.
 *
 * Grammar: terms in brackets, joined by `&&` or by `||` but never by both on one level; a comparison is a path, an operator and a
 * literal (in single or double quotes, a number, true, false) or another path; list operators name their item between bars.
 */
export function readDsl(text: string): Test {
  const reader = new Reader(text);
  const test = reader.joined(0);
  reader.expectEnd();
  return test;
}

const QUANTIFIERS = {'any?': 'ANY', 'all?': 'ALL', 'none?': 'NONE'} as const;
const WORD = /[A-Za-z_][\w.]*\??/y;
const NUMBER = /[+-]?\d+(?:\.\d+)?/y;
const SYMBOL = /==|!=|>=|<=|>|</y;

class Reader {
  private readonly text: string;
  private at = 0;

  constructor(text: string) {
    this.text = text;
  }

  joined(depth: number): Test {
    if (depth > DEEPEST) throw new ConditionError('it is nested too deep.');
    const parts = [this.term(depth)];
    let by: 'AND' | 'OR' | null = null;
    for (let sign = this.sign(); sign !== null; sign = this.sign()) {
      if (by !== null && by !== sign)
        throw new ConditionError('&& and || stand on one level: put brackets around those that belong together.');
      by = sign;
      parts.push(this.term(depth));
    }
    return by === null ? (parts[0] as Test) : {is: 'joined', by, parts};
  }

  expectEnd(): void {
    this.space();
    if (this.at < this.text.length) throw new ConditionError(`it goes on after its end: “${this.rest()}”.`);
  }

  private term(depth: number): Test {
    if (!this.takes('(')) return this.comparison(depth);
    const inside = this.joined(depth + 1);
    if (!this.takes(')'))
      throw new ConditionError(
        this.rest() === '' ? "a bracket isn't closed." : `a bracket isn't closed before “${this.rest()}”.`,
      );
    return inside;
  }

  private comparison(depth: number): Test {
    const left = this.match(WORD, 'a path');
    const symbol = this.tryMatch(SYMBOL);
    const operator = symbol ?? this.match(WORD, 'an operator');
    if (operator in QUANTIFIERS) {
      if (!this.takes('|')) throw new ConditionError(`${operator} is followed by a name between bars: |item|.`);
      const item = this.match(WORD, 'the name of the item');
      if (!this.takes('|')) throw new ConditionError(`the name ${item} ends with a bar: |${item}|.`);
      const holds = QUANTIFIERS[operator as keyof typeof QUANTIFIERS];
      return {is: 'over', list: left, item, holds, test: this.term(depth + 1)};
    }
    if (UNARY.has(operator)) return {is: 'checked', left, operator, valueType: null};
    if (!BINARY.has(operator)) throw new ConditionError(`“${operator}” is no operator.`);
    return {is: 'compared', left, operator, right: this.operand(), valueType: null};
  }

  private operand(): Operand {
    this.space();
    const quote = this.text[this.at];
    if (quote === "'" || quote === '"') return {literal: this.quoted(quote), isText: true};
    const number = this.tryMatch(NUMBER);
    if (number !== null) return {literal: number, isText: false};
    const word = this.match(WORD, 'a value');
    return word === 'true' || word === 'false' ? {literal: word, isText: false} : {path: word};
  }

  private quoted(quote: string): string {
    const end = this.text.indexOf(quote, this.at + 1);
    if (end === -1) throw new ConditionError(`the text ${this.rest()} isn't closed.`);
    const value = this.text.slice(this.at + 1, end);
    this.at = end + 1;
    return value;
  }

  private sign(): 'AND' | 'OR' | null {
    if (this.takes('&&')) return 'AND';
    return this.takes('||') ? 'OR' : null;
  }

  private takes(sign: string): boolean {
    this.space();
    if (!this.text.startsWith(sign, this.at)) return false;
    this.at += sign.length;
    return true;
  }

  private match(pattern: RegExp, wanted: string): string {
    const found = this.tryMatch(pattern);
    if (found === null)
      throw new ConditionError(
        this.rest() === '' ? `it ends where ${wanted} belongs.` : `${wanted} belongs where “${this.rest()}” stands.`,
      );
    return found;
  }

  private tryMatch(pattern: RegExp): string | null {
    this.space();
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0] ?? null;
    this.at += found?.length ?? 0;
    return found;
  }

  private space(): void {
    while (/\s/.test(this.text[this.at] ?? '')) this.at += 1;
  }

  private rest(): string {
    return this.text.slice(this.at, this.at + 30).trim();
  }
}
