import {afterEach, expect, it} from 'vitest';
import {addTags, email, flowText} from '../../lab/flow/fixture.ts';
import {seed} from '../../lab/seed/index.ts';
import {axe, describeInBrowser, openLab, openOrder, type OpenLab} from './browser.ts';
import {addTag, mutationsAsked, storeState, tabTo} from './store.ts';

const WORKFLOW = 'Refund shipping plus return-label credit (C)';
const GIFT_CARD = 'Goodwill gift card for tagged orders (A)';

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
    damaged: /damaged\.flow: This is no \.flow file: it does not begin with 64 hex digits/,
    changed: 'The file was changed after its export',
    sentTwice: 'Added the tag seen. It was sent 2 times: Flow did not hear the answer.',
    import: 'Import a .flow file…',
    delivery: 'One event is delivered',
    lose: 'Lose its answer once',
    lost: 'In each run from now on, the first answer of “Tag it” gets lost.',
    run: 'Run it now',
    again: 'Trying again',
    moveThere: 'Move the clock there',
    close: 'Close',
    save: 'Save',
    saved: 'Saved. The next run uses them.',
    runSchedule: 'Run the schedule now',
    ran: 'It has run.',
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
    damaged: /damaged\.flow: Dit is geen \.flow-bestand: het begint niet met 64 hexadecimale cijfers/,
    changed: 'Het bestand is na de export veranderd',
    sentTwice: 'Tag seen toegevoegd. Het is 2 keer verstuurd: Flow hoorde het antwoord niet.',
    import: '.flow-bestand importeren…',
    delivery: 'Een gebeurtenis wordt bezorgd',
    lose: 'Antwoord één keer kwijtraken',
    lost: 'Vanaf nu raakt in elke run het eerste antwoord van ‘Tag it’ weg.',
    run: 'Nu draaien',
    again: 'Probeert opnieuw',
    moveThere: 'Klok daarheen zetten',
    close: 'Sluiten',
    save: 'Opslaan',
    saved: 'Opgeslagen. De volgende run gebruikt ze.',
    runSchedule: 'Het schema nu draaien',
    ran: 'Gedraaid.',
  },
} as const;

