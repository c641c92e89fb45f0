/** The lab's Flow behind a port of its own, for tests. */
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import type {Lab} from '../admin-api/index.ts';
import {createFlow, flowHandler} from './index.ts';
import {shop} from './runs/lab.fixture.ts';

export interface Asked {
  readonly lab: Lab;
  readonly port: number;
  /** @throws Error with status and sentence where the answer is a refusal */
  ask<T>(method: string, path: string, body?: unknown): Promise<T>;
  close(): void;
}

/** The seeded shop and no workflow. */
export async function openFlow(): Promise<Asked> {
  const lab = shop();
  const handle = flowHandler(createFlow(lab, {ready: false}));
  const server = createServer((request, response) => {
    if (!handle(request, response)) response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const {port} = server.address() as AddressInfo;
  return {
    lab,
    port,
    async ask<T>(method: string, path: string, body?: unknown): Promise<T> {
      const url = `http://localhost:${port}/lab/flow/${path}`;
      const response = await fetch(url, {method, ...(body === undefined ? {} : {body: JSON.stringify(body)})});
      const answer = (await response.json()) as T & {error?: string};
      if (!response.ok) throw new Error(`${response.status} ${answer.error ?? ''}`);
      return answer;
    },
    close: () => void server.close(),
  };
}
