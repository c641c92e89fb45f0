import type {Operation} from '../../graphql/generated/operations.ts';
import {ExecutionState, WaitingOrders} from '../../graphql/generated/operations.ts';
import {InputError} from '../../src/core/index.ts';
import {readClaim, readRequests, waitingOn} from '../../src/execution/index.ts';
import type {Environment, ReadClaim, ReadRequests, Waiting} from '../../src/execution/index.ts';

export interface Looked {
  readonly id: string;
  readonly name: string;
  readonly claim: ReadClaim;
  readonly requests: ReadRequests;
  readonly waiting: Waiting;
}

const ORDER_BY_NAME: Operation<{orders: {nodes: {id: string; name: string}[]}}, {query: string}> =
  'query OrderByName($query: String!) {orders(first: 2, query: $query) {nodes {id name}}}';
const ORDER_NAME: Operation<{order: {name: string} | null}, {id: string}> =
  'query OrderName($id: ID!) {order(id: $id) {name}}';

type Stored = Parameters<typeof readClaim>[0];

/** @param word a name with or without #, or an id. @throws InputError when there is no such order */
async function findOrder(env: Environment, word: string): Promise<{id: string; name: string}> {
  const gone = new InputError('ORDER', word, 'Write its name, for example 1001, or its id.');
  if (word.startsWith('gid://')) {
    const {order} = (await env.admin.request(ORDER_NAME, {id: word})).data;
    if (!order) throw gone;
    return {id: word, name: order.name};
  }
  const query = `name:"#${word.replace(/^#/, '').replaceAll(/["\\]/g, '')}"`;
  const [order] = (await env.admin.request(ORDER_BY_NAME, {query})).data.orders.nodes;
  if (!order) throw gone;
  return order;
}

/** One order, read by its id. @throws InputError */
export async function lookAt(env: Environment, word: string): Promise<Looked> {
  const found = await findOrder(env, word);
  const {order} = (await env.admin.request(ExecutionState, {id: found.id})).data;
  return looked(env, {...found, claim: order?.claim, request: order?.request, ask: order?.ask});
}

/** Every order on which something may wait, the last changed first. */
export async function waitingOrders(env: Environment): Promise<Looked[]> {
  const {tagged, refunded} = (await env.admin.request(WaitingOrders, {})).data;
  const all = new Map([...tagged.nodes, ...refunded.nodes].map((order) => [order.id, order]));
  return [...all.values()].map((order) => looked(env, order)).filter(({waiting}) => waiting.anything);
}

function looked(
  env: Environment,
  order: {id: string; name: string; claim?: Stored} & NonNullable<Parameters<typeof readRequests>[0]>,
): Looked {
  const claim = readClaim(order.claim, order.id);
  const requests = readRequests(order, order.id, env.now());
  return {id: order.id, name: order.name, claim, requests, waiting: waitingOn(claim, requests)};
}
