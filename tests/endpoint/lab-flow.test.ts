/** A workflow of the lab's Flow calls our function, over HTTP, and reads what it returns. */
import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {afterEach, describe, expect, it} from 'vitest';
import {email, flowText} from '../../lab/flow/fixture.ts';
import {type FlowEvent, runWorkflow, type RunOptions, type WorkflowOutcome} from '../../lab/flow/index.ts';
import {functionOnLab, type FunctionOnLab} from './shop.ts';

const workflow = (more: Readonly<Record<string, string>> = {}): string =>
  flowText({
    name: 'Label credit by action',
    steps: [
      {
        id: 'act',
        task: 'unlearned::refund-recipes::refund-shipping-plus-label',
        fields: {order_id: 'order.id', label_credit: '7.45', ...more},
        to: ['mail'],
      },
      {
        ...email(
          'mail',
          '{{ refundShippingPlusReturnLabelCredit.state }} {{ refundShippingPlusReturnLabelCredit.total }}',
        ),
        fields: {
          address: 'a@example.com',
          subject: 'Done',
          message: '{{ refundShippingPlusReturnLabelCredit.state }} {{ refundShippingPlusReturnLabelCredit.total }}',
        },
      },
    ],
  });

let server: Server | null = null;
afterEach(() => void server?.close());

async function listen(shop: FunctionOnLab): Promise<string> {
  const answer = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(Buffer.from(chunk as Uint8Array));
    const headers = Object.entries(incoming.headers).map(([name, value]): [string, string] => [name, String(value)]);
    const request = new Request(`http://localhost${incoming.url ?? '/'}`, {
      method: incoming.method ?? 'POST',
      headers,
      body: Buffer.concat(chunks),
    });
    const response = await shop.endpoint(request);
    outgoing.writeHead(response.status, Object.fromEntries(response.headers)).end(await response.text());
  };
  server = createServer((incoming, outgoing) => {
    answer(incoming, outgoing).catch(() => outgoing.writeHead(500).end());
  });
  await new Promise<void>((resolve) => void server?.listen(0, '127.0.0.1', resolve));
  return `http://localhost:${(server.address() as AddressInfo).port}`;
}

async function run(shop: FunctionOnLab, options: RunOptions = {}, text = workflow()): Promise<WorkflowOutcome> {
  const event: FlowEvent = {trigger: 'order_created', order: shop.orderId};
  return runWorkflow(shop.lab, text, event, {actionsUrl: await listen(shop), ...options});
}

function mailsIn(outbox: WorkflowOutcome['outbox']): string[] {
  return outbox.flatMap((entry) => (entry.kind === 'email' ? [entry.message] : []));
}

describe('a workflow with our action', () => {
  it('refunds and reads what came of it', async () => {
    const shop = await functionOnLab();
    const {runs, outbox} = await run(shop);
    expect(runs[0]?.error).toBeNull();
    expect(outbox).toMatchObject([{message: 'DONE 14.40'}]);
    expect(await shop.money()).toEqual({card: '6.95', credit: '7.45', refunds: 1});
  });

  it('pays once where Flow loses the answer and calls again', async () => {
    const shop = await functionOnLab();
    const {runs} = await run(shop, {stepFaults: [{step: 'act', how: 'lostAnswer', times: 2}]});
    expect(runs[0]).toMatchObject({state: 'completed', error: null});
    expect(await shop.money()).toEqual({card: '6.95', credit: '7.45', refunds: 1});
  });

  it.each(['twice', 'twiceInterleaved'] as const)(
    'pays once where Flow delivers the event %s, and the second run reads what was paid',
    async (delivery) => {
      const shop = await functionOnLab();
      const {runs, outbox} = await run(shop, {delivery});
      expect(runs.map(({state, error}) => [state, error])).toEqual([
        ['completed', null],
        ['completed', null],
      ]);
      expect(outbox).toMatchObject([{message: 'DONE 14.40'}, {message: 'ALREADY_DONE 14.40'}]);
      expect(await shop.money()).toEqual({card: '6.95', credit: '7.45', refunds: 1});
    },
  );

  it.each([1, 2, 3, 4, 5])('pays once, whoever’s turn it is, also where an answer gets lost: seed %i', async (seed) => {
    const shop = await functionOnLab();
    const stepFaults = [{step: 'act', how: 'lostAnswer', times: 1}] as const;
    const {runs, outbox} = await run(shop, {delivery: 'twiceInterleaved', seed, stepFaults});
    expect(runs.map(({state}) => state)).toEqual(['completed', 'completed']);
    expect(mailsIn(outbox).toSorted()).toEqual(['ALREADY_DONE 14.40', 'DONE 14.40']);
    expect(await shop.money()).toEqual({card: '6.95', credit: '7.45', refunds: 1});
  });

  it('pays a second time where another workflow says so in “Again”', async () => {
    const shop = await functionOnLab();
    await run(shop, {delivery: 'twice'});
    server?.close();
    const {outbox} = await run(shop, {delivery: 'twice'}, workflow({again: 'second parcel'}));
    expect(mailsIn(outbox).slice(-2)).toEqual(['DONE 7.45', 'ALREADY_DONE 7.45']);
    expect(await shop.money()).toEqual({card: '6.95', credit: '14.9', refunds: 1});
  });

  it('moves nothing where the app’s secret is another one', async () => {
    const shop = await functionOnLab({secrets: ['another-secret']});
    const {runs} = await run(shop);
    expect(runs[0]).toMatchObject({state: 'failed', error: expect.stringContaining('401')});
    expect(await shop.money()).toEqual({card: '0.0', credit: '0.0', refunds: 0});
  });
});
