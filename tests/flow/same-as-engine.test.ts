/** What a workflow plans, claims and pays is what the engine would have: over random orders, and on every order of the lab's shop. */
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {OWN_APP} from '../../lab/admin-api/access.ts';
import {createLab, type Lab} from '../../lab/admin-api/lab.ts';
import {installDefinitions} from '../../lab/admin-api/metaobjects/definitions.ts';
import {seed} from '../../lab/seed/index.ts';
import {flowOrder, snapshotFromFlow} from '../../src/adapters/flow-order.ts';
import {planRefund, type Choices, type OrderSnapshot, type Recipe} from '../../src/core/index.ts';
import {pair, payment} from '../../src/core/plan/order.fixture.ts';
import {refundVariables} from '../../src/execution/calls/refund-variables.ts';
import {startClaim} from '../../src/execution/claim/start.ts';
import {readClaim, readOrderForRefund, resume, sha256Hex, type Claim} from '../../src/execution/index.ts';
import {main as remainingLines} from '../../src/flow/run-code/entries/remaining-lines.ts';
import {main as creditWithBonus} from '../../src/flow/run-code/entries/store-credit-bonus.ts';
import {confirmScript, REMAINING_LINES, STORE_CREDIT_BONUS, type Script} from '../../src/flow/run-code/index.ts';
import {flowIntent} from '../../src/flow/run-code/script/claiming.ts';
import {claimOfOrder, moneyOfOrder} from '../../src/flow/run-code/script/order.ts';
import {ask, environmentOf as engineOf} from '../execution/lab-client.ts';
import {TOML} from '../execution/lab-order.ts';
import {anyCase} from '../property/plan-arbitrary.ts';
import {withNumbers} from './environment.ts';
import {environmentOf} from './from-snapshot.ts';
import {claimWith, creditWith, orderFor, ran, refundWith, setMetafields, type Output} from './run.ts';

const NOW = '2026-11-22T12:00:00Z';
const PAYS = {DRY_RUN: false, AGAIN: '', CURRENCY: 'EUR', AT_MOST: '100000000.00', NOTIFY_CUSTOMER: true};
const BONUS = {...PAYS, BONUS_PERCENT: '12.5', BONUS_DAYS: 30, CONSENT: 'by mail'};

const recipe = (handle: string, ways: Recipe['destinations']['owed'], more: Partial<Recipe> = {}): Recipe => ({
  format: 1,
  handle,
  version: 1,
  title: {en: 'Any'},
  ground: 'policy',
  parts: [{kind: 'items', amount: {type: 'remaining'}, selection: 'all'}],
  destinations: {owed: ways, policy: ways, goodwill: ['storeCredit']},
  ...more,
});
const LINES = recipe('remaining-lines', ['originalPayment']);
const CREDIT = recipe('store-credit-bonus-flow', ['storeCredit'], {
  parts: [...LINES.parts, {kind: 'bonus', amount: {type: 'percent', value: '12.5'}}],
  bonusExpiresAfterDays: 30,
});

/** The claim that the script wrote, and the one that the engine begins for the same plan. */
function both(order: Record<string, unknown>, said: Output, by: Recipe, choices: Choices) {
  const node = flowOrder(order);
  const plan = planRefund({
    order: snapshotFromFlow(node),
    recipe: by,
    choices,
    intentId: flowIntent(node, by.handle, ''),
    hash: sha256Hex,
  });
  const confirmed = {claim: claimOfOrder(node), money: moneyOfOrder(node)};
  const engine = startClaim(plan, confirmed, {at: plan.orderUpdatedAt, staff: 'flow'});
  const [field] = JSON.parse(`${String(said['claimStart'])}1${String(said['claimEnd'])}`) as [{value: string}];
  const {claim} = readClaim({value: field.value, compareDigest: 'x', updatedAt: NOW}, String(order['id']));
  return {engine, claim};
}

function begun({nonce: _nonce, at: _at, seal: _seal, calls, ...rest}: Claim) {
  return {
    ...rest,
    calls: calls.map(({variablesHash: _hash, evidence: _evidence, ...call}) => ({...call, state: 'planned'})),
  };
}

