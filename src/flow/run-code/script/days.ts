import {InputError} from '../../../core/index.ts';

export const DAY_MS = 86_400_000;

/**
 * Milliseconds since 1970 of a time as Shopify writes it ("2026-11-22T10:00:00Z", with or without fractions or an offset, or the
 * day alone), by our own count of days: Run code has no clock, and what its Date does is not documented.
 * @throws InputError
 */
export function momentOf(text: unknown, field: string): number {
  const found =
    typeof text === 'string'
      ? /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,9}))?)?(Z|[+-]\d\d:?\d\d)?)?$/.exec(text)
      : null;
  if (!found)
    throw new InputError(field, text, 'Write a day such as 2026-11-22, or a time such as 2026-11-22T10:00:00Z.');
  const [, year, month, day, hour = 0, minute = 0, second = 0, fraction = '', zone = 'Z'] = found;
  const at = Number(month);
  const first = dayNumber(Number(year), at);
  const days = first + Number(day) - 1;
  const inMonth = days >= first && days < dayNumber(Number(year), at + 1);
  if (at < 1 || at > 12 || !inMonth || Number(hour) > 23) {
    throw new InputError(field, text, 'Write a day and a time that exist.');
  }
  const offset = zone === 'Z' ? 0 : minutesOf(zone);
  const seconds = Number(hour) * 3600 + (Number(minute) - offset) * 60 + Number(second);
  return days * DAY_MS + seconds * 1000 + Number(fraction.slice(0, 3).padEnd(3, '0'));
}

/** Whether a time that `momentOf` takes says where on earth: else it is read as UTC. */
export function isZoned(text: string): boolean {
  return /[T ].*(?:Z|[+-]\d\d:?\d\d)$/.test(text);
}

function minutesOf(zone: string): number {
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return zone.startsWith('-') ? -minutes : minutes;
}

/**
 * Days since 1970 of a month's first day, by the Gregorian calendar; years count from March, so that leap days come last, and month 13
 * is the January after.
 */
function dayNumber(year: number, month: number): number {
  const shifted = month > 2 ? year : year - 1;
  const inYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5);
  return (
    shifted * 365 + Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400) + inYear - 719_468
  );
}

/** The day of a moment, "2026-11-22" (UTC). */
export function dayText(moment: number): string {
  const shifted = Math.floor(moment / DAY_MS) + 719_468;
  const era = Math.floor(shifted / 146_097);
  const inEra = shifted - era * 146_097;
  const years = Math.floor(
    (inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36_524) - Math.floor(inEra / 146_096)) / 365,
  );
  const inYear = inEra - (365 * years + Math.floor(years / 4) - Math.floor(years / 100));
  const fromMarch = Math.floor((5 * inYear + 2) / 153);
  const day = inYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const year = years + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The same moment as Shopify's DateTime, to the second. */
export function momentText(moment: number): string {
  const seconds = Math.floor((((moment % DAY_MS) + DAY_MS) % DAY_MS) / 1000);
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${dayText(moment)}T${two(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}Z`;
}
