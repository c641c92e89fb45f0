import {DAYS, type Unit, type Words} from './words.ts';

const UNITS: Readonly<Record<string, Unit>> = {
  MINUTELY: 'minute',
  HOURLY: 'hour',
  DAILY: 'day',
  WEEKLY: 'week',
  MONTHLY: 'month',
  YEARLY: 'year',
};

/** A schedule in words; null where it can't be read. */
export function scheduleInWords(recurrence: string, words: Words): string | null {
  const start = /DTSTART(?:;TZID=([\w/+-]+))?:(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})/.exec(recurrence);
  const unit = UNITS[/FREQ=(\w+)/.exec(recurrence)?.[1] ?? ''];
  if (!start || !unit) return null;
  const [, zone = 'UTC', year = '', month = '', day = '', hour = '', minute = ''] = start;
  const count = Number(/INTERVAL=(\d+)/.exec(recurrence)?.[1] ?? '1');
  const written = /BYDAY=([A-Z,]+)/.exec(recurrence)?.[1]?.split(',') ?? [];
  const days = unit === 'week' ? DAYS.filter((one) => written.includes(one)) : [];
  const every = `${words.every(count, unit)}${days.length === 0 ? '' : words.onDays(days)}`;
  return words.schedule(every, `${year}-${month}-${day} ${hour}:${minute}`, zone);
}
