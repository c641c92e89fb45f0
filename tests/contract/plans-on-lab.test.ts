/** Every preset on every order of the seeded shop: what is planned is what the local Shopify then does, to the cent. */
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, describe, expect, it} from 'vitest';
import {RefundSuggestion} from '../../graphql/generated/operations.ts';
import {OWN_APP} from '../../lab/admin-api/access.ts';
import {createLab} from '../../lab/admin-api/lab.ts';
import {installDefinitions} from '../../lab/admin-api/metaobjects/definitions.ts';
import {seed} from '../../lab/seed/index.ts';
import {figuresFromSuggestion, snapshotFromAdmin} from '../../src/adapters/index.ts';
import {
  PRESETS,
  addFigures,
  payableNow,
  planRefund,
  presetByHandle,
  suggestionInput,
  type Choices,
  type Leg,
  type OrderSnapshot,
  type RefundPlan,
  type ShopifyFigures,
} from '../../src/core/index.ts';
import {executePlan, readOrderForRefund, sha256Hex} from '../../src/execution/index.ts';
import {ask, environmentOf} from '../execution/lab-client.ts';
import {TOML} from '../execution/lab-order.ts';

const NOW = new Date('2026-11-22T12:00:00Z');

const folder = mkdtempSync(join(tmpdir(), 'plans-on-lab-'));
afterAll(() => rmSync(folder, {recursive: true, force: true}));

const lab = createLab({now: NOW});
seed(lab);
installDefinitions(lab.store, TOML, OWN_APP);
const {orders} = (await ask(lab, '{orders(first: 100) {nodes {id name}}}')) as {
  orders: {nodes: {id: string; name: string}[]};
};
const file = join(folder, 'seeded.sqlite');
lab.store.run('VACUUM INTO ?', file);
lab.store.run('ATTACH DATABASE ? AS seeded', file);
const tables = lab.store.all<{name: string}>(
  "SELECT name FROM seeded.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
);

/** The shop as it was seeded: quicker than to seed it again for each of some hundred cases. */
function startAgain(): void {
  lab.reset();
  lab.store.transaction(() => {
    for (const {name} of tables) lab.store.run(`INSERT OR REPLACE INTO main."${name}" SELECT * FROM seeded."${name}"`);
  });
}

const CONSENT = {consent: {by: 'Sanne', at: '2026-11-22', channel: 'e-mail'}};

/** What staff fill in: sums that fit the currency, one unit of the first line that has one. */
function choicesFor(handle: string, order: OrderSnapshot): Choices {
  const sum = {JPY: '745', KWD: '1.125'}[order.currency] ?? '3.45';
  const unit = order.lines.find((line) => line.refundable > line.onOpenReturn);
  const choices: Readonly<Record<string, Choices>> = {
    'shipping-plus-label': {amounts: {returnLabel: sum}},
    'everything-plus-label': {amounts: {returnLabel: sum}},
    'chosen-items': unit ? {quantities: {[unit.id]: 1}} : {},
    'store-credit-bonus': CONSENT,
    'split-cash-credit': CONSENT,
    'chosen-amount': {amounts: {amount: order.netPayment.presentment.minor > 0 ? sum : '0'}},
    'goodwill-amount': {amounts: {goodwill: sum}},
    'minus-return-fee': {amounts: {returnShippingFee: sum}},
    'fair-currency': {amounts: {returnLabel: '7.45'}, dayRate: {value: '1.25', source: 'typed', at: '2026-11-22'}},
  };
  return choices[handle] ?? {};
}

const VARIANTS: readonly {readonly about: string; readonly recipes?: readonly string[]; readonly choices: Choices}[] = [
  {about: 'as it is', choices: {}},
  {
    about: 'for faulty goods',
    recipes: ['everything-plus-label', 'minus-restocking-fee'],
    choices: {ground: 'defect'},
  },
  {about: 'with consent', recipes: ['everything-plus-label'], choices: {ground: 'defect', ...CONSENT}},
  {
    about: 'with a gift card for gestures',
    recipes: ['goodwill-percent', 'shipping-plus-label'],
    choices: {prefer: {goodwill: 'giftCard'}},
  },
  {
    about: 'a third as credit',
    recipes: ['everything-plus-label'],
    choices: {creditShare: '33.33', ground: 'defect', ...CONSENT},
  },
];

