/** The app's token: by client credentials, in memory, refreshed when it ends. */
import {describe, expect, it, vi} from 'vitest';
import {createEndpoint} from '../../src/endpoint/index.ts';
import type {Host} from '../../src/endpoint/host.ts';
import {call, functionOnLab, labelCall} from './shop.ts';
import type {FunctionOnLab} from './shop.ts';

const NOTHING = {card: '0.0', credit: '0.0', refunds: 0};
const LABEL = {card: '6.95', credit: '7.45', refunds: 1};

const dryCall = (shop: FunctionOnLab) => labelCall(shop, {dry_run: true});

/** Counts exchanges, and answers them with `instead` where it is given. */
function counting(shop: FunctionOnLab, instead?: () => Promise<Response>) {
  const exchanges: {body: string; contentType: string | undefined}[] = [];
  const host: Host = {
    ...shop.host,
    fetch(url, init) {
      if (!url.endsWith('/admin/oauth/access_token')) return shop.host.fetch(url, init);
      exchanges.push({body: init.body, contentType: init.headers['Content-Type']});
      return instead ? instead() : shop.host.fetch(url, init);
    },
  };
  const endpoint = createEndpoint(shop.config, host, () => undefined);
  return {exchanges, at: {endpoint, lab: shop.lab}};
}

