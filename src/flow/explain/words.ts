/** The sentences of an explanation, in one language. Paths of Flow stay as Flow shows them. */
export interface Words {
  readonly safety: Readonly<Record<'A' | 'B' | 'C', string>>;
  /** The name carries a (C), and a step moves money. */
  readonly notC: string;
  readonly start: (what: string) => string;
  readonly startBy: (task: string) => string;
  readonly unknownTrigger: (id: string) => string;
  readonly every: (count: number, unit: Unit) => string;
  readonly schedule: (every: string, first: string, zone: string) => string;
  /** Days of the week behind “every week”. */
  readonly onDays: (days: readonly Day[]) => string;
  readonly byHand: (what: Subject) => string;
  /** A metafield under a handle. */
  readonly reads: (name: string, type: string, key: string) => string;
  /** Any other field with arguments under a handle. */
  readonly readsField: (name: string, type: string, field: string, values: readonly string[]) => string;
  /** `limited`: it may have more items than a loop takes. */
  readonly forEach: (list: string, item: string, limited: boolean) => string;
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
  /** Each tag in its quotes. */
  readonly addsTags: (tags: readonly string[]) => string;
  readonly removesTags: (tags: readonly string[]) => string;
  readonly writesMetafield: (key: string, value: string) => string;
  readonly writesNote: (text: string) => string;
  readonly other: (label: string, fields: readonly string[]) => string;
  readonly unknown: (id: string, fields: readonly string[]) => string;
  readonly sends: (mutation: string, about: string | null) => string;
  readonly sendsUnreadable: string;
  readonly abouts: Readonly<Record<string, string>>;
  readonly movesMoney: string;
  /** Constants at the top of a script, which a merchant may change. */
  readonly settings: (values: readonly string[]) => string;
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
  readonly tags: (tags: readonly string[]) => string;
  readonly noTags: (tags: readonly string[]) => string;
  readonly mail: (subject: string) => string;
  readonly metafield: (key: string) => string;
  readonly note: string;
  /** By mutation. */
  readonly sent: Readonly<Record<string, string>>;
}

/** What a person starts a workflow on. */
export type Subject = 'customer' | 'draftOrder' | 'order' | 'product';

export const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Day = (typeof DAYS)[number];

export type Unit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';

/** `a, b and c`. */
export function listed(parts: readonly string[], and: string): string {
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} ${and} ${parts.at(-1)}`;
}
