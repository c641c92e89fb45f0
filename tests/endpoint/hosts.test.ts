/** The function where it runs: behind Node's own server, and bundled as a host without Node runs it. */
import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {request as httpRequest} from 'node:http';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {build} from 'esbuild';
import {afterEach, describe, expect, it, vi} from 'vitest';
import {labFetch} from '../../lab/admin-api/fetch.ts';
import {serve} from '../../lab/admin-api/http.ts';
import {appScopes} from '../../lab/index.ts';
import {startEndpoint} from '../../scripts/endpoint/server.ts';
import {bodyOf, call, functionOnLab, labelCall, requestOf, SHOP, signatureOf} from './shop.ts';
import type {Answered, FunctionOnLab} from './shop.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const LABEL = {card: '6.95', credit: '7.45', refunds: 1};
const closing: (() => unknown)[] = [];

afterEach(async () => {
  vi.unstubAllGlobals();
  for (const close of closing.splice(0).toReversed()) await close();
});

const variablesOf = ({lab}: FunctionOnLab) => ({
  SHOPIFY_SHOP: SHOP,
  SHOPIFY_CLIENT_ID: lab.settings.app.clientId,
  SHOPIFY_CLIENT_SECRET: lab.settings.app.secret,
});

/** The function on Node and the lab, each behind a port of its own. */
async function onNode(shop: FunctionOnLab) {
  const shopify = await serve(shop.lab, 0, {tokens: {}, appScopes: appScopes()});
  closing.push(() => shopify.server.close());
  const variables = {...variablesOf(shop), PORT: '0', SHOPIFY_ADMIN_ORIGIN: `http://127.0.0.1:${shopify.port}`};
  const {port, server} = await startEndpoint(variables, (line) => shop.lines.push(line));
  closing.push(
    () => server.closeAllConnections(),
    () => server.close(),
  );
  return `http://127.0.0.1:${port}`;
}

describe('on Node', () => {
  it('a signed call over HTTP refunds, and again is answered the same', async () => {
    const shop = await functionOnLab();
    const url = await onNode(shop);
    const body = bodyOf(labelCall(shop));
    const headers = Object.fromEntries(requestOf(body, shop.lab.settings.app.secret).headers);
    const send = async () => {
      const response = await fetch(`${url}/actions`, {method: 'POST', headers, body});
      return {status: response.status, body: (await response.json()) as Answered['body']};
    };
    const first = await send();
    expect(first).toMatchObject({status: 200, body: {return_value: {state: 'DONE', total: '14.40'}}});
    expect(await send()).toEqual(first);
    expect(await shop.money()).toEqual(LABEL);
    expect(shop.lines).toHaveLength(2);
  });

  it('a forged call, a body without end and a page moves nothing', async () => {
    const shop = await functionOnLab();
    const url = await onNode(shop);
    const body = bodyOf(labelCall(shop));
    const headers = {'Content-Type': 'application/json', 'X-Shopify-Hmac-Sha256': signatureOf(body, 'another secret')};
    expect((await fetch(`${url}/actions`, {method: 'POST', headers, body})).status).toBe(401);
    expect(await endless(`${url}/actions`)).toBe(413);
    const page = await fetch(url);
    expect([page.status, await page.text()]).toEqual([
      200,
      'This function carries out the Flow actions of Refund Recipes. There is nothing to see here.\n',
    ]);
    expect(await shop.money()).toEqual({card: '0.0', credit: '0.0', refunds: 0});
  });

  it('the start command names every variable that is missing, and starts nothing', () => {
    const env = {PATH: process.env['PATH'] ?? '', SHOPIFY_SHOP: 'your-shop'};
    const {status, stderr, stdout} = spawnSync(process.execPath, ['scripts/endpoint.ts'], {
      cwd: ROOT,
      env,
      encoding: 'utf8',
    });
    expect(stderr.trim().split('\n')).toEqual([
      'SHOPIFY_SHOP: "your-shop" can\'t be used. Write the shop as your-shop.myshopify.com.',
      'SHOPIFY_CLIENT_ID: is missing. Copy it from the app’s settings.',
      'SHOPIFY_CLIENT_SECRET: is missing. Copy it from the app’s settings.',
    ]);
    expect([status, stdout]).toEqual([2, '']);
  });

  it('refuses a port that is none', async () => {
    const shop = await functionOnLab();
    await expect(startEndpoint({...variablesOf(shop), PORT: '99999'}, () => undefined)).rejects.toThrow(
      'PORT: "99999" can\'t be used. Write a number up to 65535.',
    );
  });
});

