import {deflateSync} from 'node:zlib';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {beforeAll, expect, it} from 'vitest';
import {createLab, type Lab} from '../../lab/admin-api/lab.ts';
import {deployApp} from '../../lab/deploy.ts';
import {seed} from '../../lab/seed/index.ts';
import {buildExtensions} from '../../scripts/build/index.ts';
import {PRESETS} from '../../src/core/index.ts';
import {ask} from '../execution/lab-client.ts';
import {openHome, type Page} from './page.ts';
import {root} from './words.ts';

beforeAll(async () => {
  await buildExtensions();
});

function shop(): Lab {
  const lab = createLab({seed});
  deployApp(lab);
  return lab;
}

function open(lab: Lab, language: 'en' | 'nl' = 'en'): Promise<Page> {
  return openHome({
    language,
    admin: async ({version, body}) => {
      const answer = await lab.handle({version, ...(JSON.parse(body) as {query: string})});
      return {
        status: answer.status,
        body: typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body),
      };
    },
  });
}

async function stored(lab: Lab): Promise<[string, string | null, string | null][]> {
  const query = `{ metaobjects(type: "$app:refund-recipe", first: 50) { nodes {
    handle recipe: field(key: "recipe") { value } enabled: field(key: "enabled") { value }
  } } }`;
  const {metaobjects} = (await ask(lab, query)) as {
    metaobjects: {nodes: {handle: string; recipe: {value: string} | null; enabled: {value: string} | null}[]};
  };
  return metaobjects.nodes.map(({handle, recipe, enabled}) => [handle, recipe?.value ?? null, enabled?.value ?? null]);
}

it('fits into what Shopify accepts', () => {
  const js = readFileSync(join(root, 'extensions/app-home/dist/app-home.js'));
  expect(deflateSync(js).length).toBeLessThan(65_536);
});

it('copies a preset, says at the field what is wrong, and stores it as version 1', async () => {
  const lab = shop();
  const page = await open(lab);
  await page.sees('Recipes that staff can choose from');
  await page.press('Copy Refund shipping plus return-label credit');
  expect(page.field('handle').properties['value']).toBe('shipping-plus-label-2');
  await page.type('handle', 'Not a handle');
  expect(page.field('handle').properties['error']).toMatch(/^Lower-case letters/);
  await page.press('Save as version 1');
  await page.sees('One field needs another value: it is marked.');
  expect(await stored(lab)).toEqual([]);
  await page.type('handle', 'late-parcel');
  await page.type('title.en', 'Late parcel');
  await page.type('parts[1].cap', '12,50');
  await page.press('Save as version 1');
  await page.sees('Your own');
  expect(page.toasts).toEqual(['Late parcel is saved as version 1']);
  const [entry] = await stored(lab);
  expect([entry?.[0], entry?.[2]]).toEqual(['late-parcel', 'true']);
  expect(JSON.parse(entry?.[1] ?? '')).toMatchObject({
    handle: 'late-parcel',
    version: 1,
    title: {en: 'Late parcel', nl: 'Verzendkosten terug plus tegoed voor het retourlabel (kopie)'},
    parts: [{kind: 'shipping'}, {kind: 'returnLabel', cap: '12.50'}],
  });
});

it('tries a recipe on no order before one is chosen, and asks for none when the choice is taken back', async () => {
  const page = await open(shop());
  await page.sees('Recipes that staff can choose from');
  await page.press('Change Refund shipping only');
  await page.sees('Choose an order');
  expect(page.field('tryOrder').properties['value']).toBe('');
  const first = page.elements('s-option').find(({properties}) => /Order/.test(String(properties['value'])));
  await page.choose('tryOrder', String(first?.properties['value']));
  await page.sees('On order #');
  await page.choose('tryOrder', '');
  expect(page.field('tryOrder').properties['disabled']).toBe(false);
});

