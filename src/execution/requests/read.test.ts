import {describe, expect, it} from 'vitest';
import {requestIdOf} from './id.ts';
import {readRequests} from './read.ts';
import type {RefundRequest} from './types.ts';
import {requestsInput} from './write.ts';

const ORDER = 'gid://shopify/Order/1001';
const NOW = Date.parse('2026-11-22T12:00:00Z');

function request(change: Partial<RefundRequest> = {}, orderId = ORDER): RefundRequest {
  const recipe = change.recipe ?? {handle: 'goodwill-amount', version: 1};
  const choices = change.choices ?? {amounts: {goodwill: '5.00'}};
  const intentId = change.intentId ?? 'intent-1';
  return {
    id: requestIdOf(orderId, recipe, choices, intentId),
    state: 'waiting',
    kind: 'request',
    recipe,
    choices,
    reason: 'Late',
    by: 'gid://shopify/StaffMember/1',
    at: '2026-11-22T11:00:00Z',
    expiresAt: '2026-11-29T11:00:00Z',
    intentId,
    ...change,
  };
}

const stored = (value: unknown) => ({request: {value: JSON.stringify(value), compareDigest: 'digest-1'}});
const list = (...requests: unknown[]) => stored({format: 1, nonce: 'n', requests});

describe('readRequests', () => {
  it('reads none, and a list', () => {
    expect(readRequests(null, ORDER, NOW)).toEqual({
      orderId: ORDER,
      requests: [],
      problems: [],
      kept: [],
      digest: null,
    });
    expect(readRequests(list(request()), ORDER, NOW)).toMatchObject({requests: [request()], digest: 'digest-1'});
  });

  it('says what has lapsed, on the minute', () => {
    const state = (now: string) => readRequests(list(request()), ORDER, Date.parse(now)).requests[0]?.state;
    expect(state('2026-11-29T10:59:59Z')).toBe('waiting');
    expect(state('2026-11-29T11:00:00Z')).toBe('expired');
  });

  it.each([
    ['no object', 'text', 'requests[1]'],
    ['without a state', {...request(), state: undefined}, 'requests[1].state'],
    ['of an unknown kind', {...request(), kind: 'order'}, 'requests[1].kind'],
    ['without choices', {...request(), choices: null}, 'requests[1].choices'],
    ['with a time that is none', {...request(), at: 'yesterday'}, 'requests[1].at'],
    [
      'with a total in no currency',
      {...request(), planTotals: {toCustomer: {minor: 500, currency: 'coins'}}},
      'requests[1].planTotals',
    ],
    ['with limits that are no list', {...request(), breaches: {}}, 'requests[1].breaches'],
    ['with a limit without amounts', {...request(), breaches: [{kind: 'perRefund'}]}, 'requests[1].breaches'],
    ['with a recipe that is none', {...request(), recipe: 'goodwill'}, 'requests[1].recipe'],
  ])('names an entry %s, and the others stay usable', (_what, entry, field) => {
    const read = readRequests(list(request(), entry), ORDER, NOW);
    expect(read.requests).toEqual([request()]);
    expect(read.problems).toEqual([{code: 'requestUnreadable', field}]);
  });

  it('distrusts an entry that was edited, and one of another order', () => {
    const edited = {...request(), choices: {amounts: {goodwill: '500.00'}}};
    const foreign = request({}, 'gid://shopify/Order/1002');
    const read = readRequests(list(edited, foreign, request()), ORDER, NOW);
    expect(read.requests).toEqual([request()]);
    expect(read.problems).toEqual([
      {code: 'requestAltered', request: edited.id},
      {code: 'requestAltered', request: foreign.id},
    ]);
  });

  it('keeps a decision when the same request is written again', () => {
    const released = request({state: 'released'});
    expect(readRequests(list(released, request()), ORDER, NOW).requests).toEqual([released]);
    expect(readRequests(list(request(), released), ORDER, NOW).requests).toEqual([released]);
  });
});

describe('requestsInput', () => {
  const env = {nonce: () => 'nonce-2'};
  const written = (input: {value: string}) => JSON.parse(input.value) as {requests: RefundRequest[]};

  it('writes back what it can’t use as it stands, under the digest that was read', () => {
    const odd = {...request(), state: 'whatever'};
    const read = readRequests(list(odd, request()), ORDER, NOW);
    const input = requestsInput(read, read.requests, env);
    expect(input).toMatchObject({compareDigest: 'digest-1', key: 'request', namespace: 'refund_recipes'});
    expect(written(input).requests).toEqual([request(), odd]);
  });

  it('never overwrites what it can’t read at all', () => {
    const read = readRequests({request: {value: '{"requests": [', compareDigest: 'd'}}, ORDER, NOW);
    expect(read.problems).toEqual([{code: 'requestsUnreadable'}]);
    expect(() => requestsInput(read, [], env)).toThrow(
      expect.objectContaining({problem: {code: 'requestsUnreadable'}}),
    );
  });

  it('drops what was decided longest ago where it would grow beyond the limit, never what waits', () => {
    const reason = 'x'.repeat(50_000);
    const decided = (intentId: string, at: string) =>
      request({intentId, reason, state: 'declined', decision: {by: null, at, reason: ''}});
    const old = decided('old', '2026-11-01T00:00:00Z');
    const newer = decided('newer', '2026-11-20T00:00:00Z');
    const read = readRequests(list(old, newer, request({reason})), ORDER, NOW);
    const kept = written(requestsInput(read, read.requests, env)).requests;
    expect(kept.map(({intentId}) => intentId)).toEqual(['newer', 'intent-1']);
    const waiting = [request({reason}), request({reason, intentId: 'two'}), request({reason, intentId: 'three'})];
    expect(() => requestsInput(read, waiting, env)).toThrow(
      expect.objectContaining({problem: expect.objectContaining({code: 'requestsTooLarge'})}),
    );
  });
});
