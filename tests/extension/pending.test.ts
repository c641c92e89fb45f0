/** A payment that was on its way when the action opens: read again, and noted, before anybody decides. */
import {beforeAll, describe, expect, it} from 'vitest';
import {settleRefund} from '../../lab/admin-api/orders/controls.ts';
import {setGatewayAnswer} from '../../lab/admin-api/orders/gateways.ts';
import {buildExtensions} from '../../scripts/build/index.ts';
import {executePlan} from '../../src/execution/index.ts';
import {ask, environmentOf} from '../execution/lab-client.ts';
import {confirmedPlan, shopWithOrder} from '../execution/lab-order.ts';
import {openAction} from './page.ts';

const ORDER = `query($id: ID!) {order(id: $id) {
  transactions(first: 1) {id}
  refunds(first: 1) {transactions(first: 1) {nodes {id}}}
  metafield(namespace: "refund_recipes", key: "claim") {value}
}}`;

interface Order {
  transactions: {id: string}[];
  refunds: {transactions: {nodes: {id: string}[]}}[];
  metafield: {value: string} | null;
}

/** An order of which 6.95 is on its way to the card and 7.45 was given as store credit. */
async function underWay() {
  const {lab, orderId} = await shopWithOrder();
  lab.clock.set(new Date(Date.now() - 600_000));
  const env = environmentOf(lab, 'one');
  const order = async () => ((await ask(lab, ORDER, {id: orderId})) as {order: Order}).order;
  setGatewayAnswer(lab.store, (await order()).transactions[0]?.id ?? '', {status: 'PENDING', errorCode: null}, 1);
  const {plan, confirmed} = await confirmedPlan(env, orderId);
  expect(await executePlan(plan, confirmed, env)).toMatchObject({state: 'done'});
  const payment = (await order()).refunds[0]?.transactions.nodes[0]?.id ?? '';
  return {
    settle: (status: 'SUCCESS' | 'FAILURE') => settleRefund(lab.store, payment, status),
    claim: async () => JSON.parse((await order()).metafield?.value ?? 'null') as unknown,
    requests: () => lab.log().length,
    open: () =>
      openAction({
        orderId,
        admin: async ({version, body}) => {
          const answer = await lab.handle({version, ...(JSON.parse(body) as {query: string})});
          const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
          return {status: answer.status, body: text};
        },
      }),
  };
}

beforeAll(async () => {
  await buildExtensions();
});

describe('payments on their way, when the action opens', () => {
  it('takes note of one that arrived', async () => {
    const {settle, claim, open} = await underWay();
    settle('SUCCESS');
    const page = await open();
    await page.sees('Recipe');
    expect(await claim()).toMatchObject({
      state: 'done',
      calls: [{state: 'done', evidence: {transactions: [{status: 'SUCCESS', amount: {minor: 695}}]}}, {state: 'done'}],
    });
  });

  it('shows the execution as unfinished when one failed', async () => {
    const {settle, claim, open} = await underWay();
    settle('FAILURE');
    const page = await open();
    await page.sees("A refund on this order isn't finished");
    await page.sees('The payment provider refused the payment back.');
    expect(await claim()).toMatchObject({state: 'stopped', calls: [{state: 'partlyDone'}, {state: 'done'}]});
  });

  it('writes nothing while nothing changed: one request opens the order', async () => {
    const {open, requests} = await underWay();
    const before = requests();
    const page = await open();
    await page.sees('Recipe');
    expect(requests() - before).toBe(1);
  });
});
