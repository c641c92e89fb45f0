import {
  AssignTag,
  CaptureTag,
  CaseTag,
  EchoTag,
  ForTag,
  IfTag,
  Liquid,
  LiquidTag,
  type Tag,
  Output,
  RawTag,
  TablerowTag,
  type Template,
  TypeGuards,
  UnlessTag,
  type Value as LiquidValue,
} from 'liquidjs';
import {type Report, shown} from '../finding.ts';
import type {Scope} from '../path.ts';
import {type Argument, Expressions, type Locals} from './expression.ts';
import {UNKNOWN, type Value, worst} from './values.ts';

/** A text with a stand-in in the place of each value that Liquid would put there. */
export interface Filled {
  readonly text: string;
  /** By the stand-in's number. */
  readonly values: ReadonlyMap<number, Inserted>;
}

export interface Inserted extends Value {
  /** As it stands between the braces. */
  readonly written: string;
}

/** First stand-in: a number that is valid JSON by itself, readable within a text, and nobody's own. */
export const FIRST_STAND_IN = 7_700_000_001;

/** Files are others' business: Flow's Liquid has one template. */
const OTHER_FILES = new Set(['render', 'include', 'layout', 'block']);

const PARSER = new Liquid({strictFilters: false, parseLimit: 1_000_000});

/**
 * Holds a text with Liquid against Flow's limits and what the step may read.
 * @returns the text filled in twice, once with every branch taken first and loops run twice, once with the other branches and loops left
 *   out; null where it isn't Liquid
 */
export function checkLiquid(text: string, scope: Scope, report: Report): readonly Filled[] | null {
  let templates: Template[];
  try {
    templates = PARSER.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message.replace(/, file:.*/, '') : String(error);
    const [, what = message, line] = /^(.*?)(?:, line:(\d+), col:\d+)?$/s.exec(message) ?? [];
    const why =
      error instanceof RangeError || message.startsWith('Maximum call stack')
        ? 'it is nested too deep'
        : `${shown(what)}${line === undefined ? '' : ` (line ${line})`}`;
    report.error('liquid', `The Liquid can't be read: ${why}.`);
    return null;
  }
  const ways = [true, false].map((first) => {
    const walk = new Walk(scope, report, first);
    walk.all(templates, new Map(), 0);
    return {text: walk.text, values: walk.values};
  });
  return ways;
}

const LONGEST = 2_000_000;
const DEEPEST = 60;

class Walk {
  text = '';
  readonly values = new Map<number, Inserted>();
  private readonly expressions: Expressions;
  private readonly report: Report;
  private readonly first: boolean;

  constructor(scope: Scope, report: Report, first: boolean) {
    this.expressions = new Expressions(scope, report);
    this.report = report;
    this.first = first;
  }

  all(templates: readonly Template[], locals: Map<string, Value>, depth: number): void {
    if (depth > DEEPEST) return this.report.unchecked('Liquid that is nested this deep.');
    for (const template of templates) this.one(template, locals, depth);
  }

