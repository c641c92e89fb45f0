/**
 * One fault at each request of a run in turn, of each kind, and Flow sending the call again for hours: money never moves twice,
 * and every run ends with an answer: done, or a person is asked for, and then the order shows why.
 */
import {describe, expect, it} from 'vitest';
import type {FaultInput} from '../../lab/admin-api/faults.ts';
import {readOrderForRefund} from '../../src/execution/index.ts';
import {environmentOf} from '../execution/lab-client.ts';
import {call, functionOnLab, labelCall} from './shop.ts';
import type {Answered, FunctionOnLab} from './shop.ts';

const LABEL = {card: '6.95', credit: '7.45', refunds: 1};
const CREDIT_OPEN = {card: '6.95', credit: '0.0', refunds: 1};

const KINDS: readonly FaultInput[] = [
  {kind: 'failsBefore', answer: 'networkCut'},
  {kind: 'failsAfter', answer: 'networkCut'},
  {kind: 'failsAfter', answer: 'badGateway'},
  {kind: 'landsLate', answer: 'timeout', holdsKey: false},
  {kind: 'landsLate', answer: 'networkCut', holdsKey: true},
  {kind: 'malformedAnswer', malformed: 'dataNull'},
  {kind: 'throttled'},
];

/** As Flow does: again while it is told so. What is late lands in between. */
async function untilFlowIsDone(shop: FunctionOnLab): Promise<Answered> {
  for (let sent = 1; sent <= 12; sent += 1) {
    const answer = await call(shop, labelCall(shop));
    if (![202, 429, 503].includes(answer.status)) return answer;
    shop.lab.clock.advance(70_000);
    if (sent === 2) shop.lab.faults.release();
  }
  throw new Error('Flow was never done.');
}

/** As above, of one event that was delivered twice: two runs, each sent again while it is told so. */
async function untilBothAreDone(shop: FunctionOnLab): Promise<readonly Answered[]> {
  for (let sent = 1; sent <= 12; sent += 1) {
    const answers = await Promise.all([
      call(shop, labelCall(shop)),
      call(shop.another(), {...labelCall(shop), runId: 'run-2'}),
    ]);
    if (!answers.some(({status}) => [202, 429, 503].includes(status))) return answers;
    shop.lab.clock.advance(70_000);
    if (sent === 2) shop.lab.faults.release();
  }
  throw new Error('Flow was never done.');
}

/** How many requests a run takes when nothing goes wrong. */
async function requests(): Promise<number> {
  const shop = await functionOnLab();
  const before = shop.lab.log().length;
  await call(shop, labelCall(shop));
  return shop.lab.log().length - before;
}

describe('a fault at any request', () => {
  it.each(KINDS)('$kind, $answer: once, or a person', async (fault) => {
    const count = await requests();
    expect(count).toBeGreaterThan(8);
    const ends: number[] = [];
    for (let nth = 1; nth <= count; nth += 1) {
      const shop = await functionOnLab();
      shop.lab.faults.add({...fault, nth});
      const answer = await untilFlowIsDone(shop);
      shop.lab.faults.release();
      ends.push(answer.status);
      const person = answer.status === 409;
      expect([200, 409]).toContain(answer.status);
      expect(person ? [LABEL, CREDIT_OPEN] : [LABEL]).toContainEqual(await shop.money());
      const env = environmentOf(shop.lab, 'looker');
      const {claim} = await readOrderForRefund(env.admin, shop.orderId, () => env.now());
      expect(claim.claim?.state).toBe(person ? 'stopped' : 'done');
      expect(await call(shop, labelCall(shop))).toEqual(answer);
      expect(person ? [LABEL, CREDIT_OPEN] : [LABEL]).toContainEqual(await shop.money());
    }
    // Only the store credit itself, sent and not seen, asks for a person.
    expect(ends.filter((status) => status === 409).length).toBeLessThanOrEqual(1);
  });

  it.each(KINDS)('$kind, $answer, with two runs of one event at once: once, or a person', async (fault) => {
    const count = 2 * (await requests());
    for (let nth = 1; nth <= count; nth += 1) {
      const shop = await functionOnLab();
      shop.lab.faults.add({...fault, nth});
      const answers = await untilBothAreDone(shop);
      shop.lab.faults.release();
      shop.lab.faults.clear();
      const person = answers.some(({status}) => status === 409);
      expect(answers.map(({body}) => body.return_value?.state ?? 'person').toSorted()).toEqual(
        person ? ['person', 'person'] : ['ALREADY_DONE', 'DONE'],
      );
      expect(person ? [LABEL, CREDIT_OPEN] : [LABEL]).toContainEqual(await shop.money());
    }
  });
});
