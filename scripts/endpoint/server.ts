import {createServer} from 'node:http';
import type {IncomingMessage, Server, ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {Readable} from 'node:stream';
import type {ReadableStream as WebStream} from 'node:stream/web';
import {ConfigError, configFrom, createEndpoint, logTo, siteOf, webHost} from '../../src/endpoint/index.ts';

const PORT = 8787;

export interface RunningEndpoint {
  readonly port: number;
  readonly server: Server;
}

/**
 * Starts the function as configured by environment variables; PORT says where (8787; 0 takes a free one).
 * @param write takes each line of the log
 * @throws ConfigError that names every variable that is missing or can't be used
 */
export async function startEndpoint(
  variables: Readonly<Record<string, string | undefined>>,
  write: (line: string) => void,
): Promise<RunningEndpoint> {
  const site = siteOf(createEndpoint(configFrom(variables), webHost(), logTo(write)));
  const port = portOf(variables['PORT']);
  const server = createServer((incoming, outgoing) => {
    site(requestOf(incoming))
      .then((response) => send(response, incoming, outgoing))
      .catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, resolve);
  });
  return {port: (server.address() as AddressInfo).port, server};
}

function portOf(text = String(PORT)): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new ConfigError([`PORT: "${text}" can't be used. Write a number up to 65535.`]);
}

function requestOf(incoming: IncomingMessage): Request {
  const {method = 'GET', url = '/'} = incoming;
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  const hasBody = method !== 'GET' && method !== 'HEAD';
  const body = hasBody ? (Readable.toWeb(incoming) as WebStream<Uint8Array>) : null;
  return new Request(new URL(url, 'http://localhost'), {method, headers, body, duplex: 'half'} as RequestInit);
}

/** What was not read of a request is not waited for. */
async function send(response: Response, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const text = await response.text();
  if (!incoming.complete) outgoing.setHeader('Connection', 'close');
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.end(text);
}