  private one(template: Template, locals: Map<string, Value>, depth: number): void {
    if (this.text.length > LONGEST) return;
    if (template instanceof Output) return this.put(template.value, template.token.getText(), locals);
    if (TypeGuards.isHTMLToken(template.token)) {
      this.text += 'str' in template ? String(template.str) : template.token.getText();
      return;
    }
    if (template instanceof RawTag) {
      this.text +=
        /^\{%-?\s*raw\s*-?%\}([\s\S]*)\{%-?\s*endraw/.exec(template.token.input.slice(template.token.begin))?.[1] ?? '';
      return;
    }
    const tag = template as Tag;
    if (OTHER_FILES.has(tag.name)) return this.report.error('liquid-tag', `Flow's Liquid has no tag ${tag.name}.`);
    if (tag instanceof IfTag || tag instanceof UnlessTag || tag instanceof CaseTag)
      return this.branches(tag, locals, depth);
    if (tag instanceof ForTag || tag instanceof TablerowTag) return this.loop(tag, locals, depth);
    const values = [...argumentsOf(tag)].map((argument) => this.expressions.argument(argument, locals));
    if (tag instanceof AssignTag) {
      for (const name of tag.localScope()) locals.set(name.getText(), values[0] ?? UNKNOWN);
    } else if (tag instanceof CaptureTag) {
      locals.set(tag.variable, this.captured(tag, locals, depth));
    } else if (tag instanceof EchoTag) {
      this.report.unchecked(`what “${shown(tag.token.getText())}” puts out.`);
    } else if (tag instanceof LiquidTag) {
      this.all(tag.templates, locals, depth + 1);
    }
  }

  private captured(tag: CaptureTag, locals: Map<string, Value>, depth: number): Value {
    const before = this.text;
    const known = new Set(this.values.keys());
    this.all(tag.templates, locals, depth + 1);
    this.text = before;
    this.last = null;
    const inside = [...this.values].filter(([number]) => !known.has(number)).map(([, value]) => value.json);
    return {kind: 'single', json: worst([...inside, 'word'])};
  }

  private put(written: LiquidValue, text: string, locals: Locals): void {
    const value = this.expressions.value(written, locals);
    const shownText = shown(text.replace(/^\{\{-?|-?\}\}$/g, ''));
    if (value.kind !== 'single' && value.kind !== 'unknown') {
      const what = value.kind === 'object' ? 'an object' : 'a list';
      const fix =
        value.kind === 'singles'
          ? 'Join it (| join: ", "), count it (| size) or go through it with a for tag.'
          : 'Name one of its fields.';
      this.report.error('liquid-output', `“${shownText}” is ${what}; Flow puts out single values only.`, fix);
    }
    this.insert({...value, written: shownText});
  }

  private last: {readonly number: number; readonly end: number} | null = null;

  /** Values side by side make one value: a script's JSON may come in pieces. */
  private insert(value: Inserted): void {
    const before = this.last?.end === this.text.length ? this.values.get(this.last.number) : undefined;
    if (this.last && before) {
      const json = worst([before.json, value.json]);
      this.values.set(this.last.number, {kind: 'single', json, written: `${before.written} }}{{ ${value.written}`});
      return;
    }
    const number = FIRST_STAND_IN + this.count;
    this.count += 1;
    this.values.set(number, value);
    this.text += String(number);
    this.last = {number, end: this.text.length};
  }

  private count = 0;

  private branches(tag: IfTag | UnlessTag | CaseTag, locals: Map<string, Value>, depth: number): void {
    const tests: Argument[] = [];
    if (tag instanceof CaseTag) tests.push(tag.value, ...tag.branches.flatMap(({values}) => values));
    else for (const {value} of tag.branches) tests.push(value);
    for (const test of tests) {
      if (!(tag instanceof CaseTag) && (test as LiquidValue).filters.length > 0)
        this.report.error(
          'liquid-test',
          "A filter can't stand in the test of an if.",
          'Assign the value first, then test it.',
        );
      else this.expressions.argument(test, locals);
    }
    const ways = [...tag.branches.map(({templates}) => templates), tag.elseTemplates ?? []];
    const chosen = this.choose(tag, ways.length);
    for (const [at, templates] of ways.entries()) {
      // Every branch is judged; only the chosen one leaves its text and what it assigned.
      if (at === chosen) this.all(templates, locals, depth + 1);
      else this.aside(templates, locals, depth);
    }
  }

  private aside(templates: readonly Template[], locals: Map<string, Value>, depth: number): void {
    const {text} = this;
    const kept = new Set(this.values.keys());
    this.all(templates, locals, depth + 1);
    this.text = text;
    this.last = null;
    for (const number of this.values.keys()) if (!kept.has(number)) this.values.delete(number);
  }

  private lastRound = false;
  private loops = 0;

  /** `forloop.last` and `forloop.first` are known, since commas hang on them; of all else, one way and then the other. */
  private choose(tag: IfTag | UnlessTag | CaseTag, ways: number): number {
    const test = /forloop\.(first|last)\s*-?%\}$/.exec(tag.token.getText());
    if (test && !(tag instanceof CaseTag)) {
      const holds = test[1] === 'last' ? this.lastRound : !this.lastRound;
      return holds === tag instanceof IfTag ? 0 : ways - 1;
    }
    // Both ask the same: where an if holds, an unless doesn't.
    const holds = tag instanceof UnlessTag ? !this.first : this.first;
    return holds ? 0 : ways - 1;
  }

  private loop(tag: ForTag | TablerowTag, locals: Map<string, Value>, depth: number): void {
    const [collection, ...options] = argumentsOf(tag);
    for (const option of options) if (!isContinue(option)) this.expressions.argument(option, locals);
    const list = this.expressions.argument(collection, locals);
    if (list.kind === 'single' || list.kind === 'object')
      this.report.error('liquid-loop', `“${shown(tag.token.getText())}” goes through something that is no list.`);
    const item: Value = list.item
      ? {kind: list.kind === 'objects' ? 'object' : 'single', json: list.json, type: list.item}
      : list.kind === 'singles'
        ? {kind: 'single', json: list.json}
        : UNKNOWN;
    // What is assigned in a loop stays after it; its item doesn't.
    const hidden = locals.get(tag.variable);
    locals.set(tag.variable, item);
    const outer = this.lastRound;
    if (this.first) {
      // Loops within loops within loops would double the text each time.
      const rounds = this.loops < 3 ? [false, true] : [true];
      this.loops += 1;
      for (const last of rounds) {
        this.lastRound = last;
        this.all(tag.templates, locals, depth + 1);
      }
      this.loops -= 1;
    } else {
      this.aside(tag.templates, locals, depth);
      if (tag instanceof ForTag && tag.elseTemplates) this.all(tag.elseTemplates, locals, depth + 1);
    }
    if (hidden) locals.set(tag.variable, hidden);
    else locals.delete(tag.variable);
    this.lastRound = outer;
  }
}

/** `offset: continue` goes on where the loop before it ended: a word of Liquid's, no variable. */
function isContinue(option: Argument | undefined): boolean {
  return option !== undefined && 'getText' in option && option.getText() === 'continue';
}

function argumentsOf(tag: Template): Iterable<Argument> {
  return tag.arguments?.() ?? [];
}
