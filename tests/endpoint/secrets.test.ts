/** What the function writes down and answers: no secret, no token, nobody's name, no word of what was sent. */
import {describe, expect, it} from 'vitest';
import {createEndpoint} from '../../src/endpoint/index.ts';
import {logTo} from '../../src/endpoint/log.ts';
import type {Host} from '../../src/endpoint/host.ts';
import {bodyOf, call, functionOnLab, labelCall, requestOf, signatureOf} from './shop.ts';

describe('what is written and answered', () => {
  it('holds no secret, token, name or typed text, whatever goes wrong', async () => {
    const shop = await functionOnLab();
    const {secret} = shop.lab.settings.app;
    const tokens: string[] = [];
    const host: Host = {
      ...shop.host,
      async fetch(url, init) {
        const answer = await shop.host.fetch(url, init);
        if (!url.endsWith('/admin/oauth/access_token')) return answer;
        const text = await answer.text();
        tokens.push((JSON.parse(text) as {access_token: string}).access_token);
        return new Response(text, {status: answer.status});
      },
    };
    const endpoint = createEndpoint(
      shop.config,
      host,
      logTo((line) => shop.lines.push(line)),
    );
    const at = {endpoint, lab: shop.lab};
    const reason = 'for Sanne de Vries, sanne@example.com, Oudegracht 112';
    const answers = [
      await call(at, labelCall(shop, {reason, dry_run: true})),
      await call(at, labelCall(shop, {order_id: reason})),
      await call(at, {...labelCall(shop), handle: secret}),
      await call(at, {...labelCall(shop, {reason}), runId: reason}),
      await call(at, labelCall(shop), {shopify_domain: reason}),
    ];
    shop.lab.faults.add({kind: 'failsBefore', operation: 'OrderForRefund', answer: 'internalError', repeats: true});
    answers.push(await call(at, {...labelCall(shop), runId: 'run-9'}));
    const forged = requestOf(bodyOf(labelCall(shop)), 'other', {'X-Shopify-Hmac-Sha256': signatureOf('x', secret)});
    await endpoint(forged);
    expect(answers.map(({status}) => status)).toEqual([200, 422, 404, 200, 403, 503]);
    const [token = 'none'] = tokens;
    expect(token).toMatch(/^lab-app-/);
    const log = shop.lines.join('\n');
    expect(shop.lines).toHaveLength(7);
    for (const word of [secret, token, 'Sanne', 'example.com', 'Oudegracht', 'lab-shop', shop.config.clientId]) {
      expect(log).not.toContain(word);
    }
    // A refusal names what the merchant wrote into the field; nothing else of it, and never a key.
    const told = JSON.stringify(answers.filter(({status}) => status !== 422 && status !== 404));
    for (const word of [secret, token, 'Sanne', 'example.com', 'Oudegracht']) expect(told).not.toContain(word);
    expect(JSON.stringify(answers)).not.toContain(token);
  });

  it('says of a call what happened, by codes and numbers', async () => {
    const shop = await functionOnLab();
    await call(shop, labelCall(shop));
    expect(shop.lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      {
        event: 'answered',
        status: 200,
        code: 'DONE',
        action: 'refund-shipping-plus-label',
        order: '1001',
        plan: expect.stringMatching(/^plan-[0-9a-f]{16}$/) as string,
        intent: expect.stringMatching(/^flow-run-[0-9a-f]{16}-[0-9a-f]{16}$/) as string,
        milliseconds: expect.any(Number) as number,
      },
    ]);
  });

  it('of something unexpected tells and writes nothing but that it was', async () => {
    const shop = await functionOnLab();
    const host: Host = {
      ...shop.host,
      nonce: () => {
        throw new Error('a secret in an error: shpss_0123456789');
      },
    };
    const endpoint = createEndpoint(
      shop.config,
      host,
      logTo((line) => shop.lines.push(line)),
    );
    const answer = await call({endpoint, lab: shop.lab}, labelCall(shop));
    expect(answer).toMatchObject({status: 500, body: {code: 'unexpected'}});
    expect(JSON.stringify([answer, shop.lines])).not.toContain('shpss');
    expect((await shop.money()).refunds).toBe(0);
  });
});
