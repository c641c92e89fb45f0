/** Calls that are not Flow's, or not for this function, or not as the action's fields want them: nothing moves. */
import {describe, expect, it} from 'vitest';
import {answered, bodyOf, call, functionOnLab, labelCall, requestOf, SHOP, signatureOf} from './shop.ts';
import type {Answered, FunctionOnLab} from './shop.ts';

const NOTHING = {card: '0.0', credit: '0.0', refunds: 0};
let shop: FunctionOnLab;

async function send(request: (shop: FunctionOnLab, body: string, secret: string) => Request): Promise<Answered> {
  shop = await functionOnLab();
  const body = bodyOf(labelCall(shop));
  return answered(await shop.endpoint(request(shop, body, shop.lab.settings.app.secret)));
}

/** Whatever was refused: no money moved, and Shopify was not even asked. */
async function nothingHappened(): Promise<void> {
  expect(shop.lab.log().filter(({operation}) => operation === 'OrderForRefund')).toEqual([]);
  expect(await shop.money()).toEqual(NOTHING);
}

const without = (request: Request, header: string): Request => {
  request.headers.delete(header);
  return request;
};

describe('a call that Shopify did not sign for this app', () => {
  it.each([
    ['another app’s secret', (body: string) => signatureOf(body, 'the secret of another app')],
    ['no secret', (body: string) => signatureOf(body, '')],
    ['a signature of another body', (_body: string, secret: string) => signatureOf('{}', secret)],
    [
      'its signature in hex',
      (body: string, secret: string) => Buffer.from(signatureOf(body, secret), 'base64').toString('hex'),
    ],
    ['its signature cut', (body: string, secret: string) => signatureOf(body, secret).slice(0, 20)],
    ['its signature with a letter more', (body: string, secret: string) => `A${signatureOf(body, secret)}`],
    [
      'the same bytes in base64 for URLs',
      (body: string, secret: string) => Buffer.from(signatureOf(body, secret), 'base64').toString('base64url'),
    ],
    ['no base64 at all', () => '!'.repeat(44)],
    ['an empty signature', () => ''],
  ])('by %s', async (_name, signature) => {
    const answer = await send((_shop, body, secret) =>
      requestOf(body, secret, {'X-Shopify-Hmac-Sha256': signature(body, secret)}),
    );
    expect(answer).toMatchObject({status: 401, body: {code: 'notSigned'}});
    await nothingHappened();
  });

  it('without a signature', async () => {
    const answer = await send((_shop, body, secret) => without(requestOf(body, secret), 'x-shopify-hmac-sha256'));
    expect(answer).toMatchObject({status: 401, body: {code: 'notSigned'}});
    await nothingHappened();
  });

  it.each([
    ['another amount', (body: string) => body.replace('7.45', '745.0')],
    ['another run', (body: string) => body.replace('run-1', 'run-2')],
    ['a space more', (body: string) => `${body} `],
    [
      'another order of its fields',
      (body: string) => JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(body) as object).toReversed())),
    ],
    ['nothing in it', () => ''],
  ])('with %s under the old signature', async (_name, changed) => {
    const answer = await send((_shop, body, secret) =>
      requestOf(changed(body), secret, {'X-Shopify-Hmac-Sha256': signatureOf(body, secret)}),
    );
    expect(answer).toMatchObject({status: 401, body: {code: 'notSigned'}});
    await nothingHappened();
  });

  it('that is no JSON is not parsed: the signature comes first', async () => {
    const answer = await send((_shop, _body, secret) =>
      requestOf('{"shopify_domain": ', secret, {'X-Shopify-Hmac-Sha256': signatureOf('other', secret)}),
    );
    expect(answer.status).toBe(401);
    await nothingHappened();
  });
});

