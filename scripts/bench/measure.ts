/** How fast some work is, from its fastest round: what else the machine does can only slow a round down. */
export interface Rate {
  readonly perSecond: number;
  /** Milliseconds for one run. */
  readonly milliseconds: number;
}

const ROUNDS = 7;

function timesWithin(work: () => unknown, milliseconds: number): Rate {
  const start = performance.now();
  let runs = 0;
  let elapsed = 0;
  do {
    work();
    runs += 1;
    elapsed = performance.now() - start;
  } while (elapsed < milliseconds);
  return {perSecond: (runs * 1000) / elapsed, milliseconds: elapsed / runs};
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Runs each of `works` in turn, round by round, so that what slows the machine slows all of them alike. */
export function compareRates<Name extends string>(
  works: Readonly<Record<Name, () => unknown>>,
  roundMs = 150,
): Record<Name, Rate> {
  const entries = Object.entries(works) as [Name, () => unknown][];
  for (const [, work] of entries) timesWithin(work, roundMs);
  const rounds = new Map<Name, Rate[]>(entries.map(([name]) => [name, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, work] of entries) rounds.get(name)?.push(timesWithin(work, roundMs));
  }
  const result = {} as Record<Name, Rate>;
  for (const [name, rates] of rounds) {
    const milliseconds = Math.min(...rates.map((rate) => rate.milliseconds));
    result[name] = {perSecond: 1000 / milliseconds, milliseconds};
  }
  return result;
}
