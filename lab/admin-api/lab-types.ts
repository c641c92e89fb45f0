/** What goes into a lab and what comes out. */
import type {GraphQLFormattedError} from 'graphql';
import type {StaffMember} from './access.ts';
import type {Clock} from './clock.ts';
import type {Faults} from './faults.ts';
import type {LabSettings} from './settings.ts';
import type {Store} from './store.ts';
import type {ThrottleStatus} from './throttle.ts';

export interface LabOptions {
  /** A file, or ':memory:' (the default). */
  readonly database?: string;
  /** Where time stands still; without it, time runs with the machine's. */
  readonly now?: Date;
  readonly settings?: Partial<LabSettings>;
  /** Fills the empty shop; runs when the database holds no shop yet, and after every reset. */
  readonly seed?: (lab: Lab) => void;
}

export interface LabRequest {
  readonly version: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | null;
  readonly operationName?: string | null;
  /** The app's scopes; left out: all of them. */
  readonly scopes?: readonly string[];
  /** The staff member behind an online token; left out: an offline token. */
  readonly staff?: StaffMember;
  /** Another app than our own, e.g. Flow: it sees none of our app-owned data. */
  readonly appId?: string;
  /** Shopify's own way in, neither limited in cost nor throttled. */
  readonly unmetered?: boolean;
}

export interface Cost {
  readonly requestedQueryCost: number;
  readonly actualQueryCost: number | null;
  readonly throttleStatus: ThrottleStatus;
}

/** A body as Shopify sends it, or a text that isn't JSON (an injected fault). */
export interface LabBody {
  readonly data?: unknown;
  readonly errors?: readonly GraphQLFormattedError[] | string;
  readonly extensions?: {readonly cost: Cost};
}

export interface LabResponse {
  readonly status: number;
  readonly body: LabBody | string;
}

export interface LoggedRequest {
  readonly id: string;
  readonly at: string;
  readonly version: string;
  readonly operation: string | null;
  readonly fields: readonly string[];
  readonly variables: unknown;
  readonly status: number;
  readonly errors: number;
  readonly userErrors: number;
  readonly requestedQueryCost: number | null;
  readonly actualQueryCost: number | null;
  readonly milliseconds: number;
  /** The fault that it met, if any. */
  readonly fault: string | null;
}

export interface Lab {
  readonly store: Store;
  readonly clock: Clock;
  readonly settings: LabSettings;
  readonly faults: Faults;
  /** @throws LabNetworkError (as a rejection) only where a fault cuts the network */
  handle(request: LabRequest): Promise<LabResponse>;
  /** The newest requests, oldest first; at most 500. */
  log(): readonly LoggedRequest[];
  /** What the modules hold, as plain JSON. */
  state(): Readonly<Record<string, unknown>>;
  /** Empties the shop, the log and the faults, and seeds again. */
  reset(): void;
  close(): void;
}