describe('a signed call that is not for this function', () => {
  it.each([
    ['the body names another shop', {shopify_domain: 'other.myshopify.com'}, {}],
    ['the header names another shop', {}, {'X-Shopify-Shop-Domain': 'other.myshopify.com'}],
    ['the body names no shop', {shopify_domain: undefined}, {}],
    [
      'both name another shop',
      {shopify_domain: 'other.myshopify.com'},
      {'X-Shopify-Shop-Domain': 'other.myshopify.com'},
    ],
    ['the body names a list of shops', {shopify_domain: [SHOP]}, {}],
    ['the shop in capitals', {shopify_domain: SHOP.toUpperCase()}, {}],
  ])('%s', async (_name, more, headers) => {
    const answer = await send((at, _body, secret) => requestOf(bodyOf(labelCall(at), more), secret, headers));
    expect(answer).toMatchObject({status: 403, body: {code: 'otherShop'}});
    await nothingHappened();
  });

  it('an action that there isn’t', async () => {
    const answer = await send((at, _body, secret) =>
      requestOf(bodyOf({...labelCall(at), handle: 'refund-everything'}), secret),
    );
    expect(answer).toMatchObject({status: 404, body: {code: 'unknownAction'}});
    expect(answer.body.message).toContain('“refund-everything”');
    await nothingHappened();
  });

  it.each(['constructor', '__proto__', 'toString'])('an action named %s', async (handle) => {
    const answer = await send((at, _body, secret) => requestOf(bodyOf({...labelCall(at), handle}), secret));
    expect(answer.status).toBe(404);
    await nothingHappened();
  });
});

