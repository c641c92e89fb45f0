import {describe, expect, it} from 'vitest';
import {
  ExecutionState,
  MetafieldsSet,
  RefundCreate,
  StoreCreditAccountCredit,
  StoreCreditAccountDebit,
} from '../../../graphql/generated/operations.ts';
import type {Operation} from '../../../graphql/generated/operations.ts';
import type {AdminApi, Answer} from '../types.ts';
import {dryRun} from './dry-run.ts';
import {AdminError} from './error.ts';
import {withPacing} from './pacing.ts';
import {recording} from './recording.ts';
import type {RecordedRequest} from './recording.ts';
import {withRetry} from './retry.ts';

/** Answers with what stands in the list, in order. */
function scripted(...answers: (AdminError | Answer<unknown>)[]): AdminApi & {sent: number} {
  return {
    sent: 0,
    request<Result, Variables>(_operation: Operation<Result, Variables>, _variables: Variables) {
      const next = answers[this.sent];
      this.sent += 1;
      if (!next) throw new Error('One request too many.');
      return next instanceof AdminError ? Promise.reject(next) : Promise.resolve(next as Answer<Result>);
    },
  };
}

const good: Answer<unknown> = {data: {payload: {userErrors: []}}, cost: null};
const noRefund = {refundCreate: {refund: null, userErrors: [{field: null, message: 'Not now.'}]}};
const timeout = () => new AdminError('timeout', 'late');

function waiting() {
  const waits: number[] = [];
  return {waits, wait: (milliseconds: number) => (waits.push(milliseconds), Promise.resolve())};
}

const ask = (admin: AdminApi, operation: Operation<unknown, never>) => admin.request(operation, {} as never);

describe('withRetry', () => {
  it.each([
    ['a read', ExecutionState],
    ['a claim', MetafieldsSet],
    ['a refund under its key', RefundCreate],
  ])('sends %s again, waiting longer each time', async (_name, operation) => {
    const {waits, wait} = waiting();
    const admin = scripted(timeout(), new AdminError('server', '502'), good);
    expect(await ask(withRetry(admin, wait), operation)).toBe(good);
    expect(waits).toEqual([500, 1000]);
  });

  it('never sends store credit again when it may have landed', async () => {
    const {wait} = waiting();
    const admin = scripted(timeout());
    await expect(ask(withRetry(admin, wait), StoreCreditAccountCredit)).rejects.toMatchObject({kind: 'timeout'});
    expect(admin.sent).toBe(1);
  });

  it('waits as long as the cost needs when Shopify turned it away', async () => {
    const {waits, wait} = waiting();
    const admin = scripted(new AdminError('throttled', 'Throttled', {waitMs: 730}), good);
    expect(await ask(withRetry(admin, wait), StoreCreditAccountCredit)).toBe(good);
    expect(waits).toEqual([730]);
  });

  it('gives up after five, and a late "no" doesn\'t hide that an earlier try may have landed', async () => {
    const {wait} = waiting();
    const admin = scripted(timeout(), new AdminError('accessDenied', 'no'));
    await expect(ask(withRetry(admin, wait), RefundCreate)).rejects.toMatchObject({landed: 'unknown'});
    const silent = scripted(timeout(), timeout(), timeout(), timeout(), timeout());
    await expect(ask(withRetry(silent, wait), ExecutionState)).rejects.toMatchObject({kind: 'timeout'});
    expect(silent.sent).toBe(5);
  });

  it('an answer to a mutation without its payload leaves the outcome open', async () => {
    const {wait} = waiting();
    const admin = scripted({data: {}, cost: null});
    await expect(ask(withRetry(admin, wait), StoreCreditAccountCredit)).rejects.toMatchObject({landed: 'unknown'});
    const nulled = scripted({data: {storeCreditAccountCredit: null}, cost: null});
    await expect(ask(withRetry(nulled, wait), StoreCreditAccountCredit)).rejects.toMatchObject({kind: 'malformed'});
  });

  it("Shopify's no to a refund says nothing about a former request that got lost", async () => {
    const {wait} = waiting();
    const no = {data: noRefund, cost: null};
    const admin = scripted(timeout(), no, no, no, no);
    await expect(ask(withRetry(admin, wait), RefundCreate)).rejects.toMatchObject({kind: 'timeout'});
    expect(await ask(withRetry(scripted(no), wait), RefundCreate)).toBe(no);
  });

  it('sends no mutation again after the tab has slept, but reads', async () => {
    const {wait} = waiting();
    let clock = 0;
    const asleep = () => (clock += 180_001);
    const slept = scripted(timeout(), good);
    await expect(ask(withRetry(slept, wait, asleep), RefundCreate)).rejects.toMatchObject({kind: 'timeout'});
    expect(slept.sent).toBe(1);
    expect(await ask(withRetry(scripted(timeout(), good), wait, asleep), ExecutionState)).toBe(good);
  });

  it.each([
    ['This request is currently in progress, please try again.', 'inProgress', 5],
    ['The same idempotency key cannot be used with different operation parameters.', 'keyMismatch', 1],
    ['A previous request with this idempotency key failed. Retry with a new idempotency key.', 'keyFailed', 1],
  ])("reads the key's message from userErrors: %s", async (message, kind, sent) => {
    const {wait} = waiting();
    const answer = {data: {refundCreate: {refund: null, userErrors: [{field: null, message}]}}, cost: null};
    const admin = scripted(answer, answer, answer, answer, answer);
    await expect(ask(withRetry(admin, wait), RefundCreate)).rejects.toMatchObject({kind});
    expect(admin.sent).toBe(sent);
  });
});

