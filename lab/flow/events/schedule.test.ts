import {describe, expect, it} from 'vitest';
import {dueAfter, readSchedule} from './schedule.ts';

const recurrence = (start: string, rule: string): string => JSON.stringify([`DTSTART;TZID=${start}\nRRULE:${rule}`]);
const next = (text: string, after: string): string =>
  new Date(dueAfter(readSchedule(text), Date.parse(after))).toISOString();

describe('a schedule', () => {
  it.each([
    [
      'Etc/UTC:20270104T060000',
      'FREQ=MINUTELY;INTERVAL=10;WKST=MO',
      '2026-11-22T12:00:00Z',
      '2027-01-04T06:00:00.000Z',
    ],
    ['Etc/UTC:20270104T060000', 'FREQ=MINUTELY;INTERVAL=10', '2027-01-04T06:00:00Z', '2027-01-04T06:10:00.000Z'],
    ['Etc/UTC:20261101T060000', 'FREQ=HOURLY;INTERVAL=6', '2026-11-22T12:00:00Z', '2026-11-22T18:00:00.000Z'],
    ['Europe/Amsterdam:20261101T060000', 'FREQ=DAILY', '2026-11-22T12:00:00Z', '2026-11-23T05:00:00.000Z'],
    ['Etc/UTC:20261101T060000', 'FREQ=WEEKLY;INTERVAL=2', '2026-11-22T12:00:00Z', '2026-11-29T06:00:00.000Z'],
    ['Etc/UTC:20261115T060000', 'FREQ=MONTHLY', '2026-11-22T12:00:00Z', '2026-12-15T06:00:00.000Z'],
    ['Etc/UTC:20200115T060000', 'FREQ=YEARLY', '2026-11-22T12:00:00Z', '2027-01-15T06:00:00.000Z'],
  ])('from %s with %s', (start, rule, after, expected) => {
    expect(next(recurrence(start, rule), after)).toBe(expected);
  });

  it.each([
    ['', 'no JSON list'],
    ['["RRULE:FREQ=DAILY"]', 'no DTSTART'],
    [recurrence('Etc/UTC:20261101T060000', 'FREQ=MINUTELY;INTERVAL=5'), 'every 10 minutes'],
    [recurrence('Etc/UTC:20261101T060000', 'FREQ=YEARLY;INTERVAL=2'), 'once a year'],
    [recurrence('Etc/UTC:20261101T060000', 'FREQ=MONTHLY;INTERVAL=99999999999999'), 'once a year'],
    [recurrence('Etc/UTC:20261101T060000', 'FREQ=SECONDLY'), 'no rule'],
    [recurrence('Etc/UTC:20261101T060000', 'FREQ=DAILY;INTERVAL=0'), 'no rule'],
    [recurrence('Etc/UTC:20261101T060000', 'FREQ=DAILY;BYDAY=MO'), 'doesn’t know BYDAY'],
    [recurrence('Moon/Base:20261101T060000', 'FREQ=DAILY'), 'no time zone'],
    [recurrence('Etc/UTC:20269901T060000', 'FREQ=DAILY'), 'no time'],
  ])('refuses %s', (text, message) => {
    expect(() => readSchedule(text)).toThrow(message);
  });
});
