/** The sandbox: one Web Worker per run of an extension, with remote-dom in place of a DOM. */
import '@remote-dom/core/polyfill';
import {BatchingRemoteConnection, connectRemoteNode, setRemoteId} from '@remote-dom/core/elements';
import {ThreadWebWorker} from '@quilted/threads';
import type {HostApi, RunOptions, WorkerApi} from '../protocol.ts';
import {defineElements, isTakingOver} from './elements.ts';
import {createFetch} from './fetch.ts';
import {createShopify, type RemoteHost} from './shopify.ts';

declare function importScripts(...urls: string[]): void;

/** remote-dom's own id for the root of a tree. */
const ROOT_ID = '~';

const thread = new ThreadWebWorker<HostApi, WorkerApi>(self as unknown as Worker, {exports: {render, shouldRender}});
const host = thread.imports as unknown as RemoteHost;

self.addEventListener('unhandledrejection', (event: Event) => {
  void host.failed(messageOf((event as PromiseRejectionEvent).reason));
});
self.addEventListener('error', (event: Event) => {
  void host.failed(messageOf((event as ErrorEvent).error ?? (event as ErrorEvent).message));
});

function messageOf(reason: unknown): string {
  return reason instanceof Error ? (reason.stack ?? reason.message) : String(reason);
}

function load(options: RunOptions): {entry: (api: unknown) => unknown; shopify: unknown} {
  const entries = new Map<string, (api: unknown) => unknown>();
  const shopify = createShopify(options, host, entries);
  Object.assign(globalThis, {shopify, fetch: createFetch(host)});
  importScripts(options.bundle);
  const entry = entries.get(options.target);
  if (!entry) throw new Error(`The bundle registers nothing for ${options.target}.`);
  return {entry, shopify};
}

async function render(options: RunOptions): Promise<void> {
  defineElements(options.elements);
  setRemoteId(document.body, ROOT_ID);
  const connection = new BatchingRemoteConnection({
    mutate: (records) => void host.mutate(records).catch((error: unknown) => host.failed(messageOf(error))),
    call: (id, method, ...args) => host.callElement(id, method, args),
  });
  connectRemoteNode(document.body, {
    mutate: (records) => {
      if (!isTakingOver()) connection.mutate([...records]);
    },
    call: (id, method, ...args) => connection.call(id, method, ...args),
  });
  const {entry, shopify} = load(options);
  await entry(shopify);
  connection.flush();
}

async function shouldRender(options: RunOptions): Promise<boolean> {
  const {entry, shopify} = load(options);
  const answer = (await entry(shopify)) as {display?: unknown} | undefined;
  return answer?.display === true;
}
