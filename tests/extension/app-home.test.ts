import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {createLab, type Lab} from '../../lab/admin-api/lab.ts';
import {deployApp} from '../../lab/deploy.ts';
import {seed} from '../../lab/seed/index.ts';
import {readToml} from '../../scripts/check/project.ts';
import {PRESETS, recipeFaults, type Recipe, type RefundPlan} from '../../src/core/index.ts';
import type {HomeHost} from '../../src/ui/app-home/home-host.ts';
import {readHome} from '../../src/ui/app-home/load.ts';
import {differences} from '../../src/ui/app-home/recipes/compare.ts';
import {
  asKind,
  destinationsFor,
  draftOf,
  type DraftPart,
  partFields,
  partsOf,
  withPartValue,
  withParts,
  withValue,
  written,
} from '../../src/ui/app-home/recipes/draft.ts';
import {freeHandle, listed} from '../../src/ui/app-home/recipes/list.ts';
import {removeRecipe, saveRecipe, switchRecipe} from '../../src/ui/app-home/recipes/save.ts';
import {ordersToTry, readTryOrder, trial} from '../../src/ui/app-home/recipes/try-out.ts';
import {checkShop, mayNote, NEEDED_SCOPES} from '../../src/ui/app-home/setup/checks.ts';
import {saveSettings} from '../../src/ui/app-home/setup/save.ts';
import {settingFaults, settingsFrom, typedFrom} from '../../src/ui/app-home/setup/typed.ts';
import {readWaiting} from '../../src/ui/app-home/waiting/read.ts';
import {carryOutAll, type Item, planAll} from '../../src/ui/app-home/waiting/release.ts';
import {STAFF} from '../../lab/staff.ts';
import {adminOf, ask, environmentOf} from '../execution/lab-client.ts';
import {createWords} from '../../src/ui/words/words.ts';
import {shipped, translator} from './words.ts';

const words = createWords({
  translate: translator(shipped('app-home', 'en.default.json')),
  formatCurrency: String,
  formatNumber: String,
  formatDate: String,
});

let lab: Lab;
let host: HomeHost;

function hostOf(staff = 'staff-1', access: Parameters<typeof adminOf>[1] = {}): HomeHost {
  return {
    ...environmentOf(lab, staff, adminOf(lab, access)),
    staff: () => Promise.resolve(staff),
    i18n: {translate: (key) => key, formatCurrency: String, formatNumber: String, formatDate: String},
    storage: {get: () => Promise.resolve(undefined), set: () => Promise.resolve()},
    toast: () => undefined,
  };
}

beforeEach(() => {
  lab = createLab({seed});
  deployApp(lab);
  host = hostOf();
});
afterEach(() => lab.close());

const preset = (handle: string): Recipe => {
  const found = PRESETS.find((recipe) => recipe.handle === handle);
  if (!found) throw new Error(handle);
  return found;
};
const own = (version: number, title = 'Ours'): Recipe => ({
  ...preset('shipping-only'),
  handle: 'ours',
  version,
  title: {en: title},
});

