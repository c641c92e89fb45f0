/** `error`: Flow refuses it, the run fails, or money is at risk. `warning`: may go wrong. `note`: worth knowing, or not checked. */
export type Severity = 'error' | 'warning' | 'note';

/** Where a finding stands: the step as a person finds it in Flow, and its id in the file. */
export interface StepRef {
  readonly id: string;
  readonly name: string;
}

export interface Finding {
  readonly severity: Severity;
  /** Stable, for machines: `checksum-wrong`. */
  readonly code: string;
  readonly step: StepRef | null;
  /** The config field, and within it the path or place: `api_call: input.orderId`. */
  readonly at: string | null;
  readonly message: string;
  /** What to do, as an instruction; null where there is nothing to do. */
  readonly fix: string | null;
}

/** Collects findings; each part of the check reports into a view that knows where it stands. */
export class Report {
  readonly ours: boolean;
  private readonly found: Map<string, Finding>;
  private readonly step: StepRef | null;
  private readonly place: string | null;

  constructor(
    ours: boolean,
    found: Map<string, Finding> = new Map(),
    step: StepRef | null = null,
    place: string | null = null,
  ) {
    this.ours = ours;
    this.found = found;
    this.step = step;
    this.place = place;
  }

  get findings(): readonly Finding[] {
    return [...this.found.values()];
  }

  forStep({id, name}: StepRef): Report {
    return new Report(this.ours, this.found, {id, name});
  }

  /** A config field, or a place within the present one. */
  at(place: string): Report {
    const whole = this.place === null ? place : `${this.place}: ${place}`;
    return new Report(this.ours, this.found, this.step, whole);
  }

  isAt(place: string): boolean {
    return this.place === place;
  }

  error(code: string, message: string, fix: string | null = null): void {
    this.add('error', code, message, fix);
  }

  warning(code: string, message: string, fix: string | null = null): void {
    this.add('warning', code, message, fix);
  }

  note(code: string, message: string, fix: string | null = null): void {
    this.add('note', code, message, fix);
  }

  /** Something that the check can't judge: said, never counted as wrong. */
  unchecked(message: string): void {
    this.add('note', 'not-checked', `Not checked: ${message}`, null);
  }

  /** What a merchant may do at their own risk, and a workflow of ours may not. */
  stricter(code: string, message: string, fix: string | null = null): void {
    this.add(this.ours ? 'error' : 'warning', code, message, fix);
  }

  private add(severity: Severity, code: string, message: string, fix: string | null): void {
    const key = JSON.stringify([code, this.step?.id, this.place, message]);
    if (this.found.has(key)) return;
    this.found.set(key, {severity, code, step: this.step, at: this.place, message, fix});
  }
}

/** A value in a message: short, on one line, however deep it is nested. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : written(value);
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
}

function written(value: unknown): string {
  try {
    return JSON.stringify(value) ?? 'missing';
  } catch (error) {
    // `JSON.parse` reads deeper than `JSON.stringify` can go.
    if (!(error instanceof RangeError)) throw error;
    return '…';
  }
}
