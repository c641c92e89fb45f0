/** The lab gives the app's own server its token, as Shopify does: by client credentials, for a day. */
import {afterEach, describe, expect, it} from 'vitest';
import {createLab} from '../../lab/admin-api/lab.ts';
import {serve} from '../../lab/admin-api/http.ts';

const closing: (() => unknown)[] = [];

afterEach(() => {
  for (const close of closing.splice(0)) close();
});

async function shopify() {
  const lab = createLab({now: new Date('2026-11-22T12:00:00Z')});
  const {server, port} = await serve(lab, 0, {tokens: {}, appScopes: ['read_returns']});
  closing.push(
    () => server.close(),
    () => lab.close(),
  );
  const url = `http://127.0.0.1:${port}`;
  const {clientId, secret} = lab.settings.app;
  const right = {grant_type: 'client_credentials', client_id: clientId, client_secret: secret};
  const post = async (body: string, type: string) =>
    fetch(`${url}/admin/oauth/access_token`, {method: 'POST', headers: {'Content-Type': type}, body});
  return {
    lab,
    right,
    url,
    form: (fields: Record<string, string>) =>
      post(new URLSearchParams(fields).toString(), 'application/x-www-form-urlencoded'),
    json: (value: unknown) => post(JSON.stringify(value), 'application/json'),
    post,
    async ask(token: string, query = '{shop {name}}') {
      const headers = {'Content-Type': 'application/json', 'X-Shopify-Access-Token': token};
      const init = {method: 'POST', headers, body: JSON.stringify({query})};
      return fetch(`${url}/admin/api/2026-07/graphql.json`, init);
    },
  };
}

async function tokenOf(response: Response): Promise<string> {
  return ((await response.json()) as {access_token: string}).access_token;
}

describe('client credentials', () => {
  it('bring a token as form and as JSON, with the app’s scopes, for a second less than a day', async () => {
    const {right, form, json} = await shopify();
    for (const answer of [await form(right), await json(right)]) {
      expect(answer.status).toBe(200);
      expect(await answer.json()).toEqual({
        access_token: expect.stringMatching(/^lab-app-[0-9a-f]{32}$/) as string,
        scope: 'read_returns',
        expires_in: 86_399,
      });
    }
  });

  it('open the Admin API as far as the scopes go, and no longer than a day', async () => {
    const {lab, right, form, ask} = await shopify();
    const token = await tokenOf(await form(right));
    expect(await (await ask(token)).json()).toMatchObject({data: {shop: {}}});
    expect(JSON.stringify(await (await ask(token, '{orders(first: 1) {nodes {id}}}')).json())).toContain(
      'ACCESS_DENIED',
    );
    lab.clock.advance(86_398_000);
    expect((await ask(token)).status).toBe(200);
    lab.clock.advance(1000);
    expect((await ask(token)).status).toBe(401);
    expect((await ask('')).status).toBe(401);
  });

  it.each([
    ['another secret', {client_secret: 'x'}],
    ['another app', {client_id: 'x'}],
    ['no secret', {client_secret: ''}],
    ['another grant', {grant_type: 'authorization_code'}],
  ])('with %s bring none', async (_name, more) => {
    const {right, form} = await shopify();
    const answer = await form({...right, ...more});
    expect(answer.status).toBe(400);
    expect(await answer.json()).not.toHaveProperty('access_token');
  });

  it('in a body that can’t be read bring none', async () => {
    const {post, right, url} = await shopify();
    expect((await post('{', 'application/json')).status).toBe(400);
    expect((await post(JSON.stringify([right]), 'application/json')).status).toBe(400);
    expect((await post(JSON.stringify(right), 'text/plain')).status).toBe(400);
    expect((await fetch(`${url}/admin/oauth/access_token`)).status).toBe(405);
  });
});
