import {afterEach, expect, it} from 'vitest';
import {seed} from '../../lab/seed/index.ts';
import {axe, describeInBrowser, openLab, openOrder, type OpenLab} from './browser.ts';
import {storeState, tabTo} from './store.ts';

const WORKFLOW = 'Refund shipping plus return-label credit (C)';

/** What a person reads, in both languages: written out here, so that a lost word is found. */
const WORDS = {
  en: {
    on: 'On',
    more: /^More actions/,
    automation: 'Run Flow automation',
    noneOn: 'No workflow that is on starts by hand on an order.',
    completed: 'Completed',
    asked: 'A refund is asked for',
    release: 'Release or edit…',
    refund: /^Refund €\s?14\.40$/,
    sure: /can't be undone/,
    done: /Refunded €\s?14\.40/,
    damaged: /damaged\.flow: /,
    import: 'Import a .flow file…',
  },
  nl: {
    on: 'Aan',
    more: /^Meer acties/,
    automation: 'Flow-automatisering uitvoeren',
    noneOn: 'Geen workflow die aan staat is met de hand op een bestelling te starten.',
    completed: 'Klaar',
    asked: 'Er is een terugbetaling gevraagd',
    release: 'Vrijgeven of aanpassen…',
    refund: /^€\s?14,40 terugbetalen$/,
    sure: /niet ongedaan/,
    done: /€\s?14,40 terugbetaald/,
    damaged: /damaged\.flow: /,
    import: '.flow-bestand importeren…',
  },
} as const;

let shop: OpenLab;
afterEach(() => shop.close());

describeInBrowser.each(['en', 'nl'] as const)('Flow (%s)', (language) => {
  const words = WORDS[language];

  it('asks for a refund that a person started on an order, and somebody releases', async () => {
    shop = await openLab({language, seed});
    const {page} = shop;
    await page.goto('/flow');
    await page.getByRole('link', {name: WORKFLOW, exact: true}).waitFor();
    expect(await axe(page)).toEqual([]);
    await tabTo(page, page.getByRole('switch', {name: WORKFLOW, exact: true}));
    await page.keyboard.press('Space');
    await page.getByRole('switch', {name: WORKFLOW, exact: true, checked: true}).waitFor();

    await openOrder(page, '#1001');
    await page.getByRole('button', {name: words.more}).click();
    await page.getByRole('menuitem', {name: words.automation}).click();
    await page.getByRole('dialog').getByRole('button', {name: WORKFLOW}).click();
    await page.getByText(words.completed, {exact: true}).waitFor();
    await page.getByRole('heading', {level: 1, name: '#1001'}).waitFor();
    expect(await axe(page)).toEqual([]);
    expect(await storeState(shop.lab, '#1001')).toMatchObject({refunds: [], storeCredit: []});

    await openOrder(page, '#1001');
    await page.getByText(words.asked).first().waitFor();
    await page.getByRole('button', {name: words.release}).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', {name: words.refund}).click();
    await dialog.getByText(words.sure).waitFor();
    await dialog.getByRole('button', {name: words.refund}).click();
    await dialog.getByText(words.done).first().waitFor();
    expect(await storeState(shop.lab, '#1001')).toMatchObject({
      refunds: [['SUCCESS', '6.95', 'EUR']],
      storeCredit: [['7.45', 'EUR']],
    });
    expect(shop.problems).toEqual([]);
  });

  it('says that nothing starts by hand while nothing is on, and refuses a damaged file', async () => {
    shop = await openLab({language, seed});
    const {page} = shop;
    await openOrder(page, '#1001');
    await page.getByRole('button', {name: words.more}).click();
    await page.getByRole('menuitem', {name: words.automation}).click();
    await page.getByRole('dialog').getByText(words.noneOn).waitFor();
    await page.keyboard.press('Escape');

    await page.goto('/flow');
    await page.getByRole('button', {name: words.import}).waitFor();
    const before = await page.getByRole('switch').count();
    await page
      .locator('input[type=file]')
      .setInputFiles({name: 'damaged.flow', mimeType: 'text/plain', buffer: Buffer.from('0123:{"root":')});
    await page.getByText(words.damaged).waitFor();
    expect(await page.getByRole('switch').count()).toBe(before);
  });

  it('shows each step of a workflow that it draws, by keyboard', async () => {
    shop = await openLab({language, seed});
    const {page} = shop;
    await page.goto('/flow');
    await page.getByRole('link', {name: WORKFLOW, exact: true}).click();
    const step = page.getByRole('button', {name: /Put the request together/});
    await tabTo(page, step);
    await page.keyboard.press('Enter');
    await page.getByText('shopify::flow::run_code 0.1').waitFor();
    expect(await page.locator('pre').allInnerTexts()).toEqual(
      expect.arrayContaining([expect.stringContaining('returnLabel')]),
    );
    expect(await axe(page)).toEqual([]);
  });
});
