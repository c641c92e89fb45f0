import type {Lab} from '../../lab/admin-api/lab.ts';
import {ExecutionState, MetafieldsSet, MetaobjectUpsert} from '../../graphql/generated/operations.ts';
import {DEFAULT_SETTINGS} from '../../src/core/index.ts';
import type {Breach, Limits, Settings} from '../../src/core/index.ts';
import {askForApproval, executePlan, readClaim, readRequests, waitingOn} from '../../src/execution/index.ts';
import type {Environment, ReadClaim, ReadRequests, RefundRequest, Waiting} from '../../src/execution/index.ts';
import {ask, environmentOf} from './lab-client.ts';
import {confirmedPlan, moved, shopWithOrder} from './lab-order.ts';

export const ASKER = 'gid://shopify/StaffMember/1';
export const APPROVER = 'gid://shopify/StaffMember/2';
export const CHOICES = {amounts: {returnLabel: '7.45'}};

export interface Shop {
  readonly lab: Lab;
  readonly orderId: string;
  readonly customerId: string;
  readonly asker: Environment;
  readonly approver: Environment;
  /** What waits on the order, its tags, its claim and requests, read by id. */
  look(): Promise<{claim: ReadClaim; requests: ReadRequests; waiting: Waiting; tags: readonly string[]}>;
  money(): ReturnType<typeof moved>;
}

/** Order #1001 in the lab, two members of staff, and limits where they are given. */
export async function shop(limits?: Limits, recipes: Settings['limits']['recipes'] = {}): Promise<Shop> {
  const {lab, orderId, customerId} = await shopWithOrder();
  const asker = environmentOf(lab, ASKER);
  if (limits) await saveSettings(asker, {...DEFAULT_SETTINGS, limits: {shop: limits, recipes}});
  return {
    lab,
    orderId,
    customerId,
    asker,
    approver: environmentOf(lab, APPROVER),
    money: () => moved(lab, orderId, customerId),
    async look() {
      const {order} = (await asker.admin.request(ExecutionState, {id: orderId})).data;
      const claim = readClaim(order?.claim, orderId);
      const requests = readRequests(order, orderId, asker.now());
      return {claim, requests, waiting: waitingOn(claim, requests), tags: order?.tags ?? []};
    },
  };
}

export async function saveSettings(env: Environment, settings: unknown): Promise<void> {
  const {data} = await env.admin.request(MetaobjectUpsert, {
    handle: {type: '$app:refund-settings', handle: 'shop'},
    metaobject: {fields: [{key: 'settings', value: JSON.stringify(settings)}]},
  });
  if (!data.metaobjectUpsert?.metaobject) throw new Error(JSON.stringify(data));
}

/** Plans the label refund, is stopped by a limit, and asks for approval: what the action does for the asker. */
export async function asked(world: Shop): Promise<{request: RefundRequest; breaches: readonly Breach[]}> {
  const {plan, confirmed} = await confirmedPlan(world.asker, world.orderId);
  const outcome = await executePlan(plan, confirmed, world.asker);
  if (outcome.state !== 'needsApproval') throw new Error(`It is ${outcome.state}.`);
  const {breaches} = outcome;
  const {requests} = await world.look();
  const answer = await askForApproval(
    requests,
    plan,
    {choices: CHOICES, reason: 'Third parcel in a row that was late', breaches, expiresAfterDays: 7},
    world.asker,
  );
  if (answer.state !== 'recorded') throw new Error(`It is ${answer.problem.code}.`);
  return {request: answer.request, breaches};
}

/** Somebody else writes an order metafield of ours: by hand, or another app. */
export async function write(world: Shop, key: 'claim' | 'request' | 'ask', value: string): Promise<void> {
  const metafield = {ownerId: world.orderId, namespace: 'refund_recipes', type: 'json', key, value};
  const {data} = await world.asker.admin.request(MetafieldsSet, {metafields: [metafield]});
  const errors = data.metafieldsSet?.userErrors ?? [];
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
}

/** Shopify's own screen refunds all shipping, which knows nothing of our claim. */
export async function refundElsewhere(world: Pick<Shop, 'lab' | 'orderId'>): Promise<void> {
  const answer = await ask(
    world.lab,
    `mutation($input: RefundInput!) {refundCreate(input: $input) @idempotent(key: "elsewhere") {
      refund {id} userErrors {message}
    }}`,
    {input: {orderId: world.orderId, shipping: {fullRefund: true}, transactions: await parents(world, '6.95')}},
  );
  const {refundCreate} = answer as {refundCreate: {refund: {id: string} | null; userErrors: unknown[]}};
  if (!refundCreate.refund) throw new Error(JSON.stringify(refundCreate.userErrors));
}

async function parents(world: Pick<Shop, 'lab' | 'orderId'>, amount: string) {
  const {order} = (await ask(world.lab, 'query($id: ID!) {order(id: $id) {transactions(first: 5) {id gateway}}}', {
    id: world.orderId,
  })) as {order: {transactions: {id: string; gateway: string}[]}};
  const [sale] = order.transactions;
  return [{orderId: world.orderId, gateway: sale?.gateway, kind: 'REFUND', parentId: sale?.id, amount}];
}
