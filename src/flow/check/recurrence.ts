import type {Report} from './finding.ts';
import {shown} from './finding.ts';

const MINUTES: Readonly<Record<string, number>> = {
  MINUTELY: 1,
  HOURLY: 60,
  DAILY: 1440,
  WEEKLY: 10_080,
  MONTHLY: 43_200,
  YEARLY: 525_600,
};

/** When a scheduled workflow runs: a JSON list with one iCalendar text, every 10 minutes to once a year (facts §9). */
export function checkRecurrence(value: string, report: Report): void {
  let rules: unknown;
  try {
    rules = JSON.parse(value);
  } catch {
    rules = null;
  }
  const text = Array.isArray(rules) ? rules.join('\n') : null;
  if (text === null)
    return report.error(
      'recurrence',
      `The schedule is ${shown(value)}, not a list in JSON.`,
      'Write ["DTSTART;TZID=Europe/Amsterdam:20270104T060000\\nRRULE:FREQ=DAILY;INTERVAL=1"].',
    );
  const first = /DTSTART(?:;TZID=([\w/+-]+))?:(\d{8}T\d{6})Z?/.exec(text);
  if (!first)
    report.error(
      'recurrence',
      'The schedule has no first run.',
      'Write DTSTART;TZID=Europe/Amsterdam:20270104T060000.',
    );
  else checkFirst(first[2] ?? '', first[1] ?? 'UTC', report);
  const rule = /RRULE:([^\r\n]+)/.exec(text)?.[1]?.trim();
  if (rule === undefined) return report.note('recurrence', 'The schedule has no rule: it runs once.');
  const frequency = /FREQ=(\w+)/.exec(rule)?.[1] ?? '';
  const interval = /INTERVAL=([^;]*)/.exec(rule)?.[1] ?? '1';
  const every = Number(interval) * (MINUTES[frequency] ?? Number.NaN);
  if (!/^\d+$/.test(interval)) report.error('recurrence', `INTERVAL is “${shown(interval)}”.`, 'Write a whole number.');
  else if (Number.isNaN(every))
    report.error('recurrence', `FREQ is “${shown(frequency)}”.`, `Use one of ${Object.keys(MINUTES).join(', ')}.`);
  else if (every < 10)
    report.error('recurrence', 'The schedule runs more often than every 10 minutes.', 'Set INTERVAL to 10 or more.');
  else if (every > 527_040)
    report.error('recurrence', 'The schedule runs less often than once a year.', 'Set a shorter interval.');
}

/** Whether the first run lies ahead isn't judged: a merchant sets it when turning the workflow on. */
function checkFirst(moment: string, zone: string, report: Report): void {
  const written = moment.replace(/^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})$/, '$1-$2-$3T$4:$5:$6');
  const read = new Date(`${written}Z`);
  // A 31st of February reads as a day in March.
  if (Number.isNaN(read.getTime()) || !read.toISOString().startsWith(written))
    report.error('recurrence', `The first run is ${moment}, which is no date.`, 'Write it like 20270104T060000.');
  try {
    Intl.DateTimeFormat('en', {timeZone: zone});
  } catch {
    report.error('recurrence', `There is no time zone ${shown(zone)}.`, 'Write it like Europe/Amsterdam.');
  }
}
