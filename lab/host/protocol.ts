/** What the page and an extension's worker say to each other, over @quilted/threads. */
import type {RemoteMutationRecord} from '@remote-dom/core';
import type {ElementShape} from './element-table.ts';

/** Everything a worker needs to know before it loads a bundle. */
export interface RunOptions {
  target: string;
  /** Absolute URL of the bundle. */
  bundle: string;
  /** The admin's language, such as `nl`; `formatNumber` and the others follow it. */
  locale: string;
  /** Translations by dotted key: the default file, overlaid with the language's own. */
  messages: Record<string, string>;
  /** Global ids of what the person opened or selected. */
  selected: string[];
  elements: Record<string, ElementShape>;
  apiVersion: string;
}

export interface AdminAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** What the page does for the worker. */
export interface HostApi {
  mutate(records: readonly RemoteMutationRecord[]): void;
  callElement(id: string, method: string, args: readonly unknown[]): unknown;
  adminRequest(version: string, body: string): Promise<AdminAnswer>;
  idToken(): Promise<string | null>;
  close(): void;
  navigate(url: string): void;
  toast(message: string, isError: boolean): void;
  setLoading(loading: boolean): void;
  storageRead(): Promise<Record<string, unknown>>;
  storageWrite(entries: Record<string, unknown>): Promise<void>;
  /** An error that nothing in the extension caught. */
  failed(message: string): void;
}

/** What the worker does for the page. */
export interface WorkerApi {
  /** Runs the bundle's entry for the target; resolves when it has rendered for the first time. */
  render(options: RunOptions): Promise<void>;
  /** Runs a should-render bundle and answers whether the extension is offered. */
  shouldRender(options: RunOptions): Promise<boolean>;
}
