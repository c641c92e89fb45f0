/** What a part of the proof found. */
export interface Proved {
  readonly runs: number;
  /** One line each. */
  readonly failures: readonly string[];
}

export function together(parts: readonly Proved[]): Proved {
  return {
    runs: parts.reduce((sum, {runs}) => sum + runs, 0),
    failures: parts.flatMap(({failures}) => failures),
  };
}
