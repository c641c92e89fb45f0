import '@remote-dom/core/polyfill';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {runInThisContext} from 'node:vm';
import {connectRemoteNode, setRemoteId} from '@remote-dom/core/elements';
import {RemoteReceiver, type RemoteReceiverElement, type RemoteReceiverNode} from '@remote-dom/core/receivers';
import {elementsFor, type ElementTable} from '../../lab/host/element-table.ts';
import table from '../../lab/host/elements.generated.json' with {type: 'json'};
import {createI18n} from '../../lab/host/worker/i18n.ts';
import {defineElements, isTakingOver} from '../../lab/host/worker/elements.ts';
import {root, shipped} from './words.ts';

const ACTION = {handle: 'order-refund', target: 'admin.order-details.action.render'};
const HOME = {handle: 'app-home', target: 'admin.app.home.render'};
const BLOCK = {handle: 'order-refund-block', target: 'admin.order-details.block.render'};
const ROOT = '~';
let defined = false;

export interface PageOptions {
  readonly orderId: string | null;
  readonly language?: 'en' | 'nl';
  /** Answers the extension's Admin API requests. */
  readonly admin: (request: {version: string; body: string}) => Promise<{status: number; body: string}>;
  readonly storage?: Map<string, unknown>;
}

/** One opening of the shipped bundle, in this process, with Shopify's element definitions and event names but no browser. */
export interface Page {
  /** All that a person can read, in reading order. */
  text(): string;
  elements(tag: string): RemoteReceiverElement[];
  /** The field with this name. */
  field(name: string): RemoteReceiverElement;
  /** A key is pressed in a field, or another option chosen. */
  type(name: string, value: string): Promise<void>;
  choose(name: string, value: string): Promise<void>;
  press(label: string): Promise<void>;
  /** Waits until the reading text has this. */
  sees(text: string | RegExp): Promise<void>;
  readonly closed: boolean;
  /** Where the extension navigated to. */
  readonly visited: readonly string[];
  readonly toasts: readonly string[];
}

export function openAction(options: PageOptions): Promise<Page> {
  return openExtension(ACTION, options);
}

export function openBlock(options: PageOptions): Promise<Page> {
  return openExtension(BLOCK, options);
}

export function openHome(options: Omit<PageOptions, 'orderId'>): Promise<Page> {
  return openExtension(HOME, {...options, orderId: null});
}

