/** The sentences of an explanation, in one language. Paths of Flow stay as Flow shows them. */
export interface Words {
  readonly safety: Readonly<Record<'A' | 'B' | 'C', string>>;
  readonly start: (what: string) => string;
  readonly startBy: (task: string) => string;
  readonly unknownTrigger: (id: string) => string;
  readonly every: (count: number, unit: Unit) => string;
  readonly schedule: (every: string, first: string, zone: string) => string;
  readonly byHand: string;
  readonly reads: (name: string, type: string, key: string) => string;
  readonly forEach: (list: string, item: string) => string;
  readonly afterLoop: string;
  readonly when: (test: string) => string;
  readonly otherwise: string;
  readonly nothingOtherwise: string;
  readonly ends: (state: readonly string[]) => string;
  readonly endsWithoutTrace: string;
  readonly goesOn: (number: string) => string;
  readonly waits: (days: string | null) => string;
  readonly gets: (query: string) => string;
  readonly code: (reads: readonly string[], gives: readonly string[]) => string;
  readonly mails: (to: string, subject: string) => string;
  readonly addsTags: (tags: string) => string;
  readonly removesTags: (tags: string) => string;
  readonly writesMetafield: (key: string, value: string) => string;
  readonly writesNote: (text: string) => string;
  readonly other: (label: string, fields: readonly string[]) => string;
  readonly unknown: (id: string, fields: readonly string[]) => string;
  readonly sends: (mutation: string, about: string | null) => string;
  readonly sendsUnreadable: string;
  readonly abouts: Readonly<Record<string, string>>;
  readonly movesMoney: string;
  readonly and: string;
  readonly or: string;
  readonly yes: string;
  readonly no: string;
  /** By operator; `right` is empty for those with one side. */
  readonly operators: Readonly<Record<string, (left: string, right: string) => string>>;
  readonly quantifiers: Readonly<Record<'ANY' | 'ALL' | 'NONE', (list: string, test: string) => string>>;
  /** The item of a list that holds single values. */
  readonly it: string;
  /** What one can see of a step afterwards. */
  readonly traces: Traces;
  readonly conditionUnreadable: string;
  readonly circle: string;
  readonly unreachable: string;
  readonly nothingStarts: string;
}

export interface Traces {
  readonly tags: (tags: string) => string;
  readonly noTags: (tags: string) => string;
  readonly mail: (subject: string) => string;
  readonly metafield: (key: string) => string;
  readonly note: string;
  /** By mutation. */
  readonly sent: Readonly<Record<string, string>>;
}

export type Unit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';

/** `a, b and c`. */
export function listed(parts: readonly string[], and: string): string {
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} ${and} ${parts.at(-1)}`;
}
