import {afterEach, expect, it} from 'vitest';
import {seed} from '../../lab/seed/index.ts';
import {axe, describeInBrowser, openLab, openOrder, type OpenLab} from './browser.ts';
import {tabTo} from './store.ts';

const WORKFLOW = 'Refund request for tagged orders (C)';

const WORDS = {
  en: {
    add: 'Add a tag',
    remove: 'Take the tag “Refund waiting” off',
    run: 'Run the schedule now',
    ran: 'It has run.',
    asked: 'A refund is asked for',
  },
  nl: {
    add: 'Tag toevoegen',
    remove: 'Tag ‘Refund waiting’ weghalen',
    run: 'Het schema nu draaien',
    ran: 'Gedraaid.',
    asked: 'Er is een terugbetaling gevraagd',
  },
} as const;

let shop: OpenLab;
afterEach(() => shop.close());

describeInBrowser.each(['en', 'nl'] as const)('an order’s tags (%s)', (language) => {
  const words = WORDS[language];

  it('start a workflow that looks for them, and are taken off, by keyboard on a narrow screen', async () => {
    shop = await openLab({language, seed, width: 400});
    const {page, flow} = shop;
    const workflow = flow.workflows().find(({name}) => name === WORKFLOW);
    await flow.setOn(workflow?.id ?? '', true);

    await openOrder(page, '#1004');
    await tabTo(page, page.getByLabel(words.add));
    await page.keyboard.type('Refund please');
    await page.keyboard.press('Enter');
    await page.getByText('Refund please', {exact: true}).waitFor();
    await expect.poll(() => page.getByLabel(words.add).inputValue()).toBe('');
    expect(await axe(page)).toEqual([]);

    await page.goto(`/flow/workflows/${workflow?.id}`);
    await page.getByRole('button', {name: words.run}).click();
    await page.getByText(words.ran, {exact: true}).waitFor();

    await openOrder(page, '#1004');
    await page.getByText(words.asked).first().waitFor();
    await tabTo(page, page.getByRole('button', {name: words.remove}));
    await page.keyboard.press('Enter');
    await page.getByText('Refund waiting', {exact: true}).waitFor({state: 'detached'});
    expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);
    expect(shop.problems).toEqual([]);
  });

  it('keep what was typed where it can’t be set, and say why', async () => {
    shop = await openLab({language, seed});
    const {page} = shop;
    await openOrder(page, '#1004');
    await page.route('**/lab/pages/graphql', (route) => route.fulfill({json: {errors: [{message: 'Not today'}]}}));
    await page.getByLabel(words.add).fill('late');
    await page.keyboard.press('Enter');
    await page.getByText('Not today').first().waitFor();
    expect(await page.getByLabel(words.add).inputValue()).toBe('late');
  });
});
