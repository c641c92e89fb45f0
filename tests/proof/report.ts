/** What a proof found. */
export interface Report {
  readonly name: string;
  readonly figures: Readonly<Record<string, number>>;
  /** One line each; none is a proof. */
  readonly failures: readonly string[];
}

/** All figures on one line that ends in `ok` or `FAILED`. */
export function lineOf({name, figures, failures}: Report): string {
  const text = Object.entries(figures).map(([key, value]) => `${key} ${value}`);
  return `${name}: ${text.join(', ')} · ${failures.length === 0 ? 'ok' : 'FAILED'}`;
}