/** The random orders are paid by chance, and a workflow leaves what isn't paid for to a person. */
function wellPaid(order: OrderSnapshot): OrderSnapshot {
  const card = payment({
    id: 'gid://shopify/OrderTransaction/9',
    kind: 'card',
    refundable: pair(500_000),
    captured: pair(500_000),
  });
  const {minor} = order.netPayment.presentment;
  return {...order, payments: [...order.payments, card], netPayment: pair(Math.max(0, minor) + 500_000)};
}

const ORDERS: readonly Record<string, unknown>[] = fc
  .sample(anyCase, {numRuns: 500, seed: 7})
  .filter(({order}) => order.lines.length < 100)
  .map(({order}) => ({...environmentOf(wellPaid(order)), refundRecipesClaim: null, refundRecipesFlowRun: null}));

describe('a workflow’s claim is the engine’s own', () => {
  it('of random orders', () => {
    let refunds = 0;
    let bonuses = 0;
    for (const order of ORDERS) {
      const consent = {by: 'customer', at: String(order['updatedAt']), channel: 'by mail'};
      const runs = [
        [remainingLines({order}, PAYS), LINES, {notify: {refund: true}}],
        [
          creditWithBonus({order, scheduledAt: NOW}, BONUS),
          CREDIT,
          {consent, notify: {refund: true, storeCredit: true}},
        ],
      ] as const;
      for (const [said, by, choices] of runs) {
        if (!said.go) continue;
        const {engine, claim} = both(order, said as unknown as Output, by, choices);
        expect(claim && begun(claim)).toEqual(JSON.parse(JSON.stringify(engine)));
        for (const call of claim?.calls ?? []) {
          if (call.act?.kind !== 'refundCreate') continue;
          const {input} = refundVariables(engine, {...call, act: call.act}, 'EUR');
          expect(JSON.parse(String((said as unknown as Output)['refundInput']))).toEqual(input);
        }
        if (by === LINES) refunds += 1;
        else bonuses += 1;
      }
    }
    expect([refunds > 300, bonuses > 150]).toEqual([true, true]);
  });

  it('in QuickJS as in Node, whether money is text or a number', async () => {
    for (const order of ORDERS.slice(0, 20)) {
      const input = {order, scheduledAt: NOW};
      expect(await ran(REMAINING_LINES, input, PAYS)).toEqual(remainingLines(input, PAYS));
      expect(await ran(STORE_CREDIT_BONUS, withNumbers(input), BONUS)).toEqual(creditWithBonus(input, BONUS));
    }
  });
});

function seededShop(): Lab {
  const lab = createLab({now: new Date(NOW)});
  installDefinitions(lab.store, TOML, OWN_APP);
  seed(lab);
  return lab;
}

interface Listed {
  readonly id: string;
  readonly name: string;
  readonly presentmentCurrencyCode: string;
}

async function ordersOf(lab: Lab): Promise<readonly Listed[]> {
  const query = '{orders(first: 100, sortKey: CREATED_AT) {nodes {id name presentmentCurrencyCode}}}';
  return ((await ask(lab, query)) as {orders: {nodes: Listed[]}}).orders.nodes;
}

async function moneyOf(lab: Lab): Promise<unknown> {
  return ask(
    lab,
    `{orders(first: 100) {nodes {
      name totalRefundedSet {presentmentMoney {amount}} refunds(first: 50) {note}
      customer {storeCreditAccounts(first: 5) {nodes {balance {amount currencyCode}}}}
    }}}`,
  );
}

async function planned(lab: Lab, script: Script, {id, presentmentCurrencyCode: currency}: Listed): Promise<Output> {
  const values = {DRY_RUN: false, CURRENCY: currency, AT_MOST: '5000'};
  const more = script === STORE_CREDIT_BONUS ? {CONSENT: 'by mail'} : {};
  const order = await orderFor(lab, script, id);
  const said = await ran(script, {order, scheduledAt: NOW}, {...values, ...more});
  expect(await ran(script, {order: withNumbers(order), scheduledAt: NOW}, {...values, ...more})).toEqual(said);
  return said;
}

