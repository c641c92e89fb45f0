/** The lab's host in a real browser: what an extension gets, what the page lets through, and how it feels. */
import {fileURLToPath} from 'node:url';
import {afterAll, afterEach, beforeAll, beforeEach, expect, it} from 'vitest';
import {axe, describeInBrowser, openAction, openLab, openOrder, type OpenLab} from './browser.ts';

const extensionsRoot = fileURLToPath(new URL('./host-extensions', import.meta.url));

describeInBrowser('the lab’s host', () => {
  let lab: OpenLab;

  beforeAll(async () => {
    lab = await openLab({extensionsRoot});
  });
  afterAll(() => lab.close());
  beforeEach(async () => {
    await openOrder(lab.page, '#1001');
    await openAction(lab.page, 'Try the host');
    await lab.page.getByRole('heading', {name: 'Try #1001'}).waitFor();
  });
  afterEach(() => {
    lab.problems.length = 0;
  });

  const heard = () => lab.page.locator('s-banner');

  it('serves the query, the words with their plural, and the fallback language', async () => {
    await lab.page.getByText('1 line of #1001').waitFor();
    await lab.page.getByText('English stands in €1,234.50').waitFor();
    expect(lab.problems).toEqual([]);
  });

  it('sends input while typing and change when the value is committed', async () => {
    const field = lab.page.getByLabel('Amount');
    await field.fill('');
    await field.pressSequentially('12');
    await field.press('Tab');
    await expect.poll(() => heard().textContent()).toContain('input: input:1 input:12 change:12');
  });

  it('ties the error to the field that it is about', async () => {
    const field = lab.page.getByLabel('Amount');
    await field.fill('99');
    // The frame around the control shows the focus; the control itself adds no second ring.
    expect(await field.evaluate((input) => getComputedStyle(input).outlineStyle)).toBe('none');
    await field.press('Tab');
    await expect.poll(() => field.getAttribute('aria-invalid')).toBe('true');
    await expect.poll(() => field.getAttribute('aria-describedby')).toBe('error details');
  });

  it('gives selects, checkboxes and choices their own state, by keyboard', async () => {
    const {page} = lab;
    await page.getByLabel('Recipe', {exact: true}).selectOption('b');
    await page.getByLabel('Agreed').focus();
    await page.keyboard.press('Space');
    await page.getByRole('radio', {name: 'Change of mind'}).focus();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => heard().textContent()).toContain('change:b change:true change:defect');
    await page.getByRole('radio', {name: 'Defect', checked: true}).waitFor();
  });

  it('steps a number with the arrow keys and stops at its bounds', async () => {
    const field = lab.page.getByRole('spinbutton', {name: 'Quantity'});
    await field.focus();
    for (let press = 0; press < 3; press += 1) await lab.page.keyboard.press('ArrowUp');
    await expect.poll(() => field.inputValue()).toBe('2');
    await expect.poll(() => heard().textContent()).toContain('change:2 change:2');
  });

  it('says who is signed in, keeps what the extension stores, and refuses other addresses', async () => {
    const {page} = lab;
    await page.getByRole('button', {name: 'Who am I'}).click();
    await page.getByText('101', {exact: true}).waitFor();
    await page.getByRole('button', {name: 'Remember'}).click();
    await page.getByText('label', {exact: true}).waitFor();
    await page.getByRole('button', {name: 'Call out'}).click();
    await page.getByText('The lab refuses https://example.com/').waitFor();
    expect(lab.problems).toEqual([]);
  });

  it('refuses an element that the target does not have', async () => {
    await lab.page.getByRole('button', {name: 'Forbidden'}).click();
    await lab.page.getByText(/s-page/).waitFor();
    expect(await lab.page.getByRole('heading', {name: 'No', exact: true}).count()).toBe(0);
  });

  it('closes when the extension says so, and not by accident while it is busy', async () => {
    const {page} = lab;
    await page.getByRole('button', {name: 'Work'}).click();
    await page.getByText('The action is busy.').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('alertdialog').waitFor();
    await page.getByRole('button', {name: 'Stay'}).click();
    expect(await page.getByRole('dialog').isVisible()).toBe(true);
    await page.getByRole('button', {name: 'Done'}).click();
    await page.getByRole('dialog').waitFor({state: 'detached'});
    // The click that closed it never got its answer; a field that had the focus lost it. Nothing of that is an error.
    expect(lab.problems).toEqual([]);
  });

  it('keeps the focus inside the modal and gives it back', async () => {
    const {page} = lab;
    for (let press = 0; press < 24; press += 1) {
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.closest('dialog, body')?.localName)).toMatch(
        /dialog|body/,
      );
    }
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({state: 'detached'});
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('More actions');
  });

  it('notes each call with its cost, and shows variables and answer', async () => {
    const {page} = lab;
    await page.getByRole('button', {name: 'Done'}).click();
    await page.getByRole('button', {name: 'API calls'}).click();
    const call = page.locator('.call').last();
    await call.locator('summary').click();
    const texts = ['HostTry', 'gid://shopify/Order/1001', /asked \d+ · charged \d+/];
    for (const text of texts) await expect.poll(() => call.textContent()).toMatch(text);
  });

  it('has nothing that axe objects to', async () => {
    expect(await axe(lab.page)).toEqual([]);
    await lab.page.getByRole('button', {name: 'Done'}).click();
    expect(await axe(lab.page)).toEqual([]);
    await lab.page.goto('/');
    await lab.page.getByRole('link', {name: '#1001', exact: true}).waitFor();
    expect(await axe(lab.page)).toEqual([]);
  });
});