/** Reads, plans, asks for Shopify's figures and plans with them: what the action does up to *Refund*. */
async function confirm(id: string, handle: string, extra: Choices) {
  const env = environmentOf(lab, 'one');
  const {raw, confirmed} = await readOrderForRefund(env.admin, id, () => env.now());
  const order = snapshotFromAdmin(raw);
  const choices = {...choicesFor(handle, order), ...extra};
  const input = {order, recipe: presetByHandle(handle), choices, intentId: 'intent-1', hash: sha256Hex};
  const estimate = planRefund(input);
  const nothing = {id, refundLineItems: [], shippingAmount: '0', refundDuties: []};
  const [first = nothing, ...more] = suggestionInput(estimate);
  const figuresOn = async (variables: typeof first) =>
    figuresFromSuggestion((await env.admin.request(RefundSuggestion, variables)).data, order);
  let figures: ShopifyFigures = await figuresOn(first);
  for (const variables of more) figures = addFigures(figures, await figuresOn(variables));
  return {env, order, estimate, plan: planRefund({...input, figures}), confirmed};
}

async function snapshot(id: string): Promise<OrderSnapshot> {
  return snapshotFromAdmin((await readOrderForRefund(environmentOf(lab, 'reader').admin, id, () => 0)).raw);
}

function total(legs: readonly Leg[], of: (leg: Leg) => boolean): number {
  return legs.filter(of).reduce((all, leg) => all + leg.amount.minor, 0);
}

const creditOf = ({creditOwner, currency}: OrderSnapshot) =>
  creditOwner?.accounts.find(({balance}) => balance.currency === currency)?.balance.minor ?? 0;

/** What moved between two readings, in minor units of the customer's currency. */
function moved(before: OrderSnapshot, after: OrderSnapshot) {
  const left = (order: OrderSnapshot, id: string) =>
    order.payments.find((payment) => payment.id === id)?.refundable.presentment.minor ?? 0;
  return {
    payments: before.payments.map(({id}) => left(before, id) - left(after, id)),
    credit: creditOf(after) - creditOf(before),
    net: before.netPayment.presentment.minor - after.netPayment.presentment.minor,
    left: payableNow(after).minor,
    shipping: after.shippingRefunded.presentment.minor - before.shippingRefunded.presentment.minor,
    units: before.lines.map((line, index) => line.refundable - (after.lines[index]?.refundable ?? 0)),
    status: after.financialStatus,
  };
}

/** The same, as the plan says it. */
function promised(
  {legs, components, effects, asks, stops}: RefundPlan,
  before: OrderSnapshot,
): ReturnType<typeof moved> {
  if (stops.length > 0) throw new Error('A plan with stops promises nothing');
  const units = (id: string) => asks.lines.reduce((all, line) => all + (line.lineItemId === id ? line.quantity : 0), 0);
  return {
    payments: before.payments.map(({id}) => total(legs, (leg) => leg.payment?.id === id)),
    credit: total(legs, ({kind}) => kind === 'storeCredit' || kind === 'refundToStoreCredit'),
    net: total(legs, ({kind, payment}) => kind === 'refundToStoreCredit' || payment !== undefined),
    left: effects.remaining.presentment.minor,
    shipping: components.find(({kind}) => kind === 'shipping')?.amount.minor ?? 0,
    units: before.lines.map(({id}) => units(id)),
    status: effects.financialStatus === 'UNCHANGED' ? before.financialStatus : effects.financialStatus,
  };
}

const EXPECTED_STOPS = new Set(['nothingToRefund', 'nothingPaid', 'itemsOnOpenReturn']);

describe.each(orders.nodes)('order $name', ({id, name}) => {
  for (const {about, recipes, choices: extra} of VARIANTS) {
    it(`gets what each plan says, ${about}`, async () => {
      for (const {handle} of PRESETS) {
        if (recipes && !recipes.includes(handle)) continue;
        startAgain();
        const {env, order, estimate, plan, confirmed} = await confirm(id, handle, extra);
        const what = `${name} ${handle} ${about}`;
        const unexpected = plan.stops.filter(({code}) => !EXPECTED_STOPS.has(code));
        expect({what, components: plan.components, unexpected}).toEqual({
          what,
          components: estimate.components,
          unexpected: [],
        });
        if (plan.stops.length > 0) continue;
        const outcome = await executePlan(plan, confirmed, env);
        expect({what, outcome}).toMatchObject({what, outcome: {state: 'done'}});
        const outside = outcome.state === 'done' ? outcome.claim.outside : [];
        expect({
          what,
          ...moved(order, await snapshot(id)),
          outside: outside.reduce((all, {amount}) => all + amount.minor, 0),
        }).toEqual({what, ...promised(plan, order), outside: total(plan.legs, ({kind}) => kind === 'outsidePayment')});
      }
    });
  }
});
