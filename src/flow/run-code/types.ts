import type {Bool, DateTime, Int, JsonText, SafeText} from '../builder/kinds.ts';
import type {EnvironmentOrder, EnvironmentPayloads, EnvironmentShop} from '../environment/environment.types.ts';

/** A constant at the top of a script, which a merchant edits in Flow. */
export interface Constant {
  /** In capitals. */
  readonly name: string;
  readonly value: string | number | boolean;
  /** One line of plain English. */
  readonly about: string;
}

interface Kinds {
  readonly Bool: Bool;
  readonly Int: Int;
  readonly SafeText: SafeText;
  readonly JsonText: JsonText;
}

/** A field of a script's output: its kind, and what it says. */
export type Field = readonly [kind: keyof Kinds, about: string];

export type Fields = Readonly<Record<string, Field>>;

/** The output as the builder reads it. */
export type OutputOf<F extends Fields> = {readonly [K in keyof F]: Kinds[F[K][0]]};

/** What scripts read, by the name under which `main` is given it. */
export interface Readable {
  readonly order: EnvironmentOrder;
  readonly scheduledAt: DateTime;
  readonly shop: EnvironmentShop;
  /** The answer of the step that wrote the claim. */
  readonly written: EnvironmentPayloads['metafieldsSet'];
  /** The answer of the step that moved money. */
  readonly paid: EnvironmentPayloads['refundCreate' | 'storeCreditAccountCredit' | 'giftCardCreate'];
}

/** A script before it is put into a workflow. */
export interface Script<F extends Fields = Fields> {
  /** The file in `entries` that has its `main`. */
  readonly entry: string;
  /** For the first line of the script: what it does. */
  readonly title: string;
  readonly constants: readonly Constant[];
  /** What `main` is given: a selection of fields for each, null for a single value. */
  readonly reads: {readonly [Name in keyof Readable]?: string | null};
  readonly fields: F;
}