describeInBrowser('the lab’s pages', () => {
  let lab: OpenLab;

  beforeAll(async () => {
    lab = await openLab({extensionsRoot, language: 'nl'});
  });
  afterAll(() => lab.close());

  it('offers an action only where should-render says so', async () => {
    await openOrder(lab.page, '#1002');
    await lab.page.getByRole('button', {name: /Meer acties/}).click();
    // Beside what extensions offer, Flow always stands there.
    await expect
      .poll(() => lab.page.getByRole('menuitem').allTextContents())
      .toEqual(['Flow-automatisering uitvoeren']);
  });

  it('speaks Dutch, amounts and extension included', async () => {
    await openOrder(lab.page, '#1001');
    await lab.page.getByText('Totaal van de bestelling').waitFor();
    await lab.page.getByText('€ 56,95').first().waitFor();
    await openAction(lab.page, 'Probeer de host');
    await lab.page.getByText('1 regel van #1001').waitFor();
    await lab.page.getByText('English stands in € 1.234,50').waitFor();
    expect(await lab.page.evaluate(() => document.documentElement.lang)).toBe('nl');
  });

  it('says what a refund was made of', async () => {
    await openOrder(lab.page, '#1011');
    const parts = lab.page.locator('.timeline .out .parts');
    await parts.waitFor();
    expect(await parts.locator('dt').allTextContents()).toEqual([
      '1 × Stoneware mok Zilt · terug in de voorraad',
      'Verzendkosten',
    ]);
    expect((await parts.locator('dd').allTextContents()).map((text) => text.replace('\u00a0', ' '))).toEqual([
      '€ 12,50',
      '€ 2,50',
    ]);
  });

  it('finds orders by state and by currency', async () => {
    await lab.page.goto('/');
    const find = lab.page.getByRole('searchbox');
    const found = () => lab.page.locator('.orders tbody a').allTextContents();
    await find.fill('betwist');
    await expect.poll(found).toEqual(['#1017']);
    await find.fill('kwd');
    await expect.poll(found).toEqual(['#1010']);
  });

  it('asks before it puts the shop back, and does it', async () => {
    const {page} = lab;
    await page.goto('/');
    const row = page.getByRole('link', {name: '#1001', exact: true});
    await row.waitFor();
    const question = page.getByRole('alertdialog', {name: 'Winkel terugzetten'});
    await page.getByRole('button', {name: 'Winkel terugzetten'}).click();
    await question.waitFor();
    expect(await axe(page)).toEqual([]);
    await question.getByRole('button', {name: 'Annuleren'}).click();
    await question.waitFor({state: 'hidden'});
    await page.getByRole('button', {name: 'Winkel terugzetten'}).click();
    await question.getByRole('button', {name: 'Winkel terugzetten'}).click();
    await page.getByText('De winkel is weer zoals in het begin.').waitFor();
    await row.waitFor();
  });

  it('says plainly that an order is not there', async () => {
    await lab.page.goto('/orders/999999');
    await lab.page.getByText('Deze bestelling bestaat niet.').waitFor();
    expect(await lab.page.getByRole('button', {name: /Meer acties/}).count()).toBe(0);
  });
});
