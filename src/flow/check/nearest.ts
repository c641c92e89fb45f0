/** Changes of one letter that turn one word into another, capitals aside; stops counting at `most`. */
function distance(from: string, to: string, most: number): number {
  const [a, b] = [from.toLowerCase(), to.toLowerCase()];
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before = Array.from({length: b.length + 1}, (_, at) => at);
  for (let row = 1; row <= a.length; row += 1) {
    const next = [row];
    for (let at = 1; at <= b.length; at += 1) {
      const replaced = (before[at - 1] ?? 0) + (a[row - 1] === b[at - 1] ? 0 : 1);
      next.push(Math.min(replaced, (before[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1));
    }
    before = next;
  }
  return before[b.length] ?? most + 1;
}

/** “ Did you mean x?”, where one of the names is close or has the word within; else nothing. */
export function didYouMean(word: string, names: Iterable<string>): string | null {
  if (word.length === 0 || word.length > 60) return null;
  const most = Math.max(1, Math.floor(word.length / 3));
  let best: {name: string; far: number} | null = null;
  for (const name of names) {
    const far = name.toLowerCase().endsWith(word.toLowerCase()) ? most : distance(word, name, most);
    if (far <= most && (best === null || far < best.far)) best = {name, far};
  }
  return best && best.name !== word ? `Did you mean ${best.name}?` : null;
}
