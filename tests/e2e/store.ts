/** What the store says after a test has used the page, and how a person without a mouse gets around. */
import type {Locator, Page} from 'playwright-core';
import versions from '../../graphql/versions.json' with {type: 'json'};
import type {Lab} from '../../lab/admin-api/lab.ts';
import {ask} from '../execution/lab-client.ts';

const STATE = `query ($query: String) {
  orders(first: 1, query: $query) {
    nodes {
      id
      displayFinancialStatus
      transactions(first: 10) { kind status gateway amountSet { presentmentMoney { amount currencyCode } } }
      customer { storeCreditAccounts(first: 5) { nodes { balance { amount currencyCode } } } }
      claim: metafield(namespace: "refund_recipes", key: "claim") { value }
    }
  }
}`;

interface Amount {
  readonly amount: string;
  readonly currencyCode: string;
}

interface OrderNode {
  readonly displayFinancialStatus: string;
  readonly transactions: readonly {
    readonly kind: string;
    readonly status: string;
    readonly amountSet: {readonly presentmentMoney: Amount};
  }[];
  readonly customer: {readonly storeCreditAccounts: {readonly nodes: readonly {readonly balance: Amount}[]}} | null;
  readonly claim: {readonly value: string} | null;
}

/** What the store says about an order, asked through its Admin API and not through the page. */
export async function storeState(lab: Lab, name: string) {
  const {body} = await lab.handle({version: versions.extensions, query: STATE, variables: {query: `name:${name}`}});
  const [order] = (body as {data?: {orders: {nodes: OrderNode[]}}}).data?.orders.nodes ?? [];
  if (!order) throw new Error(`The store has no order ${name}: ${JSON.stringify(body)}`);
  const claim =
    order.claim && (JSON.parse(order.claim.value) as {state: string; calls: {kind: string; state: string}[]});
  return {
    status: order.displayFinancialStatus,
    refunds: order.transactions
      .filter(({kind}) => kind === 'REFUND')
      .map(({status, amountSet: {presentmentMoney}}) => [
        status,
        presentmentMoney.amount,
        presentmentMoney.currencyCode,
      ]),
    storeCredit:
      order.customer?.storeCreditAccounts.nodes.map(({balance}) => [balance.amount, balance.currencyCode]) ?? [],
    claim: claim && {state: claim.state, calls: claim.calls.map(({kind, state}) => [kind, state])},
  };
}

/** An order's id by its name, `#1001`. */
export async function orderIdOf(lab: Lab, name: string): Promise<string> {
  const found = (await ask(lab, 'query ($query: String) {orders(first: 1, query: $query) {nodes {id}}}', {
    query: `name:${name}`,
  })) as {orders: {nodes: {id: string}[]}};
  return found.orders.nodes[0]?.id ?? '';
}

export async function addTag(lab: Lab, order: string, tag: string): Promise<void> {
  await ask(lab, 'mutation ($id: ID!, $tags: [String!]!) {tagsAdd(id: $id, tags: $tags) {userErrors {message}}}', {
    id: await orderIdOf(lab, order),
    tags: [tag],
  });
}

/** Names of the mutations that the store has been asked for. */
export function mutationsAsked(lab: Lab): string[] {
  const moving = new Set([
    'refundCreate',
    'storeCreditAccountCredit',
    'giftCardCreate',
    'metafieldsSet',
    'metaobjectUpsert',
  ]);
  return lab.log().flatMap(({fields}) => fields.filter((field) => moving.has(field)));
}

/** Whether an element has the focus, also inside shadow roots. */
function isFocused(locator: Locator): Promise<boolean> {
  return locator.evaluate((element) => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active === element;
  });
}

/** Presses Tab until the element has the focus; a person who has no mouse does the same. */
export async function tabTo(page: Page, locator: Locator): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    if (await isFocused(locator)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab doesn't lead to ${String(locator)}.`);
}
