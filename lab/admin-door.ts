/** The Admin API's door: a staff member's token and the app's scopes, then `lab.handle`. */
import {readFileSync} from 'node:fs';
import type {IncomingMessage, ServerResponse} from 'node:http';
import {parse} from 'smol-toml';
import {LabNetworkError} from './admin-api/faults.ts';
import type {Lab} from './admin-api/lab.ts';
import {bodyOf} from './pages/server/index.ts';
import {STAFF} from './staff.ts';

const ADMIN_PATH = /^\/admin\/api\/([\w-]+)\/graphql\.json$/;

/** The scopes in an app's config: `scopes = "write_orders,…"`. */
export function scopesOf(appToml: string): string[] {
  const {access_scopes: access} = parse(readFileSync(appToml, 'utf8')) as {access_scopes?: {scopes?: string}};
  return (access?.scopes ?? '')
    .split(',')
    .map((scope) => scope.trim())
    .filter((scope) => scope !== '');
}

/** The API version that a path asks for, or null where it is not the Admin API's path. */
export function adminVersion(pathname: string): string | null {
  return ADMIN_PATH.exec(pathname)?.[1] ?? null;
}

/** Answers as Shopify does; without a known token 401, and where a fault cuts the network the socket closes. */
export async function serveAdmin(
  request: IncomingMessage,
  response: ServerResponse,
  version: string,
  {lab, scopes}: {lab: Lab; scopes: readonly string[]},
): Promise<void> {
  const staff = STAFF.find(({token}) => token === request.headers['x-shopify-access-token']);
  if (!staff) {
    return sendJson(response, 401, {
      errors: '[API] Invalid API key or access token (unrecognized login or wrong password)',
    });
  }
  const {
    query = '',
    variables,
    operationName,
  } = JSON.parse(await bodyOf(request)) as {
    query?: string;
    variables?: Record<string, unknown>;
    operationName?: string;
  };
  try {
    const answer = await lab.handle({
      version,
      query,
      scopes,
      staff,
      ...(variables ? {variables} : {}),
      ...(operationName ? {operationName} : {}),
    });
    sendJson(response, answer.status, answer.body);
  } catch (error) {
    if (!(error instanceof LabNetworkError)) throw error;
    request.socket.destroy();
  }
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, {'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store'});
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}
