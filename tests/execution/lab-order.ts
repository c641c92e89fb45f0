import {readFileSync} from 'node:fs';
import {OWN_APP} from '../../lab/admin-api/access.ts';
import {createLab} from '../../lab/admin-api/lab.ts';
import type {Lab} from '../../lab/admin-api/lab.ts';
import {installDefinitions} from '../../lab/admin-api/metaobjects/definitions.ts';
import {planRefund, presetByHandle} from '../../src/core/index.ts';
import type {Choices, RefundPlan} from '../../src/core/index.ts';
import {snapshotFromAdmin} from '../../src/adapters/index.ts';
import {askFigures, readOrderForRefund, sha256Hex} from '../../src/execution/index.ts';
import type {Confirmed, Environment} from '../../src/execution/index.ts';
import {ask} from './lab-client.ts';

/** What Shopify installs when the app is deployed. */
export const TOML = readFileSync(new URL('../../shopify.app.toml', import.meta.url), 'utf8');

const eur = (amount: string) => ({shopMoney: {amount, currencyCode: 'EUR'}});

/** A shop with order #1001: 2 × 25.00 and shipping 6.95 by card, of a customer whom we know. Its clock stands still. */
export async function shopWithOrder(): Promise<{lab: Lab; orderId: string; customerId: string}> {
  const lab = createLab({now: new Date('2026-11-22T12:00:00Z')});
  installDefinitions(lab.store, TOML, OWN_APP);
  const created = await ask(
    lab,
    'mutation($input: CustomerInput!) {customerCreate(input: $input) {customer {id} userErrors {message}}}',
    {input: {email: 'sanne@example.com', firstName: 'Sanne'}},
  );
  const customerId = (created as {customerCreate: {customer: {id: string}}}).customerCreate.customer.id;
  const answer = await ask(
    lab,
    'mutation($order: OrderCreateOrderInput!) {orderCreate(order: $order) {order {id} userErrors {field message}}}',
    {
      order: {
        name: '#1001',
        currency: 'EUR',
        customer: {toAssociate: {id: customerId}},
        lineItems: [{title: 'Mug', quantity: 2, requiresShipping: true, priceSet: eur('25.00')}],
        shippingLines: [{title: 'PostNL', priceSet: eur('6.95')}],
        transactions: [{kind: 'SALE', status: 'SUCCESS', gateway: 'shopify_payments', amountSet: eur('56.95')}],
      },
    },
  );
  const orderId = (answer as {orderCreate: {order: {id: string}}}).orderCreate.order.id;
  return {lab, orderId, customerId};
}

/** Reads, plans *shipping plus label 7.45* and has Shopify's figures confirm it: what the action does up to *Refund*. */
export async function confirmedPlan(
  env: Environment,
  orderId: string,
  choices: Choices = {amounts: {returnLabel: '7.45'}},
  recipe = 'shipping-plus-label',
  intentId = 'intent-1',
): Promise<{plan: RefundPlan; confirmed: Confirmed}> {
  const {raw, confirmed} = await readOrderForRefund(env.admin, orderId, () => env.now());
  const order = snapshotFromAdmin(raw);
  const input = {order, recipe: presetByHandle(recipe), choices, intentId, hash: sha256Hex};
  const figures = await askFigures(env.admin, planRefund(input), order);
  return {plan: planRefund({...input, figures}), confirmed};
}

/** What moved: refunded by card, and the customer's store credit, as the API tells it. */
export async function moved(
  lab: Lab,
  orderId: string,
  customerId: string,
): Promise<{card: string; credit: string; refunds: number}> {
  const data = await ask(
    lab,
    `query($order: ID!, $customer: ID!) {
      order(id: $order) {totalRefundedSet {presentmentMoney {amount}} refunds(first: 50) {id}}
      customer(id: $customer) {storeCreditAccounts(first: 5) {nodes {balance {amount}}}}
    }`,
    {order: orderId, customer: customerId},
  );
  const {order, customer} = data as {
    order: {totalRefundedSet: {presentmentMoney: {amount: string}}; refunds: unknown[]};
    customer: {storeCreditAccounts: {nodes: {balance: {amount: string}}[]}};
  };
  return {
    card: order.totalRefundedSet.presentmentMoney.amount,
    credit: customer.storeCreditAccounts.nodes[0]?.balance.amount ?? '0.0',
    refunds: order.refunds.length,
  };
}
