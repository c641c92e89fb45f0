/**
 * The lab on one port: the local Admin API, the pages and the built extensions.
 * `startLab()` is what `npm start` and the browser tests call.
 */
import {readFileSync} from 'node:fs';
import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {parse} from 'smol-toml';
import {EXTENSIONS_ROOT} from '../scripts/build/index.ts';
import {OWN_APP} from './admin-api/access.ts';
import {labHandler, type HttpOptions} from './admin-api/http.ts';
import {createLab, type Lab, type LabOptions} from './admin-api/lab.ts';
import {APP_TOML, deployApp} from './deploy.ts';
import {createFlow, flowHandler, type LabFlow} from './flow/index.ts';
import {buildAssets, type Assets} from './pages/server/assets.ts';
import {servePages} from './pages/server/index.ts';
import {seed as seedShop} from './seed/index.ts';
import {STAFF} from './staff.ts';

const FLOW_HEARTBEAT_MILLISECONDS = 1000;

export interface StartOptions extends LabOptions {
  /** 0 (the default) takes a free one. */
  port?: number;
  extensionsRoot?: string;
  /** Built before, by a caller that starts several labs. */
  assets?: Assets;
}

export interface RunningLab {
  url: string;
  lab: Lab;
  flow: LabFlow;
  close(): Promise<void>;
}

/** The app's scopes, as its config declares them: what every member of staff's token is limited to. */
export function appScopes(): string[] {
  const {access_scopes: access} = parse(readFileSync(APP_TOML, 'utf8')) as {access_scopes?: {scopes?: string}};
  return (access?.scopes ?? '')
    .split(',')
    .map((scope) => scope.trim())
    .filter((scope) => scope !== '');
}

function tokens(): NonNullable<HttpOptions['tokens']> {
  const scopes = appScopes();
  return Object.fromEntries(STAFF.map((staff) => [staff.token, {scopes, staff, appId: OWN_APP}]));
}

/** A lab with the app installed; a new database gets the believable shop unless `seed` says otherwise. */
export function openShop(options: LabOptions = {}): Lab {
  const {seed = seedShop} = options;
  const lab = createLab({
    ...options,
    seed: (empty) => {
      deployApp(empty);
      seed(empty);
    },
  });
  // A database from an earlier start may hold older definitions.
  deployApp(lab);
  return lab;
}

/**
 * Starts a lab, seeded with the believable shop unless `seed` says otherwise, with the app installed.
 * Listens on this machine only. Rejects with EADDRINUSE when the port is taken.
 */
export async function startLab(options: StartOptions = {}): Promise<RunningLab> {
  const {port = 0, extensionsRoot = EXTENSIONS_ROOT, assets = await buildAssets(), ...labOptions} = options;
  const lab = openShop(labOptions);
  const adminApi = labHandler(lab, {tokens: tokens(), appScopes: appScopes()});
  const flow = createFlow(lab);
  const flowApi = flowHandler(flow);
  const server = createServer((request, response) => {
    if (adminApi(request, response) || flowApi(request, response)) return;
    servePages(request, response, {lab, assets, extensionsRoot}).catch((error: unknown) => {
      response.writeHead(500, {'content-type': 'text/plain; charset=utf-8'});
      response.end(error instanceof Error ? error.message : String(error));
    });
  });
  await listen(server, port).catch((error: unknown) => {
    lab.close();
    throw error;
  });
  // What happens in the shop reaches Flow within this time, as does a moment that was waited for.
  const heartbeat = setInterval(() => {
    flow.tick().catch((error: unknown) => console.error(error));
  }, FLOW_HEARTBEAT_MILLISECONDS);
  heartbeat.unref();
  const {port: taken} = server.address() as AddressInfo;
  return {
    url: `http://localhost:${taken}`,
    lab,
    flow,
    close: async () => {
      clearInterval(heartbeat);
      await flow.settled();
      await new Promise<void>((resolve) => {
        server.close(() => {
          lab.close();
          resolve();
        });
        server.closeAllConnections();
      });
    },
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}