/** The workflow's steps from the claim on. @returns what became of the last */
async function paidByFlow(lab: Lab, plan: Output, name: string): Promise<unknown> {
  let written = await claimWith(lab, plan);
  let said: Output = {};
  for (const [mutation, input, pay] of [
    ['refundCreate', 'refundInput', refundWith],
    ['storeCreditAccountCredit', 'creditInput', creditWith],
  ] as const) {
    if (plan[input] === null) continue;
    said = await ran(confirmScript(mutation), {order: {name}, written, paid: await pay(lab, plan)});
    written = await setMetafields(lab, JSON.parse(String(said['metafields'])));
  }
  return said['done'];
}

/** The workflow broke off after its claim: staff finish it. */
async function paidByStaff(lab: Lab, plan: Output, orderId: string): Promise<unknown> {
  await claimWith(lab, plan);
  lab.clock.advance(180_000);
  const env = engineOf(lab, 'gid://shopify/StaffMember/1');
  const {confirmed} = await readOrderForRefund(env.admin, orderId, () => env.now());
  return (await resume(confirmed, env)).state;
}

const TO_A_PERSON: Readonly<Record<string, readonly string[]>> = {
  'remaining-lines': [
    '#1006 outsidePayment',
    '#1012 planDoubtful',
    '#1013 openReturn',
    '#1015 input',
    '#1016 nothingPaid',
    '#1017 planDoubtful',
    '#1018 planDoubtful',
  ],
  'store-credit-bonus': [
    '#1002 guest',
    '#1012 planDoubtful',
    '#1013 openReturn',
    '#1015 input',
    '#1016 nothingPaid',
    '#1017 guest',
    '#1018 planDoubtful',
  ],
};

const AMOUNTS: Readonly<Record<string, readonly string[]>> = {
  'remaining-lines': [
    '#1001 50.00 EUR',
    '#1002 50.00 EUR',
    '#1003 50.00 EUR',
    '#1004 29.00 EUR',
    '#1005 96.30 EUR',
    '#1007 247.00 EUR',
    '#1008 38.50 USD',
    '#1009 2900 JPY',
    '#1010 10.000 KWD',
    '#1011 77.45 EUR',
    '#1014 1008.00 EUR',
    '#1019 173.20 USD',
    '#1020 261.60 CHF',
    '#1021 29.00 EUR',
  ],
  'store-credit-bonus': [
    '#1001 55.00 EUR',
    '#1003 55.00 EUR',
    '#1004 31.90 EUR',
    '#1005 105.93 EUR',
    '#1006 21.99 EUR',
    '#1007 271.70 EUR',
    '#1008 42.35 USD',
    '#1009 3190 JPY',
    '#1010 11.000 KWD',
    '#1011 85.20 EUR',
    '#1014 1108.80 EUR',
    '#1019 190.52 USD',
    '#1020 287.76 CHF',
    '#1021 31.90 EUR',
  ],
};

describe('every order of the lab’s shop', () => {
  it.each([REMAINING_LINES, STORE_CREDIT_BONUS])(
    '$entry: Flow pays what staff would have paid',
    async (script) => {
      const [flow, staff] = [seededShop(), seededShop()];
      const person: string[] = [];
      const amounts: string[] = [];
      for (const order of await ordersOf(flow)) {
        const plan = await planned(flow, script, order);
        if (plan['go'] !== true) {
          person.push(`${order.name} ${String(plan['code'])}`);
          continue;
        }
        amounts.push(`${order.name} ${String(plan['amount'])} ${String(plan['currency'])}`);
        expect([order.name, await paidByFlow(flow, plan, order.name)]).toEqual([order.name, true]);
        const same = await planned(staff, script, order);
        expect([order.name, await paidByStaff(staff, same, order.id)]).toEqual([order.name, 'done']);
      }
      expect(person).toEqual(TO_A_PERSON[script.entry]);
      expect(amounts).toEqual(AMOUNTS[script.entry]);
      expect(await moneyOf(flow)).toEqual(await moneyOf(staff));
    },
    60_000,
  );
});
