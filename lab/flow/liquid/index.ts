/** Liquid as Flow has it, on LiquidJS. */
import {Liquid, type Template} from 'liquidjs';
import type {Demand} from '../environment/demand.ts';
import {asText, entry, FlowProblem, words} from '../problem.ts';
import {say} from '../said.ts';
import type {Said} from '../types.ts';
import {addFilters, LACKED, type Surroundings} from './filters.ts';
import {wantTemplates} from './rules.ts';

export type {Surroundings} from './filters.ts';

export interface FlowLiquid {
  /** @throws FlowProblem for what can't be read, and for what Flow's Liquid hasn't got */
  wants(text: string, demand: Demand): void;
  /** @throws FlowProblem, also where a list or an object would be put out */
  render(text: string, values: Readonly<Record<string, unknown>>): string;
}

export const hasLiquid = (text: string): boolean => /\{\{|\{%/.test(text);

export function flowLiquid(surroundings: Surroundings): FlowLiquid {
  const engine = new Liquid({
    strictFilters: true,
    ownPropertyOnly: true,
    timezoneOffset: 0,
    partials: [],
    relativeReference: false,
    parseLimit: 1_000_000,
    renderLimit: 2_000,
    memoryLimit: 10_000_000,
    outputEscape: (value: unknown) => {
      if (typeof value === 'object' && value !== null) {
        const kind = Array.isArray(value) ? say`a list` : say`an object`;
        throw new FlowProblem(say`Flow’s Liquid puts out single values only, and this is ${kind}.`);
      }
      return asText(value);
    },
  });
  addFilters(engine, surroundings);
  const parsed = (text: string): Template[] => {
    try {
      return engine.parse(text);
    } catch (error) {
      const said = firstLine(error);
      const filter = /^undefined filter: (\S+)$/.exec(said)?.[1] ?? '';
      if (LACKED.has(filter))
        throw new FlowProblem(say`The lab’s Liquid lacks the filter “${filter}”, which Flow has.`);
      throw new FlowProblem(
        filter ? say`Flow’s Liquid has no filter “${filter}”.` : say`The Liquid can’t be read: ${said}`,
      );
    }
  };
  return {
    wants: (text, demand) => wantTemplates(demand, parsed(text)),
    render(text, values) {
      const templates = parsed(text);
      try {
        return String(engine.renderSync(templates, withColumns(values) as object));
      } catch (error) {
        throw new FlowProblem(say`The Liquid can’t be filled in: ${reasonOf(error)}`);
      }
    },
  };
}

/** LiquidJS's words for its limits. */
const LIMITS: Readonly<Record<string, Said>> = {
  'memory alloc limit exceeded': say`it needs too much memory and was stopped.`,
  'template render limit exceeded': say`it took too long and was stopped.`,
  'Invalid string length': say`it needs too much memory and was stopped.`,
};

/** What a filter or the output of a value complained of, a limit, or what LiquidJS says. */
function reasonOf(error: unknown): Said | string {
  const cause: unknown = error instanceof Error && 'originalError' in error ? error.originalError : error;
  if (cause instanceof FlowProblem) return cause.said;
  const said = firstLine(error);
  return entry(LIMITS, said) ?? said;
}

/** LiquidJS adds its own place and context to a message, which is of no use where the text is one field of a step. */
function firstLine(error: unknown): string {
  return (words(error).split('\n')[0] ?? '').replace(/, line:\d+, col:\d+$/, '');
}

/** `order.lineItems.id` is the list of the ids: each list gets a column for every name that its items have. */
function withColumns(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(withColumns);
    const names = new Set(items.flatMap((item) => (isPlain(item) ? Object.keys(item) : [])));
    for (const name of names) {
      Object.defineProperty(items, name, {
        value: items.flatMap((item) => (isPlain(item) ? item[name] : [])),
        enumerable: false,
      });
    }
    return items;
  }
  return isPlain(value)
    ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withColumns(inner)]))
    : value;
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
