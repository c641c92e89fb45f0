import {beforeAll, expect, it} from 'vitest';
import {receivedTriggers} from '../../lab/admin-api/flow/index.ts';
import {createLab} from '../../lab/admin-api/lab.ts';
import {ask} from '../../lab/seed/ask.ts';
import {seed} from '../../lab/seed/index.ts';
import {buildExtensions} from '../../scripts/build/index.ts';
import {openAction} from './page.ts';

interface Store {
  orders: {
    nodes: {
      id: string;
      displayFinancialStatus: string;
      totalRefundedSet: {presentmentMoney: {amount: string}};
      totalRefundedShippingSet: {presentmentMoney: {amount: string}};
      customer: {storeCreditAccounts: {nodes: {balance: {amount: string; currencyCode: string}}[]}} | null;
    }[];
  };
}

const STORE = `{ orders(first: 1, query: "name:#1001") { nodes {
  id displayFinancialStatus
  totalRefundedSet { presentmentMoney { amount } } totalRefundedShippingSet { presentmentMoney { amount } }
  customer { storeCreditAccounts(first: 5) { nodes { balance { amount currencyCode } } } }
} } }`;

beforeAll(async () => {
  await buildExtensions();
});

it('does the main job against the local Admin API: order, payment and store credit have changed accordingly', async () => {
  const lab = createLab({seed});
  try {
    const store = () => (ask(lab, STORE) as Store).orders.nodes[0];
    const page = await openAction({
      orderId: store()?.id ?? '',
      admin: async ({version, body}) => {
        const answer = await lab.handle({version, ...(JSON.parse(body) as {query: string})});
        return {
          status: answer.status,
          body: typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body),
        };
      },
    });
    await page.sees('Refund #1001');
    await page.choose('recipe', 'shipping-plus-label');
    await page.type('amount:returnLabel', '7,45');
    await page.press('Refund €14.40');
    await page.sees("Shopify's figures are the same as ours.");
    expect(store()?.totalRefundedSet.presentmentMoney.amount).toBe('0.0');
    const before = lab.log().length;
    await page.press('Refund €14.40');
    await page.sees('Refunded €14.40');
    expect(store()).toMatchObject({
      displayFinancialStatus: 'PARTIALLY_REFUNDED',
      totalRefundedSet: {presentmentMoney: {amount: '6.95'}},
      totalRefundedShippingSet: {presentmentMoney: {amount: '6.95'}},
      customer: {storeCreditAccounts: {nodes: [{balance: {amount: '7.45', currencyCode: 'EUR'}}]}},
    });
    const log = lab.log().slice(before);
    const execution = log.slice(
      0,
      log.findIndex(({operation}) => operation === 'TriggerFacts'),
    );
    expect(receivedTriggers(lab.store).map(({handle}) => handle)).toEqual(['refund-completed', 'refund-label']);
    expect(execution.length).toBeLessThanOrEqual(8);
    expect(execution.reduce((cost, {actualQueryCost}) => cost + (actualQueryCost ?? 0), 0)).toBeLessThanOrEqual(150);
  } finally {
    lab.close();
  }
});
