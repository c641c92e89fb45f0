import {beforeAll, expect, it} from 'vitest';
import {createLab} from '../../lab/admin-api/lab.ts';
import type {Lab} from '../../lab/admin-api/lab.ts';
import {ask} from '../../lab/seed/ask.ts';
import {seed} from '../../lab/seed/index.ts';
import {buildExtensions} from '../../scripts/build/index.ts';
import {openBlock, type Page} from './page.ts';

beforeAll(async () => {
  await buildExtensions();
});

function orderId(lab: Lab, name: string): string {
  const {orders} = ask(lab, `{ orders(first: 1, query: "name:${name}") { nodes { id } } }`) as {
    orders: {nodes: {id: string}[]};
  };
  return orders.nodes[0]?.id ?? '';
}

function open(lab: Lab, name: string, language: 'en' | 'nl' = 'en'): Promise<Page> {
  return openBlock({
    language,
    orderId: orderId(lab, name),
    admin: async ({version, body}) => {
      const answer = await lab.handle({version, ...(JSON.parse(body) as {query: string})});
      return {
        status: answer.status,
        body: typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body),
      };
    },
  });
}

it.each([
  ['#1001', 'Nothing refunded yet', /Refunded so far\n€0\.00\nCan still go back to the payment\n€56\.95/],
  ['#1002', 'Nothing refunded yet', /A guest's order: there is no store credit\./],
  ['#1003', 'Nothing refunded yet', /Gift Card €20\.00 · •••• 4242 €36\.95\n€56\.95/],
  ['#1011', 'Refunded: €15.00', /Refunded so far\n€15\.00\n•••• 2210\nrefunded without a recipe, .*\n€15\.00/],
  [
    '#1012',
    'Refunded: €30.00',
    /Store credit\nrefunded without a recipe, .*\n€30\.00\nCan still go .*\n€55\.95\n.*\n€30\.00/,
  ],
  ['#1018', 'On its way: €19.99', /On its way to PayPal Express Checkout\nSince .*\n€19\.99\nRefunded so far\n€0\.00/],
])('shows %s: %s', async (name, summary, text) => {
  const page = await open(createLab({seed}), name);
  await page.sees('Refunded so far');
  expect(page.elements('s-admin-block')[0]?.properties).toEqual({heading: 'Refunds', collapsedSummary: summary});
  expect(page.text()).toMatch(text);
});

it('asks one request to render, and opens the action', async () => {
  const lab = createLab({seed});
  const before = lab.log().length;
  const page = await open(lab, '#1001');
  await page.sees('Refunded so far');
  expect(lab.log().length - before).toBe(1);
  await page.press('Refund with a recipe');
  expect(page.visited).toEqual(['extension://order-refund']);
});