describe('recipes', () => {
  it('start as presets that are on, and an own one joins them', async () => {
    expect(listed((await readHome(host)).stored, words).map(({kind, enabled}) => [kind, enabled])).toEqual(
      PRESETS.map(() => ['preset', true]),
    );
    expect(await saveRecipe(host, own(1), true, null)).toEqual({state: 'saved'});
    const [first] = listed((await readHome(host)).stored, words);
    expect(first).toMatchObject({
      handle: 'ours',
      kind: 'own',
      enabled: true,
      recipe: {version: 1, title: {en: 'Ours'}},
    });
  });

  it('switches a preset off by storing it, and takes it back as it was', async () => {
    const chosen = preset('chosen-items');
    await switchRecipe(host, chosen.handle, false, chosen);
    const {stored} = await readHome(host);
    const entry = listed(stored, words).find(({handle}) => handle === chosen.handle);
    expect(entry).toMatchObject({kind: 'preset', enabled: false, recipe: chosen});
    if (!entry?.stored) throw new Error('Not stored');
    await removeRecipe(host, entry.stored);
    expect((await readHome(host)).stored).toEqual([]);
    expect(await removeRecipe(host, entry.stored)).toEqual({state: 'saved'});
  });

  it('stops the second of two people who change the same recipe, with what the first one wrote', async () => {
    await saveRecipe(host, own(1), true, null);
    const [base = null] = (await readHome(host)).stored;
    expect(await saveRecipe(host, own(2, 'Hers'), true, base)).toEqual({state: 'saved'});
    const second = await saveRecipe(host, own(2, 'His'), true, base);
    expect(second).toMatchObject({state: 'conflict', theirs: {recipe: {version: 2, title: {en: 'Hers'}}}});
    expect((await readHome(host)).stored[0]?.recipe?.title.en).toBe('Hers');
    const theirs = second.state === 'conflict' ? second.theirs : null;
    expect(await saveRecipe(host, own(3, 'His'), true, theirs)).toEqual({state: 'saved'});
    expect(await saveRecipe(host, own(1), true, null)).toMatchObject({state: 'conflict'});
  });

  it('tells a recipe that somebody removed meanwhile', async () => {
    await saveRecipe(host, own(1), true, null);
    const [base] = (await readHome(host)).stored;
    if (!base) throw new Error('Not stored');
    await removeRecipe(host, base);
    expect(await saveRecipe(host, own(2), true, base)).toEqual({state: 'conflict', theirs: null});
  });

  it('names differences by field', () => {
    expect(differences(own(2, 'His'), own(5, 'Hers'))).toEqual([{field: 'title.en', mine: 'His', theirs: 'Hers'}]);
    expect(differences(own(1), null).length).toBeGreaterThan(5);
  });

  it('finds a free handle', () => {
    expect(freeHandle('chosen-items', ['chosen-items-2'])).toBe('chosen-items-3');
    expect(freeHandle('a'.repeat(64), [])).toHaveLength(60);
  });
});

describe('a draft', () => {
  const draft = draftOf(preset('everything-plus-label'), 'en');

  it('is the preset itself when nothing was changed', () => {
    expect(written(draft, 1)).toEqual(preset('everything-plus-label'));
  });

  it('takes decimal commas, leaves out what is empty, and says what is missing', () => {
    const typed = withValue(withValue(withValue(draft, 'creditShare', '12,5'), 'summary.en', ' '), 'summary.nl', '');
    expect(written(typed, 2)).toMatchObject({version: 2, creditShare: '12.5'});
    expect(written(typed, 2)).not.toHaveProperty('summary');
    expect(recipeFaults(written(withValue(draft, 'title.en', ''), 1))).toMatchObject([
      {field: 'recipe.title.en', value: undefined},
    ]);
    expect(recipeFaults(written(withValue(draft, 'bonusExpiresAfterDays', '12'), 1))).toMatchObject([
      {field: 'recipe.bonusExpiresAfterDays', value: 12, code: 'withoutBonus'},
    ]);
  });

  it('keeps parts free of what they forbid each other', () => {
    const label: DraftPart = {
      kind: 'returnLabel',
      amount: {type: 'entered', value: '7'},
      class: 'owed',
      currency: 'shop',
      rate: 'dayRate',
      cap: '9',
    };
    expect(asKind(label, 'bonus')).toEqual({kind: 'bonus', amount: {type: 'percent'}, cap: '9'});
    expect(withPartValue(label, 'currency', 'presentment')).not.toHaveProperty('rate');
    expect(withPartValue(label, 'amount.type', 'fixed')).not.toHaveProperty('cap');
    expect(partFields(label).map(({path}) => path)).toContain('parts[].rate');
    const bonus = withValue(draftOf(preset('store-credit-bonus'), 'en'), 'bonusExpiresAfterDays', '30');
    const without = partsOf(bonus).filter(({kind}) => kind !== 'bonus');
    expect(withParts(bonus, without)).not.toHaveProperty('bonusExpiresAfterDays');
    expect(destinationsFor('goodwill')).not.toContain('originalPayment');
  });
});

