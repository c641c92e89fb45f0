/** The `shopify` global, by target, as @shopify/ui-extensions types it. */
import type {HostApi, RunOptions} from '../protocol.ts';
import {adminFetch} from './fetch.ts';
import {createI18n} from './i18n.ts';

/** The host's functions as they arrive over the thread: every one answers later. */
export type RemoteHost = {
  [Name in keyof HostApi]: (...args: Parameters<HostApi[Name]>) => Promise<Awaited<ReturnType<HostApi[Name]>>>;
};

type Entry = (api: unknown) => unknown;

export interface ShopifyGlobal {
  extend(target: string, entry: Entry): void;
  [name: string]: unknown;
}

/** A method that the lab leaves out says so, by name; nothing is made up. */
function missing(name: string): () => Promise<never> {
  return () => Promise.reject(new Error(`shopify.${name} is not part of this local lab.`));
}

/** Builds the global. `entries` collects what the bundle registers with `shopify.extend`. */
export function createShopify(options: RunOptions, host: RemoteHost, entries: Map<string, Entry>): ShopifyGlobal {
  const {target, locale, messages, selected, apiVersion} = options;
  const data = {selected: selected.map((id) => ({id}))};
  const standard = {
    extension: {target},
    i18n: createI18n(locale, messages),
    auth: {idToken: () => host.idToken()},
    query: (query: string, given: {variables?: unknown; version?: string} = {}) =>
      runQuery(host, query, given, apiVersion),
    storage: createStorage(host),
    intents: {},
    // Shopify's Preact entry hands its Signal class over; nothing in the lab sends signals.
    setSignals: () => undefined,
    extend: (name: string, entry: Entry) => {
      entries.set(name, entry);
    },
  };
  if (target.endsWith('.should-render')) return {...standard, data};
  const pickers = {picker: missing('picker'), resourcePicker: missing('resourcePicker')};
  if (target === 'admin.app.home.render') return {...standard, ...appHome(host)};
  if (target.endsWith('.block.render')) {
    return {...standard, ...pickers, data, navigation: {navigate: (url: string) => void host.navigate(url)}};
  }
  return {...standard, ...pickers, data, close: () => void host.close()};
}

function appHome(host: RemoteHost): Record<string, unknown> {
  return {
    toast: {
      show: (message: string, given: {isError?: boolean} = {}) => {
        void host.toast(message, given.isError === true);
        return 'toast';
      },
      hide: () => undefined,
    },
    loading: (loading: boolean) => void host.setLoading(loading),
    app: {extensions: missing('app.extensions')},
    tools: {register: () => () => undefined, unregister: () => undefined, clear: () => undefined},
    navigation: {navigate: (url: string) => void host.navigate(url)},
  };
}

async function runQuery(
  host: RemoteHost,
  query: string,
  given: {variables?: unknown; version?: string},
  apiVersion: string,
): Promise<{data?: unknown; errors?: unknown}> {
  const body = JSON.stringify({query, variables: given.variables ?? {}});
  const answer = await adminFetch(host, given.version ?? apiVersion, body);
  const {data, errors} = (await answer.json()) as {data?: unknown; errors?: unknown};
  return {data, errors};
}

function createStorage(host: RemoteHost): Record<string, unknown> {
  const change = async (update: (entries: Record<string, unknown>) => void): Promise<void> => {
    const entries = await host.storageRead();
    update(entries);
    await host.storageWrite(entries);
  };
  return {
    get: async (key: string) => (await host.storageRead())[key],
    set: (key: string, value: unknown) => change((entries) => void (entries[key] = value)),
    getMany: async (keys: string[]) => {
      const entries = await host.storageRead();
      return keys.map((key) => entries[key]);
    },
    setMany: (values: Record<string, unknown>) => change((entries) => void Object.assign(entries, values)),
    delete: async (key: string) => {
      let existed = false;
      await change((entries) => {
        existed = key in entries;
        delete entries[key];
      });
      return existed;
    },
    deleteMany: (keys: string[]) =>
      change((entries) => {
        for (const key of keys) delete entries[key];
      }),
    clear: () => host.storageWrite({}),
    entries: async () => Object.entries(await host.storageRead())[Symbol.iterator](),
  };
}