it('switches a preset off and on again, in Dutch', async () => {
  const lab = shop();
  const page = await open(lab, 'nl');
  await page.sees('Recepten waaruit medewerkers kiezen');
  await page.choose('on:chosen-items', 'off');
  await page.sees('Recepten waaruit medewerkers kiezen');
  await expect.poll(() => page.field('on:chosen-items').properties['checked']).toBe(false);
  expect((await stored(lab)).map(([handle, , enabled]) => [handle, enabled])).toEqual([['chosen-items', 'false']]);
  await expect.poll(() => page.field('on:chosen-items').properties['disabled']).toBe(false);
  await page.choose('on:chosen-items', 'on');
  await expect.poll(() => stored(lab)).toEqual([]);
});

it('shows both versions when somebody else saved first, and overwrites only when told to', async () => {
  const lab = shop();
  const page = await open(lab);
  await page.sees('Recipes that staff can choose from');
  await page.press('Change Refund shipping only');
  await page.type('title.en', 'Mine');
  await ask(
    lab,
    `mutation ($recipe: String!) { metaobjectUpsert(
      handle: {type: "$app:refund-recipe", handle: "shipping-only"}
      metaobject: {fields: [{key: "recipe", value: $recipe}]}
    ) { userErrors { message } } }`,
    {
      recipe: JSON.stringify({
        ...JSON.parse(recipeOf('shipping-only')),
        version: 2,
        title: {en: 'Theirs'},
        ground: 'goodwill',
      }),
    },
  );
  await page.press('Save as version 2');
  await page.sees('Somebody else changed this meanwhile');
  await page.sees(/Why the customer gets money back\nShop policy\nGesture of goodwill/);
  await page.sees(/Name in English\nMine\nTheirs/);
  await page.press('Save mine over it');
  await page.sees('Preset, changed');
  const [entry] = await stored(lab);
  expect(JSON.parse(entry?.[1] ?? '')).toMatchObject({version: 3, title: {en: 'Mine'}});
});

it('imports what another shop exported, and says what is wrong with what can’t be used', async () => {
  const lab = shop();
  const page = await open(lab);
  await page.sees('Recipes that staff can choose from');
  await page.press('Import a recipe');
  await page.type('import', '{');
  await page.press('Read it');
  await page.sees('This is no JSON.');
  await page.type('import', '{"format": 1, "handle": "x"}');
  await page.press('Read it');
  await page.sees('title: Fill this in.');
  await page.type(
    'import',
    JSON.stringify({...JSON.parse(recipeOf('shipping-only')), handle: 'from-elsewhere', version: 9}),
  );
  await page.press('Read it');
  expect(page.field('handle').properties['value']).toBe('from-elsewhere');
  await page.press('Save as version 1');
  await page.sees('Your own');
  expect((await stored(lab)).map(([handle]) => handle)).toEqual(['from-elsewhere']);
});

it('keeps limits that were typed, for the engine to hold', async () => {
  const lab = shop();
  const page = await open(lab);
  await page.sees('Recipes that staff can choose from');
  await page.press('Set-up');
  await page.sees('Store credit is switched on.');
  await page.type('limits.shop.goodwill.perRefund', 'much');
  expect(page.field('limits.shop.goodwill.perRefund').properties['error']).toMatch(/^Write an amount/);
  await page.type('limits.shop.goodwill.perRefund', '25,00');
  await page.press('Save the settings');
  await expect.poll(() => page.toasts).toEqual(['The settings are saved']);
  const query = `{ metaobjectByHandle(handle: {type: "$app:refund-settings", handle: "shop"}) { settings: field(key: "settings") { value } } }`;
  const {metaobjectByHandle} = (await ask(lab, query)) as {metaobjectByHandle: {settings: {value: string}}};
  expect(JSON.parse(metaobjectByHandle.settings.value)).toEqual({
    format: 1,
    limits: {shop: {goodwill: {perRefund: '25.00'}}, recipes: {}},
    approvalExpiresAfterDays: 7,
    rates: {},
  });
});