describe('a signed call that can’t be read', () => {
  const signed = (body: string | Uint8Array<ArrayBuffer>) => (_shop: FunctionOnLab, _body: string, secret: string) =>
    requestOf(body, secret);

  it.each([
    ['cut off', '{"shopify_domain": "lab-shop.myshop'],
    ['a list', '[]'],
    ['null', 'null'],
    ['a text', '"hello"'],
    ['empty', ''],
    ['no UTF-8', new Uint8Array([0x7b, 0xff, 0xfe, 0x7d])],
  ])('because it is %s', async (_name, body) => {
    expect(await send(signed(body))).toMatchObject({status: 400, body: {code: 'malformed'}});
    await nothingHappened();
  });

  it.each([
    ['handle', {handle: undefined}],
    ['handle', {handle: 7}],
    ['action_run_id', {action_run_id: undefined}],
    ['action_run_id', {action_run_id: ''}],
    ['action_run_id', {action_run_id: 7}],
    ['action_run_id', {action_run_id: 'x'.repeat(256)}],
    ['properties', {properties: undefined}],
    ['properties', {properties: null}],
    ['properties', {properties: []}],
    ['properties', {properties: 'order_id=1'}],
  ])('because its %s is not one', async (field, more) => {
    const answer = await send((at, _body, secret) => requestOf(bodyOf(labelCall(at), more), secret));
    expect(answer).toMatchObject({status: 400, body: {message: `“${field}” of the request can’t be read.`}});
    await nothingHappened();
  });

  it('because it is 5 MB long: reading stops at the limit', async () => {
    let sent = 0;
    const piece = new Uint8Array(64 * 1024).fill(0x20);
    const answer = await send((_shop, _body, secret) => {
      const stream = new ReadableStream<Uint8Array>({
        pull(controller) {
          if (sent >= 5 * 1024 * 1024) return controller.close();
          sent += piece.length;
          return controller.enqueue(piece);
        },
      });
      const headers = requestOf('', secret).headers;
      const init = {method: 'POST', headers, body: stream, duplex: 'half'};
      return new Request('https://function.example/actions', init);
    });
    expect(answer).toMatchObject({status: 413, body: {code: 'bodyTooLarge'}});
    expect(sent).toBeLessThan(512 * 1024);
    await nothingHappened();
  });

  it('because the connection ended before it did', async () => {
    const answer = await send((_shop, body, secret) => {
      const stream = new ReadableStream<Uint8Array>({
        start(controller) {
          controller.enqueue(new TextEncoder().encode(body.slice(0, 40)));
          controller.error(new Error('aborted'));
        },
      });
      const headers = requestOf(body, secret).headers;
      return new Request('https://function.example/actions', {
        method: 'POST',
        headers,
        body: stream,
        duplex: 'half',
      } as RequestInit);
    });
    expect(answer).toMatchObject({status: 400, body: {code: 'malformed'}});
    await nothingHappened();
  });

  it('because it says that it is 5 MB long', async () => {
    const answer = await send((_shop, body, secret) => requestOf(body, secret, {'Content-Length': '5242880'}));
    expect(answer.status).toBe(413);
    await nothingHappened();
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', ''])(
    'because it says that it is %s',
    async (type) => {
      const answer = await send((_shop, body, secret) => requestOf(body, secret, {'Content-Type': type}));
      expect(answer).toMatchObject({status: 415, body: {code: 'notJson'}});
      await nothingHappened();
    },
  );

  it.each(['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS'])('because it is a %s', async (method) => {
    shop = await functionOnLab();
    const response = await shop.endpoint(new Request('https://function.example/actions', {method}));
    expect(response.status).toBe(405);
    await nothingHappened();
  });
});

describe('properties that are not the action’s', () => {
  const wrong: readonly [string, Readonly<Record<string, unknown>>, string][] = [
    ['no order', {order_id: undefined}, '“Order” is missing. Choose the order that the workflow is about.'],
    ['an empty order', {order_id: ''}, '“Order” is missing. Choose the order that the workflow is about.'],
    [
      'another kind of thing',
      {order_id: 'gid://shopify/Customer/1001'},
      '“Order”: “gid://shopify/Customer/1001” can’t be used. Choose the order that the workflow is about.',
    ],
    [
      'an order’s name',
      {order_id: '#1001'},
      '“Order”: “#1001” can’t be used. Choose the order that the workflow is about.',
    ],
    [
      'a list of orders',
      {order_id: ['1001']},
      '“Order”: “["1001"]” can’t be used. Choose the order that the workflow is about.',
    ],
    [
      'an order beyond what JSON’s numbers hold',
      {order_id: 9_007_199_254_740_994},
      '“Order”: “9007199254740994” can’t be used. Choose the order that the workflow is about.',
    ],
    ['half an order', {order_id: 10.5}, '“Order”: “10.5” can’t be used. Choose the order that the workflow is about.'],
    [
      'no amount',
      {label_credit: undefined},
      '“Return label credit” is missing. Write an amount with a point, for example 7.45.',
    ],
    [
      'a word',
      {label_credit: 'seven'},
      '“Return label credit”: “seven” can’t be used. Write an amount with a point, for example 7.45.',
    ],
    [
      'a comma',
      {label_credit: '7,45'},
      '“Return label credit”: “7,45” can’t be used. Write an amount with a point, for example 7.45.',
    ],
    [
      'less than nothing',
      {label_credit: '-7.45'},
      '“Return label credit”: “-7.45” can’t be used. Write an amount with a point, for example 7.45.',
    ],
    [
      'an exponent',
      {label_credit: '1e3'},
      '“Return label credit”: “1e3” can’t be used. Write an amount with a point, for example 7.45.',
    ],
    [
      'no number',
      {label_credit: Number.NaN},
      '“Return label credit” is missing. Write an amount with a point, for example 7.45.',
    ],
    [
      'yes or no',
      {label_credit: true},
      '“Return label credit”: “true” can’t be used. Write an amount with a point, for example 7.45.',
    ],
    ['a number as a word', {ground: 7}, '“Ground”: “7” can’t be used. Write a text.'],
    [
      'another ground',
      {ground: 'because'},
      '“Ground”: “because” can’t be used. Write withdrawal, defect, policy or goodwill.',
    ],
    ['perhaps', {dry_run: 'perhaps'}, '“Dry run”: “perhaps” can’t be used. Choose true or false.'],
    [
      'a field too many',
      {amount: '7.45'},
      '“amount”: “7.45” can’t be used. Deploy the app and the function from the same version.',
    ],
    [
      'a field of every object',
      {constructor: 'x'},
      '“constructor”: “x” can’t be used. Deploy the app and the function from the same version.',
    ],
    [
      'a text beyond measure',
      {reason: 'x'.repeat(20_001)},
      `“Reason”: “${'x'.repeat(57)}…” can’t be used. Write a text.`,
    ],
  ];

  it.each(wrong)('%s', async (_name, properties, message) => {
    shop = await functionOnLab();
    expect(await call(shop, labelCall(shop, properties))).toMatchObject({status: 422, body: {message}});
    await nothingHappened();
  });
});
