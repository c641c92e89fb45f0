/** Flow waits ten seconds. When the engine takes longer, the answer is 202 and the work goes on, or is gone on with later. */
import {describe, expect, it} from 'vitest';
import {logTo} from '../../src/endpoint/log.ts';
import {createEndpoint} from '../../src/endpoint/index.ts';
import type {Host} from '../../src/endpoint/host.ts';
import {answered, bodyOf, call, functionOnLab, labelCall, requestOf} from './shop.ts';
import type {FunctionOnLab} from './shop.ts';

const NOTHING = {card: '0.0', credit: '0.0', refunds: 0};
const LABEL = {card: '6.95', credit: '7.45', refunds: 1};
const RESTED_MS = 121_000;

/** A host whose requests of one kind stay on the road until `open` is called; `reached` says that one is on it. */
function heldAt(shop: FunctionOnLab, operation: string) {
  let open = (): void => undefined;
  let arrived = (): void => undefined;
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const reached = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  const host: Host = {
    ...shop.host,
    async fetch(url, init) {
      if (init.body.includes(operation)) {
        arrived();
        await gate;
      }
      return shop.host.fetch(url, init);
    },
  };
  return {host, reached, open};
}

function send(shop: FunctionOnLab, host: Host, waited?: Promise<unknown>[]) {
  const endpoint = createEndpoint(
    shop.config,
    host,
    logTo((line) => shop.lines.push(line)),
  );
  const request = requestOf(bodyOf(labelCall(shop)), shop.lab.settings.app.secret);
  return endpoint(request, waited ? {waitUntil: (work) => waited.push(work)} : {});
}

describe('a call that takes longer than Flow waits', () => {
  it.each(['RefundCreate(', 'StoreCreditAccountCredit(', 'OrderForRefund('])(
    'at %s is answered 202, goes on, and the next call gets the result',
    async (operation) => {
      const shop = await functionOnLab();
      const {host, reached, open} = heldAt(shop, operation);
      const waited: Promise<unknown>[] = [];
      const response = send(shop, host, waited);
      await reached;
      shop.ring();
      expect(await answered(await response)).toMatchObject({status: 202, body: {code: 'working'}});
      expect(waited).toHaveLength(1);
      open();
      await Promise.all(waited);
      expect(await shop.money()).toEqual(LABEL);
      expect((await call(shop, labelCall(shop))).body.return_value).toMatchObject({state: 'DONE', total: '14.40'});
      expect(await shop.money()).toEqual(LABEL);
    },
  );

  it('is logged twice: when it was answered, and when it was done', async () => {
    const shop = await functionOnLab();
    const {host, reached, open} = heldAt(shop, 'StoreCreditAccountCredit');
    const waited: Promise<unknown>[] = [];
    const response = send(shop, host, waited);
    await reached;
    shop.ring();
    await response;
    open();
    await Promise.all(waited);
    const entries = shop.lines.map((line) => JSON.parse(line) as {event: string; status: number; code: string});
    expect(entries).toMatchObject([
      {event: 'answered', status: 202, code: 'working'},
      {event: 'finishedLate', status: 200, code: 'DONE'},
    ]);
  });

  it('meanwhile sent again waits for the first', async () => {
    const shop = await functionOnLab();
    const {host, reached, open} = heldAt(shop, 'StoreCreditAccountCredit');
    const waited: Promise<unknown>[] = [];
    const first = send(shop, host, waited);
    await reached;
    expect(await call(shop, labelCall(shop))).toMatchObject({status: 202, body: {code: 'working'}});
    open();
    expect((await answered(await first)).status).toBe(200);
    expect(await shop.money()).toEqual(LABEL);
  });
});

describe('a host that ends the work with the answer', () => {
  it('before the claim: the next call does it all', async () => {
    const shop = await functionOnLab();
    const {host, reached} = heldAt(shop, 'MetafieldsSet');
    const response = send(shop, host);
    await reached;
    shop.ring();
    expect((await response).status).toBe(202);
    expect(await shop.money()).toEqual(NOTHING);
    expect((await call(shop, labelCall(shop))).status).toBe(200);
    expect(await shop.money()).toEqual(LABEL);
  });

  it('before the refund: the next call but one, two minutes later, goes on', async () => {
    const shop = await functionOnLab();
    const {host, reached} = heldAt(shop, 'RefundCreate(');
    const response = send(shop, host);
    await reached;
    shop.ring();
    expect((await response).status).toBe(202);
    expect(await call(shop, labelCall(shop))).toMatchObject({status: 202, body: {code: 'working'}});
    shop.lab.clock.advance(RESTED_MS);
    expect((await call(shop, labelCall(shop))).status).toBe(200);
    expect(await shop.money()).toEqual(LABEL);
  });

  it('and thaws hours later, when somebody else has gone on: it ends at its next write', async () => {
    const shop = await functionOnLab();
    const {host, reached, open} = heldAt(shop, 'RefundCreate(');
    const waited: Promise<unknown>[] = [];
    const response = send(shop, host, waited);
    await reached;
    shop.ring();
    await response;
    shop.lab.clock.advance(RESTED_MS);
    expect((await call(shop, labelCall(shop))).status).toBe(200);
    shop.lab.clock.advance(3_600_000);
    open();
    await Promise.all(waited);
    expect(await shop.money()).toEqual(LABEL);
    expect((await call(shop, labelCall(shop))).status).toBe(200);
  });

  it('at the store credit: whether it was sent nobody knows, so a person looks', async () => {
    const shop = await functionOnLab();
    const {host, reached} = heldAt(shop, 'StoreCreditAccountCredit(');
    const response = send(shop, host);
    await reached;
    shop.ring();
    expect((await response).status).toBe(202);
    shop.lab.clock.advance(RESTED_MS);
    expect(await call(shop, labelCall(shop))).toMatchObject({status: 409, body: {code: 'personUncertain'}});
    expect(await shop.money()).toEqual({card: '6.95', credit: '0.0', refunds: 1});
  });
});
