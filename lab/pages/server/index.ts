/** Serves the lab's pages, the built extensions, and what the pages read. */
import {readFileSync} from 'node:fs';
import type {IncomingMessage, ServerResponse} from 'node:http';
import type {Lab} from '../../admin-api/lab.ts';
import {SHELL, type Asset, type Assets} from './assets.ts';
import {bundleFile, labConfig} from './config.ts';
import {readAsOwner} from './owner.ts';

export interface PagesOptions {
  lab: Lab;
  assets: Assets;
  /** The folder with the extensions; their bundles are read from disk at each request, so a rebuild shows on reload. */
  extensionsRoot: string;
}

/** Answers every request that is not the Admin API's. */
export async function servePages(
  request: IncomingMessage,
  response: ServerResponse,
  options: PagesOptions,
): Promise<void> {
  const {pathname} = new URL(request.url ?? '/', 'http://lab');
  if (request.method === 'POST') return serveAction(pathname, request, response, options.lab);
  const asset = options.assets.get(pathname) ?? extensionBundle(pathname, options.extensionsRoot);
  if (asset) return send(response, 200, asset);
  if (pathname === '/lab/config.json') {
    return sendJson(response, 200, labConfig(shopName(options.lab), options.extensionsRoot));
  }
  if (pathname.startsWith('/lab/') || pathname === '/favicon.ico')
    return sendJson(response, 404, {error: `Nothing at ${pathname}`});
  send(response, 200, SHELL);
}

function extensionBundle(pathname: string, root: string): Asset | null {
  if (!pathname.startsWith('/lab/extensions/')) return null;
  const file = bundleFile(root, pathname);
  return file === null ? null : {type: 'text/javascript; charset=utf-8', body: readFileSync(file, 'utf8')};
}

async function serveAction(
  pathname: string,
  request: IncomingMessage,
  response: ServerResponse,
  lab: Lab,
): Promise<void> {
  const body = JSON.parse((await bodyOf(request)) || '{}') as {query?: string; variables?: Record<string, unknown>};
  if (pathname === '/lab/pages/graphql') {
    return sendJson(response, 200, readAsOwner(lab, body.query ?? '', body.variables));
  }
  sendJson(response, 404, {error: `Nothing at ${pathname}`});
}

function shopName(lab: Lab): string {
  const {data} = readAsOwner(lab, '{ shop { name } }');
  return (data?.['shop'] as {name: string} | undefined)?.name ?? '';
}

/** A request's body as text. */
async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function send(response: ServerResponse, status: number, {type, body}: Asset): void {
  response.writeHead(status, {'content-type': type, 'cache-control': 'no-store'});
  response.end(body);
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  send(response, status, {type: 'application/json; charset=utf-8', body: JSON.stringify(value)});
}