it('says where a request above a limit is released: there approval is asked for', async () => {
  const lab = shop();
  await ask(lab, SETTINGS, {value: JSON.stringify({format: 1, limits: {shop: {goodwill: {perRefund: '5.00'}}}})});
  const {orders} = (await ask(lab, '{orders(first: 1, query: "name:#1001") {nodes {id}}}')) as {
    orders: {nodes: [{id: string}]};
  };
  const [{id}] = orders.nodes;
  const value = JSON.stringify({recipe: 'goodwill-amount', choices: {amounts: {goodwill: '7.45'}}});
  await ask(lab, WRITE, {metafields: [{ownerId: id, namespace: 'refund_recipes', key: 'ask', type: 'json', value}]});
  await ask(lab, TAG, {id});
  const page = await open(lab);
  await page.sees('Recipes that staff can choose from');
  await page.press('Waiting');
  await page.sees('Release…');
  await page.press('Release… (#1001)');
  await page.sees('Carry this out?');
  await page.press('Refund €7.45 now');
  await page.sees('This goes beyond the shop');
  await page.sees('Release it with the action on the order');
  const query =
    'query ($id: ID!) {order(id: $id) {ask: metafield(namespace: "refund_recipes", key: "ask") {key} refunds {id}}}';
  expect(await ask(lab, query, {id})).toEqual({order: {ask: {key: 'ask'}, refunds: []}});
});

it('shows and takes a decimal comma in Dutch, in recipes and in the set-up', async () => {
  const lab = shop();
  const page = await open(lab, 'nl');
  await page.sees('Recepten waaruit');
  await page.press('Kopiëren: Artikelen terug min 15% verwerkingskosten');
  await page.type('parts[1].amount.value', '12,5');
  await page.press('Opslaan als versie 1');
  await page.sees('Van jullie zelf');
  const own = (await stored(lab)).find(([handle]) => handle.endsWith('-2'));
  expect(own?.[1]).toContain('"value":"12.5"');
  await page.press('Aanpassen: Artikelen terug min 15% verwerkingskosten (kopie)');
  expect(page.field('parts[1].amount.value').properties['value']).toBe('12,5');
  await page.press('Annuleren');
  await page.press('Inrichting');
  await page.sees('Limieten');
  await page.type('limits.shop.goodwill.perRefund', '25,50');
  await page.press('Instellingen opslaan');
  await expect.poll(() => page.toasts.length).toBe(2);
  await expect.poll(() => page.field('limits.shop.goodwill.perRefund').properties['value']).toBe('25,50');
});

it('says in words when Shopify refuses to answer, and tries again when told to', async () => {
  const lab = shop();
  lab.faults.add({kind: 'accessDenied', operation: 'HomeRecipes'});
  const page = await open(lab);
  await page.sees("You don't have the permission");
  await page.press('Try again');
  await page.sees('Recipes that staff can choose from');
  expect(page.text()).not.toContain("You don't have the permission");
});

it('waits by itself while Shopify is busy', async () => {
  const lab = shop();
  lab.faults.add({kind: 'throttled', operation: 'HomeRecipes'});
  const page = await open(lab);
  await page.sees('Reading recipes and settings…');
  await page.sees('Recipes that staff can choose from');
  expect(lab.log().map(({operation}) => operation)).toEqual(['HomeRecipes', 'HomeRecipes']);
});

function recipeOf(handle: string): string {
  return JSON.stringify(PRESETS.find((recipe) => recipe.handle === handle));
}

const SETTINGS = `mutation($value: String!) {
  metaobjectUpsert(
    handle: {type: "$app:refund-settings", handle: "shop"}
    metaobject: {fields: [{key: "settings", value: $value}]}
  ) {userErrors {message}}
}`;
const WRITE =
  'mutation($metafields: [MetafieldsSetInput!]!) {metafieldsSet(metafields: $metafields) {userErrors {message}}}';
const TAG = 'mutation ($id: ID!) {tagsAdd(id: $id, tags: ["Refund waiting"]) {userErrors {message}}}';
