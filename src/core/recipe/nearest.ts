/** The known name that is closest to a mistyped one, or null where none is close. */
export function nearest(name: string, known: readonly string[]): string | null {
  const ranked = known.map((candidate) => ({candidate, away: distance(name.toLowerCase(), candidate.toLowerCase())}));
  ranked.sort((a, b) => a.away - b.away);
  const best = ranked[0];
  if (!best) return null;
  const slips = best.candidate.length < 5 ? 1 : Math.max(2, Math.floor(best.candidate.length / 3));
  return best.away <= slips ? best.candidate : null;
}

/** A fix for a name that is not known: the closest one as a hint, then all of them. */
export function useOneOf(value: unknown, known: readonly string[]): string {
  const hint = typeof value === 'string' ? nearest(value, known) : null;
  return `${hint === null ? '' : `Did you mean "${hint}"? `}Use one of ${known.join(', ')}.`;
}

/** How many letters must be added, taken out or changed; names beyond 64 letters are as far as can be. */
function distance(a: string, b: string): number {
  if (a.length > 64) return Infinity;
  let row = Array.from({length: b.length + 1}, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] || 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] || 0) + 1, (next[j - 1] || 0) + 1));
    }
    row = next;
  }
  return row[b.length] || 0;
}
