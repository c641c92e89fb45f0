import {afterEach, expect, it} from 'vitest';
import {seed} from '../../lab/seed/index.ts';
import {ask} from '../execution/lab-client.ts';
import {axe, describeInBrowser, openAction, openLab, openOrder, type OpenLab} from './browser.ts';

const WORDS = {
  en: {
    action: 'Refund with a recipe',
    recipe: 'Recipe',
    amount: 'Goodwill',
    refund: /^Refund €\s?7\.45$/,
    confirm: /^Refund €\s?7\.45\?$/,
    above: /^Above the limit: €\s?7\.45, at most €\s?5\.00 in one refund\.$/,
    heading: 'Someone else has to approve this',
    why: 'Why',
    ask: 'Ask for approval',
    asked: 'Approval asked for',
    close: 'Close',
    waits: /^€\s?7\.45 waits for approval$/,
    own: /You asked for this yourself/,
  },
  nl: {
    action: 'Terugbetalen met een recept',
    recipe: 'Recept',
    amount: 'Coulance',
    refund: /^€\s?7,45 terugbetalen$/,
    confirm: /^€\s?7,45 terugbetalen\?$/,
    above: /^Boven de limiet: €\s?7,45/,
    heading: 'Iemand anders moet dit goedkeuren',
    why: 'Waarom',
    ask: 'Goedkeuring vragen',
    asked: 'Goedkeuring gevraagd',
    close: 'Sluiten',
    waits: /^€\s?7,45 wacht op goedkeuring$/,
    own: /Je hebt hier zelf om gevraagd/,
  },
} as const;

let shop: OpenLab;
afterEach(() => shop.close());

describeInBrowser.each(['en', 'nl'] as const)('a refund above a limit (%s)', (language) => {
  const words = WORDS[language];

  it('is asked for, and nothing moves; whoever asked sees it first and can’t approve it', async () => {
    shop = await openLab({seed, language});
    const {page, lab} = shop;
    const settings = {format: 1, limits: {shop: {goodwill: {perRefund: '5.00'}}}};
    await ask(lab, SETTINGS, {value: JSON.stringify(settings)});
    await openOrder(page, '#1001');
    await openAction(page, words.action);
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(words.recipe, {exact: true}).selectOption('goodwill-amount');
    await dialog.getByRole('textbox', {name: words.amount}).fill(language === 'nl' ? '7,45' : '7.45');
    await dialog.getByText(words.above).waitFor();
    expect(await axe(page)).toEqual([]);
    await dialog.getByRole('button', {name: words.refund}).click();
    await dialog.getByText(words.confirm).waitFor();
    await dialog.getByRole('button', {name: words.refund}).click();
    await dialog.getByText(words.heading, {exact: true}).waitFor();
    await dialog.getByLabel(words.why).fill('Late twice');
    expect(await axe(page)).toEqual([]);
    await dialog.getByRole('button', {name: words.ask}).click();
    await dialog.getByText(words.asked, {exact: true}).waitFor();
    expect(await axe(page)).toEqual([]);
    await dialog.getByRole('button', {name: words.close}).last().click();
    await dialog.waitFor({state: 'hidden'});
    await openAction(page, words.action);
    await dialog.getByText(words.waits).waitFor();
    await dialog.getByText(words.own).waitFor();
    expect(await axe(page)).toEqual([]);
    expect(shop.problems).toEqual([]);
  });
});

const SETTINGS = `mutation($value: String!) {
  metaobjectUpsert(
    handle: {type: "$app:refund-settings", handle: "shop"}
    metaobject: {fields: [{key: "settings", value: $value}]}
  ) {userErrors {message}}
}`;
