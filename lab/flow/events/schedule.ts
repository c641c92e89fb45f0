/** When a scheduled workflow is due: the field `recurrence`, a JSON list with one text of DTSTART and RRULE (facts §9). */
import {SHORTEST_INTERVAL} from '../assumptions.ts';
import {FlowProblem} from '../problem.ts';
import {say} from '../said.ts';

export interface Schedule {
  /** Milliseconds. */
  readonly start: number;
  readonly unit: 'MINUTELY' | 'HOURLY' | 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  readonly interval: number;
}

const FIXED: Readonly<Record<string, number>> = {
  MINUTELY: 60_000,
  HOURLY: 3_600_000,
  DAILY: 86_400_000,
  WEEKLY: 604_800_000,
};

/** How many of each make the longest interval: a year (facts §9). */
const MOST: Readonly<Record<Schedule['unit'], number>> = {
  MINUTELY: 527_040,
  HOURLY: 8_784,
  DAILY: 366,
  WEEKLY: 53,
  MONTHLY: 12,
  YEARLY: 1,
};

const UNITS = ['MINUTELY', 'HOURLY', 'DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;

/** @throws FlowProblem for rules that the lab doesn't know, more often than every 10 minutes, more seldom than once a year */
export function readSchedule(recurrence: string): Schedule {
  let list: unknown = null;
  try {
    list = JSON.parse(recurrence);
  } catch {
    throw new FlowProblem(say`The recurrence is no JSON list: ${recurrence}`);
  }
  const rule = Array.isArray(list) && list.length === 1 ? String(list[0]) : '';
  const [, zone, from] = /^DTSTART(?:;TZID=([^:]+))?:(\d{8}T\d{6})Z?$/m.exec(rule) ?? [];
  const parts = /^RRULE:(.+)$/m
    .exec(rule)?.[1]
    ?.split(';')
    .map((part) => part.split('='));
  if (from === undefined || !parts) throw new FlowProblem(say`The recurrence has no DTSTART and RRULE.`);
  const values = new Map(parts.map(([key = '', value = '']) => [key, value]));
  const unit = UNITS.find((one) => one === values.get('FREQ'));
  const interval = Number(values.get('INTERVAL') ?? 1);
  const unknown = [...values.keys()].find((key) => !['FREQ', 'INTERVAL', 'WKST'].includes(key));
  if (unknown !== undefined) throw new FlowProblem(say`The lab’s schedule doesn’t know ${unknown}.`);
  if (!unit || !Number.isInteger(interval) || interval < 1)
    throw new FlowProblem(say`The recurrence has no rule: ${rule}`);
  const every = FIXED[unit];
  if (every !== undefined && every * interval < SHORTEST_INTERVAL) {
    throw new FlowProblem(say`Flow’s schedules run every 10 minutes at most.`);
  }
  if (interval > MOST[unit]) throw new FlowProblem(say`Flow’s schedules run once a year at least.`);
  return {start: localTime(from, zone ?? 'UTC'), unit, interval};
}

/** The first time it is due after a moment; milliseconds. Days are of 24 hours: summer time isn't followed. */
export function dueAfter({start, unit, interval}: Schedule, moment: number): number {
  if (start > moment) return start;
  const every = FIXED[unit];
  if (every !== undefined) {
    const size = every * interval;
    return start + (Math.floor((moment - start) / size) + 1) * size;
  }
  const months = interval * (unit === 'YEARLY' ? 12 : 1);
  for (let count = months; ; count += months) {
    const due = new Date(start);
    due.setUTCMonth(due.getUTCMonth() + count);
    if (due.getTime() > moment) return due.getTime();
  }
}

/** `20270104T060000` in a time zone. @throws FlowProblem for a zone or a time that isn't one */
function localTime(text: string, zone: string): number {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})$/.exec(text) ?? [];
  const asUtc = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  if (Number.isNaN(asUtc)) throw new FlowProblem(say`${text} is no time.`);
  try {
    const shown = new Intl.DateTimeFormat('sv-SE', {timeZone: zone, dateStyle: 'short', timeStyle: 'medium'}).format(
      asUtc,
    );
    return asUtc - (Date.parse(`${shown.replace(' ', 'T')}Z`) - asUtc);
  } catch {
    throw new FlowProblem(say`“${zone}” is no time zone.`);
  }
}
