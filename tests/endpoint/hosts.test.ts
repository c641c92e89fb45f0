/** The function where it runs: behind Node's own server, and bundled as a host without Node runs it. */
import {spawn, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {createServer, request as httpRequest} from 'node:http';
import type {IncomingMessage, RequestListener, ServerResponse} from 'node:http';
import {connect} from 'node:net';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {text} from 'node:stream/consumers';
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

/** A server of this machine. @returns its address */
async function listening(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  closing.push(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** The lab behind a port; requests that hold `words` wait until `open` is called, and `reached` says that one does. */
async function heldAt(words: string, shop: FunctionOnLab) {
  const gate = Promise.withResolvers<void>();
  const arrival = Promise.withResolvers<void>();
  const lab = labFetch(shop.lab, shop.office);
  const pass = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await text(incoming);
    if (body.includes(words)) {
      arrival.resolve();
      await gate.promise;
    }
    const headers = Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]);
    const url = `https://${SHOP}${incoming.url ?? ''}`;
    const answer = await lab(url, {
      method: 'POST',
      headers: Object.fromEntries(headers) as Record<string, string>,
      body,
    });
    response.writeHead(answer.status).end(await answer.text());
  };
  const url = await listening((incoming, response) => void pass(incoming, response));
  return {url, reached: arrival.promise, open: () => gate.resolve()};
}

/** What comes back for a request line as somebody types it. */
function typed(url: string, line: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let heard = '';
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.on('data', (data) => {
      heard += data.toString();
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(heard));
    socket.write(`${line} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
  });
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

  it.each(['GET http://[', 'GET //[', 'POST http://[', 'TRACE /actions', 'TRACK /actions'])(
    '%s ends neither the function nor anybody else’s call',
    async (line) => {
      const shop = await functionOnLab();
      const url = await onNode(shop);
      expect(await typed(url, line)).toMatch(/^HTTP\/1\.1 400 /);
      expect((await fetch(url)).status).toBe(200);
    },
  );

  it.each(['/', '/actions/', '/action', '/actions/actions2'])(
    'a call that went astray to %s is not found: 200 would be a refund to Flow',
    async (path) => {
      const shop = await functionOnLab();
      const url = await onNode(shop);
      const body = bodyOf(labelCall(shop));
      const headers = Object.fromEntries(requestOf(body, shop.lab.settings.app.secret).headers);
      expect((await fetch(`${url}${path}`, {method: 'POST', headers, body})).status).toBe(404);
      expect(await shop.money()).toEqual({card: '0.0', credit: '0.0', refunds: 0});
    },
  );

  it('takes secret and token nowhere else, also where it is sent on', async () => {
    const shop = await functionOnLab();
    const taken: (string | undefined)[] = [];
    const elsewhere = await listening((request, response) => {
      taken.push(request.url);
      response.end('{"access_token": "theirs", "expires_in": 86399}');
    });
    const moved = await listening((_request, response) => {
      response.writeHead(307, {location: `${elsewhere}/taken`}).end();
    });
    const variables = {...variablesOf(shop), PORT: '0', SHOPIFY_ADMIN_ORIGIN: moved};
    const {port, server} = await startEndpoint(variables, () => undefined);
    closing.push(() => server.close());
    const body = bodyOf(labelCall(shop));
    const headers = Object.fromEntries(requestOf(body, shop.lab.settings.app.secret).headers);
    const answer = await fetch(`http://127.0.0.1:${port}/actions`, {method: 'POST', headers, body});
    expect([answer.status, (await answer.json()) as unknown]).toMatchObject([403, {code: 'noToken'}]);
    expect(taken).toEqual([]);
  });

  it('told to end, it lets a refund come to its end, also when nobody waits for the answer any more', async () => {
    const shop = await functionOnLab();
    const shopify = await heldAt('mutation StoreCreditAccountCredit(', shop);
    const variables = {...variablesOf(shop), PORT: '0', SHOPIFY_ADMIN_ORIGIN: shopify.url};
    const {port, finish} = await startEndpoint(variables, () => undefined);
    const url = `http://127.0.0.1:${port}`;
    const body = bodyOf(labelCall(shop));
    const headers = Object.fromEntries(requestOf(body, shop.lab.settings.app.secret).headers);
    const leaves = new AbortController();
    const left = fetch(`${url}/actions`, {method: 'POST', headers, body, signal: leaves.signal}).catch(() => 'left');
    await shopify.reached;
    leaves.abort();
    expect(await left).toBe('left');
    const finished = finish();
    await expect(fetch(url)).rejects.toThrow('fetch failed');
    expect((await shop.money()).credit).toBe('0.0');
    shopify.open();
    await finished;
    expect(await shop.money()).toEqual(LABEL);
  });

  it.each([
    ['nothing', ''],
    [
      'half a call',
      'POST /actions HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{',
    ],
  ])('told to end, it waits for nobody who has sent %s', async (_what, sent) => {
    const shop = await functionOnLab();
    const {port, server, finish} = await startEndpoint({...variablesOf(shop), PORT: '0'}, () => undefined);
    closing.push(() => server.closeAllConnections());
    const arrived = once(server, sent === '' ? 'connection' : 'request');
    const socket = connect(port, '127.0.0.1', () => socket.write(sent));
    socket.on('error', () => undefined);
    closing.push(() => socket.destroy());
    await arrived;
    await finish();
    expect(server.listening).toBe(false);
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

  it('the start command ends in peace when its host tells it to', async () => {
    const shop = await functionOnLab();
    const env = {PATH: process.env['PATH'] ?? '', ...variablesOf(shop), PORT: '0'};
    const started = spawn(process.execPath, ['scripts/endpoint.ts'], {cwd: ROOT, env});
    const [line] = (await once(started.stdout, 'data')) as [Buffer];
    expect(line.toString()).toMatch(/^Flow's actions are answered at http:\/\/localhost:\d+\/actions\./);
    started.kill('SIGTERM');
    expect(await once(started, 'exit')).toEqual([0, null]);
  });

  it('says that a port is taken', async () => {
    const shop = await functionOnLab();
    const {port, server} = await startEndpoint({...variablesOf(shop), PORT: '0'}, () => undefined);
    closing.push(() => server.close());
    await expect(startEndpoint({...variablesOf(shop), PORT: String(port)}, () => undefined)).rejects.toThrow(
      `PORT: ${port} is taken. Choose another: PORT=${port + 1}.`,
    );
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
async function bundled(): Promise<{worker: Worker; source: string}> {
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
  return {worker: (await import(pathToFileURL(outfile).href)) as Worker, source: readFileSync(outfile, 'utf8')};
}

describe('on a host without Node', () => {
  it('the bundle holds nothing of Node or npm, and carries out an action', async () => {
    const shop = await functionOnLab();
    const {worker, source} = await bundled();
    expect(source).not.toMatch(/\bfrom\s*"|\brequire\(|node:|process\./);
    expect(Buffer.byteLength(source)).toBeLessThan(200_000);
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
    // From the start: a host ends what nobody waits for when whoever called hangs up.
    expect(waited).toHaveLength(1);
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