describe('trying a recipe on an order', () => {
  it('finds the order by its name and plans it to the cent, carrying out nothing', async () => {
    const [found] = await ordersToTry(host, '#1001');
    if (!found) throw new Error('No order');
    const order = await readTryOrder(host, found.id);
    const plan = trial(preset('shipping-plus-label'), order, {returnLabel: '7,45'}, host.hash).plan;
    expect(plan?.legs.map(({kind, amount}) => [kind, amount.minor])).toEqual([
      ['refundToOriginalPayment', 695],
      ['storeCredit', 745],
    ]);
    const chosen = trial(preset('chosen-items'), order, {}, host.hash);
    expect([chosen.sampled, chosen.plan?.totals.toCustomer.minor]).toEqual([true, 2500]);
    expect(
      lab
        .log()
        .filter(({operation}) => operation !== 'OrderForRefund')
        .map(({operation}) => operation),
    ).toEqual(['OrdersToTry']);
    expect(await ordersToTry(host, '#9999')).toEqual([]);
    expect(await ordersToTry(host, '')).toHaveLength(10);
  });
});

describe('the set-up', () => {
  it('asks for the scopes of the app config', () => {
    const config = readToml(join(import.meta.dirname, '../..'), 'shopify.app.toml').table['access_scopes'];
    expect([...NEEDED_SCOPES].toSorted()).toEqual((config as {scopes: string}).scopes.split(',').toSorted());
  });

  it('names what is missing', async () => {
    const good = await checkShop(host);
    expect(good.checks.map(({code, state}) => [code, state])).toEqual([
      ['storeCredit', 'good'],
      ['customerAccounts', 'good'],
      ['scopes', 'good'],
      ['oldOrders', 'absent'],
      ['rights', 'unknown'],
      ['flow', 'unknown'],
    ]);
    expect(good.currencies).toEqual(['USD', 'JPY', 'KWD', 'CHF']);
    const scopes = NEEDED_SCOPES.filter((scope) => scope !== 'write_gift_cards');
    const {checks} = await checkShop(hostOf('staff-1', {scopes}));
    expect(checks.find(({code}) => code === 'scopes')).toEqual({
      code: 'scopes',
      state: 'mend',
      missing: 'write_gift_cards',
    });
  });

  it('tells who may not write on orders, and writes nothing to find out', async () => {
    const joris = STAFF.find(({name}) => name === 'Joris');
    if (!joris) throw new Error('Nobody');
    const state = JSON.stringify(lab.state());
    expect(await mayNote(host)).toBe(true);
    expect(await mayNote(hostOf('joris', {staff: joris}))).toBe(false);
    expect(JSON.stringify(lab.state())).toBe(state);
  });

  it('keeps limits, rates and days as they were typed', async () => {
    const typed = {
      'limits.shop.goodwill.perRefund': '25',
      'limits.shop.goodwill.perCustomer.amount': '100,50',
      'limits.shop.goodwill.perCustomer.days': '365',
      'limits.recipes.goodwill-amount.policy.perRefund': '',
      'rates.USD.value': '1,0945',
      'rates.USD.source': 'ECB',
      'rates.USD.at': '2026-11-20',
      'rates.JPY.source': 'not typed',
      approvalExpiresAfterDays: '14',
    };
    expect(settingFaults(typed, 'EUR')).toEqual({});
    const settings = settingsFrom(typed, 'EUR');
    expect(settings).toEqual({
      format: 1,
      limits: {
        shop: {goodwill: {perRefund: '25', perCustomer: {amount: '100.50', days: 365}}},
        recipes: {},
      },
      approvalExpiresAfterDays: 14,
      rates: {USD: {value: '1.0945', source: 'ECB', at: '2026-11-20'}},
    });
    expect(await saveSettings(host, settings, null)).toEqual({state: 'saved'});
    const {settings: stored} = await readHome(host);
    expect(settingsFrom(typedFrom(stored?.settings?.value ?? null, 'EUR', 'en').typed, 'EUR')).toEqual(settings);
    expect(await saveSettings(host, settings, null)).toMatchObject({
      state: 'conflict',
      theirs: {settings: stored?.settings},
    });
    expect(await saveSettings(host, settings, stored)).toEqual({state: 'saved'});
  });

  it('says at each field what is wrong', () => {
    const faults = settingFaults(
      {
        'limits.shop.policy.perRefund': '7.455',
        'limits.shop.goodwill.perCustomer.amount': '50',
        'limits.recipes.chosen-items.policy.perCustomer.days': '30',
        'rates.USD.value': '0',
        approvalExpiresAfterDays: '0',
      },
      'EUR',
    );
    expect(faults).toEqual({
      'limits.shop.policy.perRefund': 'amount',
      'limits.shop.goodwill.perCustomer.days': 'days',
      'limits.recipes.chosen-items.policy.perCustomer.amount': 'required',
      'rates.USD.value': 'rate',
      'rates.USD.source': 'required',
      'rates.USD.at': 'date',
      approvalExpiresAfterDays: 'days',
    });
  });

  it('starts empty over stored settings that can’t be used, and says so', () => {
    expect(typedFrom('{"format": 2}', 'EUR', 'en')).toMatchObject({
      typed: {approvalExpiresAfterDays: '7'},
      problem: {field: 'settings.format'},
    });
    expect(typedFrom('no json', 'EUR', 'en').problem?.field).toBe('settings');
  });
});

