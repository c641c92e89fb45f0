import type {Locator} from 'playwright-core';
import {afterEach, expect, it} from 'vitest';
import {seed} from '../../lab/seed/index.ts';
import {axe, describeInBrowser, openAction, openLab, openOrder, type OpenLab} from './browser.ts';
import {mutationsAsked, storeState, tabTo} from './store.ts';

/** What a person reads, in both languages: written out here, so that a lost word is found. */
const WORDS = {
  en: {
    more: /^More actions/,
    action: 'Refund with a recipe',
    heading: 'Refund #1001',
    recipe: 'Recipe',
    label: 'Return label',
    shipping: 'Original shipping',
    typed: '7.45',
    off: 'Refund',
    refund: /^Refund €\s?14\.40$/,
    confirm: /^Refund €\s?14\.40\?$/,
    done: /^Refunded €\s?14\.40$/,
    close: 'Close',
    amounts: [/€\s?6\.95/, /€\s?7\.45/, /€\s?14\.40/],
    credit: 'Store credit',
    tooPrecise: 'EUR has 2 decimals: write no more than that',
    negative: 'Write an amount of zero or more',
    notANumber: 'Write an amount in digits, for example 7.45',
    tooMuch: /^At most €\s?6\.95: write that or less$/,
  },
  nl: {
    more: /^Meer acties/,
    action: 'Terugbetalen met een recept',
    heading: '#1001 terugbetalen',
    recipe: 'Recept',
    label: 'Retourlabel',
    shipping: 'Verzendkosten',
    typed: '7,45',
    off: 'Terugbetalen',
    refund: /^€\s?14,40 terugbetalen$/,
    confirm: /^€\s?14,40 terugbetalen\?$/,
    done: /^€\s?14,40 terugbetaald$/,
    close: 'Sluiten',
    amounts: [/€\s?6,95/, /€\s?7,45/, /€\s?14,40/],
    credit: 'Winkeltegoed',
    tooPrecise: 'EUR heeft 2 decimalen: schrijf er niet meer',
    negative: 'Schrijf een bedrag van nul of meer',
    notANumber: 'Schrijf een bedrag in cijfers, bijvoorbeeld 7,45',
    tooMuch: /^Hoogstens €\s?6,95: schrijf dat of minder$/,
  },
} as const;

/** #1001: EUR, 2 × 25.00, shipping 6.95, paid by card; the customer has no store credit yet. */
const BEFORE = {status: 'PAID', refunds: [], storeCredit: [], claim: null};
const AFTER = {
  status: 'PARTIALLY_REFUNDED',
  refunds: [['SUCCESS', '6.95', 'EUR']],
  storeCredit: [['7.45', 'EUR']],
  claim: {
    state: 'done',
    calls: [
      ['refundCreate', 'done'],
      ['storeCreditAccountCredit', 'done'],
    ],
  },
};

let shop: OpenLab;
afterEach(() => shop.close());

/** Opens the action on #1001 by mouse. */
async function openRefund(language: keyof typeof WORDS): Promise<Locator> {
  shop = await openLab({seed, language});
  const words = WORDS[language];
  await openOrder(shop.page, '#1001');
  await openAction(shop.page, words.action);
  const dialog = shop.page.getByRole('dialog');
  await dialog.getByRole('heading', {name: words.heading}).waitFor();
  await dialog.getByLabel(words.label).waitFor();
  return dialog;
}

async function expectDone(language: keyof typeof WORDS): Promise<void> {
  expect(await storeState(shop.lab, '#1001')).toEqual(AFTER);
  expect(
    mutationsAsked(shop.lab).filter((name) => name === 'refundCreate' || name === 'storeCreditAccountCredit'),
  ).toEqual(['refundCreate', 'storeCreditAccountCredit']);
  await shop.page.getByRole('dialog').getByRole('button', {name: WORDS[language].close}).last().click();
  await shop.page.getByRole('dialog').waitFor({state: 'hidden'});
  expect(shop.problems).toEqual([]);
}