/** Sends for as long as it is let. @returns the status of the answer */
function endless(url: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const piece = Buffer.alloc(64 * 1024, ' ');
    const sending = httpRequest(url, {method: 'POST', headers: {'Content-Type': 'application/json'}});
    let isOver = false;
    sending.on('response', (response) => {
      isOver = true;
      response.resume();
      resolve(response.statusCode);
      sending.destroy();
    });
    sending.on('error', (error) => {
      if (!isOver) reject(error);
    });
    const more = (): void => {
      if (!isOver) sending.write(piece, more);
    };
    more();
  });
}

interface Worker {
  readonly default: {
    fetch(request: Request, bindings: object, context: object): Promise<Response>;
  };
}

/** The entry for hosts without Node, bundled as they take it. */
async function bundled(): Promise<{worker: Worker; text: string}> {
  const folder = mkdtempSync(join(tmpdir(), 'worker-'));
  closing.push(() => rmSync(folder, {recursive: true, force: true}));
  const outfile = join(folder, 'worker.mjs');
  await build({
    entryPoints: [join(ROOT, 'src', 'endpoint', 'worker.ts')],
    outfile,
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
    logLevel: 'silent',
  });
  return {worker: (await import(pathToFileURL(outfile).href)) as Worker, text: readFileSync(outfile, 'utf8')};
}

describe('on a host without Node', () => {
  it('the bundle holds nothing of Node or npm, and carries out an action', async () => {
    const shop = await functionOnLab();
    const {worker, text} = await bundled();
    expect(text).not.toMatch(/\bfrom\s*"|\brequire\(|node:|process\./);
    expect(Buffer.byteLength(text)).toBeLessThan(200_000);
    vi.stubGlobal('fetch', labFetch(shop.lab, shop.office));
    vi.stubGlobal('console', {...console, log: (line: string) => shop.lines.push(line)});
    const waited: Promise<unknown>[] = [];
    const context = {waitUntil: (work: Promise<unknown>) => waited.push(work)};
    const bindings = variablesOf(shop);
    const endpoint = (request: Request) => worker.default.fetch(request, bindings, context);
    const answer = await call({endpoint, lab: shop.lab}, labelCall(shop));
    expect(answer).toMatchObject({status: 200, body: {return_value: {total: '14.40'}}});
    expect(await shop.money()).toEqual(LABEL);
    expect(shop.lines).toHaveLength(1);
    expect(waited).toEqual([]);
  });

  it('that is not set up says so, and names what is missing in its log only', async () => {
    const shop = await functionOnLab();
    const {worker} = await bundled();
    const errors: string[] = [];
    vi.stubGlobal('console', {...console, error: (line: string) => errors.push(line)});
    const endpoint = (request: Request) => worker.default.fetch(request, {SHOPIFY_SHOP: SHOP}, {});
    const answer = await call({endpoint, lab: shop.lab}, labelCall(shop));
    expect(answer).toMatchObject({status: 500, body: {message: 'This function is not set up yet: its log says why.'}});
    expect(errors).toEqual([
      'SHOPIFY_CLIENT_ID: is missing. Copy it from the app’s settings.',
      'SHOPIFY_CLIENT_SECRET: is missing. Copy it from the app’s settings.',
    ]);
  });
});
