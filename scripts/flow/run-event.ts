/** Event files of `flow run`. */
import {InputError} from '../../src/core/index.ts';
import type {Lab} from '../../lab/admin-api/index.ts';
import type {FlowEvent} from '../../lab/flow/index.ts';
import {ask} from '../../lab/seed/ask.ts';

export interface Given {
  readonly order: string;
  readonly addTags: readonly string[];
  readonly note: string | null;
}

export interface EventFile {
  readonly event: FlowEvent;
  readonly given: readonly Given[];
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * @param text of the file
 * @param now for a schedule whose event names no moment
 * @param order in place of the event's own
 * @param tags that the order gets first
 * @throws {InputError} that names the field
 */
export function readEvent(text: string, now: string, order?: string, tags: readonly string[] = []): EventFile {
  const {given = [], ...rest} = fieldsOf(text);
  const stray = Object.keys(rest).find(
    (key) => !['trigger', 'order', 'return', 'scheduledAt', 'payload'].includes(key),
  );
  if (stray !== undefined)
    throw new InputError(`event.${stray}`, rest[stray], 'An event has no such field; --help lists them.');
  const trigger = wordsIn(rest, 'trigger');
  if (trigger === null) throw new InputError('event.trigger', null, 'Name what happened, for example "order_created".');
  const {payload} = rest;
  if (payload !== undefined && !isFields(payload))
    throw new InputError('event.payload', payload, 'Write a JSON object.');
  const isScheduled = trigger.endsWith('scheduled_time');
  if (isScheduled && order !== undefined && tags.length === 0) {
    const fix = 'A schedule starts on no order; with --tag the order gets the tag that the workflow looks for.';
    throw new InputError('--order', order, fix);
  }
  const parts = {
    order: (isScheduled ? null : order) ?? wordsIn(rest, 'order'),
    return: wordsIn(rest, 'return'),
    scheduledAt: wordsIn(rest, 'scheduledAt') ?? (isScheduled ? now : null),
  };
  if (parts.scheduledAt !== null && Number.isNaN(Date.parse(parts.scheduledAt)))
    throw new InputError('event.scheduledAt', parts.scheduledAt, 'Write a moment like 2026-11-23T06:00:00Z.');
  const known = Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== null));
  if (!Array.isArray(given)) throw new InputError('event.given', given, 'Write a list of orders to prepare.');
  const tagged = tags.length === 0 ? [] : [{order: order ?? parts.order ?? '#1001', addTags: tags, note: null}];
  const event = {trigger, ...known, ...(payload === undefined ? {} : {payload})};
  return {event, given: [...given.map(givenOf), ...tagged]};
}

function fieldsOf(text: string): Fields {
  let value: unknown = null;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new InputError('--event', text.slice(0, 60), 'The file holds no JSON.');
  }
  if (!isFields(value)) throw new InputError('--event', text.slice(0, 60), 'The file holds no JSON object.');
  return value;
}

function givenOf(value: unknown, at: number): Given {
  const fields = isFields(value) ? value : {};
  const name = `event.given[${at}]`;
  const order = wordsIn(fields, 'order');
  const stray = Object.keys(fields).find((key) => !['order', 'addTags', 'note'].includes(key));
  if (stray !== undefined)
    throw new InputError(`${name}.${stray}`, fields[stray], 'It is one of order, addTags and note.');
  if (order === null) throw new InputError(`${name}.order`, null, 'Name the order, for example "#1001".');
  const {addTags = []} = fields;
  if (!Array.isArray(addTags)) throw new InputError(`${name}.addTags`, addTags, 'Write a list of tags.');
  return {order, addTags: addTags.map(String), note: wordsIn(fields, 'note')};
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function wordsIn(fields: Fields, key: string): string | null {
  const value = fields[key] ?? null;
  if (value !== null && typeof value !== 'string') throw new InputError(`event.${key}`, value, 'Write a text.');
  return value;
}

const FIND = 'query ($query: String!) {orders(first: 1, query: $query) {nodes {id}}}';
const TAG = 'mutation ($id: ID!, $tags: [String!]!) {tagsAdd(id: $id, tags: $tags) {userErrors {message}}}';
const NOTE = 'mutation ($input: OrderInput!) {orderUpdate(input: $input) {userErrors {message}}}';

/** Makes the orders what the event file says. @throws {InputError} where there is no such order */
export function prepare(lab: Lab, given: readonly Given[]): void {
  for (const {order, addTags, note} of given) {
    const found = ask(lab, FIND, {query: `name:'${order.replace(/['\\]/g, '')}'`}) as {orders: {nodes: {id: string}[]}};
    const id = found.orders.nodes[0]?.id;
    if (id === undefined) throw new InputError('event.given.order', order, 'There is no such order in the shop.');
    if (addTags.length > 0) ask(lab, TAG, {id, tags: addTags});
    if (note !== null) ask(lab, NOTE, {input: {id, note}});
  }
}