describe('the token', () => {
  it('is asked for once, as a form, and kept', async () => {
    const shop = await functionOnLab();
    const {exchanges, at} = counting(shop);
    await Promise.all([call(at, dryCall(shop)), call(at, dryCall(shop))]);
    await call(at, dryCall(shop));
    const {clientId, secret} = shop.lab.settings.app;
    expect(exchanges).toEqual([
      {
        body: `grant_type=client_credentials&client_id=${clientId}&client_secret=${secret}`,
        contentType: 'application/x-www-form-urlencoded',
      },
    ]);
  });

  it('is asked for anew before it ends', async () => {
    const shop = await functionOnLab();
    const {exchanges, at} = counting(shop);
    await call(at, dryCall(shop));
    shop.lab.clock.advance(86_000_000);
    await call(at, dryCall(shop));
    expect(exchanges).toHaveLength(1);
    shop.lab.clock.advance(300_000);
    expect((await call(at, dryCall(shop))).status).toBe(200);
    expect(exchanges).toHaveLength(2);
  });

  it('that Shopify no longer takes is replaced once, in the middle of a refund, and the money moves once', async () => {
    const shop = await functionOnLab();
    let refunds = 0;
    const host: Host = {
      ...shop.host,
      fetch(url, init) {
        if (init.body.includes('mutation RefundCreate') && (refunds += 1) === 1) shop.office.revoke();
        return shop.host.fetch(url, init);
      },
    };
    const at = {endpoint: createEndpoint(shop.config, host, () => undefined), lab: shop.lab};
    expect((await call(at, labelCall(shop))).status).toBe(200);
    expect(refunds).toBe(2);
    expect(await shop.money()).toEqual(LABEL);
  });

  it('that Shopify never takes ends in a clear answer', async () => {
    const shop = await functionOnLab();
    const host: Host = {
      ...shop.host,
      fetch(url, init) {
        if (url.endsWith('graphql.json')) shop.office.revoke();
        return shop.host.fetch(url, init);
      },
    };
    const at = {endpoint: createEndpoint(shop.config, host, () => undefined), lab: shop.lab};
    expect(await call(at, labelCall(shop))).toMatchObject({status: 403, body: {code: 'accessDenied'}});
    expect(await shop.money()).toEqual(NOTHING);
  });

  it.each([
    [
      'a secret that is no longer right',
      () => Promise.resolve(Response.json({error: 'invalid_client'}, {status: 400})),
      403,
      'noToken',
    ],
    [
      'another organization’s shop',
      () => Promise.resolve(new Response('shop_not_permitted', {status: 400})),
      403,
      'noToken',
    ],
    ['Shopify out of order', () => Promise.resolve(new Response('', {status: 502})), 503, 'shopifyUnreachable'],
    ['too many requests', () => Promise.resolve(new Response('', {status: 429})), 503, 'shopifyUnreachable'],
    ['no network', () => Promise.reject(new TypeError('fetch failed')), 503, 'shopifyUnreachable'],
    ['an answer that is no JSON', () => Promise.resolve(new Response('<html>')), 503, 'shopifyUnreachable'],
    ['an answer without a token', () => Promise.resolve(Response.json({scope: ''})), 503, 'shopifyUnreachable'],
    ['an answer that is null', () => Promise.resolve(Response.json(null)), 503, 'shopifyUnreachable'],
  ])('is not had because of %s: nothing moves', async (_name, answer, status, code) => {
    const shop = await functionOnLab();
    const {at} = counting(shop, answer);
    expect(await call(at, labelCall(shop))).toMatchObject({status, body: {code}});
    expect(await shop.money()).toEqual(NOTHING);
  });

  it('that isn’t answered is given up on, and the next call asks anew', async () => {
    const shop = await functionOnLab();
    let asked = 0;
    const silent = new Promise<Response>(() => undefined);
    const host: Host = {
      ...shop.host,
      alarm: (milliseconds) =>
        milliseconds < 8000 ? {rings: Promise.resolve(), off: () => undefined} : shop.host.alarm(milliseconds),
      fetch(url, init) {
        if (!url.endsWith('/admin/oauth/access_token')) return shop.host.fetch(url, init);
        asked += 1;
        return silent;
      },
    };
    const at = {endpoint: createEndpoint(shop.config, host, () => undefined), lab: shop.lab};
    expect((await call(at, labelCall(shop))).status).toBe(503);
    expect((await call(at, labelCall(shop))).status).toBe(503);
    expect(asked).toBe(2);
  });

  it('that a call asked for which its host ended is asked for anew: nobody waits for it for ever', async () => {
    const shop = await functionOnLab();
    let asked = 0;
    const host: Host = {
      ...shop.host,
      fetch(url, init) {
        if (!url.endsWith('/admin/oauth/access_token')) return shop.host.fetch(url, init);
        asked += 1;
        return asked === 1 ? new Promise<Response>(() => undefined) : shop.host.fetch(url, init);
      },
    };
    const at = {endpoint: createEndpoint(shop.config, host, () => undefined), lab: shop.lab};
    void call(at, labelCall(shop));
    await vi.waitUntil(() => asked === 1);
    shop.lab.clock.advance(6000);
    expect((await call(at, labelCall(shop))).status).toBe(200);
    expect(asked).toBe(2);
    expect(await shop.money()).toEqual(LABEL);
  });

  it('that ends before the store credit and isn’t given for a while: what was never sent is sent later', async () => {
    const shop = await functionOnLab();
    let refusals = 0;
    const host: Host = {
      ...shop.host,
      fetch(url, init) {
        if (init.body.includes('mutation StoreCreditAccountCredit(') && refusals === 0) shop.office.revoke();
        const lacks = url.endsWith('/admin/oauth/access_token') && shop.lab.log().length > 5 && refusals < 5;
        if (!lacks) return shop.host.fetch(url, init);
        refusals += 1;
        return Promise.reject(new TypeError('fetch failed'));
      },
    };
    const at = {endpoint: createEndpoint(shop.config, host, () => undefined), lab: shop.lab};
    expect(await call(at, labelCall(shop))).toMatchObject({status: 202, body: {code: 'interrupted'}});
    expect(refusals).toBe(5);
    expect(await shop.money()).toEqual({card: '6.95', credit: '0.0', refunds: 1});
    shop.lab.clock.advance(121_000);
    expect((await call(at, labelCall(shop))).status).toBe(200);
    expect(await shop.money()).toEqual(LABEL);
  });
});

describe('while the secret is rotated', () => {
  it('calls signed with the former one are taken, and tokens asked for with the new one', async () => {
    const shop = await functionOnLab();
    const {secret} = shop.lab.settings.app;
    const config = {...shop.config, secrets: ['the new secret', secret] as const};
    const at = {endpoint: createEndpoint(config, shop.host, () => undefined), lab: shop.lab};
    // The lab knows the old secret only, so the new one gets no token: the call itself was let in.
    expect(await call(at, labelCall(shop))).toMatchObject({status: 403, body: {code: 'noToken'}});
    const after = {...shop.config, secrets: [secret, 'the former secret'] as const};
    const rotated = {endpoint: createEndpoint(after, shop.host, () => undefined), lab: shop.lab};
    expect((await call(rotated, labelCall(shop))).status).toBe(200);
    expect(await shop.money()).toEqual(LABEL);
  });
});
