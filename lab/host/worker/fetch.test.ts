import {describe, expect, it} from 'vitest';
import {createFetch} from './fetch.ts';
import type {RemoteHost} from './shopify.ts';

const asked: string[] = [];
const host = {
  adminRequest: (version: string, body: string) => {
    asked.push(`${version} ${body}`);
    return Promise.resolve({status: 200, headers: {}, body: '{"data": {}}'});
  },
} as unknown as RemoteHost;
const fetch = createFetch(host);

describe('fetch in an extension', () => {
  it('takes the version from the address and hands the body on', async () => {
    const response = await fetch('shopify:admin/api/2026-07/graphql.json', {
      method: 'POST',
      body: '{"query": "{shop {id}}"}',
    });
    expect(asked).toEqual(['2026-07 {"query": "{shop {id}}"}']);
    expect(await response.json()).toEqual({data: {}});
  });

  it.each(['https://example.com/', '/api/refund', 'shopify:admin/api/graphql.json'])('refuses %s', async (url) => {
    await expect(fetch(url)).rejects.toThrow(`The lab refuses ${url}`);
  });

  it('ends when the extension aborts', async () => {
    const never = createFetch({adminRequest: () => new Promise(() => undefined)} as unknown as RemoteHost);
    await expect(
      never('shopify:admin/api/2026-07/graphql.json', {method: 'POST', body: '{}', signal: AbortSignal.timeout(5)}),
    ).rejects.toThrow(/timeout/i);
  });
});
