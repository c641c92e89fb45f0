/**
 * The lab behind a port: `POST /admin/api/{version}/graphql.json` and `POST /admin/oauth/access_token` as Shopify has them, and
 * `/lab/api/…` to look inside and to break things.
 */
import type {IncomingMessage, RequestListener, ServerResponse} from 'node:http';
import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import type {StaffMember} from './access.ts';
import {type FaultInput, LabNetworkError} from './faults.ts';
import type {Lab} from './lab.ts';
import {createTokenOffice, TOKEN_PATH, type TokenOffice} from './oauth.ts';
import {ORDER_CONTROLS} from './orders/controls.ts';

const API = /^\/admin\/api\/(\d{4}-\d{2}|unstable)\/graphql\.json$/;
const BODY_LIMIT = 12 * 1024 * 1024;

export interface HttpOptions {
  /** Which scopes and staff member an access token stands for; without it, every token may do everything. */
  readonly tokens?: Readonly<
    Record<string, {readonly scopes?: readonly string[]; readonly staff?: StaffMember; readonly appId?: string}>
  >;
  /** The app's scopes, which the tokens of its own server carry; without them, these may do everything. */
  readonly appScopes?: readonly string[];
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk as Uint8Array);
    size += bytes.length;
    if (size > BODY_LIMIT) throw new Error('The request is too long');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function send(response: ServerResponse, status: number, body: unknown): void {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  response.writeHead(status, {
    'content-type': typeof body === 'string' ? 'text/html' : 'application/json; charset=utf-8',
  });
  response.end(text);
}

function record(text: string): Readonly<Record<string, unknown>> {
  const value: unknown = text === '' ? {} : JSON.parse(text);
  if (typeof value !== 'object' || value === null) throw new Error('The body is not a JSON object');
  return {...value};
}

async function graphql(
  lab: Lab,
  options: HttpOptions,
  office: TokenOffice,
  version: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const token = String(request.headers['x-shopify-access-token'] ?? '');
  const caller = options.tokens?.[token] ?? office.grantOf(token);
  if (options.tokens && !caller) {
    send(response, 401, {errors: '[API] Invalid API key or access token (unrecognized login or wrong password)'});
    return;
  }
  const body = record(await bodyOf(request));
  const variables = body['variables'];
  try {
    const answer = await lab.handle({
      ...caller,
      version,
      query: typeof body['query'] === 'string' ? body['query'] : '',
      variables: typeof variables === 'object' && variables !== null ? {...variables} : null,
      operationName: typeof body['operationName'] === 'string' ? body['operationName'] : null,
    });
    send(response, answer.status, answer.body);
  } catch (error) {
    if (!(error instanceof LabNetworkError)) throw error;
    response.destroy();
  }
}

async function exchange(office: TokenOffice, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const {status, body} = office.exchange(request.headers['content-type'] ?? '', await bodyOf(request));
  send(response, status, body);
}

/** The lab's own endpoints; nothing of Shopify's has them. */
async function inspect(lab: Lab, what: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const text = request.method === 'POST' ? await bodyOf(request) : '';
  switch (`${request.method} ${what}`) {
    case 'GET state':
      return send(response, 200, lab.state());
    case 'GET log':
      return send(response, 200, lab.log());
    case 'POST reset':
      lab.reset();
      return send(response, 200, {reset: true});
    case 'GET faults':
      return send(response, 200, {
        faults: lab.faults.list(),
        late: lab.faults.late().map(({id, operation, fields}) => ({id, operation, fields})),
      });
    case 'POST faults':
      return send(response, 200, {id: lab.faults.add(record(text) as unknown as FaultInput)});
    case 'DELETE faults':
      lab.faults.clear();
      return send(response, 200, {cleared: true});
    case 'POST release': {
      const {id} = record(text);
      return send(response, 200, {released: lab.faults.release(typeof id === 'string' ? id : undefined)});
    }
    case 'POST clock': {
      const {advanceMilliseconds} = record(text);
      lab.clock.advance(Number(advanceMilliseconds ?? 0));
      return send(response, 200, {now: lab.clock.iso()});
    }
    case 'POST orders/gateway':
    case 'POST orders/rate':
    case 'POST orders/settle':
      ORDER_CONTROLS[what.slice('orders/'.length)]?.(lab.store, record(text));
      return send(response, 200, {done: true});
    default:
      return send(response, 404, {errors: `The lab has no ${request.method ?? ''} /lab/api/${what}`});
  }
}

/**
 * A handler for node:http. It answers `/admin/api/…` and `/lab/api/…`, and returns false for every other path, so that
 * whoever serves pages can go on.
 */
export function labHandler(
  lab: Lab,
  options: HttpOptions = {},
): (request: IncomingMessage, response: ServerResponse) => boolean {
  const office = createTokenOffice(lab, options.appScopes);
  return (request, response) => {
    const path = URL.parse(request.url ?? '/', 'http://lab')?.pathname ?? '';
    const version = API.exec(path)?.[1];
    const what = path.startsWith('/lab/api/') ? path.slice('/lab/api/'.length) : undefined;
    if (version === undefined && what === undefined && path !== TOKEN_PATH) return false;
    if (what === undefined && request.method !== 'POST') {
      send(response, 405, {errors: 'Method Not Allowed'});
      return true;
    }
    const work =
      version !== undefined
        ? graphql(lab, options, office, version, request, response)
        : what === undefined
          ? exchange(office, request, response)
          : inspect(lab, what, request, response);
    work.catch((error: unknown) => {
      const message = error instanceof Error ? error.message : String(error);
      if (!response.headersSent) send(response, 400, {errors: {query: message}});
      else response.destroy();
    });
    return true;
  };
}

/** Serves a lab alone, on a port of its own (0: any free one). */
export async function serve(
  lab: Lab,
  port = 0,
  options: HttpOptions = {},
): Promise<{readonly server: Server; readonly port: number}> {
  const handle = labHandler(lab, options);
  const listener: RequestListener = (request, response) => {
    if (!handle(request, response)) send(response, 404, {errors: 'Not Found'});
  };
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {server, port: (server.address() as AddressInfo).port};
}
