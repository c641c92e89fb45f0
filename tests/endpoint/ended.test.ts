/**
 * The function ends for good at each of its requests in turn: before it was sent, or before its answer came. Flow sends the call
 * again, two minutes or two days later, to an instance that remembers nothing: money never moves twice, and none is forgotten.
 */
import {describe, expect, it} from 'vitest';
import type {Host} from '../../src/endpoint/host.ts';
import {createEndpoint} from '../../src/endpoint/index.ts';
import {call, functionOnLab, labelCall} from './shop.ts';
import type {Answered, FunctionOnLab} from './shop.ts';

const LABEL = {card: '6.95', credit: '7.45', refunds: 1};
const CREDIT_OPEN = {card: '6.95', credit: '0.0', refunds: 1};
const MINUTES_MS = 121_000;
/** Shopify remembers a refund's key for a day. */
const DAYS_MS = 2 * 86_400_000;

type End = 'before it is sent' | 'before its answer comes';

/** One call on an instance that ends at its request number `nth`. @returns false when there were fewer */
async function endedAt(shop: FunctionOnLab, nth: number, end: End): Promise<boolean> {
  let count = 0;
  const {promise, resolve} = Promise.withResolvers<boolean>();
  const host: Host = {
    ...shop.host,
    async fetch(url, init) {
      count += 1;
      if (count < nth) return shop.host.fetch(url, init);
      if (count === nth && end === 'before its answer comes') await shop.host.fetch(url, init);
      resolve(true);
      return new Promise<Response>(() => undefined);
    },
  };
  const at = {endpoint: createEndpoint(shop.config, host, () => undefined), lab: shop.lab};
  return Promise.race([promise, call(at, labelCall(shop)).then(() => false)]);
}

/** As below, of one event that was delivered twice: two runs, and the second is sent first each time. */
async function untilBothAreDone(shop: FunctionOnLab, restMs: number): Promise<readonly Answered[]> {
  for (let sent = 1; sent <= 6; sent += 1) {
    shop.lab.clock.advance(restMs);
    const second = await call(shop.another(), {...labelCall(shop), runId: 'run-2'});
    const first = await call(shop.another(), labelCall(shop));
    if (![first, second].some(({status}) => [202, 429, 503].includes(status))) return [first, second];
  }
  throw new Error('Flow was never done.');
}

/** Flow sends the call again while it is told so, each time to an instance without a memory. */
async function untilFlowIsDone(shop: FunctionOnLab, restMs: number): Promise<Answered> {
  for (let sent = 1; sent <= 6; sent += 1) {
    shop.lab.clock.advance(restMs);
    const answer = await call(shop.another(), labelCall(shop));
    if (![202, 429, 503].includes(answer.status)) return answer;
  }
  throw new Error('Flow was never done.');
}

const ENDS: readonly End[] = ['before it is sent', 'before its answer comes'];

describe.each(ENDS)('the function ends at a request, %s', (end) => {
  it.each([
    ['two minutes', MINUTES_MS],
    ['two days', DAYS_MS],
  ])('and is called again %s later: once, or a person', async (_name, restMs) => {
    let persons = 0;
    let nth = 1;
    for (; ; nth += 1) {
      const shop = await functionOnLab();
      if (!(await endedAt(shop, nth, end))) break;
      const answer = await untilFlowIsDone(shop, restMs);
      const money = await shop.money();
      const person = answer.status === 409;
      if (person) persons += 1;
      expect(answer.body.code ?? answer.body.return_value?.total).toBe(person ? 'personUncertain' : '14.40');
      expect(money).toEqual(person ? CREDIT_OPEN : LABEL);
      expect(await call(shop.another(), labelCall(shop))).toEqual(answer);
      expect(await shop.money()).toEqual(money);
    }
    expect(nth).toBeGreaterThan(9);
    // Between the note that store credit comes next and the credit, nobody can tell whether it was sent.
    expect(persons).toBe(1);
  });

  it('while another run of the same event goes on: once, or a person', async () => {
    let nth = 1;
    const ends = new Set<string>();
    for (; ; nth += 1) {
      const shop = await functionOnLab();
      if (!(await endedAt(shop, nth, end))) break;
      const [first, second] = await untilBothAreDone(shop, MINUTES_MS);
      ends.add([first, second].map((answer) => answer?.body.code ?? answer?.body.return_value?.state).join());
      expect(await shop.money()).toEqual(first?.status === 409 ? CREDIT_OPEN : LABEL);
    }
    expect(nth).toBeGreaterThan(9);
    // Before the claim the second run pays, from then on the first; what one pays, the other is told.
    expect([...ends].toSorted()).toEqual(['ALREADY_DONE,DONE', 'DONE,ALREADY_DONE', 'personUncertain,otherUnfinished']);
  });
});
