/**
 * The browser suite's helpers: a lab of its own per test file, a page in a real Chromium, axe.
 * Where no Chromium is found the suites are skipped, and one line says so; with CI=true that is a failure.
 */
import {AxeBuilder} from '@axe-core/playwright';
import {chromium, type Browser, type Page} from 'playwright-core';
import {afterAll, describe} from 'vitest';
import {startLab, type RunningLab, type StartOptions} from '../../lab/index.ts';
import {buildAssets, type Assets} from '../../lab/pages/server/assets.ts';
import {buildExtensions, EXTENSIONS_ROOT} from '../../scripts/build/index.ts';
import {findChromium} from '../../scripts/chromium.ts';

const executable = findChromium();

if (executable === null) {
  const line = 'No Chromium was found: the browser tests are left out. Install one or set CHROMIUM to its path.';
  if (process.env['CI'] === 'true') throw new Error(line);
  process.stderr.write(`${line}\n`);
}

/** `describe`, left out where there is no Chromium. */
export const describeInBrowser = executable === null ? describe.skip : describe;

export interface OpenLab extends RunningLab {
  page: Page;
  /** Errors that the page or a worker threw, in words; a good test ends with none. */
  problems: string[];
}

export interface OpenOptions extends StartOptions {
  language?: 'en' | 'nl';
  width?: number;
}

let browser: Promise<Browser> | undefined;
let assets: Promise<Assets> | undefined;
const built = new Map<string, Promise<unknown>>();

/** One Chromium and one build for all labs of a test file. */
afterAll(async () => {
  await (await browser)?.close();
});

function build(root: string): Promise<unknown> {
  const building = built.get(root) ?? buildExtensions(root);
  built.set(root, building);
  return building;
}

/** Builds the extensions, starts a lab in memory on a free port and opens a page. Close it with `close()`. */
export async function openLab({language = 'en', width = 1280, ...options}: OpenOptions = {}): Promise<OpenLab> {
  browser ??= chromium.launch({executablePath: executable ?? '', args: ['--no-sandbox']});
  assets ??= buildAssets();
  await build(options.extensionsRoot ?? EXTENSIONS_ROOT);
  const running = await startLab({...options, assets: await assets});
  const context = await (
    await browser
  ).newContext({
    viewport: {width, height: 900},
    locale: language === 'nl' ? 'nl-NL' : 'en-GB',
    baseURL: running.url,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  // Generous: on a busy machine a click can take seconds.
  page.setDefaultTimeout(30_000);
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  return {
    ...running,
    page,
    problems,
    close: async () => {
      await context.close();
      await running.close();
    },
  };
}

/** Opens an order's page by its name, `#1001`. */
export async function openOrder(page: Page, name: string): Promise<void> {
  await page.goto('/');
  await page.getByRole('link', {name, exact: true}).click();
  await page.getByRole('heading', {level: 1, name}).waitFor();
}

/** Opens the named action from *More actions* (in either language) and waits for its modal. */
export async function openAction(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', {name: /^(More actions|Meer acties)/}).click();
  await page.getByRole('menuitem', {name}).click();
  await page.getByRole('dialog').waitFor();
}

/** What axe finds, one line a finding: rule, impact, where. Empty is good. */
export async function axe(page: Page): Promise<string[]> {
  const {violations} = await new AxeBuilder({page}).analyze();
  return violations.flatMap(({id, impact, nodes}) =>
    nodes.map((node) => `${id} (${impact ?? ''}): ${node.target.join(' ')}`),
  );
}
