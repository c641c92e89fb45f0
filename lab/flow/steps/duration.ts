const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const UNITS: Readonly<Record<string, number>> = {second: 1000, minute: MINUTE, hour: HOUR, day: DAY, week: 7 * DAY};

/** `P3D`, `PT30M`, `P1DT12H`, `2 hours`: how a real export writes it is unknown. Null where it is none of these. */
export function millisecondsOf(text: string): number | null {
  const iso = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(text.trim());
  if (iso && /\d/.test(text)) {
    const [weeks, days, hours, minutes, seconds] = iso.slice(1).map((part) => Number(part ?? 0));
    return (
      (weeks ?? 0) * 7 * DAY + (days ?? 0) * DAY + (hours ?? 0) * HOUR + (minutes ?? 0) * MINUTE + (seconds ?? 0) * 1000
    );
  }
  const [, amount, unit] = /^(\d+)\s+([a-z]+?)s?$/i.exec(text.trim()) ?? [];
  const size = UNITS[unit?.toLowerCase() ?? ''];
  return amount === undefined || size === undefined ? null : Number(amount) * size;
}
