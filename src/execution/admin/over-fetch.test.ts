import {describe, expect, it} from 'vitest';
import {ExecutionState} from '../../../graphql/generated/operations.ts';
import {AdminError} from './error.ts';
import {adminApiOverFetch} from './over-fetch.ts';
import type {Fetch} from './over-fetch.ts';

const VARIABLES = {id: 'gid://shopify/Order/1'};

function answering(body: unknown, status = 200): Fetch {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return () => Promise.resolve({ok: status < 300, status, statusText: '', text: () => Promise.resolve(text)});
}

async function errorFrom(fetch: Fetch) {
  try {
    await adminApiOverFetch(fetch, '2026-07', 5).request(ExecutionState, VARIABLES);
  } catch (error) {
    if (error instanceof AdminError) return `${error.kind} ${error.landed}`;
  }
  return 'no error';
}

const coded = (code: string, data: unknown = null) => ({data, errors: [{message: code, extensions: {code}}]});

describe('adminApiOverFetch', () => {
  it('posts the operation to direct access and reads data and cost', async () => {
    const sent: unknown[] = [];
    const throttleStatus = {maximumAvailable: 2000, currentlyAvailable: 1985, restoreRate: 100};
    const cost = {requestedQueryCost: 15, actualQueryCost: 9, throttleStatus};
    const fetch: Fetch = (url, init) => {
      sent.push(url, init.method, JSON.parse(init.body));
      return answering({data: {order: null}, extensions: {cost}})(url, init);
    };
    const answer = await adminApiOverFetch(fetch, '2026-07').request(ExecutionState, VARIABLES);
    expect(sent).toEqual([
      'shopify:admin/api/2026-07/graphql.json',
      'POST',
      {query: ExecutionState, variables: VARIABLES},
    ]);
    expect(answer).toEqual({data: {order: null}, cost: {requested: 15, actual: 9, available: 1985}});
  });

  it.each([
    ['a cut connection', () => Promise.reject(new TypeError('Failed to fetch')), 'network unknown'],
    ['silence', () => new Promise<never>(() => undefined), 'timeout unknown'],
    ['HTTP 502', answering('<html>', 502), 'server unknown'],
    ['HTTP 408', answering('', 408), 'server unknown'],
    ['HTTP 429', answering('', 429), 'throttled no'],
    ['HTTP 403', answering('', 403), 'accessDenied no'],
    ['HTTP 400', answering('', 400), 'invalid no'],
    ['half an answer', answering('{"data":'), 'malformed unknown'],
    ['an empty object', answering({}), 'malformed unknown'],
    ['null', answering('null'), 'malformed unknown'],
    ['THROTTLED', answering(coded('THROTTLED')), 'throttled no'],
    ['ACCESS_DENIED', answering(coded('ACCESS_DENIED', {refundCreate: null})), 'accessDenied no'],
    [
      'ACCESS_DENIED below a mutation that ran',
      answering(coded('ACCESS_DENIED', {refundCreate: {}})),
      'accessDenied unknown',
    ],
    ['MAX_COST_EXCEEDED', answering(coded('MAX_COST_EXCEEDED')), 'maxCost no'],
    ['INTERNAL_SERVER_ERROR', answering(coded('INTERNAL_SERVER_ERROR')), 'internal unknown'],
    ['an invalid document', answering({errors: [{message: "Field 'x' doesn't exist"}]}), 'invalid no'],
    [
      'a key in progress',
      answering({data: null, errors: [{message: 'This request is currently in progress, please try again.'}]}),
      'inProgress unknown',
    ],
  ] as const)('%s', async (_name, fetch, expected) => {
    expect(await errorFrom(fetch)).toBe(expected);
  });

  it('tells how long the cost needs, and which access is missing', async () => {
    const throttleStatus = {maximumAvailable: 2000, currentlyAvailable: 20, restoreRate: 100};
    const throttled = {...coded('THROTTLED'), extensions: {cost: {requestedQueryCost: 70, throttleStatus}}};
    const api = (body: unknown) => adminApiOverFetch(answering(body), '2026-07').request(ExecutionState, VARIABLES);
    await expect(api(throttled)).rejects.toMatchObject({waitMs: 500});
    const denied = {
      errors: [{message: 'Access denied', extensions: {code: 'ACCESS_DENIED', requiredAccess: '`write_orders`'}}],
    };
    await expect(api(denied)).rejects.toMatchObject({requiredAccess: '`write_orders`'});
  });
});
