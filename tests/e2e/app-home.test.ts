import {afterEach, expect, it} from 'vitest';
import {seed} from '../../lab/seed/index.ts';
import {ask} from '../execution/lab-client.ts';
import {axe, describeInBrowser, openAction, openLab, openOrder, type OpenLab} from './browser.ts';
import {addTag, orderIdOf, storeState, tabTo} from './store.ts';

/** What a person reads, in both languages: written out here, so that a lost word is found. */
const WORDS = {
  en: {
    title: 'Refund Recipes',
    copy: 'Copy Refund shipping plus return-label credit',
    name: 'Name in English',
    nameHere: 'Name in English',
    number: 'Order number',
    find: 'Find',
    tried: 'On order #1001',
    label: 'Return label, as staff would type it',
    typed: '7.45',
    total: /€\s?14\.40/,
    save: 'Save as version 1',
    own: 'Your own',
    waiting: 'Waiting',
    nothing: 'Nothing waits. Well done.',
    setup: 'Set-up',
    setupSays: 'Store credit is switched on.',
    add: 'Add',
    releaseAll: 'Release all 2 requests…',
    confirm: 'Refund all 2 now',
    done: 'Done: 2 of 2',
    action: 'Refund with a recipe',
    recipe: 'Recipe',
  },
  nl: {
    title: 'Refund Recipes',
    copy: 'Kopiëren: Verzendkosten terug plus tegoed voor het retourlabel',
    name: 'Naam in het Engels',
    nameHere: 'Naam in het Nederlands',
    number: 'Bestelnummer',
    find: 'Zoeken',
    tried: 'Op bestelling #1001',
    label: 'Retourlabel, zoals een medewerker het zou invullen',
    typed: '7,45',
    total: /€\s?14,40/,
    save: 'Opslaan als versie 1',
    own: 'Van jullie zelf',
    waiting: 'Wachtend',
    nothing: 'Er wacht niets. Mooi werk.',
    setup: 'Inrichting',
    setupSays: 'Winkeltegoed staat aan.',
    add: 'Toevoegen',
    releaseAll: 'Alle 2 verzoeken vrijgeven…',
    confirm: 'Alle 2 nu terugbetalen',
    done: 'Klaar: 2 van 2',
    action: 'Terugbetalen met een recept',
    recipe: 'Recept',
  },
} as const;

let shop: OpenLab;
afterEach(() => shop.close());

/** What a Flow workflow leaves on an order: an ask, and the tag. */
async function flowAsks(order: string, handle: string, amounts: Record<string, string>): Promise<void> {
  const request = {recipe: handle, choices: {amounts}, reason: 'Late parcel'};
  await ask(shop.lab, 'mutation ($m: [MetafieldsSetInput!]!) {metafieldsSet(metafields: $m) {userErrors {message}}}', {
    m: [
      {
        ownerId: await orderIdOf(shop.lab, order),
        namespace: 'refund_recipes',
        key: 'ask',
        type: 'json',
        value: JSON.stringify(request),
      },
    ],
  });
  await addTag(shop.lab, order, 'Refund waiting');
}

describeInBrowser.each(['en', 'nl'] as const)('App Home (%s)', (language) => {
  const words = WORDS[language];

  async function open() {
    shop = await openLab({seed, language});
    await shop.page.goto('/app');
    await shop.page.getByRole('heading', {level: 1, name: words.title}).waitFor();
    return shop.page;
  }

  it('copies a preset, tries it on #1001, saves it, and the order action offers it', async () => {
    const page = await open();
    await page.getByRole('button', {name: words.copy}).click();
    await page.getByLabel(words.name).fill('Late parcel');
    await page.getByLabel(words.nameHere).fill('Late parcel');
    await page.getByLabel(words.number).fill('1001');
    await page.getByRole('button', {name: words.find}).click();
    await page.getByText(words.tried).waitFor();
    await page.getByLabel(words.label).fill(words.typed);
    await page.getByText(words.total).first().waitFor();
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', {name: words.save}).click();
    await page.getByText(words.own, {exact: true}).waitFor();
    expect(await axe(page)).toEqual([]);

    await openOrder(page, '#1001');
    await openAction(page, words.action);
    const dialog = page.getByRole('dialog');
    const select = dialog.getByLabel(words.recipe, {exact: true});
    await select.waitFor();
    await select.selectOption('shipping-plus-label-2');
    expect(await select.locator('option:checked').textContent()).toContain('Late parcel');
    expect((await storeState(shop.lab, '#1001')).refunds).toEqual([]);
    expect(shop.problems).toEqual([]);
  });

  it('releases what Flow asked for on two orders, one after another', async () => {
    const page = await open();
    await page.getByRole('button', {name: words.waiting}).click();
    await page.getByText(words.nothing).waitFor();
    expect(await axe(page)).toEqual([]);
    await flowAsks('#1001', 'shipping-plus-label', {returnLabel: '7.45'});
    await flowAsks('#1003', 'shipping-only', {});
    await page.reload();
    await page.getByRole('button', {name: words.waiting}).click();
    const all = page.getByRole('button', {name: words.releaseAll});
    await all.waitFor();
    expect(await axe(page)).toEqual([]);
    await all.click();
    const confirm = page.getByRole('button', {name: words.confirm});
    await confirm.waitFor();
    await page.getByText(words.total).waitFor();
    expect((await storeState(shop.lab, '#1001')).refunds).toEqual([]);
    expect(await axe(page)).toEqual([]);
    await confirm.click();
    await page.getByText(words.done).waitFor();
    expect(await axe(page)).toEqual([]);
    expect(await storeState(shop.lab, '#1001')).toMatchObject({
      refunds: [['SUCCESS', '6.95', 'EUR']],
      storeCredit: [['7.45', 'EUR']],
      claim: {state: 'done'},
    });
    expect((await storeState(shop.lab, '#1003')).claim).toMatchObject({state: 'done'});
    expect(shop.problems).toEqual([]);
  });

  it('reaches the set-up by keyboard alone', async () => {
    const page = await open();
    const tab = page.getByRole('button', {name: words.setup});
    await tab.waitFor();
    await tabTo(page, tab);
    await page.keyboard.press('Enter');
    await page.getByText(words.setupSays).waitFor();
    expect(await axe(page)).toEqual([]);
    // Beside a field with its label above it: as high as a button is, not as both together.
    const add = await page.getByRole('button', {name: words.add, exact: true}).boundingBox();
    expect(add?.height).toBeLessThan(45);
    expect(shop.problems).toEqual([]);
  });
});
