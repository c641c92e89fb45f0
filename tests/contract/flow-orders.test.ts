/** Every seeded order of the lab: Flow's environment and the Admin API lead to the same plan, to the cent. */
import {describe, expect, it} from 'vitest';
import {createLab} from '../../lab/admin-api/lab.ts';
import {seed} from '../../lab/seed/index.ts';
import {snapshotFromAdmin} from '../../src/adapters/index.ts';
import {FLOW_ORDER_FIELDS} from '../../src/adapters/flow-fields.ts';
import {flowOrder, snapshotFromFlow} from '../../src/adapters/flow-order.ts';
import {PRESETS, planRefund, type Choices, type OrderSnapshot, type RefundPlan} from '../../src/core/index.ts';
import {readOrderForRefund, sha256Hex} from '../../src/execution/index.ts';
import {adminOf, ask} from '../execution/lab-client.ts';
import {environmentOrder, withNumbers} from '../flow/environment.ts';

const lab = createLab({now: new Date('2026-11-22T12:00:00Z'), seed});
const {orders} = (await ask(lab, '{orders(first: 100) {nodes {id name lineItems(first: 50) {nodes {id}}}}}')) as {
  orders: {nodes: {id: string; name: string; lineItems: {nodes: unknown[]}}[]};
};
const [whole, long] = [true, false].map((short) =>
  orders.nodes.filter(({lineItems}) => lineItems.nodes.length < 50 === short),
);

const CONSENT = {consent: {by: 'Sanne', at: '2026-11-22', channel: 'e-mail'}};
const CHOICES: Readonly<Record<string, Choices>> = {'store-credit-bonus': CONSENT, 'split-cash-credit': CONSENT};

/** What moves: everything but words, the shop's settings and the plan's own time. */
function moves({components, legs, calls, stops}: RefundPlan) {
  return {components, legs, calls, stops: stops.map(({code}) => code)};
}

function planned(order: OrderSnapshot, handle: string): ReturnType<typeof moves> {
  const recipe = PRESETS.find((preset) => preset.handle === handle);
  if (!recipe) throw new Error(handle);
  return moves(planRefund({order, recipe, choices: CHOICES[handle] ?? {}, intentId: 'i', hash: sha256Hex}));
}

describe('every seeded order', () => {
  it.each(whole ?? [])('$name plans the same from Flow’s environment', async ({id}) => {
    // So that a hundred reads don't meet the limit on requests.
    lab.clock.advance(30_000);
    const {raw} = await readOrderForRefund(adminOf(lab), id, () => 0);
    const admin = {...snapshotFromAdmin(raw), storeCreditEnabled: null};
    const environment = await environmentOrder(lab, id, FLOW_ORDER_FIELDS);
    const flow = snapshotFromFlow(flowOrder(environment));
    expect(snapshotFromFlow(flowOrder(withNumbers(environment)))).toEqual(flow);
    // Return lines aren't asked for: what was shipped counts as being on an open return.
    const held = admin.lines.map((line) => ({...line, onOpenReturn: line.quantity - line.unfulfilled}));
    expect(flow).toEqual(admin.openReturns.length > 0 ? {...admin, lines: held} : admin);
    if (admin.openReturns.length > 0) return;
    for (const {handle} of PRESETS) expect([handle, planned(flow, handle)]).toEqual([handle, planned(admin, handle)]);
  });
});

describe('what Flow may not have been given', () => {
  const spoiled = async (name: string, changes: Readonly<Record<string, unknown>>) => {
    lab.clock.advance(30_000);
    const id = orders.nodes.find((order) => order.name === name)?.id ?? '';
    const order = await environmentOrder(lab, id, FLOW_ORDER_FIELDS);
    for (const [path, value] of Object.entries(changes)) put(order, path.split('.'), value);
    return flowOrder(order);
  };
  it.each(long ?? [])('$name has more lines than a workflow sees: it stops', async ({name}) => {
    const order = await spoiled(name, {});
    expect(() => snapshotFromFlow(order)).toThrow('Refund this order with the action');
  });

  const hundred = Array.from({length: 100}, () => ({}));

  it.each([
    ['all lines', {lineItems: []}, 'order.lineItems'],
    ['its payments', {transactions: []}, 'order.transactions'],
    ['transactions', {transactions: undefined}, 'order.transactions'],
    ['an end of its transactions', {transactions: hundred}, 'order.transactions'],
    ['an end of its returns', {returns: hundred}, 'order.returns'],
    ['the open return', {returnStatus: 'IN_PROGRESS'}, 'order.returnStatus'],
    ['a plain amount', {'netPaymentSet.presentmentMoney.amount': 1e21}, 'order.netPaymentSet.presentmentMoney.amount'],
    ['an exact amount', {'totalPriceSet.shopMoney.amount': 0.1 + 0.2}, 'order.totalPriceSet.shopMoney.amount'],
    ['an amount', {'netPaymentSet.presentmentMoney.amount': null}, 'order.netPaymentSet.presentmentMoney.amount'],
    ['its refunds', {'totalRefundedSet.presentmentMoney.amount': '5.00'}, 'order.refunds'],
    ['the lines of its refunds', {'lineItems.0.refundableQuantity': 0}, 'order.lineItems.nodes[0].refundableQuantity'],
  ])('without %s it stops', async (_what, changes, field) => {
    const order = await spoiled('#1001', changes);
    expect(() => snapshotFromFlow(order)).toThrow(expect.objectContaining({field}));
  });
});

function put(target: object, [first = '', ...rest]: readonly string[], value: unknown): void {
  const held = target as Record<string, unknown>;
  if (rest.length === 0) held[first] = value;
  else put(held[first] as object, rest, value);
}
