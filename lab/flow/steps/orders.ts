/** Flow's own actions on orders and customers. */
import {asText, FlowProblem, isRecord} from '../problem.ts';
import {say} from '../said.ts';
import {ITEM_LIMIT} from '../assumptions.ts';
import {field, reference, type StepContext, type StepResult, tagList} from './step.ts';
import {sendOrFail} from './mutation.ts';

const GET_ORDERS =
  'query FlowGetsOrders($first: Int!, $query: String, $sortKey: OrderSortKeys, $reverse: Boolean) {orders(first: $first, query: $query, sortKey: $sortKey, reverse: $reverse) {nodes {id}}}';

/** Get order data: at most 100 orders that match; the rest isn't there. @throws FlowProblem, Transient */
export async function getOrders(context: StepContext): Promise<StepResult> {
  const query = field(context, 'query');
  const asked = Number(field(context, 'first') || field(context, 'limit') || ITEM_LIMIT);
  if (!Number.isInteger(asked) || asked < 1) throw new FlowProblem(say`“${asked}” orders can’t be fetched.`);
  const given = {
    first: Math.min(asked, ITEM_LIMIT),
    query,
    sortKey: field(context, 'sort_key').toUpperCase() || 'CREATED_AT',
    reverse: field(context, 'reverse') === 'true',
  };
  context.input = given;
  const {data} = await context.api.ask(GET_ORDERS, given);
  const {orders} = data as {readonly orders: {readonly nodes: readonly {readonly id: string}[]}};
  const ids = orders.nodes.map(({id}) => id);
  return {
    port: 'output',
    output: {is: 'things', type: 'Order', ids},
    shown: ids,
    did: ids.length === 1 ? say`Found 1 order.` : say`Found ${ids.length} orders.`,
  };
}

const changeTags =
  (of: 'order_id' | 'customer_id', mutation: 'tagsAdd' | 'tagsRemove') =>
  async (context: StepContext): Promise<StepResult> => {
    const id = reference(context, of);
    const tags = tagList(field(context, 'tags'));
    context.input = {id, tags};
    await sendOrFail(context, mutation, {id, tags});
    const names = tags.join(', ');
    const added = tags.length === 1 ? say`Added the tag ${names}.` : say`Added the tags ${names}.`;
    const removed = tags.length === 1 ? say`Removed the tag ${names}.` : say`Removed the tags ${names}.`;
    return {port: 'output', did: mutation === 'tagsAdd' ? added : removed};
  };

export const addOrderTags = changeTags('order_id', 'tagsAdd');
export const removeOrderTags = changeTags('order_id', 'tagsRemove');
export const addCustomerTags = changeTags('customer_id', 'tagsAdd');
export const removeCustomerTags = changeTags('customer_id', 'tagsRemove');

/** Writes whatever stood there before. @throws FlowProblem, Transient */
export async function setOrderMetafield(context: StepContext): Promise<StepResult> {
  const ownerId = reference(context, 'order_id');
  const metafield = {
    ownerId,
    namespace: field(context, 'namespace'),
    key: field(context, 'key'),
    value: field(context, 'value'),
    type: field(context, 'value_type'),
  };
  context.input = metafield;
  await sendOrFail(context, 'metafieldsSet', {metafields: [metafield]});
  return {port: 'output', did: say`Wrote the metafield ${metafield.namespace}.${metafield.key}.`};
}

export async function removeOrderMetafield(context: StepContext): Promise<StepResult> {
  const metafield = {
    ownerId: reference(context, 'order_id'),
    namespace: field(context, 'namespace'),
    key: field(context, 'key'),
  };
  context.input = metafield;
  await sendOrFail(context, 'metafieldsDelete', {metafields: [metafield]});
  return {port: 'output', did: say`Removed the metafield ${metafield.namespace}.${metafield.key}.`};
}

export async function orderNote(context: StepContext): Promise<StepResult> {
  const input = {id: reference(context, 'order_id'), note: field(context, 'note')};
  context.input = input;
  await sendOrFail(context, 'orderUpdate', {input});
  return {port: 'output', did: say`Wrote the order’s note.`};
}

/** Sum and Count, over a list that a path names. */
export async function aggregate(context: StepContext, how: 'sum' | 'count'): Promise<StepResult> {
  const path = (context.step.fields['listpath'] ?? '').split('.');
  const list = path.reduce<unknown>((from, part) => {
    if (Array.isArray(from)) return from.flatMap((one: unknown) => (isRecord(one) ? (one[part] ?? []) : []));
    return isRecord(from) ? from[part] : undefined;
  }, context.values);
  if (!Array.isArray(list)) throw new FlowProblem(say`${path.join('.')} is no list here.`);
  context.input = list;
  const value = how === 'count' ? list.length : sum(list);
  return Promise.resolve({
    port: 'output',
    output: {is: 'value', value},
    did: how === 'count' ? say`Counted ${value}.` : say`Summed up ${value}.`,
  });
}

/** Decimals are added exactly: in whole steps of the finest one. */
function sum(list: readonly unknown[]): number {
  const texts = list.map((one) => asText(one ?? 0));
  if (!texts.every((text) => /^-?\d+(\.\d+)?$/.test(text))) throw new FlowProblem(say`Sum adds numbers only.`);
  const digits = Math.max(0, ...texts.map((text) => text.split('.')[1]?.length ?? 0));
  const whole = texts.reduce((total, text) => total + BigInt(Math.round(Number(text) * 10 ** digits)), 0n);
  return Number(whole) / 10 ** digits;
}