/** What a Flow workflow writes: an ask, and the tag. */
async function flowAsks(name: string, handle: string, amounts: Record<string, string>): Promise<void> {
  await flowWrites(name, {recipe: handle, choices: {amounts}, reason: 'Late parcel'});
}

async function flowWrites(name: string, request: unknown): Promise<void> {
  const found = (await ask(lab, 'query ($query: String) {orders(first: 1, query: $query) {nodes {id}}}', {
    query: `name:${name}`,
  })) as {orders: {nodes: {id: string}[]}};
  const id = found.orders.nodes[0]?.id;
  await ask(lab, 'mutation ($m: [MetafieldsSetInput!]!) {metafieldsSet(metafields: $m) {userErrors {message}}}', {
    m: [{ownerId: id, namespace: 'refund_recipes', key: 'ask', type: 'json', value: JSON.stringify(request)}],
  });
  await ask(lab, 'mutation ($id: ID!) {tagsAdd(id: $id, tags: ["Refund waiting"]) {userErrors {message}}}', {id});
}

const CONSENT = {by: 'customer', at: '2026-11-20', channel: 'mail'};

describe('what waits', () => {
  const pick = async () =>
    (await readWaiting(host)).entries.flatMap(({orderId, name, waiting}) =>
      waiting.requests.map(({id}) => ({orderId, orderName: name, requestId: id})),
    );
  const totals = (items: readonly Item[]) =>
    items.map(({orderName, state, planned, problem}) => [
      orderName,
      state,
      (planned?.plan satisfies RefundPlan | undefined)?.totals.toCustomer.minor ?? problem?.code,
    ]);

  it('is found across orders, looked at with Shopify’s figures, and released one after another', async () => {
    await flowAsks('#1001', 'shipping-plus-label', {returnLabel: '7.45'});
    await flowAsks('#1003', 'shipping-only', {});
    const picked = await pick();
    expect(picked.map(({orderName}) => orderName).toSorted()).toEqual(['#1001', '#1003']);
    let items: readonly Item[] = [];
    await planAll(host, picked, (next) => (items = next));
    expect(items.map(({state}) => state)).toEqual(['ready', 'ready']);
    expect(totals(items).find(([name]) => name === '#1001')).toEqual(['#1001', 'ready', 1440]);
    const seen: string[] = [];
    await carryOutAll(
      host,
      items,
      (next) => seen.push(next.map(({state}) => state).join(' ')),
      () => undefined,
    );
    expect(seen).toEqual(['running ready', 'done ready', 'done running', 'done done']);
    expect(await pick()).toEqual([]);
    expect((await readWaiting(host)).entries.filter(({waiting}) => waiting.requests.length > 0)).toEqual([]);
  });

  it('carries out several requests of one order, each planned anew after the one before it', async () => {
    await flowAsks('#1001', 'shipping-plus-label', {returnLabel: '7.45'});
    await flowWrites('#1003', [
      {recipe: 'shipping-only'},
      {recipe: 'goodwill-amount', choices: {amounts: {goodwill: '5.00'}}},
    ]);
    let items: readonly Item[] = [];
    await planAll(host, await pick(), (next) => (items = next));
    expect(totals(items)).toEqual([
      ['#1003', 'ready', 695],
      ['#1003', 'ready', 500],
      ['#1001', 'ready', 1440],
    ]);
    await carryOutAll(
      host,
      items,
      (next) => (items = next),
      () => undefined,
    );
    expect(totals(items).map(([, state]) => state)).toEqual(['done', 'done', 'done']);
    expect(await pick()).toEqual([]);
  });

  it('never carries out other figures than those that were shown: an earlier request of the order took its part', async () => {
    await flowWrites('#1003', [{recipe: 'shipping-only'}, {recipe: 'full-refund'}]);
    let items: readonly Item[] = [];
    await planAll(host, await pick(), (next) => (items = next));
    expect(totals(items)).toEqual([
      ['#1003', 'ready', 695],
      ['#1003', 'ready', 5695],
    ]);
    await carryOutAll(
      host,
      items,
      (next) => (items = next),
      () => undefined,
    );
    expect(totals(items)).toEqual([
      ['#1003', 'done', 695],
      ['#1003', 'stopped', 5000],
    ]);
    expect(items[1]?.problem).toEqual({code: 'orderChanged'});
  });

  it('stops at the first problem without losing the rest', async () => {
    await flowAsks('#1001', 'shipping-plus-label', {returnLabel: '7.45'});
    await flowAsks('#1003', 'shipping-only', {});
    let items: readonly Item[] = [];
    await planAll(host, await pick(), (next) => (items = next));
    lab.faults.add({kind: 'accessDenied', field: 'refundCreate', nth: 1});
    await carryOutAll(
      host,
      items,
      (next) => (items = next),
      () => undefined,
    );
    expect(items.map(({state}) => state)).toEqual(['stopped', 'ready']);
    expect((await pick()).map(({orderName}) => orderName)).toEqual([items[1]?.orderName]);
  });

  it('takes an amount that is a number as it stands', async () => {
    await flowWrites('#1001', {recipe: 'split-cash-credit', choices: {creditShare: 25, consent: CONSENT}});
    await flowWrites('#1003', {recipe: 'goodwill-amount', choices: {amounts: {goodwill: 0.1}}});
    let items: readonly Item[] = [];
    await planAll(host, await pick(), (next) => (items = next));
    expect(totals(items).toSorted()).toEqual([
      ['#1001', 'ready', 5695],
      ['#1003', 'ready', 10],
    ]);
  });

  it('says why a request can’t be carried out, and plans the others', async () => {
    await flowAsks('#1001', 'no-such-recipe', {});
    await flowAsks('#1003', 'shipping-only', {});
    let items: readonly Item[] = [];
    await planAll(host, await pick(), (next) => (items = next));
    expect(items.find(({orderName}) => orderName === '#1001')).toMatchObject({
      state: 'stopped',
      problem: {code: 'recipeGone'},
    });
    expect(items.find(({orderName}) => orderName === '#1003')?.state).toBe('ready');
  });
});
