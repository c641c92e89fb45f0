/** Runs a built extension: starts its worker, shows what it renders, serves what it asks for. */
import {release, retain} from '@quilted/threads';
import {DOMRemoteReceiver} from '@remote-dom/core/receivers';
import {elementsFor} from '../element-table.ts';
import elementTable from '../elements.generated.json' with {type: 'json'};
import type {ElementTable} from '../element-table.ts';
import type {AdminAnswer, HostApi, RunOptions} from '../protocol.ts';
import {policyFor} from './policy.ts';
import {RunThread} from './run-thread.ts';

const WORKER_URL = '/lab/assets/worker.js';

/** What the page around an extension decides. */
export interface Surroundings {
  adminRequest(version: string, body: string): Promise<AdminAnswer>;
  idToken(): Promise<string | null>;
  close(): void;
  navigate(url: string): void;
  toast(message: string, isError: boolean): void;
  setLoading(loading: boolean): void;
  failed(message: string): void;
}

/** An extension to run: its bundle's path, its handle (which scopes its storage), and its words. */
export interface ExtensionRun {
  handle: string;
  target: string;
  bundle: string;
  locale: string;
  messages: Record<string, string>;
  selected: string[];
  apiVersion: string;
}

export interface Running {
  stop(): void;
}

/** Renders an extension into `root`. Errors, early or late, reach `surroundings.failed`. */
export function runExtension(run: ExtensionRun, root: Element, surroundings: Surroundings): Running {
  const options = optionsFor(run, run.target);
  const receiver = new DOMRemoteReceiver({root, elements: policyFor(options.elements), retain, release});
  const {thread, stop} = startWorker(run, {
    ...surroundings,
    mutate: (records) => receiver.connection.mutate(records),
    callElement: (id, method, args) => receiver.connection.call(id, method, ...args),
  });
  thread.imports.render(options).catch((error: unknown) => surroundings.failed(messageOf(error)));
  return {
    stop: () => {
      stop();
      root.replaceChildren();
    },
  };
}

/** Asks an extension's should-render bundle. An error counts as yes: the action itself then says what is wrong. */
export async function askShouldRender(run: ExtensionRun, surroundings: Surroundings): Promise<boolean> {
  const {thread, stop} = startWorker(run, {
    ...surroundings,
    mutate: () => undefined,
    callElement: () => undefined,
  });
  try {
    return await thread.imports.shouldRender(optionsFor(run, run.target.replace(/\.render$/, '.should-render')));
  } catch (error) {
    surroundings.failed(messageOf(error));
    return true;
  } finally {
    stop();
  }
}

function optionsFor(run: ExtensionRun, target: string): RunOptions {
  const elements = target.endsWith('.render') ? elementsFor(elementTable as ElementTable, target) : {};
  const {locale, messages, selected, apiVersion} = run;
  return {target, bundle: new URL(run.bundle, location.href).href, locale, messages, selected, elements, apiVersion};
}

function startWorker(
  run: ExtensionRun,
  host: Omit<HostApi, 'storageRead' | 'storageWrite'>,
): {
  thread: RunThread;
  stop(): void;
} {
  const worker = new Worker(WORKER_URL, {name: run.handle});
  const storageKey = `refund-recipes-lab:storage:${run.handle}`;
  const ended = new AbortController();
  const thread = new RunThread(worker, {
    signal: ended.signal,
    exports: {
      ...host,
      storageRead: () =>
        Promise.resolve(JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Record<string, unknown>),
      storageWrite: (entries) => {
        localStorage.setItem(storageKey, JSON.stringify(entries));
        return Promise.resolve();
      },
    },
  });
  return {
    thread,
    stop: () => {
      ended.abort();
      worker.terminate();
    },
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