/** One target a process: elements can't be defined anew. */
async function openExtension({handle, target}: typeof ACTION, options: PageOptions): Promise<Page> {
  if (!defined) defineElements(elementsFor(table as ElementTable, target));
  defined = true;
  // A body of its own for each opening: the bundle renders into it, and nothing of the last opening is left.
  const body = document.createElement('body');
  document.body.replaceWith(body);
  Object.defineProperty(document, 'body', {value: body, configurable: true});
  const receiver = new RemoteReceiver();
  setRemoteId(document.body, ROOT);
  connectRemoteNode(document.body, {
    mutate: (records) => {
      if (!isTakingOver()) receiver.connection.mutate(records);
    },
    call: (id, method, ...args) => receiver.connection.call(id, method, ...args),
  });
  let closed = false;
  const visited: string[] = [];
  const toasts: string[] = [];
  const storage = options.storage ?? new Map<string, unknown>();
  const entries = new Map<string, (api: unknown) => unknown>();
  const language = options.language ?? 'en';
  const words = Object.fromEntries(shipped(handle, 'en.default.json'));
  if (language === 'nl') Object.assign(words, Object.fromEntries(shipped(handle, 'nl.json')));
  const shopify = {
    extend: (name: string, entry: (api: unknown) => unknown) => entries.set(name, entry),
    extension: {target},
    data: {selected: options.orderId === null ? [] : [{id: options.orderId}]},
    i18n: createI18n(language, words),
    auth: {idToken: () => Promise.resolve(`e30.${btoa(JSON.stringify({sub: '42'}))}.signature`)},
    storage: {
      get: (key: string) => Promise.resolve(storage.get(key)),
      set: (key: string, value: unknown) => Promise.resolve(void storage.set(key, value)),
    },
    close: () => {
      closed = true;
    },
    navigation: {navigate: (url: string) => void visited.push(url)},
    toast: {show: (message: string) => void toasts.push(message)},
  };
  const adminFetch = async (url: string, init: {body: string}): Promise<Response> => {
    const version = /^shopify:admin\/api\/([\w-]+)\/graphql\.json$/.exec(url)?.[1];
    if (!version) throw new TypeError(`No such address: ${url}`);
    const answer = await options.admin({version, body: init.body});
    return new Response(answer.body, {status: answer.status});
  };
  Object.assign(globalThis, {shopify, fetch: adminFetch});
  runInThisContext(readFileSync(join(root, `extensions/${handle}/dist/${handle}.js`), 'utf8'));
  await entries.get(target)?.(shopify);

  const all = (): RemoteReceiverElement[] => [...walk(receiver.root)].filter(isElement);
  const named = (name: string): RemoteReceiverElement => {
    const field = all().find(({properties}) => properties['name'] === name);
    if (!field) throw new Error(`No field "${name}". The screen says:\n${text()}`);
    return field;
  };
  const text = (): string => [...walk(receiver.root)].flatMap(readable).join('\n').replaceAll('\u00a0', ' ');
  const fire = async (element: RemoteReceiverElement, event: string, detail: unknown): Promise<void> => {
    const listener = element.eventListeners[event];
    if (!listener) throw new Error(`<${element.element}> doesn't listen to "${event}".`);
    await listener(detail);
    await tick();
  };
  return {
    text,
    elements: (tag) => all().filter(({element}) => element === tag),
    field: named,
    type: (name, value) => fire(named(name), 'input', {value}),
    choose: (name, value) =>
      fire(named(name), 'change', /^(notify|on):/.test(name) ? {checked: value === 'on'} : {value}),
    async press(label) {
      const find = () => all().find((one) => one.element === 's-button' && namesOf(one).includes(label));
      await until(
        () => find()?.properties['disabled'] !== true && find()?.properties['loading'] !== true,
        () => `"${label}" stays off:\n${text()}`,
      );
      const button = find();
      if (!button) throw new Error(`No button "${label}". The screen says:\n${text()}`);
      await fire(button, 'click', undefined);
    },
    sees: (wanted) =>
      until(
        () => (typeof wanted === 'string' ? text().includes(wanted) : wanted.test(text())),
        () => `${String(wanted)} doesn't appear. The screen says:\n${text()}`,
      ),
    get closed() {
      return closed;
    },
    visited,
    toasts,
  };
}

const tick = (): Promise<void> => new Promise((done) => setTimeout(done, 5));

async function until(met: () => boolean, complaint: () => string): Promise<void> {
  const deadline = Date.now() + 15_000;
  while (!met()) {
    if (Date.now() > deadline) throw new Error(complaint());
    await tick();
  }
}

type Parent = {readonly children: readonly RemoteReceiverNode[]};

function* walk(parent: Parent): Generator<RemoteReceiverNode> {
  for (const child of parent.children) {
    yield child;
    if ('children' in child) yield* walk(child);
  }
}

function isElement(node: RemoteReceiverNode): node is RemoteReceiverElement {
  return 'element' in node;
}

const READ = ['heading', 'label', 'value', 'suffix', 'details', 'error'];

/** A text node, or what a host draws of an element's properties. */
function readable(node: RemoteReceiverNode): string[] {
  if ('data' in node) return node.data.trim() ? [node.data] : [];
  if (!isElement(node)) return [];
  return READ.map((name) => node.properties[name]).filter(
    (value): value is string => typeof value === 'string' && value !== '',
  );
}

/** What a button is called: by what stands on it, and by what is read out. */
function namesOf(element: RemoteReceiverElement): readonly unknown[] {
  return [labelOf(element), element.properties['accessibilityLabel']];
}

function labelOf(element: RemoteReceiverElement): string {
  return [...walk(element)]
    .map((node) => ('data' in node ? node.data : ''))
    .join('')
    .replaceAll('\u00a0', ' ');
}
