/** `npm run -s screenshots`: the pictures in docs/, taken from the local Shopify with the bundles that ship. */
import {join} from 'node:path';
import {chromium, type Page} from 'playwright-core';
import {startLab, type RunningLab} from '../lab/index.ts';
import {seed} from '../lab/seed/index.ts';
import {buildExtensions} from './build/index.ts';
import {findChromium} from './chromium.ts';
import versions from '../graphql/versions.json' with {type: 'json'};
import {byHand, handSteps, TAG} from './pictures/by-hand.ts';
import {byHandPage} from './pictures/by-hand-page.ts';

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

const READY = 'Refund shipping plus return-label credit (C)';

/** The workflow that docs/flow.md builds by hand, step by step, and what it leaves on an order that it ran on. */
async function queueByHand(page: Page, {lab, flow}: RunningLab): Promise<void> {
  const {id} = flow.import(byHand(), 'by-hand.flow');
  await flow.setOn(id, true);
  const tag = `mutation {tagsAdd(id: "gid://shopify/Order/1001", tags: ["${TAG}"]) {userErrors {message}}}`;
  await lab.handle({version: versions.extensions, query: tag});
  await flow.start(id, {order: '#1001'});
  // Tall, so that the drawer at the foot covers nothing.
  await page.setViewportSize({width: 1200, height: 1600});
  await page.getByRole('link', {name: '#1001'}).click();
  await page.getByText('A refund is asked for').first().waitFor();
  const result = await page.locator('s-admin-block s-banner').first().screenshot();
  await page.setContent(byHandPage(handSteps(), result));
  await page.locator('main').screenshot({path: join(docs, 'queue-by-hand.png')});
}

/** What a ready workflow did on #1001, step by step. */
async function flowRun(page: Page): Promise<void> {
  await page.getByRole('switch', {name: READY, exact: true}).click();
  await page.getByRole('switch', {name: READY, exact: true, checked: true}).waitFor();
  await page.getByRole('link', {name: READY, exact: true}).click();
  await page.getByRole('button', {name: 'Run it now'}).click();
  await page.getByRole('table').getByRole('link').click();
  await page.reload();
  await page.getByRole('heading', {name: 'Step by step'}).waitFor();
  await page.screenshot({path: join(docs, 'flow-run.png'), fullPage: true});
}

const executablePath = findChromium();
if (executablePath === null) {
  console.error('No Chromium was found. Install one or set CHROMIUM to its path.');
  process.exit(1);
}
await buildExtensions();
const browser = await chromium.launch({executablePath, args: ['--no-sandbox']});

/** Opens a page of a fresh local Shopify, and lets `take` take its pictures. */
async function picture(path: string, take: (page: Page, lab: RunningLab) => Promise<void>): Promise<void> {
  const lab = await startLab({seed});
  const page = await browser.newPage({viewport: {width: 1200, height: 860}, reducedMotion: 'reduce'});
  await page.goto(`${lab.url}${path}`);
  await take(page, lab);
  await page.close();
  await lab.close();
}

try {
  for (const wanted of PICTURES) {
    await picture(`/?lang=${wanted.language}`, async (page) => {
      await openRefund(page, wanted);
      await page.screenshot({path: join(docs, wanted.file)});
    });
  }
  await picture('/?lang=en', queueByHand);
  await picture('/flow?lang=en', flowRun);
} finally {
  await browser.close();
}
