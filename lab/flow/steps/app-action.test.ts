import {createHmac} from 'node:crypto';
import {createServer, type IncomingHttpHeaders, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {email, type Fixture} from '../fixture.ts';
import {runIn, shop} from '../runs/lab.fixture.ts';
import type {ActionEndpoint} from './step.ts';

const DONE = JSON.stringify({return_value: {state: 'DONE', amount: '6.95'}});
const WORKFLOW: Fixture = {
  steps: [
    {
      id: 'act',
      task: 'unlearned::refund-recipes::refund-label',
      fields: {order_id: 'order.id', amount: '6.95', reason: 'About {{ order.name }}'},
      to: ['mail'],
    },
    email('mail', '{{ refundLabel.state }} {{ refundLabel.amount }}'),
  ],
};

interface Reply {
  readonly status: number;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

let server: Server;
let replies: Reply[] = [];
let heard: {headers: IncomingHttpHeaders; body: string}[] = [];

beforeEach(async () => {
  replies = [];
  heard = [];
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => {
      heard.push({headers: request.headers, body});
      const {status, body: text = DONE, headers = {}} = replies.shift() ?? {status: 200};
      response.writeHead(status, headers).end(text);
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
});

afterEach(() => void server.close());

const endpoint = (): Readonly<Record<string, ActionEndpoint>> => ({
  'refund-label': {
    handle: 'refund-label',
    label: 'Refund label',
    url: `http://localhost:${(server.address() as AddressInfo).port}/actions`,
    returns: {schema: 'enum State { DONE WAITING } type Result { state: State! amount: String! }', type: 'Result'},
  },
});

describe('a custom action', () => {
  it('is one signed request, and its answer can be read by later steps', async () => {
    const lab = shop();
    const {runs, outbox} = await runIn(lab, WORKFLOW, {actions: endpoint()});
    expect(runs[0]?.error).toBeNull();
    expect(outbox).toMatchObject([{message: 'DONE 6.95'}]);
    const [{headers, body} = {headers: {}, body: ''}] = heard;
    expect(headers['x-shopify-hmac-sha256']).toBe(
      createHmac('sha256', lab.settings.app.secret).update(body).digest('base64'),
    );
    expect(headers['x-shopify-shop-domain']).toBe('duin-en-draad.myshopify.com');
    expect(JSON.parse(body)).toEqual({
      shop_id: expect.any(Number),
      shopify_domain: 'duin-en-draad.myshopify.com',
      action_run_id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/),
      action_definition_id: 'Refund label',
      handle: 'refund-label',
      properties: {order_id: '1001', amount: '6.95', reason: 'About #1001', step_reference: expect.any(String)},
    });
  });

  const runIds = (): unknown[] => heard.map(({body}) => (JSON.parse(body) as {action_run_id: unknown}).action_run_id);

  it.each([
    ['202: it is asked again later', [{status: 202}], '12:01'],
    ['429 with Retry-After', [{status: 429, headers: {'retry-after': '600'}}], '12:10'],
    ['429 with a Retry-After that has passed', [{status: 429, headers: {'retry-after': '-60'}}], '12:00'],
    ['429 without', [{status: 429}, {status: 429}], '12:03'],
    ['5xx', [{status: 503}], '12:01'],
  ])('%s, with the same action_run_id', async (_what, first, at) => {
    replies = [...first];
    const {runs} = await runIn(shop(), WORKFLOW, {actions: endpoint()});
    expect(runs[0]).toMatchObject({state: 'completed'});
    expect(runs[0]?.endedAt?.slice(11, 16)).toBe(at);
    expect(new Set(runIds()).size).toBe(1);
    expect(heard).toHaveLength(first.length + 1);
  });

  it('is called again with the same id where its answer was lost, and with another one in another run', async () => {
    const stepFaults = [{step: 'act', how: 'lostAnswer', times: 1}] as const;
    await runIn(shop(), WORKFLOW, {actions: endpoint(), delivery: 'twice', stepFaults});
    expect(heard).toHaveLength(4);
    expect(new Set(runIds()).size).toBe(2);
  });

  it.each([
    ['422', {status: 422, body: '{"message": "No such recipe"}'}, 'answered 422: {"message": "No such recipe"}'],
    ['201, which is no success', {status: 201}, 'answered 201'],
    ['a redirection', {status: 302, headers: {location: 'http://localhost:1/'}}, 'answered 302'],
    ['no JSON', {status: 200, body: 'fine'}, 'is no JSON'],
    ['no return_value', {status: 200, body: '{}'}, 'has no return_value'],
    [
      'another shape',
      {status: 200, body: '{"return_value": {"state": "MAYBE", "amount": "1"}}'},
      'return_value.state is none of DONE, WAITING',
    ],
    [
      'a field too many',
      {status: 200, body: '{"return_value": {"state": "DONE", "amount": "1", "x": 1}}'},
      'return_value.x',
    ],
  ] satisfies [string, Reply, string][])('fails with %s', async (_what, reply, message) => {
    replies = [reply];
    const {runs, outbox} = await runIn(shop(), WORKFLOW, {actions: endpoint()});
    expect(runs[0]).toMatchObject({state: 'failed', error: expect.stringContaining(message)});
    expect(outbox).toEqual([]);
  });

  it('says so where nobody answers: no address, or one that isn’t this machine', async () => {
    const [action] = Object.values(endpoint());
    if (!action) throw new Error('No action');
    const at = (url: string | null) => ({actions: {'refund-label': {...action, url}}});
    expect((await runIn(shop(), WORKFLOW, at(null))).runs[0]?.error).toContain('Nobody answers this action');
    expect((await runIn(shop(), WORKFLOW, at('https://shopify.dev/actions'))).runs[0]?.error).toContain(
      'this machine only',
    );
  });
});
