import {createServer} from 'node:http';
import type {IncomingMessage, Server, ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {Readable} from 'node:stream';
import type {ReadableStream as WebStream} from 'node:stream/web';
import {ConfigError, configFrom, createEndpoint, logTo, siteOf, webHost} from '../../src/endpoint/index.ts';
import type {Visit} from '../../src/endpoint/index.ts';

const PORT = 8787;

/** Flow's calls arrive in one piece: whoever takes longer to send one holds a connection for nothing. */
const ARRIVES_WITHIN_MS = 10_000;

/** From the end of the last refund, when the function is told to end: enough for its answer to leave. */
const LEAVES_WITHIN_MS = 1000;

export interface RunningEndpoint {
  readonly port: number;
  readonly server: Server;
  /** Takes no more calls, and is there once those under way are answered and their work is done. */
  finish(): Promise<void>;
}

/**
 * Starts the function as configured by environment variables; PORT says where (8787; 0 takes a free one).
 * @param write takes each line of the log
 * @throws ConfigError that names every variable that is missing or can't be used, or the port that is taken
 */
export async function startEndpoint(
  variables: Readonly<Record<string, string | undefined>>,
  write: (line: string) => void,
): Promise<RunningEndpoint> {
  const site = siteOf(createEndpoint(configFrom(variables), webHost(), logTo(write)));
  const port = portOf(variables['PORT']);
  const underWay = new Set<Promise<unknown>>();
  const visit: Visit = {
    waitUntil(work) {
      underWay.add(work);
      const over = (): boolean => underWay.delete(work);
      work.then(over, over);
    },
  };
  const answer = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const request = requestOf(incoming);
    const response = request ? await site(request, visit) : new Response(null, {status: 400});
    await send(response, incoming, outgoing);
  };
  const server = createServer(
    {requestTimeout: ARRIVES_WITHIN_MS, connectionsCheckingInterval: 1000},
    (incoming, outgoing) => {
      answer(incoming, outgoing).catch(() => outgoing.destroy());
    },
  );
  await listening(server, port);
  const finish = async (): Promise<void> => {
    const closed = new Promise((resolve) => {
      server.close(resolve);
    });
    await allOf(underWay);
    // Node counts no more seconds for whoever has not sent a whole call by now.
    const last = setTimeout(() => server.closeAllConnections(), LEAVES_WITHIN_MS);
    await closed;
    clearTimeout(last);
    await allOf(underWay);
  };
  return {port: (server.address() as AddressInfo).port, server, finish};
}

/** Also what begins meanwhile. */
async function allOf(work: ReadonlySet<Promise<unknown>>): Promise<void> {
  while (work.size > 0) await Promise.allSettled(work);
}

async function listening(server: Server, port: number): Promise<void> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, resolve);
    });
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') throw new ConfigError([`PORT: ${port} is taken. Choose another: PORT=${port + 1}.`]);
    if (code === 'EACCES') throw new ConfigError([`PORT: ${port} is not yours to take. Choose one above 1023.`]);
    throw error;
  }
}

function portOf(text = String(PORT)): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new ConfigError([`PORT: "${text}" can't be used. Write a number up to 65535.`]);
}

/** As web standards have it; null where they have no such request: `TRACE`, or an address that is none. */
function requestOf(incoming: IncomingMessage): Request | null {
  const {method = 'GET', url = '/'} = incoming;
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  const hasBody = method !== 'GET' && method !== 'HEAD';
  const body = hasBody ? (Readable.toWeb(incoming) as WebStream<Uint8Array>) : null;
  try {
    return new Request(new URL(url, 'http://localhost'), {method, headers, body, duplex: 'half'} as RequestInit);
  } catch {
    return null;
  }
}

/** What was not read of a request is not waited for. */
async function send(response: Response, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const text = await response.text();
  if (!incoming.complete) outgoing.setHeader('Connection', 'close');
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.end(text);
}
