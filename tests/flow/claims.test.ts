/** What a workflow's scripts write is what the engine reads: claim, summary, and what a person can finish. */
import {describe, expect, it} from 'vitest';
import {readClaim} from '../../src/execution/index.ts';
import {confirmScript, GIFT_CARD, REMAINING_LINES, STORE_CREDIT_BONUS} from '../../src/flow/run-code/index.ts';
import {ask} from '../execution/lab-client.ts';
import {shopWithOrder} from '../execution/lab-order.ts';
import {claimWith, creditWith, giftCardWith, orderFor, ran, refundWith, setMetafields} from './run.ts';

const GO = {DRY_RUN: false};
const SECRET = 'correct horse battery staple 42';

async function claimNow({lab, orderId}: Awaited<ReturnType<typeof shopWithOrder>>) {
  const {order} = (await ask(
    lab,
    `query($id: ID!) {
      order(id: $id) {
        claim: metafield(namespace: "refund_recipes", key: "claim") {value compareDigest updatedAt}
        summary: metafield(namespace: "refund_recipes", key: "summary") {value}
      }
    }`,
    {id: orderId},
  )) as {order: {claim: Parameters<typeof readClaim>[0]; summary: {value: string} | null}};
  return {...readClaim(order.claim, orderId), summary: JSON.parse(order.summary?.value ?? 'null') as unknown};
}

describe('remaining lines', () => {
  it('are refunded once: claim, refund, confirmation', async () => {
    const shop = await shopWithOrder();
    const {lab, orderId} = shop;
    const plan = await ran(REMAINING_LINES, {order: await orderFor(lab, REMAINING_LINES, orderId)}, GO);
    expect(plan).toMatchObject({go: true, code: 'ready', amount: '50.00', refundAmount: '50.00', currency: 'EUR'});
    const written = await claimWith(lab, plan);
    const open = await claimNow(shop);
    expect(open).toMatchObject({claim: {state: 'open', staff: 'flow', calls: [{state: 'intended'}]}});
    const paid = await refundWith(lab, plan);
    const confirmed = await ran(confirmScript('refundCreate'), {order: {name: '#1001'}, written, paid});
    expect(confirmed).toMatchObject({
      state: 'done',
      done: true,
      go: false,
      tagsToAdd: '[]',
      why: 'Order #1001: 50.00 EUR was paid.',
    });
    await setMetafields(lab, JSON.parse(String(confirmed['metafields'])));
    const {claim, problem, summary} = await claimNow(shop);
    expect(problem).toBeUndefined();
    expect(claim).toMatchObject({
      state: 'done',
      calls: [{state: 'done', evidence: {transactions: [{status: 'SUCCESS'}]}}],
    });
    expect(summary).toMatchObject({
      state: 'done',
      refunded: [{class: 'owed', destination: 'refundToOriginalPayment', amount: '50.00', currency: 'EUR'}],
    });
    const again = await ran(REMAINING_LINES, {order: await orderFor(lab, REMAINING_LINES, orderId)}, GO);
    expect(again).toMatchObject({go: false, code: 'alreadyDone'});
  });
});

describe('a gift card', () => {
  it('is made once under its own code', async () => {
    const shop = await shopWithOrder();
    const {lab, orderId} = shop;
    const values = {...GO, SECRET};
    const plan = await ran(GIFT_CARD, {order: await orderFor(lab, GIFT_CARD, orderId)}, values);
    expect(plan).toMatchObject({go: true, amount: '10.00', giftCardAmount: '10.00'});
    const written = await claimWith(lab, plan);
    await giftCardWith(lab, plan);
    // The step runs a second time: the code is taken, and the card is there.
    const paid = await giftCardWith(lab, plan);
    expect(paid).toMatchObject({giftCard: null, userErrors: [{code: 'TAKEN'}]});
    const confirmed = await ran(confirmScript('giftCardCreate'), {order: {name: '#1001'}, written, paid});
    expect(confirmed).toMatchObject({state: 'done', done: true});
    await setMetafields(lab, JSON.parse(String(confirmed['metafields'])));
    const {claim} = await claimNow(shop);
    expect(claim?.calls[0]?.evidence?.giftCardCode).toMatch(/^[A-Z2-9]{4}$/);
  });
});

describe('store credit with a bonus', () => {
  it('takes two steps, the second after the first is confirmed', async () => {
    const shop = await shopWithOrder();
    const {lab, orderId} = shop;
    const values = {...GO, CONSENT: 'asked by mail'};
    const plan = await ran(STORE_CREDIT_BONUS, {order: await orderFor(lab, STORE_CREDIT_BONUS, orderId)}, values);
    expect(plan).toMatchObject({go: true, amount: '55.00', refundAmount: '50.00', creditAmount: '5.00'});
    const written = await claimWith(lab, plan);
    const paid = await refundWith(lab, plan);
    const first = await ran(confirmScript('refundCreate'), {order: {name: '#1001'}, written, paid});
    expect(first).toMatchObject({state: 'done', done: false, go: true, tagsToAdd: '["Refund waiting"]'});
    const noted = await setMetafields(lab, JSON.parse(String(first['metafields'])));
    const credited = await creditWith(lab, plan);
    const second = await ran(confirmScript('storeCreditAccountCredit'), {
      order: {name: '#1001'},
      written: noted,
      paid: credited,
    });
    expect(second).toMatchObject({state: 'done', done: true, go: false});
    await setMetafields(lab, JSON.parse(String(second['metafields'])));
    const {claim, summary} = await claimNow(shop);
    expect(claim?.calls.map(({state}) => state)).toEqual(['done', 'done']);
    expect(summary).toMatchObject({
      refunded: [
        {class: 'owed', destination: 'refundToStoreCredit', amount: '50.00'},
        {class: 'goodwill', destination: 'storeCredit', amount: '5.00'},
      ],
    });
  });
});
