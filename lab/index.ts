/**
 * The lab on one port: the local Admin API, the pages and the built extensions.
 * `startLab()` is what `npm start` and the browser tests call; run by itself it starts without building.
 */
import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {fileURLToPath} from 'node:url';
import {EXTENSIONS_ROOT} from '../scripts/build/index.ts';
import {adminVersion, scopesOf, serveAdmin} from './admin-door.ts';
import {createLab, type Lab, type LabOptions} from './admin-api/lab.ts';
import {buildAssets, type Assets} from './pages/server/assets.ts';
import {servePages} from './pages/server/index.ts';

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
  close(): Promise<void>;
}

const APP_TOML = fileURLToPath(new URL('../shopify.app.toml', import.meta.url));

/** Starts a lab. Listens on this machine only. Rejects with EADDRINUSE when the port is taken. */
export async function startLab(options: StartOptions = {}): Promise<RunningLab> {
  const {port = 0, extensionsRoot = EXTENSIONS_ROOT, assets = await buildAssets(), ...labOptions} = options;
  const lab = createLab(labOptions);
  const scopes = scopesOf(APP_TOML);
  const server = createServer((request, response) => {
    const version = adminVersion(new URL(request.url ?? '/', 'http://lab').pathname);
    const served =
      version === null
        ? servePages(request, response, {lab, assets, extensionsRoot})
        : serveAdmin(request, response, version, {lab, scopes});
    served.catch((error: unknown) => {
      response.writeHead(500, {'content-type': 'text/plain; charset=utf-8'});
      response.end(error instanceof Error ? error.message : String(error));
    });
  });
  await listen(server, port).catch((error: unknown) => {
    lab.close();
    throw error;
  });
  const {port: taken} = server.address() as AddressInfo;
  return {
    url: `http://localhost:${taken}`,
    lab,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          lab.close();
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}
