/** The filters of Flow's Liquid that Liquid itself hasn't got, or that need the lab's time. */
import {createHash, createHmac} from 'node:crypto';
import type {Liquid} from 'liquidjs';
import {asText, FlowProblem} from '../problem.ts';
import {say} from '../said.ts';

export interface Surroundings {
  /** Nanoseconds since 1970: what `'now'` is at this reading. */
  readonly now: () => bigint;
  /** The shop's currency, for `money`. */
  readonly currency: string;
}

const hash = (algorithm: string) => (value: unknown) => createHash(algorithm).update(asText(value)).digest('hex');

const hmac = (algorithm: string) => (value: unknown, secret: unknown) =>
  createHmac(algorithm, asText(secret)).update(asText(value)).digest('hex');

const MILLION = 1_000_000n;
const UNITS = ['second', 'minute', 'hour', 'day', 'week', 'month', 'year'] as const;

const words = (list: string): readonly string[] => list.split(' ');

/** Filters of Flow's that the lab can't carry out: of the first four it wouldn't know which fields they read. */
export const LACKED: ReadonlySet<string> = new Set([
  ...words('first last map where'),
  ...words('blake3 base64_url_safe_encode base64_url_safe_decode handle handleize'),
]);

/** Liquid's other standard filters; `json` and those that only LiquidJS has aren't Flow's (facts §9). */
const STANDARD = new Set([
  ...words('abs at_least at_most ceil divided_by floor minus modulo plus round times'),
  ...words('append prepend capitalize downcase upcase strip lstrip rstrip strip_html strip_newlines newline_to_br'),
  ...words('remove remove_first remove_last replace replace_first replace_last slice truncate truncatewords'),
  ...words('escape escape_once url_encode url_decode base64_encode base64_decode'),
  ...words('compact concat find find_index has join reject reverse size sort sort_natural split sum uniq'),
  ...words('date default'),
]);

/** Liquid's own `date` reads the machine's clock for 'now'; Flow's filters are added beside it, what Flow hasn't got goes. */
export function addFilters(engine: Liquid, {now, currency}: Surroundings): void {
  for (const name of Object.keys(engine.filters)) if (!STANDARD.has(name)) delete engine.filters[name];
  const own = engine.filters['date'];
  const date = typeof own === 'function' ? own : undefined;
  if (!date) throw new Error('LiquidJS has no filter date');

  /** Nanoseconds, and null for what is no moment. */
  const moment = (value: unknown): bigint | null => {
    if (value === 'now' || value === 'today') return now();
    const time = typeof value === 'number' ? value * 1000 : Date.parse(asText(value));
    return Number.isNaN(time) ? null : BigInt(Math.round(time)) * MILLION;
  };

  engine.registerFilter('date', function (value: unknown, format: unknown, ...rest: unknown[]) {
    const at = moment(value);
    if (at === null) return value;
    const fraction = String(at % 1_000_000_000n).padStart(9, '0');
    const text = (asText(format) || '%Y-%m-%dT%H:%M:%SZ').replace(/%([369])?N/g, (_all, digits?: string) =>
      fraction.slice(0, Number(digits ?? 9)),
    );
    return date.call(this, new Date(Number(at / MILLION)).toISOString(), text, ...rest) as unknown;
  });
  engine.registerFilter('date_plus', (value: unknown, by: unknown) => shifted(moment(value), by, 1));
  engine.registerFilter('date_minus', (value: unknown, by: unknown) => shifted(moment(value), by, -1));
  for (const algorithm of ['md5', 'sha1', 'sha256']) engine.registerFilter(algorithm, hash(algorithm));
  engine.registerFilter('hmac_sha1', hmac('sha1'));
  engine.registerFilter('hmac_sha256', hmac('sha256'));
  engine.registerFilter('money', (value: unknown) =>
    new Intl.NumberFormat('en', {style: 'currency', currency}).format(Number(value ?? 0)),
  );
}

/** ISO 8601 in UTC. Months end where the shorter month does. */
function shifted(at: bigint | null, by: unknown, sign: 1 | -1): string {
  const [, amount, word] = /^\s*(\d+)\s+([a-z]+?)s?\s*$/i.exec(asText(by)) ?? [];
  const unit = UNITS.find((one) => one === word?.toLowerCase());
  if (at === null || amount === undefined || !unit) {
    throw new FlowProblem(say`date_plus and date_minus take a date and a text like "6 months", not "${asText(by)}".`);
  }
  const date = new Date(Number(at / MILLION));
  const count = sign * Number(amount);
  const day = date.getUTCDate();
  switch (unit) {
    case 'year':
    case 'month':
      date.setUTCDate(1);
      date.setUTCMonth(date.getUTCMonth() + count * (unit === 'year' ? 12 : 1));
      date.setUTCDate(Math.min(day, new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()));
      break;
    case 'week':
    case 'day':
      date.setUTCDate(day + count * (unit === 'week' ? 7 : 1));
      break;
    default:
      date.setTime(date.getTime() + count * {second: 1000, minute: 60_000, hour: 3_600_000}[unit]);
  }
  return date.toISOString().replace(/\.\d{3}Z$/, 'Z');
}
