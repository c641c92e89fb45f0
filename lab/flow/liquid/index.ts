/** Liquid as Flow has it, on LiquidJS. */
import {Liquid, type Template} from 'liquidjs';
import type {Demand} from '../environment/demand.ts';
import {asText, FlowProblem, words} from '../problem.ts';
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
        throw new FlowProblem(
          `Flow’s Liquid puts out single values only, and this is ${Array.isArray(value) ? 'a list' : 'an object'}.`,
        );
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
      const filter = /^undefined filter: (\S+)$/.exec(said)?.[1];
      if (LACKED.has(filter ?? ''))
        throw new FlowProblem(`The lab’s Liquid lacks the filter “${filter}”, which Flow has.`);
      throw new FlowProblem(filter ? `Flow’s Liquid has no filter “${filter}”.` : `The Liquid can’t be read: ${said}`);
    }
  };
  return {
    wants: (text, demand) => wantTemplates(demand, parsed(text)),
    render(text, values) {
      const templates = parsed(text);
      try {
        return String(engine.renderSync(templates, withColumns(values) as object));
      } catch (error) {
        const said = firstLine(error);
        throw new FlowProblem(`The Liquid can’t be filled in: ${LIMITS[said] ?? said}`);
      }
    },
  };
}

/** LiquidJS's words for its limits. */
const LIMITS: Readonly<Record<string, string>> = {
  'memory alloc limit exceeded': 'it needs too much memory and was stopped.',
  'template render limit exceeded': 'it took too long and was stopped.',
  'Invalid string length': 'it needs too much memory and was stopped.',
};

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
