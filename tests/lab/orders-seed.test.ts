import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import type {OrderLineFragment} from '../../graphql/generated/admin.generated.d.ts';
import * as operations from '../../graphql/generated/operations.ts';
import {createLab, type Lab} from '../../lab/admin-api/lab.ts';
import {seed} from '../../lab/seed/index.ts';
import {figuresFromSuggestion, snapshotFromAdmin} from '../../src/adapters/index.ts';
import type {OrderSnapshot} from '../../src/core/index.ts';

const NOON = new Date('2026-11-22T12:00:00Z');

const seeded = (): Lab => createLab({now: NOON, settings: {throttling: false}, seed});

async function ask(lab: Lab, query: string, variables: Record<string, unknown> = {}): Promise<Record<string, unknown>> {
  const {body} = await lab.handle({version: '2026-07', query, variables});
  if (typeof body === 'string' || body.errors) throw new Error(JSON.stringify(body));
  return body.data as Record<string, unknown>;
}

interface Listed {
  id: string;
  name: string;
  displayFinancialStatus: string | null;
  displayFulfillmentStatus: string;
  returnStatus: string;
  currencyCode: string;
  presentmentCurrencyCode: string;
  totalPriceSet: {presentmentMoney: {amount: string}};
}

async function list(lab: Lab): Promise<Listed[]> {
  const query = `{orders(first: 50, sortKey: ORDER_NUMBER) {nodes {id name displayFinancialStatus displayFulfillmentStatus returnStatus
    currencyCode presentmentCurrencyCode totalPriceSet {presentmentMoney {amount}}}}}`;
  return ((await ask(lab, query)) as {orders: {nodes: Listed[]}}).orders.nodes;
}

/** The order as the product sees it: its own operations, its own adapter, further pages included. */
async function snapshot(lab: Lab, id: string): Promise<OrderSnapshot> {
  const data = (await ask(lab, operations.OrderForRefund, {id})) as {
    order: {lineItems: {pageInfo: {hasNextPage: boolean; endCursor: string | null}}};
  };
  const {hasNextPage, endCursor} = data.order.lineItems.pageInfo;
  if (!hasNextPage) return snapshotFromAdmin(data);
  const page = (await ask(lab, operations.OrderLinesPage, {id, after: endCursor})) as {
    order: {lineItems: {nodes: OrderLineFragment[]}};
  };
  return snapshotFromAdmin(data, {linesAfter: page.order.lineItems.nodes});
}