describeInBrowser.each(['en', 'nl'] as const)('refund shipping plus return-label credit on #1001 (%s)', (language) => {
  const words = WORDS[language];

  it('by mouse, with nothing for axe to find on any screen', async () => {
    const dialog = await openRefund(language);
    expect(await storeState(shop.lab, '#1001')).toEqual(BEFORE);
    await dialog.getByLabel(words.recipe, {exact: true}).selectOption('shipping-plus-label');
    await dialog.getByLabel(words.label).fill(words.typed);
    const refund = dialog.getByRole('button', {name: words.refund});
    await refund.waitFor();
    const text = await dialog.innerText();
    for (const amount of words.amounts) expect(text).toMatch(amount);
    expect(text).toContain('4242');
    expect(text).toContain(words.credit);
    expect(await axe(shop.page)).toEqual([]);

    await refund.click();
    await dialog.getByText(words.confirm).waitFor();
    expect(mutationsAsked(shop.lab)).toEqual([]);
    expect(await axe(shop.page)).toEqual([]);

    await dialog.getByRole('button', {name: words.refund}).click();
    await dialog.getByText(words.done).waitFor();
    expect(await axe(shop.page)).toEqual([]);
    await expectDone(language);
  });

  it('by keyboard alone', async () => {
    shop = await openLab({seed, language});
    const {page} = shop;
    const {keyboard} = page;
    await page.goto('/');
    const link = page.getByRole('link', {name: '#1001'});
    await link.waitFor();
    await tabTo(page, link);
    await keyboard.press('Enter');

    const more = page.getByRole('button', {name: words.more});
    await more.and(page.locator(':enabled')).waitFor();
    await tabTo(page, more);
    await keyboard.press('Enter');
    await page.getByRole('menuitem', {name: words.action}).waitFor();
    await keyboard.press('Enter');

    const dialog = page.getByRole('dialog');
    const label = dialog.getByLabel(words.label);
    await label.waitFor();
    await tabTo(page, label);
    await keyboard.type(words.typed);
    const refund = dialog.getByRole('button', {name: words.refund});
    await refund.waitFor();
    await tabTo(page, refund);
    await keyboard.press('Enter');

    await dialog.getByText(words.confirm).waitFor();
    // The button is on but turns a moment, so that the second half of a double press confirms nothing unseen.
    const confirm = dialog.getByRole('button', {name: words.refund}).and(page.locator(':enabled:not([aria-disabled])'));
    await confirm.waitFor();
    await tabTo(page, confirm);
    await keyboard.press('Enter');
    await dialog.getByText(words.done).waitFor();
    await expectDone(language);
  });

  it.each([
    ['label', '7.455', 'tooPrecise'],
    ['label', '-1', 'negative'],
    ['label', 'seven', 'notANumber'],
    ['shipping', '9.00', 'tooMuch'],
  ] as const)(
    'bad input: %s %s is explained, and nothing can be pressed or is carried out',
    async (field, typed, fault) => {
      const dialog = await openRefund(language);
      await dialog.getByLabel(words.label).fill(words.typed);
      await dialog.getByLabel(words[field]).fill(typed);
      await dialog.getByText(words[fault]).first().waitFor();
      await dialog.getByRole('button', {name: words.refund}).waitFor({state: 'detached'});
      await dialog.getByRole('button', {name: words.off, exact: true, disabled: true}).waitFor();
      expect(await axe(shop.page)).toEqual([]);
      expect(mutationsAsked(shop.lab)).toEqual([]);
      expect(await storeState(shop.lab, '#1001')).toEqual(BEFORE);
    },
  );
});

describeInBrowser('on a phone', () => {
  /** How many pixels of what is to be pressed or filled in lie beyond the page's right edge. */
  const beyond = (): Promise<number> =>
    shop.page.evaluate(() => {
      const all = (root: Document | ShadowRoot): Element[] =>
        [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? all(one.shadowRoot) : [])]);
      const edges = all(document)
        .filter((one) => one.matches('input, select, textarea, button'))
        .map((one) => one.getBoundingClientRect().right);
      return Math.max(0, ...edges.map((edge) => edge - window.innerWidth));
    });

  it('nothing of the action and of the set-up sticks out', async () => {
    shop = await openLab({seed, language: 'nl', width: 400});
    await openOrder(shop.page, '#1005');
    await openAction(shop.page, WORDS.nl.action);
    const dialog = shop.page.getByRole('dialog');
    await dialog.getByLabel(WORDS.nl.recipe, {exact: true}).selectOption('full-refund');
    await dialog.getByLabel(/^Voorraad van Schaal Wad/).waitFor();
    expect(await beyond()).toBe(0);
    await shop.page.goto('/app');
    await shop.page.getByRole('button', {name: 'Inrichting'}).click();
    await shop.page.getByLabel('Datum (CHF)').waitFor();
    expect(await beyond()).toBe(0);
  });
});
