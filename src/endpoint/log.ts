/** What the function writes down about a call: codes, ids and figures. There is no field for a text. */
export interface LogEntry {
  readonly event: 'answered' | 'finishedLate';
  readonly status: number;
  /** A code of ours: of a refusal, or the state of a result. */
  readonly code: string;
  readonly action?: string;
  /** The number of the order's id. */
  readonly order?: string;
  readonly plan?: string;
  readonly intent?: string;
  readonly milliseconds: number;
}

export type Log = (entry: LogEntry) => void;

/** What each field may look like. Anything else is left out, whoever put it there. */
const SHAPES: Readonly<Record<keyof LogEntry, RegExp>> = {
  event: /^(?:answered|finishedLate)$/,
  status: /^\d{3}$/,
  code: /^[A-Za-z_]{1,40}$/,
  action: /^[a-z-]{1,30}$/,
  order: /^\d{1,20}$/,
  plan: /^plan-[0-9a-f]{16}$/,
  intent: /^flow-run-[0-9a-f]{16}$/,
  milliseconds: /^\d{1,9}$/,
};

/**
 * A log that can't tell secrets or people: it writes only the fields above, each only in its shape, and no field's shape holds
 * a token, a name, an address or a message.
 * @param write takes one line of JSON
 */
export function logTo(write: (line: string) => void): Log {
  return (entry) => {
    const fields = Object.entries(SHAPES).flatMap(([name, shape]) => {
      const value = entry[name as keyof LogEntry];
      return value !== undefined && shape.test(String(value)) ? [[name, value] as const] : [];
    });
    write(JSON.stringify(Object.fromEntries(fields)));
  };
}