/** What a foreign file may call things: shown as it is, never carried out. */
const SCRIPT = '<img src=x onerror="window.carriedOut = true">';
const FOREIGN = flowText({
  name: `${SCRIPT} (C)`,
  steps: [
    {...addTags('tag', 'seen', ['mail']), words: 'Tag it'},
    {...email('mail', `${SCRIPT} {{ order.name }}`), words: `<script>window.carriedOut = true</script>`},
  ],
});
const fileOf = (name: string, text: string) => ({name, mimeType: 'text/plain', buffer: Buffer.from(text)});

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
    await page.getByRole('switch').first().waitFor();
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
    await page.keyboard.press('Tab');
    await expect.poll(() => page.locator(':focus').allInnerTexts()).toEqual([words.lose]);
    await page.keyboard.press('Escape');
    await page.getByText('shopify::flow::run_code 0.1').waitFor({state: 'detached'});
    await expect.poll(() => step.evaluate((box) => box === document.activeElement)).toBe(true);
  });

  it('pays nothing as a dry run, and pays once its constant was changed, by keyboard', async () => {
    shop = await openLab({language, seed});
    const {page, lab, flow} = shop;
    const workflow = flow.workflows().find(({name}) => name === GIFT_CARD);
    await flow.setOn(workflow?.id ?? '', true);
    const open = async (): Promise<void> => {
      await page.goto(`/flow/workflows/${workflow?.id}`);
      await tabTo(page, page.getByRole('button', {name: /Plan the refund and its claim/}));
      await page.keyboard.press('Enter');
      await page.getByRole('combobox', {name: /^DRY_RUN/}).waitFor();
    };
    const saveAndRun = async (): Promise<void> => {
      await tabTo(page, page.getByRole('button', {name: words.save, exact: true}));
      await page.keyboard.press('Enter');
      await page.getByText(words.saved, {exact: true}).waitFor();
      expect(await page.locator(':focus').innerText()).toBe(words.save);
      await page.getByRole('button', {name: words.runSchedule}).click();
      await page.getByText(words.ran, {exact: true}).waitFor();
    };
    await addTag(lab, '#1001', 'Goodwill gift card');
    await open();
    expect(await axe(page)).toEqual([]);
    await tabTo(page, page.getByRole('textbox', {name: /^SECRET/}));
    await page.keyboard.type('twenty characters and more');
    await saveAndRun();
    expect(mutationsAsked(lab)).not.toContain('giftCardCreate');

    // The dry run took the tag off.
    await addTag(lab, '#1001', 'Goodwill gift card');
    await open();
    await tabTo(page, page.getByRole('combobox', {name: /^DRY_RUN/}));
    await page.keyboard.press('ArrowDown');
    await saveAndRun();
    expect(mutationsAsked(lab).filter((name) => name === 'giftCardCreate')).toEqual(['giftCardCreate']);
    expect(shop.problems).toEqual([]);
  });

  it('delivers an event twice and loses an answer where a person asks for it, and goes on when the clock moves', async () => {
    shop = await openLab({language, seed});
    const {page, lab, flow} = shop;
    await page.goto('/flow');
    await page.getByLabel(words.delivery).selectOption('twice');
    await expect.poll(() => flow.switches().delivery).toBe('twice');
    await page.locator('input[type=file]').setInputFiles(fileOf('foreign.flow', FOREIGN));
    await page.getByRole('switch', {name: `${SCRIPT} (C)`}).click();
    await page.getByRole('switch', {name: `${SCRIPT} (C)`, checked: true}).waitFor();
    await page.getByRole('link', {name: `${SCRIPT} (C)`}).click();
    await page.getByRole('button', {name: 'Tag it'}).click();
    await page.getByRole('button', {name: words.lose}).click();
    await page.getByText(words.lost, {exact: true}).waitFor();
    await page.getByRole('button', {name: words.close, exact: true}).click();
    await page.getByRole('button', {name: words.run}).click();
    const runs = page.getByRole('table').getByRole('link');
    await runs.nth(1).waitFor();
    expect(await runs.count()).toBe(2);
    expect(flow.outbox()).toEqual([]);

    await runs.first().click();
    // The page before this one says it too, once for each run.
    await runs.first().waitFor({state: 'detached'});
    await page.getByText(words.again, {exact: true}).waitFor();
    expect(await axe(page)).toEqual([]);
    await tabTo(page, page.getByRole('button', {name: words.moveThere}));
    await page.keyboard.press('Enter');
    await page.getByText(words.completed, {exact: true}).waitFor();
    await page.getByText(words.sentTwice, {exact: true}).waitFor();
    await expect.poll(() => flow.outbox().length).toBe(2);
    const sent = lab.log().filter(({fields}) => fields.includes('tagsAdd'));
    expect(sent).toHaveLength(4);
    expect(shop.problems).toEqual([]);
  });

  it('shows on a narrow screen what a foreign file holds as text, and says until it is closed why one is refused', async () => {
    shop = await openLab({language, seed, width: 400});
    const {page} = shop;
    await page.goto('/flow');
    await page.getByRole('button', {name: words.import}).waitFor();
    const changed = FOREIGN.replace('seen', 'Seen');
    await page.locator('input[type=file]').setInputFiles(fileOf(`${SCRIPT}.flow`, changed));
    await page.getByText(words.changed).waitFor();
    expect(await page.getByRole('link', {name: SCRIPT}).count()).toBe(0);
    await page.getByRole('button', {name: words.close, exact: true}).click();
    await page.getByText(words.changed).waitFor({state: 'detached'});

    await page.locator('input[type=file]').setInputFiles(fileOf('foreign.flow', FOREIGN));
    await page.getByRole('link', {name: `${SCRIPT} (C)`}).waitFor();
    expect(await axe(page)).toEqual([]);
    const tooWide = () => page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    const toggle = await page.getByRole('switch').last().boundingBox();
    expect(Math.ceil((toggle?.x ?? 400) + (toggle?.width ?? 0))).toBeLessThanOrEqual(370);
    expect(await tooWide()).toBe(false);
    await page.getByRole('link', {name: `${SCRIPT} (C)`}).click();
    await page.getByRole('button', {name: /<script>/}).click();
    await page.getByText('shopify::flow::send_email 0.1').waitFor();
    expect(await tooWide()).toBe(false);
    expect(await page.evaluate(() => 'carriedOut' in window)).toBe(false);
    expect(await axe(page)).toEqual([]);
  });
});