describe('the seeded shop', () => {
  it('is the same every time, ids and moments included, also after a reset', async () => {
    const [first, second] = [seeded(), seeded()];
    expect(second.state()).toEqual(first.state());
    await ask(
      first,
      'mutation ($id: ID!) {orderCancel(orderId: $id, restock: true, reason: OTHER) {orderCancelUserErrors {message}}}',
      {
        id: (await list(first))[0]?.id,
      },
    );
    first.reset();
    expect(first.state()).toEqual(second.state());
  });

  it('is not seeded a second time when a file that was reset is opened again', () => {
    const folder = mkdtempSync(join(tmpdir(), 'lab-'));
    try {
      const database = join(folder, 'lab.sqlite');
      const opened = createLab({database, seed});
      opened.reset();
      const before = opened.state();
      opened.close();
      const again = createLab({database, seed});
      expect(again.state()).toEqual(before);
      again.close();
    } finally {
      rmSync(folder, {recursive: true, force: true});
    }
  });

  it('begins with the worked example: 2 × 25.00, shipping 6.95, paid 56.95 by card, by a customer with a name', async () => {
    const lab = seeded();
    const [first] = await list(lab);
    const order = await snapshot(lab, first?.id ?? '');
    expect(order.name).toBe('#1001');
    expect(order.lines.map(({quantity, discounted}) => [quantity, discounted.presentment.minor])).toEqual([[2, 5000]]);
    expect(order.shipping.map(({discounted}) => discounted.presentment.minor)).toEqual([695]);
    expect(order.payments.map(({kind, label, refundable}) => [kind, label, refundable.presentment.minor])).toEqual([
      ['card', '•••• 4242', 5695],
    ]);
    expect(order.total.presentment).toEqual({minor: 5695, currency: 'EUR'});
    expect(order.creditOwner?.kind).toBe('customer');
    const {order: shown} = (await ask(lab, 'query ($id: ID!) {order(id: $id) {customer {displayName}}}', {
      id: first?.id,
    })) as {
      order: {customer: {displayName: string}};
    };
    expect(shown.customer.displayName).toBe('Sanne de Vries');
  });

  it('has every kind of order that a merchant meets', async () => {
    const lab = seeded();
    const orders = await list(lab);
    expect(orders.map(({name}) => name)).toEqual(Array.from({length: 21}, (_, index) => `#${1001 + index}`));
    expect(new Set(orders.map((order) => order.presentmentCurrencyCode))).toEqual(
      new Set(['EUR', 'USD', 'JPY', 'KWD', 'CHF']),
    );
    const named = (name: string): Listed | undefined => orders.find((order) => order.name === name);
    expect(named('#1007')?.displayFulfillmentStatus).toBe('PARTIALLY_FULFILLED');
    expect(named('#1011')?.displayFinancialStatus).toBe('PARTIALLY_REFUNDED');
    expect(named('#1013')?.returnStatus).toBe('IN_PROGRESS');
    expect(named('#1016')?.displayFinancialStatus).toBe('PENDING');
    expect(named('#1010')?.totalPriceSet.presentmentMoney.amount).toBe('10.0');
  });

  it("is read whole by the product's own adapter, order by order", async () => {
    const lab = seeded();
    const read = new Map<string, OrderSnapshot>();
    for (const {id, name} of await list(lab)) read.set(name, await snapshot(lab, id));
    expect(read.get('#1002')?.creditOwner).toBeNull();
    expect(read.get('#1003')?.payments.map(({kind, refundable}) => [kind, refundable.presentment.minor])).toEqual([
      ['giftCard', 2000],
      ['card', 3695],
    ]);
    expect(read.get('#1004')?.lines[0]?.discounted.presentment.minor).toBe(2900);
    expect(read.get('#1005')?.lines.map(({discounted}) => discounted.presentment.minor)).toEqual([3420, 3330, 2880]);
    expect(read.get('#1006')?.payments[0]?.kind).toBe('manual');
    expect(read.get('#1009')?.lines[0]?.discounted).toEqual({
      shop: {minor: 1769, currency: 'EUR'},
      presentment: {minor: 2900, currency: 'JPY'},
    });
    expect(read.get('#1012')?.netPayment.presentment.minor).toBe(5595);
    expect(read.get('#1013')?.lines.map(({onOpenReturn}) => onOpenReturn)).toEqual([0, 1]);
    expect(read.get('#1014')?.creditOwner?.kind).toBe('companyLocation');
    expect(read.get('#1015')?.lines).toHaveLength(300);
    expect(read.get('#1017')?.disputes.map(({status}) => status)).toEqual(['NEEDS_RESPONSE']);
    expect(read.get('#1018')?.refunds[0]?.transactions[0]?.status).toBe('PENDING');
    expect(read.get('#1019')?.taxesIncluded).toBe(false);
    expect(read.get('#1020')?.lines.map(({duties}) => duties[0]?.amount.presentment.minor)).toEqual([1920, 320]);
    expect(read.get('#1020')?.shipping).toHaveLength(2);
    expect(read.get('#1021')?.tip.presentment.minor).toBe(300);
  });

  it('shows shipping that can be refunded, as Shopify figures that the product understands', async () => {
    const lab = seeded();
    const [first] = await list(lab);
    const order = await snapshot(lab, first?.id ?? '');
    const figures = figuresFromSuggestion(
      await ask(lab, operations.RefundSuggestion, {id: order.id, shippingAmount: '6.95'}),
      order,
    );
    expect([figures.items.minor, figures.shipping.minor, figures.tax.minor]).toEqual([0, 695, 0]);
    expect(figures.transactions.map(({amount, maximumRefundable}) => [amount.minor, maximumRefundable?.minor])).toEqual(
      [[695, 5695]],
    );
  });

  it("lets the day's rate be seen in the newest order of a currency", async () => {
    const data = (await ask(seeded(), operations.RecentOrderRates)) as {
      orders: {nodes: (Listed & {totalPriceSet: object})[]};
    };
    const newest = data.orders.nodes.find((order) => order.presentmentCurrencyCode === 'USD');
    expect(newest?.totalPriceSet).toEqual({
      shopMoney: {amount: '162.66', currencyCode: 'EUR'},
      presentmentMoney: {amount: '189.14', currencyCode: 'USD'},
    });
  });
});
