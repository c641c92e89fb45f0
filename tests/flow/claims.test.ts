/** What a workflow's scripts write is what the engine reads: claim, summary, and what a person can finish. */
import {describe, expect, it} from 'vitest';
import {readClaim, readOrderForRefund, resume} from '../../src/execution/index.ts';
import {runCode} from '../../lab/flow/sandbox/index.ts';
import {
  codeAlone,
  confirmScript,
  GIFT_CARD,
  REMAINING_LINES,
  STORE_CREDIT_BONUS,
} from '../../src/flow/run-code/index.ts';
import {ask, environmentOf} from '../execution/lab-client.ts';
import {moved, shopWithOrder} from '../execution/lab-order.ts';
import type {Script} from '../../src/flow/run-code/index.ts';
import type {Output} from './run.ts';
import {claimWith, creditWith, giftCardWith, orderFor, ran, refundWith, setMetafields} from './run.ts';

const GO = {DRY_RUN: false};
const NOW = '2026-11-22T12:00:00Z';
const SECRET = 'correct horse battery staple 42';

type Shop = Awaited<ReturnType<typeof shopWithOrder>>;

async function claimNow({lab, orderId}: Shop) {
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

async function bonusPlanned({lab, orderId}: Shop): Promise<Output> {
  const input = {order: await orderFor(lab, STORE_CREDIT_BONUS, orderId), scheduledAt: NOW};
  return ran(STORE_CREDIT_BONUS, input, {...GO, CONSENT: 'asked by mail'});
}

/** What the action comes to, once the run has been still for long enough. */
async function finishedByHand({lab, orderId}: Shop) {
  lab.clock.advance(180_000);
  const env = environmentOf(lab, 'gid://shopify/StaffMember/1');
  const {confirmed} = await readOrderForRefund(env.admin, orderId, () => env.now());
  return resume(confirmed, env);
}

const codeIn = ({giftCardInput}: Output) => (JSON.parse(String(giftCardInput)) as {code: string}).code;

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
    // The script of another payment proves nothing of this one.
    const other = await ran(confirmScript('storeCreditAccountCredit'), {order: {name: '#1001'}, written, paid});
    expect(other).toMatchObject({state: 'unknown', code: 'noAnswer', go: false, done: false, waits: true});
    const confirmed = await ran(confirmScript('refundCreate'), {order: {name: '#1001'}, written, paid});
    expect(confirmed).toMatchObject({
      state: 'done',
      done: true,
      go: false,
      waits: false,
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
  it('is mailed by Shopify only where there is a customer, and the merchant wants it', async () => {
    const {lab, orderId} = await shopWithOrder();
    const order = await orderFor(lab, GIFT_CARD, orderId);
    const quiet = {...GO, SECRET, NOTIFY_CUSTOMER: false};
    expect(await ran(GIFT_CARD, {order}, quiet)).toMatchObject({go: true, notify: false});
    expect(await ran(GIFT_CARD, {order}, quiet)).toMatchObject({first: true});
    const waiting = {...(order as object), tags: ['Gift card to send', 'vip']};
    expect(await ran(GIFT_CARD, {order: waiting}, quiet)).toMatchObject({go: true, first: false});
    const guest = {...(order as object), customer: null};
    expect(await ran(GIFT_CARD, {order: guest}, {...GO, SECRET})).toMatchObject({go: true, notify: false});
  });

  it('is made once under its own code', async () => {
    const shop = await shopWithOrder();
    const {lab, orderId} = shop;
    const values = {...GO, SECRET};
    const plan = await ran(GIFT_CARD, {order: await orderFor(lab, GIFT_CARD, orderId)}, values);
    expect(plan).toMatchObject({go: true, amount: '10.00', giftCardAmount: '10.00', notify: true});
    expect(codeIn(plan).slice(-4)).toBe(plan['giftCardEnd']);
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

    const order = await orderFor(lab, GIFT_CARD, orderId);
    expect(await ran(GIFT_CARD, {order}, values)).toMatchObject({go: false, code: 'alreadyDone'});
    const second = await ran(GIFT_CARD, {order}, {...values, AGAIN: 'for the late delivery'});
    expect(second).toMatchObject({go: true});
    expect(codeIn(second)).not.toBe(codeIn(plan));
    expect(await claimWith(lab, second)).toMatchObject({userErrors: []});
    expect((await claimNow(shop)).claim).toMatchObject({epoch: 2, earlier: [{planId: plan['planId']}]});
  });
});

describe('store credit with a bonus', () => {
  it('takes two steps, the second after the first is confirmed', async () => {
    const shop = await shopWithOrder();
    const {lab} = shop;
    const plan = await bonusPlanned(shop);
    expect(plan).toMatchObject({go: true, amount: '55.00', refundAmount: '50.00', creditAmount: '5.00'});
    expect(JSON.parse(String(plan['creditInput']))).toMatchObject({
      creditAmount: {amount: '5.00', currencyCode: 'EUR'},
      expiresAt: '2027-11-22T12:00:00Z',
    });
    const written = await claimWith(lab, plan);
    const paid = await refundWith(lab, plan);
    const first = await ran(confirmScript('refundCreate'), {order: {name: '#1001'}, written, paid});
    expect(first).toMatchObject({state: 'done', done: false, go: true, waits: true});
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

describe('a claim of a workflow', () => {
  it('is finished by a person in the action, where the run ended before the refund', async () => {
    const shop = await shopWithOrder();
    const {lab, orderId, customerId} = shop;
    const plan = await ran(REMAINING_LINES, {order: await orderFor(lab, REMAINING_LINES, orderId)}, GO);
    await claimWith(lab, plan);
    expect(await finishedByHand(shop)).toMatchObject({state: 'done'});
    expect(await moved(lab, orderId, customerId)).toEqual({card: '50.0', credit: '0.0', refunds: 1});
  });

  it('is finished by a person in the action, where the run ended after the refund: it is found, not made again', async () => {
    const shop = await shopWithOrder();
    const {lab, orderId, customerId} = shop;
    const plan = await bonusPlanned(shop);
    await claimWith(lab, plan);
    await refundWith(lab, plan);
    expect(await finishedByHand(shop)).toMatchObject({state: 'done'});
    expect(await moved(lab, orderId, customerId)).toEqual({card: '50.0', credit: '55.0', refunds: 1});
  });

  it('is finished by a person where the customer has store credit already: a bonus that was never sent is given', async () => {
    const shop = await shopWithOrder();
    const {lab, orderId, customerId} = shop;
    await creditWith(lab, {
      creditOwner: customerId,
      creditInput: '{"creditAmount": {"amount": "30.00", "currencyCode": "EUR"}}',
    });
    const plan = await bonusPlanned(shop);
    await claimWith(lab, plan);
    expect(await finishedByHand(shop)).toMatchObject({state: 'done'});
    expect(await moved(lab, orderId, customerId)).toEqual({card: '50.0', credit: '85.0', refunds: 1});
  });

  it('leaves a bonus whose outcome nobody knows to a person', async () => {
    const shop = await shopWithOrder();
    const {lab, orderId, customerId} = shop;
    const plan = await bonusPlanned(shop);
    const written = await claimWith(lab, plan);
    const first = await ran(confirmScript('refundCreate'), {
      order: {name: '#1001'},
      written,
      paid: await refundWith(lab, plan),
    });
    await setMetafields(lab, JSON.parse(String(first['metafields'])));
    expect(await finishedByHand(shop)).toMatchObject({
      state: 'stopped',
      problem: {code: 'outcomeUnknown'},
      callId: 'call-2',
    });
    expect((await moved(lab, orderId, customerId)).credit).toBe('50.0');
  });

  it('is won by one of two runs at the same time', async () => {
    const {lab, orderId} = await shopWithOrder();
    const order = await orderFor(lab, REMAINING_LINES, orderId);
    const [one, other] = [await ran(REMAINING_LINES, {order}, GO), await ran(REMAINING_LINES, {order}, GO)];
    expect(one).toEqual(other);
    const won = await claimWith(lab, one);
    const lost = await claimWith(lab, other);
    expect(won).toMatchObject({userErrors: []});
    expect(lost).toMatchObject({metafields: [], userErrors: [{}]});
    const paid = await refundWith(lab, one);
    expect(await ran(confirmScript('refundCreate'), {order: {name: '#1001'}, written: lost, paid})).toMatchObject({
      go: false,
      code: 'notClaimed',
    });
    expect(await ran(REMAINING_LINES, {order: await orderFor(lab, REMAINING_LINES, orderId)}, GO)).toMatchObject({
      go: false,
    });
  });

  it.each([
    [{refund: null, userErrors: [{field: ['input'], message: 'Not "now"\n'}]}, 'failed', 'refundRefused'],
    [{refund: null, userErrors: []}, 'unknown', 'noAnswer'],
    [{}, 'unknown', 'noAnswer'],
    [null, 'unknown', 'noAnswer'],
  ])('says what became of %j', async (paid, state, code) => {
    const shop = await shopWithOrder();
    const {lab, orderId} = shop;
    const plan = await ran(REMAINING_LINES, {order: await orderFor(lab, REMAINING_LINES, orderId)}, GO);
    const written = await claimWith(lab, plan);
    const said = await ran(confirmScript('refundCreate'), {order: {name: '#1001'}, written, paid});
    expect(said).toMatchObject({go: false, done: false, state, code, waits: true});
    await setMetafields(lab, JSON.parse(String(said['metafields'])));
    const {claim, summary} = await claimNow(shop);
    expect(claim).toMatchObject({state: 'stopped', calls: [{state, act: {kind: 'refundCreate'}}]});
    expect(summary).toMatchObject({state: 'unfinished', unfinished: [{state, amount: '50.00'}]});
    const again = await ran(REMAINING_LINES, {order: await orderFor(lab, REMAINING_LINES, orderId)}, GO);
    expect(again).toMatchObject({go: false, code: 'claimStopped'});
  });
});

describe('a plan', () => {
  const planned = async (
    script: Script,
    values: object,
    spoil: (order: Record<string, unknown>) => unknown = () => 0,
  ) => {
    const {lab, orderId} = await shopWithOrder();
    const order = await orderFor(lab, script, orderId);
    spoil(order);
    return ran(script, {order, scheduledAt: NOW}, values);
  };

  it('claims nothing in a dry run, and says what it would pay', async () => {
    expect(await planned(REMAINING_LINES, {})).toMatchObject({
      go: false,
      code: 'dryRun',
      why: 'Dry run, nothing is paid. It would pay 50.00 EUR to the original payment for order #1001.',
      claimStart: null,
      claimEnd: null,
    });
  });

  const bag = (amount: string) => ({
    shopMoney: {amount, currencyCode: 'EUR'},
    presentmentMoney: {amount, currencyCode: 'EUR'},
  });
  const nothing = bag('0.0');
  const metafield = (value: string) => ({value, compareDigest: 'x', updatedAt: '2026-11-22T12:00:00Z'});

  it.each([
    ['aboveMost', {AT_MOST: '49.99'}, {}],
    ['otherCurrency', {CURRENCY: 'USD'}, {}],
    ['input', {AT_MOST: '49,99'}, {}],
    ['input', {AT_MOST: 49.99}, {}],
    ['openReturn', {}, {returns: [{id: 'gid://shopify/Return/1', name: '#1001-R1', status: 'OPEN'}]}],
    ['claimProblem', {}, {refundRecipesClaim: metafield('{"format":1}')}],
    ['claimProblem', {}, {refundRecipesClaim: metafield('no JSON')}],
    ['input', {}, {refundRecipesClaim: undefined}],
    ['input', {}, {lineItems: []}],
    ['nothingPaid', {}, {transactions: [], totalReceivedSet: nothing, netPaymentSet: nothing}],
    ['planDoubtful', {}, {disputes: [{id: 'gid://shopify/Dispute/1', status: 'NEEDS_RESPONSE'}]}],
  ])('refuses with %s: %j %j', async (code, values, changes) => {
    const said = await planned(REMAINING_LINES, {...GO, ...values}, (order) => Object.assign(order, changes));
    expect(said).toMatchObject({go: false, code});
    expect(said['claimStart']).toBeUndefined();
  });

  it.each([
    ['a dispute is open', {disputes: [{id: 'gid://shopify/Dispute/1', status: 'NEEDS_RESPONSE'}]}],
    ['a tag says that another app refunds it', {tags: ['refund_pending']}],
    ['less is left of its payments than its lines are worth', {netPaymentSet: bag('49.99')}],
  ])('leaves it to a person where %s', async (why, changes) => {
    const said = await planned(REMAINING_LINES, GO, (order) => Object.assign(order, changes));
    expect(said).toMatchObject({
      go: false,
      code: 'planDoubtful',
      why: `Order #1001 needs a person (${why}): use the action on the order page.`,
    });
  });

  it('names the order whose data it can’t use, and what to do', async () => {
    const spoil = (order: Record<string, unknown>) => Object.assign(order, {disputes: null});
    expect((await planned(REMAINING_LINES, GO, spoil))['why']).toBe(
      "Order #1001: order.disputes: null can't be used. Use the action on the order page.",
    );
  });

  it.each(['', 'secret', 'aaaaaaaaaaaaaaaaaaaaaaaa', 123_456_789_012])(
    'refuses the secret %j, and keeps it to itself',
    async (secret) => {
      const said = await planned(GIFT_CARD, {...GO, SECRET: secret});
      expect(said).toMatchObject({go: false, code: 'input', why: expect.stringContaining('SECRET')});
      expect(said['why']).not.toContain(secret === '' ? "''" : String(secret));
    },
  );

  it('refuses store credit without consent, and for a guest', async () => {
    expect(await planned(STORE_CREDIT_BONUS, GO)).toMatchObject({go: false, why: expect.stringContaining('CONSENT')});
    const values = {...GO, CONSENT: 'asked'};
    const guest = (order: Record<string, unknown>) => Object.assign(order, {customer: null, purchasingEntity: null});
    expect(await planned(STORE_CREDIT_BONUS, values, guest)).toMatchObject({go: false, code: 'guest'});
  });
});

describe('a script that was edited in Flow', () => {
  const edited = async (change: (script: string) => string) => {
    const {lab, orderId} = await shopWithOrder();
    const {script, outputSchema} = codeAlone(REMAINING_LINES);
    expect(change(script)).not.toBe(script);
    return runCode(change(script), {order: await orderFor(lab, REMAINING_LINES, orderId)}, outputSchema);
  };

  it.each([
    ['const AT_MOST = "100.00";', '', "AT_MOST: is missing. Write it as text, for example '7.45'."],
    ['const AT_MOST = "100.00";', 'const AT_MOST = "1OO";', "AT_MOST: '1OO' can't be used."],
    [
      'const DRY_RUN = true;',
      'const DRY_RUN = "no";',
      "DRY_RUN: 'no' can't be used. Write true or false, without quotes.",
    ],
    ['const CURRENCY = "EUR";', 'const CURRENCY = "Euro";', "CURRENCY: 'Euro' can't be used. Write an ISO 4217 code"],
  ])('names the constant: %s %s', async (from, to, why) => {
    const result = await edited((script) => script.replace(from, to));
    const said = result.ok ? result.output : {};
    expect(said).toMatchObject({go: false, code: 'input'});
    expect(said['why']).toContain(`Order #1001: ${why}`);
  });

  it('fails as a step where it is no script any more', async () => {
    const result = await edited((script) => script.replace('"100.00"', '"100.00'));
    expect(result).toMatchObject({ok: false, error: {code: 'syntax'}});
  });
});
