/** `npm run -s screenshots`: the pictures in docs/, taken from the local Shopify with the bundles that ship. */
import {join} from 'node:path';
import {chromium, type Page} from 'playwright-core';
import {startLab} from '../lab/index.ts';
import {seed} from '../lab/seed/index.ts';
import {buildExtensions} from './build/index.ts';
import {findChromium} from './chromium.ts';

const docs = join(import.meta.dirname, '..', 'docs');
const PICTURES = [
  {language: 'en', label: 'Return label', typed: '7.45', total: /^Refund €\s?14\.40$/, file: 'refund-action.png'},
  {
    language: 'nl',
    label: 'Retourlabel',
    typed: '7,45',
    total: /^€\s?14,40 terugbetalen$/,
    file: 'refund-action.nl.png',
  },
] as const;

/** The action on #1001 with a label of 7.45, ready to be pressed. */
async function openRefund(page: Page, {label, typed, total}: (typeof PICTURES)[number]): Promise<void> {
  await page.getByRole('link', {name: '#1001'}).click();
  await page.getByRole('button', {name: /^(More actions|Meer acties)/}).click();
  await page.getByRole('menuitem').first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(label).fill(typed);
  await dialog.getByRole('button', {name: total}).waitFor();
  await dialog.getByRole('button', {name: total}).hover();
}

const executablePath = findChromium();
if (executablePath === null) {
  console.error('No Chromium was found. Install one or set CHROMIUM to its path.');
  process.exit(1);
}
await buildExtensions();
const browser = await chromium.launch({executablePath, args: ['--no-sandbox']});
try {
  for (const picture of PICTURES) {
    const lab = await startLab({seed});
    const page = await browser.newPage({viewport: {width: 1200, height: 860}, reducedMotion: 'reduce'});
    await page.goto(`${lab.url}/?lang=${picture.language}`);
    await openRefund(page, picture);
    await page.screenshot({path: join(docs, picture.file)});
    await page.close();
    await lab.close();
    console.log(`docs/${picture.file}`);
  }
} finally {
  await browser.close();
}
