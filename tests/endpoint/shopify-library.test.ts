/** Shopify's own library for servers, as a witness: it accepts what the function accepts, and gets its token from the lab. */
import '@shopify/shopify-api/adapters/web-api';
import {ApiVersion, LogSeverity, shopifyApi} from '@shopify/shopify-api';
import {setAbstractFetchFunc} from '@shopify/shopify-api/runtime';
import {afterAll, describe, expect, it} from 'vitest';
import {labFetch} from '../../lab/admin-api/fetch.ts';
import {isSigned} from '../../src/endpoint/signature.ts';
import {bodyOf, functionOnLab, labelCall, requestOf, SHOP, signatureOf} from './shop.ts';

afterAll(() => setAbstractFetchFunc(fetch));

const library = (apiKey: string, apiSecretKey: string) =>
  shopifyApi({
    apiKey,
    apiSecretKey,
    apiVersion: ApiVersion.July26,
    hostName: 'function.example',
    isEmbeddedApp: true,
    logger: {level: LogSeverity.Error},
  });

describe('Shopify’s library', () => {
  it('takes exactly the signatures that the function takes', async () => {
    const shop = await functionOnLab();
    const {clientId, secret} = shop.lab.settings.app;
    const {flow} = library(clientId, secret);
    const body = bodyOf(labelCall(shop, {reason: 'Café «é» 🙂\n"x"'}));
    const cases: [string, string | null, boolean][] = [
      [body, signatureOf(body, secret), true],
      [body, signatureOf(body, 'another secret'), false],
      [`${body} `, signatureOf(body, secret), false],
      [body, signatureOf(body, secret).slice(1), false],
      [body, '', false],
      [body, null, false],
    ];
    for (const [rawBody, signature, wanted] of cases) {
      const rawRequest = requestOf(rawBody, secret, {'X-Shopify-Hmac-Sha256': signature ?? ''});
      if (signature === null) rawRequest.headers.delete('x-shopify-hmac-sha256');
      expect((await flow.validate({rawBody, rawRequest})).valid).toBe(wanted);
      expect(await isSigned(new TextEncoder().encode(rawBody), signature, [secret])).toBe(wanted);
    }
  });

  it('gets a token of the lab, which opens its Admin API', async () => {
    const shop = await functionOnLab();
    const {clientId, secret} = shop.lab.settings.app;
    const answer = labFetch(shop.lab, shop.office);
    setAbstractFetchFunc(answer as unknown as typeof fetch);
    const {session} = await library(clientId, secret).auth.clientCredentials({shop: SHOP});
    expect(session.scope).toContain('write_orders');
    const body = JSON.stringify({query: '{shop {name}}', variables: {}});
    const ask = async (token: string) =>
      answer(`https://${SHOP}/admin/api/2026-07/graphql.json`, {
        method: 'POST',
        headers: {'X-Shopify-Access-Token': token},
        body,
      });
    expect((await ask(session.accessToken ?? '')).status).toBe(200);
    expect((await ask('another token')).status).toBe(401);
    await expect(library(clientId, 'another secret').auth.clientCredentials({shop: SHOP})).rejects.toThrow('400');
  });
});
