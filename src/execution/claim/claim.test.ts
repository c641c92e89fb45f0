import {describe, expect, it} from 'vitest';
import type {MetafieldsSetMutationVariables} from '../../../graphql/generated/admin.generated.d.ts';
import type {Operation} from '../../../graphql/generated/operations.ts';
import {AdminError} from '../admin/error.ts';
import type {AdminApi, Claim} from '../types.ts';
import {readClaim} from './read.ts';
import {unitOf} from './start.ts';
import {ClaimLost, writeClaim} from './write.ts';
import type {Draft} from './write.ts';

const ORDER = 'gid://shopify/Order/1';
const eur = (minor: number) => ({minor, currency: 'EUR'});

const DRAFT: Draft = {
  format: 1,
  epoch: 1,
  state: 'open',
  orderId: ORDER,
  planId: 'plan-1',
  intentId: 'intent-1',
  recipe: {handle: 'full-refund', version: 1},
  ground: 'policy',
  staff: null,
  startedAt: '2026-11-22T12:00:00.000Z',
  calls: [
    {
      id: 'call-1',
      kind: 'outsidePayment',
      state: 'planned',
      legs: [{kind: 'outsidePayment', amount: eur(1999), class: 'owed', components: ['items']}],
      generation: 1,
      at: '2026-11-22T12:00:00.000Z',
      act: {kind: 'outsidePayment', amount: eur(1999)},
    },
  ],
  before: {netPayment: eur(1999), refundedShipping: eur(0), refundIds: []},
  earlier: [],
  outside: [],
};

/** Keeps what is written, as the metafield that a query would bring. */
function shop(answer?: unknown) {
  const kept: {value: string; compareDigest: string; updatedAt: string}[] = [];
  const admin: AdminApi = {
    request<Result, Variables>(_operation: Operation<Result, Variables>, variables: Variables) {
      if (answer instanceof Error) return Promise.reject(answer);
      const {metafields} = variables as MetafieldsSetMutationVariables;
      const [first] = [metafields].flat();
      kept.push({value: first?.value ?? '', compareDigest: `digest-${kept.length}`, updatedAt: '2026-11-22T12:00:01Z'});
      const written = {key: 'claim', ...kept.at(-1)};
      return Promise.resolve({
        data: (answer ?? {metafieldsSet: {metafields: [written], userErrors: []}}) as Result,
        cost: null,
      });
    },
  };
  let nonce = 0;
  const env = {now: () => Date.parse('2026-11-22T12:00:01Z'), nonce: () => `nonce-${(nonce += 1)}`};
  return {admin, env, kept};
}

async function stored(): Promise<{value: string; compareDigest: string; updatedAt: string}> {
  const {admin, env, kept} = shop();
  await writeClaim(admin, DRAFT, null, env);
  const [only] = kept;
  if (!only) throw new Error('Nothing was written.');
  return only;
}

describe('writeClaim and readClaim', () => {
  it('read what was written, with what the next write needs', async () => {
    const metafield = await stored();
    const read = readClaim(metafield, ORDER);
    expect(read.claim).toMatchObject({...DRAFT, nonce: 'nonce-1', at: '2026-11-22T12:00:01.000Z'});
    expect(read).toMatchObject({digest: 'digest-0', updatedAt: '2026-11-22T12:00:01Z'});
    expect(readClaim(null, ORDER)).toEqual({claim: null, digest: null, updatedAt: null});
  });

  it('two writes of the same data differ by their nonce', async () => {
    const {admin, env, kept} = shop();
    await writeClaim(admin, DRAFT, null, env);
    await writeClaim(admin, DRAFT, 'digest-0', env);
    expect(kept[0]?.value).not.toBe(kept[1]?.value);
  });

  it.each([
    ['no JSON', () => '{', 'claimUnreadable'],
    ['another format', (value: string) => value.replace('"format":1', '"format":2'), 'claimUnreadable'],
    ['a state that there is not', (value: string) => value.replace('"planned"', '"finished"'), 'claimUnreadable'],
    ['an amount as text', (value: string) => value.replaceAll('"minor":1999', '"minor":"1999"'), 'claimUnreadable'],
    ['an amount changed by hand', (value: string) => value.replaceAll('1999', '999'), 'claimAltered'],
    ['a claim of another order', (value: string) => value.replace(ORDER, 'gid://shopify/Order/2'), 'claimForeign'],
  ])('%s is explained and not trusted', async (_name, change, code) => {
    const metafield = await stored();
    const read = readClaim({...metafield, value: change(metafield.value)}, ORDER);
    expect(read).toMatchObject({claim: null, digest: 'digest-0', problem: {code}});
  });

  it('a claim whose keys the store sorted anew is the same claim', async () => {
    const metafield = await stored();
    const sorted = JSON.stringify(
      Object.fromEntries(Object.entries(JSON.parse(metafield.value) as object).toReversed()),
    );
    expect(readClaim({...metafield, value: sorted}, ORDER).problem).toBeUndefined();
  });

  it('forgets the legs of the oldest executions before it grows too large, never that they happened', async () => {
    const legs = Array.from({length: 100}, () => ({kind: 'storeCredit' as const, amount: eur(745), class: 'goodwill'}));
    const earlier = Array.from({length: 30}, (_, index) => ({
      planId: `plan-old-${index}`,
      intentId: 'i',
      at: '2026',
      legs,
    }));
    const {admin, env, kept} = shop();
    await writeClaim(admin, {...DRAFT, earlier}, null, env);
    const text = kept[0]?.value ?? '';
    expect(new TextEncoder().encode(text).length).toBeLessThan(128 * 1024);
    const written = JSON.parse(text) as Claim;
    expect(written.earlier.map(({planId}) => planId)).toEqual(earlier.map(({planId}) => planId));
    expect([written.earlier[0]?.legs.length, written.earlier.at(-1)?.legs.length]).toEqual([100, 0]);
  });

  it("refuses what can't be made to fit", async () => {
    const {admin, env} = shop();
    const huge = {...DRAFT, intentId: 'x'.repeat(130_000)};
    await expect(writeClaim(admin, huge, null, env)).rejects.toMatchObject({
      problem: {code: 'claimTooLarge'},
      landed: 'no',
    });
  });

  it("tells another's claim from a write that was refused and from one that got lost", async () => {
    const refused = (code: string) =>
      shop({metafieldsSet: {metafields: [], userErrors: [{code, field: null, message: code}]}});
    const write = ({admin, env}: ReturnType<typeof shop>) => writeClaim(admin, DRAFT, 'digest-0', env);
    await expect(write(refused('STALE_OBJECT'))).rejects.toBeInstanceOf(ClaimLost);
    await expect(write(refused('INVALID_COMPARE_DIGEST'))).rejects.toBeInstanceOf(ClaimLost);
    await expect(write(refused('INVALID_VALUE'))).rejects.toMatchObject({
      problem: {code: 'claimRefused'},
      landed: 'no',
    });
    await expect(write(shop(new AdminError('timeout', 'lost')))).rejects.toMatchObject({landed: 'unknown'});
  });
});

it('a line takes its number and its quantity', () => {
  expect(unitOf('123:2')).toEqual({lineItemId: 'gid://shopify/LineItem/123', quantity: 2});
  expect(unitOf('gid://other/Line/1?x=2:3')).toEqual({lineItemId: 'gid://other/Line/1?x=2', quantity: 3});
});