describe('withPacing', () => {
  it('waits until the bucket can pay for what the operation cost before', async () => {
    const {waits, wait} = waiting();
    const cost = {requested: 70, actual: 70, available: 20};
    const admin = withPacing(scripted({data: {}, cost}, good), {now: () => 0, wait});
    await ask(admin, ExecutionState);
    await ask(admin, ExecutionState);
    expect(waits).toEqual([500]);
  });
});

describe('recording', () => {
  it('notes operation, cost and error', async () => {
    const log: RecordedRequest[] = [];
    const cost = {requested: 15, actual: 9, available: 1985};
    const admin = recording(scripted({data: {}, cost}, timeout()), log);
    await ask(admin, ExecutionState);
    await expect(ask(admin, RefundCreate)).rejects.toThrow('late');
    expect(log).toEqual([
      {operation: 'ExecutionState', mutation: false, cost, error: null},
      {operation: 'RefundCreate', mutation: true, cost: null, error: 'timeout'},
    ]);
  });
});

describe('dryRun', () => {
  it('reads for real and pretends the mutations', async () => {
    const admin = scripted(good);
    const dry = dryRun(admin, () => 0);
    await ask(dry, ExecutionState);
    const creditInput = {creditAmount: {amount: '7.45', currencyCode: 'EUR' as const}};
    const {data} = await dry.request(StoreCreditAccountCredit, {id: 'gid://shopify/Customer/7', creditInput});
    expect(data.storeCreditAccountCredit?.storeCreditAccountTransaction?.id).toContain('dry-run');
    expect(admin.sent).toBe(1);
  });

  it('pretends to take a credit back, too', async () => {
    const admin = scripted();
    const debitInput = {debitAmount: {amount: '7.45', currencyCode: 'EUR' as const}};
    const id = 'gid://shopify/StoreCreditAccount/7';
    const {data} = await dryRun(admin, () => 0).request(StoreCreditAccountDebit, {id, debitInput});
    expect(data.storeCreditAccountDebit).toMatchObject({
      storeCreditAccountTransaction: {
        id: 'gid://shopify/StoreCreditAccountDebitTransaction/dry-run-1',
      },
      userErrors: [],
    });
    expect(admin.sent).toBe(0);
  });
});
