import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {afterAll, describe, expect, it} from 'vitest';
import type {Fixture} from '../fixture.ts';
import {runIn, shop} from '../runs/lab.fixture.ts';

const step = (task: string, fields: Readonly<Record<string, string>>): Fixture => ({
  steps: [{id: 'it', task: `shopify::${task}`, fields}],
});

let server: Server | null = null;
afterAll(() => void server?.close());

describe('Send HTTP request', () => {
  const request = (url: string, more: Readonly<Record<string, string>> = {}): Fixture =>
    step('flow::send_http_request', {
      method: 'POST',
      url,
      headers: '[["X-Test", "1"]]',
      body: '{"order": "{{ order.id }}"}',
      ...more,
    });

  it('reaches this machine only, and is recorded', async () => {
    const heard: string[] = [];
    let status = 200;
    server = createServer((incoming, response) => {
      incoming.on('data', (chunk) => heard.push(`${String(incoming.headers['x-test'])} ${String(chunk)}`));
      incoming.on('end', () => {
        response.statusCode = status;
        status = 200;
        response.end();
      });
    });
    await new Promise<void>((resolve) => void server?.listen(0, '127.0.0.1', resolve));
    const url = `http://localhost:${(server.address() as AddressInfo).port}/hook`;
    const {outbox} = await runIn(shop(), request(url));
    expect(outbox).toMatchObject([{kind: 'http', method: 'POST', url, status: 200}]);
    expect(heard).toEqual(['1 {"order": "gid://shopify/Order/1001"}']);
    status = 500;
    const again = await runIn(shop(), request(url, {on_server_error: 'retry'}));
    expect(again.runs[0]?.steps[0]?.attempts.map(({outcome}) => outcome)).toEqual(['transient', 'done']);
    status = 404;
    expect((await runIn(shop(), request(url, {on_client_error: 'ignore'}))).runs[0]?.state).toBe('completed');
    status = 404;
    expect((await runIn(shop(), request(url, {on_client_error: 'fail'}))).runs[0]?.error).toContain('answered 404');
    expect((await runIn(shop(), request('https://example.com/'))).runs[0]?.error).toContain(
      'this machine only, not to example.com',
    );
    expect((await runIn(shop(), request('file:///etc/passwd'))).runs[0]?.error).toContain('no web address');
    expect((await runIn(shop(), request(url, {headers: '{"a": 1}'}))).runs[0]?.error).toContain(
      'no JSON list of pairs',
    );
  });
});
