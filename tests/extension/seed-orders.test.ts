/** The shipped action on orders of the local Shopify that are out of the ordinary. */
import {beforeAll, expect, it} from 'vitest';
import {createLab} from '../../lab/admin-api/lab.ts';
import {ask} from '../../lab/seed/ask.ts';
import {seed} from '../../lab/seed/index.ts';
import {buildExtensions} from '../../scripts/build/index.ts';
import {openAction, type Page} from './page.ts';

beforeAll(async () => {
  await buildExtensions();
});

async function open(name: string, recipe: string): Promise<Page> {
  const lab = createLab({seed});
  const {orders} = ask(lab, `{ orders(first: 1, query: "name:${name}") { nodes { id } } }`) as {
    orders: {nodes: {id: string}[]};
  };
  const page = await openAction({
    orderId: orders.nodes[0]?.id ?? '',
    admin: async ({version, body}) => {
      const answer = await lab.handle({version, ...(JSON.parse(body) as {query: string})});
      return {
        status: answer.status,
        body: typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body),
      };
    },
  });
  await page.sees(`Refund ${name}`);
  await page.choose('recipe', recipe);
  return page;
}

it('says that units stand on an open return, and refunds the rest at one press', async () => {
  const page = await open('#1013', 'full-refund');
  await page.sees('3 units of 3 chosen');
  await page.sees('Process the return first, or refund only the rest now.');
  expect(page.elements('s-number-field').map(({properties}) => properties['error'])).toEqual(['', '']);
  expect(page.text()).toContain("This can't be carried out as it stands");
  await page.press('Refund the rest');
  await page.sees('2 units of 2 chosen');
  expect(page.text()).toContain('1 of 2 on an open return');
  expect(page.text()).not.toContain("This can't be carried out as it stands");
});

it('adds up what goes to one card, however many calls that takes', async () => {
  const page = await open('#1015', 'full-refund');
  await page.sees('The customer gets');
  expect(page.text()).toMatch(/\n•••• 4242\nBack to what the customer paid with\n€300\.00\nThe customer gets/);
});

it('tells no worth of a refund to payments where there is none, and whose rate the cost is at', async () => {
  const page = await open('#1008', 'goodwill-amount');
  await page.type('amount:goodwill', '5.00');
  await page.sees("What it costs the shop, at the sale's rate");
  expect(page.text()).not.toContain('was worth');
});

it('has a word for nobody where a consent is recorded', async () => {
  const page = await open('#1001', 'store-credit-bonus');
  await page.choose('consent.by', 'customer');
  expect(page.elements('s-button')[0]?.properties['disabled']).toBe(false);
  await page.choose('consent.by', 'nobody');
  expect(page.field('consent.by').properties['value']).toBe('nobody');
  expect(page.text()).toContain('is owed as money. Record that the customer agreed');
});

it('promises nothing that is on its way already', async () => {
  const page = await open('#1018', 'goodwill-amount');
  await page.sees('An earlier refund of €19.99 is still on its way.');
  expect(page.text()).toContain('€46.93 can still go back to the payment afterwards.');
  await page.choose('recipe', 'full-refund');
  await page.sees(/The customer gets\n.*\n€46\.93/);
  expect(page.text()).not.toContain('can still go back');
});
