/** The order block in a real Chromium, on the order page, beside the action that it opens. */
import type {Locator} from 'playwright-core';
import {afterEach, expect, it} from 'vitest';
import {seed} from '../../lab/seed/index.ts';
import {ask} from '../execution/lab-client.ts';
import {axe, describeInBrowser, openLab, openOrder, type OpenLab} from './browser.ts';
import {storeState, tabTo} from './store.ts';

const WORDS = {
  en: {
    block: 'Refunds',
    action: 'Refund with a recipe',
    actionHeading: 'Refund #1001',
    recipe: 'Recipe',
    label: 'Return label',
    typed: '7.45',
    refund: /^Refund €\s?14\.40$/,
    confirm: /^Refund €\s?14\.40\?$/,
    done: /^Refunded €\s?14\.40$/,
    guestDone: /^Refunded €\s?6\.95$/,
    stopped: 'Stopped on the way',
    close: 'Close',
    nothing: /€\s?0\.00/,
    total: /€\s?14\.40/,
    question: /^Did this happen\?/,
    holds: /It holds €\s?7\.45 now\./,
    arrived: 'It arrived',
    yes: 'Yes, it arrived',
    owed: /^€\s?7\.45 still to be paid outside Shopify$/,
    paid: 'Mark as paid',
    reference: 'Reference',
    date: 'Paid on',
    paidYes: /^€\s?7\.45 was paid$/,
    outside: 'Outside payment',
    unfinished: "A refund on this order isn't finished",
    resume: 'Finish this refund',
    resumeAsk: /^Finish it now\? Give €\s?7\.45 store credit/,
    resumeYes: 'Finish it',
    asked: 'A refund is asked for',
    why: 'Reason: Parcel lost',
    edit: 'Release or edit…',
    decline: 'Decline',
    reason: 'Why',
    declineYes: 'Decline it',
  },
  nl: {
    block: 'Terugbetalingen',
    action: 'Terugbetalen met een recept',
    actionHeading: '#1001 terugbetalen',
    recipe: 'Recept',
    label: 'Retourlabel',
    typed: '7,45',
    refund: /^€\s?14,40 terugbetalen$/,
    confirm: /^€\s?14,40 terugbetalen\?$/,
    done: /^€\s?14,40 terugbetaald$/,
    guestDone: /^€\s?6,95 terugbetaald$/,
    stopped: 'Onderweg gestopt',
    close: 'Sluiten',
    nothing: /€\s?0,00/,
    total: /€\s?14,40/,
    question: /^Is dit gebeurd\?/,
    holds: /Nu staat er €\s?7,45\./,
    arrived: 'Het is aangekomen',
    yes: 'Ja, het is aangekomen',
    owed: /^€\s?7,45 nog buiten Shopify te betalen$/,
    paid: 'Is betaald',
    reference: 'Kenmerk',
    date: 'Betaald op',
    paidYes: /^€\s?7,45 is betaald$/,
    outside: 'Betaling buiten Shopify',
    unfinished: 'Een terugbetaling op deze bestelling is niet af',
    resume: 'Deze terugbetaling afmaken',
    resumeAsk: /^Nu afmaken\? €\s?7,45 winkeltegoed geven/,
    resumeYes: 'Afmaken',
    asked: 'Er is een terugbetaling gevraagd',
    why: 'Reden: Parcel lost',
    edit: 'Vrijgeven of aanpassen…',
    decline: 'Afwijzen',
    reason: 'Waarom',
    declineYes: 'Afwijzen',
  },
} as const;

type Language = keyof typeof WORDS;

let shop: OpenLab;
afterEach(() => shop.close());

/** The order's page with its block. The shop's clock is behind, so that nobody waits for the two minutes. */
async function openBlock(language: Language, name = '#1001'): Promise<Locator> {
  shop = await openLab({seed, language});
  shop.lab.clock.set(new Date(Date.now() - 600_000));
  await openOrder(shop.page, name);
  const block = shop.page.getByRole('region', {name: WORDS[language].block, exact: true});
  await block.getByText(WORDS[language].nothing).first().waitFor();
  return block;
}

/** Shipping and a return label on an order, by the action that the block opens. */
async function refund(language: Language, block: Locator, ends: string | RegExp): Promise<void> {
  const words = WORDS[language];
  await block.getByRole('button', {name: words.action}).click();
  const dialog = shop.page.getByRole('dialog');
  await dialog.getByLabel(words.recipe, {exact: true}).selectOption('shipping-plus-label');
  await dialog.getByLabel(words.label).fill(words.typed);
  await dialog.getByRole('button', {name: words.refund}).click();
  await dialog.getByText(words.confirm).waitFor();
  await dialog.getByRole('button', {name: words.refund}).click();
  await dialog.getByText(ends).waitFor();
  await dialog.getByRole('button', {name: words.close}).last().click();
  await dialog.waitFor({state: 'hidden'});
}

