/** `npm run -s proof` runs the proofs whole. Here, in short: they hold for the engine, and notice a broken protocol. */
import {describe, expect, it} from 'vitest';
import {
  NEVER_TELLS,
  NEW_KEY_EACH_TIME,
  OVERWRITES,
  READS_AGAIN,
  REPEATS_CREDIT,
  RESUMES_AT_ONCE,
  SKIPS_MONEY,
  WAITS_FOR_FLOW,
  WITHOUT_NONCE,
} from './broken.ts';
import {proveFaults} from './faults.ts';
import {proveModel} from './model.ts';
import {proveRaces} from './race.ts';
import {lineOf} from './report.ts';
import type {StageName} from './stage.ts';
import type {Engine} from './world.ts';

const STAGES: readonly StageName[] = ['lab', 'memory'];

describe('the proofs hold', () => {
  it.each(STAGES)('for races on the %s', async (stage) => {
    const report = await proveRaces(undefined, stage);
    expect(report.failures).toEqual([]);
    expect(lineOf(report)).toMatch(/executors 259, failures 0 · ok$/);
  });

  it('for every fault of a refund, in memory', async () => {
    const report = await proveFaults({stage: 'memory', operations: ['RefundCreate']});
    expect(report.failures).toEqual([]);
    expect(report.figures['cases']).toBeGreaterThan(400);
  }, 60_000);

  it('for every fault of telling Flow, on the lab', async () => {
    const report = await proveFaults({stage: 'lab', endings: ['outside'], operations: ['FlowTriggerReceive']});
    expect(report.failures).toEqual([]);
    expect(report.figures['cases']).toBeGreaterThan(200);
  }, 60_000);

  it('for a hundred histories', async () => {
    expect((await proveModel({lab: 20, memory: 80, seed: 1})).failures).toEqual([]);
  }, 60_000);
});

const faults = (engine: Engine, operation = 'none', stage: StageName = 'memory') =>
  proveFaults({engine, stage, endings: ['storeCredit'], operations: [operation]});

describe.each(STAGES)('on the %s, they notice', (stage) => {
  it('a digest that is read again before claiming', async () => {
    const report = await proveRaces(READS_AGAIN, stage);
    expect(report.failures.join('\n')).toMatch(/between claim and refund: .*refunded 1390 instead of 695/);
    expect(lineOf(report)).toMatch(/FAILED$/);
  });

  it('a dropped nonce', async () => {
    expect((await proveRaces(WITHOUT_NONCE, stage)).failures.join('\n')).toMatch(/one person, two tabs: .*instead of/);
  });

  it('an unknown credit that is repeated', async () => {
    const {failures} = await faults(REPEATS_CREDIT, 'StoreCreditAccountCredit', stage);
    expect(failures.join('\n')).toMatch(/gave 1490 instead of 745/);
  });

  it('a refund under another key', async () => {
    expect((await faults(NEW_KEY_EACH_TIME, 'RefundCreate', stage)).failures.join('\n')).toMatch(
      /refunded 1390 instead of 695/,
    );
  });
});

describe('they notice', () => {
  it('Flow never being told, and money that waits for Flow', async () => {
    expect((await faults(NEVER_TELLS)).failures.join('\n')).toMatch(
      /noted that Flow heard of completed, and it didn't/,
    );
    const {failures} = await faults(WAITS_FOR_FLOW, 'FlowTriggerReceive');
    expect(failures.join('\n')).toMatch(/money waited for a trigger: stopped/);
  });

  it('somebody who resumes within two minutes', async () => {
    expect((await faults(RESUMES_AT_ONCE, 'RefundCreate')).failures.join('\n')).toMatch(/resumed after \d+ s/);
  });

  it('a confirmation without compare-and-set', async () => {
    expect((await faults(OVERWRITES)).failures.join('\n')).toMatch(/asleep/);
  });

  it("money that isn't read again", async () => {
    expect((await faults(SKIPS_MONEY)).failures.join('\n')).toMatch(/2 acts after a refund by hand/);
  });
});