/** What a workflow of a merchant writes. */
const REQUEST = {
  namespace: 'refund_recipes',
  key: 'ask',
  type: 'json',
  value: JSON.stringify({recipe: 'full-refund', reason: 'Parcel lost'}),
};
const WRITE =
  'mutation($metafields: [MetafieldsSetInput!]!) {metafieldsSet(metafields: $metafields) {userErrors {message}}}';

function orderId(url: string): string {
  return `gid://shopify/Order/${/orders\/(\d+)/.exec(url)?.[1] ?? ''}`;
}

describeInBrowser.each(['en', 'nl'] as const)('the order block (%s)', (language) => {
  const words = WORDS[language];

  it('opens the action and shows afterwards what was refunded, by destination and by component', async () => {
    const block = await openBlock(language);
    expect(await axe(shop.page)).toEqual([]);
    await refund(language, block, words.done);
    await block.getByText(words.total).first().waitFor();
    for (const text of ['4242', words.label]) await expect.poll(() => block.innerText()).toContain(text);
    expect(await axe(shop.page)).toEqual([]);
    expect(shop.problems).toEqual([]);
  });

  it('asks whether store credit arrived whose answer got lost, and takes a person’s word', async () => {
    const block = await openBlock(language);
    shop.lab.faults.add({kind: 'landsLate', field: 'storeCreditAccountCredit', answer: 'timeout'});
    await refund(language, block, words.stopped);
    shop.lab.faults.release();
    await shop.page.reload();
    await block.getByText(words.question).waitFor();
    await block.getByText(words.holds).waitFor();
    expect(await axe(shop.page)).toEqual([]);
    await block.getByRole('button', {name: words.arrived, exact: true}).click();
    expect(await axe(shop.page)).toEqual([]);
    await block.getByRole('button', {name: words.yes}).click();
    await block.getByText(words.total).first().waitFor();
    const state = await storeState(shop.lab, '#1001');
    expect([state.claim?.state, state.storeCredit]).toEqual(['done', [['7.45', 'EUR']]]);
    expect(shop.problems.filter((problem) => !/50\d|504/.test(problem))).toEqual([]);
  });

  it('finishes a refund that stopped, by keyboard alone, after asking once more', async () => {
    const block = await openBlock(language);
    shop.lab.faults.add({kind: 'accessDenied', field: 'storeCreditAccountCredit'});
    await refund(language, block, words.stopped);
    shop.lab.faults.clear();
    shop.lab.clock.advance(130_000);
    await block.getByText(words.unfinished).waitFor();
    expect(await axe(shop.page)).toEqual([]);
    await tabTo(shop.page, block.getByRole('button', {name: words.resume}));
    await shop.page.keyboard.press('Enter');
    await block.getByText(words.resumeAsk).waitFor();
    await tabTo(shop.page, block.getByRole('button', {name: words.resumeYes, exact: true}));
    await shop.page.keyboard.press('Enter');
    await block.getByText(words.total).first().waitFor();
    expect((await storeState(shop.lab, '#1001')).storeCredit).toEqual([['7.45', 'EUR']]);
    // The page around the block follows, without a reload.
    await shop.page
      .locator('.narrow')
      .getByText(/€\s?7[.,]45/)
      .first()
      .waitFor();
  });

  it('shows what Flow asks for, opens the action for it, and declines it with a reason', async () => {
    const block = await openBlock(language);
    await ask(shop.lab, WRITE, {metafields: [{...REQUEST, ownerId: orderId(shop.page.url())}]});
    await shop.page.reload();
    await block.getByText(words.asked).waitFor();
    await block.getByText(words.why).waitFor();
    expect(await axe(shop.page)).toEqual([]);
    await block.getByRole('button', {name: words.edit}).click();
    const dialog = shop.page.getByRole('dialog');
    await dialog.getByText(words.asked).first().waitFor();
    await shop.page.keyboard.press('Escape');
    await dialog.waitFor({state: 'hidden'});
    await block.getByRole('button', {name: words.decline, exact: true}).click();
    await block.getByLabel(words.reason).fill('It was found');
    expect(await axe(shop.page)).toEqual([]);
    await block.getByRole('button', {name: words.declineYes, exact: true}).click();
    await block.getByText(words.asked).waitFor({state: 'detached'});
    expect((await storeState(shop.lab, '#1001')).refunds).toEqual([]);
    expect(shop.problems).toEqual([]);
  });

  it('marks an outside payment to a guest as paid, with reference and day', async () => {
    const block = await openBlock(language, '#1002');
    await refund(language, block, words.guestDone);
    await block.getByText(words.owed).waitFor();
    expect(await axe(shop.page)).toEqual([]);
    await block.getByRole('button', {name: words.paid, exact: true}).click();
    await block.getByLabel(words.reference).fill('NL-2026-118');
    await block.getByLabel(words.date).fill('2026-11-20');
    expect(await axe(shop.page)).toEqual([]);
    await block.getByRole('button', {name: words.paidYes}).click();
    await block.getByText(words.outside).waitFor();
    await block.getByText(words.total).first().waitFor();
    expect(shop.problems).toEqual([]);
  });
});
